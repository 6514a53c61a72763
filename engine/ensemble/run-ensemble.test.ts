import { beforeAll, describe, expect, test } from 'vitest';
import { runsAll } from '../../scripts/tier.mjs';
import type { IteratingSide } from '../contract.ts';
import { GAME } from '../fixtures/game/card.ts';
import { problem as game } from '../fixtures/game/problem.ts';
import { recoverable } from '../kernels/binomial.ts';
import { wilson } from '../kernels/wilson.ts';
import { defaultValues, type Values } from '../params.ts';
import type { MakeFlat, Problem } from '../problem.ts';
import { loadProblem } from '../problems/index.ts';
import { createRun, type RunValues } from '../run/create-run.ts';
import { STATUSES } from '../run/status.ts';
import { createScenario } from '../scenario/create-scenario.ts';
import { TOLERANCE } from './audit.ts';
import { arraysOf, createColumns, placeColumns, type RunColumns } from './columns.ts';
import { ENSEMBLE_PARAMS, type EnsembleValues } from './ensemble-params.ts';
import { createEnsembleRuns, createRunMemory, drawnOf, drawnValues, shownValues } from './run-ensemble.ts';

let neuron: Problem;
let network: Problem;
let lift: Problem;
/** Runs as page and command line count them: in the flat form, if any. */
let makeFlat: MakeFlat | undefined;
beforeAll(async () => {
  [neuron, network, lift] = (await Promise.all(
    (['one-neuron', 'two-layer', 'lift'] as const).map((id) => loadProblem(id)),
  )) as [Problem, Problem, Problem];
  makeFlat = await neuron.flat?.();
});

const ENSEMBLE = defaultValues(ENSEMBLE_PARAMS);
const FEW = runsAll ? 30 : 15;
const values = (of: Values) => createScenario('one-neuron', of).values;

function run(
  problem: Problem,
  of: Values,
  ensemble: Partial<EnsembleValues>,
  from: number,
  count: number,
): RunColumns {
  const whole = { ...ENSEMBLE, ...ensemble };
  const memory = createRunMemory(problem === neuron ? makeFlat : undefined, of, whole);
  const runs = createEnsembleRuns(problem, of, whole, null, from, count, memory);
  while (runs.step());
  expect(runs.done).toBe(count);
  return runs.columns;
}

const arrived = (columns: RunColumns, side: 'left' | 'right') =>
  columns[side].arrivals.reduce((sum, step) => sum + (step >= 0 ? 1 : 0), 0);

/**
 * Reference (NumPy; noiseless Gaussian rows, unit plant, random unit start, c = 1, 3,000 steps, within 1e-2): fraction of runs that recover
 * the plant, left and right, out of so many runs. The 99.9 % Wilson intervals must overlap. Few runs here: `npm run sweep` is tested with
 * 2,000.
 */
test.each([
  { d: 2, n: 4, runs: FEW * 10, left: 0.408, right: 0.656, reference: 20_000 },
  { d: 2, n: 6, runs: FEW * 10, left: 0.68, right: 0.863, reference: 20_000 },
  { d: 2, n: 12, runs: FEW * 10, left: 0.95, right: 0.994, reference: 12_000 },
  { d: 10, n: 30, runs: FEW * 2, left: 0.915, right: 0.947, reference: 2000 },
])('recovery of d = $d, n = $n is that of the reference', ({ d, n, runs, left, right, reference }) => {
  const columns = run(neuron, values({ d, n }), { startlaw: 'unit' }, 0, runs);
  for (const [side, share] of [
    ['left', left],
    ['right', right],
  ] as const) {
    const own = wilson(arrived(columns, side), runs, 3.291);
    const theirs = wilson(Math.round(share * reference), reference, 3.291);
    expect(own.low, side).toBeLessThanOrEqual(theirs.high);
    expect(own.high, side).toBeGreaterThanOrEqual(theirs.low);
  }
});

/** The curve requires both of two rows active at the plant; a distance of 0.5 also counts ends near an undetermined plant. */
test('the exact curve is no bound on the measured share: n = d = 2 has 1/4, and a wide criterion counts more', () => {
  expect(recoverable(2, 2)).toBe(0.25);
  const runs = 400;
  const within = (distance: number) =>
    wilson(arrived(run(neuron, values({ n: 2, d: 2 }), { within: distance }, 0, runs), 'right'), runs, 3.291);
  expect(within(0.5).low).toBeGreaterThan(0.25);
  expect(within(0.01).high).toBeGreaterThan(0.25);
  expect(within(0.01).low).toBeLessThan(0.25);
});

/** Fraction of runs (docs/mathematics.md, section 3.5) with a step at which the right side is farther by more than 1e-9. */
test.each([
  { n: 8, d: 2, law: 'unit', share: 0.057 },
  { n: 8, d: 2, law: 'normal', share: 0.089 },
  { n: 50, d: 2, law: 'unit', share: 0.017 },
  { n: 50, d: 2, law: 'normal', share: 0.076 },
  { n: 40, d: 10, law: 'unit', share: 0.225 },
] as const)(
  'the claim fails in as many runs of n = $n, d = $d, $law starts as was measured',
  ({ n, d, law, share }) => {
    const runs = d === 2 ? FEW * 10 : FEW * 2;
    const { audit } = run(neuron, values({ n, d }), { startlaw: law, limit: 1000, audit: true }, 0, runs);
    const { low, high } = wilson(audit.behindAt.filter((step) => step >= 0).length, runs, 3.291);
    expect(low).toBeLessThanOrEqual(share);
    expect(high).toBeGreaterThanOrEqual(share);
    // The one-step inequality never failed, and it was checked at every visited point.
    expect(audit.points.every((points) => points > 0)).toBe(true);
    expect(audit.failures.reduce((sum, failed) => sum + failed, 0)).toBe(0);
  },
);

test('with noise outside the ReLU nothing is asked of the inequality', () => {
  const { audit } = run(neuron, values({ n: 10, noise: 0.5 }), { audit: true, limit: 50 }, 0, 10);
  expect(audit.points.every((points) => points === 0)).toBe(true);
});

test.each([
  [
    'a saddle is passed: run 89 rests at a gradient of 1e-10 from step 54 on and arrives at step 1,899',
    { n: 20 },
    {},
    89,
    1,
  ],
  ['the defaults', {}, {}, 0, 2 * FEW],
  ['few samples', { n: 6 }, { startlaw: 'unit' }, 0, 2 * FEW],
  ['a criterion below the loss that counts as zero', { n: 20 }, { within: 1e-7 }, 0, 2 * FEW],
  ['Adam', { n: 12, rule: 'adam' }, { within: 1e-6 }, 0, FEW / 1.5],
  ['heavy ball', { n: 12, rule: 'heavyball' }, { within: 1e-7 }, 0, FEW / 1.5],
  ['SGD', { n: 12, rule: 'sgd', c: 0.3 }, { within: 1e-6, limit: 1000 }, 0, 20],
  ['more weights', { n: 30, d: 10 }, {}, 0, 10],
] as const)('who arrives within the limit is counted, and at its step: %s', (_, of, given, from, count) => {
  const ensemble = { ...ENSEMBLE, ...given };
  const columns = run(neuron, values(of), given, from, count);
  for (let row = 0; row < count; row++) {
    const shown = shownValues(neuron, values(of), ensemble, null, from + row);
    const race = createRun(neuron.prepare(shown, null), shown as unknown as RunValues);
    const [first, rest] = [race.first(), race.advance(ensemble.limit)];
    for (const side of ['left', 'right'] as const) {
      const distances = [...first[side].series.distance!, ...rest[side].series.distance!];
      expect(columns[side].arrivals[row]).toBe(distances.findIndex((away) => away <= ensemble.within));
    }
  }
});

test('the values of a run hold no key that its problem does not have', () => {
  for (const [problem, id] of [
    [neuron, 'one-neuron'],
    [network, 'two-layer'],
    [lift, 'lift'],
  ] as const) {
    const of = createScenario(id).values;
    expect(Object.keys(drawnValues(problem, of, 'data,plant,start', 3)).sort()).toEqual(
      Object.keys(of).sort(),
    );
  }
});

test('what has no seed in a scenario is not drawn anew', () => {
  const own = values({ features: 'csv', data: 'trap', plant: [1, 1] });
  expect(drawnOf(neuron, own, 'data,plant,start')).toEqual(['start']);
  expect(drawnOf(neuron, values({}), 'data,plant,start')).toEqual(['data', 'plant', 'start']);
});

describe('a run is the run of the main view', () => {
  test.each([
    ['gd', { n: 12 }, 'normal'],
    ['gd', { n: 30, d: 5, noise: 0.1 }, 'unit'],
    ['nesterov', { n: 12, rule: 'nesterov' }, 'unit'],
    ['sgd', { n: 20, rule: 'sgd', c: 0.5 }, 'normal'],
    ['a step that diverges', { n: 8, c: 50 }, 'normal'],
    ['infinitely many', { n: Number.POSITIVE_INFINITY, d: 3 }, 'unit'],
  ] as const)('%s', (_, of, startlaw) => {
    const limit = 300;
    const ensemble = { ...ENSEMBLE, startlaw, limit };
    const columns = run(neuron, values(of), ensemble, 3, 4);
    for (let row = 0; row < 4; row++) {
      const shown = shownValues(neuron, values(of), ensemble, null, 3 + row);
      const race = createRun(neuron.prepare(shown, null), shown as unknown as RunValues);
      const [first, rest] = [race.first(), race.advance(limit)];
      for (const side of ['left', 'right'] as const) {
        const distances = [...first[side].series.distance!, ...rest[side].series.distance!];
        const { arrivals, aways, steps, statuses } = columns[side];
        expect(arrivals[row]).toBe(distances.findIndex((away) => away <= ensemble.within));
        if (STATUSES[statuses[row]!] === 'diverged') {
          expect(rest[side].status).toBe('diverged');
          expect(aways[row]).toBe(Number.POSITIVE_INFINITY);
        } else expect(aways[row]).toBe(distances[steps[row]!]);
      }
    }
  });
});

test('tables do not depend on how the runs are shared out, nor on the audit', () => {
  const of = values({ n: 6 });
  const whole = run(neuron, of, { limit: 400, audit: true }, 5, 20);
  const joined = createColumns(5, 20, true);
  for (const [from, count] of [
    [18, 7],
    [5, 1],
    [6, 12],
  ] as const)
    placeColumns(joined, run(neuron, of, { limit: 400, audit: true }, from, count));
  expect(arraysOf(joined)).toEqual(arraysOf(whole));
  const plain = run(neuron, of, { limit: 400 }, 5, 20);
  expect(plain.left).toEqual(whole.left);
  expect(plain.right).toEqual(whole.right);
});

test('what is not drawn anew stays, what is drawn loses its numbers', () => {
  const of = values({ plant: [1, 2], start: [3, 4], seed: 268_435_455, sseed: 7 });
  expect(drawnValues(neuron, of, 'data', 1)).toEqual({ ...of, seed: 0 });
  expect(drawnValues(neuron, of, 'start', 5)).toEqual({ ...of, start: null, sseed: 12 });
  expect(drawnValues(neuron, of, '', 5)).toEqual(of);
  // A lift draws only its start.
  const lifted = createScenario('lift').values;
  expect(drawnValues(lift, lifted, 'data,plant,start', 2)).toEqual({ ...lifted, start: null, sseed: 3 });
});

test('the audit names the first step and the most by which the right side is behind', () => {
  const ensemble = { ...ENSEMBLE, startlaw: 'unit', limit: 1000, audit: true } as const;
  const of = values({ n: 40, d: 10 });
  const { audit } = run(neuron, of, ensemble, 0, 20);
  const row = audit.behindAt.findIndex((step) => step >= 0);
  expect(row).toBeGreaterThanOrEqual(0);
  const shown = shownValues(neuron, of, ensemble, null, row);
  const race = createRun(neuron.prepare(shown, null), shown as unknown as RunValues);
  const [first, rest] = [race.first(), race.advance(1000)];
  const behind = [first, rest].flatMap(({ left, right }) =>
    Array.from(right.series.distance!, (r, k) => r - left.series.distance![k]!),
  );
  expect(audit.behindAt[row]).toBe(behind.findIndex((by) => by > TOLERANCE));
  expect(audit.behindBy[row]).toBe(Math.max(...behind));
});

test('two layers: how far above the certified optimum', () => {
  const of = createScenario('two-layer', { n: 20, neurons: 3 }).values;
  const columns = run(network, of, { vary: 'start', limit: 500, within: 0.1 }, 0, 10);
  // The program arrives from any start; descent does not always.
  expect(arrived(columns, 'right')).toBe(10);
  expect(columns.right.aways.every((away) => away < 1e-8)).toBe(true);
  expect(arrived(columns, 'left')).toBeGreaterThan(0);
  expect(arrived(columns, 'left')).toBeLessThan(10);
});

test('a lift is measured by its own minima', () => {
  const columns = run(lift, createScenario('lift').values, { limit: 500, within: 1e-6 }, 0, 10);
  expect(arrived(columns, 'right')).toBe(10);
});

test('own data without a plant has nothing to aim at', () => {
  const of = values({ features: 'csv', data: 'stopping-distance' });
  const runs = createEnsembleRuns(neuron, of, ENSEMBLE, null, 0, 10);
  expect(() => runs.step()).toThrow('Expected a star or a proved optimum to measure runs by');
});

describe('an aim by a series', () => {
  /** Series of run i, constant after the last number. */
  const PATHS: readonly (readonly number[])[] = [
    [4, 0, 3, 0, 0],
    [0, 0, 5],
    [Number.NaN, 0, Number.NaN],
    [0],
    [7, 6, 5, 4, 3, 2, 1, 0],
  ];

  function toy(): Problem {
    const side = (path: readonly number[]): IteratingSide => ({
      dimension: 1,
      stepUnit: 1,
      evaluationsPerStep: 1,
      iterate() {
        let k = 0;
        return {
          dimension: 1,
          read: (into) => into.set([k]),
          record: () => ({ missed: path[k]!, distance: 1, loss: 1 }),
          get status() {
            return k === path.length - 1 ? 'done' : 'moving';
          },
          get ended() {
            return k === path.length - 1;
          },
          step() {
            k++;
            return 'done';
          },
        };
      },
    });
    const prepare = (drawn: Values) => ({
      ...game.prepare({ evening: 0.5, start: null }, null),
      sides: { left: side(PATHS[drawn.seed as number]!), right: side([1, Number.NaN, 0]) },
      aim: () => ({ name: 'missed', series: 'missed', measure: () => Number.NaN }),
    });
    const seed = { kind: 'integer', default: 0, min: 0, max: 9, group: 'data' } as never;
    return {
      card: { ...GAME, params: { seed }, ends: { done: {} as never } },
      prepare,
    } as unknown as Problem;
  }

  const runs = (ensemble: Partial<EnsembleValues>) =>
    run(toy(), { seed: 0 }, { vary: 'data', within: 0.5, ...ensemble }, 0, PATHS.length);

  test('counts what holds at the end, from the step on since which it has; a tie is neither', () => {
    const { left, right, ends } = runs({ limit: 100 });
    expect([...left.arrivals]).toEqual([3, -1, -1, 0, 7]);
    expect([...left.aways]).toEqual([0, 5, Number.NaN, 0, 0]);
    expect([...left.steps]).toEqual([4, 2, 2, 0, 7]);
    expect([...left.statuses].map((status) => ends[status])).toEqual(new Array(5).fill('done'));
    expect([...right.arrivals]).toEqual(new Array(5).fill(2));
  });

  test('of a run that has not ended, what holds at the limit', () => {
    const { left, ends } = runs({ limit: 1 });
    expect([...left.arrivals]).toEqual([1, 0, 1, 0, -1]);
    expect([...left.aways]).toEqual([0, 0, 0, 0, 6]);
    expect(ends[left.statuses[4]!]).toBe('moving');
  });
});
