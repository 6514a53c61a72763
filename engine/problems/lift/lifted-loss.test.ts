import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHECK, vectorOf } from '../../fixtures/arbitraries.ts';
import { descendByNewton } from '../../landscapes/minimum.ts';
import { createLiftedLoss } from './lifted-loss.ts';
import { liftOptimum } from './problem.ts';

const values = fc.record({
  y: fc.integer({ min: 1, max: 300 }).map((k) => k / 100),
  beta: fc.integer({ min: 1, max: 300 }).map((k) => k / 100),
});
/** Points of the quadrant, often on its edges. */
const places = vectorOf(
  2,
  fc.integer({ min: -1000, max: 3000 }).map((k) => Math.max(0, k / 1000)),
);

const gradientAt = (landscape: ReturnType<typeof createLiftedLoss>, at: Float64Array) => {
  const gradient = new Float64Array(2);
  landscape.evaluate(gradient, at);
  return gradient;
};

describe('the lifted loss', () => {
  it('is the lasso over what two neurons of either sign make of one datum', () => {
    const loss = createLiftedLoss(1, 0.25);
    expect(loss.loss(Float64Array.of(2, 0.5))).toBe(0.125 + 0.625);
    expect(loss.loss(Float64Array.of(0, 0))).toBe(0.5);
  });

  it('has the gradient of central differences inside', () => {
    const REACH = 2 ** -10;
    fc.assert(
      fc.property(values, places, ({ y, beta }, at) => {
        const inside = at.map((value) => value + 0.01);
        const landscape = createLiftedLoss(y, beta);
        const gradient = gradientAt(landscape, inside);
        expect(landscape.evaluate(new Float64Array(2), inside)).toBe(landscape.loss(inside));
        for (let k = 0; k < 2; k++) {
          const along = (by: number) =>
            landscape.loss(inside.map((value, j) => (j === k ? value + by : value)));
          // Quadratic, so exact but for rounding.
          const slope = (along(REACH) - along(-REACH)) / (2 * REACH);
          expect(Math.abs(gradient[k]! - slope)).toBeLessThanOrEqual(1e-11);
        }
        const whole = new Float64Array(2);
        landscape.batchGradient(whole, inside, Int32Array.of(0), 0, 1);
        expect(whole).toEqual(gradient);
      }),
      CHECK,
    );
  });

  it('projects: a step along its gradient that is moved back ends where one along the plain gradient does', () => {
    fc.assert(
      fc.property(values, places, fc.constantFrom(0.01, 0.5, 3), ({ y, beta }, at, step) => {
        const landscape = createLiftedLoss(y, beta);
        const residual = at[0]! - at[1]! - y;
        const plain = [residual + beta, beta - residual];
        const gradient = gradientAt(landscape, at);
        const moved = at.map((value, k) => value - step * gradient[k]!);
        landscape.project!(moved);
        for (let k = 0; k < 2; k++) expect(moved[k]).toBe(Math.max(0, at[k]! - step * plain[k]!));
        // It rests exactly where the gradient vanishes.
        const rests = moved.every((value, k) => value === at[k]);
        if (gradient.every((slope) => slope === 0)) expect(rests).toBe(true);
        else if (Math.max(...gradient.map(Math.abs)) > 1e-9) expect(rests).toBe(false);
      }),
      CHECK,
    );
  });

  it('moves to the nearest point of the quadrant and is infinite outside of it', () => {
    fc.assert(
      fc.property(values, vectorOf(2), places, ({ y, beta }, at, other) => {
        const landscape = createLiftedLoss(y, beta);
        const projected = at.slice();
        landscape.project!(projected);
        const away = (to: Float64Array) => (to[0]! - at[0]!) ** 2 + (to[1]! - at[1]!) ** 2;
        expect(Number.isFinite(landscape.loss(projected))).toBe(true);
        expect(away(projected)).toBeLessThanOrEqual(away(other));
        expect(Number.isFinite(landscape.loss(at))).toBe(at.every((value) => value >= 0));
      }),
      CHECK,
    );
    expect(createLiftedLoss(1, 1).loss(Float64Array.of(Number.NaN, 0))).toBe(Number.POSITIVE_INFINITY);
  });

  it('is convex, and its gradient changes by at most twice the way inside', () => {
    fc.assert(
      fc.property(values, places, places, ({ y, beta }, a, b) => {
        const landscape = createLiftedLoss(y, beta);
        const middle = a.map((value, k) => (value + b[k]!) / 2);
        expect(landscape.loss(middle)).toBeLessThanOrEqual(
          (landscape.loss(a) + landscape.loss(b)) / 2 + 1e-14,
        );
        const [p, q] = [a, b].map((at) => at.map((value) => value + 0.001));
        const [f, g] = [gradientAt(landscape, p!), gradientAt(landscape, q!)];
        const change = Math.hypot(f[0]! - g[0]!, f[1]! - g[1]!);
        expect(change).toBeLessThanOrEqual(2 * Math.hypot(p![0]! - q![0]!, p![1]! - q![1]!) + 1e-14);
      }),
      CHECK,
    );
  });

  it('lets damped Newton land on the minimum from the origin, as the search of references starts', () => {
    fc.assert(
      fc.property(values, ({ y, beta }) => {
        const landscape = createLiftedLoss(y, beta);
        const at = new Float64Array(2);
        const loss = descendByNewton(landscape, at, 2);
        const { value, right } = liftOptimum({ y, beta });
        expect(Math.abs(loss - value)).toBeLessThanOrEqual(1e-14);
        expect(Math.abs(at[0]! - right[0])).toBeLessThanOrEqual(1e-11);
        expect(at[1]).toBe(0);
      }),
      CHECK,
    );
  });
});
