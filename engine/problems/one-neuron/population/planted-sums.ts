import { createRunningSums } from '../../../kernels/running-sums.ts';
import { type Arrangement, ENTRY } from '../../../landscapes/arrangement.ts';

/** N11, N12, N22, P11, P12, P22 of a sector. */
export const PLANTED_SUMS = 6;

/**
 * Sums of a a^T per sector over samples on there but off at the plant (N), and the reverse (P). They accumulate outwards from the plant,
 * each row entering once: next to the plant both are exactly zero, so losses keep their relative accuracy where the arrangement's
 * quadratics cancel.
 */
export interface PlantedSums {
  readonly plant: Float64Array;
  readonly sums: Float64Array;
  /** a a^T over samples on at the plant: 11, 12, 22. */
  readonly atPlant: Float64Array;
}

/** Sums about the direction of `plant` (length 2); null if 0. */
export function createPlantedSums(arrangement: Arrangement, plant: Float64Array): PlantedSums | null {
  if (plant[0] === 0 && plant[1] === 0) return null;
  const { rays, entries, starts, enters } = arrangement;
  const half = rays / 2;
  const sums = new Float64Array(PLANTED_SUMS * Math.max(1, rays));
  const home = arrangement.locate(plant[0]!, plant[1]!);
  const atPlant = arrangement.sums.slice(5 * home, 5 * home + 3);

  /** Crosses half of the rays from the plant's sector, counter-clockwise (1) or clockwise (-1). */
  const sweep = (direction: 1 | -1): void => {
    const running = createRunningSums(PLANTED_SUMS);
    for (let crossed = 1; crossed <= half; crossed++) {
      // Clockwise, the crossed ray belongs to the sector left behind.
      const sector = (home + direction * crossed + rays) % rays;
      const ray = direction === 1 ? sector : (sector + 1) % rays;
      const r = ray < half ? ray : ray - half;
      for (let k = starts[r]!; k < starts[r + 1]!; k++) {
        const a1 = entries[ENTRY * k]!;
        const a2 = entries[ENTRY * k + 1]!;
        const from = enters(k, ray) === (direction === 1) ? 0 : 3;
        running.add(from, a1 * a1);
        running.add(from + 1, a1 * a2);
        running.add(from + 2, a2 * a2);
      }
      running.write(sums, PLANTED_SUMS * sector);
    }
  };
  sweep(-1);
  sweep(1);
  return { plant, sums, atPlant };
}
