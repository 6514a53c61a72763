import { describe, expect, it } from 'vitest';
import { runsAll } from '../../../scripts/tier.mjs';
import { anyCase, jacobianOf, type NetworkCase } from '../../fixtures/federated-cases.ts';
import { distance, dot, multiply, norm } from '../../kernels/vector.ts';
import { FEDERATED } from './card.ts';
import { localWeight, weigh } from './linear-rates.ts';
import { createLinearFlow } from './linear-rounds.ts';
import { circleOf } from './network/circle-data.ts';
import { prepareNetwork } from './network/kernel.ts';
import { type NetworkSides, networkSides } from './network/sides.ts';
import { drawStart, startOf } from './network/start.ts';

const SEEDS = Array.from({ length: 250 }, (_, k) => k);
const opened = (one: NetworkCase) => networkSides(one.prepared, one);

/** H G/N, n x n. */
function roundMatrix({ prepared, rounds }: Pick<NetworkSides, 'prepared' | 'rounds'>): Float64Array {
  const { samples: n, count } = prepared.data;
  const matrix = new Float64Array(n * n);
  const [unit, pull, image] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)];
  for (let j = 0; j < n; j++) {
    unit.fill(0)[j] = 1;
    weigh(pull, rounds.weights, unit);
    multiply(image, rounds.kernel, pull);
    for (let i = 0; i < n; i++) matrix[i * n + j] = image[i]! / count;
  }
  return matrix;
}

/** Returns the logarithm of the scale that keeps entries at most 1. */
function square(a: Float64Array, n: number): number {
  const before = a.slice();
  let size = 0;
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      let sum = 0;
      for (let k = 0; k < n; k++) sum += before[i * n + k]! * before[k * n + j]!;
      a[i * n + j] = sum;
      size = Math.max(size, Math.abs(sum));
    }
  for (let k = 0; k < a.length; k++) a[k] = a[k]! / size;
  return Math.log(size);
}

/** Spectral radius as the growth of A^(2^30). */
function growth(matrix: Float64Array, n: number): number {
  const a = matrix.slice();
  let log = 0;
  for (let k = 0; k < 30; k++) log = 2 * log + square(a, n);
  return Math.exp(log / 2 ** 30);
}

describe('K local steps as a weight', () => {
  it('is the sum of eta (1 - eta s)^j, at 0 and beside it, and beyond 1/eta', () => {
    for (const local of [1, 2, 3, 7, 20, 100, 1000])
      for (const s of [0, 1e-300, -1e-17, 1e-12, 1e-5, 0.3, 1, 1.7, 2, 2.5]) {
        const eta = 0.7;
        let [sum, power] = [0, eta];
        for (let j = 0; j < local; j++) {
          sum += power;
          power *= 1 - eta * s;
        }
        const value = localWeight(s, { local, eta });
        expect(Math.abs(value - sum), `K = ${local}, s = ${s}`).toBeLessThanOrEqual(1e-13 * local * eta);
      }
  });
});

describe('the linearisation of any network', () => {
  it('kernel: products of explicit gradients', () => {
    for (const seed of SEEDS) {
      const { prepared } = anyCase(seed, { c: 1, server: 1 });
      const n = prepared.data.samples;
      const rows = jacobianOf(prepared);
      const off = prepared.kernel.map((entry, at) =>
        Math.abs(entry - dot(rows[Math.floor(at / n)]!, rows[at % n]!)),
      );
      expect(off).toHaveLength(n * n);
      expect(Math.max(...off)).toBeLessThan(1e-14);
    }
  });

  it('rounds: K steps of every client in the weights, then the average', () => {
    for (const seed of SEEDS.slice(0, runsAll ? 60 : 20)) {
      const one = anyCase(seed, { c: 1.9, server: 1.5 });
      const sides = opened(one);
      const { eta, server } = sides.info;
      const { data, residual, start } = one.prepared;
      const rows = jacobianOf(one.prepared);
      const rounds = sides.sides.right.iterate();
      const state = new Float64Array(2 * data.samples);
      const theta = new Float64Array(3 * start.width);
      for (let round = 1; round <= 8; round++) {
        const mean = new Float64Array(theta.length);
        for (let c = 0; c < data.count; c++) {
          const own = theta.slice();
          const mine = [...data.owners.keys()].filter((i) => data.owners[i] === c);
          for (let step = 0; step < one.local; step++) {
            const errors = mine.map((i) => dot(rows[i]!, own) + residual[i]!);
            for (const [p, i] of mine.entries())
              for (let j = 0; j < own.length; j++) own[j] = own[j]! - eta * errors[p]! * rows[i]![j]!;
          }
          for (let j = 0; j < mean.length; j++) mean[j] = mean[j]! + own[j]! / data.count;
        }
        for (let j = 0; j < mean.length; j++) theta[j] = theta[j]! + server * (mean[j]! - theta[j]!);
        rounds.step();
        rounds.read(state);
        const u = Float64Array.from(rows, (row, i) => dot(row, theta) + residual[i]!);
        const size = Math.max(1, norm(u));
        expect(distance(state.subarray(0, data.samples), u) / size, `seed ${seed}`).toBeLessThan(1e-11);
        // The weights move by J' alpha, the residuals by H alpha.
        const moved = new Float64Array(theta.length);
        for (const [i, row] of rows.entries())
          for (let j = 0; j < moved.length; j++) moved[j] = moved[j]! + state[data.samples + i]! * row[j]!;
        expect(distance(moved, theta) / Math.max(1, norm(theta)), `seed ${seed}`).toBeLessThan(1e-11);
      }
    }
  });

  it('factor: growth of the powers of I - sg M; within its bracket for c <= 1 and sg <= 1', () => {
    let certified = 0;
    for (const seed of SEEDS) {
      const one = anyCase(seed, { c: 1, server: 1 });
      const sides = opened(one);
      const { factor, expected, bracket, smallest, server } = sides.info;
      const n = one.prepared.data.samples;
      const matrix = roundMatrix(sides).map((value, k) => (k % (n + 1) === 0 ? 1 : 0) - server * value);
      expect(Math.abs(factor - growth(matrix, n)), `seed ${seed}`).toBeLessThan(1e-6);
      const [low, high] = bracket!;
      expect(factor).toBeGreaterThanOrEqual(low - 1e-12);
      expect(factor).toBeLessThanOrEqual(high + 1e-12);
      expect(expected).toBeLessThan(1);
      // A rate is certified if and only if H is invertible.
      if (smallest > 0) certified++;
      expect(high < 1).toBe(smallest > 0);
      expect(low === 1).toBe(smallest === 0);
    }
    expect(certified).toBeGreaterThan(50);
    expect(certified).toBeLessThan(200);
  });

  it('factor also where no bracket is: c up to 3, sg up to 2', () => {
    let [outside, growing] = [0, 0];
    for (const seed of SEEDS.slice(0, 100)) {
      const one = anyCase(seed, { c: 3, server: 2 });
      const sides = opened(one);
      const { factor, bracket, eta, largest, server } = sides.info;
      const n = one.prepared.data.samples;
      const matrix = roundMatrix(sides).map((value, k) => (k % (n + 1) === 0 ? 1 : 0) - server * value);
      const radius = growth(matrix, n);
      expect(Math.abs(factor / radius - 1), `seed ${seed}`).toBeLessThan(1e-6);
      expect(bracket === null).toBe(eta * largest > 1 || server > 1);
      if (bracket === null) outside++;
      if (factor > 1 + 1e-9) growing++;
    }
    expect(outside).toBeGreaterThan(50);
    expect(growing).toBeGreaterThan(5);
  });

  it("u' G u falls in every round, by the square of the bracket's right end at least", () => {
    for (const seed of SEEDS.slice(0, runsAll ? 120 : 40)) {
      const { info, sides } = opened(anyCase(seed, { c: 1, server: 1 }));
      const rounds = sides.right.iterate();
      let before = rounds.record().surrogate!;
      for (let round = 1; round <= 30; round++) {
        rounds.step();
        const now = rounds.record().surrogate!;
        expect(now, `seed ${seed}, round ${round}`).toBeLessThanOrEqual(
          info.bracket![1] ** 2 * before * (1 + 1e-12) + 1e-25,
        );
        before = now;
      }
    }
  });

  it("surrogate: what a round descends on, u+ = u - (sg/N) H times its gradient's half", () => {
    const sides = opened(anyCase(3, { c: 1, server: 1 }));
    const n = sides.prepared.data.samples;
    const state = new Float64Array(2 * n);
    const flow = createLinearFlow(sides.rounds, state);
    const form = (u: Float64Array) => {
      flow.u.set(u);
      flow.look();
      return dot(flow.u, flow.pull);
    };
    const u = sides.prepared.residual;
    const rounds = sides.sides.right.iterate();
    expect(rounds.record().surrogate).toBe(form(u));
    for (let i = 0; i < n; i++) {
      const [up, down] = [u.slice(), u.slice()];
      up[i] = up[i]! + 1e-4;
      down[i] = down[i]! - 1e-4;
      const slope = (form(up) - form(down)) / 2e-4;
      form(u);
      expect(Math.abs(slope / 2 - flow.pull[i]!)).toBeLessThan(1e-9);
    }
  });
});

describe('the rest of the linearisation', () => {
  const narrow = SEEDS.map((seed) => anyCase(seed, { c: 1.95, server: 2 })).filter(
    ({ prepared }) => prepared.rank < prepared.data.samples,
  );

  it('a round moves nothing there, and it lies in b + range H', () => {
    expect(narrow.length).toBeGreaterThan(50);
    for (const one of narrow) {
      const sides = opened(one);
      const { samples: n } = one.prepared.data;
      const { rest } = sides.info;
      const flow = createLinearFlow(sides.rounds, new Float64Array(2 * n));
      flow.u.set(rest!.residual);
      flow.look();
      expect(norm(flow.move)).toBeLessThan(1e-12 * one.local);
      const { vectors } = one.prepared.spectrum;
      for (let k = 0; k < n - one.prepared.rank; k++) {
        const row = vectors.subarray(k * n, (k + 1) * n);
        expect(Math.abs(dot(row, rest!.residual) - dot(row, one.prepared.residual))).toBeLessThan(1e-12);
      }
      expect(rest!.excess).toBeCloseTo(rest!.loss - rest!.leastSquares, 10);
      expect(rest!.excess).toBeGreaterThanOrEqual(0);
    }
  });

  it('is least squares for one local step', () => {
    for (const one of narrow.slice(0, 40)) {
      const { rest } = opened({ ...one, local: 1 }).info;
      const image = new Float64Array(rest!.residual.length);
      multiply(image, one.prepared.kernel, rest!.residual);
      expect(norm(image)).toBeLessThan(1e-12);
      expect(rest!.excess).toBeLessThan(1e-24);
    }
  });

  it('2^24 rounds end there', () => {
    let far = 0;
    for (const one of narrow.slice(0, 40)) {
      const sides = opened({ ...one, c: Math.min(1, one.c), server: 1 });
      const { samples: n } = one.prepared.data;
      const { rest, expected } = sides.info;
      if (expected ** (2 ** 24) > 1e-12) continue;
      const power = roundMatrix(sides).map((value, k) => (k % (n + 1) === 0 ? 1 : 0) - value);
      let size = 0;
      for (let k = 0; k < 24; k++) size = 2 * size + square(power, n);
      const u = new Float64Array(n);
      multiply(u, power, one.prepared.residual);
      // Rounding of 24 squarings grows along directions that do not move.
      const ends = u.map((value) => value * Math.exp(size));
      expect(distance(ends, rest!.residual)).toBeLessThan(1e-5);
      if (rest!.excess > 1e-3) far++;
    }
    expect(far).toBeGreaterThan(3);
  });

  it('is u = 0 for every K, N and split where H is invertible and c < 2', () => {
    let seen = 0;
    for (const seed of SEEDS) {
      const one = anyCase(seed, { c: 1.99, server: 1 });
      if (one.prepared.smallest === 0) continue;
      seen++;
      const { rest, factor } = opened(one).info;
      expect([...rest!.residual]).toEqual(Array(one.prepared.data.samples).fill(0));
      expect([rest!.loss, rest!.excess]).toEqual([0, 0]);
      expect(factor).toBeLessThan(1);
    }
    expect(seen).toBeGreaterThan(50);
  });

  it('runs come to `rest` at the closed form, with the bias that lies between it and least squares', () => {
    let [rested, moving, shortest] = [0, 0, Number.POSITIVE_INFINITY];
    const seen = new Set<string>();
    for (const one of runsAll ? narrow : narrow.filter((_, k) => k % 2 === 0)) {
      const {
        info,
        sides,
        prepared,
        rounds: parts,
      } = opened({
        ...one,
        c: Math.min(1.9, one.c),
        server: Math.min(1, one.server),
      });
      if (info.expected > 0.99) continue;
      const rounds = sides.right.iterate();
      const n = prepared.data.samples;
      const state = new Float64Array(2 * n);
      const matrix = roundMatrix({ prepared, rounds: parts });
      const image = new Float64Array(n);
      for (let k = 0; k < 6000 && !rounds.ended; k++) {
        rounds.read(state);
        const u = state.subarray(0, n);
        multiply(image, matrix, u);
        const isNear = distance(u, info.rest!.residual) < 0.99e-9;
        // Rounding of a move.
        if (rounds.status === 'moving' && isNear) shortest = Math.min(shortest, info.server * norm(image));
        seen.add(rounds.status);
        moving++;
        rounds.step();
      }
      rounds.read(state);
      multiply(image, matrix, state.subarray(0, n));
      if (rounds.status === 'rest') expect(info.server * norm(image)).toBeLessThan(1e-12 + 1e-14);
      if (info.rest!.loss <= FEDERATED.ends.global.criterion.excess) {
        expect(rounds.status).toBe('global');
        continue;
      }
      expect(rounds.status).toBe('rest');
      rested++;
      expect(distance(state.subarray(0, n), info.rest!.residual)).toBeLessThan(1e-9);
      const { rest: least } = opened({ ...one, local: 1 }).info;
      expect(Math.abs(rounds.carried!.bias! - distance(info.rest!.residual, least!.residual))).toBeLessThan(
        1e-9,
      );
      expect(rounds.carried!.excess).toBe(info.rest!.excess);
      // It stays.
      const at = state.slice();
      rounds.step();
      rounds.read(state);
      expect([...state]).toEqual([...at]);
    }
    expect(shortest).toBeGreaterThan(1e-12 - 1e-14);
    for (const status of seen) expect(['moving', 'global']).toContain(status);
    expect(rested).toBeGreaterThan(10);
    expect(moving).toBeGreaterThan(1000);
  });

  it('short moves far from the closed form are no rest', () => {
    const one = narrow.find(({ prepared }) => prepared.rank > 1)!;
    const { info, sides } = networkSides(one.prepared, { ...one, step: 1e-14 });
    const rounds = sides.right.iterate();
    for (let k = 0; k < 5; k++) {
      expect(rounds.status).toBe('moving');
      rounds.step();
    }
    expect(distance(one.prepared.residual, info.rest!.residual)).toBeGreaterThan(1e-9);
  });
});

describe('the corners', () => {
  const ring = (angles: readonly number[], clients: number) => {
    const n = angles.length;
    const owners = Int32Array.from({ length: n }, (_, i) => i % clients);
    return circleOf(Float64Array.from(angles), new Float64Array(n).fill(1), owners, clients, []);
  };

  it('two equal angles: H is singular, both ends of the bracket are 1', () => {
    const prepared = prepareNetwork(ring([0.3, 1, 1, 2], 2), drawStart(1, 256, true));
    const { info } = networkSides(prepared, { local: 5, c: 0.5, step: null, server: 1 });
    expect([info.smallest, info.rank, info.factor]).toEqual([0, 3, 1]);
    expect(info.bracket).toEqual([1, 1]);
    expect(info.expected).toBeLessThan(1);
  });

  it('no neuron is active: the step is c and nothing moves, on either side', () => {
    const data = ring([0, 0.1], 2);
    const prepared = prepareNetwork(data, startOf(Float64Array.of(-1, 0, -1), true));
    const { info, sides } = networkSides(prepared, { local: 5, c: 0.5, step: null, server: 1 });
    expect([info.eta, info.largest, info.rank, info.factor, info.expected]).toEqual([0.5, 0, 0, 1, 0]);
    expect([...info.rest!.residual]).toEqual([-1, -1]);
    expect(sides.left.iterate().status).toBe('stationary');
    expect(sides.right.iterate().status).toBe('rest');
    expect(sides.right.iterate().carried).toEqual({ bias: 0, excess: 0 });
  });

  it('weights of 0 are active nowhere: the kernel counts none of them, and they stay', () => {
    const data = ring([0, 1, 2], 1);
    const rows = Float64Array.of(0, 0, 0, 1, 0, 1);
    const prepared = prepareNetwork(data, startOf(rows, true));
    expect(prepared.kernel[0]).toBeCloseTo(2 / 4, 15);
    const { left } = networkSides(prepared, { local: 5, c: 0.5, step: null, server: 1 }).sides;
    const rounds = left.iterate();
    rounds.step();
    const state = new Float64Array(12);
    rounds.read(state);
    expect([...state.subarray(0, 6)]).toEqual([0, 0, 0, 0, 0, 0]);
    expect(state[6]).not.toBe(1);
  });

  it('more clients than samples: one has none and slows the average', () => {
    const owners = Int32Array.of(0, 2, 2);
    const data = circleOf(Float64Array.of(0, 2, 4), new Float64Array(3).fill(1), owners, 3, []);
    const { sides, info } = networkSides(prepareNetwork(data, drawStart(1, 64, true)), {
      local: 5,
      c: 0.5,
      step: null,
      server: 1,
    });
    expect(info.factor).toBeLessThan(1);
    const left = sides.left.iterate();
    for (let k = 0; k < 20; k++) left.step();
    expect(left.record().loss).toBeLessThan(0.5);
  });

  it('c of 1 and of 2 exactly: a bracket, and no rest but for a contraction', () => {
    for (let seed = 0; seed < 60; seed++) {
      const one = anyCase(seed, { c: 1, server: 1 });
      const at = (c: number) => networkSides(one.prepared, { ...one, c }).info;
      if (one.prepared.largest === 0) continue;
      expect(at(1).bracket, `seed ${seed}`).not.toBeNull();
      expect(at(1.0001).bracket).toBeNull();
      expect(at(2).rest !== null, `seed ${seed}`).toBe(at(2).expected < 1 - 1e-12);
      expect(at(1.999).rest).not.toBeNull();
    }
  });

  it('beyond c = 2 a contraction comes to its rest, and nothing else has one', () => {
    const seen = [0, 0];
    for (let seed = 0; seed < 60; seed++) {
      const one = anyCase(seed, { c: 1, server: 1 });
      if (one.prepared.largest === 0) continue;
      const { info, sides } = networkSides(one.prepared, {
        ...one,
        local: 1 + (seed % 3),
        c: 2 + seed / 100,
      });
      expect(info.rest !== null, `seed ${seed}`).toBe(info.expected < 1 - 1e-12);
      seen[info.rest ? 0 : 1]!++;
      if (!info.rest || info.rounds > 500) continue;
      const run = sides.right.iterate();
      for (let k = 0; k < 5 * info.rounds; k++) run.step();
      const state = new Float64Array(run.dimension);
      run.read(state);
      const off = distance(state.subarray(0, info.samples), info.rest.residual);
      expect(off, `seed ${seed}`).toBeLessThan(1e-9);
    }
    expect(Math.min(...seen)).toBeGreaterThan(5);
  });

  it('steps beyond all bounds diverge at once and are said to grow', () => {
    const { prepared } = anyCase(4, { c: 1, server: 1 });
    const { info, sides } = networkSides(prepared, { local: 1000, c: 1e6, step: null, server: 1 });
    expect(info.factor).toBe(Number.POSITIVE_INFINITY);
    for (const side of [sides.left, sides.right]) {
      const rounds = side.iterate();
      expect(rounds.status).toBe('moving');
      rounds.step();
      expect([rounds.status, rounds.ended]).toEqual(['diverged', true]);
    }
  });
});
