import type { Landscape } from '../../contract.ts';
import { dot } from '../../kernels/vector.ts';
import {
  addSquare,
  createInactiveTest,
  finishCurvature,
  networkLandscape,
} from '../../program/network-loss.ts';

export interface OutputLossInput {
  /** n x d, row-major. */
  readonly features: Float64Array;
  /** n x K, row-major. */
  readonly labels: Float64Array;
  /** n. */
  readonly samples: number;
  /** m. */
  readonly neurons: number;
  /** beta >= 0. */
  readonly beta: number;
}

/**
 * Creates the regularised loss of two layers with K outputs,
 *   F = 1/(2n) ||relu(A U) V - Y||^2 + beta/2 (||U||^2 + ||V||^2),
 * over U (d x m, a column a neuron), then V (m x K), both row-major; a sample is active for neuron j iff a.u_j > 0. Cost O(n m (d + K)), of
 * `curvature` O(n m^2 (d + K)^2). Never throws.
 */
export function createOutputLoss({
  features,
  labels,
  samples: n,
  neurons: m,
  beta,
}: OutputLossInput): Landscape {
  const d = features.length / n;
  const outputs = labels.length / n;
  const outputAt = d * m;
  const dimension = m * (d + outputs);
  const hidden = new Float64Array(m);
  const residual = new Float64Array(outputs);
  const jacobian = new Float64Array(dimension);

  /** Writes hidden activations of sample i and its residual, output minus label; returns half the residual's square. */
  function forward(w: Float64Array, i: number): number {
    for (let j = 0; j < m; j++) {
      let z = 0;
      for (let k = 0; k < d; k++) z += features[i * d + k]! * w[k * m + j]!;
      hidden[j] = Math.max(0, z);
    }
    let sum = 0;
    for (let c = 0; c < outputs; c++) {
      let output = 0;
      for (let j = 0; j < m; j++) output += hidden[j]! * w[outputAt + j * outputs + c]!;
      const r = output - labels[i * outputs + c]!;
      residual[c] = r;
      sum += (r * r) / 2;
    }
    return sum;
  }

  const penalty = (w: Float64Array): number => (beta === 0 ? 0 : (beta / 2) * dot(w, w));

  /** Adds the gradient of sample i; returns half its residual's square. */
  function addPull(gradient: Float64Array, w: Float64Array, i: number): number {
    const half = forward(w, i);
    for (let j = 0; j < m; j++) {
      const h = hidden[j]!;
      if (h === 0) continue;
      let slope = 0;
      for (let c = 0, at = outputAt + j * outputs; c < outputs; c++, at++) {
        slope += residual[c]! * w[at]!;
        gradient[at] = gradient[at]! + h * residual[c]!;
      }
      for (let k = 0, at = j; k < d; k++, at += m)
        gradient[at] = gradient[at]! + slope * features[i * d + k]!;
    }
    return half;
  }

  /** Divides the sum by `count` and adds the penalty's gradient. */
  function finish(gradient: Float64Array, w: Float64Array, count: number): void {
    for (let p = 0; p < dimension; p++) gradient[p] = gradient[p]! / count + beta * w[p]!;
  }

  /** Adds J^T J / n, the coupling of each neuron's two layers, and beta. Not positive semidefinite in general. */
  function curvature(matrix: Float64Array, w: Float64Array): void {
    matrix.fill(0);
    for (let i = 0; i < n; i++) {
      forward(w, i);
      for (let c = 0; c < outputs; c++) {
        jacobian.fill(0);
        for (let j = 0; j < m; j++) {
          const h = hidden[j]!;
          if (h === 0) continue;
          const own = outputAt + j * outputs + c;
          jacobian[own] = h;
          for (let k = 0; k < d; k++) {
            const a = features[i * d + k]!;
            jacobian[k * m + j] = w[own]! * a;
            const across = (k * m + j) * dimension + own;
            matrix[across] = matrix[across]! + residual[c]! * a;
          }
        }
        addSquare(matrix, jacobian, dimension);
      }
    }
    finishCurvature(matrix, dimension, dimension, n, beta);
  }

  const isInactive = createInactiveTest(features, n, d);
  const direction = new Float64Array(d);

  function isDead(w: Float64Array): boolean {
    for (let j = 0; j < m; j++) {
      for (let k = 0; k < d; k++) direction[k] = w[k * m + j]!;
      if (!isInactive(direction)) return false;
    }
    return true;
  }

  return networkLandscape({
    dimension,
    samples: n,
    loss(w) {
      let sum = 0;
      for (let i = 0; i < n; i++) sum += forward(w, i);
      return sum / n + penalty(w);
    },
    evaluate(gradient, w) {
      gradient.fill(0);
      let sum = 0;
      for (let i = 0; i < n; i++) sum += addPull(gradient, w, i);
      finish(gradient, w, n);
      return sum / n + penalty(w);
    },
    batchGradient(gradient, w, rows, from, to) {
      gradient.fill(0);
      for (let k = from; k < to; k++) addPull(gradient, w, rows[k]!);
      finish(gradient, w, to - from);
    },
    curvature,
    isDead,
  });
}
