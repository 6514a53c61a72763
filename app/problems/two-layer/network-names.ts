import { annealedWeight } from '../../../engine/annealing.ts';
import type { SideName } from '../../../engine/contract.ts';
import type { Translate } from '../../i18n/messages.ts';
import type { AppState } from '../../session/store.ts';
import { networkOf } from './network-info.ts';

export function networkName({ opened }: AppState, side: SideName, t: Translate): string {
  if (side === 'left') return t('side.left.descent');
  return (networkOf(opened)?.solved ?? true) ? t('side.right.program') : t('side.right.short');
}

/** Returns a side's title; a relaxation has its weight at the shown step. */
export function networkTitle({ opened, scenario, k, sides }: AppState, side: SideName, t: Translate): string {
  const network = networkOf(opened);
  if (!network) return '';
  if (side === 'left') return t('side.left.network', { neurons: network.neurons });
  if (network.solved) return t(`side.right.${sides.right.status === 'resists' ? 'open' : network.program}`);
  const { blend: chosen = 1, anneal = 0 } = scenario.values;
  const blend = annealedWeight(chosen, anneal, k);
  return t('side.right.relaxed', { blend: Number(blend.toFixed(3)) });
}
