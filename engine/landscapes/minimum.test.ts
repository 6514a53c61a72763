import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHECK, vectorOf } from '../fixtures/arbitraries.ts';
import { instanceOf, linkInstance, ownInstance } from '../fixtures/instances.ts';
import planes from '../fixtures/plane-minima.json';
import rules from '../fixtures/rules.json';
import { relativeError, runRace } from '../fixtures/runs.ts';
import { norm } from '../kernels/vector.ts';
import { findReferences } from './minimum.ts';

const STOPPING = '#v=1&features=csv&data=stopping-distance&bias=1';

describe('references of the stopping distances', () => {
  it.each(['', '&std=1'])('are the exact minima, in original units (%s)', (std) => {
    const { left, right } = findReferences(linkInstance(STOPPING + std).instance);
    const expected = rules.stoppingDistance;
    expect(relativeError(left.at, expected.left.at)).toBeLessThan(1e-9);
    expect(relativeError(right!.at, expected.right.at)).toBeLessThan(1e-9);
    expect(Math.abs(left.loss / expected.left.loss - 1)).toBeLessThan(1e-12);
    expect(Math.abs(right!.loss / expected.right.loss - 1)).toBeLessThan(1e-12);
    // The digits.
    expect([left.at, right!.at].map((at) => Array.from(at, (value) => value.toFixed(4)))).toEqual([
      ['4.1020', '-20.5984'],
      ['3.9724', '-18.2905'],
    ]);
  });

  it('are where descent from (1, 0) in scaled units ends', () => {
    const { instance, values } = linkInstance(`${STOPPING}&std=1&start=1,0`);
    const references = findReferences(instance);
    const { left, right } = runRace(instance, values, 3000);
    expect(relativeError(left.iterates[3000]!, references.left.at)).toBeLessThan(1e-9);
    expect(relativeError(right.iterates[3000]!, references.right!.at)).toBeLessThan(1e-9);
    expect([left.status, right.status]).toEqual(['stationary', 'stationary']);
  });
});

describe('references of planar instances', () => {
  it.each(planes.cases)(
    '$name: the lowest of all minima on the left, the only one on the right',
    (expected) => {
      const { instance } = ownInstance(expected.features, expected.labels);
      const { left, right } = findReferences(instance);
      const lowest = Math.min(...expected.minima['0.0'].map(({ loss }) => loss));
      const [only, ...more] = expected.minima['1.0'];
      const scale = expected.labels.reduce((sum, y) => sum + y * y, 0) / (2 * expected.labels.length);
      expect(more).toEqual([]);
      expect(relativeError(right!.at, only!.at)).toBeLessThan(1e-9);
      expect(Math.abs(right!.loss - only!.loss)).toBeLessThanOrEqual(1e-13 * scale);
      expect(Math.abs(left.loss - lowest)).toBeLessThanOrEqual(1e-13 * scale);
    },
  );
});

describe('references', () => {
  const noisy = fc
    .record({ n: fc.integer({ min: 4, max: 10 }), d: fc.integer({ min: 1, max: 3 }) })
    .chain(({ n, d }) =>
      fc.record({
        features: vectorOf(n * d),
        labels: vectorOf(n),
        starts: fc.array(vectorOf(d), { minLength: 3, maxLength: 3 }),
      }),
    );
  const FEWER = { ...CHECK, numRuns: 60 };

  it('the right one is nowhere undercut, and there the gradient vanishes', () => {
    let bounded = 0;
    fc.assert(
      fc.property(noisy, ({ features, labels, starts }) => {
        const { instance } = ownInstance(features, labels);
        const { right } = findReferences(instance);
        expect(right === null).toBe(instance.right.unbounded);
        if (!right) return;
        bounded++;
        const gradient = new Float64Array(instance.dimension);
        expect(instance.right.evaluate(gradient, right.at)).toBe(right.loss);
        expect(norm(gradient)).toBeLessThanOrEqual(1e-9 * (1 + instance.smoothness * norm(right.at)));
        for (const w of starts) expect(instance.right.loss(w)).toBeGreaterThanOrEqual(right.loss - 1e-12);
      }),
      FEWER,
    );
    expect(bounded).toBeGreaterThan(FEWER.numRuns / 2);
  });

  it('the left one is not above the end of descent from anywhere', () => {
    fc.assert(
      fc.property(noisy, ({ features, labels, starts }) => {
        for (const start of starts) {
          const { instance, values } = ownInstance(features, labels, { start: [...start] });
          const { left } = findReferences(instance);
          const run = runRace(instance, values, 300).left;
          expect(left.loss).toBeLessThanOrEqual(run.losses[300]! + 1e-9 * (1 + run.losses[0]!));
          expect(instance.left.loss(left.at)).toBe(left.loss);
        }
      }),
      FEWER,
    );
  });

  it('are the plant with loss 0 for planted labels', () => {
    const { instance } = instanceOf({ features: 'gauss', n: 30, d: 5, leak: 0.1 });
    const { left, right } = findReferences(instance);
    expect([left.at, right!.at]).toEqual([instance.plant, instance.plant]);
    expect([left.loss, right!.loss]).toEqual([0, 0]);
  });

  it('are not the plant where there is noise', () => {
    const { instance } = instanceOf({ features: 'gauss', n: 30, d: 2, noise: 0.5 });
    const { left } = findReferences(instance);
    expect(left.loss).toBeLessThan(instance.left.loss(instance.plant!));
  });

  it.each([0.5, 1])('the right one is null where the loss falls for ever (blend %d)', (blend) => {
    const { instance } = ownInstance([1, 2, 1, 1], [-1, 0.5], { blend });
    expect(instance.right.unbounded).toBe(true);
    const { left, right } = findReferences(instance);
    expect(right).toBeNull();
    // f = ((w1 + 2 w2)_+ + 1)^2/4 + ((w1 + w2)_+ - 1/2)^2/4: the first off, the second at its label.
    expect(left.loss).toBeCloseTo(0.25, 12);
  });

  it.each([0, 0.5])('the right one of a blend (%d) is not above the left loss at its own place', (blend) => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const { instance } = instanceOf({ features: 'gauss', n: 12, d: 2, noise: 0.6, seed, blend });
      const { left, right } = findReferences(instance);
      // blend 0 is the left loss itself: the lowest known places must agree.
      if (blend === 0) expect(right!.loss).toBeLessThanOrEqual(left.loss * (1 + 1e-12));
      if (right) expect(instance.right.loss(left.at)).toBeGreaterThanOrEqual(right.loss - 1e-12);
    }
  });
});
