import { type Certificate, certifyResidual, HALF_ULP } from '../../../program/certificate.ts';
import type { DualCurve } from './dual-curve.ts';

/** Certifies a residual y - prediction (length n) by the curve of the same rows, which keeps it. `beta` >= 0. */
export function certify(
  curve: DualCurve,
  features: Float64Array,
  labels: Float64Array,
  residual: Float64Array,
  beta: number,
): Certificate {
  curve.update(residual);
  const data = { features, labels, residual, samples: labels.length };
  // Compensated sums and one root err by a few half-ulps of their terms.
  return certifyResidual(data, beta, (size) => Math.abs(curve.maximum()?.value ?? 0) + 8 * HALF_ULP * size);
}
