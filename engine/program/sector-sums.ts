import { createRunningSums } from '../kernels/running-sums.ts';
import { type Arrangement, createArrangement, ENTRY } from '../landscapes/arrangement.ts';

/** S = sum of a_i R_i^T over the active rows of each sector, for planar rows and a residual R (n x K). */
export interface SectorSums {
  /** Entries carry row numbers in place of labels. */
  readonly arrangement: Arrangement;
  /** Unit directions of the rays, flat. */
  readonly rays: Float64Array;
  /** S of each sector, 2 x K row-major, flat (at least one sector). */
  readonly sums: Float64Array;
  /** Sets the residual (n x K, row-major). O(nK). Non-finite residuals give non-finite sums. */
  update(residual: Float64Array): void;
}

/** Builds the sums of n rows (n x 2, row-major) and K outputs for a zero residual. O(n). */
export function createSectorSums(features: Float64Array, outputs: number): SectorSums {
  const numbers = Float64Array.from({ length: features.length / 2 }, (_, i) => i);
  const arrangement = createArrangement(features, numbers);
  const { rays: count, directions, entries, starts, enters } = arrangement;
  const half = count / 2;
  const rays = new Float64Array(2 * count);
  for (let ray = 0; ray < count; ray++) {
    const [x, y] = [directions[2 * ray]!, directions[2 * ray + 1]!];
    // Scale first: the square of a small row would lose its digits.
    const size = Math.max(Math.abs(x), Math.abs(y));
    const length = Math.sqrt((x / size) ** 2 + (y / size) ** 2);
    rays[2 * ray] = x / size / length;
    rays[2 * ray + 1] = y / size / length;
  }
  const stride = 2 * outputs;
  const sums = new Float64Array(stride * Math.max(1, count));

  function update(residual: Float64Array): void {
    const running = createRunningSums(stride);
    let active = 0;
    const add = (k: number, sign: 1 | -1) => {
      const x = sign * entries[ENTRY * k]!;
      const y = sign * entries[ENTRY * k + 1]!;
      const row = outputs * entries[ENTRY * k + 2]!;
      for (let j = 0; j < outputs; j++) {
        running.add(j, x * residual[row + j]!);
        running.add(outputs + j, y * residual[row + j]!);
      }
      active += sign;
    };
    // A sector without active rows keeps its exact zeros.
    const write = (sector: number) => {
      if (active > 0) running.write(sums, stride * sector);
    };
    // Sector 0 begins at ray 0: its entering rows are active, those of the rays ahead still inactive.
    for (let r = 0; r < half; r++)
      for (let k = starts[r]!; k < starts[r + 1]!; k++) if (enters(k, r) === (r === 0)) add(k, 1);
    write(0);
    for (let ray = 1; ray < count; ray++) {
      const r = ray % half;
      for (let k = starts[r]!; k < starts[r + 1]!; k++) add(k, enters(k, ray) ? 1 : -1);
      write(ray);
    }
  }

  return { arrangement, rays, sums, update };
}

/** Local maxima over the circle from a function that visits all above a level, counter-clockwise. */
export function maximaOf<Touch>(
  visit: (level: number, take: (touch: Touch) => void) => void,
  heightOf: (touch: Touch) => number,
) {
  return {
    /** Returns the largest, or null if the curve is zero everywhere or not finite. */
    maximum(): Touch | null {
      let best: Touch | null = null;
      visit(0, (touch) => {
        if (best === null || heightOf(touch) > heightOf(best)) best = touch;
      });
      return best;
    },
    localMaxima(level: number): Touch[] {
      const found: Touch[] = [];
      visit(level, (touch) => found.push(touch));
      return found;
    },
  };
}
