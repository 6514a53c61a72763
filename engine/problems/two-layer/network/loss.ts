import type { Landscape } from '../../../contract.ts';
import { dot } from '../../../kernels/vector.ts';
import {
  addSquare,
  createInactiveTest,
  finishCurvature,
  networkLandscape,
} from '../../../program/network-loss.ts';

/** Data and size of a network. */
export interface NetworkLossInput {
  /** n x d, row-major. */
  readonly features: Float64Array;
  /** Length n. */
  readonly labels: Float64Array;
  /** m. */
  readonly neurons: number;
  /** beta >= 0, weight of the squared parameters. */
  readonly beta: number;
  /** False fixes the output weights: their gradient is 0. */
  readonly trainOutput: boolean;
}

/**
 * Writes the m activations relu(w_j.a_i) of row i and returns the output sum_j alpha_j relu(w_j.a_i). `w` is flat: m x d first-layer
 * weights, row-major, then m output weights.
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

/** Writes the outputs of m neurons (`w` as in `forward`) at all rows (n x d, row-major). */
export function predict(outputs: Float64Array, features: Float64Array, w: Float64Array, m: number): void {
  const hidden = new Float64Array(m);
  for (let i = 0; i < outputs.length; i++) outputs[i] = forward(hidden, features, i, w);
}

/**
 * Creates the regularised loss of two layers,
 *   F = 1/(2n) ||relu(A W) alpha - y||^2 + beta/2 (||W||^2 + ||alpha||^2),
 * over m (d + 1) weights as in `forward`; a sample is active for neuron j iff a.w_j > 0. Fixed output weights stay in the penalty, so the
 * lower bounds of F hold.
 * Source: docs/mathematics.md, section 7.1. Cost O(n m d), of `curvature` O(n m^2 d^2). Never throws.
 */
export function createNetworkLoss(input: NetworkLossInput): Landscape {
  const { features, labels, neurons: m, beta, trainOutput } = input;
  const n = labels.length;
  const d = features.length / n;
  const outputAt = m * d;
  const dimension = m * (d + 1);
  const hidden = new Float64Array(m);
  const hiddenOfFour = new Float64Array(4 * m);
  const residualsOfFour = new Float64Array(4);
  const jacobian = new Float64Array(dimension);
  const isInactive = createInactiveTest(features, n, d);

  const penalty = (w: Float64Array): number => (beta === 0 ? 0 : (beta / 2) * dot(w, w));

  function loss(w: Float64Array): number {
    let sum = 0;
    for (let i = 0; i < n; i++) {
      const residual = forward(hidden, features, i, w) - labels[i]!;
      sum += (residual * residual) / 2;
    }
    return sum / n + penalty(w);
  }

  /** Adds sample i's gradient; returns its residual. */
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

  /**
   * Adds the gradients of planar samples i to i + 3 and writes their residuals, bit for bit as one after the other: sums keep their order,
   * but weights and gradients are read and written once. Inactive terms are multiplied by 0, because no processor predicts the branch.
   */
  function addFourPulls(gradient: Float64Array, w: Float64Array, i: number): void {
    const a1 = features[2 * i]!;
    const a2 = features[2 * i + 1]!;
    const b1 = features[2 * i + 2]!;
    const b2 = features[2 * i + 3]!;
    const c1 = features[2 * i + 4]!;
    const c2 = features[2 * i + 5]!;
    const e1 = features[2 * i + 6]!;
    const e2 = features[2 * i + 7]!;
    let ra = 0;
    let rb = 0;
    let rc = 0;
    let re = 0;
    for (let j = 0; j < m; j++) {
      const w1 = w[2 * j]!;
      const w2 = w[2 * j + 1]!;
      const output = w[outputAt + j]!;
      const ha = relu(a1 * w1 + a2 * w2);
      const hb = relu(b1 * w1 + b2 * w2);
      const hc = relu(c1 * w1 + c2 * w2);
      const he = relu(e1 * w1 + e2 * w2);
      hiddenOfFour[4 * j] = ha;
      hiddenOfFour[4 * j + 1] = hb;
      hiddenOfFour[4 * j + 2] = hc;
      hiddenOfFour[4 * j + 3] = he;
      ra += output * ha;
      rb += output * hb;
      rc += output * hc;
      re += output * he;
    }
    ra -= labels[i]!;
    rb -= labels[i + 1]!;
    rc -= labels[i + 2]!;
    re -= labels[i + 3]!;
    residualsOfFour[0] = ra;
    residualsOfFour[1] = rb;
    residualsOfFour[2] = rc;
    residualsOfFour[3] = re;
    for (let j = 0; j < m; j++) {
      const output = w[outputAt + j]!;
      const ha = hiddenOfFour[4 * j]!;
      const hb = hiddenOfFour[4 * j + 1]!;
      const hc = hiddenOfFour[4 * j + 2]!;
      const he = hiddenOfFour[4 * j + 3]!;
      const sa = ra * output * Number(ha > 0);
      const sb = rb * output * Number(hb > 0);
      const sc = rc * output * Number(hc > 0);
      const se = re * output * Number(he > 0);
      gradient[2 * j] = gradient[2 * j]! + sa * a1 + sb * b1 + sc * c1 + se * e1;
      gradient[2 * j + 1] = gradient[2 * j + 1]! + sa * a2 + sb * b2 + sc * c2 + se * e2;
      if (trainOutput)
        gradient[outputAt + j] = gradient[outputAt + j]! + ra * ha + rb * hb + rc * hc + re * he;
    }
  }

  /** Divides a sum over `count` samples and adds the penalty's gradient. */
  function finish(gradient: Float64Array, w: Float64Array, count: number): void {
    const trained = trainOutput ? dimension : outputAt;
    for (let k = 0; k < trained; k++) gradient[k] = gradient[k]! / count + beta * w[k]!;
  }

  function evaluate(gradient: Float64Array, w: Float64Array): number {
    gradient.fill(0);
    let sum = 0;
    let i = 0;
    if (d === 2)
      for (; i + 4 <= n; i += 4) {
        addFourPulls(gradient, w, i);
        for (let k = 0; k < 4; k++) sum += (residualsOfFour[k]! * residualsOfFour[k]!) / 2;
      }
    for (; i < n; i++) {
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

  /** Writes J^T J / n of the outputs, the mixed terms of a neuron's layers, and beta. Not positive semidefinite in general. */
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
      addSquare(matrix, jacobian, trained);
    }
    finishCurvature(matrix, dimension, trained, n, beta);
  }

  function isDead(w: Float64Array): boolean {
    for (let j = 0; j < m; j++) if (!isInactive(w.subarray(j * d, j * d + d))) return false;
    return true;
  }

  return networkLandscape({ dimension, samples: n, loss, evaluate, batchGradient, curvature, isDead });
}

/** Returns max(z, 0), exact below 2^1023, without a branch. */
function relu(z: number): number {
  return 0.5 * (z + Math.abs(z));
}
