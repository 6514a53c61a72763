import { annealedWeight } from '../../../annealing.ts';
import type { Landscape } from '../../../contract.ts';
import { createNetworkLoss, type NetworkLossInput } from '../network/loss.ts';

export interface RelaxedLossInput extends NetworkLossInput {
  /** b in [0, 1], weight of the regulariser; 0 gives the network's own loss. */
  readonly blend: number;
  /** Steps over which the weight falls linearly to 0 (a graduated start); 0 or absent keeps it. */
  readonly anneal?: number;
}

/**
 * Creates the one-neuron relaxation of every neuron,
 *   F + b/n sum_j alpha_j y^T max(-A w_j, 0),
 * with F and weights as in `createNetworkLoss`. With b = 1 and fixed output weights of one sign it is convex in W, for any labels: the
 * cross terms become linear. With equal ones it has a minimiser with all neurons equal: it collapses to one. It is not convex for output
 * weights of both signs, nor jointly in W and alpha. If some alpha_j y_i < 0 it may be unbounded below, unproved, so `unbounded` is false
 * and the run may diverge. With `anneal` the weight is b max(0, 1 - k/anneal) at the last `atStep`: `follow` makes a separate loss. Source:
 * docs/mathematics.md, section 7.5; not the multi-neuron form of Ergen & Pilanci 2019.
 */
export function createRelaxedLoss(input: RelaxedLossInput): Landscape {
  const { features, labels, neurons: m, trainOutput, blend, anneal = 0 } = input;
  const network = createNetworkLoss(input);
  if (blend === 0) return network;
  let b = blend;
  const n = labels.length;
  const d = features.length / n;
  const outputAt = m * d;
  const { dimension } = network;

  /** a_i.w_j */
  function activation(w: Float64Array, i: number, j: number): number {
    let z = 0;
    for (let k = 0, from = i * d, at = j * d; k < d; k++) z += features[from++]! * w[at++]!;
    return z;
  }

  /** sum_j alpha_j y_i max(-a_i.w_j, 0) */
  function excess(w: Float64Array, i: number): number {
    let sum = 0;
    for (let j = 0; j < m; j++) {
      const z = activation(w, i, j);
      if (!(z > 0)) sum -= w[outputAt + j]! * z;
    }
    return labels[i]! * sum;
  }

  /** Adds `share` times the gradient of `excess`; returns `excess`. */
  function addPull(gradient: Float64Array, w: Float64Array, i: number, share: number): number {
    const pull = share * labels[i]!;
    let sum = 0;
    for (let j = 0; j < m; j++) {
      const z = activation(w, i, j);
      if (z > 0) continue;
      const output = w[outputAt + j]!;
      sum -= output * z;
      const slope = pull * output;
      for (let k = 0, at = j * d, from = i * d; k < d; k++, at++)
        gradient[at] = gradient[at]! - slope * features[from++]!;
      if (trainOutput) gradient[outputAt + j] = gradient[outputAt + j]! - pull * z;
    }
    return labels[i]! * sum;
  }

  const landscape: Landscape = {
    ...network,
    nonNegative: false,
    loss(w) {
      if (b === 0) return network.loss(w);
      let sum = 0;
      for (let i = 0; i < n; i++) sum += excess(w, i);
      return network.loss(w) + (b * sum) / n;
    },
    evaluate(gradient, w) {
      const loss = network.evaluate(gradient, w);
      if (b === 0) return loss;
      let sum = 0;
      for (let i = 0; i < n; i++) sum += addPull(gradient, w, i, b / n);
      return loss + (b * sum) / n;
    },
    batchGradient(gradient, w, rows, from, to) {
      network.batchGradient(gradient, w, rows, from, to);
      for (let k = from; k < to; k++) addPull(gradient, w, rows[k]!, b / (to - from));
    },
    curvature(matrix, w) {
      network.curvature(matrix, w);
      if (!trainOutput) return;
      for (let i = 0; i < n; i++)
        for (let j = 0; j < m; j++) {
          if (activation(w, i, j) > 0) continue;
          const output = outputAt + j;
          for (let k = 0; k < d; k++) {
            const change = (b / n) * labels[i]! * features[i * d + k]!;
            const at = j * d + k;
            matrix[at * dimension + output] = matrix[at * dimension + output]! - change;
            matrix[output * dimension + at] = matrix[output * dimension + at]! - change;
          }
        }
    },
    follow: () => (anneal > 0 ? createRelaxedLoss(input) : landscape),
    ...(anneal > 0 && {
      atStep(k: number) {
        b = annealedWeight(blend, anneal, k);
      },
    }),
  };
  return landscape;
}
