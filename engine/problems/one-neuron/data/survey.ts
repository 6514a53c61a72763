import { covarianceOf } from '../../../kernels/smoothness.ts';
import { proveOutsideCone } from './cone.ts';
import { createWhitenedSquare } from './whitened-square.ts';

/**
 * Largest n d^2 at which unboundedness is proved (up to two seconds). Larger proofs may take minutes, so an unbounded loss is not reported
 * as such.
 */
const MOST_PROVED = 5e7;

/** Sizes and directions of the samples, found in one scan. */
export interface SampleSurvey {
  readonly someNegative: boolean;
  /** Largest ||a_i||. */
  readonly longest: number;
  /** Largest |y_i|. */
  readonly largest: number;
  /** A^T y. */
  readonly weighted: Float64Array;
  /**
   * True if some v has A v <= 0 and y.A v > 0: along it the non-convex loss without leak is constant and every blend b > 0 falls forever
   * (docs/mathematics.md, section 2.5). Proved at the first call.
   */
  falls(): boolean;
  /** Returns g^T (A^T A / n)^+ g: twice the least gain of a step along g in the best coordinates. Factored at the first call. */
  whitenedSquare(gradient: Float64Array): number;
}

/** Scans n x d row-major features and their labels once; `covariance` is A^T A / n, if known. */
export function surveySamples(
  features: Float64Array,
  labels: Float64Array,
  d: number,
  covariance: Float64Array | null = null,
): SampleSurvey {
  const n = labels.length;
  let someNegative = false;
  let longest = 0;
  let largest = 0;
  for (let i = 0; i < n; i++) {
    if (labels[i]! < 0) someNegative = true;
    largest = Math.max(largest, Math.abs(labels[i]!));
    let square = 0;
    for (let at = i * d; at < i * d + d; at++) square += features[at]! * features[at]!;
    longest = Math.max(longest, Math.sqrt(square));
  }
  const weighted = weightedSum(features, labels, n, d);
  let proved: boolean | null = null;
  let whitened: ((gradient: Float64Array) => number) | null = null;
  return {
    someNegative,
    longest,
    largest,
    weighted,
    falls() {
      proved ??=
        someNegative &&
        n * d * d <= MOST_PROVED &&
        isNonZero(
          proveOutsideCone(
            features,
            n,
            d,
            weighted,
            weightedSum(features.map(Math.abs), labels.map(Math.abs), n, d),
          ),
        );
      return proved;
    },
    whitenedSquare(gradient) {
      whitened ??= createWhitenedSquare(covariance ?? covarianceOf(features, n, d), d);
      return whitened(gradient);
    },
  };
}

function weightedSum(features: Float64Array, labels: Float64Array, n: number, d: number): Float64Array {
  const sum = new Float64Array(d);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < d; j++) sum[j] = sum[j]! + labels[i]! * features[i * d + j]!;
  return sum;
}

function isNonZero(vector: Float64Array): boolean {
  return vector.some((value) => value !== 0);
}
