import { wilson } from '../../../../engine/kernels/wilson.ts';
import type { Translate } from '../../../i18n/messages.ts';
import { createPicture, type Describe, type Picture } from '../../../session/picture/picture.ts';
import type { AppState } from '../../../session/store.ts';
import { gameOf } from '../game-info.ts';
import {
  exactCurve,
  factsOf,
  type KnownWidths,
  type Network,
  SWEEP,
  sweepFor,
  type WidthFacts,
} from './facts.ts';
import { drawWidths, NAMED, type WidthsInput } from './plot.ts';

type Named = Record<(typeof NAMED)[number], string>;

interface WidthsState {
  /** Null without a network. */
  readonly info: Network | null;
  readonly known: KnownWidths | null;
}

export function widthsState(state: AppState): WidthsState {
  const info = gameOf(state);
  return { info: info?.level === 'network' ? info : null, known: SWEEP.of(state) };
}

export function shownFacts(info: Network, known: KnownWidths | null): WidthFacts[] {
  return factsOf(info, known?.asked ?? sweepFor(info), known?.told ?? null);
}

/** Draws the sweep; `pointed` is the index of the read width. */
export function createWidths(pointed: number | null = null): Picture<WidthsState> {
  return createPicture({
    select: ({ store }) => widthsState(store.getState()),
    draw: ({ info, known }, { size, drawStyle, t }) =>
      info ? drawWidths({ ...size, ...drawStyle, ...widthsInput(info, known, pointed, t) }) : [],
  });
}

export function widthsInput(
  info: Network,
  known: KnownWidths | null,
  pointed: number | null,
  t: Translate,
): Omit<WidthsInput, 'width' | 'height' | 'scale' | 'palette'> {
  const facts = shownFacts(info, known);
  return {
    m: info.mean.length,
    facts,
    exact: exactCurve(info, facts[0]!.width, facts.at(-1)!.width),
    pointed,
    names: {
      ...(Object.fromEntries(NAMED.map((name) => [name, t(`gan.widths.${name}`)])) as Named),
      width: t('gan.widths.k'),
      shares: t('gan.widths.share'),
      mse: t('gan.widths.mse', { rounds: (known?.asked ?? sweepFor(info)).rounds }),
    },
  };
}

export function widthWords(fact: WidthFacts, t: Translate): string {
  const { width: k, games, reachable } = fact;
  if (games === 0) return t('gan.widths.unplayed', { ...fact, k });
  return t('gan.widths.read', { ...fact, k, ...wilson(reachable, games) });
}

/** Describes the law, and results below, at and far beyond the turn. */
export const tellWidths: Describe = (_, state, t) => {
  const { info, known } = widthsState(state);
  if (!info) return '';
  const facts = shownFacts(info, known);
  const turn = facts.find(({ width }) => width >= 2 * info.mean.length)!;
  const law = t('alt.gan.widths.exact', { turn: turn.width, share: turn.exact });
  const told = [facts[0]!, turn, facts.at(-1)!].filter(({ games }) => games > 0);
  return [`${t('aria.gan.widths')}.`, law, ...told.map((fact) => widthWords(fact, t))].join(' ');
};
