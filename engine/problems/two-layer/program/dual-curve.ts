import { createRunningSums } from '../../../kernels/running-sums.ts';
import { type Arrangement, createArrangement, ENTRY } from '../../../landscapes/arrangement.ts';

/** A direction of the circle (unit length) with the curve's value there. */
export interface Touch {
  readonly x: number;
  readonly y: number;
  /** The value with its sign. */
  readonly value: number;
  /** The sector, or the ray where `onRay`. */
  readonly place: number;
  readonly onRay: boolean;
}

/**
 * The dual curve eta(u) = sum_i lambda_i relu(a_i.u) over the unit circle: in each sector of the arrangement one sinusoid
 * s.u, s the sum of lambda_i a_i over the rows that are active there (docs/mathematics.md, section 7.3). Directions need not be normalised to be asked for.
 */
export interface DualCurve {
  /** Rays and sectors of the rows; its entries carry the number of their row in place of a label. */
  readonly arrangement: Arrangement;
  /** Unit directions of the rays, flat. */
  readonly rays: Float64Array;
  /** The vector s of each sector, flat (at least one sector). */
  readonly vectors: Float64Array;
  /** Takes other multipliers (length n). O(n). Non-finite ones give non-finite values. */
  update(lambda: Float64Array): void;
  /** The value at the direction of (x, y), which is not zero. */
  at(x: number, y: number): number;
  /** The largest |eta| with its place; null where the curve is zero throughout or not finite. */
  maximum(): Touch | null;
  /** All local maxima of |eta| above the level (not negative), counter-clockwise; each ray and each sector at most once. */
  localMaxima(level: number): Touch[];
}

/** The curve of n rows (n x 2, row-major) with all multipliers zero. Building is O(n). */
export function createDualCurve(features: Float64Array): DualCurve {
  const n = features.length / 2;
  const arrangement = createArrangement(
    features,
    Float64Array.from({ length: n }, (_, i) => i),
  );
  const { rays: count, directions, entries, starts, enters } = arrangement;
  const half = count / 2;
  const rays = new Float64Array(2 * count);
  for (let ray = 0; ray < count; ray++) {
    const x = directions[2 * ray]!;
    const y = directions[2 * ray + 1]!;
    // The larger part first: the square of a small row would lose its digits.
    const size = Math.max(Math.abs(x), Math.abs(y));
    const length = Math.sqrt((x / size) ** 2 + (y / size) ** 2);
    rays[2 * ray] = x / size / length;
    rays[2 * ray + 1] = y / size / length;
  }
  const vectors = new Float64Array(2 * Math.max(1, count));

  function update(lambda: Float64Array): void {
    const sums = createRunningSums(2);
    let active = 0;
    const add = (k: number, sign: 1 | -1) => {
      const factor = sign * lambda[entries[ENTRY * k + 2]!]!;
      sums.add(0, factor * entries[ENTRY * k]!);
      sums.add(1, factor * entries[ENTRY * k + 1]!);
      active += sign;
    };
    // Sector 0 lies behind ray 0: what enters there is on; at the other rays, still ahead, what enters is still off.
    for (let r = 0; r < half; r++)
      for (let k = starts[r]!; k < starts[r + 1]!; k++) if (enters(k, r) === (r === 0)) add(k, 1);
    if (active > 0) sums.write(vectors, 0);
    for (let ray = 1; ray < count; ray++) {
      const r = ray % half;
      for (let k = starts[r]!; k < starts[r + 1]!; k++) add(k, enters(k, ray) ? 1 : -1);
      // Where no row is left zero stands, not what rounding leaves.
      if (active > 0) sums.write(vectors, 2 * ray);
    }
  }

  /** s.u of a sector. */
  const along = (sector: number, x: number, y: number) =>
    vectors[2 * sector]! * x + vectors[2 * sector + 1]! * y;

  /** The slope of the sector's sinusoid at one of its rays, counter-clockwise. */
  const slope = (sector: number, ray: number) => along(sector, -rays[2 * ray + 1]!, rays[2 * ray]!);

  /** Calls `take` at every local maximum of |eta| that is above the level. */
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
      // |s.u| is largest along s or against it: inside where the slope changes its sign from one ray to the other.
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
    maximum() {
      let best: Touch | null = null;
      visit(0, (touch) => {
        if (best === null || Math.abs(touch.value) > Math.abs(best.value)) best = touch;
      });
      return best;
    },
    localMaxima(level) {
      const found: Touch[] = [];
      visit(level, (touch) => found.push(touch));
      return found;
    },
  };
}
