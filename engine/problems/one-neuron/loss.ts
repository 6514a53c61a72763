import type { Landscape } from '../../contract.ts';
import { dot, norm } from '../../kernels/vector.ts';
import type { PlanarLoss } from '../../landscapes/planar-loss.ts';
import { CRITERIA } from '../../run/status.ts';
import { offWeights } from './data/blend-weights.ts';
import { addFour, multiplyFour } from './data/four-rows.ts';
import { type SampleSurvey, surveySamples } from './data/survey.ts';

/** Samples with their labels, row-major, and the blend of both losses. */
export interface NeuronLossInput {
  /** n x d, row-major. */
  readonly features: Float64Array;
  /** Length n. */
  readonly labels: Float64Array;
  /** d. */
  readonly dimension: number;
  /** Slope of the ReLU below zero, s in [0, 1). */
  readonly leak: number;
  /** b in [0, 1]: 0 is the non-convex loss f, 1 the relaxation g. */
  readonly blend: number;
}

/**
 * Creates the blended loss of one ReLU neuron, f_b = (1-b) f + b g, with
 *   f(w) = 1/(2n) sum (relu_s(a_i.w) - y_i)^2        (non-convex),
 *   g(w) = 1/n sum Phi(a_i.w) - y_i a_i.w + Phi*(y_i) (its convex relaxation: the ReLU's matching loss).
 * Source: docs/mathematics.md, sections 2.2 and 2.3.
 *
 * g_i - f_i is in closed form, not a difference, so both losses keep their relative accuracy near the planted minimum. A sample is active
 * iff a.w > 0. `planar` is the same loss by sectors; `survey`, facts common to all blends. Non-finite samples or weights give a non-finite
 * loss.
 */
export function createNeuronLoss(
  input: NeuronLossInput,
  planar: () => PlanarLoss | null = () => null,
  survey: SampleSurvey = surveySamples(input.features, input.labels, input.dimension),
): Landscape {
  const { features, labels, dimension: d, leak: s, blend: b } = input;
  const n = labels.length;
  /** dL/dz of an inactive sample is (s z - y) times this. */
  const { linear: inactiveFactor, quadratic: inactiveCurvature } = offWeights(s, b);
  const products = new Float64Array(4);
  const slopes = new Float64Array(4);
  const { someNegative, longest, largest, weighted } = survey;
  const unbounded = b > 0 && s === 0 && survey.falls();

  /** g_i - f_i; nonnegative if the label is. */
  function excess(z: number, y: number): number {
    if (y >= 0 || s === 0) return z > 0 ? 0 : (1 - s) * ((s * z * z) / 2 - y * z);
    return z > 0 ? ((1 - s) * y * y) / (2 * s) : ((1 - s) / (2 * s)) * (s * z - y) * (s * z - y);
  }

  function loss(w: Float64Array): number {
    let sum = 0;
    for (let i = 0, at = 0; i < n; i++) {
      let z = 0;
      for (let j = 0; j < d; j++) z += features[at++]! * w[j]!;
      const y = labels[i]!;
      const residual = (z > 0 ? z : s * z) - y;
      sum += (residual * residual) / 2;
      if (b !== 0) sum += b * excess(z, y);
    }
    return sum / n;
  }

  /** Does `evaluate` in the plane: the same sums in the same order, unrolled. */
  function evaluatePlanar(gradient: Float64Array, w: Float64Array): number {
    const x = w[0]!;
    const y = w[1]!;
    let sum = 0;
    let gx = 0;
    let gy = 0;
    for (let i = 0; i < n; i++) {
      const ax = features[2 * i]!;
      const ay = features[2 * i + 1]!;
      const label = labels[i]!;
      const z = ax * x + ay * y;
      const residual = (z > 0 ? z : s * z) - label;
      sum += (residual * residual) / 2;
      if (b !== 0) sum += b * excess(z, label);
      const slope = z > 0 ? residual : residual * inactiveFactor;
      gx += slope * ax;
      gy += slope * ay;
    }
    gradient[0] = gx / n;
    gradient[1] = gy / n;
    return sum / n;
  }

  function evaluate(gradient: Float64Array, w: Float64Array): number {
    gradient.fill(0);
    let sum = 0;
    for (let first = 0; first < n; first += 4) {
      const count = Math.min(4, n - first);
      multiplyFour(products, features, first, count, w);
      for (let k = 0; k < count; k++) {
        const z = products[k]!;
        const y = labels[first + k]!;
        const residual = (z > 0 ? z : s * z) - y;
        sum += (residual * residual) / 2;
        if (b !== 0) sum += b * excess(z, y);
        slopes[k] = z > 0 ? residual : residual * inactiveFactor;
      }
      addFour(gradient, features, first, count, slopes);
    }
    for (let j = 0; j < d; j++) gradient[j] = gradient[j]! / n;
    return sum / n;
  }

  function batchGradient(
    gradient: Float64Array,
    w: Float64Array,
    rows: Int32Array,
    from: number,
    to: number,
  ) {
    gradient.fill(0);
    for (let k = from; k < to; k++) {
      const row = rows[k]! * d;
      let z = 0;
      for (let j = 0; j < d; j++) z += features[row + j]! * w[j]!;
      const residual = (z > 0 ? z : s * z) - labels[rows[k]!]!;
      const slope = z > 0 ? residual : residual * inactiveFactor;
      for (let j = 0; j < d; j++) gradient[j] = gradient[j]! + slope * features[row + j]!;
    }
    for (let j = 0; j < d; j++) gradient[j] = gradient[j]! / (to - from);
  }

  function curvature(matrix: Float64Array, w: Float64Array): void {
    matrix.fill(0);
    for (let i = 0; i < n; i++) {
      const row = features.subarray(i * d, i * d + d);
      const weight = dot(row, w) > 0 ? 1 : inactiveCurvature;
      if (weight === 0) continue;
      for (let j = 0; j < d; j++) {
        const a = weight * row[j]!;
        for (let k = j; k < d; k++) matrix[j * d + k] = matrix[j * d + k]! + a * row[k]!;
      }
    }
    for (let j = 0; j < d; j++)
      for (let k = j; k < d; k++) {
        matrix[j * d + k] = matrix[j * d + k]! / n;
        matrix[k * d + j] = matrix[j * d + k]!;
      }
  }

  /** True if some a_i.w is above a level (at least 0); the first few samples usually decide. */
  function reaches(w: Float64Array, level: number): boolean {
    for (let i = 0, at = 0; i < n; i++) {
      let z = 0;
      for (let j = 0; j < d; j++) z += w[j]! * features[at++]!;
      if (!(z <= level)) return true;
    }
    return false;
  }

  /** Returns the mean of (relu_s(a.w) - y)^2 / 2: the left's loss, for every blend. */
  function misfit(w: Float64Array): number {
    let sum = 0;
    for (let i = 0; i < n; i++) {
      const z = dot(features.subarray(i * d, i * d + d), w);
      const residual = (z > 0 ? z : s * z) - labels[i]!;
      sum += (residual * residual) / 2;
    }
    return sum / n;
  }

  const nonNegative = b === 0 || s > 0 || !someNegative;
  const landscape: Landscape = {
    dimension: d,
    samples: n,
    nonNegative,
    unbounded,
    loss,
    evaluate: d === 2 ? evaluatePlanar : evaluate,
    batchGradient,
    curvature,
    // With a leak an inactive sample still pulls, so nothing is dead. Row and weight lengths alone do not suffice: with calendar years as
    // features a good fit would count as off.
    isDead: (w) =>
      s === 0 &&
      !reaches(w, CRITERIA.activation * Math.min(longest * norm(w), largest || Number.POSITIVE_INFINITY)),
    // The relaxation is convex, so no point stops the run. A blend may have a minimum of its own, unless every sample is off at w and stays
    // off along the pull A^T y (then b/n of it is minus the gradient).
    runsOff: (w) => unbounded && (b === 1 || (!reaches(w, 0) && !reaches(weighted, 0))),
    // No piece curves more than A^T A / n (docs/mathematics.md, section 9.1). A loss that may be <= 0 is replaced by the misfit.
    gain: (gradient, w, at) => survey.whitenedSquare(gradient) / 2 / (nonNegative ? at : misfit(w)),
    planar,
    terms: { features, labels, linear: inactiveFactor, quadratic: inactiveCurvature },
    follow: () => landscape,
  };
  return landscape;
}
