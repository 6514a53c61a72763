import type { Plane } from './geometry.ts';

/** Part of an out-of-plane path; more opaque closer to the plane. */
export interface FadingBand {
  readonly opacity: number;
  /** Flat polylines in pixels. */
  readonly lines: readonly number[][];
  /** Flat centres of step marks in pixels. */
  readonly marks: readonly number[];
}

/** Opacities from the plane to a distance of `gone` and beyond. */
const OPACITIES = [1, 0.75, 0.5, 0.3];

/** Least pixels between points of the line, and between marks. */
const LINE_SPACING = 1.5;
const MARK_SPACING = 6;

/**
 * Splits a path into bands by distance from the plane. `projections`: flat rows of s, t, distance, drawn up to row `last`. A segment has
 * its end's band. A non-finite step ends the path.
 */
export function fadingBands(
  projections: ArrayLike<number>,
  last: number,
  plane: Plane,
  gone: number,
): FadingBand[] {
  const bands = OPACITIES.map((opacity) => ({ opacity, lines: [] as number[][], marks: [] as number[] }));
  const bandOf = (off: number) => bands[Math.min(bands.length - 1, Math.floor((off / gone) * bands.length))]!;
  let latest: (typeof bands)[number] | null = null;
  let [lineX, lineY] = [Number.NaN, Number.NaN];
  let [markX, markY] = [Number.NaN, Number.NaN];
  for (let k = 0; k <= last; k++) {
    const [s, t, off] = [projections[3 * k]!, projections[3 * k + 1]!, projections[3 * k + 2]!];
    if (!Number.isFinite(s + t + off)) break;
    const [x, y] = plane.toPixel(s, t);
    const band = bandOf(off);
    if (!(Math.abs(x - markX) + Math.abs(y - markY) < MARK_SPACING)) {
      band.marks.push(x, y);
      [markX, markY] = [x, y];
    }
    if (Math.abs(x - lineX) + Math.abs(y - lineY) < LINE_SPACING && k < last) continue;
    if (k > 0) {
      if (band === latest) band.lines[band.lines.length - 1]!.push(x, y);
      else band.lines.push([lineX, lineY, x, y]);
      latest = band;
    }
    [lineX, lineY] = [x, y];
  }
  return bands.filter(({ lines, marks }) => lines.length + marks.length > 0);
}
