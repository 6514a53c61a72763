/** A window of the plane in original units. */
export interface GridView {
  /** The first weight's ends, x0 < x1. */
  readonly x0: number;
  readonly x1: number;
  /** The second weight's, y0 < y1. */
  readonly y0: number;
  readonly y1: number;
}

/** Cells a side of the finest map of a window. */
export const FINEST_MAP = 256;

/** Coordinate of the centre of cell `index` of `count` between two ends. */
export function cellCentre(from: number, to: number, count: number, index: number): number {
  return from + ((to - from) * (index + 0.5)) / count;
}
