import { describe, expect, it } from 'vitest';
import { dyadic, minus, plus, times, toNumber } from '../fixtures/dyadic.ts';
import { createRandom, fillNormal } from './random.ts';
import { whiten } from './whitening.ts';

/** Normal rows: with ones and an offset, or with scaled columns. */
function rowsOf(seed: number, offset: number | null, factors: readonly [number, number] = [1, 1]) {
  const features = new Float64Array(40);
  fillNormal(features, createRandom(seed, 3));
  return features.map((x, k) => factors[k % 2]! * (offset === null ? x : k % 2 ? 1 : offset + x));
}

/** lambda_max/lambda_min of A^T A. */
function conditionOf(features: Float64Array): number {
  let [a, b, c] = [0, 0, 0];
  for (let at = 0; at < features.length; at += 2) {
    a += features[at]! ** 2;
    b += features[at]! * features[at + 1]!;
    c += features[at + 1]! ** 2;
  }
  const root = Math.hypot(a - c, 2 * b);
  return (a + c + root) / (a + c - root);
}

const ILL: readonly (readonly [number | null, readonly [number, number]])[] = [
  [9, [1, 1]],
  [2000, [1, 1]],
  [-1e6, [1, 1]],
  [1e9, [1e3, 1]],
  [null, [1e50, 1e-50]],
  [null, [1, 2 ** 40]],
];

describe('the frame of rows that are nearly parallel', () => {
  it.each(ILL)('offset %s, factors %s: columns are nearly orthonormal', (...given) => {
    for (let seed = 0; seed < 20; seed++) {
      const { features, identity } = whiten(rowsOf(seed, ...given));
      expect(identity).toBe(false);
      expect(conditionOf(features)).toBeLessThan(17);
    }
  });

  it.each(ILL)('offset %s, factors %s: products of rows and weights are the same', (...given) => {
    const rows = rowsOf(5, ...given);
    const frame = whiten(rows);
    const own = Float64Array.of(0.3, -1.7);
    const w = new Float64Array(2);
    frame.toOriginal(w, own);
    for (let at = 0; at < rows.length; at += 2) {
      const product = (features: Float64Array, weights: Float64Array) =>
        plus(
          times(dyadic(features[at]!), dyadic(weights[0]!)),
          times(dyadic(features[at + 1]!), dyadic(weights[1]!)),
        );
      const size = Math.abs(rows[at]! * w[0]!) + Math.abs(rows[at + 1]! * w[1]!) + 1;
      // Only w is rounded.
      expect(Math.abs(toNumber(minus(product(rows, w), product(frame.features, own))))).toBeLessThan(
        4e-16 * size,
      );
    }
    const back = new Float64Array(2);
    frame.toScaled(back, w);
    back.forEach((value, j) => {
      expect(Math.abs(value - own[j]!)).toBeLessThan(4e-16 * (1 + frame.metric[2] ** 0.5 * Math.hypot(...w)));
    });
  });

  it('numbers of the frame are rounded once, from the rows as they are', () => {
    const rows = Float64Array.from({ length: 12 }, (_, k) => (k % 2 ? 1 : 1e6 + k / 8));
    const { features } = whiten(rows);
    // The mean is 1e6 + 0.625 and the scale 1/4, both exact.
    expect([...features].filter((_, k) => k % 2 === 0)).toEqual([-2.5, -1.5, -0.5, 0.5, 1.5, 2.5]);
  });

  it('gradients and steps are those of the rows', () => {
    const frame = whiten(rowsOf(7, 30));
    const [p11, p12, p22] = frame.metric;
    const gradient = Float64Array.of(0.4, -1.1);
    const step = Float64Array.of(p11 * 0.4 - p12 * 1.1, p12 * 0.4 - p22 * 1.1);
    frame.toOriginalGradient(gradient);
    const own = new Float64Array(2);
    frame.toScaledGradient(own, gradient);
    expect([own[0], own[1]]).toEqual([expect.closeTo(0.4, 12), expect.closeTo(-1.1, 12)]);
    const same = new Float64Array(2);
    frame.toScaled(same, gradient);
    same.forEach((value, j) => {
      expect(value).toBeCloseTo(step[j]!, 9);
    });
  });

  it('repeated, opposite and zero rows stay so', () => {
    const rows = Float64Array.of(9001, 1, 9001, 1, -9001, -1, 0, 0, 9004.5, 1, 18_002, 2, -0, 0);
    const { features } = whiten(rows);
    const row = (i: number) => [features[2 * i]! + 0, features[2 * i + 1]! + 0];
    expect(row(1)).toEqual(row(0));
    expect(row(2)).toEqual(row(0).map((x) => -x));
    expect(row(5)).toEqual(row(0).map((x) => 2 * x));
    expect([row(3), row(6)]).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });
});

describe('rows that are left as they are', () => {
  it.each([
    ['well apart', rowsOf(1, null)],
    ['beside ones without an offset', rowsOf(1, 0)],
    ['of one line', Float64Array.of(1, 3, 0.1, 0.1 * 3, -7, -21)],
    ['that differ by rounding alone', Float64Array.of(1, 1, 1, 1 + 2 ** -50)],
    ['one', Float64Array.of(2, 5)],
    ['zero', new Float64Array(4)],
    ['without a second column', Float64Array.of(1, 0, 2, 0)],
    ['not finite', Float64Array.of(Number.NaN, 1, 2, 3)],
    ['too large to be squared', Float64Array.of(1e200, 1, 2, 3)],
  ])('%s', (_, rows) => {
    const frame = whiten(rows);
    expect(frame.identity).toBe(true);
    expect(frame.features).toBe(rows);
  });
});
