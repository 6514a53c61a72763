import type { Landscape } from '../../../contract.ts';
import { createNetworkLoss } from '../network/loss.ts';

export interface HingeLossInput {
  /** One feature, length n. */
  readonly x: Float64Array;
  /** Length n. */
  readonly labels: Float64Array;
  /** m. */
  readonly neurons: number;
  /** beta >= 0, weight of the squared slopes and output weights. */
  readonly beta: number;
  /** False fixes the output weights: their gradient is 0. */
  readonly trainOutput: boolean;
  /** False fixes the constant. */
  readonly constant: boolean;
}

/**
 * Creates the loss of two layers on one feature with free biases,
 *   1/(2n) ||sum_j alpha_j relu(s_j x + b_j) + c - y||^2 + beta/2 sum_j (s_j^2 + alpha_j^2),
 * over 3 m + 1 weights: (s_j, b_j) per neuron, then the alpha_j, flat as in `forward`, and c. Fixed weights count in output and penalty.
 * Its minimum with the constant is that of `createHingeProgram`. Source: docs/mathematics.md, section 7.6.
 */
export function createHingeLoss(input: HingeLossInput): Landscape {
  const { x, labels, neurons: m, beta, trainOutput, constant } = input;
  const dimension = 3 * m + 1;
  const features = new Float64Array(2 * x.length).fill(1);
  for (let i = 0; i < x.length; i++) features[2 * i] = x[i]!;
  const common = { features, labels, beta: 0, trainOutput: true };
  const hidden = createNetworkLoss({ ...common, neurons: m });
  // The constant is the output weight of one more neuron, 1 at every sample.
  const network = createNetworkLoss({ ...common, neurons: m + 1 });
  const inner = new Float64Array(network.dimension);
  const slope = new Float64Array(network.dimension);
  inner[2 * m + 1] = 1;

  /** Returns the inner index of weight k; the constant's neuron inserts two weights. */
  const place = (k: number) => (k < 2 * m ? k : k + 2);
  const isTrained = (k: number) => k < 2 * m || (k < 3 * m ? trainOutput : constant);
  const isPenalised = (k: number) => (k < 2 * m ? k % 2 === 0 : k < 3 * m);

  function take(w: Float64Array): Float64Array {
    for (let k = 0; k < dimension; k++) inner[place(k)] = w[k]!;
    return inner;
  }

  function penalty(w: Float64Array): number {
    let squares = 0;
    for (let k = 0; k < dimension; k++) if (isPenalised(k)) squares += w[k]! * w[k]!;
    return beta === 0 ? 0 : (beta / 2) * squares;
  }

  function finish(gradient: Float64Array, w: Float64Array): void {
    for (let k = 0; k < dimension; k++)
      gradient[k] = isTrained(k) ? slope[place(k)]! + (isPenalised(k) ? beta * w[k]! : 0) : 0;
  }

  const landscape: Landscape = {
    ...network,
    dimension,
    loss: (w) => network.loss(take(w)) + penalty(w),
    evaluate(gradient, w) {
      const fit = network.evaluate(slope, take(w));
      finish(gradient, w);
      return fit + penalty(w);
    },
    batchGradient(gradient, w, rows, from, to) {
      network.batchGradient(slope, take(w), rows, from, to);
      finish(gradient, w);
    },
    curvature(matrix, w) {
      const bends = new Float64Array(inner.length * inner.length);
      network.curvature(bends, take(w));
      for (let p = 0; p < dimension; p++)
        for (let q = 0; q < dimension; q++) {
          const bend = bends[place(p) * inner.length + place(q)]! + (p === q && isPenalised(p) ? beta : 0);
          matrix[p * dimension + q] = isTrained(p) && isTrained(q) ? bend : 0;
        }
    },
    // The constant's neuron is always on.
    isDead: (w) => hidden.isDead(w.subarray(0, 3 * m)),
    follow: () => landscape,
  };
  return landscape;
}
