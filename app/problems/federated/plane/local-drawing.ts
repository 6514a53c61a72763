import type { SideName, Vector } from '../../../../engine/contract.ts';
import type { PlaneInfo } from '../../../../engine/problems/federated/types.ts';
import { formatCount, formatDistance, formatNumberShort } from '../../../i18n/format.ts';
import { dynamicKey, type Translate } from '../../../i18n/messages.ts';
import { isAsking, openScene } from '../../../session/guessing.ts';
import { createPicture, type Describe, type Picture } from '../../../session/picture/picture.ts';
import type { AppState } from '../../../session/store.ts';
import { saidFactor } from '../factor-words.ts';
import { planeOf } from '../federated-info.ts';
import { drawLocal, HIGHEST, type LocalDot, largestOf } from './local-plot.ts';
import { TICKS } from './marks.ts';

interface LocalState {
  readonly info: PlaneInfo | null;
  readonly asks: boolean;
  /** Number of K that are drawn: while a scene asks, up to a fifth of the left's. */
  readonly known: number;
}

/** Returns both dots, the left last, on top. */
const dotsOf = ({ sides }: PlaneInfo): LocalDot[] =>
  (['right', 'left'] as const).map((side: SideName) => ({ side, ...sides[side] }));

/** `pointed`: the K being read. */
export function createLocal(pointed: number | null = null): Picture<LocalState> {
  return createPicture({
    select({ store }) {
      const state = store.getState();
      const info = planeOf(state);
      const asks = isAsking(state);
      const fifth = openScene(state) ? Math.floor((info?.sides.left.local ?? 0) / 5) : 0;
      return { info, asks, known: asks ? fifth : Number.POSITIVE_INFINITY };
    },
    draw({ info, asks, known }, { size, drawStyle, t }) {
      if (!info) return [];
      const isCut = !asks && largestOf(info.cure?.slowests ?? [], largestOf(info.slowests, 0)) > HIGHEST;
      return drawLocal({
        ...size,
        ...drawStyle,
        biases: info.biases.subarray(0, Math.min(known, info.biases.length)),
        slowests: info.slowests.subarray(0, Math.min(known, info.slowests.length)),
        cure: asks ? null : info.cure,
        dots: dotsOf(info).filter(({ local }) => local <= known),
        pointed,
        names: {
          bias: t('fed.local.bias'),
          slowest: t('fed.local.slowest', { most: isCut ? formatNumberShort(HIGHEST) : null }),
          axis: 'K',
        },
      });
    },
  });
}

export function localWords(
  { biases, slowests, cure, versus }: PlaneInfo,
  local: number,
  t: Translate,
): string {
  const read = (biases: Vector, slowests: Vector, at: number) =>
    t('fed.local.read', {
      k: formatCount(local),
      bias: Number.isNaN(biases[at]) ? null : formatDistance(biases[at]!),
      factor: saidFactor(slowests[at]!),
    });
  const words = read(biases, slowests, local - 1);
  const at = cure?.locals.indexOf(local) ?? -1;
  return cure && at >= 0
    ? `${words} ${t(dynamicKey('fed.title', versus))}, ${read(cure.biases, cure.slowests, at)}`
    : words;
}

/** Names the lines where there are two; empty otherwise. */
export const lineWords = ({ cure, versus }: PlaneInfo, t: Translate): string =>
  cure ? t('fed.local.lines', { name: t(dynamicKey('fed.title', versus)) }) : '';

/** Compares the left side's K with one local step a round, as far as that holds. */
export function tradeWords(state: AppState, t: Translate): string {
  const info = planeOf(state);
  if (!info) return '';
  if (isAsking(state)) return t(openScene(state) ? 'fed.local.asking' : 'fed.plane.asking');
  const { local, outlook, bias, expected } = info.sides.left;
  if (outlook !== 'best' && outlook !== 'rest') return t(`fed.trade.${outlook}`);
  const [one, own] = [info.slowests[0]!, info.slowests[local - 1]!];
  const rounds = formatCount(Math.max(1, Math.ceil(expected)));
  if (local === 1) return t('fed.trade.one');
  const faster = own < one;
  if (info.biases.every((each) => each === 0)) return t('fed.trade.free', { faster });
  if (bias === 0) return t('fed.trade.none');
  return t(faster ? 'fed.trade.bought' : 'fed.trade.lost', { bias: formatDistance(bias), rounds });
}

/** Describes the curves at the ticks and the trade-off. */
export const tellLocal: Describe = (_, state, t) => {
  const info = planeOf(state);
  if (!info || isAsking(state)) return '';
  return [
    t('fed.local.title'),
    lineWords(info, t),
    ...TICKS.map((k) => localWords(info, k, t)),
    tradeWords(state, t),
  ].join(' ');
};
