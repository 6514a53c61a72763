import '../../i18n/all-words.ts';
import '../../problems/index.ts';
import { describe, expect, test } from 'vitest';
import { CATALOG, PROBLEM_IDS } from '../../../engine/catalog.ts';
import type { SideName } from '../../../engine/contract.ts';
import { createEnsembleRuns } from '../../../engine/ensemble/run-ensemble.ts';
import { summarise } from '../../../engine/ensemble/summary.ts';
import { scenarioSweep } from '../../../engine/ensemble/sweep.ts';
import type { Values } from '../../../engine/params.ts';
import { loadProblem } from '../../../engine/problems/index.ts';
import { createScenario } from '../../../engine/scenario/create-scenario.ts';
import { runsAll } from '../../../scripts/tier.mjs';
import { createTranslate } from '../../i18n/messages.ts';
import { KINDS, type Kind } from '../../pictures/ensemble/run-strip.ts';
import { loadView } from '../../session/view.ts';
import { answerWords, countKinds, dotsOf, kindsOf, MOST_DOTS, runsOfADot } from './answer.ts';
import { aimOf } from './ensemble-words.ts';

const SIDES: readonly SideName[] = ['left', 'right'];

type ProblemId = (typeof PROBLEM_IDS)[number];

/** Criteria by which few, some and many runs arrive. */
const WITHINS = [1e-6, 0.01, 0.25];

/** Returns all criteria for the first problem, the middle one for others. */
const withinsOf = (problem: ProblemId) =>
  runsAll || problem === PROBLEM_IDS[0] ? WITHINS : WITHINS.slice(1, 2);

/** Rounds of a network on an image take milliseconds, so these runs are fewer and shorter. Some arrive on each side. */
const SMALLER: Readonly<Partial<Record<ProblemId, Values>>> = {
  denoiser: { share: 0.5, runs: 12, limit: 15 },
};

async function runEnsemble(problem: ProblemId, values: Values) {
  await loadView(problem);
  const preset = CATALOG[problem].presets[0].values;
  const size = { runs: 20, limit: 200, ...SMALLER[problem] };
  const sweep = scenarioSweep(createScenario(problem, { ...preset, ...size, ...values }));
  const { scenario, ensemble } = sweep;
  const loaded = await loadProblem(problem);
  const runs = createEnsembleRuns(loaded, scenario.values, ensemble, null, 0, sweep.size);
  while (runs.step());
  return { sweep, columns: runs.columns, aim: runs.aim!.name, summary: summarise(runs.columns) };
}

/** Computed once for both languages and the dots. */
const known = new Map<string, ReturnType<typeof runEnsemble>>();

function ensembleOf(problem: ProblemId, within: number) {
  const key = `${problem} ${within}`;
  const ensemble = known.get(key) ?? runEnsemble(problem, { within });
  known.set(key, ensemble);
  return ensemble;
}

/** Parses all numbers of a sentence. */
const numbersIn = (words: string) =>
  [...words.replaceAll(',', '').matchAll(/(\d+(?:\.\d+)?)\s?(%?)/g)].map(([, number, sign]) => ({
    value: Number(number),
    isShare: sign === '%',
  }));

describe('the sentence of an ensemble', () => {
  for (const problem of PROBLEM_IDS)
    for (const within of withinsOf(problem))
      for (const language of ['en', 'zh'] as const)
        test(`says what its runs came to: ${problem}, within ${within}, ${language}`, async () => {
          const { sweep, columns, aim, summary } = await ensembleOf(problem, within);
          expect(aimOf(sweep)).toBe(aim);
          const { runs, left, right } = summary;
          const counts = { runs, left: left.arrived.runs, right: right.arrived.runs };
          const words = answerWords(sweep, aimOf(sweep), counts, createTranslate(language));
          const numbers = numbersIn(words);
          expect(numbers[0], words).toEqual({ value: runs, isShare: false });
          // The last two are the shares; the criterion precedes them unless it is the star.
          const shares = numbers.slice(-2);
          for (const [i, side] of SIDES.entries()) {
            const arrived = Array.from(columns[side].arrivals).filter((step) => step >= 0).length;
            expect(shares[i]!.isShare).toBe(true);
            expect(Math.abs(shares[i]!.value - (100 * arrived) / runs), words).toBeLessThanOrEqual(0.5);
            expect(shares[i]!.value === 100, words).toBe(arrived === runs);
            expect(shares[i]!.value === 0, words).toBe(arrived === 0);
          }
          const said = numbers.slice(1, -2).map(({ value, isShare }) => (isShare ? value / 100 : value));
          const isStar = /reached the star|到达星标/.test(words);
          expect(isStar).toBe(aim === 'distance' && within <= 0.01);
          if (!isStar && within >= 0.01) expect(said).toEqual([within]);
        });

  test('says what is new for each run, and shares that differ as the counts do', async () => {
    const { sweep } = await runEnsemble('one-neuron', { runs: 10, limit: 5 });
    const t = createTranslate('en');
    const told = (values: Values, runs: number, left: number, right: number) => {
      const scenario = { ...sweep.scenario, values: { ...sweep.scenario.values, ...values } } as never;
      const of = scenarioSweep(scenario);
      return answerWords(of, 'distance', { runs, left, right }, t);
    };
    expect(told({}, 1000, 970, 990)).toBe(
      'In 1,000 random problems the left reached the star in 97\u00A0%, the right in 99\u00A0%.',
    );
    expect(told({}, 1, 0, 1)).toMatch(
      /^In 1 random problem the left reached the star in 0\s%, the right in 100\s%/,
    );
    expect(told({ vary: 'start' }, 200, 100, 100)).toMatch(/^From 200 random starts .*50\s%, .*50\s%\.$/);
    expect(told({ vary: '' }, 200, 100, 100)).toMatch(/^In 200 identical runs /);
    // 97.1 and 97.4 must differ, and 99.9 is not 100.
    expect(told({}, 1000, 971, 974)).toMatch(/97\.1\s%, the right in 97\.4\s%/);
    expect(told({}, 1000, 999, 1000)).toMatch(/99\.9\s%, the right in 100\.0\s%/);
  });
});

describe('the dots of an ensemble', () => {
  const cases = PROBLEM_IDS.flatMap((problem) =>
    withinsOf(problem).map((within) => [problem, within] as const),
  );

  test.each(cases)('are its runs, in their order: %s, within %d', async (problem, within) => {
    const { columns, summary } = await ensembleOf(problem, within);
    for (const side of SIDES) {
      const kinds = kindsOf(columns, 0, summary.runs, side);
      kinds.forEach((kind, run) => {
        expect(kind === 'arrived').toBe(columns[side].arrivals[run]! >= 0);
        expect(kind === 'tie').toBe(Number.isNaN(columns[side].aways[run]!));
        const end = columns.ends[columns[side].statuses[run]!]!;
        if (!['arrived', 'tie', 'other'].includes(kind)) expect(kind).toBe(end);
      });
      const counts = countKinds(summary[side]);
      for (const kind of KINDS) expect(counts[kind]).toBe(kinds.filter((one) => one === kind).length);
      // Without their order, dots are sorted by kind.
      const place = (kind: Kind) => KINDS.indexOf(kind);
      expect(dotsOf(counts, 1)).toEqual(kinds.toSorted((a, b) => place(a) - place(b)));
      expect(kindsOf(columns, 3, 8, side)).toEqual(kinds.slice(3, 11));
    }
  });

  test('are shares where there are more runs than dots: none is off by a dot, and a rare end has one', () => {
    for (const some of [
      { arrived: 19_999, diverged: 1 },
      { arrived: 1, other: 19_999 },
      { arrived: 6667, dead: 6667, other: 6666 },
      { arrived: 100_000 },
      { arrived: 1, dead: 1, other: 1, moving: 1, unbounded: 1, diverged: 1996 },
      { arrived: 13 },
    ]) {
      const counts = Object.fromEntries(
        KINDS.map((kind) => [kind, (some as Partial<Record<Kind, number>>)[kind] ?? 0]),
      ) as Record<Kind, number>;
      const runs = Object.values(counts).reduce((sum, one) => sum + one, 0);
      const dots = dotsOf(counts, runsOfADot(Math.max(runs, 2000)));
      expect(dots.length).toBeLessThanOrEqual(MOST_DOTS);
      expect(dots.length).toBeGreaterThan(0);
      for (const kind of KINDS) {
        const exact = counts[kind] / (runs / dots.length);
        const drawn = dots.filter((one) => one === kind).length;
        expect(drawn > 0, kind).toBe(exact > 0);
        // Kinds rarer than a dot take theirs from others: at most five.
        expect(Math.abs(drawn - exact), kind).toBeLessThanOrEqual(5);
      }
    }
  });
});
