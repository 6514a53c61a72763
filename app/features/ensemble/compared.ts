import { scenarioParams } from '../../../engine/catalog.ts';
import type { SideName } from '../../../engine/contract.ts';
import type { Comparison } from '../../../engine/ensemble/compared.ts';
import { drawnAmong } from '../../../engine/ensemble/ensemble-params.ts';
import type { ComparedSummary } from '../../../engine/ensemble/summary.ts';
import { type Sweep, sweepComparison } from '../../../engine/ensemble/sweep.ts';
import type { EnsembleSummary } from '../../../workers/protocol.ts';
import { formatDistance } from '../../i18n/format.ts';
import { pWords } from '../../i18n/format-tenth.ts';
import { dynamicKey, type Translate } from '../../i18n/messages.ts';
import { aimOf, withinWords } from './ensemble-words.ts';

/** Runs of a first answer where sides are compared: a median and its interval need few. */
export const FIRST_COMPARED = 50;

/** Tells what the runs of a sweep are drawn from. */
export function drawnFrom({ scenario: { problem, values }, ensemble }: Sweep) {
  const drawn = drawnAmong(scenarioParams(problem), values, ensemble.vary);
  if (drawn.length === 0) return 'same';
  return drawn.every((name) => name === 'start') ? 'starts' : 'problems';
}

/** Runs in which a side has the better number. */
export function betterRuns({ higher }: ComparedSummary, { better }: Comparison): Record<SideName, number> {
  return better === 'higher' ? { ...higher } : { left: higher.right, right: higher.left };
}

/** Formats a compared number with its unit; unbroken. */
function amount(value: number, { unit }: Comparison): string {
  return [formatDistance(value), ...(unit ? [unit] : [])].join('\u00A0');
}

/** The comparison in a sentence, its numbers, and how often there was none; null where nothing compares the sides. */
export interface ComparedWords {
  /** Null where a proved optimum bounds both sides: there the share that comes near it is the answer. */
  readonly headline: string | null;
  readonly details: readonly string[];
}

type Outcomes = Pick<EnsembleSummary, 'both' | 'onlyLeft' | 'onlyRight' | 'neither'>;

/** Tells which side was better in how many runs and by how much; null without a pair of numbers. */
export function comparedWords(
  sweep: Sweep,
  summary: Pick<EnsembleSummary, 'runs' | 'compared'> & Partial<Outcomes>,
  t: Translate,
): ComparedWords | null {
  const { runs, compared } = summary;
  const by = sweepComparison(sweep);
  if (!by || !compared) return null;
  const { equal, interval, medians, p, unknown } = compared;
  const better = betterRuns(compared, by);
  const side: SideName = better.left > better.right ? 'left' : 'right';
  const number = t(dynamicKey('compared', by.series));
  const median = t('ensemble.compared.median', {
    median: amount(compared.median, by),
    interval: interval && [amount(interval.low, by), amount(interval.high, by)],
    left: amount(medians.left, by),
    right: amount(medians.right, by),
  });
  const left = unknown > 0 ? [t('ensemble.compared.unknown', { count: unknown })] : [];
  if (aimOf(sweep) === 'gap') {
    const { both = 0, onlyLeft = 0, onlyRight = 0, neither = 0 } = summary;
    const counts = { both, onlyLeft, onlyRight, neither };
    const within = withinWords('gap', sweep.ensemble.within);
    return { headline: null, details: [t('ensemble.compared.tied', { ...counts, within }), median, ...left] };
  }
  const did = t('ensemble.did.compared', {
    side,
    better: by.better,
    number,
    first: better[side],
    second: better[side === 'left' ? 'right' : 'left'],
    equal,
    median: Number.isFinite(compared.median) ? amount(Math.abs(compared.median), by) : null,
  });
  return {
    headline: t('ensemble.answer', { of: drawnFrom(sweep), count: runs, did }),
    details: [
      median,
      t('ensemble.compared.test', { p: better.left + better.right > 0 ? pWords(p) : null, equal }),
      ...left,
    ],
  };
}
