import type { PairInstance, Vector } from '../../contract.ts';
import { dot } from '../../kernels/vector.ts';
import type { Values } from '../../params.ts';
import type { TermsReader } from '../../problem.ts';
import type { ToldSamples } from '../../update/told-samples.ts';
import {
  createNetworkTermsReader,
  type NetworkTerms,
  type PenaltyParts,
} from '../two-layer/network-terms.ts';

/** What an update of the lifted program of one datum is made of, at (v, w). */
export interface LiftTerms {
  /** v - w, what the program says of the datum, and that less its label. */
  readonly output: number;
  readonly residual: number;
  readonly beta: number;
  /** The slopes before they are projected: residual + beta and beta - residual. */
  readonly slopes: Vector;
  /** Whether a coordinate is 0 and its slope points out of the quadrant: then descent does not move it. */
  readonly held: readonly [boolean, boolean];
}

/** What the update of a lift is made of besides: of the left, a network of one neuron, and of the right. */
export interface LiftSideTerms {
  readonly network: NetworkTerms | null;
  readonly lift: LiftTerms | null;
  readonly parts: PenaltyParts;
}

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
