import type { DualSurface } from './faces.ts';

/** What a residual proves of every network's objective, whatever its width. */
export interface OutputCertificate {
  /** No network has a smaller objective; 0 where nothing more can be said, NaN where the surface is not exact. Rounding is counted against it. */
  readonly lowerBound: number;
  /** L = factor R is the dual point of the bound. */
  readonly factor: number;
}

/** Half an ulp of 1. */
const ROUNDING = 2 ** -53;

/**
 * The bound that weak duality gives for 1/(2n) ||Z - Y||^2 + beta/2 (||U||^2 + ||V||^2) from any residual R = Y - Z (n x K, as `labels`):
 * <L, Y> - n/2 ||L||^2 for L = t R, t = <R, Y>/(n ||R||^2) clipped so that ||L^T relu(A u)|| <= beta in all directions. `surface` is left
 * holding R; `features` are the rows it was made of (n x d). Non-finite residuals give 0. A surface that is not exact proves nothing: NaN.
 */
export function certifyOutputs(
  surface: DualSurface,
  features: Float64Array,
  labels: Float64Array,
  residual: Float64Array,
  beta: number,
): OutputCertificate {
  const d = surface.columns;
  const n = features.length / d;
  const outputs = labels.length / n;
  surface.update(residual);
  if (!surface.isExact) return { lowerBound: Number.NaN, factor: Number.NaN };
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
  // Sums of n terms and walls (in the plane they are compensated and exact), K squares and one root err by a few half-ulps of their terms.
  const largest = surface.maximum() * (1 + (outputs + 8) * ROUNDING) + (d > 2 ? n + 64 : 8) * ROUNDING * size;
  const limit = largest > 0 ? beta / largest : Number.POSITIVE_INFINITY;
  const factor = Math.min(limit, Math.max(-limit, product / (n * squares)));
  const square = (n / 2) * factor * factor * squares;
  const bound = factor * product - square;
  // n K terms a sum, each rounded on the way.
  const rounding = (residual.length + 8) * ROUNDING * (square + Math.abs(factor) * absolute);
  return bound > rounding ? { lowerBound: bound - rounding, factor } : { lowerBound: 0, factor: 0 };
}
