import type { CurveTold, SectorTold } from '../../../../engine/problems/vector-output/types.ts';
import type { Drawing } from '../../../charts/frame.ts';
import { mainOutput } from '../output-looks.ts';

/** What stands in the circle's corners. */
export interface CircleNames {
  /** Of each output. */
  readonly outputs: readonly string[];
  /** "eta/n of the program's residual", coloured; the same of descent, dashed. */
  readonly right: string;
  readonly left: string;
  readonly bar: string;
  readonly dot: string;
  readonly beta: string;
}

/** Neurons of one side: their directions (flat, of any length) and weights ||u|| ||v||. */
export interface CircleNeurons {
  readonly directions: ArrayLike<number>;
  readonly weights: ArrayLike<number>;
  /** Not 0 where no sample is active; may be empty. */
  readonly dead: ArrayLike<number>;
}

export interface CircleInput extends Drawing {
  readonly beta: number;
  /** eta/n of each side's residual; null before it is known. */
  readonly left: CurveTold | null;
  readonly right: CurveTold | null;
  readonly neurons: CircleNeurons | null;
  readonly atoms: CircleNeurons | null;
  /** The weight that stands at UNIT of the way from beta to the rim. */
  readonly unit: number;
  /** The direction that is read, and the test of its sector; null for none. */
  readonly direction: readonly [number, number] | null;
  readonly sector: SectorTold | null;
  readonly names: CircleNames;
}

/** The numbers of sample k of a curve. */
export const outputAt = ({ outputs, heights }: CurveTold, k: number): Float64Array => {
  const count = outputs.length / heights.length;
  return outputs.subarray(k * count, (k + 1) * count);
};

/** The sample of a curve that is nearest to a direction; -1 where it has none. */
export function nearestOf({ directions, heights }: CurveTold, x: number, y: number): number {
  let [nearest, most] = [-1, Number.NEGATIVE_INFINITY];
  for (let k = 0; k < heights.length; k++) {
    const along = directions[2 * k]! * x + directions[2 * k + 1]! * y;
    if (along > most) [nearest, most] = [k, along];
  }
  return nearest;
}

/** Stretches of the curve along which one output is the largest, as [first sample, last sample, output]; the circle is cut at sample 0. */
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
