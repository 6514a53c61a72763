import { formatCount } from '../../i18n/format.ts';
import { percent } from '../../i18n/format-tenth.ts';
import { english, type Numbers } from '../../i18n/messages.ts';

interface Interval {
  readonly low: number;
  readonly high: number;
}

interface Did {
  readonly within: string;
  readonly left: string;
  readonly right: string;
}

export interface SaidSide extends Interval {
  readonly isLeft: boolean;
  readonly best: number;
  readonly other: number;
  readonly tie: number;
  readonly exact: number;
  readonly moving: number;
  readonly of: number;
  /** Step at which moving runs are rounded. */
  readonly steps: number;
  /** True if listing all proves the best. */
  readonly listed: boolean;
}

const interval = ({ low, high }: Interval) => `${percent(low)} to ${percent(high)}`;

export const words = english({
  'ensemble.criterion.missed': ({ within, limit }: { within: string; limit: number }) =>
    `A side “arrives” if the permutation nearest to where it ends, after at most ${formatCount(limit)} steps, costs at most ${within} more than the best permutation (found by listing all). A tie between different costs is neither a hit nor a miss.`,
  'ensemble.did.missed': ({ within, left, right }: Did) =>
    `the left ended within ${within} of the best cost in ${left}, the right in ${right}`,
  'ensemble.quantiles.missed': 'cost above the best permutation',
  'compared.rounded': 'cost after rounding',
  'shuffle.runs.left': 'Relaxed, then rounded',
  'shuffle.runs.right': ({ share, ramp }: { share: string | null; ramp: number | null }) =>
    `Penalised${share === null ? '' : `, λ = ${share} L`}${ramp === null ? '' : ramp === 0 ? ' at once' : `, ramp ${formatCount(ramp)}`}`,
  'shuffle.offer.lambda': 'Against λ',
  'shuffle.offer.ramp': 'Against the ramp',
  'shuffle.offer.both': 'λ and ramp',
  'shuffle.offer.noise': 'Copies against noise',
  'shuffle.offer.nodes': 'Unrelated graphs against n',
  'shuffle.tally.label': 'Many starts',
  'shuffle.tally.run': 'Run many starts',
  'shuffle.tally.again': 'Run again',
  'shuffle.tally.stop': 'Stop',
  'shuffle.tally.table': 'Many starts as a table',
  'shuffle.tally.starts': 'Starts',
  'shuffle.tally.progress': ({ done, of }: { done: number; of: number }) =>
    done < of ? `${formatCount(done)} of ${formatCount(of)} runs` : `${formatCount(of)} runs`,
  'shuffle.tally.title': 'Many starts end at',
  'shuffle.tally.best': ({ listed }: { listed: boolean }) =>
    listed ? 'a best permutation' : 'the lowest cost found',
  'shuffle.tally.other': 'another',
  'shuffle.tally.tie': 'a tie',
  'shuffle.tally.left': 'relaxed, rounded',
  'shuffle.tally.right': 'penalised',
  'shuffle.tally.share': ({ runs, of, ...ends }: Interval & { runs: number; of: number }) =>
    `${formatCount(runs)} of ${formatCount(of)} (${interval(ends)})`,
  'shuffle.tally.interval': interval,
  'shuffle.tally.below': ({ exact, moving }: Pick<SaidSide, 'exact' | 'moving'>) =>
    `at a permutation without rounding: ${formatCount(exact)}; still moving: ${formatCount(moving)}`,
  'shuffle.tally.hint': ({
    starts,
    listed,
    cost,
  }: Numbers<'starts'> & { listed: boolean; cost: string | null }) =>
    `Both sides from ${formatCount(starts)} random starts, with 95 % intervals (Wilson). ${listed ? 'A tie between different costs is neither a hit nor a miss.' : `For n > 8 the lowest cost that any run found counts${cost === null ? '' : `, here ${cost}`}; nobody knows whether it is the best.`}`,
  'shuffle.tally.read': ({ isLeft, best, other, tie, exact, moving, of, steps, listed, ...ends }: SaidSide) =>
    `${isLeft ? 'Relaxed and rounded' : 'Penalised'}: ${listed ? 'a best permutation' : 'the lowest cost found'} in ${formatCount(best)} of ${formatCount(of)} (95 % interval ${interval(ends)}), another in ${formatCount(other)}, a tie in ${formatCount(tie)}. At a permutation without rounding: ${formatCount(exact)}; still moving after ${formatCount(steps)} steps: ${formatCount(moving)}.`,
  'shuffle.tally.unplayed': ({ isLeft }: { isLeft: boolean }) =>
    `${isLeft ? 'Relaxed and rounded' : 'Penalised'}: not run yet.`,
  'shuffle.tally.col.side': 'Side',
  'shuffle.tally.col.runs': 'Runs',
  'shuffle.tally.col.best': ({ listed }: { listed: boolean }) =>
    listed ? 'Best permutation' : 'Lowest cost found',
  'shuffle.tally.col.interval': '95 % interval (Wilson)',
  'shuffle.tally.col.other': 'Another',
  'shuffle.tally.col.tie': 'Tie',
  'shuffle.tally.col.exact': 'At a permutation without rounding',
  'shuffle.tally.col.moving': 'Still moving',
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
