import { wilson } from '../../../../engine/kernels/wilson.ts';
import type { WidthsReading } from '../../../../engine/problems/gan/types.ts';
import { formatCount, formatDigits } from '../../../i18n/format.ts';
import { percent } from '../../../i18n/format-tenth.ts';
import type { Translate } from '../../../i18n/messages.ts';
import type { ShownSweep, Swept } from '../../kit/sweep/sweep-panel.tsx';
import { exactCurve, factsOf, type Network, sweepFor, type WidthFacts } from './facts.ts';
import { drawWidths, NAMED, type WidthsInput, widthAt } from './plot.ts';

type Named = Record<(typeof NAMED)[number], string>;

export interface WidthsState {
  /** Null without a network. */
  readonly info: Network | null;
  readonly known: Pick<Swept<WidthsReading>, 'asked' | 'told'> | null;
}

const COLUMNS = [
  ...(['k', 'exact', 'games', 'reachable', 'interval'] as const),
  ...(['determined', 'arrived', 'final', 'floor', 'rounds'] as const),
];

/** Words the law, results below, at and far beyond the turn, and each width. */
export function shownWidths({ info, known }: WidthsState, from: number, t: Translate): ShownSweep | null {
  if (!info) return null;
  const facts = factsOf(info, known?.asked ?? sweepFor(info), known?.told ?? null);
  const turn = facts.find(({ width }) => width >= 2 * info.mean.length)!;
  const told = [facts[0]!, turn, facts.at(-1)!].filter(({ games }) => games > 0);
  return {
    parts: facts.length,
    read: (part) => widthWords(facts[part]!, t),
    hint: t('gan.widths.hint', { games: known?.asked.seeds ?? 0, from }),
    alt: [
      `${t('aria.gan.widths')}.`,
      t('alt.gan.widths.exact', { turn: turn.width, share: turn.exact }),
      ...told.map((fact) => widthWords(fact, t)),
    ].join(' '),
    progress: known && { done: known.told.done, of: known.told.finals.length },
    head: COLUMNS.map((name) => t(`gan.widths.col.${name}`)),
    rows: () => facts.map(cellsOf),
    draw: ({ size, drawStyle }, pointed) =>
      drawWidths({ ...size, ...drawStyle, ...widthsInput(info, known, pointed, t) }),
    partAt: ({ size, drawStyle }, x) =>
      widthAt({ ...size, ...drawStyle, ...widthsInput(info, known, null, t) }, x),
  };
}

function cellsOf({ games, ...fact }: WidthFacts): string[] {
  const head = [formatCount(fact.width), percent(fact.exact), formatCount(games)];
  if (games === 0) return [...head, ...COLUMNS.slice(3).map(() => '')];
  const of = (count: number) => percent(count / games);
  const { low, high } = wilson(fact.reachable, games);
  return [
    ...head,
    of(fact.reachable),
    `${percent(low)} – ${percent(high)}`,
    of(fact.determined),
    of(fact.arrived),
    formatDigits(fact.final),
    formatDigits(fact.floor),
    Number.isNaN(fact.rounds) ? '' : formatDigits(fact.rounds),
  ];
}

export function widthsInput(
  info: Network,
  known: WidthsState['known'],
  pointed: number | null,
  t: Translate,
): Omit<WidthsInput, 'width' | 'height' | 'scale' | 'palette'> {
  const asked = known?.asked ?? sweepFor(info);
  const facts = factsOf(info, asked, known?.told ?? null);
  return {
    m: info.mean.length,
    facts,
    exact: exactCurve(info, facts[0]!.width, facts.at(-1)!.width),
    pointed,
    names: {
      ...(Object.fromEntries(NAMED.map((name) => [name, t(`gan.widths.${name}`)])) as Named),
      width: t('gan.widths.k'),
      shares: t('gan.widths.share'),
      mse: t('gan.widths.mse', { rounds: asked.rounds }),
    },
  };
}

export function widthWords(fact: WidthFacts, t: Translate): string {
  const { width: k, games, reachable } = fact;
  if (games === 0) return t('gan.widths.unplayed', { ...fact, k });
  return t('gan.widths.read', { ...fact, k, ...wilson(reachable, games) });
}
