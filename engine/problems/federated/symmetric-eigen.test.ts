import { describe, expect, it } from 'vitest';
import { createRandom, fillNormal } from '../../kernels/random.ts';
import { symmetricEigen } from './symmetric-eigen.ts';

/** B D B', exactly symmetric. */
function matrixOf(n: number, weights: readonly number[], seed: number): Float64Array<ArrayBuffer> {
  const b = new Float64Array(n * weights.length);
  fillNormal(b, createRandom(seed, 0));
  const a = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (const [k, weight] of weights.entries())
        sum += weight * b[i * weights.length + k]! * b[j * weights.length + k]!;
      a[i * n + j] = sum;
      a[j * n + i] = sum;
    }
  return a;
}

/** Returns max |V A - D V|/|A|, max |V V' - I|, and if the values ascend. */
function check(a: Float64Array<ArrayBuffer>, n: number) {
  const { values, vectors } = symmetricEigen(a, n);
  const size = a.reduce((most, entry) => Math.max(most, Math.abs(entry)), 0) || 1;
  let [off, skew] = [0, 0];
  for (let k = 0; k < n; k++)
    for (let i = 0; i < n; i++) {
      let [image, product] = [0, 0];
      for (let j = 0; j < n; j++) {
        image += (a[i * n + j]! / size) * vectors[k * n + j]!;
        product += vectors[k * n + j]! * vectors[i * n + j]!;
      }
      off = Math.max(off, Math.abs(image - (values[k]! / size) * vectors[k * n + i]!));
      skew = Math.max(skew, Math.abs(product - (i === k ? 1 : 0)));
    }
  const ascends = values.every((value, k) => k === 0 || values[k - 1]! <= value);
  return { off, skew, ascends, values };
}

const entries = (...rows: readonly (readonly number[])[]) => Float64Array.from(rows.flat());

describe('eigenvalues and vectors of symmetric matrices', () => {
  it.each([1, 2, 3, 4, 7, 12, 33, 110])('n = %i: random, indefinite, of low rank, huge, tiny', (n) => {
    const all = Array.from({ length: n }, (_, k) => (k % 2 === 0 ? 1 : -0.5));
    const of: Record<string, Float64Array<ArrayBuffer>> = {
      definite: matrixOf(
        n,
        all.map(() => 1),
        n,
      ),
      indefinite: matrixOf(n, all, n + 1),
      ofRankTwo: matrixOf(n, [1, 3], n + 2),
      graded: matrixOf(
        n,
        all.map((_, k) => 10 ** -k),
        n + 3,
      ),
      huge: matrixOf(n, all, n + 4).map((entry) => entry * 1e300),
      tiny: matrixOf(n, all, n + 5).map((entry) => entry * 1e-300),
    };
    for (const [name, a] of Object.entries(of)) {
      const { off, skew, ascends } = check(a, n);
      // The norm is at most n times that.
      expect(off, name).toBeLessThan(1e-15 * (n + 10));
      expect(skew, name).toBeLessThan(1e-15 * (n + 10));
      expect(ascends, name).toBe(true);
    }
  });

  it('clusters: an identity with one part in 1e14 beside it, equal values, zeros', () => {
    const n = 20;
    const near = matrixOf(n, [1e-14], 3).map((entry, k) => entry + (k % (n + 1) === 0 ? 1 : 0));
    expect(check(near, n).off).toBeLessThan(2e-14);
    expect(check(near, n).skew).toBeLessThan(2e-14);
    expect([...check(new Float64Array(n * n), n).values]).toEqual(Array(n).fill(0));
    expect([...check(entries([2, 0, 0], [0, 2, 0], [0, 0, 2]), 3).values]).toEqual([2, 2, 2]);
  });

  it('closed forms: 1 x 1, 2 x 2, and the chain with values 2 - 2 cos(k pi/(n + 1))', () => {
    expect([...check(entries([-3]), 1).values]).toEqual([-3]);
    const two = check(entries([1, 2], [2, -2]), 2);
    expect(two.values[0]).toBeCloseTo(-3, 14);
    expect(two.values[1]).toBeCloseTo(2, 14);
    const n = 50;
    const chain = new Float64Array(n * n);
    for (let i = 0; i < n; i++) {
      chain[i * n + i] = 2;
      if (i > 0) {
        chain[i * n + i - 1] = -1;
        chain[(i - 1) * n + i] = -1;
      }
    }
    for (const [k, value] of check(chain, n).values.entries())
      expect(Math.abs(value - 2 + 2 * Math.cos(((k + 1) * Math.PI) / (n + 1)))).toBeLessThan(1e-14);
  });

  it('NaN where an entry is not finite', () => {
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY])
      expect([...symmetricEigen(entries([1, bad], [bad, 1]), 2).values]).toEqual([Number.NaN, Number.NaN]);
  });
});
