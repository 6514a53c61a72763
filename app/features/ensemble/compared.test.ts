import '../../i18n/all-words.ts';
import '../../problems/index.ts';
import { describe, expect, test } from 'vitest';
import { CATALOG, PROBLEM_IDS, type ProblemId } from '../../../engine/catalog.ts';
import { createEnsembleRuns } from '../../../engine/ensemble/run-ensemble.ts';
import { summarise } from '../../../engine/ensemble/summary.ts';
import { scenarioSweep, sweepComparison } from '../../../engine/ensemble/sweep.ts';
import type { Values } from '../../../engine/params.ts';
import { loadProblem } from '../../../engine/problems/index.ts';
import { createScenario } from '../../../engine/scenario/create-scenario.ts';
import { createTranslate } from '../../i18n/messages.ts';
import { loadView } from '../../session/view.ts';
import { comparedWords } from './compared.ts';
import { survivalGroups } from './ensemble-drawings.ts';
import { aimOf, criterionWords } from './ensemble-words.ts';

const LANGUAGES = ['en', 'zh'] as const;

/** Presets with a comparison, one for each problem and series. */
const compared = PROBLEM_IDS.flatMap((problem) => {
  const seen = new Set<string>();
  return CATALOG[problem].presets.flatMap(({ id, values }): [ProblemId, string, Values][] => {
    const { series } = sweepComparison(scenarioSweep(createScenario(problem, values))) ?? {};
    if (!series || seen.has(series)) return [];
    seen.add(series);
    return [[problem, id, values]];
  });
});

/** Rounds of a network on an image take milliseconds. */
const SMALLER: Readonly<Partial<Record<ProblemId, Values>>> = {
  denoiser: { share: 0.5, runs: 12, limit: 15 },
};

async function runsOf(problem: ProblemId, values: Values) {
  await loadView(problem);
  const size = { runs: 20, limit: 200, ...SMALLER[problem] };
  const sweep = scenarioSweep(createScenario(problem, { ...values, ...size }));
  const loaded = await loadProblem(problem);
  const runs = createEnsembleRuns(loaded, sweep.scenario.values, sweep.ensemble, null, 0, sweep.size);
  while (runs.step());
  return { sweep, columns: runs.columns, summary: summarise(runs.columns) };
}

const middle = (values: readonly number[]) => {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (k: number) => sorted[k]!;
  return (at(Math.floor((sorted.length - 1) / 2)) + at(Math.floor(sorted.length / 2))) / 2;
};

const unbroken = (words: string) => words.replaceAll('\u00A0', ' ').replaceAll('−', '-');

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Reads the last number of a sentence, a power of ten too. */
function lastNumber(words: string): number {
  const [, digits, power] = [
    ...words.replaceAll(',', '').matchAll(/(\d+(?:\.\d+)?)(?: × 10([⁻⁰-⁹¹²³]+))?/g),
  ].at(-1)!;
  const exponent = (power ?? '')
    .replace('⁻', '-')
    .replace(/[⁰-⁹¹²³]/g, (one) => String(SUPERSCRIPTS.indexOf(one)));
  return Number(`${digits}e${exponent || 0}`);
}

test('five problems compare their sides, the others hit or miss an aim', () => {
  expect(compared.map(([problem]) => problem).sort()).toEqual([
    'denoiser',
    'federated',
    'shuffle',
    'two-layer',
    'vector-output',
  ]);
});

describe.each(compared)('%s, %s', (problem, _, values) => {
  test('the sentence has the counts and the median of its runs, in both languages', async () => {
    const { sweep, columns, summary } = await runsOf(problem, values);
    const by = sweepComparison(sweep)!;
    const sign = by.better === 'higher' ? 1 : -1;
    const pairs = [...columns.left.compared].flatMap((left, i) => {
      const right = columns.right.compared[i]!;
      return Number.isNaN(left) || Number.isNaN(right) ? [] : [left === right ? 0 : sign * (right - left)];
    });
    const rightBetter = pairs.filter((value) => value > 0).length;
    const leftBetter = pairs.filter((value) => value < 0).length;
    for (const language of LANGUAGES) {
      const t = createTranslate(language);
      const words = comparedWords(sweep, summary, t)!;
      if (aimOf(sweep) === 'gap') {
        // Below the criterion no difference is a victory: the runs that came near the optimum are counted.
        expect(words.headline).toBeNull();
        const near = (side: 'left' | 'right', i: number) => columns[side].arrivals[i]! >= 0;
        const count = (left: boolean, right: boolean) =>
          columns.left.arrivals.filter((_, i) => near('left', i) === left && near('right', i) === right)
            .length;
        const told = [...unbroken(words.details[0]!).matchAll(/\d+(?:\.\d+)?/g)].map(Number);
        const neither = count(false, false);
        expect(told).toEqual([
          100 * sweep.ensemble.within,
          ...[count(false, true), count(true, false), count(true, true)],
          ...(neither > 0 ? [neither] : []),
        ]);
        expect(words.details.join(' ')).not.toMatch(/Sign test|符号检验/);
        continue;
      }
      const headline = unbroken(words.headline!);
      expect(headline, 'the number has a name').not.toContain('compared.');
      const numbers = [...headline.replaceAll(',', '').matchAll(/\d+(?:\.\d+)?/g)].map(Number);
      expect(numbers.slice(0, 3)).toEqual([
        sweep.size,
        Math.max(leftBetter, rightBetter),
        Math.min(leftBetter, rightBetter),
      ]);
      const said =
        language === 'en' ? /the (left|right) had the (higher|lower)/ : /(左边|右边)的.*?更(高|低)/;
      const [, side, better] = said.exec(headline)!;
      expect(['right', '右边'].includes(side!)).toBe(rightBetter >= leftBetter);
      expect(['higher', '高'].includes(better!)).toBe(by.better === 'higher');
      const median = middle(pairs);
      // Differences are rounded before they are counted.
      if (median !== 0 && Number.isFinite(median))
        expect(lastNumber(headline) / Math.abs(median)).toBeCloseTo(1, 2);
      expect(unbroken(words.details[0]!)).toContain(
        language === 'en' ? 'Right minus left: median' : '右减左',
      );
    }
  });
});

test('a side that diverged in at least half of the runs has no median difference', () => {
  const sweep = scenarioSweep(createScenario('denoiser', { level: 'image' }));
  const some = { of: 10, unknown: 2, higher: { left: 0, right: 8 }, equal: 2, p: 0.0078125 };
  const medians = { left: Number.NEGATIVE_INFINITY, right: 5.5 };
  const bins = { values: Float64Array.of(0, Infinity), counts: Float64Array.of(2, 8) };
  const summary = {
    ...some,
    median: Infinity,
    interval: { low: 0, high: Infinity },
    medians,
    differences: bins,
  };
  const { headline, details } = comparedWords(sweep, { runs: 12, compared: summary }, createTranslate('en'))!;
  expect(headline).toBe(
    'In 12 random problems the right had the higher SNR in 8, the left in 0, neither in 2; in at least half of them one side diverged.',
  );
  expect(details.map(unbroken)).toEqual([
    'Right minus left: median ∞ dB (95 % interval 0 dB to ∞ dB). Median of the left: -∞ dB; of the right: 5.5 dB.',
    'Sign test of “each side is better equally often”: two-sided p = 0.00781; equal runs are left out.',
    '2 runs had no such number on one side and are left out.',
  ]);
});

test('two layers: the criterion is a percentage, the data come from a teacher, and rounds share no axis with steps', () => {
  const sweepOf = (values: Values) => scenarioSweep(createScenario('two-layer', values));
  const en = unbroken(criterionWords(sweepOf({}), createTranslate('en')));
  expect(en).toContain('within 1 % of the certified optimum in at most');
  expect(en).toContain('New for each run: data, teacher, start.');
  expect(unbroken(criterionWords(sweepOf({}), createTranslate('zh')))).toContain('教师网络');
  expect(survivalGroups(sweepOf({}))).toEqual([['left'], ['right']]);
  expect(survivalGroups(sweepOf({ right: 'relaxed' }))).toEqual([['left', 'right']]);
});
