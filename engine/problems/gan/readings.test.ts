import { describe, expect, it } from 'vitest';
import type { SideName, Vector } from '../../contract.ts';
import { createRandom } from '../../kernels/random.ts';
import { createRun } from '../../run/create-run.ts';
import { createScenario } from '../../scenario/create-scenario.ts';
import { findAll } from '../../search.ts';
import { planeBasis } from './network/output-plane.ts';
import { problem } from './problem.ts';
import { gameReadings } from './readings.ts';
import type { GeneratorSide, PlayerTold } from './types.ts';

const SIDES: readonly SideName[] = ['left', 'right'];

function play(values: Parameters<typeof createScenario>[1], rounds: number) {
  const scenario = createScenario('gan', values);
  const instance = problem.prepare(scenario.values, null);
  const run = createRun(instance, scenario.values);
  const first = run.first();
  const frame = rounds > 0 ? run.advance(rounds) : first;
  const last = (name: SideName): Vector => {
    const { iterates, width, count } = frame[name];
    return iterates.slice((count - 1) * width, count * width);
  };
  const states = { left: last('left'), right: last('right') };
  const search = gameReadings(instance, scenario.values).players(states);
  const seriesAt = (name: SideName, series: string) => frame[name].series[series]![frame[name].count - 1]!;
  return { instance, states, told: search && findAll(search), seriesAt };
}

const column = (matrix: ArrayLike<number>, m: number, k: number, j: number) =>
  Array.from({ length: m }, (_, i) => matrix[i * k + j]!);
const product = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Array.from(a).reduce((sum, value, i) => sum + value * b[i]!, 0);

describe('both players of a state', () => {
  it('of the opening pair at round 10 are those of the reference', () => {
    const { told } = play({}, 10);
    const [left, right] = [told!.left, told!.right];
    expect(left.mean[0]).toBeCloseTo(0.3290683474628815, 12);
    expect(left.mean[1]).toBeCloseTo(-0.6434992191707521, 12);
    expect(left.discriminator[0]).toBeCloseTo(1.1927188506806707, 12);
    expect(left.weights[3]).toBeCloseTo(0.7252113002541363, 12);
    expect([left.hidden.length, right.hidden.length]).toEqual([3, 12]);
  });

  it('have the mean of the cloud as g, h >= 0, and v_j.d as pulls: 60 random games', () => {
    const random = createRandom(5, 9);
    for (let trial = 0; trial < 60; trial++) {
      const whole = (least: number, most: number) => least + random.integer(most - least + 1);
      const [m, dz, n, width] = [whole(1, 6), whole(1, 4), whole(1, 9), whole(1, 9)];
      const { instance, told, states, seriesAt } = play({ m, dz, n, width, seed: trial }, 7);
      for (const name of SIDES) {
        const { hidden, mean, cloud, pulls, discriminator, weights, silent } = told![name];
        const { columns, basis, width: k } = instance.info.sides[name] as GeneratorSide;
        expect(Array.from(weights)).toEqual(Array.from(states[name].subarray(0, k * dz)));
        expect(Array.from(discriminator)).toEqual(Array.from(states[name].subarray(k * dz)));
        for (let i = 0; i < m; i++) {
          const own = Array.from({ length: n }, (_, at) => cloud[at * m + i]!);
          expect(own.reduce((sum, value) => sum + value, 0) / n).toBeCloseTo(mean[i]!, 10);
        }
        for (let j = 0; j < k; j++) {
          const row = weights.subarray(j * dz, (j + 1) * dz);
          const { noise } = instance.info;
          const heights = Array.from({ length: n }, (_, i) =>
            product(row, noise.subarray(i * dz, (i + 1) * dz)),
          );
          expect(hidden[j]).toBeCloseTo(heights.reduce((sum, a) => sum + Math.max(0, a), 0) / n, 12);
          expect(silent[j]).toBe(heights.every((a) => a <= 0) ? 1 : 0);
          expect(pulls[j]).toBeCloseTo(product(column(columns, m, k, j), discriminator), 10);
        }
        const shown = basis
          ? [product(basis.subarray(0, m), mean), product(basis.subarray(m), mean)]
          : [mean[0]!, discriminator[0]!];
        expect(seriesAt(name, 'g1')).toBeCloseTo(shown[0]!, 10);
        expect(seriesAt(name, 'g2')).toBeCloseTo(shown[1]!, 10);
      }
    }
  });

  it('of the convex side are h itself, without a cloud or weights', () => {
    const { told, states } = play({ versus: 'convex' }, 20);
    const { hidden, cloud, weights, mean, push }: PlayerTold = told!.right;
    expect(Array.from(hidden)).toEqual(Array.from(states.right.subarray(0, 3)));
    expect([cloud.length, weights.length, push]).toEqual([0, 0, Number.NaN]);
    expect(mean.every(Number.isFinite)).toBe(true);
  });

  it('are not told on the plane', () => {
    expect(play({ level: 'plane' }, 3).told).toBeNull();
  });
});

describe('the plane that outputs are shown in', () => {
  it('has two orthonormal directions that span x and the direction out of the cone: 200 random ones', () => {
    const random = createRandom(6, 9);
    for (let trial = 0; trial < 200; trial++) {
      const m = 3 + random.integer(6);
      const draw = () => Float64Array.from({ length: m }, () => random.normal());
      const [x, d] = [draw(), trial % 4 === 0 ? new Float64Array(m) : draw()];
      const basis = planeBasis(m, [x, d]);
      const [p, q] = [basis.subarray(0, m), basis.subarray(m)];
      expect(
        [product(p, p), product(q, q), product(p, q)].map((value) => Math.round(value * 1e12) + 0),
      ).toEqual([1e12, 1e12, 0]);
      for (const vector of [x, d]) {
        const [a, b] = [product(p, vector), product(q, vector)];
        const off = Math.hypot(...vector.map((value, i) => value - a * p[i]! - b * q[i]!));
        expect(off).toBeLessThan(1e-9);
      }
      expect(product(q, x)).toBeCloseTo(0, 9);
    }
  });

  it.each([
    {},
    { width: 1, width2: 40 },
    { m: 5, dz: 5, n: 50, width: 8, width2: 100, seed: 7 },
    { m: 1 },
    { xmean: [0, 0] },
    { width: 1, width2: 2, xmean: [30, 30] },
  ])('is seen in one square window that holds what is drawn at the start: %o', (values) => {
    const { instance } = play(values, 0);
    const windows = SIDES.map((name) => {
      const { domain } = instance.sides[name].fields!.output!;
      return domain.kind === 'plane' ? domain.view : null;
    });
    expect(windows[0]).toEqual(windows[1]);
    const [x0, x1, y0, y1] = windows[0]!;
    expect(x1 - x0).toBeCloseTo(y1 - y0, 9);
    const holds = (x: number, y: number) => x > x0 && x < x1 && y > y0 && y < y1;
    for (const name of SIDES) {
      const { basis, certificate } = instance.info.sides[name] as GeneratorSide;
      const { told, seriesAt } = play(values, 0);
      const { mean } = instance.info;
      expect(holds(seriesAt(name, 'g1'), seriesAt(name, 'g2'))).toBe(true);
      expect(told![name].hidden.length).toBe(certificate.h.length);
      const m = mean.length;
      expect(
        basis
          ? holds(product(basis.subarray(0, m), mean), product(basis.subarray(m), mean))
          : holds(mean[0]!, 0),
      ).toBe(true);
    }
  });
});
