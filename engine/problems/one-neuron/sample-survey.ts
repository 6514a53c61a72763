import { proveOutsideCone } from '../../kernels/cone.ts';

/**
 * Largest n d^2 at which the proof of unboundedness is looked for: up to two seconds. Beyond it may take minutes, and what
 * is unbounded is then not called so.
 */
const MOST_PROVED = 5e7;

/** What every blend of the losses on the same samples wants to know of them. */
export interface SampleSurvey {
  readonly someNegative: boolean;
  /** The largest ||a_i||. */
  readonly longest: number;
  /** A^T y. */
  readonly weighted: Float64Array;
  /**
   * Whether some v has A v <= 0 and y.A v > 0: along it the non-convex loss without leak stays, and every blend with the
   * relaxation falls for ever. Proved when first asked.
   */
  falls(): boolean;
}

/** Looks once through n x d row-major features with their labels. */
export function surveySamples(features: Float64Array, labels: Float64Array, d: number): SampleSurvey {
  const n = labels.length;
  let someNegative = false;
  let longest = 0;
  for (let i = 0; i < n; i++) {
    if (labels[i]! < 0) someNegative = true;
    let square = 0;
    for (let at = i * d; at < i * d + d; at++) square += features[at]! * features[at]!;
    longest = Math.max(longest, Math.sqrt(square));
  }
  const weighted = weightedSum(features, labels, n, d);
  let proved: boolean | null = null;
  return {
    someNegative,
    longest,
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
  };
}

/** A^T y. */
function weightedSum(features: Float64Array, labels: Float64Array, n: number, d: number): Float64Array {
  const sum = new Float64Array(d);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < d; j++) sum[j] = sum[j]! + labels[i]! * features[i * d + j]!;
  return sum;
}

function isNonZero(vector: Float64Array): boolean {
  return vector.some((value) => value !== 0);
}
