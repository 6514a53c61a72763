import type { Arrangement } from '../../../landscapes/arrangement.ts';
import { createSectorSums, maximaOf } from '../../../program/sector-sums.ts';

/** Unit direction and the curve's value. */
export interface Touch {
  readonly x: number;
  readonly y: number;
  /** Signed. */
  readonly value: number;
  /** The sector, or the ray if `onRay`. */
  readonly place: number;
  readonly onRay: boolean;
}

/**
 * Dual curve eta(u) = sum_i lambda_i relu(a_i.u) over the unit circle: per sector one sinusoid s.u, s = sum of lambda_i a_i over its active
 * rows (docs/mathematics.md, section 7.3).
 */
export interface DualCurve {
  /** Entries carry row numbers in place of labels. */
  readonly arrangement: Arrangement;
  /** Unit directions of the rays, flat. */
  readonly rays: Float64Array;
  /** s of each sector, flat (at least one sector). */
  readonly vectors: Float64Array;
  /** Sets the multipliers (length n). O(n). Non-finite ones give non-finite values. */
  update(lambda: Float64Array): void;
  /** Returns the value along (x, y), nonzero, of any length. */
  at(x: number, y: number): number;
  /** Returns the largest |eta|; null if the curve is zero everywhere or not finite. */
  maximum(): Touch | null;
  /** Lists local maxima of |eta| above the level (>= 0), counter-clockwise; each ray and sector at most once. */
  localMaxima(level: number): Touch[];
}

/** Builds the curve of n rows (n x 2, row-major) for zero multipliers. O(n). */
export function createDualCurve(features: Float64Array): DualCurve {
  const { arrangement, rays, sums: vectors, update } = createSectorSums(features, 1);
  const count = arrangement.rays;

  /** s.u of a sector. */
  const along = (sector: number, x: number, y: number) =>
    vectors[2 * sector]! * x + vectors[2 * sector + 1]! * y;

  /** Slope of a sector's sinusoid at its ray, counter-clockwise. */
  const slope = (sector: number, ray: number) => along(sector, -rays[2 * ray + 1]!, rays[2 * ray]!);

  function visit(level: number, take: (touch: Touch) => void): void {
    for (let ray = 0; ray < count; ray++) {
      const before = ray === 0 ? count - 1 : ray - 1;
      const next = ray + 1 === count ? 0 : ray + 1;
      const x = rays[2 * ray]!;
      const y = rays[2 * ray + 1]!;
      const value = along(ray, x, y);
      if (Math.abs(value) > level) {
        const sign = value > 0 ? 1 : -1;
        if (sign * slope(before, ray) >= 0 && sign * slope(ray, ray) <= 0)
          take({ x, y, value, place: ray, onRay: true });
      }
      const s1 = vectors[2 * ray]!;
      const s2 = vectors[2 * ray + 1]!;
      const length = Math.sqrt(s1 * s1 + s2 * s2);
      // |s.u| is largest at ±s, which is inside if the slope changes sign between the rays.
      if (!(length > level)) continue;
      const behind = slope(ray, ray);
      const ahead = slope(ray, next);
      if (!(behind * ahead < 0)) continue;
      const sign = behind > 0 ? 1 : -1;
      take({
        x: (sign * s1) / length,
        y: (sign * s2) / length,
        value: sign * length,
        place: ray,
        onRay: false,
      });
    }
  }

  return {
    arrangement,
    rays,
    vectors,
    update,
    at: (x, y) => along(arrangement.locate(x, y), x, y) / Math.sqrt(x * x + y * y),
    ...maximaOf(visit, ({ value }) => Math.abs(value)),
  };
}
