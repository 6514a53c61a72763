import type { DualCurve } from './dual-curve.ts';

/** What a residual proves. */
export interface Certificate {
  /** No network of any width has a smaller objective; 0 where nothing more can be said. Rounding is counted against it. */
  readonly lowerBound: number;
  /** lambda = factor r is the dual point of the bound. */
  readonly factor: number;
}

/** Half an ulp of 1. */
const ROUNDING = 2 ** -53;

/**
 * The bound that weak duality gives for 1/(2n) ||prediction - y||^2 + beta/2 (||W||^2 + ||alpha||^2), or the same with beta sum ||v_i||,
 * from any residual r = y - prediction (length n): -n/2 ||lambda||^2 + lambda.y for lambda = t r with t the best multiple for which |sum_i
 * lambda_i relu(a_i.u)| <= beta in all directions u. `beta` is not negative; `curve` is left holding r; `features` are the rows it was made
 * of. Non-finite residuals give 0. Source: docs/mathematics.md, section 7.3.
 */
export function certify(
  curve: DualCurve,
  features: Float64Array,
  labels: Float64Array,
  residual: Float64Array,
  beta: number,
): Certificate {
  const n = labels.length;
  curve.update(residual);
  let squares = 0;
  let product = 0;
  let absolute = 0;
  let size = 0;
  for (let i = 0; i < n; i++) {
    const r = residual[i]!;
    squares += r * r;
    product += r * labels[i]!;
    absolute += Math.abs(r * labels[i]!);
    size += Math.abs(r) * (Math.abs(features[2 * i]!) + Math.abs(features[2 * i + 1]!));
  }
  if (!(squares > 0 && squares + absolute + size < Number.POSITIVE_INFINITY))
    return { lowerBound: 0, factor: 0 };
  // Compensated sums and one root err by a few half-ulps of their terms.
  const largest = Math.abs(curve.maximum()?.value ?? 0) + 8 * ROUNDING * size;
  const limit = largest > 0 ? beta / largest : Number.POSITIVE_INFINITY;
  const factor = Math.min(limit, Math.max(-limit, product / (n * squares)));
  const square = (n / 2) * factor * factor * squares;
  const bound = factor * product - square;
  // n terms a sum, each rounded on the way.
  const rounding = (n + 8) * ROUNDING * (square + Math.abs(factor) * absolute);
  return bound > rounding ? { lowerBound: bound - rounding, factor } : { lowerBound: 0, factor: 0 };
}
