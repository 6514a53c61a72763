import { type Certificate, certifyResidual, HALF_ULP } from '../../../program/certificate.ts';
import type { DualSurface } from './faces.ts';

/** Certifies a residual Y - Z (n x K) with the surface of the same rows, which keeps it. An inexact surface gives NaN. */
export function certifyOutputs(
  surface: DualSurface,
  features: Float64Array,
  labels: Float64Array,
  residual: Float64Array,
  beta: number,
): Certificate {
  const d = surface.columns;
  const samples = features.length / d;
  const outputs = labels.length / samples;
  surface.update(residual);
  if (!surface.isExact) return { lowerBound: Number.NaN, factor: Number.NaN };
  // Sums of n terms and walls (compensated and exact in the plane), K squares and a root err by a few half-ulps of their terms.
  const rounding = (d > 2 ? samples + 64 : 8) * HALF_ULP;
  return certifyResidual(
    { features, labels, residual, samples },
    beta,
    (size) => surface.maximum() * (1 + (outputs + 8) * HALF_ULP) + rounding * size,
  );
}
