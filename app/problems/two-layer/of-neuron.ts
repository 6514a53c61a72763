import type { NetworkSideTerms, NetworkTerms, RoundTerms } from '../../../engine/problems/two-layer/types.ts';
import type { Update } from '../../../workers/protocol.ts';
import type { SampleSigns } from '../../session/explanation.ts';
import { partOfUpdate, takePlaces } from '../kit/update-part.ts';
import { neuronSigns } from '../network-stage.ts';

/** An update of a network, or of one neuron's weights with its effect on the samples. */
export type ToldUpdate = Update<NetworkSideTerms & { readonly samples: Signs }, RoundTerms>;
type Signs = SampleSigns & Readonly<Record<'on' | 'off' | 'rms', number>>;
type Side = NonNullable<ToldUpdate['left']>;

/** Returns indices of neuron j's weights: its first layer, then its output weight. */
export function placesOf(
  { neurons, columns }: Pick<NetworkTerms, 'neurons' | 'columns'>,
  j: number,
): number[] {
  return [...Array.from({ length: columns }, (_, c) => j * columns + c), neurons * columns + j];
}

/** Returns the explained (shown) neuron, from 0, limited to those that exist. */
export function toldNeuron(update: Pick<ToldUpdate, 'left'>, wanted: number): number {
  return Math.min(wanted, update.left?.network?.neurons ?? 1) - 1;
}

/** Restricts an update to one neuron's weights; sides without a network stay. */
export function ofNeuron(update: ToldUpdate, j: number): ToldUpdate {
  const side = (own: Side | null) => (own?.network ? shareOf(own, own.network, update, j) : own);
  return { ...update, left: side(update.left), right: side(update.right) };
}

function shareOf(own: Side, network: NetworkTerms, { told }: Update, j: number): Side {
  const places = placesOf(network, j);
  const take = (all: Float64Array) => takePlaces(all, places);
  const d = network.columns;
  const rows = told?.rows.length ?? 0;
  const signs = neuronSigns(network, j);
  const { z, slopes } = signs;
  const decay = take(network.decay);
  // The samples' parts of the move, then the penalty's; they sum to the move.
  const moves = new Float64Array((rows + 1) * (d + 1));
  for (let i = 0; i < rows; i++) {
    for (let c = 0; c < d; c++)
      moves[i * (d + 1) + c] = (-slopes[i]! / told!.count) * told!.features[i * d + c]!;
    if (decay[d] !== 0 || network.fit[places[d]!] !== 0)
      moves[i * (d + 1) + d] = z[i]! > 0 ? (-network.residuals[i]! * z[i]!) / told!.count : 0;
  }
  for (let c = 0; c <= d; c++) moves[rows * (d + 1) + c] = -decay[c]!;
  const on = network.on[j]!;
  return {
    ...partOfUpdate(own, places),
    network: { ...network, fit: take(network.fit), decay, relaxed: network.relaxed && take(network.relaxed) },
    samples: {
      ...signs,
      slopes: Float64Array.of(...slopes, 1),
      moves,
      on,
      off: (told?.count ?? 0) - on,
      rms: network.rms,
    },
  };
}
