import '../../i18n/all-words.ts';
import '../../problems/index.ts';
import { describe, expect, test } from 'vitest';
import { CATALOG, PROBLEM_IDS } from '../../../engine/catalog.ts';
import type { SideName } from '../../../engine/contract.ts';
import { createEnsembleRuns } from '../../../engine/ensemble/run-ensemble.ts';
import { summarise } from '../../../engine/ensemble/summary.ts';
import { cellOutcomes, scenarioSweep } from '../../../engine/ensemble/sweep.ts';
import type { Values } from '../../../engine/params.ts';
import { loadProblem } from '../../../engine/problems/index.ts';
import { countOutcomes } from '../../../engine/run/outcome.ts';
import { OUTCOMES, type Outcome } from '../../../engine/run/outcome-names.ts';
import { createScenario } from '../../../engine/scenario/create-scenario.ts';
import { runsAll } from '../../../scripts/tier.mjs';
import { createTranslate } from '../../i18n/messages.ts';
import { type AimName, loadView } from '../../session/view.ts';
import { answerWords, dotsOf, MOST_DOTS, outcomesIn, runsOfADot } from './answer.ts';
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
          const { runs } = summary;
          const map = cellOutcomes(sweep, 0);
          const of = (side: SideName) => [...outcomesIn(columns, 0, runs, side, map)];
          const { headline: first, outcomes } = answerWords(
            sweep,
            0,
            aim as AimName,
            summary,
            createTranslate(language),
          );
          const [all, ...others] = outcomes;
          const isFit = /perfect fit|完美拟合/.test(first);
          const total = SIDES.flatMap(of).filter((one) => one === 'perfect').length;
          expect(isFit, first).toBe(total > 0);
          // Each sentence tells both shares, each with its interval.
          const toldShares = outcomes.map((words) => {
            const shares = numbersIn(words).filter(({ isShare }) => isShare);
            return [shares.at(-6)!, shares.at(-3)!].map(({ value }) => value);
          });
          const short = numbersIn(first).slice(-2);
          expect(all).not.toBe(undefined);
          expect(numbersIn(first)[0], first).toEqual({ value: runs, isShare: false });
          const sums = SIDES.map((_, i) => toldShares.reduce((sum, shares) => sum + shares[i]!, 0));
          const again = isFit && map.arrived === 'star' ? SIDES.map((_, i) => toldShares[1]![i]!) : [0, 0];
          for (const [i, side] of SIDES.entries()) {
            const arrived = of(side).filter(
              (one) => one === map.arrived || (isFit && one === 'perfect'),
            ).length;
            expect(Math.abs(toldShares[0]![i]! - (100 * arrived) / runs), first).toBeLessThanOrEqual(0.5);
            expect(short[i]).toEqual({ value: toldShares[0]![i], isShare: true });
            expect(toldShares[0]![i]! === 100, first).toBe(arrived === runs);
            expect(toldShares[0]![i]! === 0, first).toBe(arrived === 0);
            // All shares add up to 100 %. The share at the star is counted twice if perfect fits include it.
            expect(Math.abs(sums[i]! - again[i]! - 100), others.join(' ')).toBeLessThanOrEqual(2);
          }
          const isStar = /reached the star|到达星标/.test(first);
          expect(isStar).toBe(!isFit && aim === 'distance' && within <= 0.01);
        });

  test('says what is new for each run, and shares that differ as the counts do', async () => {
    const { sweep } = await runEnsemble('one-neuron', { runs: 10, limit: 5 });
    const t = createTranslate('en');
    const side = (runs: number, arrived: number) =>
      ({ arrived: { runs: arrived }, ties: { runs: 0 }, missed: { stationary: runs - arrived } }) as never;
    const told = (values: Values, runs: number, left: number, right: number) => {
      const scenario = { ...sweep.scenario, values: { ...sweep.scenario.values, ...values } } as never;
      const counts = { runs, left: side(runs, left), right: side(runs, right) };
      const { headline, outcomes } = answerWords(scenarioSweep(scenario), 0, 'distance', counts, t);
      return [headline, ...outcomes].join(' ').replaceAll('\u00A0', ' ');
    };
    expect(told({}, 1000, 970, 990)).toBe(
      'In 1,000 random problems the left reached the star in 97 %, the right in 99 %. ' +
        'At the star: left 97.0 % (95.7 % to 97.9 %), right 99.0 % (98.2 % to 99.5 %). ' +
        'Stopped elsewhere: left 3.0 % (2.1 % to 4.3 %), right 1.0 % (0.5 % to 1.8 %).',
    );
    expect(told({}, 1, 0, 1)).toMatch(
      /^In 1 random problem the left reached the star in 0\s%.*, the right in 100\s%/,
    );
    expect(told({ vary: 'start' }, 200, 100, 100)).toMatch(/^From 200 random starts .*50\s%.*, .*50\s%/);
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
    const { sweep, columns, summary } = await ensembleOf(problem, within);
    for (const side of SIDES) {
      const map = cellOutcomes(sweep, 0);
      const kinds = [...outcomesIn(columns, 0, summary.runs, side, map)];
      kinds.forEach((kind, run) => {
        const { arrivals, aways, statuses } = columns[side];
        if (arrivals[run]! >= 0) expect(kind).toBe(map.arrived);
        else if (Number.isNaN(aways[run]!)) expect(kind).toBe('tie');
        else expect(kind).toBe(map.missed[columns.ends[statuses[run]!]!]);
      });
      const counts = countOutcomes(map, summary[side]);
      for (const kind of OUTCOMES) expect(counts[kind]).toBe(kinds.filter((one) => one === kind).length);
      // Without their order, dots are sorted by kind.
      const place = (kind: Outcome) => OUTCOMES.indexOf(kind);
      expect(dotsOf(counts, 1)).toEqual(kinds.toSorted((a, b) => place(a) - place(b)));
      expect([...outcomesIn(columns, 3, 8, side, map)]).toEqual(kinds.slice(3, 11));
    }
  });

  test('are shares where there are more runs than dots: none is off by a dot, and a rare end has one', () => {
    for (const some of [
      { star: 19_999, falling: 1 },
      { star: 1, stuck: 19_999 },
      { star: 6667, dead: 6667, stuck: 6666 },
      { star: 100_000 },
      { star: 1, perfect: 1, dead: 1, stuck: 1, moving: 1, falling: 1996 },
      { star: 13 },
    ]) {
      const counts = Object.fromEntries(
        OUTCOMES.map((kind) => [kind, (some as Partial<Record<Outcome, number>>)[kind] ?? 0]),
      ) as Record<Outcome, number>;
      const runs = Object.values(counts).reduce((sum, one) => sum + one, 0);
      const dots = dotsOf(counts, runsOfADot(Math.max(runs, 2000)));
      expect(dots.length).toBeLessThanOrEqual(MOST_DOTS);
      expect(dots.length).toBeGreaterThan(0);
      for (const kind of OUTCOMES) {
        const exact = counts[kind] / (runs / dots.length);
        const drawn = dots.filter((one) => one === kind).length;
        expect(drawn > 0, kind).toBe(exact > 0);
        // Kinds rarer than a dot take theirs from others: at most five.
        expect(Math.abs(drawn - exact), kind).toBeLessThanOrEqual(5);
      }
    }
  });
});
