import { describe, expect, it } from 'vitest';
import type { Landscape } from '../contract.ts';
import { instanceOf, ownInstance } from '../fixtures/instances.ts';
import rules from '../fixtures/rules.json';
import { relativeError, runSides } from '../fixtures/runs.ts';
import type { Values } from '../params.ts';
import { RULES } from '../run/run-params.ts';
import { createOptimizer, type RuleSettings } from './update-rules.ts';

const SETTINGS: RuleSettings = { step: 0.1, momentum: 0.9, beta1: 0.9, beta2: 0.999, batch: 3, oseed: 4 };

describe('update rules against NumPy', () => {
  const runs = rules.rules.flatMap((data, at) =>
    data.runs.map((run) => ({ at, rule: run.rule, blend: run.blend, data, run })),
  );

  it('every rule beside plain gradient descent has a reference', () => {
    expect(new Set(runs.map(({ rule }) => rule))).toEqual(new Set(RULES.filter((rule) => rule !== 'gd')));
  });

  it.each(runs)(
    '$rule, blend $blend, data set $at: the first ten steps and the hundredth',
    ({ data, run }) => {
      const { rule, blend, settings } = run;
      const given: Values = { ...settings, rule, blend, leak: data.leak, start: data.start };
      const { instance, values } = ownInstance(data.features, data.labels, given);
      const sides = runSides(instance, values, 100);
      for (const side of blend === 0 ? [sides.left, sides.right] : [sides.right]) {
        for (const [k, expected] of run.first.entries())
          expect(relativeError(side.iterates[k + 1]!, expected)).toBeLessThanOrEqual(1e-12);
        expect(relativeError(side.iterates[100]!, run.hundredth)).toBeLessThanOrEqual(1e-9);
      }
    },
  );
});

describe('update rules', () => {
  const scene: Values = { features: 'gauss', n: 12, d: 3, noise: 0.3, seed: 3 };
  const iteratesOf = (given: Values) => {
    const { instance, values } = instanceOf({ ...scene, ...given });
    const { left, right } = runSides(instance, values, 40);
    return [left.iterates, right.iterates];
  };

  it.each(['heavyball', 'nesterov'])('%s without momentum is gradient descent, bit for bit', (rule) => {
    expect(iteratesOf({ rule, momentum: 0 })).toEqual(iteratesOf({ rule: 'gd' }));
  });

  it('a mini-batch of all samples is gradient descent but for the order of the sums', () => {
    const [left, right] = iteratesOf({ rule: 'sgd', batch: 500 });
    const [plainLeft, plainRight] = iteratesOf({ rule: 'gd' });
    expect(relativeError(left![40]!, plainLeft![40]!)).toBeLessThan(1e-12);
    expect(relativeError(right![40]!, plainRight![40]!)).toBeLessThan(1e-12);
  });

  it('Adam moves by its step length in every weight at first, whatever the gradient', () => {
    const { instance, values } = instanceOf({ ...scene, rule: 'adam', step: 0.125 });
    const { iterates } = runSides(instance, values, 1).right;
    for (let j = 0; j < 3; j++) expect(Math.abs(iterates[1]![j]! - iterates[0]![j]!)).toBeCloseTo(0.125, 7);
  });

  it('mini-batches take every sample once an epoch, the last holding what is left, alike on both sides', () => {
    const batchesOf = (oseed: number) => {
      const seen: number[][] = [];
      const landscape = {
        ...instanceOf({ n: 10 }).instance.left,
        batchGradient: (_: Float64Array, __: Float64Array, rows: Int32Array, from: number, to: number) => {
          seen.push([...rows.subarray(from, to)]);
        },
      } satisfies Landscape;
      const optimizer = createOptimizer('sgd', landscape, { ...SETTINGS, batch: 4, oseed });
      for (let k = 0; k < 6; k++) optimizer.step(new Float64Array(2), new Float64Array(2));
      return seen;
    };
    const seen = batchesOf(4);
    expect(seen.map((rows) => rows.length)).toEqual([4, 4, 2, 4, 4, 2]);
    for (const epoch of [seen.slice(0, 3), seen.slice(3)])
      expect(epoch.flat().sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(seen.slice(0, 3)).not.toEqual(seen.slice(3));
    expect(batchesOf(4)).toEqual(seen);
    expect(batchesOf(5)).not.toEqual(seen);
  });

  it.each(RULES)('%s says what a step costs: the shares of all samples whose gradients it uses', (rule) => {
    const { left } = instanceOf({ n: 12 }).instance;
    let asked = 0;
    const counting: Landscape = {
      ...left,
      evaluate(gradient, w) {
        asked++;
        return left.evaluate(gradient, w);
      },
      batchGradient(gradient, w, rows, from, to) {
        asked += (to - from) / left.samples;
        left.batchGradient(gradient, w, rows, from, to);
      },
    };
    const optimizer = createOptimizer(rule, counting, SETTINGS);
    for (let k = 0; k < 4; k++) optimizer.step(Float64Array.of(0.3, -0.2), Float64Array.of(1, 2));
    // The caller passes the gradient at w: a rule that uses it propagates NaN.
    const w = Float64Array.of(0.3, -0.2);
    const usesGiven = createOptimizer(rule, left, SETTINGS);
    usesGiven.step(w, new Float64Array(2).fill(Number.NaN));
    const given = w.some(Number.isNaN) ? 1 : 0;
    expect(optimizer.evaluationsPerStep).toBeCloseTo(given + asked / 4, 12);
  });

  it.each(RULES)('%s carries velocity exactly if a zero gradient may still move it', (rule) => {
    const { left } = instanceOf({ n: 12 }).instance;
    let slope = 1;
    const flat: Landscape = {
      ...left,
      evaluate(gradient) {
        gradient.fill(slope);
        return 0;
      },
      batchGradient: (gradient) => void gradient.fill(slope),
    };
    const optimizer = createOptimizer(rule, flat, SETTINGS);
    const w = Float64Array.of(0.3, -0.2);
    for (let k = 0; k < 5; k++) optimizer.step(w, new Float64Array(2).fill(slope));
    slope = 0;
    const before = w.slice();
    optimizer.step(w, new Float64Array(2));
    expect(relativeError(w, before) > 0).toBe(optimizer.carriesVelocity);
  });
});
