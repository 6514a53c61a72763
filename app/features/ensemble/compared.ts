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
  readonly headline: string;
  readonly details: readonly string[];
}

/** Tells which side was better in how many runs and by how much; null without a pair of numbers. */
export function comparedWords(
  sweep: Sweep,
  { runs, compared }: Pick<EnsembleSummary, 'runs' | 'compared'>,
  t: Translate,
): ComparedWords | null {
  const by = sweepComparison(sweep);
  if (!by || !compared) return null;
  const { equal, interval, medians, p, unknown } = compared;
  const better = betterRuns(compared, by);
  const side: SideName = better.left > better.right ? 'left' : 'right';
  const number = t(dynamicKey('compared', by.series));
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
      t('ensemble.compared.median', {
        median: amount(compared.median, by),
        interval: interval && [amount(interval.low, by), amount(interval.high, by)],
        left: amount(medians.left, by),
        right: amount(medians.right, by),
      }),
      t('ensemble.compared.test', { p: better.left + better.right > 0 ? pWords(p) : null, equal }),
      ...(unknown > 0 ? [t('ensemble.compared.unknown', { count: unknown })] : []),
    ],
  };
}
