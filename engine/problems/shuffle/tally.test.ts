import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { runsAll } from '../../../scripts/tier.mjs';
import { createFactSearch } from '../../facts/scenario-facts.ts';
import { MAX_SEED } from '../../kernels/random.ts';
import type { Values } from '../../params.ts';
import { createScenario, presetScenario } from '../../scenario/create-scenario.ts';
import { findAll } from '../../search.ts';
import { SIDES } from '../../side-names.ts';
import type { ShuffleInstance } from './instance.ts';
import { problem } from './problem.ts';
import { shuffleReadings } from './readings.ts';
import { TALLY_STEPS, tallyOf } from './tally.ts';
import type { TallySide, TallyTold } from './types.ts';

function prepared(id: string | null, given: Values = {}): { instance: ShuffleInstance; values: Values } {
  const preset = id === null ? {} : presetScenario('shuffle', id).values;
  const { values } = createScenario('shuffle', { ...preset, ...given });
  return { instance: problem.prepare(values, null), values };
}

function tally(id: string | null, given: Values = {}): TallyTold {
  const { instance, values } = prepared(id, given);
  return findAll(tallyOf(instance, values as { starts: number; sseed: number }));
}

const ended = ({ best, other, tie }: TallySide) => best + other + tie;
const WEIGHTED = { graphs: 'weighted', shape: 'all', n: 4, starts: 10 };

describe('laws of a tally', () => {
  const laws = [
    ['wrong-corner', {}],
    ['nothing-to-round', {}],
    [null, { ...WEIGHTED, n: 5, lambda: 0.1 }],
    [null, { graphs: 'simple', n: 4, shape: 'all', lambda: 0.05, seed: 3 }],
    [null, { graphs: 'copy', n: 9, shape: 'all', lambda: 0.1, starts: 4 }],
    ['shuffle-layers', { starts: 5 }],
  ] as const;

  test('what is told meanwhile never takes back a run, and sums to those that have ended', () => {
    for (const [id, given] of laws) {
      const { instance, values } = prepared(id, runsAll ? given : { ...given, starts: 3 });
      const { starts } = values as { starts: number };
      const search = tallyOf(instance, values as never);
      let before = search.progress!();
      expect([before.done, before.starts, before.steps]).toEqual([
        0,
        starts,
        instance.info.ramp + TALLY_STEPS,
      ]);
      let told = {};
      for (let more = true; more; before = search.progress!()) {
        more = search.step();
        const { done, sides, cost } = search.progress!();
        // Most slices end no run.
        if (isDeepStrictEqual({ done, sides, cost }, told)) continue;
        told = { done, sides, cost };
        expect(done - before.done).toBeLessThanOrEqual(1);
        expect([ended(sides.left), ended(sides.right)]).toEqual([Math.ceil(done / 2), Math.floor(done / 2)]);
        for (const side of SIDES) {
          const [now, then] = [sides[side], before.sides[side]];
          for (const name of ['tie', 'exact', 'moving'] as const)
            expect(now[name]).toBeGreaterThanOrEqual(then[name]);
          expect(now.exact + now.moving).toBeLessThanOrEqual(ended(now));
          // If not all are listed, a lower cost demotes former best ones.
          if (instance.info.best) expect(now.best).toBeGreaterThanOrEqual(then.best);
        }
        if (instance.info.best) expect(cost).toBe(instance.info.best.cost);
      }
      expect(search.found()).toEqual(before);
      expect(before.done).toBe(2 * starts);
    }
  });

  test('start s is the run that the page shows with the seed sseed + s', () => {
    for (const given of [WEIGHTED, { ...WEIGHTED, lambda: 0.05, ramp: 40, n: 5 }, { graphs: 'weighted' }]) {
      const told = tally(null, { ...given, sseed: 7, starts: 6 });
      const sums: Record<string, Record<string, number>> = { left: {}, right: {} };
      for (let s = 0; s < 6; s++) {
        const { instance } = prepared(null, { ...given, sseed: 7 + s });
        for (const side of SIDES) {
          const run = instance.sides[side].iterate();
          for (let k = 0; k < instance.info.ramp + TALLY_STEPS && !run.ended; k++) run.step();
          const { missed, penalty } = run.record();
          const names = [missed === 0 ? 'best' : missed! > 0 ? 'other' : 'tie'];
          if (run.ended && penalty! <= 1e-9) names.push('exact');
          if (!run.ended) names.push('moving');
          for (const name of names) sums[side]![name] = (sums[side]![name] ?? 0) + 1;
        }
      }
      const none = { best: 0, other: 0, tie: 0, exact: 0, moving: 0 };
      expect(told.sides).toEqual({ left: { ...none, ...sums.left }, right: { ...none, ...sums.right } });
    }
  });

  test('tallies of later seeds add up, around behind the last seed', () => {
    const add = (a: TallySide, b: TallySide) =>
      Object.fromEntries(
        Object.entries(a).map(([name, count]) => [name, count + b[name as keyof TallySide]]),
      );
    for (const sseed of [1, MAX_SEED - 3]) {
      const whole = tally(null, { ...WEIGHTED, sseed, starts: 9 });
      const first = tally(null, { ...WEIGHTED, sseed, starts: 4 });
      const rest = tally(null, { ...WEIGHTED, sseed: (sseed + 4) % (MAX_SEED + 1), starts: 5 });
      for (const side of SIDES) expect(whole.sides[side]).toEqual(add(first.sides[side], rest.sides[side]));
    }
  });

  test('a given start is not counted: starts are drawn in its place', () => {
    const given = { starts: 30, lambda: 0.15 };
    expect(tally('wrong-corner', given)).toEqual(tally('wrong-corner', { ...given, start: null }));
    // Its own start leads the right to the best corner; of 30 drawn ones not all do.
    expect(tally('wrong-corner', given).sides.right.other).toBeGreaterThan(0);
  });
});

describe('what tallies come to', () => {
  test('the relaxation rounds to the wrong corner from everywhere; a small penalty never leaves an edge for it', () => {
    const { sides, cost } = tally('wrong-corner', { starts: 200 });
    expect(cost).toBe(24);
    expect(sides.left).toEqual({ best: 0, other: 200, tie: 0, exact: 0, moving: 0 });
    // At .1 L only the best corner is a trap, so every permutation reached is the best.
    expect(sides.right.exact).toBe(sides.right.best);
    expect(sides.right.exact).toBeGreaterThan(40);
    expect(sides.right.moving).toBe(0);
  });

  test('a slow ramp follows the relaxation into its error', () => {
    const { sides } = tally('ramp-too', { starts: 200 });
    expect(sides.right.other).toBeGreaterThan(180);
    expect(sides.right.exact).toBe(200);
    expect(tally('ramp-too', { starts: 100, ramp: 1000 }).sides.right.other).toBe(100);
  });

  test('an exact copy is found by the left from everywhere, by the penalty at once from some starts', () => {
    const { sides } = tally('convex-wins', { starts: 100 });
    expect(sides.left.best).toBe(100);
    expect(sides.right.best).toBeGreaterThan(20);
    expect(sides.right.other).toBeGreaterThan(20);
    expect(tally('convex-wins', { starts: 50, ramp: 200 }).sides.right.best).toBe(50);
  });

  test('a tie is neither a hit nor a miss of the relaxation', () => {
    // Two edges against the 4-cycle: the relaxation rests at the centre.
    const square = { A: [0, 0, 0, 1, 0, 1, 0, 0, 0, 0], B: [0, 1, 0, 1, 0, 1, 0, 0, 1, 0], shape: 'all' };
    const { sides } = tally('nothing-to-round', { ...square, starts: 40 });
    expect(sides.left).toMatchObject({ best: 0, other: 0, tie: 40 });
    expect(sides.right.best).toBeGreaterThan(25);
  });

  test('a tie between equal costs is none', () => {
    // The rest depends on the start; two permutations of the larger cost are equally near, because two nodes of B are interchangeable.
    expect(tally('nothing-to-round', { starts: 40 }).sides.left).toMatchObject({
      best: 0,
      other: 40,
      tie: 0,
    });
  });

  test('beyond n = 8 the least cost that any run found counts, of either side', () => {
    const told = tally(null, { graphs: 'copy', noise: 0, n: 9, shape: 'all', lambda: 0.3, starts: 4 });
    expect(prepared(null, { graphs: 'copy', n: 9, shape: 'all' }).instance.info.best).toBeNull();
    // The relaxation undoes the renaming: cost 0 up to rounding.
    expect(told.cost).toBeLessThan(1e-9);
    expect(told.sides.left.best).toBe(4);
    expect(told.sides.right.best).toBeLessThan(4);
  });

  test('and it is the least of all runs, whichever found it', () => {
    const starts = runsAll ? 5 : 3;
    const given = { graphs: 'weighted', n: 9, shape: 'all', lambda: 0.3, starts };
    const told = tally(null, given);
    const costs = { left: [] as number[], right: [] as number[] };
    for (let s = 0; s < starts; s++)
      for (const side of SIDES) {
        const run = prepared(null, { ...given, sseed: 1 + s }).instance.sides[side].iterate();
        for (let k = 0; k < TALLY_STEPS && !run.ended; k++) run.step();
        costs[side].push(run.record().rounded!);
      }
    const least = Math.min(...costs.left, ...costs.right);
    expect(least).toBeLessThan(costs.left[0]!);
    expect(told.cost).toBeCloseTo(least, 9);
    for (const side of SIDES)
      expect(told.sides[side].best).toBe(costs[side].filter((cost) => cost <= least + 1e-9).length);
  });

  test('A = B = 0: whatever is nearest is best', () => {
    const told = tally(null, { A: [0, 0, 0, 0, 0, 0], B: [0, 0, 0, 0, 0, 0], shape: 'all', starts: 3 });
    for (const side of SIDES)
      expect(told.sides[side]).toMatchObject({ best: 3, other: 0, tie: 0, moving: 0 });
  });
});

test('the reading is the tally of the scenario: its starts and its seed', () => {
  const { instance, values } = prepared(null, { ...WEIGHTED, starts: 3, sseed: 5 });
  const told = findAll(shuffleReadings(instance, values).tally(null)!);
  expect(told).toEqual(findAll(tallyOf(instance, { starts: 3, sseed: 5 })));
});

test('facts are shares of its starts', () => {
  const values = createScenario('shuffle', {
    graphs: 'simple',
    n: 4,
    shape: 'all',
    starts: 8,
    seed: 3,
  }).values;
  const { sides, starts } = findAll(tallyOf(problem.prepare(values, null), { starts: 8, sseed: 1 }));
  const names = ['tally.starts', 'tally.left', 'tally.right', 'tally.ties'];
  expect(findAll(createFactSearch(problem, values, names))).toEqual({
    'tally.starts': starts,
    'tally.left': sides.left.best / 8,
    'tally.right': sides.right.best / 8,
    'tally.ties': sides.left.tie / 8,
  });
  expect([sides.left.tie, sides.right.best]).toEqual([8, 8]);
});
