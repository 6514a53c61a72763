import type { Arrangement } from '../../../landscapes/arrangement.ts';
import { createSectorSums, maximaOf } from '../../../program/sector-sums.ts';

/** Unit direction with eta. */
export interface OutputTouch {
  readonly x: number;
  readonly y: number;
  readonly eta: number;
  /** Index of the sector, or of the ray if `onRay`. */
  readonly place: number;
  readonly onRay: boolean;
}

/**
 * The dual curve of K outputs, eta(u) = ||R^T relu(A u)||_2 over the unit circle. In each sector it is sqrt(u^T S S^T u), S the 2 x K sum
 * of a_i R_i^T over the active rows: a sinusoid of twice the angle.
 */
export interface OutputCurve {
  readonly arrangement: Arrangement;
  /** Unit, flat. */
  readonly rays: Float64Array;
  /** S of each sector, 2 x K row-major, flat (at least one). */
  readonly sums: Float64Array;
  /** Sets the residual (n x K, row-major). O(nK). Non-finite ones give non-finite values. */
  update(residual: Float64Array): void;
  /** Value at the direction of (x, y), which is not zero but need not be normalised. */
  at(x: number, y: number): number;
  /** Writes S^T u, u unit, in that sector: R^T relu(A u), the output direction times eta. */
  writeOutput(output: Float64Array, sector: number, x: number, y: number): void;
  /** Null if the curve is zero throughout or not finite. */
  maximum(): OutputTouch | null;
  /** Returns all local maxima above the level (>= 0), counter-clockwise, at most one per ray and sector. */
  localMaxima(level: number): OutputTouch[];
}

/** Radians from a ray below which a direction is on it, and slope relative to eta^2 below which it is flat. */
const LEVEL = 1e-13;

/** Creates the curve of n rows (n x 2, row-major) with a zero residual. O(n). */
export function createOutputCurve(features: Float64Array, outputs: number): OutputCurve {
  const { arrangement, rays, sums, update } = createSectorSums(features, outputs);
  const count = arrangement.rays;
  const stride = 2 * outputs;

  /** Returns u^T S S^T v of a sector. */
  function form(sector: number, ux: number, uy: number, vx: number, vy: number): number {
    const base = stride * sector;
    let sum = 0;
    for (let j = 0; j < outputs; j++) {
      const [sx, sy] = [sums[base + j]!, sums[base + outputs + j]!];
      sum += (sx * ux + sy * uy) * (sx * vx + sy * vy);
    }
    return sum;
  }

  const etaIn = (sector: number, x: number, y: number) => Math.sqrt(form(sector, x, y, x, y));

  /** True if eta falls from a ray into a sector: 1 counter-clockwise, -1 clockwise. Slopes within rounding leave it to the curvature. */
  function falls(sector: number, ray: number, way: 1 | -1): boolean {
    const [x, y] = [rays[2 * ray]!, rays[2 * ray + 1]!];
    const square = form(sector, x, y, x, y);
    const slope = way * form(sector, x, y, -y, x);
    if (Math.abs(slope) > LEVEL * square) return slope < 0;
    return form(sector, -y, x, -y, x) <= square;
  }

  /** Returns a sector's top eigenvector of S S^T, of either sign; null if not inside, or if the form is a multiple of I. */
  function insideOf(sector: number): readonly [x: number, y: number] | null {
    const a = form(sector, 1, 0, 1, 0);
    const b = form(sector, 1, 0, 0, 1);
    const c = form(sector, 0, 1, 0, 1);
    const top = (a + c) / 2 + Math.sqrt(((a - c) / 2) ** 2 + b * b);
    const [x, y] = a >= c ? [top - c, b] : [b, top - a];
    const size = Math.max(Math.abs(x), Math.abs(y));
    if (!(size > 0)) return null;
    const length = size * Math.sqrt((x / size) ** 2 + (y / size) ** 2);
    const next = sector + 1 === count ? 0 : sector + 1;
    for (const sign of [1, -1]) {
      const [vx, vy] = [(sign * x) / length, (sign * y) / length];
      const behind = rays[2 * sector]! * vy - rays[2 * sector + 1]! * vx;
      const ahead = vx * rays[2 * next + 1]! - vy * rays[2 * next]!;
      if (behind > LEVEL && ahead > LEVEL) return [vx, vy];
    }
    return null;
  }

  function visit(level: number, take: (touch: OutputTouch) => void): void {
    for (let ray = 0; ray < count; ray++) {
      const before = ray === 0 ? count - 1 : ray - 1;
      const [x, y] = [rays[2 * ray]!, rays[2 * ray + 1]!];
      const eta = etaIn(ray, x, y);
      if (eta > level && falls(before, ray, -1) && falls(ray, ray, 1))
        take({ x, y, eta, place: ray, onRay: true });
      const inside = insideOf(ray);
      if (!inside) continue;
      const high = etaIn(ray, ...inside);
      if (high > level) take({ x: inside[0], y: inside[1], eta: high, place: ray, onRay: false });
    }
  }

  return {
    arrangement,
    rays,
    sums,
    update,
    at: (x, y) => etaIn(arrangement.locate(x, y), x, y) / Math.sqrt(x * x + y * y),
    writeOutput(output, sector, x, y) {
      const base = stride * sector;
      for (let j = 0; j < outputs; j++) output[j] = sums[base + j]! * x + sums[base + outputs + j]! * y;
    },
    ...maximaOf(visit, ({ eta }) => eta),
  };
}
