import type { Certificate } from '../../../program/certificate.ts';
import type { OutputNeuron } from '../rounds.ts';
import { createAtomFactory, type ProgramData } from './atoms.ts';
import { certifyOutputs } from './certificate.ts';
import type { DualSurface } from './faces.ts';
import { createOutputNewton } from './output-newton.ts';

/** Certifies the residual that a refining step leaves of neurons near the optimum; the surface keeps it. 0 if no step can be taken. */
export function certifyRefined(
  data: ProgramData,
  surface: DualSurface,
  neurons: readonly OutputNeuron[],
): Certificate & { readonly residual: Float64Array | null } {
  const factory = createAtomFactory(data);
  const residual = createOutputNewton(data, factory).refine(neurons.map(factory.createAt));
  if (!residual) return { lowerBound: 0, factor: 0, residual };
  return { ...certifyOutputs(surface, data.features, data.labels, residual, data.beta), residual };
}
