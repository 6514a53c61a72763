import { annealedWeight } from '../../../annealing.ts';
import type { Landscape, Samples, SideName } from '../../../contract.ts';
import type { ToldSamples } from '../../../update/told-samples.ts';
import { createHingeLoss } from '../program/hinge-loss.ts';
import type { NetworkTerms } from '../types.ts';
import { createNetworkLoss } from './loss.ts';

/** m neurons of d columns, with what is trained and penalised. */
interface Shape {
  readonly neurons: number;
  readonly columns: number;
  readonly constant: boolean;
  readonly beta: number;
  readonly trained: boolean;
}

/** Reads a side's networks. A reading costs as much as a step. */
export type NetworkTermsReader = (side: SideName, weights: Float64Array, k: number) => NetworkTerms;

/** `relaxation` is the right side's added term, null without one. */
export function createNetworkTermsReader(
  { features, labels }: Pick<Samples, 'features' | 'labels'>,
  shape: Shape,
  told: ToldSamples,
  relaxation: { readonly blend: number; readonly anneal: number } | null,
): NetworkTermsReader {
  const { neurons: m, columns: d, constant, beta, trained } = shape;
  const n = labels.length;
  const fitLoss = fitLossOf(shape, features, labels);
  const outputAt = m * d;

  return (side, weights, k) => {
    const relaxes = side === 'right' && relaxation !== null;
    const blend = relaxes ? annealedWeight(relaxation.blend, relaxation.anneal, k) : 0;
    const rows = told.rows.length;
    const terms = {
      z: new Float64Array(rows * m),
      outputs: new Float64Array(rows),
      residuals: new Float64Array(rows),
      slopes: new Float64Array(rows * m),
      on: new Int32Array(m),
      fit: new Float64Array(weights.length),
      decay: new Float64Array(weights.length),
    };
    const relaxed = new Float64Array(weights.length);
    let [squares, charge, at] = [0, 0, 0];
    const z = new Float64Array(m);
    for (let i = 0; i < n; i++) {
      const y = labels[i]!;
      let output = 0;
      for (let j = 0; j < m; j++) {
        z[j] = 0;
        for (let c = 0; c < d; c++) z[j] = z[j]! + features[i * d + c]! * weights[j * d + c]!;
        const alpha = weights[outputAt + j]!;
        if (z[j]! > 0) {
          terms.on[j] = terms.on[j]! + 1;
          output += alpha * z[j]!;
        } else if (blend > 0) {
          const pull = (blend / n) * y;
          charge -= pull * alpha * z[j]!;
          for (let c = 0; c < d; c++)
            relaxed[j * d + c] = relaxed[j * d + c]! - pull * alpha * features[i * d + c]!;
          if (trained) relaxed[outputAt + j] = relaxed[outputAt + j]! - pull * z[j]!;
        }
      }
      if (constant) output += weights.at(-1)!;
      const residual = output - y;
      squares += residual * residual;
      if (told.rows[at] !== i) continue;
      terms.outputs[at] = output;
      terms.residuals[at] = residual;
      for (let j = 0; j < m; j++) {
        const alpha = weights[outputAt + j]!;
        terms.z[at * m + j] = z[j]!;
        terms.slopes[at * m + j] = (z[j]! > 0 ? residual : -blend * y) * alpha + 0;
      }
      at++;
    }
    fitLoss.evaluate(terms.fit, weights);
    for (let p = 0; p < weights.length; p++) if (costs(p, shape)) terms.decay[p] = beta * weights[p]!;
    return {
      ...shape,
      ...terms,
      rms: Math.sqrt(squares / n),
      relaxed: relaxes ? relaxed : null,
      charge: relaxes ? { blend, value: charge } : null,
    };
  };
}

/** True if a trained weight is penalised; with a free constant, neither it nor the biases are. */
function costs(p: number, { neurons: m, columns: d, constant, trained }: Shape): boolean {
  if (p < m * d) return !constant || p % d === 0;
  return p < m * (d + 1) && trained;
}

function fitLossOf(
  { neurons, columns, constant, trained }: Shape,
  features: Float64Array,
  labels: Float64Array,
): Landscape {
  const common = { labels, neurons, beta: 0, trainOutput: trained };
  if (!constant) return createNetworkLoss({ ...common, features });
  return createHingeLoss({ ...common, x: features.filter((_, k) => k % columns === 0), constant });
}
