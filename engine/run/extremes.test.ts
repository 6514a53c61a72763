import { describe, expect, test } from 'vitest';
import { readTable } from '../data/read-table.ts';
import { SIZES } from '../data/sizes.ts';
import { type Dyadic, dyadic, isPositive, minus, plus, times, toNumber } from '../fixtures/dyadic.ts';
import { csvOf, instanceOf, ownInstance } from '../fixtures/instances.ts';
import { runSides } from '../fixtures/runs.ts';
import { createRandom, fillNormal } from '../kernels/random.ts';
import { distance } from '../kernels/vector.ts';
import { describePlane } from '../landscapes/plane-structure.ts';
import type { Values } from '../params.ts';
import { problem as twoLayer } from '../problems/two-layer/problem.ts';
import { createScenario } from '../scenario/create-scenario.ts';
import { parseLink } from '../scenario/scenario.ts';

const N = 20;
const SIDES = ['left', 'right'] as const;
const ZERO = dyadic(0);
const HALF = dyadic(0.5);

/** Features and labels of a plant (1, 0.3), with x1, x2 and labels multiplied by their factors. */
function dataOf(first: number, second: number, factor: number) {
  const features = new Float64Array(2 * N);
  fillNormal(features, createRandom(5, 0));
  const labels = Float64Array.from(
    { length: N },
    (_, i) => factor * Math.max(0, features[2 * i]! + 0.3 * features[2 * i + 1]!),
  );
  return { features: features.map((value, k) => value * (k % 2 === 0 ? first : second)), labels };
}

/**
 * Loss and gradient of both sides in exact arithmetic, without leak and for labels >= 0. Rounding is measured by `size`, mean (sum_j |a_j
 * w_j| + |y|)^2, and sizes[j], mean |a_j| (sum_j |a_j w_j| + |y|).
 */
function exactly(features: Float64Array, labels: Float64Array, w: ArrayLike<number>, isRight: boolean) {
  const n = labels.length;
  const d = w.length;
  let loss = ZERO;
  const gradient: Dyadic[] = Array.from({ length: d }, () => ZERO);
  let size = 0;
  const sizes = new Float64Array(d);
  for (let i = 0; i < n; i++) {
    const row = Array.from(features.subarray(i * d, i * d + d));
    const y = dyadic(labels[i]!);
    const z = row.reduce((sum, a, j) => plus(sum, times(dyadic(a), dyadic(w[j]!))), ZERO);
    const on = isPositive(z);
    const residual = minus(on ? z : ZERO, y);
    loss = plus(loss, times(HALF, times(residual, residual)));
    // g_i - f_i = -y z of an inactive sample.
    if (isRight && !on) loss = minus(loss, times(y, z));
    if (on || isRight)
      for (let j = 0; j < d; j++) gradient[j] = plus(gradient[j]!, times(residual, dyadic(row[j]!)));
    const reach = row.reduce((sum, a, j) => sum + Math.abs(a * w[j]!), 0) + Math.abs(labels[i]!);
    size += reach ** 2 / n;
    for (let j = 0; j < d; j++) sizes[j] = sizes[j]! + (Math.abs(row[j]!) * reach) / n;
  }
  return { loss: toNumber(loss) / n, gradient: gradient.map((sum) => toNumber(sum) / n), size, sizes };
}

type Made = ReturnType<typeof ownInstance>;

/** Loss and gradient of both sides at w agree with exact arithmetic to 1e-12 of the summed terms. */
function expectExact({ instance }: Made, w: ArrayLike<number>): void {
  const { features, labels } = instance.samples;
  const at = Float64Array.from(w);
  for (const side of SIDES) {
    const found = new Float64Array(at.length);
    const loss = instance[side].evaluate(found, at);
    const exact = exactly(features, labels, at, side === 'right');
    expect(Math.abs(loss - exact.loss)).toBeLessThanOrEqual(1e-12 * exact.size);
    found.forEach((value, j) => {
      expect(Math.abs(value - exact.gradient[j]!)).toBeLessThanOrEqual(1e-12 * exact.sizes[j]!);
    });
  }
}

const codes = ({ instance }: Made) => instance.notices.map(({ code }) => code);
const own = (first: number, second: number, factor: number, given: Values = {}) => {
  const { features, labels } = dataOf(first, second, factor);
  return ownInstance(features, labels, given);
};

describe('columns that differ in size', () => {
  const FACTORS = [
    [1, 1e12],
    [1e-12, 1],
    [1e-6, 1e6],
    [1e50, 1e-50],
  ] as const;

  test.each(FACTORS)(
    'by %s and %s: losses and gradients are right, and the columns are named',
    (...factors) => {
      const made = own(...factors, 1);
      expect(codes(made)).toEqual(['uneven-columns']);
      const { left, right } = runSides(made.instance, made.values, 300);
      for (const side of [left, right]) {
        for (const k of [0, 1, 40, 300]) expectExact(made, side.iterates[k]!);
        // A step 1/L of the large column does not move the small one: far from the minimum, and no end.
        expect(side.losses[300]).toBeGreaterThan(1e-3);
        expect(side.status).toBe('moving');
      }
    },
  );

  test.each(FACTORS)('by %s and %s: standardised, both arrive', (...factors) => {
    const made = own(...factors, 1, { std: true });
    expect(codes(made)).toEqual([]);
    const { left, right } = runSides(made.instance, made.values, 600);
    for (const side of [left, right]) expect(side.status).toBe('global');
  });

  test('stationary points are those of even columns, by whatever factor the columns differ', () => {
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const { features, labels } = instanceOf({ n: 12, seed, noise: 0.6 }).instance.samples;
      const stretched = (power: number) =>
        ownInstance(
          features.map((value, k) => (k % 2 ? value * 2 ** power : value)),
          labels,
        ).instance;
      const even = describePlane(stretched(0))!;
      for (const power of [-170, -40, -16, -12, 12, 16, 40, 170])
        for (const side of SIDES) {
          const { minima, ridgeSaddles } = describePlane(stretched(power))![side];
          expect(ridgeSaddles).toHaveLength(even[side].ridgeSaddles.length);
          expect(minima).toHaveLength(even[side].minima.length);
          minima.forEach(({ at, loss }, k) => {
            const same = even[side].minima[k]!;
            expect(Math.abs(loss / same.loss - 1)).toBeLessThan(1e-9);
            expect(Math.abs(at[0]! - same.at[0]!)).toBeLessThan(1e-9 * (1 + Math.abs(same.at[0]!)));
            expect(Math.abs(at[1]! * 2 ** power - same.at[1]!)).toBeLessThan(1e-9);
          });
        }
    }
  });

  test('of many samples too, where a step would be a look-up', () => {
    const { features, labels } = instanceOf({ n: 12_000 }).instance.samples;
    const made = ownInstance(
      features.map((value, k) => (k % 2 ? value * 1e12 : value)),
      labels,
    );
    const { left, right } = runSides(made.instance, made.values, 3);
    for (const side of [left, right]) expectExact(made, side.iterates[3]!);
  });

  test('an end of such columns is still an end: a place where no sample is on, and noise that is all that is left', () => {
    const { features, labels } = dataOf(1, 1e6, 1);
    const dead = ownInstance(features, labels, { start: [0, 0] });
    expect(runSides(dead.instance, dead.values, 1).left.status).toBe('dead');
    // The same column twice, the second a million times larger: nothing is slow, and the labels cannot be fitted.
    const twice = Float64Array.from(
      { length: 2 * N },
      (_, k) => (1 + ((k >> 1) % 3)) * (k % 2 === 0 ? 1 : 1e6),
    );
    const noisy = ownInstance(
      twice,
      labels.map((y, i) => y + 1 + (i % 2)),
      { start: [0, 1e-6] },
    );
    const { left } = runSides(noisy.instance, noisy.values, 50);
    expect(left.losses[50]).toBeGreaterThan(0.01);
    expect(left.status).toBe('stationary');
  });
});

describe('sizes of numbers', () => {
  /** Powers of two are exact: the run on scaled data is the scaled run, bit for bit. */
  test.each([
    [-190, 0],
    [190, 0],
    [0, -190],
    [0, 190],
    [-40, 180],
    [150, -120],
  ])('features 2^%i and labels 2^%i times as large: the same run, scaled', (p, q) => {
    const start = [-1.6, 0.3];
    const base = own(1, 1, 1, { start });
    const scaled = own(2 ** p, 2 ** p, 2 ** q, { start: start.map((value) => value * 2 ** (q - p)) });
    expect(scaled.instance.smoothness).toBe(base.instance.smoothness * 2 ** (2 * p));
    const runs = [base, scaled].map(({ instance, values }) => runSides(instance, values, 60));
    for (const side of SIDES) {
      const [one, other] = [runs[0]![side], runs[1]![side]];
      expect(other.losses).toEqual(one.losses.map((loss) => loss * 2 ** (2 * q)));
      expect(other.iterates.map((w) => [...w])).toEqual(
        one.iterates.map((w) => [...w.map((value) => value * 2 ** (q - p))]),
      );
    }
  });

  test.each([1e-300, 1e-170, 1e-61, 1e61, 1e150, 1e300])('features of %s are refused in words', (size) => {
    for (const given of [{}, { std: true }])
      expect(() => own(size, 1, 1, given)).toThrow(
        /^x1: expected 0, or a largest absolute number of 1e-60 to 1e\+60; got .*scale it\.$/,
      );
  });

  test.each([1e-300, 1e-150, 1e-61, 1e61, 1e150, 1e300])('labels of %s are refused in words', (size) => {
    expect(() => own(1, 1, size)).toThrow(
      /^y: expected 0, or a largest absolute number of 1e-60 to 1e\+60; got /,
    );
  });

  test('of plants: 1e-150 is refused, 1e150 is held at the bound and named, nothing between is wrong', () => {
    for (const given of [{}, { n: Number.POSITIVE_INFINITY }])
      expect(() => instanceOf({ ...given, plant: [1e-150, 3e-151] })).toThrow('Its square leaves the range');
    const { scenario, notices } = parseLink('#v=1&problem=one-neuron&plant=1e150,1');
    expect(scenario.values.plant).toEqual([1e6, 1]);
    expect(notices.map(({ code, key }) => [code, key])).toEqual([['clamped', 'plant']]);
    for (const size of [1e-50, 1e-20, 1e-3, 1, 1e3, 1e6]) {
      const made = instanceOf({ plant: [size, 0.3 * size], start: [-1.6 * size, 0.3 * size] });
      const { left, right } = runSides(made.instance, made.values, 60);
      for (const side of [left, right]) {
        expect(side.status).toBe('reached');
        for (const k of [0, 30, 60]) expectExact(made, side.iterates[k]!);
      }
    }
  });

  test('labels at which curves and colours show little are named', () => {
    expect(codes(own(1, 1, 1e-6))).toEqual(['label-size']);
    expect(codes(own(1, 1, 1e10))).toEqual(['label-size']);
    for (const factor of [1e-3, 1, 1e6]) expect(codes(own(1, 1, factor))).toEqual([]);
    expect(codes(own(1, 1, 0))).toEqual([]);
  });

  test('the bounds are those that are said', () => {
    expect(SIZES).toEqual({ least: 1e-60, most: 1e60 });
  });
});

describe('steps from 1e-6 to 1e6', () => {
  test.each([1e-6, 1e-3, 0.1, 1, 1.9, 2, 2.1, 10, 1e3, 1e6])('c = %s', (c) => {
    const made = instanceOf({ c });
    const { left, right } = runSides(made.instance, made.values, 400);
    for (const side of [left, right]) {
      const last = side.iterates.length - 1;
      for (const k of [0, 1, last >> 1, last]) expectExact(made, side.iterates[k]!);
      expect([...side.losses, ...side.gradientNorms].every(Number.isFinite)).toBe(true);
      // Only a side that left the finite numbers is `diverged`, at the step that could not be taken.
      expect(side.status === 'diverged').toBe(last < 400);
      if (last < 400) expect(side.endedAt).toBe(last + 1);
    }
    // Proved: with c <= 2 the convex side's loss never rises.
    if (c <= 2)
      right.losses.slice(1).forEach((loss, k) => {
        expect(loss).toBeLessThanOrEqual(right.losses[k]! * (1 + 1e-12) + 1e-30);
      });
  });
});

describe('fewer samples than weights', () => {
  test.each([
    [1, 1],
    [1, 2],
    [1, 500],
    [2, 3],
    [3, 50],
    [3, 500],
  ])('n = %i, d = %i', (n, d) => {
    const made = instanceOf({ n, d });
    const { instance, values } = made;
    if (n === 1) {
      const square = instance.samples.features.reduce((sum, a) => sum + a * a, 0);
      expect(Math.abs(instance.smoothness / square - 1)).toBeLessThan(1e-13);
    }
    const { left, right } = runSides(instance, values, 2000);
    // Proved for descent with 1/L on a convex loss with minimum 0, whatever the rank.
    const away = distance(instance.start, instance.plant!);
    for (const k of [1, 10, 100, 2000])
      expect(right.losses[k]).toBeLessThanOrEqual((instance.smoothness * away ** 2) / (2 * k));
    if (right.losses.at(-1)! <= 1e-12) expect(['global', 'reached']).toContain(right.status);
    for (const side of [left, right])
      for (const k of [0, 5, 2000]) {
        const w = side.iterates[k]!;
        expectExact(made, w);
        expect(instance.right.loss(w)).toBeGreaterThanOrEqual(instance.left.loss(w));
      }
  });
});

describe('two layers', () => {
  const CASES = [
    [1, 1e12, 1],
    [1e-6, 1e6, 1],
    [1e10, 1e10, 1],
    [1e50, 1e50, 1],
    [1e-50, 1e-50, 1],
    [1, 1, 1e-10],
    [1, 1, 1e50],
  ] as const;

  test.each(CASES)(
    'columns by %s and %s, labels by %s: an optimum is certified, or the program says that it resists',
    (...by) => {
      const { features, labels } = dataOf(...by);
      // Neither useless nor dominant: within the parameter's bounds, a tenth of the scale of the labels.
      const beta = Math.min(10, Math.max(1e-6, 0.1 * by[2] * Math.max(by[0], by[1])));
      const { values } = createScenario('two-layer', { features: 'csv', beta });
      const table = readTable(csvOf(features, labels), N);
      const instance = twoLayer.prepare(values, { table });
      const solver = instance.createBound!();
      while (solver.status === 'moving') solver.step();
      const gap = (solver.objective - solver.lowerBound) / solver.objective;
      expect(gap).toBeGreaterThanOrEqual(-1e-12);
      expect(solver.status).toBe(gap <= 1e-9 ? 'optimal' : 'resists');
      // Proved: no network is below the bound, wherever descent is.
      const { left } = runSides(instance, values as never, 20);
      for (const loss of left.losses) expect(loss).toBeGreaterThanOrEqual(solver.lowerBound * (1 - 1e-9));
    },
  );
});
