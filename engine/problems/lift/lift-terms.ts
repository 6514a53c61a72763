import type { PairInstance } from '../../contract.ts';
import { dot } from '../../kernels/vector.ts';
import type { Values } from '../../params.ts';
import type { TermsReader } from '../../problem.ts';
import type { ToldSamples } from '../../update/told-samples.ts';
import { createNetworkTermsReader } from '../two-layer/network/terms.ts';
import type { LiftSideTerms, LiftTerms } from './types.ts';

export function liftTerms(instance: PairInstance, values: Values, told: ToldSamples | null): TermsReader {
  const y = instance.samples.labels[0]!;
  const beta = values.beta as number;
  const shape = { neurons: 1, columns: instance.samples.dimension, constant: false, beta, trained: true };
  const readNetwork = createNetworkTermsReader(instance.samples, shape, told!, null);

  function readLift([v, w]: Float64Array): LiftTerms {
    const output = v! - w!;
    const residual = output - y;
    const slopes = Float64Array.of(residual + beta, beta - residual);
    const isHeld = (at: number, slope: number) => at <= 0 && slope > 0;
    return { output, residual, beta, slopes, held: [isHeld(v!, slopes[0]!), isHeld(w!, slopes[1]!)] };
  }

  return {
    side(side, { weights, k }): Readonly<Record<string, unknown>> & LiftSideTerms {
      const isLeft = side === 'left';
      const penalty = isLeft ? (beta / 2) * dot(weights, weights) : beta * (weights[0]! + weights[1]!);
      return {
        network: isLeft ? readNetwork(side, weights, k) : null,
        lift: isLeft ? null : readLift(weights),
        parts: { fit: instance[side].loss(weights) - penalty, penalty },
      };
    },
  };
}
