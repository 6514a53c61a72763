import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runsAll, spread } from '../../../scripts/tier.mjs';
import type { Landscape } from '../../contract.ts';
import { activation, blends, CHECK, leaks, relu, vectorOf } from '../../fixtures/arbitraries.ts';
import { relativeError } from '../../fixtures/runs.ts';
import { largestEigenvalue } from '../../kernels/eigen.ts';
import { createRandom, fillNormal } from '../../kernels/random.ts';
import { distance, gram, norm } from '../../kernels/vector.ts';
import { createSampleFacts } from './data/facts.ts';
import { createLazyLoss } from './lazy-loss.ts';
import { createNeuronLoss, type NeuronLossInput } from './loss.ts';

interface Case extends NeuronLossInput {
  readonly plant: Float64Array | null;
  readonly start: Float64Array;
}

const normals = (length: number, seed: number) => {
  const values = new Float64Array(length);
  fillNormal(values, createRandom(seed, 0));
  return values;
};

function times(features: Float64Array, w: Float64Array): Float64Array {
  const products = new Float64Array(features.length / w.length);
  for (let i = 0; i < products.length; i++) products[i] = activation(features, w, i);
  return products;
}

/** Normal rows with labels of a plant, with noise, or (own) features of different sizes and labels of both signs without a plant. */
function makeCase(kind: 'planted' | 'noisy' | 'own', d: number, leak: number, blend: number): Case {
  const n = Math.max(40, 4 * d);
  const features = normals(n * d, 100 + d);
  if (kind === 'own')
    for (let at = 0; at < n * d; at++) features[at] = features[at]! * (1 + 2 * (at % d)) + 0.5;
  const plant = normals(d, 200 + d);
  const noise = normals(n, 300 + d);
  const labels = times(features, plant).map((z, i) =>
    kind === 'own' ? z / 2 + noise[i]! : relu(z, leak) + (kind === 'noisy' ? noise[i]! / 5 : 0),
  );
  const start = normals(d, 400 + d);
  return { features, labels, dimension: d, leak, blend, start, plant: kind === 'planted' ? plant : null };
}

function landscapesOf(data: Case) {
  const { features, labels, leak, dimension, plant } = data;
  const direct = createNeuronLoss(data);
  const facts = createSampleFacts(features, labels, leak, dimension, plant);
  return { direct, lazy: createLazyLoss(direct, data, () => facts), facts };
}

function stepOf({ features, labels, dimension: d }: Case): number {
  const matrix = new Float64Array(d * d);
  gram(matrix, features, labels.length, d);
  return 1 / largestEigenvalue(matrix, d);
}

/** Gradient descent; `each` receives every point with its loss and gradient. */
function descend(
  landscape: Landscape,
  { start, dimension: d }: Case,
  step: number,
  steps: number,
  each: (w: Float64Array, loss: number, gradient: Float64Array, k: number) => void,
): void {
  const w = start.slice();
  const gradient = new Float64Array(d);
  for (let k = 0; k <= steps; k++) {
    each(w, landscape.evaluate(gradient, w), gradient, k);
    for (let j = 0; j < d; j++) w[j] = w[j]! - step * gradient[j]!;
  }
}

/** Largest relative differences of iterates and losses between a lazy and a direct run. */
function differences(data: Case, steps: number) {
  const { direct, lazy } = landscapesOf(data);
  const step = stepOf(data);
  const d = data.dimension;
  const path = new Float64Array((steps + 1) * d);
  const losses = new Float64Array(steps + 1);
  descend(direct, data, step, steps, (w, loss, _, k) => {
    path.set(w, k * d);
    losses[k] = loss;
  });
  let iterate = 0;
  let loss = 0;
  descend(lazy.follow(), data, step, steps, (w, value, _, k) => {
    const expected = path.subarray(k * d, k * d + d);
    iterate = Math.max(iterate, relativeError(w, expected));
    // Residuals of the direct sum contain the rounding of their labels, so its loss is no more exact.
    const rounding = 1e-14 * Math.sqrt(Math.abs(losses[k]!)) + 1e-28;
    loss = Math.max(loss, (Math.abs(value - losses[k]!) - rounding) / Math.abs(losses[k]!));
  });
  return { iterate, loss };
}

/** The loss of planted labels per sample, in nonnegative terms; `there` has the products with the plant. */
function plantedLoss(
  { features, plant, leak: s, blend: b }: Case,
  w: Float64Array,
  there: Float64Array,
): number {
  const p = (1 - b) * s + b;
  const q = (1 - b) * s * s + b * s;
  const delta = w.map((value, j) => value - plant![j]!);
  const [z, moved] = [times(features, w), times(features, delta)];
  let sum = 0;
  for (let i = 0; i < z.length; i++) {
    const [now, then] = [z[i]!, there[i]!];
    if (now > 0 && then <= 0) sum += (now * now - 2 * s * now * then + q * then * then) / 2;
    else if (now <= 0 && then > 0) sum += (q * now * now - 2 * p * now * then + then * then) / 2;
    else sum += ((now > 0 ? 1 : q) * moved[i]! * moved[i]!) / 2;
  }
  return sum / z.length;
}

const SETTINGS = [
  ...[1, 3, 10].flatMap((d) =>
    [0, 0.1].flatMap((leak) => [0, 0.5, 1].map((blend) => [d, leak, blend] as const)),
  ),
  ...([
    [50, 0, 0],
    [50, 0, 1],
    [50, 0.1, 0.5],
  ] as const),
];

describe('descent with a lazy active set', () => {
  describe.each(['planted', 'noisy', 'own'] as const)('on %s data', (kind) => {
    it.each(spread(SETTINGS, 7))(
      'takes the direct path over thousands of steps, d = %d, leak %d, blend %d',
      (d, leak, blend) => {
        const { iterate, loss } = differences(makeCase(kind, d, leak, blend), runsAll ? 10_000 : 3_000);
        expect(iterate).toBeLessThan(1e-12);
        expect(loss).toBeLessThan(1e-12);
      },
    );
  });

  it.each(spread(SETTINGS, 7))(
    'keeps the digits of small planted losses, d = %d, leak %d, blend %d',
    (d, leak, blend) => {
      const data = makeCase('planted', d, leak, blend);
      // Close enough to arrive, far enough for many samples to start on the wrong side.
      data.start.set(data.plant!.map((value, j) => 0.4 * value + 0.3 * data.start[j]!));
      const there = times(data.features, data.plant!);
      let smallest = Number.POSITIVE_INFINITY;
      let worst = 0;
      descend(landscapesOf(data).lazy.follow(), data, stepOf(data), 10_000, (w, loss) => {
        if (loss < 1e-24) return;
        smallest = Math.min(smallest, loss);
        worst = Math.max(worst, Math.abs(loss / plantedLoss(data, w, there) - 1));
      });
      expect(worst).toBeLessThan(1e-11);
      expect(smallest).toBeLessThan(1e-20);
    },
  );

  it('makes its matrix a few times on the way, not whenever a sample switches', () => {
    const data = makeCase('noisy', 10, 0, 0);
    const { direct, facts } = landscapesOf(data);
    let made = 0;
    const counted = {
      ...facts,
      gramOf(on: Uint8Array) {
        made++;
        return facts.gramOf(on);
      },
    };
    const lazy = createLazyLoss(direct, data, () => counted).follow();
    descend(lazy, data, stepOf(data) / 10, 2000, () => {});
    expect(made).toBeGreaterThan(0);
    expect(made).toBeLessThan(5);
  });

  it('is the direct sum while many switch at every move, and makes its matrix when they have settled', () => {
    const data = makeCase('noisy', 50, 0.1, 0.5);
    const { direct, facts } = landscapesOf(data);
    let made = 0;
    const counted = {
      ...facts,
      gramOf(on: Uint8Array) {
        made++;
        return facts.gramOf(on);
      },
    };
    const lazy = createLazyLoss(direct, data, () => counted).follow();
    const [expected, actual] = [new Float64Array(50), new Float64Array(50)];
    for (let round = 0; round < 3; round++) {
      for (let k = 0; k < 20; k++) {
        const w = normals(50, 500 + k);
        expect(lazy.evaluate(actual, w)).toBe(direct.evaluate(expected, w));
        expect(actual).toEqual(expected);
        // One evaluation with few switches in between is not rest.
        expect(lazy.loss(w)).toBe(direct.loss(w));
      }
      expect(made).toBe(round);
      for (let k = 0; k < 20; k++) {
        const w = data.start.map((value) => value * (1 + k * 1e-3));
        expect(relativeError([lazy.evaluate(actual, w)], [direct.evaluate(expected, w)])).toBeLessThan(1e-12);
        expect(relativeError(actual, expected)).toBeLessThan(1e-12);
      }
      expect(made).toBe(round + 1);
    }
  });

  it('gives the same digits on a second run, whoever else follows the same landscape or shares the facts', () => {
    const data = makeCase('noisy', 10, 0.1, 0.5);
    const bits = (landscape: Landscape) => {
      const losses: number[] = [];
      descend(landscape, data, stepOf(data), 500, (_, loss) => losses.push(loss));
      return losses;
    };
    const { direct, lazy, facts } = landscapesOf(data);
    const once = bits(lazy.follow());
    const other = lazy.follow();
    other.loss(data.start.map((value) => -value));
    const left = { ...data, blend: 0 };
    descend(
      createLazyLoss(createNeuronLoss(left), left, () => facts).follow(),
      left,
      stepOf(data),
      50,
      () => {},
    );
    expect(bits(lazy.follow())).toEqual(once);
    expect(bits(landscapesOf(data).lazy.follow())).toEqual(once);
    expect(bits(direct)).not.toEqual(once);
  });

  it('is the direct landscape but for the follower, and the follower but for loss and gradient', () => {
    const { direct, lazy } = landscapesOf(makeCase('noisy', 3, 0.1, 0.5));
    const follower = lazy.follow();
    for (const key of Object.keys(direct) as (keyof Landscape)[]) {
      if (key !== 'follow') expect(lazy[key]).toBe(direct[key]);
      if (key !== 'follow' && key !== 'loss' && key !== 'evaluate') expect(follower[key]).toBe(direct[key]);
    }
    expect(follower.follow()).not.toBe(follower);
  });
});

/** Expects a follower to give the direct loss and gradient along the path, relative to the sizes summed. */
function expectDirect(data: Case, path: readonly Float64Array[], tolerance = 1e-12): void {
  const { direct, lazy } = landscapesOf(data);
  const follower = lazy.follow();
  const [expected, actual] = [new Float64Array(data.dimension), new Float64Array(data.dimension)];
  for (const w of path) {
    const loss = direct.evaluate(expected, w);
    const longest = Math.max(...data.features.map(Math.abs), 1e-300);
    const away = norm(w) + norm(data.plant ?? w);
    const reach = longest * away + Math.max(...data.labels.map(Math.abs));
    const near = tolerance * data.dimension;
    expect(Math.abs(follower.evaluate(actual, w) - loss)).toBeLessThanOrEqual(near * reach * reach);
    expect(distance(actual, expected)).toBeLessThanOrEqual(near * longest * reach);
    // Asked again it may have settled: other last digits, the same loss.
    expect(Math.abs(follower.loss(w) - loss)).toBeLessThanOrEqual(near * reach * reach);
  }
}

describe('a lazy loss at single points', () => {
  const whole = (length: number, bound = 2) => vectorOf(length, fc.integer({ min: -bound, max: bound }));

  it('is the direct one on whole rows that repeat, oppose each other or are 0, on kinks and at 0, near and far', () => {
    fc.assert(
      fc.property(
        fc.record({ n: fc.integer({ min: 1, max: 9 }), d: fc.constantFrom(1, 3, 4, 5) }).chain(({ n, d }) =>
          fc.record({
            features: whole(n * d),
            labels: whole(n),
            plant: fc.option(whole(d)),
            path: fc.array(fc.tuple(whole(d), fc.constantFrom(1e-3, 1, 1e6)), {
              minLength: 1,
              maxLength: 20,
            }),
            dimension: fc.constant(d),
          }),
        ),
        leaks,
        blends,
        ({ features, labels, plant, path, dimension }, leak, blend) => {
          const own = plant ? times(features, plant).map((z) => relu(z, leak)) : labels;
          const start = new Float64Array(dimension);
          // At a label below 0 with leak s the relaxation has terms of size y^2/s.
          const points = [start, ...path.map(([w, factor]) => w.map((value) => factor * value)), start];
          expectDirect({ features, labels: own, plant, dimension, leak, blend, start }, points);
        },
      ),
      CHECK,
    );
  });

  it('jumps: far away and back, in and out of the dead zone, near the plant and to it', () => {
    for (const [d, leak, blend] of SETTINGS) {
      const data = makeCase('planted', d, leak, blend);
      const { plant, start } = data as Case & { plant: Float64Array };
      const near = plant.map((value, j) => value + 1e-9 * start[j]!);
      const path = [1, -1, 1e3, 1, -1e-3, 1].flatMap((factor) => [start.map((v) => factor * v), near, plant]);
      expectDirect(data, path);
      const { lazy } = landscapesOf(data);
      const [follower, gradient] = [lazy.follow(), new Float64Array(d)];
      for (const w of path) follower.evaluate(gradient, w);
      expect(follower.evaluate(gradient, plant)).toBe(0);
      expect(norm(gradient)).toBe(0);
    }
  });

  it('is not finite at weights that are not, and right again afterwards', () => {
    for (const [d, leak, blend] of SETTINGS) {
      const data = makeCase('noisy', d, leak, blend);
      const { direct, lazy } = landscapesOf(data);
      const [follower, gradient] = [lazy.follow(), new Float64Array(d)];
      for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
        expect(
          follower.evaluate(
            gradient,
            data.start.map((v, j) => (j === 0 ? bad : v)),
          ),
        ).not.toBeLessThan(Infinity);
        expect(relativeError([follower.loss(data.start)], [direct.loss(data.start)])).toBeLessThan(1e-12);
      }
    }
  });

  it('leaves nothing behind: longer rows switch off one by one, and then all', () => {
    // Row k is on where w1 > -k w2; each is a tenth longer than the one before, up to a million.
    const bend = normals(150, 21);
    const features = Float64Array.from({ length: 450 }, (_, at) => {
      const k = Math.floor(at / 3);
      return [1, k, bend[k]!][at % 3]! * 1.1 ** k;
    });
    const labels = new Float64Array(150).fill(1);
    const data = {
      features,
      labels,
      dimension: 3,
      leak: 0,
      blend: 0,
      plant: null,
      start: new Float64Array(3),
    };
    const { direct, lazy } = landscapesOf(data);
    const follower = lazy.follow();
    const [expected, actual] = [new Float64Array(3), new Float64Array(3)];
    for (let t = 200; t > 2; t -= 0.5) {
      const w = Float64Array.of(t + 0.25, -1, 0);
      const loss = direct.evaluate(expected, w);
      expect(Math.abs(follower.evaluate(actual, w) / loss - 1)).toBeLessThan(1e-11);
      expect(relativeError(actual, expected)).toBeLessThan(1e-11);
    }
    follower.evaluate(actual, Float64Array.of(-2, -1, 0));
    expect([...actual]).toEqual([0, 0, 0]);
  });

  it('is exactly 0 at a plant with all of its gradient, after rows of every size have switched to and fro', () => {
    const d = 4;
    const features = normals(200 * d, 41).map((value, at) => value * 10 ** ((Math.floor(at / d) % 17) - 8));
    const plant = normals(d, 42);
    const labels = times(features, plant).map((z) => relu(z, 0.1));
    const data = { features, labels, dimension: d, leak: 0.1, blend: 0.7, plant, start: normals(d, 43) };
    const [follower, gradient] = [landscapesOf(data).lazy.follow(), new Float64Array(d)];
    const turns = normals(100 * d, 44);
    for (let k = 0; k < 100; k++) follower.loss(turns.subarray(k * d, k * d + d));
    expect(follower.evaluate(gradient, plant)).toBe(0);
    expect(norm(gradient)).toBe(0);
  });

  it('takes the labels of a plant from the plant: a last digit of theirs does not show', () => {
    const data = makeCase('planted', 10, 0.1, 0.5);
    const rounded = { ...data, labels: data.labels.map((y) => y * (1 + 2 ** -51)) };
    const gradients = [data, rounded].map((each) => {
      const gradient = new Float64Array(10);
      const follower = landscapesOf(each).lazy.follow();
      // The move to the start switches many, so the direct sum is used; the sums are made once w rests.
      follower.loss(data.start);
      follower.evaluate(gradient, data.start);
      return gradient;
    });
    expect(gradients[1]).toEqual(gradients[0]);
  });

  it('is the direct sum, bit for bit, where the quadratic cancels: a plant that twin columns share with others', () => {
    const single = normals(60, 31);
    const features = Float64Array.from({ length: 180 }, (_, at) => single[Math.floor(at / 3)]!);
    const plant = Float64Array.of(1, 0, 0.5);
    const labels = times(features, plant).map((z) => relu(z, 0));
    const data = {
      features,
      labels,
      dimension: 3,
      leak: 0,
      blend: 1,
      plant,
      start: Float64Array.of(0.3, 0.9, 0.1),
    };
    const { direct, lazy } = landscapesOf(data);
    const follower = lazy.follow();
    const twin = Float64Array.of(0.25, 0.5, 0.75 + 1e-9);
    const [expected, actual] = [new Float64Array(3), new Float64Array(3)];
    expect(follower.evaluate(actual, twin)).toBe(direct.evaluate(expected, twin));
    expect(actual).toEqual(expected);
  });
});
