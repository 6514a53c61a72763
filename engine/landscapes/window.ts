/** A window in original units. */
export interface GridView {
  /** Range of the first weight, x0 < x1. */
  readonly x0: number;
  readonly x1: number;
  /** Range of the second weight, y0 < y1. */
  readonly y0: number;
  readonly y1: number;
}

/** Cells per side of the finest map. */
export const FINEST_MAP = 256;

/** Returns the centre of cell `index` of `count` between two ends. */
export function cellCentre(from: number, to: number, count: number, index: number): number {
  return from + ((to - from) * (index + 0.5)) / count;
}
