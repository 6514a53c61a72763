import type { CurveTold, SectorTold } from '../../../../engine/problems/vector-output/types.ts';
import type { Drawing } from '../../../charts/frame.ts';
import { mainOutput } from '../output-looks.ts';

export interface CircleNames {
  readonly outputs: readonly string[];
  /** Names of eta/n of the program's residual, and of descent's. */
  readonly right: string;
  readonly left: string;
  readonly bar: string;
  readonly dot: string;
  readonly beta: string;
}

/** Flat directions of any length, and ||u|| ||v||. */
export interface CircleNeurons {
  readonly directions: ArrayLike<number>;
  readonly weights: ArrayLike<number>;
  /** Not 0 if active on no sample; may be empty. */
  readonly dead: ArrayLike<number>;
}

export interface CircleInput extends Drawing {
  readonly beta: number;
  /** eta/n of each side's residual; null until known. */
  readonly left: CurveTold | null;
  readonly right: CurveTold | null;
  readonly neurons: CircleNeurons | null;
  readonly atoms: CircleNeurons | null;
  /** Weight drawn at UNIT between beta and rim. */
  readonly unit: number;
  /** Direction being read, and its sector's test; null for none. */
  readonly direction: readonly [number, number] | null;
  readonly sector: SectorTold | null;
  readonly names: CircleNames;
}

export const outputAt = ({ outputs, heights }: CurveTold, k: number): Float64Array => {
  const count = outputs.length / heights.length;
  return outputs.subarray(k * count, (k + 1) * count);
};

/** Returns the sample nearest to a direction; -1 without samples. */
export function nearestOf({ directions, heights }: CurveTold, x: number, y: number): number {
  let [nearest, most] = [-1, Number.NEGATIVE_INFINITY];
  for (let k = 0; k < heights.length; k++) {
    const along = directions[2 * k]! * x + directions[2 * k + 1]! * y;
    if (along > most) [nearest, most] = [k, along];
  }
  return nearest;
}

/** Returns [first sample, last sample, output] where one output is largest, cut at sample 0. */
export function stretchesOf(curve: CurveTold): (readonly [number, number, number])[] {
  const stretches: [number, number, number][] = [];
  for (let k = 0; k < curve.heights.length; k++) {
    const direction = outputAt(curve, k);
    if (!direction.some((value) => value !== 0)) continue;
    const main = mainOutput(direction);
    const last = stretches.at(-1);
    if (last && last[1] === k - 1 && last[2] === main) last[1] = k;
    else stretches.push([k, k, main]);
  }
  return stretches;
}
