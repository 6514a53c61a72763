import { formatCount } from '../../../i18n/format.ts';
import { percent } from '../../../i18n/format-tenth.ts';
import { english, type Numbers, type Texts } from '../../../i18n/messages.ts';

interface Counted {
  readonly runs: number;
  readonly of: number;
  readonly low: number;
  readonly high: number;
}

interface AtWidth extends Counted {
  readonly m: number;
}

/** First seed of the counted runs. */
interface Seeded {
  readonly bare: boolean;
  readonly from: number;
}

export interface SaidSpread {
  readonly median: string;
  readonly low: string;
  readonly high: string;
}

const spread = ({ median, low, high }: SaidSpread) => `${median} (${low} to ${high})`;
const tally = ({ runs, of }: Pick<Counted, 'runs' | 'of'>) => `${formatCount(runs)} of ${formatCount(of)}`;
const list = (counts: readonly number[]) => counts.map(formatCount).join(', ');
const seeds = (from: number, of: number) => `seeds ${formatCount(from)} to ${formatCount(from + of - 1)}`;
const interval = ({ low, high }: Pick<Counted, 'low' | 'high'>) => `${percent(low)} to ${percent(high)}`;

export const words = english({
  'fed.sweep.run': 'Run the sweep',
  'fed.sweep.again': 'Run again',
  'fed.sweep.stop': 'Stop',
  'fed.sweep.table': 'Sweep as a table',
  'fed.sweep.progress': ({ done, of }: { done: number; of: number }) =>
    `${formatCount(done)} of ${formatCount(of)} runs`,
  'fed.sweep.unplayed': ({ point }: { point: string }) => `${point}: not run yet.`,
  'fed.sweep.at.m': ({ m }: { m: number }) => `m = ${formatCount(m)}`,
  'fed.sweep.at.round': ({ round }: { round: number }) => `round ${formatCount(round)}`,
  'fed.sweep.m': 'width m',
  'fed.sweep.k': 'K',
  'fed.sweep.rounds': 'rounds',
  'fed.sweep.loss': 'Loss',
  'fed.sweep.spread': ({ seeds }: { seeds: number }) =>
    `median, lowest to highest of ${formatCount(seeds)} seeds`,
  'fed.sweep.interval': interval,
  'fed.sweep.gap.y': ({ rounds }: { rounds: number }) => `Largest gap in ${formatCount(rounds)} rounds`,
  'fed.sweep.gap.fit': ({ slope }: { slope: string }) => `fit: m^${slope}`,
  'fed.sweep.gap.guide': 'guide: m^−½',
  'fed.sweep.gap.hint': 'How far the network gets from its linearisation, at seven widths.',
  'fed.sweep.gap.found': ({
    bare,
    slope,
    rounds,
    from,
    narrow,
    wide,
  }: Seeded & Texts<'slope'> & Numbers<'rounds'> & Record<'narrow' | 'wide', AtWidth>) =>
    `The gap ${/^[−-]/.test(slope) ? 'falls' : 'grows'} like m^${slope} here (${seeds(from, narrow.of)}; measured). That uneven data matters less in a wider network is the follow-up’s result (source: abstract of arXiv 2508.12576).${bare ? '' : ` After ${formatCount(rounds)} rounds the network is ahead in ${tally(narrow)} runs at m = ${formatCount(narrow.m)} (95 % interval ${interval(narrow)}), in ${tally(wide)} at m = ${formatCount(wide.m)} (${interval(wide)}; measured).`}`,
  'fed.sweep.gap.read': ({
    m,
    rounds,
    ...of
  }: Omit<Counted, 'low' | 'high'> &
    SaidSpread & { m: number; rounds: readonly [number, number]; interval: string }) =>
    `m = ${formatCount(m)}: largest gap in ${formatCount(rounds[0])} rounds ${spread(of)}. After ${formatCount(rounds[1])} rounds the network has the smaller loss in ${tally(of)} runs (95 % interval ${of.interval}).`,
  'fed.sweep.ratio.x': 'rounds × K/N',
  'fed.sweep.ratio.pair': ({ clients, local }: { clients: number; local: number }) =>
    `N ${formatCount(clients)}, K ${formatCount(local)}`,
  'fed.sweep.ratio.hint':
    'Twice the clients with twice the local steps, at the same η: is a round worth the same?',
  'fed.sweep.ratio.found': ({
    bare,
    rounds,
    from,
    of,
    groups,
  }: Seeded & {
    rounds: number;
    of: number;
    groups: readonly { readonly ratio: string; readonly apart: string }[];
  }) =>
    `While K η λ is small, the proved rates depend almost only on K/N; beyond that, curves with the same K/N may part.${bare ? '' : ` After ${formatCount(rounds)} rounds their losses differ by a factor of ${groups.map(({ ratio, apart }) => `${apart} at K/N = ${ratio}`).join(', ')} (medians, ${seeds(from, of)}; measured).`}`,
  'fed.sweep.ratio.read': (of: Texts<'point' | 'ratio' | 'loss' | 'reach'> & Numbers<'rounds' | 'runs'>) =>
    `${of.point}: K/N = ${of.ratio}, K η λmax = ${of.reach}. After ${formatCount(of.rounds)} rounds the network’s loss is ${of.loss} (median of ${formatCount(of.runs)} runs).`,
  'fed.sweep.deal.hint': 'One arc per client, or every client all around the circle, with the same η.',
  'fed.sweep.deal.found': ({
    bare,
    eta,
    longer,
    from,
    ahead,
  }: Seeded & {
    eta: string;
    longer: string;
    ahead: readonly (Counted & { readonly round: number })[];
  }) =>
    `η = ${eta} (median) for both${bare ? '' : `; at the same c shuffled data would take steps ${longer} times as long`}. After ${list(ahead.map(({ round }) => round))} rounds shuffled data have the smaller loss in ${list(ahead.map(({ runs }) => runs))} of ${formatCount(ahead[0]!.of)} runs (${bare ? '' : `95 % intervals ${ahead.map(interval).join(', ')}; `}${seeds(from, ahead[0]!.of)}; measured).`,
  'fed.sweep.deal.read': (at: Record<'sorted' | 'shuffled', SaidSpread> & Numbers<'round' | 'runs' | 'of'>) =>
    `Round ${formatCount(at.round)}: loss sorted ${spread(at.sorted)}, shuffled ${spread(at.shuffled)}. Shuffled is smaller in ${tally(at)} runs.`,
  'fed.sweep.narrow.rest': 'limit of the linearisation',
  'fed.sweep.narrow.network': 'network',
  'fed.sweep.narrow.hint':
    'Where the linearisation stops as K grows (closed form), and where the network ends up.',
  'fed.sweep.narrow.found': ({
    bare,
    from,
    m,
    local,
    steps,
    ...of
  }: Seeded & Counted & { m: number; local: number; steps: number }) =>
    `Where the linearisation cannot fit, it stops at the lowest loss for K = 1; no other K does better (proved).${bare ? '' : ` The network itself (m = ${formatCount(m)}), after ${formatCount(steps)} local steps each, ends higher with K = ${formatCount(local)} than with K = 1 in ${tally(of)} runs (95 % interval ${interval(of)}; ${seeds(from, of.of)}; measured).`}`,
  'fed.sweep.narrow.read': ({
    m,
    unfit,
    rests,
    networks,
  }: {
    m: number;
    unfit: { readonly runs: number; readonly of: number };
    rests: readonly { readonly local: number; readonly loss: string }[];
    networks: readonly { readonly local: number; readonly rounds: number; readonly loss: string }[];
  }) =>
    `m = ${formatCount(m)}: the linearisation cannot fit in ${tally(unfit)} runs. Medians: it stops at ${rests.map(({ local, loss }) => `${loss} (K = ${formatCount(local)})`).join(', ')}, the network at ${networks.map(({ local, rounds, loss }) => `${loss} (K = ${formatCount(local)}, round ${formatCount(rounds)})`).join(', ')}.`,
  'fed.sweep.col.runs': 'Runs',
  'fed.sweep.col.median': 'Median',
  'fed.sweep.col.low': 'Lowest',
  'fed.sweep.col.high': 'Highest',
  'fed.sweep.col.interval': '95 % interval (Wilson)',
  'fed.sweep.col.ahead': ({ rounds }: { rounds: number }) =>
    `Network ahead after ${formatCount(rounds)} rounds`,
  'fed.sweep.col.reach': 'K η λmax',
  'fed.sweep.col.loss': ({ rounds }: { rounds: number }) =>
    `Loss after ${formatCount(rounds)} rounds, median`,
  'fed.sweep.col.split': 'Data',
});

declare module '../../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
