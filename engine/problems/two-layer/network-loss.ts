import type { Landscape } from '../../contract.ts';
import { dot, norm } from '../../kernels/vector.ts';
import { CRITERIA } from '../../race/status.ts';

/** What the loss of a network is made of. */
export interface NetworkLossInput {
  /** n x d, row-major. */
  readonly features: Float64Array;
  /** Length n. */
  readonly labels: Float64Array;
  /** m, the hidden neurons. */
  readonly neurons: number;
  /** beta >= 0, the weight of the squared parameters. */
  readonly beta: number;
  /** False keeps the output weights as they are: their part of the gradient is 0. */
  readonly trainOutput: boolean;
}

/**
 * Writes the m hidden activations relu(w_j.a_i) of row i of the features and returns the network's output there,
 * sum_j alpha_j relu(w_j.a_i). `w` is flat: m x d first-layer weights, row-major, then m output weights.
 */
export function forward(hidden: Float64Array, features: Float64Array, i: number, w: Float64Array): number {
  const m = hidden.length;
  const d = w.length / m - 1;
  let output = 0;
  for (let j = 0, at = 0; j < m; j++) {
    let z = 0;
    for (let k = 0, from = i * d; k < d; k++) z += features[from++]! * w[at++]!;
    hidden[j] = Math.max(0, z);
    output += w[m * d + j]! * hidden[j]!;
  }
  return output;
}

/** Writes the outputs of a network of m neurons (`w` as in `forward`) at every row of the features (n x d, row-major). */
export function predict(outputs: Float64Array, features: Float64Array, w: Float64Array, m: number): void {
  const hidden = new Float64Array(m);
  for (let i = 0; i < outputs.length; i++) outputs[i] = forward(hidden, features, i, w);
}

/**
 * The regularised loss of two layers,
 *   F = 1/(2n) ||relu(A W) alpha - y||^2 + beta/2 (||W||^2 + ||alpha||^2),
 * over m (d + 1) weights laid out as in `forward`; a sample is active for neuron j iff a.w_j > 0. Where the output weights
 * are kept their penalty stays in the loss, so that it is the same F and the same lower bounds hold.
 * Source: Pilanci & Ergen 2020, arXiv 2002.10553. Cost O(n m d), of `curvature` O(n m^2 d^2).
 */
export function createNetworkLoss(input: NetworkLossInput): Landscape {
  const { features, labels, neurons: m, beta, trainOutput } = input;
  const n = labels.length;
  const d = features.length / n;
  const outputAt = m * d;
  const dimension = m * (d + 1);
  const hidden = new Float64Array(m);
  const jacobian = new Float64Array(dimension);
  const longest = longestRow(features, n, d);

  const penalty = (w: Float64Array): number => (beta === 0 ? 0 : (beta / 2) * dot(w, w));

  function loss(w: Float64Array): number {
    let sum = 0;
    for (let i = 0; i < n; i++) {
      const residual = forward(hidden, features, i, w) - labels[i]!;
      sum += (residual * residual) / 2;
    }
    return sum / n + penalty(w);
  }

  /** Adds what sample i pulls and returns its residual. */
  function addPull(gradient: Float64Array, w: Float64Array, i: number): number {
    const residual = forward(hidden, features, i, w) - labels[i]!;
    for (let j = 0; j < m; j++) {
      const h = hidden[j]!;
      if (h === 0) continue;
      const slope = residual * w[outputAt + j]!;
      for (let k = 0, at = j * d, from = i * d; k < d; k++, at++)
        gradient[at] = gradient[at]! + slope * features[from++]!;
      if (trainOutput) gradient[outputAt + j] = gradient[outputAt + j]! + residual * h;
    }
    return residual;
  }

  /** Makes the mean of a sum over `count` samples and adds the penalty's part. */
  function finish(gradient: Float64Array, w: Float64Array, count: number): void {
    const trained = trainOutput ? dimension : outputAt;
    for (let k = 0; k < trained; k++) gradient[k] = gradient[k]! / count + beta * w[k]!;
  }

  function evaluate(gradient: Float64Array, w: Float64Array): number {
    gradient.fill(0);
    let sum = 0;
    for (let i = 0; i < n; i++) {
      const residual = addPull(gradient, w, i);
      sum += (residual * residual) / 2;
    }
    finish(gradient, w, n);
    return sum / n + penalty(w);
  }

  function batchGradient(
    gradient: Float64Array,
    w: Float64Array,
    rows: Int32Array,
    from: number,
    to: number,
  ): void {
    gradient.fill(0);
    for (let k = from; k < to; k++) addPull(gradient, w, rows[k]!);
    finish(gradient, w, to - from);
  }

  /** J^T J / n of the outputs, what bends between a neuron's two layers, and beta. Not positive semidefinite in general. */
  function curvature(matrix: Float64Array, w: Float64Array): void {
    matrix.fill(0);
    const trained = trainOutput ? dimension : outputAt;
    for (let i = 0; i < n; i++) {
      const residual = forward(hidden, features, i, w) - labels[i]!;
      for (let j = 0; j < m; j++) {
        const h = hidden[j]!;
        jacobian[outputAt + j] = h;
        const slope = h === 0 ? 0 : w[outputAt + j]!;
        for (let k = 0; k < d; k++) {
          const a = features[i * d + k]!;
          const at = j * d + k;
          jacobian[at] = slope * a;
          const across = at * dimension + outputAt + j;
          if (trainOutput && h !== 0) matrix[across] = matrix[across]! + residual * a;
        }
      }
      for (let p = 0; p < trained; p++) {
        const factor = jacobian[p]!;
        if (factor === 0) continue;
        for (let q = p, at = p * dimension + p; q < trained; q++, at++)
          matrix[at] = matrix[at]! + factor * jacobian[q]!;
      }
    }
    for (let p = 0; p < trained; p++)
      for (let q = p; q < trained; q++) {
        const value = matrix[p * dimension + q]! / n + (p === q ? beta : 0);
        matrix[p * dimension + q] = value;
        matrix[q * dimension + p] = value;
      }
  }

  /** Whether no sample switches any neuron on by more than rounding; zero neurons are off. */
  function isDead(w: Float64Array): boolean {
    for (let j = 0; j < m; j++) {
      const own = w.subarray(j * d, j * d + d);
      const level = CRITERIA.activation * longest * norm(own);
      for (let i = 0; i < n; i++) if (!(dot(own, features.subarray(i * d, i * d + d)) <= level)) return false;
    }
    return true;
  }

  const landscape: Landscape = {
    dimension,
    samples: n,
    nonNegative: true,
    unbounded: false,
    loss,
    evaluate,
    batchGradient,
    curvature,
    isDead,
    runsOff: () => false,
    planar: () => null,
    follow: () => landscape,
  };
  return landscape;
}

function longestRow(features: Float64Array, n: number, d: number): number {
  let longest = 0;
  for (let i = 0; i < n; i++) longest = Math.max(longest, norm(features.subarray(i * d, i * d + d)));
  return longest;
}
