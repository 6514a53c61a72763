import { describe, expect, it } from 'vitest';
import type { Instance } from '../contract.ts';
import { instanceOf } from '../fixtures/instances.ts';
import { norm } from '../kernels/vector.ts';
import type { Values } from '../params.ts';
import type { Parts } from '../problem.ts';
import { loadProblem } from '../problems/index.ts';
import { problem as oneNeuron } from '../problems/one-neuron/problem.ts';
import type { NeuronUpdate } from '../problems/one-neuron/types.ts';
import { asNetwork } from '../problems/two-layer/instance.ts';
import type { NetworkUpdate } from '../problems/two-layer/types.ts';
import type { RunValues } from '../run/create-run.ts';
import { createScenario } from '../scenario/create-scenario.ts';
import { createUpdateWalk } from './read-update.ts';
import { MOST_TOLD } from './told-samples.ts';

const OPENING: Values = { features: 'line', n: 8, plant: [1, 0.2], start: [-1.6, 0.3] };
const sides = ['left', 'right'] as const;

function updateAt(
  instance: Instance,
  values: Values & RunValues,
  k: number,
  parts = oneNeuron.parts as Parts,
) {
  const walk = createUpdateWalk(instance, values, parts);
  while (!walk.approach({ left: k, right: k }, 5));
  return walk.read({ left: k, right: k }) as NeuronUpdate & NetworkUpdate;
}

const neuronAt = (given: Values, k: number) => {
  const { instance, values } = instanceOf(given);
  return { instance, values, update: updateAt(instance, values, k) };
};

/** Losses by definition, independent of the engine's. */
function lossOf(side: 'left' | 'right', y: number, z: number, leak: number, blend: number): number {
  const relu = (t: number) => (t > 0 ? t : leak * t);
  const f = (relu(z) - y) ** 2 / 2;
  const conjugate = y >= 0 || leak === 0 ? (y * y) / 2 : (y * y) / (2 * leak);
  const g = (z > 0 ? (z * z) / 2 : (leak * z * z) / 2) - y * z + conjugate;
  return side === 'left' ? f : (1 - blend) * f + blend * g;
}

describe('the samples of an update', () => {
  it.each<[string, Values]>([
    ['the opening scene', OPENING],
    ['leak', { ...OPENING, leak: 0.2 }],
    ['blend', { ...OPENING, blend: 0.3 }],
    ['noise outside, leak and blend', { features: 'gauss', n: 20, noise: 0.8, leak: 0.1, blend: 0.6 }],
    ['five weights', { features: 'gauss', n: 30, d: 5 }],
  ])('add up to loss and gradient: %s', (_, given) => {
    const { instance, values, update } = neuronAt(given, 6);
    const { leak, blend } = values as unknown as { leak: number; blend: number };
    const { dimension: d } = instance;
    const told = update.told!;
    for (const side of sides) {
      const { loss, gradient, original } = update[side]!;
      const samples = update[side]!.samples!;
      let sum = 0;
      let other = 0;
      const move = new Float64Array(d);
      for (const i of told.rows.keys()) {
        let z = 0;
        for (let j = 0; j < d; j++) z += told.features[i * d + j]! * original.weights[j]!;
        expect(samples!.z[i]).toBe(z);
        expect(samples!.outputs[i]).toBe(z > 0 ? z : leak * z + 0);
        expect(samples!.residuals[i]).toBe(samples!.outputs[i]! - told.labels[i]!);
        sum += lossOf(side, told.labels[i]!, z, leak, blend);
        other += lossOf(side === 'left' ? 'right' : 'left', told.labels[i]!, z, leak, blend);
        for (let j = 0; j < d; j++) move[j] = move[j]! + samples!.moves[i * d + j]!;
      }
      expect(Math.abs(sum / told.count - loss)).toBeLessThanOrEqual(1e-13 * Math.max(1, Math.abs(loss)));
      const { left, right } = update[side]!.losses;
      expect(side === 'left' ? left : right).toBe(loss);
      expect(Math.abs(other / told.count - (side === 'left' ? right : left))).toBeLessThanOrEqual(1e-13);
      for (let j = 0; j < d; j++)
        expect(Math.abs(move[j]! + gradient[j]!)).toBeLessThanOrEqual(1e-14 * Math.max(1, norm(gradient)));
      expect(samples!.on + samples!.off).toBe(told.count);
    }
  });

  it('that are off pull nothing on the left and on the right by their label', () => {
    const { update } = neuronAt(OPENING, 40);
    const { left, right, told } = update;
    expect(left!.samples!.off).toBeGreaterThan(0);
    expect(left!.samples!.pulling).toBe(0);
    const start = neuronAt(OPENING, 0).update.right!.samples!;
    expect(start.off).toBeGreaterThan(0);
    expect(start.pulling).toBeGreaterThan(0);
    for (const [i, z] of start.z.entries()) if (!(z > 0)) expect(start.slopes[i]).toBe(-told!.labels[i]! + 0);
    expect(right!.samples!.pulling).toBeLessThanOrEqual(right!.samples!.off);
  });

  it('move through the scaling as the gradient does', () => {
    const { instance, update } = neuronAt(
      { features: 'line', n: 9, xmin: 2, xmax: 10, noise: 0.5, std: true, start: [1, 0] },
      2,
    );
    const { descents } = update.right!;
    const samples = update.right!.samples!;
    expect(update.told!.rows.length).toBe(9);
    const sum = [0, 0];
    for (let i = 0; i < samples!.moves.length; i++) sum[i % 2] = sum[i % 2]! + samples!.moves[i]!;
    for (const j of [0, 1])
      expect(Math.abs(sum[j]! - descents.right[j]!)).toBeLessThanOrEqual(1e-12 * norm(descents.right));
    expect(instance.scaling.identity).toBe(false);
  });

  it('are thinned evenly, and counted over all', () => {
    const { update } = neuronAt({ features: 'gauss', n: 1000 }, 3);
    expect(update.told!.rows.length).toBe(MOST_TOLD);
    expect(Array.from(update.told!.rows.slice(0, 3))).toEqual([0, 25, 50]);
    expect(update.left!.samples!.on + update.left!.samples!.off).toBe(1000);
    expect(update.told!.count).toBe(1000);
  });

  it('are none of infinitely many', () => {
    const { update } = neuronAt({ n: Number.POSITIVE_INFINITY, plant: [1, 0.2], start: [-1.6, 0.3] }, 3);
    expect(update.told).toBeNull();
    expect(update.left!.samples).toBeNull();
    expect(update.left!.pull).toBeGreaterThan(0);
  });
});

describe('Delta(w)', () => {
  it.each<[string, Values]>([
    ['the opening scene', OPENING],
    ['leak', { ...OPENING, leak: 0.2 }],
    ['twelve weights', { features: 'gauss', n: 30, d: 12 }],
  ])('is the sum over the samples that are off, and not negative: %s', (_, given) => {
    const { instance, values, update } = neuronAt(given, 4);
    const { features, labels, dimension: d } = instance.samples;
    const s = values.leak as number;
    for (const side of sides) {
      const w = update[side]!.weights;
      let sum = 0;
      for (const [i, y] of labels.entries()) {
        let z = 0;
        let home = 0;
        for (let j = 0; j < d; j++) {
          z += features[i * d + j]! * w[j]!;
          home += features[i * d + j]! * instance.plant![j]!;
        }
        if (!(z > 0)) sum += (s * z - y) * (z - home);
      }
      const direct = ((1 - s) * sum) / labels.length;
      expect(direct).toBeGreaterThanOrEqual(0);
      expect(Math.abs(update[side]!.pull - direct)).toBeLessThanOrEqual(1e-13 * Math.max(1, direct));
    }
  });

  it('can be negative with noise outside the ReLU', () => {
    const pulls = Array.from({ length: 40 }, (_, seed) =>
      sides.map(
        (side) => neuronAt({ features: 'gauss', n: 8, noise: 1, seed, sseed: seed }, 0).update[side]!.pull,
      ),
    ).flat();
    expect(Math.min(...pulls)).toBeLessThan(0);
  });

  it('is not a number without a plant', () => {
    const { update } = neuronAt({ features: 'csv', data: 'stopping-distance', bias: true, start: [1, 0] }, 0);
    expect(update.left!.pull).toBeNaN();
  });
});

describe('other problems', () => {
  const made = async (problem: 'two-layer' | 'lift', given: Values) => {
    const { values } = createScenario(problem, given);
    const { prepare, parts } = await loadProblem(problem);
    return { instance: prepare(values, null), values: values as Values & RunValues, parts };
  };

  it('a network has the data’s part and the penalty’s; a solved side has no update', async () => {
    const { instance, values, parts } = await made('two-layer', {});
    const { left, right } = updateAt(instance, values, 3, parts);
    expect(right).toBeNull();
    const squares = left!.weights.reduce((sum, w) => sum + w * w, 0);
    expect(left!.parts!.penalty).toBe((asNetwork(instance)!.info.beta / 2) * squares);
    expect(Math.abs(left!.parts!.fit + left!.parts!.penalty - left!.loss)).toBeLessThanOrEqual(1e-15);
    expect(left!.samples).toBeUndefined();
  });

  it('a lift stays in its quadrant', async () => {
    const { instance, values, parts } = await made('lift', { start: [0.5, -1] });
    const { left, right } = updateAt(instance, values, 3, parts);
    expect(Array.from(right!.next!).every((w) => w >= 0)).toBe(true);
    expect(left!.pull).toBeNaN();
  });
});
