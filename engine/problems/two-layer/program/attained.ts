import { dot } from '../../../kernels/vector.ts';
import { predict } from '../network/loss.ts';
import { withoutPadding } from '../network/neurons.ts';

export interface WidthInput {
  /** n x d, row-major. */
  readonly features: Float64Array;
  /** Length n. */
  readonly labels: Float64Array;
  readonly beta: number;
  /** m, the most hidden neurons. */
  readonly neurons: number;
  /** True with free biases: a network's last neuron is then its constant and not counted. */
  readonly constant: boolean;
}

/**
 * Returns the least objective among known networks (flat as in `forward`) of at most m neurons, each balanced: an upper bound over m
 * neurons with both layers trained. NaN if none is that narrow. A neuron then costs beta |alpha| ||w||, with a free bias beta |alpha
 * slope|.
 */
export function attainedObjective(input: WidthInput, networks: readonly Float64Array[]): number {
  const { features, labels, beta, neurons, constant } = input;
  const n = labels.length;
  const d = features.length / n;
  const outputs = new Float64Array(n);
  let least = Number.NaN;
  for (const padded of networks) {
    const network = withoutPadding(padded, d);
    const m = network.length / (d + 1);
    if (m - (constant ? 1 : 0) > neurons) continue;
    predict(outputs, features, network, m);
    let squares = 0;
    for (let i = 0; i < n; i++) squares += (outputs[i]! - labels[i]!) ** 2;
    let penalty = 0;
    for (let j = 0; j < m; j++) {
      if (constant && j === m - 1) continue;
      const w = network.subarray(j * d, j * d + (constant ? 1 : d));
      penalty += Math.abs(network[m * d + j]!) * Math.sqrt(dot(w, w));
    }
    const objective = squares / (2 * n) + beta * penalty;
    if (!(objective >= least)) least = objective;
  }
  return least;
}
