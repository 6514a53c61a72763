import { describe, expect, test } from 'vitest';
import { runsAll } from '../../../scripts/tier.mjs';
import counted from '../../fixtures/shuffle-laws.json' with { type: 'json' };
import {
  bestsOf,
  countsOf,
  endsOf,
  LAWS,
  lettersOf,
  linkOf,
  RAMPS,
  RESTARTED,
  RUNS,
  SCHEDULES,
  SHARES,
  sweepOf,
  TRIANGLES,
  triangleInstances,
} from '../../fixtures/shuffle-laws.ts';
import numpy from '../../fixtures/shuffle-laws-numpy.json' with { type: 'json' };
import { createScenario } from '../../scenario/create-scenario.ts';
import { findAll } from '../../search.ts';
import { problem } from './problem.ts';
import { tallyOf } from './tally.ts';

/** Runs of each cell that are repeated here; `count-shuffle-laws.mjs` repeats all. */
const FIRST = runsAll ? 4 : 2;

describe('who wins on which law of instances', () => {
  test('the counts are of these laws, with so many runs in every cell', () => {
    expect(counted).toMatchObject({ shares: SHARES, ramps: RAMPS, runs: RUNS });
    expect(counted.laws.map(({ graphs, n, noise }) => ({ graphs, n, noise }))).toEqual(LAWS);
    for (const { relaxed, penalised } of counted.laws)
      for (const ends of [relaxed, ...penalised]) expect(lettersOf(ends)).toHaveLength(RUNS);
  });

  test.each(LAWS.map((law, i) => [linkOf(law), law, counted.laws[i]!] as const))(
    'the first runs of every cell are those that were counted: %s',
    (_, law, { relaxed, penalised }) => {
      const sweep = sweepOf(law);
      for (let run = 0; run < FIRST; run++) {
        const ends = endsOf(sweep, run);
        expect(ends.relaxed).toBe(lettersOf(relaxed)[run]);
        expect(ends.penalised).toEqual(penalised.map((cell) => lettersOf(cell)[run]));
      }
    },
  );

  test('NumPy ends at the same permutations, without this code', () => {
    for (const [i, { runs }] of numpy.laws.entries()) {
      const { relaxed, penalised } = counted.laws[i]!;
      for (const [run, { best, ...ends }] of runs.entries()) {
        const letter = ([least, largest]: number[]) =>
          largest! - least! > 1e-6 ? 't' : least! - best <= 1e-6 ? 'b' : 'o';
        const own = (line: string) => lettersOf(line)[run]![0]!;
        expect(own(relaxed)).toBe(letter(ends.relaxed));
        for (const [cell, end] of ends.penalised.flat().entries()) {
          const stands = end[2]! <= 1e-9;
          expect(own(penalised[cell]!), `${linkOf(LAWS[i]!)} run ${run} cell ${cell}`).toBe(
            stands ? letter(end).toUpperCase() : letter(end),
          );
        }
      }
    }
  });

  test('restarts: the first instances come to what was counted, and a tally says the same', () => {
    expect(counted.schedules).toEqual(SCHEDULES);
    for (const { n, relaxed, penalised } of runsAll ? counted.restarts : counted.restarts.slice(0, 2))
      for (let i = 0; i < (runsAll ? 2 : 1); i++) {
        const found = bestsOf(n, 1 + i);
        expect(found.relaxed).toBe(Number.parseInt(relaxed[i]!, 36));
        expect(found.penalised).toEqual(penalised.map((line) => Number.parseInt(line[i]!, 36)));
        for (const line of [relaxed, ...penalised]) expect(line).toHaveLength(RESTARTED.instances);
      }
    const { n, relaxed, penalised } = counted.restarts[0]!;
    const { values } = createScenario('shuffle', { graphs: 'weighted', n, shape: 'all', lambda: 0.1 });
    const { sides } = findAll(tallyOf(problem.prepare(values, null), { starts: 10, sseed: 1 }));
    expect([sides.left.best, sides.right.best]).toEqual(
      [relaxed, penalised[0]!].map((line) => Number.parseInt(line[0]!, 36)),
    );
  });
});

describe('what the counts say', () => {
  const best = (law: number, cell: number) => countsOf(counted.laws[law]!.penalised[cell]!).best;
  const rounded = (law: number) => countsOf(counted.laws[law]!.relaxed).best;
  const ALL = LAWS.map((_, i) => i);

  test('at once, a larger penalty finds the best less often, on every law', () => {
    for (const law of ALL) {
      expect(best(law, 0)).toBeGreaterThan(best(law, 1));
      expect(best(law, 1)).toBeGreaterThan(best(law, 2));
      // It does find a permutation.
      expect(countsOf(counted.laws[law]!.penalised[2]!).exact).toBeGreaterThan(975);
    }
  });

  test('a longer ramp finds it more often, at .1 L and .3 L', () => {
    for (const law of ALL.slice(1))
      for (const share of [1, 2]) {
        expect(best(law, 3 + share)).toBeGreaterThan(best(law, share));
        expect(best(law, 6 + share)).toBeGreaterThan(best(law, 3 + share));
      }
  });

  test('on exact copies the relaxation is never wrong', () => {
    expect(rounded(4)).toBe(RUNS);
  });
});

test('on the triangle: where rounding fails, the penalty may not', () => {
  const all = triangleInstances();
  expect(all).toHaveLength(TRIANGLES.instances);
  // Its end does not depend on the start.
  for (const { relaxed } of all) expect([0, TRIANGLES.starts]).toContain(relaxed);
  const missed = all.filter(({ relaxed }) => relaxed === 0);
  expect(missed).toHaveLength(26);
  for (const { penalised } of missed) expect(penalised[1]).toBeGreaterThan(0);
  for (const { isAlone } of missed) expect(isAlone).toEqual([false, false]);
  expect(all.filter(({ isFirst }) => isFirst)).toHaveLength(93);
});
