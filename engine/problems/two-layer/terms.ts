import { dot } from '../../kernels/vector.ts';
import type { Values } from '../../params.ts';
import type { TermsReader } from '../../problem.ts';
import { descends } from '../../run/sides.ts';
import type { ToldSamples } from '../../update/told-samples.ts';
import type { NetworkInstance } from './instance.ts';
import { createNetworkTermsReader, type NetworkTerms, type PenaltyParts } from './network-terms.ts';
import { createRoundReader } from './round-terms.ts';

/** What the update of a network is made of besides. */
export interface NetworkSideTerms {
  readonly network: NetworkTerms;
  /** Null where F is made of other parts. */
  readonly parts: PenaltyParts | null;
}

export function networkTerms(
  instance: NetworkInstance,
  values: Values,
  told: ToldSamples | null,
): TermsReader {
  const { samples, info, left } = instance;
  const { blend, anneal } = values as { readonly blend: number; readonly anneal: number };
  const relaxes = descends(instance.sides.right);
  const readNetwork = createNetworkTermsReader(samples, info, told!, relaxes ? { blend, anneal } : null);

  return {
    side(side, { weights, k }): Readonly<Record<string, unknown>> & NetworkSideTerms {
      const penalty = (info.beta / 2) * dot(weights, weights);
      return {
        network: readNetwork(side, weights, k),
        // With free biases and a constant not every number of the state costs.
        parts: info.constant ? null : { fit: left.loss(weights) - penalty, penalty },
      };
    },
    ...(!relaxes && { rounds: { right: createRoundReader(instance, told!) } }),
  };
}
