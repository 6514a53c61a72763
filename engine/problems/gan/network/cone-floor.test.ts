import { describe, expect, it } from 'vitest';
import { runsAll } from '../../../../scripts/tier.mjs';
import reference from '../../../fixtures/gan.json' with { type: 'json' };
import other from '../../../fixtures/gan-3.json' with { type: 'json' };
import { recoverable } from '../../../kernels/binomial.ts';
import { createRandom, type RandomSource } from '../../../kernels/random.ts';
import { drawGame } from '../game-data.ts';
import { coneFloor } from './cone-floor.ts';

interface Instance {
  readonly m: number;
  readonly k: number;
  readonly columns: Float64Array;
  readonly mean: Float64Array;
}

const floorOf = ({ columns, m, k, mean }: Instance) => coneFloor(columns, m, k, mean);
const lengthOf = (a: ArrayLike<number>) => {
  const most = Array.from(a).reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  return most * Math.sqrt(Array.from(a).reduce((sum, value) => sum + (value / (most || 1)) ** 2, 0));
};

/** Makes cones degenerate. */
const FAMILIES: Readonly<
  Record<string, (fresh: number[], before: readonly number[][], random: RandomSource) => number[]>
> = {
  gaussian: (fresh) => fresh,
  repeated: (fresh, before, random) => (random.uniform() < 0.5 ? (some(before, random) ?? fresh) : fresh),
  antiparallel: (fresh, before, random) =>
    random.uniform() < 0.5 ? (some(before, random)?.map((value) => -value) ?? fresh) : fresh,
  collinear: (fresh, before, random) => {
    const factor = random.normal();
    return random.uniform() < 0.6 ? (some(before, random)?.map((value) => value * factor) ?? fresh) : fresh;
  },
  nearly: (fresh, before, random) => {
    const [shift, sign] = [10 ** (-4 - 12 * random.uniform()), random.uniform() < 0.3 ? 1 : -1];
    return random.uniform() < 0.6
      ? (some(before, random)?.map((value, i) => sign * value + shift * fresh[i]!) ?? fresh)
      : fresh;
  },
  zero: (fresh, _, random) => (random.uniform() < 0.3 ? fresh.map(() => 0) : fresh),
  integer: (fresh) => fresh.map((value) => Math.round(value * 1.2)),
  flat: (fresh) => fresh.map((value, i) => (i === 0 ? Math.abs(value) * 1e-6 : value)),
  ofRankThree: (fresh, before, random) =>
    before.length < 3
      ? fresh
      : [0, 1, 2].reduce(
          (sum, c) => {
            const factor = random.integer(5) - 2;
            return sum.map((value, i) => value + factor * before[c]![i]!);
          },
          fresh.map(() => 0),
        ),
  ofAllSizes: (fresh, _, random) => {
    const factor = 10 ** (16 * random.uniform() - 8);
    return fresh.map((value) => value * factor);
  },
  huge: (fresh) => fresh.map((value) => value * 1e120),
  tiny: (fresh) => fresh.map((value) => value * 1e-120),
};

function some(before: readonly number[][], random: RandomSource): number[] | undefined {
  return before[random.integer(Math.max(1, before.length))];
}

/** Every third mean lies in the cone, mostly on its border. */
function makeInstance(family: string, seed: number, most = { m: 20, k: 60 }): Instance {
  const random = createRandom(seed, 9);
  const [m, k] = [1 + random.integer(most.m), 1 + random.integer(most.k)];
  const list: number[][] = [];
  const fresh = () => Array.from({ length: m }, () => random.normal());
  while (list.length < k) list.push(FAMILIES[family]!(fresh(), list, random));
  let mean = fresh();
  if (random.integer(3) === 0) {
    mean = mean.map(() => 0);
    for (let c = random.integer(Math.min(m, k)); c >= 0; c--) {
      const [column, factor] = [some(list, random)!, random.uniform()];
      mean = mean.map((value, i) => value + factor * column[i]!);
    }
  }
  const columns = new Float64Array(m * k);
  for (const [j, column] of list.entries())
    for (const [i, value] of column.entries()) columns[i * k + j] = value;
  return { m, k, columns, mean: Float64Array.from(mean) };
}

/** Recomputes the violation and V^T d by their formulas. */
function checked({ m, k, columns, mean }: Instance, h: Float64Array, d: Float64Array): number {
  let [steepest, along, largest] = [0, 0, 0];
  for (let j = 0; j < k; j++) {
    let slope = 0;
    const column = Array.from({ length: m }, (_, i) => columns[i * k + j]!);
    for (const [i, value] of column.entries()) slope += value * d[i]!;
    steepest = Math.max(steepest, slope);
    along += h[j]! * slope;
    largest = Math.max(largest, lengthOf(column));
  }
  const size = lengthOf(mean);
  if (size === 0 || largest === 0) return 0;
  return Math.max(steepest, Math.abs(along) / Math.max(1, lengthOf(h))) / size / largest;
}

describe('the certificate', () => {
  const names = Object.keys(FAMILIES);
  const INSTANCES = runsAll ? 250 : 100;
  it.each(names)(`holds on ${INSTANCES} instances: %s`, (family) => {
    let visible = 0;
    for (let seed = 1; seed <= INSTANCES; seed++) {
      const instance = makeInstance(family, seed);
      const { h, d, floor, violation, reachable } = floorOf(instance);
      expect(h.every((value) => value >= 0)).toBe(true);
      expect(violation).toBeLessThan(1e-9);
      expect(Math.abs(checked(instance, h, d) - violation)).toBeLessThan(1e-14);
      if (violation > 1e-13) visible++;
      const { m, k, columns, mean } = instance;
      const size = lengthOf(mean);
      // Up to rounding with large h.
      let terms = size;
      for (let j = 0; j < k; j++)
        terms += h[j]! * lengthOf(Float64Array.from({ length: m }, (_, i) => columns[i * k + j]!));
      let off = 0;
      for (let i = 0; i < m; i++) {
        let rest = mean[i]!;
        for (let j = 0; j < k; j++) rest -= columns[i * k + j]! * h[j]!;
        off = Math.max(off, Math.abs(rest - d[i]!));
      }
      expect(off).toBeLessThanOrEqual(1e-14 * terms);
      expect(floor).toBe(d.reduce((sum, value) => sum + value * value, 0));
      expect(reachable).toBe(floor <= 1e-18 * Math.max(1, size * size));
    }
    expect(visible > 0).toBe(family === 'nearly');
  });

  it('is alike on every scale', () => {
    for (let seed = 1; seed <= 100; seed++) {
      const instance = makeInstance('gaussian', seed);
      const { d } = floorOf(instance);
      const scaled = floorOf({
        ...instance,
        columns: instance.columns.map((value) => value * 2 ** 300),
        mean: instance.mean.map((value) => value * 2 ** -200),
      });
      expect(scaled.d.map((value) => value * 2 ** 200)).toEqual(d);
    }
  });

  it('draws the line of what is reachable, and of what only an h without bound would reach', () => {
    const of = (x: number, y: number, column: readonly [number, number]) =>
      coneFloor(Float64Array.of(1, column[0], 0, column[1]), 2, 2, Float64Array.of(x, y));
    expect(of(1, 0.9e-9, [1, 0]).reachable).toBe(true);
    expect(of(1, 1.1e-9, [1, 0]).reachable).toBe(false);
    // Below ||x|| = 1 the bound stays.
    expect(of(1e3, 0.9e-6, [1, 0]).reachable).toBe(true);
    expect(of(0.1, 0.9e-9, [1, 0]).reachable).toBe(true);
    // Nearly opposite columns: h is 1/y.
    const far = of(0, 1, [-1, 1e-10]);
    expect(far.reachable).toBe(true);
    expect([...far.h].map((value) => value.toPrecision(6))).toEqual(['1.00000e+10', '1.00000e+10']);
    const tooFar = of(0, 1, [-1, 1e-12]);
    expect(tooFar).toMatchObject({ floor: 1, reachable: false });
    expect(tooFar.violation).toBe(1e-12);
  });

  it('of a mean of 0, of columns of 0 and of numbers that are not finite', () => {
    const none = coneFloor(Float64Array.of(1, 2, -1, 0), 2, 2, new Float64Array(2));
    expect(none).toMatchObject({ floor: 0, violation: 0, reachable: true });
    expect([...none.h, ...none.d]).toEqual([0, 0, 0, 0]);
    const inert = coneFloor(new Float64Array(4), 2, 2, Float64Array.of(3, 4));
    expect(inert).toMatchObject({ violation: 0, reachable: false });
    expect([...inert.h, ...inert.d]).toEqual([0, 0, 3, 4]);
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY]) {
      for (const one of [
        coneFloor(Float64Array.of(1, bad), 1, 2, Float64Array.of(1)),
        coneFloor(Float64Array.of(1, 1), 1, 2, Float64Array.of(bad)),
      ]) {
        expect(one.floor).toBeNaN();
        expect(one.violation).toBeNaN();
        expect(one.reachable).toBe(false);
      }
    }
  });
});

describe('the floor', () => {
  it.each([...reference.width, ...other.width])('$name of seed $seed', (one) => {
    const { columns, mean } = drawGame({ ...one, width: one.k, xmean: null });
    const { floor, d, reachable } = coneFloor(columns, one.m, one.k, mean);
    expect(Math.abs(floor - one.floor)).toBeLessThan(1e-9 * Math.max(1, one.floor));
    expect(reachable).toBe(one.reachable);
    for (const [i, value] of one.floorDiscriminator.entries())
      expect(d[i]! / (one.rho || 1)).toBeCloseTo(value, 9);
    if (!one.reachable && 'floorWeights' in one) {
      const { h } = coneFloor(columns, one.m, one.k, mean);
      for (const [j, value] of (one.floorWeights as number[]).entries()) expect(h[j]).toBeCloseTo(value, 9);
    }
  });

  it('for m = 2 is that of the geometry: a ray, or 0 between two', () => {
    for (const family of ['gaussian', 'repeated', 'antiparallel', 'collinear', 'zero', 'integer'])
      for (let seed = 1; seed <= 100; seed++) {
        const { k, columns, mean } = makeInstance(family, seed, { m: 1, k: 8 });
        const random = createRandom(seed, 8);
        const rows = new Float64Array(2 * k);
        rows.set(columns.subarray(0, k));
        for (let j = 0; j < k; j++)
          rows[k + j] = family === 'integer' ? random.integer(5) - 2 : random.normal();
        const x = [mean[0]!, random.normal()] as const;
        const rays = Array.from({ length: k }, (_, j) => [rows[j]!, rows[k + j]!] as const);
        const candidates = [x[0] ** 2 + x[1] ** 2];
        for (const [j, v] of rays.entries()) {
          const square = v[0] ** 2 + v[1] ** 2;
          const t = square > 0 ? Math.max(0, (v[0] * x[0] + v[1] * x[1]) / square) : 0;
          candidates.push((x[0] - t * v[0]) ** 2 + (x[1] - t * v[1]) ** 2);
          for (const u of rays.slice(0, j)) {
            const turn = u[0] * v[1] - u[1] * v[0];
            const a = (x[0] * v[1] - x[1] * v[0]) / turn;
            const b = (u[0] * x[1] - u[1] * x[0]) / turn;
            if (a >= 0 && b >= 0 && Number.isFinite(a + b)) candidates.push(0);
          }
        }
        const { floor } = coneFloor(rows, 2, k, Float64Array.from(x));
        expect(Math.abs(floor - Math.min(...candidates))).toBeLessThan(1e-12 * candidates[0]!);
      }
  });

  it('is that of accelerated projected gradient', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const instance = makeInstance('gaussian', seed, { m: 5, k: 9 });
      const { k, columns, mean } = instance;
      const restOf = (h: readonly number[]) =>
        [...mean].map((x, i) => h.reduce((rest, own, j) => rest - columns[i * k + j]! * own, x));
      const square = (a: readonly number[]) => a.reduce((sum, value) => sum + value * value, 0);
      const step = 1 / square([...columns]);
      let [h, ahead, t] = [Array<number>(k).fill(0), Array<number>(k).fill(0), 1];
      for (let round = 0; round < 5000; round++) {
        const rest = restOf(ahead);
        const next = ahead.map((own, j) =>
          Math.max(0, own + step * rest.reduce((sum, value, i) => sum + columns[i * k + j]! * value, 0)),
        );
        const turns = next.reduce((sum, own, j) => sum + (ahead[j]! - own) * (own - h[j]!), 0) > 0;
        const later = turns ? 1 : (1 + Math.sqrt(1 + 4 * t * t)) / 2;
        ahead = next.map((own, j) => own + (turns ? 0 : ((t - 1) / later) * (own - h[j]!)));
        [h, t] = [next, later];
      }
      const { floor } = floorOf(instance);
      expect(Math.abs(square(restOf(h)) - floor)).toBeLessThan(1e-6 * square([...mean]));
    }
  });

  it('is not beaten by any h that is not negative', () => {
    for (const family of Object.keys(FAMILIES).filter((name) => name !== 'huge' && name !== 'tiny'))
      for (let seed = 1; seed <= 20; seed++) {
        const instance = makeInstance(family, seed, { m: 5, k: 8 });
        const { m, k, columns, mean } = instance;
        const { h, floor } = floorOf(instance);
        const random = createRandom(seed, 8);
        for (let trial = 0; trial < 50; trial++) {
          const share = 10 ** (-3 * random.uniform());
          let [sum, terms] = [0, 0];
          const tried = h.map((own) => Math.abs(own + share * Math.max(1, own) * random.normal()));
          for (let i = 0; i < m; i++) {
            let rest = mean[i]!;
            let most = Math.abs(rest);
            for (let j = 0; j < k; j++) {
              rest -= columns[i * k + j]! * tried[j]!;
              most += Math.abs(columns[i * k + j]! * tried[j]!);
            }
            sum += rest * rest;
            terms += most * most;
          }
          expect(sum).toBeGreaterThanOrEqual(floor - 1e-14 * terms);
        }
      }
  });
});

describe('how often a mean is reachable', () => {
  it('of all signs of the columns exactly sum_{j<m} C(k, j) put it out of reach', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const random = createRandom(seed, 9);
      const [m, k] = [1 + random.integer(4), 1 + random.integer(seed % 10 === 0 ? 10 : 7)];
      const columns = Float64Array.from({ length: m * k }, () => random.normal());
      const mean = Float64Array.from({ length: m }, () => random.normal());
      let outside = 0;
      for (let signs = 0; signs < 2 ** k; signs++) {
        const signed = columns.map((value, at) => ((signs >> (at % k)) & 1 ? -value : value));
        if (!coneFloor(signed, m, k, mean).reachable) outside++;
      }
      let [expected, choose] = [0, 1];
      for (let j = 0; j < m && j <= k; j++) {
        expected += choose;
        choose = (choose * (k - j)) / (j + 1);
      }
      expect(outside).toBe(expected);
      expect(1 - outside / 2 ** k).toBeCloseTo(recoverable(k, m), 14);
    }
  });

  it.each(reference.reach)('P(Binomial($k, 1/2) >= $m)', ({ k, m, probability }) => {
    expect(recoverable(k, m) / probability).toBeCloseTo(1, 13);
  });

  it.each(reference.sweep)(
    'm = $m, k = $k: $reachableMeasured measured',
    ({ m, k, reachable, reachableMeasured }) => {
      expect(recoverable(k, m)).toBeCloseTo(reachable, 14);
      const spread = Math.sqrt(Math.max(reachable * (1 - reachable), 1e-3) / 400);
      expect(Math.abs(reachableMeasured - reachable)).toBeLessThan(4.5 * spread);
    },
  );
});
