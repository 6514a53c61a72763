import type { PairInstance, SideName } from '../../../contract.ts';
import type { ToldSamples } from '../../../update/told-samples.ts';
import type { SampleTerms } from '../types.ts';
import { offWeights } from './blend-weights.ts';

/**
 * Reads samples at w (original units, length d) on a side with leak s and blend b (0 on the left). Lists those in `told`, counts all.
 * Active iff a.w > 0. Cost O(n d).
 */
export function readSamples(
  instance: PairInstance,
  told: ToldSamples,
  side: SideName,
  w: Float64Array,
  { leak: s, blend }: { readonly leak: number; readonly blend: number },
): SampleTerms {
  const { features, labels, dimension: d } = instance.samples;
  const n = labels.length;
  const { linear } = offWeights(s, side === 'left' ? 0 : blend);
  const length = told.rows.length;
  const terms = {
    z: new Float64Array(length),
    outputs: new Float64Array(length),
    residuals: new Float64Array(length),
    slopes: new Float64Array(length),
    moves: new Float64Array(length * d),
  };
  let [on, off, pulling, squares, at] = [0, 0, 0, 0, 0];
  for (let i = 0; i < n; i++) {
    let z = 0;
    for (let j = 0; j < d; j++) z += features[i * d + j]! * w[j]!;
    const output = z > 0 ? z : s * z + 0;
    const residual = output - labels[i]!;
    const slope = z > 0 ? residual : residual * linear + 0;
    squares += residual * residual;
    if (z > 0) on++;
    else {
      off++;
      if (slope !== 0) pulling++;
    }
    if (told.rows[at] !== i) continue;
    terms.z[at] = z;
    terms.outputs[at] = output;
    terms.residuals[at] = residual;
    terms.slopes[at] = slope;
    for (let j = 0; j < d; j++) terms.moves[at * d + j] = (-slope / n) * told.features[at * d + j]! + 0;
    at++;
  }
  if (!instance.scaling.identity) throughScaling(terms.moves, instance);
  return { ...terms, on, off, pulling, rms: Math.sqrt(squares / n) };
}

/** Replaces rows a by B B^T a, where w = B v for scaled v: gradients are in v, displayed moves in w. */
function throughScaling(moves: Float64Array, { scaling, dimension: d }: PairInstance): void {
  const columns = Array.from({ length: d }, (_, j) => {
    const column = new Float64Array(d);
    scaling.toOriginal(
      column,
      Float64Array.from({ length: d }, (__, k) => (k === j ? 1 : 0)),
    );
    return column;
  });
  const slope = new Float64Array(d);
  const move = new Float64Array(d);
  for (let from = 0; from < moves.length; from += d) {
    for (let j = 0; j < d; j++) {
      slope[j] = 0;
      for (let k = 0; k < d; k++) slope[j] = slope[j]! + columns[j]![k]! * moves[from + k]!;
    }
    scaling.toOriginal(move, slope);
    moves.set(move, from);
  }
}
