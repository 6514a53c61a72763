import '../../../problems/index.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { type ProblemId, scenarioParams } from '../../../../engine/catalog.ts';
import { axisKeys } from '../../../../engine/ensemble/axes.ts';
import { createSweepRuns } from '../../../../engine/ensemble/read-runs.ts';
import { scenarioSweep } from '../../../../engine/ensemble/sweep.ts';
import type { Values } from '../../../../engine/params.ts';
import { createScenario } from '../../../../engine/scenario/create-scenario.ts';
import { createTranslate } from '../../../i18n/messages.ts';
import { loadView } from '../../../session/view.ts';
import { words as zh } from '../words.zh.ts';
import {
  countCells,
  exactLaw,
  exactPoints,
  firstAxes,
  firstPlaces,
  largestDifference,
  panelsOf,
  panelValues,
  placeAmong,
} from './diagram.ts';
import '../words.en.ts';
import { survivalAt } from '../ensemble-drawings.ts';
import { placeWords } from '../ensemble-words.ts';
import { finishedPrefix } from '../job/finished-prefix.ts';

beforeAll(() => loadView('one-neuron'));

const sweepOf = (values: Values) =>
  scenarioSweep(
    createScenario('one-neuron', {
      runs: 10,
      xkey: 'ratio',
      xat: [1, 2, 3],
      ykey: 'd',
      yat: [2, 10],
      ...values,
    }),
  );

test('the share that keeps the claim is a panel of its own, where it was audited', () => {
  expect(panelsOf(sweepOf({}))).not.toContain('kept');
  const runs = createSweepRuns(sweepOf({ audit: true }));
  expect(panelsOf(runs.sweep)).toContain('kept');
  runs.done.fill(1, 0, 4);
  runs.columns.audit.behindAt.set([-1, 3, -1, -1]);
  expect(panelValues(countCells({ runs, running: false }), 3, 'kept')[0]).toBe(0.75);
});

test('cells count their own runs, and one without a run takes its coarser neighbour’s', () => {
  const runs = createSweepRuns(sweepOf({}));
  runs.columns.left.arrivals.fill(-1);
  runs.columns.right.arrivals.fill(-1);
  runs.done.fill(1, 0, 4);
  runs.columns.left.arrivals.set([5, -1, -1, -1]);
  runs.columns.right.arrivals.set([5, 6, 7, -1]);
  const counts = countCells({ runs, running: false });
  expect([counts.done[0], counts.left[0], counts.right[0]]).toEqual([4, 1, 3]);
  expect(Array.from(panelValues(counts, 3, 'difference'))).toEqual(new Array(6).fill(0.5));
  runs.done.fill(1, 20, 30);
  expect(Array.from(panelValues(countCells({ runs, running: false }), 3, 'right'))).toEqual([
    0.75, 0.75, 0, 0.75, 0.75, 0,
  ]);
  expect(
    panelValues(countCells({ runs: createSweepRuns(sweepOf({})), running: false }), 3, 'left').every(
      Number.isNaN,
    ),
  ).toBe(true);
});

test('a cell counts the runs that its own ensemble counts: without a gap, and while a job runs from the first one on', () => {
  const runs = createSweepRuns(sweepOf({}));
  runs.done.fill(1, 0, 3);
  runs.done[5] = 1;
  runs.done.fill(1, 14, 20);
  for (const running of [true, false]) {
    const { done } = countCells({ runs, running });
    for (const cell of [0, 1]) expect(done[cell]).toBe(finishedPrefix({ runs, running }, cell).count);
  }
  expect(Array.from(countCells({ runs, running: true }).done.slice(0, 2))).toEqual([3, 0]);
  expect(Array.from(countCells({ runs, running: false }).done.slice(0, 2))).toEqual([3, 6]);
});

test('colours of differences reach as far as the largest of them', () => {
  expect(largestDifference(Float64Array.of(0.1, -0.3, Number.NaN))).toBe(0.3);
  expect(largestDifference(Float64Array.of(0, Number.NaN))).toBe(1);
});

test('a diagram is offered of numbers that do something in the scenario, and it can be run', () => {
  const offered = (problem: ProblemId, values: Values = {}) => {
    const scenario = createScenario(problem, values);
    const axes = firstAxes(scenarioParams(problem), scenario.values)!;
    const sweep = scenarioSweep(createScenario(problem, { ...values, ...axes }));
    expect(sweep.cells).toBe(axes.xat.length * axes.yat.length);
    return [axes.xkey, axes.ykey];
  };
  expect(offered('one-neuron')).toEqual(['ratio', 'd']);
  expect(offered('one-neuron', { features: 'csv', data: 'trap' })).toEqual(['c', 'blend']);
  expect(offered('one-neuron', { n: Number.POSITIVE_INFINITY })).toEqual(['ratio', 'd']);
  expect(offered('two-layer')).toEqual(['neurons', 'beta']);
  expect(offered('lift')).toEqual(['y', 'beta']);
  const own = createScenario('one-neuron', { features: 'csv', data: 'trap' }).values;
  for (const key of ['ratio', 'n', 'd', 'noise', 'momentum'])
    expect(axisKeys(scenarioParams('one-neuron'), own)).not.toContain(key);
});

describe('the exact curve', () => {
  test('is called what it is, and no bound: a wide criterion measures more (n = d = 2: 0.25 against 0.47)', () => {
    for (const told of [createTranslate('en')('ensemble.diagram.exact'), zh['ensemble.diagram.exact']])
      expect(told).not.toMatch(/below|更低/);
    expect(createTranslate('en')('ensemble.diagram.exact')).toContain('does not bound the measured share');
    expect(zh['ensemble.diagram.exact']).toContain('不是测得比例的界');
  });

  test('is drawn over noiseless Gaussian data alone, and of the relaxation alone', () => {
    expect(exactLaw(sweepOf({}))?.panel).toBe('right');
    expect(exactLaw(sweepOf({ xkey: 'n', xat: [4, 20] }))).not.toBeNull();
    for (const other of [
      { noise: 0.1 },
      { leak: 0.1 },
      { plant: [0, 0], vary: 'data,start' },
      { xat: [3, 1, 2] },
      { blend: 0.5 },
      { features: 'circle' },
      { vary: 'start' },
      { ykey: 'c', yat: [0.5, 1] },
    ] as Values[])
      expect(exactLaw(sweepOf(other)), JSON.stringify(other)).toBeNull();
  });

  test('has each of its places once: no cell is run twice, of a choice neither', () => {
    for (const at of [
      [1, 1, 1],
      [1, 2, 1],
      [0.5, 2, 0.5],
    ])
      expect(() => sweepOf({ xat: at })).toThrow(
        `xat: expected each value once for ratio; got ${at[0]} twice.`,
      );
    expect(() => sweepOf({ ykey: 'c', yat: [0.5, 0.5] })).toThrow('yat: expected each value once for c');
    const network = createScenario('federated', { level: 'network', xkey: 'split', xat: [1, 0, 1] });
    expect(() => scenarioSweep(network)).toThrow('xat: expected each value once for split; got 1 twice.');
  });

  test('stands at its places on either axis', () => {
    const line = { level: 0.5, ratios: [1.5, 1.9] };
    const law = exactLaw(sweepOf({}))!;
    const points = exactPoints(sweepOf({}), law, line);
    expect(points[0]).toBeCloseTo(0.5, 12);
    expect(points[1]).toBe(0);
    expect(points[2]).toBeCloseTo(0.9, 12);
    expect(points[3]).toBe(1);
    const turned = exactPoints(sweepOf({ xkey: 'd', xat: [2, 10], ykey: 'n', yat: [3, 19] }), law, line);
    expect(turned).toEqual([0, 0, 1, 1]);
  });

  test('is left out beyond the diagram', () => {
    expect(placeAmong([1, 2, 3], 3.4)).toBeCloseTo(2.4, 12);
    expect(placeAmong([1, 2, 3], 3.6)).toBeNull();
    expect(placeAmong([1, 2, 3], Number.NaN)).toBeNull();
  });
});

test('every axis begins with places that it may have', () => {
  for (const problem of ['one-neuron', 'two-layer', 'lift'] as const) {
    const specs = scenarioParams(problem);
    const { values } = createScenario(problem);
    for (const key of axisKeys(specs, values)) {
      const places = firstPlaces(key, specs, values);
      expect(places.length, `${problem} ${key}`).toBeGreaterThan(1);
      const spec = specs[key];
      if (spec?.kind !== 'integer' && spec?.kind !== 'number') continue;
      for (const place of places) {
        expect(place, key).toBeGreaterThanOrEqual(spec.min);
        expect(place, key).toBeLessThanOrEqual(spec.max);
      }
    }
  }
});

test('a survival curve is read between its steps', () => {
  const curve = { steps: [0, 10, 100], left: [1, 0.5, 0.25] };
  expect([0, 9, 10, 99, 100, 5000].map((step) => survivalAt(curve, step))).toEqual([
    1, 1, 0.5, 0.5, 0.25, 0.25,
  ]);
});

test('a cell of n/d says its n too: rounding makes one of many ratios', () => {
  const t = createTranslate('en');
  const sweep = sweepOf({ xat: [0.1, 0.2, 1], yat: [1, 3] });
  expect(placeWords(sweep, 0, t)).toBe('n/d = 0.1, d = 1 (n = 1)');
  expect(placeWords(sweep, 5, t)).toBe('n/d = 1, d = 3 (n = 3)');
  expect(placeWords(sweepOf({ xkey: 'n', xat: [4, 20] }), 0, t)).toBe('n = 4, d = 2');
});
