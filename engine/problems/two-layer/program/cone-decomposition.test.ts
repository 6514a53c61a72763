import { describe, expect, it } from 'vitest';
import { createRandom, fillNormal } from '../../../kernels/random.ts';
import { dot, norm } from '../../../kernels/vector.ts';
import { decompose } from './cone-decomposition.ts';
import { createConeProjection, heightAt, unitRows } from './cone-projection.ts';
import { patternsOf, samplePatterns } from './sampled-patterns.ts';

/** Drawn rows with a sampled pattern each, and a drawn vector. */
const drawn = [
  [3, 2],
  [30, 2],
  [10, 5],
  [50, 5],
  [400, 5],
  [100, 20],
  [5, 8],
].map(([n, d], seed) => {
  const random = createRandom(seed, 0);
  const features = new Float64Array(n! * d!);
  fillNormal(features, random);
  const v = new Float64Array(d!);
  fillNormal(v, random);
  const { masks, directions } = samplePatterns(features, n!, d!, 1, seed);
  return { n: n!, d: d!, features, units: unitRows(features, n!, d!), mask: masks, interior: directions, v };
});

function parts({ d, units, mask, interior }: (typeof drawn)[number], v: Float64Array) {
  const [u, w] = [new Float64Array(d), new Float64Array(d)];
  const result = decompose(u, w, v, units, mask, interior, createConeProjection(units, d));
  return { u, w, ...result };
}

describe('the cone decomposition', () => {
  it.each(drawn)(
    'splits v into two vectors of the cone, the gated output into two ReLUs ($n x $d)',
    (given) => {
      const { n, d, features, mask, v } = given;
      const { u, w, violation, exact } = parts(given, v);
      expect(exact).toBe(true);
      expect(violation).toBeLessThan(1e-14);
      const size = norm(u) + norm(w);
      for (let k = 0; k < d; k++) expect(Math.abs(u[k]! - w[k]! - v[k]!)).toBeLessThan(1e-14 * size);
      for (let i = 0; i < n; i++) {
        const row = features.subarray(i * d, i * d + d);
        const relus = Math.max(0, dot(row, u)) - Math.max(0, dot(row, w));
        expect(Math.abs(relus - mask[i]! * dot(row, v))).toBeLessThan(1e-13 * norm(row) * size);
      }
    },
  );

  it.each(drawn)('has no second part where v or -v lies in the cone ($n x $d)', (given) => {
    const inside = parts(given, given.interior);
    expect(norm(inside.w)).toBe(0);
    expect(inside.u).toEqual(given.interior);
    const outside = parts(
      given,
      given.interior.map((g) => -g),
    );
    expect(norm(outside.u)).toBe(0);
    expect(outside.w).toEqual(given.interior);
  });

  it.each(drawn)(
    'is shorter than what the interior direction alone gives, and than near ones ($n x $d)',
    (given) => {
      const { n, d, units, mask, interior, v } = given;
      const { u, w } = parts(given, v);
      const length = Math.min(norm(u), norm(w));
      let push = 0;
      for (let i = 0; i < n; i++)
        push = Math.max(push, -heightAt(units, mask, i, v) / heightAt(units, mask, i, interior));
      expect(length).toBeLessThanOrEqual(push * norm(interior) * (1 + 1e-12));
      // Any other decomposition near it that is inside has both parts longer, or the one that was made shortest.
      const random = createRandom(9, 1);
      const shortest = norm(w) < norm(u) ? w : u;
      let tried = 0;
      for (let k = 0; k < 2000; k++) {
        const move = new Float64Array(d);
        fillNormal(move, random);
        const reach = 0.3 ** (k % 5) * norm(shortest);
        const near = (x: Float64Array) => x.map((value, j) => value + (reach * move[j]!) / norm(move));
        const isInside = (x: Float64Array) => mask.every((_, i) => heightAt(units, mask, i, x) >= 0);
        if (!isInside(near(u)) || !isInside(near(w))) continue;
        tried++;
        expect(Math.max(norm(near(u)) - norm(u), norm(near(w)) - norm(w))).toBeGreaterThan(0);
      }
      if (d === 2) expect(tried).toBeGreaterThan(10);
    },
  );

  it('splits along the axes where the rows are the axes', () => {
    const features = Float64Array.of(1, 0, 0, 1);
    const { masks, directions } = patternsOf(features, 2, 2, Float64Array.of(1, 1));
    const [u, w] = [new Float64Array(2), new Float64Array(2)];
    const projection = createConeProjection(features, 2);
    expect(decompose(u, w, Float64Array.of(3, -2), features, masks, directions, projection).exact).toBe(true);
    expect([Array.from(u), Array.from(w)]).toEqual([
      [3, 0],
      [0, 2],
    ]);
  });

  it('stands on the interior direction alone where the projection gives up', () => {
    const { n, d, units, mask, interior, v } = drawn[3]!;
    const [u, w] = [new Float64Array(d), new Float64Array(d)];
    const lame = { aim: () => {}, tight: [], project: () => false };
    expect(decompose(u, w, v, units, mask, interior, lame).exact).toBe(true);
    for (let i = 0; i < n; i++)
      expect(Math.min(heightAt(units, mask, i, u), heightAt(units, mask, i, w))).toBeGreaterThan(
        -1e-13 * norm(u),
      );
  });

  it('does not call exact what is not finite', () => {
    const bad = parts(drawn[0]!, Float64Array.of(Number.NaN, 1));
    expect(bad.exact).toBe(false);
  });
});
