import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHECK, neuronCases, vectorOf } from '../../../fixtures/arbitraries.ts';
import fixture from '../../../fixtures/network.json';
import { relativeError } from '../../../fixtures/runs.ts';
import { createRandom, fillNormal, STREAMS } from '../../../kernels/random.ts';
import { addScaled } from '../../../kernels/vector.ts';
import { createNeuronLoss } from '../../one-neuron/loss.ts';
import { createRelaxedLoss } from '../program/relaxed-loss.ts';
import { createNetworkLoss, predict } from './loss.ts';

interface NetworkCase {
  readonly n: number;
  readonly d: number;
  readonly neurons: number;
  readonly features: Float64Array;
  readonly labels: Float64Array;
  readonly w: Float64Array;
  readonly beta: number;
  readonly trainOutput: boolean;
}

const cases: fc.Arbitrary<NetworkCase> = fc
  .record({
    n: fc.integer({ min: 1, max: 6 }),
    d: fc.integer({ min: 1, max: 3 }),
    neurons: fc.integer({ min: 1, max: 5 }),
  })
  .chain(({ n, d, neurons }) =>
    fc.record({
      n: fc.constant(n),
      d: fc.constant(d),
      neurons: fc.constant(neurons),
      features: vectorOf(n * d),
      labels: vectorOf(n),
      w: vectorOf(neurons * (d + 1)),
      beta: fc.constantFrom(0, 0.01, 0.5),
      trainOutput: fc.boolean(),
    }),
  );

const blends = fc.constantFrom(0, 0.5, 1);

/** Reach of the differences; two of them tell whether a kink lies between. */
const REACH = 2 ** -12;

/** True if no sample switches a neuron within `reach` of w in any coordinate direction. */
function offKinks({ features, n, d, neurons }: NetworkCase, w: Float64Array, reach: number): boolean {
  for (let i = 0; i < n; i++)
    for (let j = 0; j < neurons; j++) {
      const row = features.subarray(i * d, i * d + d);
      const steepest = row.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
      const z = row.reduce((sum, value, k) => sum + value * w[j * d + k]!, 0);
      if (steepest > 0 && Math.abs(z) <= 2 * reach * steepest) return false;
    }
  return true;
}

const moved = (w: Float64Array, p: number, by: number) => w.map((value, q) => (p === q ? value + by : value));
const gradientAt = (landscape: ReturnType<typeof createNetworkLoss>, w: Float64Array) => {
  const gradient = new Float64Array(w.length);
  landscape.evaluate(gradient, w);
  return gradient;
};
/** Size of the numbers that a loss is summed from. */
const scaleOf = ({ features, labels, w }: NetworkCase) => {
  const most = (list: Float64Array) => list.reduce((top, value) => Math.max(top, Math.abs(value)), 1);
  return (most(features) * most(w) ** 2 * w.length + most(labels)) ** 2;
};

describe('networks against NumPy', () => {
  for (const { name, start, features, labels, neurons, beta, step, runs } of fixture.networks)
    it.each(runs)(
      `${name}, blend $blend, trainOutput $trainOutput`,
      ({ blend, trainOutput, ...expected }) => {
        const landscape = createRelaxedLoss({
          features: Float64Array.from(features),
          labels: Float64Array.from(labels),
          neurons,
          beta,
          trainOutput,
          blend,
        });
        const w = Float64Array.from(start);
        expect(landscape.dimension).toBe(w.length);
        const gradient = new Float64Array(w.length);
        const losses: number[] = [];
        for (let k = 0; k <= 100; k++) {
          const loss = landscape.evaluate(gradient, w);
          if (k === 0) expect(relativeError(gradient, expected.gradient)).toBeLessThanOrEqual(1e-14);
          if (k % 10 === 0) losses.push(loss);
          if (k < 100) addScaled(w, gradient, -step);
        }
        expect(relativeError(losses, expected.losses)).toBeLessThanOrEqual(1e-13);
        expect(relativeError(w, expected.end)).toBeLessThanOrEqual(1e-13);
      },
    );
});

describe('the loss of a network and its relaxation', () => {
  it('have the gradient of central differences off the kinks, and evaluate gives the loss', () => {
    let compared = 0;
    fc.assert(
      fc.property(cases, blends, (data, blend) => {
        const landscape = createRelaxedLoss({ ...data, blend });
        expect(landscape.evaluate(new Float64Array(data.w.length), data.w)).toBe(landscape.loss(data.w));
        if (!offKinks(data, data.w, REACH)) return;
        const gradient = gradientAt(landscape, data.w);
        for (let p = 0; p < data.w.length; p++) {
          if (!data.trainOutput && p >= data.neurons * data.d) {
            expect(gradient[p]).toBe(0);
            continue;
          }
          compared++;
          const difference =
            landscape.loss(moved(data.w, p, REACH)) - landscape.loss(moved(data.w, p, -REACH));
          // Quadratic along a coordinate: exact but for rounding, which the reach enlarges.
          expect(Math.abs(gradient[p]! - difference / (2 * REACH))).toBeLessThanOrEqual(
            1e-11 * scaleOf(data),
          );
        }
      }),
      CHECK,
    );
    expect(compared).toBeGreaterThan(500);
  });

  it('have the curvature of their gradient on the piece that w lies in', () => {
    let compared = 0;
    fc.assert(
      fc.property(cases, blends, (data, blend) => {
        if (!offKinks(data, data.w, REACH)) return;
        const landscape = createRelaxedLoss({ ...data, blend });
        const size = data.w.length;
        const matrix = new Float64Array(size * size).fill(9);
        landscape.curvature(matrix, data.w);
        const trained = data.trainOutput ? size : data.neurons * data.d;
        for (let p = 0; p < size; p++) {
          const [ahead, behind] = [REACH, -REACH].map((by) => gradientAt(landscape, moved(data.w, p, by)));
          for (let q = 0; q < size; q++) {
            const slope = p < trained ? (ahead![q]! - behind![q]!) / (2 * REACH) : 0;
            compared++;
            expect(Math.abs(matrix[p * size + q]! - slope)).toBeLessThanOrEqual(1e-11 * scaleOf(data));
          }
        }
      }),
      CHECK,
    );
    expect(compared).toBeGreaterThan(1000);
  });

  it('have the whole gradient as the batch of all samples and as the mean of batches of one', () => {
    fc.assert(
      fc.property(cases, blends, (data, blend) => {
        const landscape = createRelaxedLoss({ ...data, blend });
        const rows = Int32Array.from({ length: data.n }, (_, i) => i);
        const [whole, one, sum] = Array.from({ length: 3 }, () => new Float64Array(data.w.length));
        landscape.batchGradient(whole!, data.w, rows, 0, data.n);
        for (const i of rows) {
          landscape.batchGradient(one!, data.w, rows, i, i + 1);
          addScaled(sum!, one!, 1 / data.n);
        }
        const gradient = gradientAt(landscape, data.w);
        for (let p = 0; p < data.w.length; p++) {
          expect(whole![p]).toBe(gradient[p]);
          expect(Math.abs(sum![p]! - gradient[p]!)).toBeLessThanOrEqual(1e-14 * scaleOf(data));
        }
      }),
      CHECK,
    );
  });

  it('do not change when neurons change places', () => {
    fc.assert(
      fc.property(cases, blends, (data, blend) => {
        const { neurons: m, d, w } = data;
        const turned = new Float64Array(w.length);
        for (let j = 0; j < m; j++) {
          const to = m - 1 - j;
          turned.set(w.subarray(j * d, j * d + d), to * d);
          turned[m * d + to] = w[m * d + j]!;
        }
        const landscape = createRelaxedLoss({ ...data, blend });
        expect(Math.abs(landscape.loss(turned) - landscape.loss(w))).toBeLessThanOrEqual(
          1e-15 * scaleOf(data),
        );
      }),
      CHECK,
    );
  });
});

describe('the network', () => {
  it('takes four samples of the plane at once with the bits of one after the other', () => {
    const random = createRandom(1, STREAMS.data);
    for (let n = 1; n <= 23; n++)
      for (const trainOutput of [true, false]) {
        const [features, labels, w] = [2 * n, n, 15].map((length) => new Float64Array(length));
        for (const vector of [features!, labels!, w!]) fillNormal(vector, random);
        const landscape = createNetworkLoss({
          features: features!,
          labels: labels!,
          neurons: 5,
          beta: 0.01,
          trainOutput,
        });
        const [whole, batch] = [new Float64Array(15), new Float64Array(15)];
        const rows = Int32Array.from({ length: n }, (_, i) => i);
        expect(landscape.evaluate(whole, w!)).toBe(landscape.loss(w!));
        landscape.batchGradient(batch, w!, rows, 0, n);
        expect(Array.from(whole)).toEqual(Array.from(batch));
      }
  });

  it('keeps its fit, to the last bit, when a neuron is doubled and its output halved', () => {
    fc.assert(
      fc.property(cases, (data) => {
        const { neurons: m, d, w, features, labels } = data;
        const other = w.map((value, p) => (p < d ? 2 * value : p === m * d ? value / 2 : value));
        const [a, b] = [new Float64Array(data.n), new Float64Array(data.n)];
        predict(a, features, w, m);
        predict(b, features, other, m);
        expect(b).toEqual(a);
        const fit = createNetworkLoss({ features, labels, neurons: m, beta: 0, trainOutput: true });
        expect(fit.loss(other)).toBe(fit.loss(w));
      }),
      CHECK,
    );
  });

  it('of one neuron with output weight 1 is the one neuron, bit for bit, loss and gradient', () => {
    fc.assert(
      fc.property(neuronCases('free', fc.constant(0)), ({ features, labels, d, w }) => {
        const network = createNetworkLoss({ features, labels, neurons: 1, beta: 0, trainOutput: false });
        const neuron = createNeuronLoss({ features, labels, dimension: d, leak: 0, blend: 0 });
        const [ours, theirs] = [new Float64Array(d + 1), new Float64Array(d)];
        expect(network.evaluate(ours, Float64Array.of(...w, 1))).toBe(neuron.evaluate(theirs, w));
        for (let k = 0; k < d; k++) expect(ours[k]! === theirs[k]!).toBe(true);
        expect(ours[d]).toBe(0);
      }),
      CHECK,
    );
  });

  it('takes a sample on a kink as off', () => {
    const network = createNetworkLoss({
      features: Float64Array.of(1, 0),
      labels: Float64Array.of(1),
      neurons: 1,
      beta: 0,
      trainOutput: true,
    });
    expect([...gradientAt(network, Float64Array.of(0, 5, 2))].map(Math.abs)).toEqual([0, 0, 0]);
  });

  it('keeps the penalty of output weights that are not trained', () => {
    fc.assert(
      fc.property(cases, (data) => {
        const [kept, trained] = [false, true].map((trainOutput) =>
          createNetworkLoss({ ...data, trainOutput }),
        );
        expect(kept!.loss(data.w)).toBe(trained!.loss(data.w));
      }),
      CHECK,
    );
  });

  it('is dead where every neuron is off at every sample, and only there', () => {
    const given = { labels: Float64Array.of(1, 1), neurons: 2, beta: 0, trainOutput: true };
    const network = createNetworkLoss({ ...given, features: Float64Array.of(1, 0, 0, 1) });
    expect(network.isDead(Float64Array.of(-1, -2, -3, 0, 1, 1))).toBe(true);
    expect(network.isDead(Float64Array.of(-1, -2, -3, 0.1, 1, 1))).toBe(false);
    expect(network.isDead(new Float64Array(6))).toBe(true);
    expect(network.isDead(new Float64Array(6).fill(Number.NaN))).toBe(false);
  });

  it('gives a loss that is not finite at weights that are not', () => {
    fc.assert(
      fc.property(cases, blends, fc.nat(), (data, blend, at) => {
        fc.pre(data.beta > 0 || data.features.every((a) => a !== 0));
        const landscape = createRelaxedLoss({ ...data, blend });
        const w = moved(data.w, at % data.w.length, Number.NaN);
        expect(landscape.loss(w)).toBeNaN();
        expect(landscape.evaluate(new Float64Array(w.length), w)).toBeNaN();
      }),
      CHECK,
    );
  });

  it('has a fit that is zero for labels of its own', () => {
    fc.assert(
      fc.property(cases, (data) => {
        const labels = new Float64Array(data.n);
        predict(labels, data.features, data.w, data.neurons);
        const network = createNetworkLoss({ ...data, labels, beta: 0 });
        expect(network.loss(data.w)).toBe(0);
      }),
      CHECK,
    );
  });
});
