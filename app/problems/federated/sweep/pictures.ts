import './words.en.ts';
import { wilson } from '../../../../engine/kernels/wilson.ts';
import type { NetworkInfo } from '../../../../engine/problems/federated/types.ts';
import { formatCount, formatDistance, formatFixed } from '../../../i18n/format.ts';
import type { Translate } from '../../../i18n/messages.ts';
import type { ShownSweep } from '../../kit/sweep/sweep-panel.tsx';
import { type SweepName, WIDTHS } from '../offers.ts';
import { askedOf, DEAL_READ, GAP_ROUNDS, type KnownSweep } from './asked.ts';
import {
  collapseOf,
  dealFacts,
  fitOf,
  gapFacts,
  narrowFacts,
  ratioFacts,
  shuffledAhead,
  type Tally,
} from './facts.ts';
import type { SweepCurve, SweepPicture } from './plot.ts';

/** A sweep's picture, table, and words for the whole and each part. */
interface OneSweep extends Pick<ShownSweep, 'hint' | 'read' | 'head' | 'rows'> {
  readonly picture: SweepPicture;
}

/** Writes a number; a dash if it is not finite. */
const short = (value: number) => (Number.isFinite(value) ? formatDistance(value) : '–');
/** Writes a table cell; empty if unknown. */
const cell = (value: number) => (Number.isNaN(value) ? '' : short(value));
const pairs = <T>(items: readonly T[], of: (item: T) => readonly [number, number]): number[] =>
  items.flatMap((item) => {
    const [x, y] = of(item);
    return Number.isNaN(y) ? [] : [x, y];
  });

/** Adds Wilson's interval to a count of runs. */
const counted = ({ runs, of }: Tally) => ({ runs, of, ...wilson(runs, of) });

const plain = { label: '', dash: [], dots: [] } as const;

export function shownSweep(
  name: SweepName,
  info: NetworkInfo,
  known: KnownSweep | null,
  t: Translate,
  bare = false,
): OneSweep {
  return { gap, ratio, deal, narrow }[name](
    known?.asked ?? askedOf(name, info),
    known?.told ?? null,
    t,
    bare,
    known?.from ?? 0,
  );
}

/** `bare` asks for short wording. */
type Show = (
  asked: KnownSweep['asked'],
  told: KnownSweep['told'] | null,
  t: Translate,
  bare: boolean,
  from: number,
) => OneSweep;

const gap: Show = (asked, told, t, bare, from) => {
  const facts = gapFacts(asked, told);
  const fit = fitOf(facts);
  const ends = [WIDTHS[0]!, WIDTHS.at(-1)!] as const;
  const first = facts[0]!.median;
  const law = (factor: number, slope: number) => ends.flatMap((m) => [m, factor * m ** slope]);
  const medians = pairs(facts, ({ m, median }) => [m, median]);
  const slope = fit && formatFixed(fit.slope, 2);
  const curves: SweepCurve[] = [
    {
      ...plain,
      label: t('fed.sweep.spread', { seeds: asked.seeds }),
      colour: 'left',
      line: medians,
      dots: medians,
      runs: facts.flatMap(({ m, gaps }) => gaps.flatMap((value) => [m, value])),
      spans: facts.flatMap(({ m, low, high }) => [m, low, high]),
    },
    ...(fit
      ? [
          {
            ...plain,
            label: t('fed.sweep.gap.fit', { slope: slope! }),
            colour: 'ink' as const,
            line: law(fit.factor, fit.slope),
            thin: true as const,
          },
          {
            ...plain,
            label: t('fed.sweep.gap.guide'),
            colour: 'ink' as const,
            dash: [5, 4],
            line: law(first * Math.sqrt(ends[0]), -0.5),
            thin: true as const,
          },
        ]
      : []),
  ];
  const [narrowest, widest] = [facts[0]!.ahead, facts.at(-1)!.ahead];
  return {
    picture: {
      x: { name: t('fed.sweep.m'), ends: [ends[0] * 0.82, ends[1] * 1.22], ticks: WIDTHS },
      y: t('fed.sweep.gap.y', { rounds: GAP_ROUNDS[0] }),
      yEnds: [0.005, 0.5],
      curves,
      parts: facts.map(({ m }) => ({ x: m })),
      isLinear: false,
    },
    hint: slope
      ? t('fed.sweep.gap.found', {
          slope,
          bare,
          rounds: GAP_ROUNDS[1],
          from,
          narrow: { m: ends[0], ...counted(narrowest) },
          wide: { m: ends[1], ...counted(widest) },
        })
      : t('fed.sweep.gap.hint'),
    read(part) {
      const { m, median, low, high, ahead: tally } = facts[part]!;
      if (tally.of === 0) return t('fed.sweep.unplayed', { point: t('fed.sweep.at.m', { m }) });
      return t('fed.sweep.gap.read', {
        m,
        rounds: GAP_ROUNDS,
        median: short(median),
        low: short(low),
        high: short(high),
        ...tally,
        interval: t('fed.sweep.interval', wilson(tally.runs, tally.of)),
      });
    },
    head: [
      t('fed.sweep.m'),
      t('fed.sweep.col.runs'),
      t('fed.sweep.col.median'),
      t('fed.sweep.col.low'),
      t('fed.sweep.col.high'),
      t('fed.sweep.col.ahead', { rounds: GAP_ROUNDS[1] }),
      t('fed.sweep.col.interval'),
    ],
    rows: () =>
      facts.map(({ m, median, low, high, ahead: { runs, of } }) => [
        formatCount(m),
        formatCount(of),
        cell(median),
        cell(low),
        cell(high),
        of === 0 ? '' : formatCount(runs),
        of === 0 ? '' : t('fed.sweep.interval', wilson(runs, of)),
      ]),
  };
};

/** Dashes by number of clients; colours by K/N in the pairs' order. */
const DASHES: Readonly<Record<number, readonly number[]>> = { 1: [], 2: [7, 4], 4: [2, 3] };
const GROUPS = ['left', 'plant', 'ink'] as const;

const ratio: Show = (asked, told, t, bare, from) => {
  const facts = ratioFacts(asked, told);
  const groups = collapseOf(facts);
  const last = asked.points[0]!.at.at(-1)!;
  return {
    picture: {
      x: { name: t('fed.sweep.ratio.x'), ends: [0.5, 300], ticks: [1, 10, 100] },
      y: t('fed.sweep.loss'),
      yEnds: [1e-5, 5],
      curves: facts.map(({ clients, local, losses }) => ({
        ...plain,
        label: t('fed.sweep.ratio.pair', { clients, local }),
        colour: GROUPS[groups.findIndex((group) => group.ratio === local / clients)] ?? 'ink',
        dash: DASHES[clients] ?? [],
        line: pairs(
          losses.slice(1).map((loss, i) => [((i + 1) * local) / clients, loss] as const),
          (point) => point,
        ),
      })),
      parts: facts.map((_, i) => ({ curves: [i] })),
      isLinear: false,
    },
    hint: Number.isNaN(groups[0]!.apart)
      ? t('fed.sweep.ratio.hint')
      : t('fed.sweep.ratio.found', {
          bare,
          rounds: last,
          from,
          of: facts.at(-1)!.runs,
          groups: groups.map((group) => ({ ratio: short(group.ratio), apart: short(group.apart) })),
        }),
    read(part) {
      const { clients, local, runs, losses, reach } = facts[part]!;
      const point = t('fed.sweep.ratio.pair', { clients, local });
      if (runs === 0) return t('fed.sweep.unplayed', { point });
      return t('fed.sweep.ratio.read', {
        point,
        ratio: short(local / clients),
        rounds: last,
        runs,
        loss: short(losses.at(-1)!),
        reach: short(reach),
      });
    },
    head: [
      'N',
      'K',
      'K/N',
      t('fed.sweep.col.reach'),
      t('fed.sweep.col.runs'),
      t('fed.sweep.col.loss', { rounds: last }),
    ],
    rows: () =>
      facts.map(({ clients, local, reach, runs, losses }) => [
        formatCount(clients),
        formatCount(local),
        short(local / clients),
        cell(reach),
        formatCount(runs),
        cell(losses.at(-1)!),
      ]),
  };
};

const deal: Show = (asked, told, t, bare, from) => {
  const facts = dealFacts(asked, told);
  const [sorted, shuffled] = facts;
  const ahead = shuffledAhead(asked, told);
  return {
    picture: {
      x: { name: t('fed.sweep.rounds'), ends: [0.88, 58], ticks: DEAL_READ },
      y: t('fed.sweep.loss'),
      yEnds: [1e-4, 5],
      curves: facts.map(({ split, losses, read }, i) => {
        // Offset, so that both spans are visible.
        const by = i === 0 ? 0.97 : 1.03;
        return {
          ...plain,
          label: t(`choice.split.${split}`),
          colour: i === 0 ? ('left' as const) : ('plant' as const),
          dash: i === 0 ? [] : [7, 4],
          line: pairs(
            losses.slice(1).map((loss, k) => [k + 1, loss] as const),
            (point) => point,
          ),
          dots: pairs(read, ({ round, median }) => [round * by, median]),
          shape: i === 0 ? ('dot' as const) : ('diamond' as const),
          spans: read.flatMap(({ round, low, high }) => [round * by, low, high]),
        };
      }),
      parts: DEAL_READ.map((round) => ({ x: round })),
      isLinear: false,
    },
    hint:
      shuffled!.runs === 0
        ? t('fed.sweep.deal.hint')
        : t('fed.sweep.deal.found', {
            bare,
            eta: short(sorted!.eta),
            longer: short(Number(shuffled!.longer.toPrecision(2))),
            from,
            ahead: ahead.map((one) => ({ ...one, ...counted(one) })),
          }),
    read(part) {
      const [a, b] = [sorted!.read[part]!, shuffled!.read[part]!];
      const { runs, of, round } = ahead[part]!;
      if (of === 0) return t('fed.sweep.unplayed', { point: t('fed.sweep.at.round', { round }) });
      const said = ({ median, low, high }: typeof a) => ({
        median: short(median),
        low: short(low),
        high: short(high),
      });
      return t('fed.sweep.deal.read', { round, sorted: said(a), shuffled: said(b), runs, of });
    },
    head: [
      t('fed.sweep.rounds'),
      t('fed.sweep.col.split'),
      t('fed.sweep.col.runs'),
      t('fed.sweep.col.median'),
      t('fed.sweep.col.low'),
      t('fed.sweep.col.high'),
    ],
    rows: () =>
      DEAL_READ.flatMap((round, i) =>
        facts.map(({ split, runs, read }) => {
          const { median, low, high } = read[i]!;
          return [
            formatCount(round),
            t(`choice.split.${split}`),
            formatCount(runs),
            cell(median),
            cell(low),
            cell(high),
          ];
        }),
      ),
  };
};

const narrow: Show = (asked, told, t, bare, from) => {
  const facts = narrowFacts(asked, told);
  return {
    picture: {
      x: { name: t('fed.sweep.k'), ends: [0.85, 125], ticks: [1, 2, 5, 20, 100] },
      y: t('fed.sweep.loss'),
      yEnds: [0.1, 5],
      curves: facts.flatMap(({ m, rests, networks }, i): SweepCurve[] => {
        const [rest, net] = [rests, networks].map((all) =>
          pairs(all, ({ local, median }) => [local, median]),
        ) as [number[], number[]];
        const end = t('fed.sweep.at.m', { m });
        return [
          {
            ...plain,
            label: i === 0 ? t('fed.sweep.narrow.rest') : '',
            colour: 'right',
            line: rest,
            dots: rest,
            shape: 'square',
            end,
          },
          {
            ...plain,
            label: i === 0 ? t('fed.sweep.narrow.network') : '',
            colour: 'left',
            dash: [2, 3],
            line: net,
            dots: net,
            end,
            thin: true,
          },
        ];
      }),
      parts: facts.map((_, i) => ({ curves: [2 * i, 2 * i + 1] })),
      isLinear: true,
    },
    hint:
      facts[0]!.runs === 0
        ? t('fed.sweep.narrow.hint')
        : t('fed.sweep.narrow.found', {
            bare,
            from,
            m: facts[0]!.m,
            local: facts[0]!.networks.at(-1)!.local,
            steps: facts[0]!.networks[0]!.rounds,
            ...counted(facts[0]!.higher),
          }),
    read(part) {
      const { m, runs, rests, networks, unfit } = facts[part]!;
      if (runs === 0) return t('fed.sweep.unplayed', { point: t('fed.sweep.at.m', { m }) });
      return t('fed.sweep.narrow.read', {
        m,
        unfit,
        rests: rests.map(({ local, median }) => ({ local, loss: short(median) })),
        networks: networks.map(({ local, rounds, median }) => ({ local, rounds, loss: short(median) })),
      });
    },
    head: [
      t('fed.sweep.m'),
      'K',
      t('fed.sweep.col.runs'),
      t('fed.sweep.narrow.rest'),
      t('fed.sweep.col.low'),
      t('fed.sweep.col.high'),
      t('fed.sweep.rounds'),
      t('fed.sweep.narrow.network'),
    ],
    rows: () =>
      facts.flatMap(({ m, runs, rests, networks }) =>
        rests.map(({ local, median, low, high }) => {
          const network = networks.find((one) => one.local === local);
          return [
            formatCount(m),
            formatCount(local),
            formatCount(runs),
            cell(median),
            cell(low),
            cell(high),
            network ? formatCount(network.rounds) : '',
            network ? cell(network.median) : '',
          ];
        }),
      ),
  };
};
