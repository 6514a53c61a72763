import { dot } from '../../../kernels/vector.ts';
import { predict } from '../network/loss.ts';
import { withoutPadding } from '../network/neurons.ts';

/** The networks of which an optimum is asked. */
export interface WidthInput {
  /** n x d, row-major. */
  readonly features: Float64Array;
  /** Length n. */
  readonly labels: Float64Array;
  readonly beta: number;
  /** m, their hidden neurons at most. */
  readonly neurons: number;
  /** True if biases are free: a network's last neuron is then its constant and not counted. */
  readonly constant: boolean;
}

/**
 * The least objective among known networks (flat as `forward` has it) that have at most m neurons, each rescaled so that its
 * layers weigh alike: the optimum over networks of m neurons with both layers trained is no larger. NaN where none of them
 * is that narrow. What a network adds to the penalty then is beta |alpha| ||w||, of a free bias beta |alpha slope|.
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
