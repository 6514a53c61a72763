import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHECK, neuronCases, vectorOf } from '../../../fixtures/arbitraries.ts';
import { createRandom, fillNormal } from '../../../kernels/random.ts';
import { addScaled, norm } from '../../../kernels/vector.ts';
import { createNeuronLoss } from '../../one-neuron/loss.ts';
import { createNetworkLoss } from '../network/loss.ts';
import { createRelaxedLoss } from './relaxed-loss.ts';

const M = 3;

/** Samples with free labels, and two points of W for three neurons with kept outputs of 0 or more. */
const cases = neuronCases('free', fc.constant(0)).chain(({ features, labels, n, d }) =>
  fc.record({
    features: fc.constant(features),
    labels: fc.constant(labels),
    n: fc.constant(n),
    d: fc.constant(d),
    first: vectorOf(M * d),
    second: vectorOf(M * d),
    outputs: vectorOf(
      M,
      fc.nat({ max: 3000 }).map((k) => k / 1000),
    ),
  }),
);
const joined = (...parts: Float64Array[]) => Float64Array.from(parts.flatMap((part) => [...part]));
const kept = { neurons: M, beta: 0, trainOutput: false };
/** Labels of three planted neurons of output weight 1 at n seeded points of the plane. */
function plantedData(n: number) {
  const random = createRandom(4, 9);
  const [features, plant] = [new Float64Array(2 * n), new Float64Array(2 * M)];
  fillNormal(features, random);
  fillNormal(plant, random);
  const labels = Float64Array.from({ length: n }, (_, i) => {
    let sum = 0;
    for (let j = 0; j < M; j++)
      sum += Math.max(0, features[2 * i]! * plant[2 * j]! + features[2 * i + 1]! * plant[2 * j + 1]!);
    return sum;
  });
  return { features, labels, weights: joined(plant, Float64Array.of(1, 1, 1)) };
}

/** Descends to a gradient of at most 1e-11 and returns the loss there. */
function descend(landscape: ReturnType<typeof createRelaxedLoss>, w: Float64Array, step: number): number {
  const gradient = new Float64Array(w.length);
  for (let k = 0; k < 100_000; k++) {
    const loss = landscape.evaluate(gradient, w);
    if (norm(gradient) <= 1e-11) return loss;
    addScaled(w, gradient, -step);
  }
  throw new Error(`expected to arrive; the gradient is ${norm(gradient)}`);
}

describe('the relaxation of every neuron', () => {
  it('is the network itself with weight 0', () => {
    fc.assert(
      fc.property(cases, ({ features, labels, first, outputs }) => {
        const w = joined(first, outputs);
        const relaxed = createRelaxedLoss({ ...kept, features, labels, blend: 0 });
        expect(relaxed.loss(w)).toBe(createNetworkLoss({ ...kept, features, labels }).loss(w));
      }),
      CHECK,
    );
  });

  it('of one neuron with output weight 1 is the blend of one neuron', () => {
    fc.assert(
      fc.property(
        neuronCases('free', fc.constant(0)),
        fc.constantFrom(0.3, 1),
        ({ features, labels, d, w }, blend) => {
          const relaxed = createRelaxedLoss({ ...kept, neurons: 1, features, labels, blend });
          const neuron = createNeuronLoss({ features, labels, dimension: d, leak: 0, blend });
          const [ours, theirs] = [new Float64Array(d + 1), new Float64Array(d)];
          const difference = relaxed.evaluate(ours, Float64Array.of(...w, 1)) - neuron.evaluate(theirs, w);
          expect(Math.abs(difference)).toBeLessThanOrEqual(1e-12);
          for (let k = 0; k < d; k++) expect(Math.abs(ours[k]! - theirs[k]!)).toBeLessThanOrEqual(1e-13);
        },
      ),
      CHECK,
    );
  });

  it('is convex in W with weight 1 and outputs of one sign, whatever the labels', () => {
    fc.assert(
      fc.property(cases, fc.constantFrom(0, 0.1), fc.constantFrom(1, -1), (data, beta, sign) => {
        const { features, labels, first, second } = data;
        const outputs = data.outputs.map((value) => sign * value);
        const relaxed = createRelaxedLoss({ ...kept, beta, features, labels, blend: 1 });
        const middle = first.map((value, p) => (value + second[p]!) / 2);
        const [a, b, c] = [first, middle, second].map((W) => relaxed.loss(joined(W, outputs)));
        expect(b!).toBeLessThanOrEqual((a! + c!) / 2 + 1e-11);
      }),
      { ...CHECK, numRuns: 1000 },
    );
  });

  it('is not convex with less weight, nor with outputs of both signs', () => {
    const one = { features: Float64Array.of(1), labels: Float64Array.of(1), ...kept };
    /** Returns the loss at w_1 = 0 less the mean of both sides; `others`: w_2 and the outputs. */
    const bulge = (blend: number, ...others: number[]) => {
      const relaxed = createRelaxedLoss({ ...one, neurons: 2, blend });
      const [a, b, c] = [-0.1, 0, 0.1].map((w) => relaxed.loss(Float64Array.of(w, ...others)));
      return b! - (a! + c!) / 2;
    };
    expect(bulge(1, 2, 1, 1)).toBeLessThan(0);
    expect(bulge(0.5, 0, 1, 1)).toBeGreaterThan(0.01);
    expect(bulge(1, 2, -1, 1)).toBeGreaterThan(0.01);
  });

  it('with equal neurons is one neuron with the penalty beta/m', () => {
    fc.assert(
      fc.property(neuronCases('free', fc.constant(0)), ({ features, labels, w: v }) => {
        const beta = 0.4;
        const equal = v.map((value) => value / M);
        const many = createRelaxedLoss({ ...kept, beta, features, labels, blend: 1 });
        const one = createRelaxedLoss({
          ...kept,
          neurons: 1,
          beta: beta / M,
          features,
          labels,
          blend: 1,
        });
        // Penalty of the kept outputs: m beta/2 against beta/(2m).
        const outputs = (beta * M) / 2 - beta / M / 2;
        const difference =
          many.loss(joined(equal, equal, equal, Float64Array.of(1, 1, 1))) -
          one.loss(joined(v, Float64Array.of(1)));
        expect(Math.abs(difference - outputs)).toBeLessThanOrEqual(1e-12 * (1 + norm(labels) ** 2 + 100));
      }),
      CHECK,
    );
  });

  it('collapses: three neurons end as low as one, and below the planted network', () => {
    const { features, labels, weights } = plantedData(30);
    const three = createRelaxedLoss({ ...kept, features, labels, blend: 1 });
    const one = createRelaxedLoss({ ...kept, neurons: 1, features, labels, blend: 1 });
    const start = Float64Array.of(0.7, -0.2, -0.4, 0.9, -0.5, -0.6, 1, 1, 1);
    const lowest = descend(one, Float64Array.of(0.5, 0.5, 1), 0.3);
    expect(Math.abs(descend(three, start, 0.1) - lowest)).toBeLessThanOrEqual(1e-12);
    expect(createNetworkLoss({ ...kept, features, labels }).loss(weights)).toBe(0);
    expect(three.loss(weights)).toBeGreaterThan(lowest + 0.1);
  });

  it('is what dropping the derivative of the ReLU gives for one neuron, not for more', () => {
    const { features, labels, weights } = plantedData(20);
    const w = weights.map((value, p) => (p < 2 * M ? value + 0.5 - p / 3 : value));
    /** A^T (network - y) / n: the same for every neuron of output weight 1. */
    const dropped = (m: number) => {
      const update = new Float64Array(2);
      for (let i = 0; i < 20; i++) {
        const row = features.subarray(2 * i, 2 * i + 2);
        let residual = -labels[i]!;
        for (let j = 0; j < m; j++) residual += Math.max(0, row[0]! * w[2 * j]! + row[1]! * w[2 * j + 1]!);
        addScaled(update, row, residual / 20);
      }
      return update;
    };
    const gradient = new Float64Array(3 * M);
    createRelaxedLoss({ ...kept, features, labels, blend: 1 }).evaluate(gradient, w);
    const same = (j: number) =>
      dropped(M).every((value, k) => Math.abs(value - gradient[2 * j + k]!) <= 1e-12);
    expect([0, 1, 2].map(same)).toEqual([false, false, false]);
    const single = new Float64Array(3);
    createRelaxedLoss({ ...kept, neurons: 1, features, labels, blend: 1 }).evaluate(
      single,
      Float64Array.of(w[0]!, w[1]!, 1),
    );
    for (const [k, value] of dropped(1).entries())
      expect(Math.abs(value - single[k]!)).toBeLessThanOrEqual(1e-14);
  });
});
