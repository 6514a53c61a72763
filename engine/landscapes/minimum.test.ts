import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runsAll } from '../../scripts/tier.mjs';
import { CHECK, latticeNumber, vectorOf } from '../fixtures/arbitraries.ts';
import { instanceOf, linkInstance, ownInstance } from '../fixtures/instances.ts';
import planes from '../fixtures/plane.json';
import rules from '../fixtures/rules.json';
import { relativeError, runSides } from '../fixtures/runs.ts';
import { norm } from '../kernels/vector.ts';
import { createReferenceSearch, findReferences } from './minimum.ts';

const STOPPING = '#v=1&features=csv&data=stopping-distance&bias=1';

describe('references of the stopping distances', () => {
  it.each(['', '&std=1'])('are the exact minima, in original units (%s)', (std) => {
    const { left, right } = findReferences(linkInstance(STOPPING + std).instance);
    const expected = rules.stoppingDistance;
    expect(relativeError(left.at, expected.left.at)).toBeLessThan(1e-9);
    expect(relativeError(right!.at, expected.right.at)).toBeLessThan(1e-9);
    expect(Math.abs(left.loss / expected.left.loss - 1)).toBeLessThan(1e-12);
    expect(Math.abs(right!.loss / expected.right.loss - 1)).toBeLessThan(1e-12);
    // Digits from the issue.
    expect([left.at, right!.at].map((at) => Array.from(at, (value) => value.toFixed(4)))).toEqual([
      ['4.1020', '-20.5984'],
      ['3.9724', '-18.2905'],
    ]);
  });

  it('are where descent from (1, 0) in scaled units ends', () => {
    const { instance, values } = linkInstance(`${STOPPING}&std=1&start=1,0`);
    const references = findReferences(instance);
    const { left, right } = runSides(instance, values, 3000);
    expect(relativeError(left.iterates[3000]!, references.left.at)).toBeLessThan(1e-9);
    expect(relativeError(right.iterates[3000]!, references.right!.at)).toBeLessThan(1e-9);
    expect([left.status, right.status]).toEqual(['stationary', 'stationary']);
  });
});

describe('references of planar instances', () => {
  it.each(planes.cases.filter(({ labels }) => labels.length <= 50))(
    '$name: the lowest of all minima on the left, the only one on the right',
    (expected) => {
      const minimaOf = (blend: number) => expected.blends.find((one) => one.blend === blend)!.minima;
      const { instance } = ownInstance(expected.features, expected.labels);
      const { left, right } = findReferences(instance);
      const lowest = Math.min(...minimaOf(0).map(({ loss }) => loss));
      const [only, ...more] = minimaOf(1);
      const scale = expected.labels.reduce((sum, y) => sum + y * y, 0) / (2 * expected.labels.length);
      expect(more).toEqual([]);
      expect(relativeError(right!.at, only!.at)).toBeLessThan(1e-9);
      expect(Math.abs(right!.loss - only!.loss)).toBeLessThanOrEqual(1e-13 * scale);
      expect(Math.abs(left.loss - lowest)).toBeLessThanOrEqual(1e-13 * scale);
    },
  );
});

describe('references', () => {
  it('do not depend on the start, so that a link opens with those of its sender', () => {
    for (const d of [2, 5]) {
      const [one, other] = [1, 2].map((sseed) =>
        findReferences(instanceOf({ n: 12, d, noise: 0.5, seed: 3, sseed }).instance),
      );
      expect(one).toEqual(other);
    }
  });

  /** Gaussian data with noise outside, small enough to have kinks at which descent stays. */
  const noisy = fc.record({
    features: fc.constant('gauss'),
    n: fc.integer({ min: 5, max: 40 }),
    d: fc.integer({ min: 1, max: 3 }),
    noise: fc.constantFrom(0.1, 0.5, 1),
    leak: fc.constantFrom(0, 0.1),
    seed: fc.integer({ min: 0, max: 1000 }),
    pseed: fc.integer({ min: 0, max: 1000 }),
  });
  const FEWER = { ...CHECK, numRuns: runsAll ? 60 : 30 };

  it('the right one has no gradient and is nowhere undercut', () => {
    let bounded = 0;
    fc.assert(
      fc.property(noisy, vectorOf(3), vectorOf(3, latticeNumber(100)), (given, near, far) => {
        const { instance } = instanceOf(given);
        const { right } = findReferences(instance);
        expect(right === null).toBe(instance.right.unbounded);
        if (!right) return;
        bounded++;
        const gradient = new Float64Array(instance.dimension);
        expect(instance.right.evaluate(gradient, right.at)).toBe(right.loss);
        expect(norm(gradient)).toBeLessThanOrEqual(1e-11 * instance.smoothness * Math.max(1, norm(right.at)));
        for (const w of [near, far])
          expect(instance.right.loss(w.subarray(0, instance.dimension))).toBeGreaterThanOrEqual(right.loss);
      }),
      FEWER,
    );
    expect(bounded).toBeGreaterThan(FEWER.numRuns / 2);
  });

  it('the left one is not above the end of descent from other starts in the plane', () => {
    fc.assert(
      fc.property(noisy, (given) => {
        for (const sseed of [0, 1, 2, 3]) {
          const { instance, values } = instanceOf({ ...given, d: 2, sseed });
          const { left } = findReferences(instance);
          const { losses } = runSides(instance, values, 300).left;
          expect(left.loss).toBeLessThanOrEqual(losses[300]! * (1 + 1e-12));
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

  it('the right one is null where it falls for ever though that is too dear to prove', () => {
    const { instance } = instanceOf({ features: 'gauss', n: 210, d: 500, noise: 0.5 });
    expect(instance.right.unbounded).toBe(false);
    const search = createReferenceSearch(instance);
    search.step();
    expect(search.found().right).toBeNull();
  });

  it.each([0.5, 1])('the right one is null where the loss falls for ever (blend %d)', (blend) => {
    const { instance } = ownInstance([1, 2, 1, 1], [-1, 0.5], { blend });
    expect(instance.right.unbounded).toBe(true);
    const { left, right } = findReferences(instance);
    expect(right).toBeNull();
    // f = ((w1 + 2 w2)_+ + 1)^2/4 + ((w1 + w2)_+ - 1/2)^2/4: the first inactive, the second at its label.
    expect(left.loss).toBeCloseTo(0.25, 12);
  });

  it('both are the same place where the right side is the left loss itself (blend 0)', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const { instance } = instanceOf({ features: 'gauss', n: 12, noise: 0.6, seed, blend: 0 });
      const { left, right } = findReferences(instance);
      expect(right!.loss).toBe(left.loss);
      expect(relativeError(right!.at, left.at)).toBeLessThan(1e-9);
    }
  });

  it.each([0.1, 0.5, 0.9])(
    'the right one of a blend (%d) is not above the place of the left one',
    (blend) => {
      for (const seed of [1, 2, 3, 4, 5]) {
        const { instance } = instanceOf({ features: 'gauss', n: 12, noise: 0.6, seed, blend });
        const { left, right } = findReferences(instance);
        expect(right!.loss).toBeLessThanOrEqual(instance.right.loss(left.at));
      }
    },
  );
});
