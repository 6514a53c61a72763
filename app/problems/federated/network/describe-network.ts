import '../../../pictures/alt-words.en.ts';
import './words.en.ts';
import type { SideName } from '../../../../engine/contract.ts';
import { formatDistance } from '../../../i18n/format.ts';
import type { Describe } from '../../../session/picture/picture.ts';
import { viewOf } from '../../../session/view.ts';
import { FED, networkOf } from '../federated-info.ts';

/** Returns the largest distance of two lists, the second repeated cyclically. */
function farthest(of: ArrayLike<number>, from: ArrayLike<number>): number {
  let far = 0;
  for (let i = 0; i < of.length; i++) far = Math.max(far, Math.abs(of[i]! - from[i % from.length]!));
  return far;
}

/** Writes a distance; not finite if the side diverged. */
const said = (distance: number) => (Number.isFinite(distance) ? formatDistance(distance) : '–');

/** Describes a side's curve: its distance to the labels, and the clients' to it. */
export const describeCircle =
  (side: SideName): Describe =>
  (_, state, t) => {
    const info = networkOf(state);
    const told = FED.now(state, 'curves')?.[side];
    const label = t('aria.fed.circle', { side: viewOf(state).title(state, side, t) });
    if (!info || !told) return label;
    const { samples, count: clients, local, labels } = info;
    const off = said(farthest(told.outputs, labels));
    const drift = said(farthest(told.locals, told.curve));
    const facts = t('alt.fed.circle', { samples, clients, local, off, drift });
    return t('alt.whole', { parts: [label, t('alt.step', { k: state.k }), facts] });
  };
