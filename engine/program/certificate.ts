/** A dual point and its bound. */
export interface Certificate {
  /** No network of any width is lower; 0 if nothing better is known, NaN if uncertified. Rounding counts against it. */
  readonly lowerBound: number;
  /** The dual point is `factor` times the residual. */
  readonly factor: number;
}

/** Half an ulp of 1. */
export const HALF_ULP = 2 ** -53;

/** Samples, labels and a residual labels - outputs (both n x K, row-major). */
export interface Residual {
  /** n x d, row-major. */
  readonly features: Float64Array;
  readonly labels: Float64Array;
  readonly residual: Float64Array;
  readonly samples: number;
}

/**
 * Returns the weak-duality bound on 1/(2n) ||Z - Y||^2 + beta/2 (||U||^2 + ||V||^2) from a residual R = Y - Z: <L, Y> - n/2 ||L||^2 for L =
 * t R, t = <R, Y>/(n ||R||^2) clipped so that ||L^T relu(A u)|| <= beta in all directions u (docs/mathematics.md, section 7.3). `largestOf`
 * bounds ||R^T relu(A u)|| over all u, rounding included; its argument is sum_i ||a_i||_1 ||R_i||_1. Non-finite residuals give 0.
 */
export function certifyResidual(
  { features, labels, residual, samples: n }: Residual,
  beta: number,
  largestOf: (size: number) => number,
): Certificate {
  const d = features.length / n;
  const outputs = labels.length / n;
  let squares = 0;
  let product = 0;
  let absolute = 0;
  let size = 0;
  for (let i = 0; i < n; i++) {
    let length = 0;
    for (let k = 0; k < d; k++) length += Math.abs(features[i * d + k]!);
    for (let c = 0; c < outputs; c++) {
      const r = residual[i * outputs + c]!;
      const y = labels[i * outputs + c]!;
      squares += r * r;
      product += r * y;
      absolute += Math.abs(r * y);
      size += Math.abs(r) * length;
    }
  }
  if (!(squares > 0 && squares + absolute + size < Number.POSITIVE_INFINITY))
    return { lowerBound: 0, factor: 0 };
  const largest = largestOf(size);
  const limit = largest > 0 ? beta / largest : Number.POSITIVE_INFINITY;
  const factor = Math.min(limit, Math.max(-limit, product / (n * squares)));
  const square = (n / 2) * factor * factor * squares;
  const bound = factor * product - square;
  // n K terms per sum, each rounded.
  const rounding = (residual.length + 8) * HALF_ULP * (square + Math.abs(factor) * absolute);
  return bound > rounding ? { lowerBound: bound - rounding, factor } : { lowerBound: 0, factor: 0 };
}
