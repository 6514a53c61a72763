import { dot } from '../../kernels/vector.ts';
import type { Values } from '../../params.ts';
import type { TermsReader } from '../../problem.ts';
import type { ToldSamples } from '../../update/told-samples.ts';
import type { OutputsInstance } from './instance.ts';
import { createOutputLoss } from './output-loss.ts';
import { createRoundReader } from './round-terms.ts';
import type { OutputSideTerms, OutputTerms } from './types.ts';

/** Reads updates and rounds; an update costs one step. */
export function outputTerms(instance: OutputsInstance, _: Values, told: ToldSamples | null): TermsReader {
  const { data, info } = instance;
  const { features, labels, samples } = data;
  const { neurons, beta } = info;
  // F without its penalty: the same sums in the same order, so the parts add up bit for bit.
  const fitLoss = createOutputLoss({ features, labels, samples, neurons, beta: 0 });

  return {
    side(_side, { weights }): Readonly<Record<string, unknown>> & OutputSideTerms {
      const fit = new Float64Array(weights.length);
      const value = fitLoss.evaluate(fit, weights);
      const decay = weights.map((w) => beta * w);
      return {
        network: { ...forward(instance, told!, weights), fit, decay },
        parts: { fit: value, penalty: (beta / 2) * dot(weights, weights) },
      };
    },
    rounds: { right: createRoundReader(instance, told!) },
  };
}

/** Passes every sample through the network; records terms of the reported ones. */
function forward(
  { data, info }: OutputsInstance,
  told: ToldSamples,
  weights: Float64Array,
): Omit<OutputTerms, 'fit' | 'decay'> {
  const { features, labels, samples: n, columns: d, outputs } = data;
  const { neurons: m } = info;
  const rows = told.rows.length;
  const outputAt = d * m;
  const terms = {
    z: new Float64Array(rows * m),
    fitted: new Float64Array(rows * outputs),
    residuals: new Float64Array(rows * outputs),
    slopes: new Float64Array(rows * m),
    on: new Int32Array(m),
  };
  const z = new Float64Array(m);
  const residual = new Float64Array(outputs);
  let [squares, at] = [0, 0];
  for (let i = 0; i < n; i++) {
    const isTold = told.rows[at] === i;
    for (let j = 0; j < m; j++) {
      z[j] = 0;
      for (let c = 0; c < d; c++) z[j] = z[j]! + features[i * d + c]! * weights[c * m + j]!;
      if (z[j]! > 0) terms.on[j] = terms.on[j]! + 1;
    }
    for (let k = 0; k < outputs; k++) {
      let output = 0;
      for (let j = 0; j < m; j++) output += Math.max(0, z[j]!) * weights[outputAt + j * outputs + k]!;
      residual[k] = output - labels[i * outputs + k]!;
      if (isTold) terms.fitted[at * outputs + k] = output + 0;
    }
    squares += dot(residual, residual);
    if (!isTold) continue;
    terms.z.set(z, at * m);
    terms.residuals.set(residual, at * outputs);
    for (let j = 0; j < m; j++)
      if (z[j]! > 0)
        for (let k = 0; k < outputs; k++)
          terms.slopes[at * m + j] =
            terms.slopes[at * m + j]! + residual[k]! * weights[outputAt + j * outputs + k]!;
    at++;
  }
  return { neurons: m, columns: d, outputs, ...terms, rms: Math.sqrt(squares / n) };
}
