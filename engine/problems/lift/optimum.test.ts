import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHECK, vectorOf } from '../../fixtures/arbitraries.ts';
import { norm } from '../../kernels/vector.ts';
import { createNetworkLoss } from '../two-layer/network/loss.ts';
import { createLiftedLoss } from './lifted-loss.ts';
import { liftOptimum } from './problem.ts';

const values = fc.record({
  y: fc.integer({ min: 1, max: 300 }).map((k) => k / 100),
  beta: fc.integer({ min: 1, max: 300 }).map((k) => k / 100),
});

function sides({ y, beta }: { y: number; beta: number }) {
  const data = { features: Float64Array.of(1), labels: Float64Array.of(y) };
  return {
    left: createNetworkLoss({ ...data, neurons: 1, beta, trainOutput: true }),
    right: createLiftedLoss(y, beta),
  };
}

describe('the optimum of the lift', () => {
  it('is beta y - beta^2/2 where y > beta, with one number on the right and its root twice on the left', () => {
    expect(liftOptimum({ y: 1, beta: 0.25 })).toEqual({
      value: 0.21875,
      left: [Math.sqrt(0.75), Math.sqrt(0.75)],
      right: [0.75, 0],
    });
    expect(liftOptimum({ y: 1, beta: 1.25 })).toEqual({ value: 0.5, left: [0, 0], right: [0, 0] });
  });

  it('is what both losses have at their places, where both gradients vanish', () => {
    fc.assert(
      fc.property(values, (given) => {
        const { value, ...places } = liftOptimum(given);
        const losses = sides(given);
        for (const side of ['left', 'right'] as const) {
          const gradient = new Float64Array(2);
          const loss = losses[side].evaluate(gradient, Float64Array.from(places[side]));
          expect(Math.abs(loss - value)).toBeLessThanOrEqual(1e-14);
          expect(norm(gradient)).toBeLessThanOrEqual(1e-14);
        }
      }),
      CHECK,
    );
  });

  it('is below every other place', () => {
    fc.assert(
      fc.property(values, vectorOf(2), (given, at) => {
        const { value } = liftOptimum(given);
        const { left, right } = sides(given);
        expect(left.loss(at)).toBeGreaterThanOrEqual(value - 1e-15);
        expect(right.loss(at.map(Math.abs))).toBeGreaterThanOrEqual(value - 1e-15);
      }),
      { ...CHECK, numRuns: 2000 },
    );
  });
});
