import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { runsAll } from '../../scripts/tier.mjs';
import { instanceOf, ownInstance, type Prepared } from '../fixtures/instances.ts';
import { runSides } from '../fixtures/runs.ts';
import { solveSymmetric } from '../kernels/cholesky.ts';
import { createRandom } from '../kernels/random.ts';
import { findReferences } from '../landscapes/minimum.ts';
import type { Values } from '../params.ts';
import { loadProblem } from '../problems/index.ts';
import { parseLink } from '../scenario/scenario.ts';
import type { RunValues } from './create-run.ts';
import { pairOf } from './sides.ts';

const SIDES = ['left', 'right'] as const;
const RESTING = ['stationary', 'dead'];

/** Six years of a case that was declared at rest at its first step, far above its minimum. */
const YEARS = [
  [2018, 4.8662109375],
  [2014, 3.541015625],
  [1997, 0],
  [1985, 0],
  [2010, 2.0068359375],
  [2020, 7.6357421875],
] as const;

async function linkRun(link: string) {
  const { problem, values } = parseLink(link).scenario;
  const instance = (await loadProblem(problem)).prepare(values, null);
  return { instance, run: runSides(instance, values as Values & RunValues, values.k as number) };
}

/** Rows (offset + ten unit steps and noise, 1) times `size`, labels of a hinge with noise times `scale`. */
function offsetCase(seed: number): {
  readonly prepared: Prepared;
  readonly leak: number;
  readonly name: string;
} {
  const random = createRandom(seed, 0);
  const pick = <T>(list: readonly T[]) => list[Math.floor(random.uniform() * list.length)]!;
  const offset = pick([0, 10, 100, 1000, 2000, 1e4, 1e5, 1e6]);
  const scale = pick([1e-8, 1e-6, 1e-3, 1, 1e3, 1e6, 1e8]);
  const size = pick([1e-3, 1, 1e3]);
  const leak = pick([0, 0, 0, 0.1]);
  const std = pick([false, true]);
  const n = 4 + Math.floor(random.uniform() * 8);
  const [features, labels]: [number[], number[]] = [[], []];
  for (let i = 0; i < n; i++) {
    const x = -5 + 10 * random.uniform();
    features.push(size * (offset + x));
    labels.push(scale * Math.max(0, x + random.uniform() - 0.5));
  }
  const start = [(scale * (2 * random.uniform() - 1)) / size, scale * (2 * random.uniform() - 1)];
  return {
    prepared: ownInstance(features, labels, { bias: true, start, leak, std, c: pick([0.5, 1, 1.9]) }),
    leak,
    name: `seed ${seed}: offset ${offset}, labels ${scale}, features ${size}, leak ${leak}, std ${std}`,
  };
}

/**
 * Decrease from w to the minimum of the quadratic bound with every sample active, relative to the mean squared residual. Uses plain
 * elimination in centred coordinates, independent of the engine's judge.
 */
function whitenedShare(
  { instance }: Prepared,
  leak: number,
  side: 'left' | 'right',
  w: Float64Array,
): number {
  const { features, labels, count: n } = instance.samples;
  let mean = 0;
  for (let i = 0; i < n; i++) mean += features[2 * i]! / n;
  let [pull, along, spread, squares] = [0, 0, 0, 0];
  for (let i = 0; i < n; i++) {
    const z = features[2 * i]! * w[0]! + features[2 * i + 1]! * w[1]!;
    const residual = (z > 0 ? z : leak * z) - labels[i]!;
    const slope = z > 0 || side === 'right' ? residual : leak * residual;
    const x = features[2 * i]! - mean;
    pull += (slope * x) / n;
    along += slope / n;
    spread += (x * x) / n;
    squares += (residual * residual) / n;
  }
  return squares === 0 ? 0 : (pull * pull) / spread / squares + (along * along) / squares;
}

const SETS = runsAll ? 240 : 120;

describe('rest', () => {
  it('a side of six years is not at rest at step 1 above its minimum', () => {
    const { instance, values } = ownInstance(
      YEARS.flatMap(([x]) => [x, 1]),
      YEARS.map(([, y]) => y),
      { start: [0.1, -198] },
    );
    const { right } = runSides(instance, values, 3000);
    expect(right.losses[3000]).toBeGreaterThan(1.4);
    expect([right.status, right.endedAt]).toEqual(['moving', null]);
  });

  it('the file of the case reads as the rows above', () => {
    expect(YEARS.map((row) => row.join(',')).join('\n')).toBe(
      readFileSync(new URL('../fixtures/years.csv', import.meta.url), 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .join('\n'),
    );
  });

  it('the lift is not at rest far above its optimum while its loss still falls', async () => {
    const { instance, run } = await linkRun('#v=1&problem=lift&start=3000,3000&k=1000');
    for (const side of SIDES) {
      const { losses, status } = run[side];
      const left = losses[1000]! / pairOf(instance).minima![side].loss - 1;
      if (status === 'stationary') expect(left, side).toBeLessThan(1e-9);
    }
    expect(run.right.losses[1000]).toBeGreaterThan(1000);
    expect(run.right.status).toBe('moving');
  });

  it.each(['3000,3000', '3000,0', '0,3000', '-3000,3000', '30,40', '3000,-3000', '1e6,1e6', '1,1'])(
    'the convex side of the lift that starts at %s is at rest at its optimum alone',
    async (start) => {
      for (const more of ['', '&y=0.5', '&y=5', '&beta=1.25', '&beta=0.01']) {
        const { instance, run } = await linkRun(`#v=1&problem=lift&start=${start}${more}&k=3000`);
        const { losses, status, endedAt } = run.right;
        if (status !== 'stationary') continue;
        expect(losses[endedAt!]! / pairOf(instance).minima!.right.loss - 1, more).toBeLessThan(1e-9);
      }
    },
  );

  it('a side at the minimum of years is not dead because its rows are long', () => {
    const features = YEARS.map(([x]) => x + 4000);
    const labels = YEARS.map(([, y]) => y);
    const given = { bias: true, std: true, start: [1, 0] };
    const scaled = ownInstance(features, labels, given);
    const minimum = runSides(scaled.instance, scaled.values, 3000).right.iterates[3000]!;
    const { instance, values } = ownInstance(features, labels, { bias: true, start: [...minimum] });
    for (const side of SIDES) expect(runSides(instance, values, 3)[side].status).not.toBe('dead');
  });

  it(`no side of ${SETS} offset data sets is at rest unless its whitened gradient has vanished`, () => {
    const ends = { stationary: 0, dead: 0, other: 0 };
    for (let seed = 1; seed <= SETS; seed++) {
      const { prepared, leak, name } = offsetCase(seed);
      const run = runSides(prepared.instance, prepared.values, 400);
      for (const side of SIDES) {
        const { status, iterates } = run[side];
        if (!RESTING.includes(status)) {
          ends.other++;
          continue;
        }
        ends[status as 'dead']++;
        const share = whitenedShare(prepared, leak, side, iterates[400]!);
        expect(share, `${name}, ${side} ${status}`).toBeLessThan(1e-12);
      }
    }
    // The test is not vacuous: some do come to rest.
    expect(ends.stationary).toBeGreaterThan(SETS / 12);
    expect(ends.dead).toBeGreaterThan(SETS / 12);
  });

  it(`no convex side of ${SETS} offset data sets is at rest more than 1e-9 of the labels above its minimum`, () => {
    let rested = 0;
    for (let seed = 1; seed <= SETS; seed++) {
      const { prepared, name } = offsetCase(seed);
      const { instance, values } = prepared;
      const { right } = runSides(instance, values, 400);
      if (right.status !== 'stationary') continue;
      const { labels } = instance.samples;
      const size = labels.reduce((sum, y) => sum + y * y, 0) / (2 * labels.length);
      const least = findReferences(instance).right!.loss;
      expect((right.losses[400]! - least) / size, name).toBeLessThan(1e-9);
      rested++;
    }
    expect(rested).toBeGreaterThan(SETS / 24);
  });

  it('more weights: a convex side at rest is at its minimum, whatever the size of columns and labels', () => {
    let rested = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const scale = [1e-8, 1e-4, 1, 1e4, 1e8][seed % 5]!;
      const made = instanceOf({
        features: 'correlated',
        n: 30,
        d: 4,
        rho: 0.5,
        seed,
        noise: 0.5,
        noisein: true,
      });
      const { features, labels } = made.instance.samples;
      const own = ownInstance(
        features.map((a, k) => a * 10 ** (k % 4)),
        labels.map((y) => y * scale),
        { start: [scale, 0, 0, 0], std: seed % 3 > 0 },
      );
      const { right } = runSides(own.instance, own.values, 600);
      if (right.status !== 'stationary') continue;
      rested++;
      const w = new Float64Array(4);
      own.instance.scaling.toScaled(w, right.iterates[600]!);
      const gradient = new Float64Array(4);
      const matrix = new Float64Array(16);
      own.instance.right.evaluate(gradient, w);
      own.instance.right.curvature(matrix, w);
      const move = new Float64Array(4);
      if (!solveSymmetric(move, matrix, gradient, 0, new Float64Array(16))) continue;
      const fall = gradient.reduce((sum, g, j) => sum + (g * move[j]!) / 2, 0);
      expect(fall / right.losses[600]!, `seed ${seed}`).toBeLessThan(1e-9);
    }
    expect(rested).toBeGreaterThan(5);
  });
});

describe('zero loss', () => {
  test('labels of 1e-6 are not at a global minimum at step 0', () => {
    const { features, labels } = instanceOf({ n: 12, noise: 0.6, seed: 15 }).instance.samples;
    const { instance, values } = ownInstance(
      features,
      labels.map((y) => y * 1e-6),
      { start: [-1.4e-6, -0.6e-6] },
    );
    const run = runSides(instance, values, 0);
    for (const side of SIDES) expect(run[side].status).toBe('moving');
  });

  const GIVEN: readonly [string, Values][] = [
    ['planted', {}],
    ['noise outside', { noise: 0.6, seed: 15, start: [-1.4, -0.6] }],
    ['noise inside', { noise: 0.5, noisein: true }],
    ['a line', { features: 'line', n: 8, plant: [1, 0.25], start: [-1.5, 0.25] }],
    ['fewer samples than weights', { n: 6, d: 8 }],
    ['a leak', { leak: 0.1, noise: 0.3 }],
    ['a blend', { blend: 0.5, noise: 0.3 }],
    ['infinitely many samples', { n: Number.POSITIVE_INFINITY }],
    ['scaled features', { std: true, noise: 0.2 }],
    ['heavy ball', { rule: 'heavyball', noise: 0.2, momentum: 0.5 }],
    ['half a batch', { rule: 'sgd', batch: 20, c: 0.25 }],
  ];

  test.each(GIVEN)(
    '%s: labels 2^q times as large, with start and plant: the same ends at the same steps',
    (_, given) => {
      const base = instanceOf(given);
      const plant = [...base.instance.plant!];
      const start = [...base.instance.start];
      const ends = [-40, -20, -3, 0, 3, 20, 40].map((q) => {
        const scaled = (list: readonly number[]) => list.map((value) => value * 2 ** q);
        const noise = ((given.noise as number) ?? 0) * 2 ** q;
        const prepared =
          given.n === Number.POSITIVE_INFINITY
            ? instanceOf({ ...given, plant: scaled(plant), start: scaled(start) })
            : noise === 0
              ? instanceOf({ ...given, plant: scaled(plant), start: scaled(start) })
              : ownInstance(
                  base.instance.samples.features,
                  base.instance.samples.labels.map((y) => y * 2 ** q),
                  { ...given, n: 40, features: 'csv', plant: scaled(plant), start: scaled(start) },
                );
        const run = runSides(prepared.instance, prepared.values, 800);
        return SIDES.map((side) => [run[side].status, run[side].endedAt]);
      });
      for (const end of ends) expect(end).toEqual(ends[3]);
    },
  );
});
