import { describe, expect, it } from 'vitest';
import { runSides } from '../../../fixtures/runs.ts';
import type { Values } from '../../../params.ts';
import { createRun, type RunValues } from '../../../run/create-run.ts';
import { descends } from '../../../run/sides.ts';
import { createScenario } from '../../../scenario/create-scenario.ts';
import { createUpdateWalk } from '../../../update/read-update.ts';
import { loadProblem } from '../../index.ts';
import type { LiftUpdate } from '../../lift/types.ts';
import { asNetwork } from '../instance.ts';
import { minimiseOverBlocks, writeResidual } from '../program/block-newton.ts';
import { createBlockFactory } from '../program/blocks.ts';
import { createConvexProgram } from '../program/convex-program.ts';
import { takenOf } from '../round-terms.ts';
import type { NetworkUpdate } from '../types.ts';
import { blocksToNeurons, withoutPadding } from './neurons.ts';

type ShownUpdate = NetworkUpdate & LiftUpdate;

async function made(problem: 'two-layer' | 'lift', given: Values) {
  const { values } = createScenario(problem, given);
  const { prepare, parts } = await loadProblem(problem);
  return { instance: prepare(values, null), values: values as Values & RunValues, parts };
}

function updateAt({ instance, values, parts }: Awaited<ReturnType<typeof made>>, k: number): ShownUpdate {
  const walk = createUpdateWalk(instance, values, parts);
  while (!walk.approach({ left: k, right: k }, 5));
  return walk.read({ left: k, right: k }) as ShownUpdate;
}

const bits = (numbers: ArrayLike<number>) => Array.from(numbers, (value) => value + 0);

const NETWORKS: [string, Values][] = [
  ['two columns', { neurons: 5 }],
  ['a row at a time', { neurons: 3, n: 7, d: 3 }],
  ['more samples than are told', { neurons: 4, n: 90 }],
  ['free biases', { features: 'line', n: 9, free: true, neurons: 4 }],
  ['kept output weights', { neurons: 4, outputs: 'fixed', signs: 'ones' }],
  [
    'standardised own data',
    { features: 'csv', data: 'stopping-distance', bias: true, std: true, beta: 1, size: 1 },
  ],
  ['relaxed', { neurons: 4, right: 'relaxed', blend: 0.7 }],
  ['relaxed and annealed', { neurons: 4, right: 'relaxed', anneal: 20 }],
];

describe('a network’s update', () => {
  it.each(NETWORKS)('lands on the race’s next iterate, both sides: %s', async (_, given) => {
    const one = await made('two-layer', given);
    const race = createRun(one.instance, one.values);
    const frames = [race.first(), race.advance(12)];
    for (const k of [0, 1, 7]) {
      const update = updateAt(one, k);
      const at = (side: 'left' | 'right', step: number) => {
        const frame = step === 0 ? frames[0]![side] : frames[1]![side];
        const i = step === 0 ? 0 : step - 1;
        return i < frame.count ? frame.iterates.slice(i * frame.width, (i + 1) * frame.width) : null;
      };
      expect(bits(update.left!.weights)).toEqual(bits(at('left', k)!));
      expect(bits(update.left!.next!)).toEqual(bits(at('left', k + 1)!));
      if (!descends(one.instance.sides!.right)) {
        expect(update.right).toBeNull();
        const { columns, constant } = asNetwork(one.instance)!.info;
        const plain = (state: Float64Array) =>
          bits(withoutPadding(constant ? state.subarray(0, -1) : state, columns));
        const [before, after] = [at('right', k), at('right', k + 1)];
        if (!before) expect(update.round).toBeNull();
        else expect(bits(update.round!.before.network)).toEqual(plain(before));
        if (before)
          expect(update.round!.after && bits(update.round!.after.network)).toEqual(after && plain(after));
      } else {
        expect(update.round).toBeNull();
        expect(bits(update.right!.next!)).toEqual(bits(at('right', k + 1)!));
      }
    }
  });

  it.each(NETWORKS)('has a gradient that its parts add up to: %s', async (_, given) => {
    const one = await made('two-layer', given);
    const { left, right } = updateAt(one, 6);
    for (const side of [left, right]) {
      if (!side) continue;
      const { fit, decay, relaxed } = side.network!;
      for (const [p, slope] of side.gradient.entries()) {
        const sum = fit[p]! + decay[p]!;
        if (!relaxed) expect(sum + 0).toBe(slope + 0);
        else expect(Math.abs(sum + relaxed[p]! - slope)).toBeLessThanOrEqual(2e-15);
      }
    }
    const charge = right?.network?.charge;
    if (charge) {
      expect(charge.value).not.toBe(0);
      expect(
        Math.abs(right.parts!.fit + right.parts!.penalty + charge.value - right.loss),
      ).toBeLessThanOrEqual(1e-15);
    }
  });

  it.each(NETWORKS)('has a data’s part that the samples add up to: %s', async (_, given) => {
    const one = await made('two-layer', given);
    const update = updateAt(one, 6);
    const { told } = update;
    if (told!.rows.length < told!.count) return;
    for (const side of [update.left!, update.right]) {
      if (!side) continue;
      const { neurons: m, columns: d, slopes, residuals, z, on, fit, relaxed, outputs } = side.network!;
      for (let j = 0; j < m; j++) {
        const sum = new Float64Array(d);
        let [output, active] = [0, 0];
        for (const i of told!.rows.keys()) {
          const isOn = z[i * m + j]! > 0;
          if (isOn) active++;
          if (isOn) output += (residuals[i]! * z[i * m + j]!) / told!.count;
          for (let c = 0; c < d; c++)
            sum[c] = sum[c]! + (slopes[i * m + j]! * told!.features[i * d + c]!) / told!.count;
        }
        expect(on[j]).toBe(active);
        for (let c = 0; c < d; c++)
          expect(Math.abs(sum[c]! - fit[j * d + c]! - (relaxed?.[j * d + c] ?? 0))).toBeLessThanOrEqual(
            1e-14,
          );
        if (asNetwork(one.instance)!.info.trained)
          expect(Math.abs(output - fit[m * d + j]!)).toBeLessThanOrEqual(1e-14);
      }
      for (const i of told!.rows.keys()) expect(residuals[i]).toBe(outputs[i]! - told!.labels[i]!);
    }
  });

  it('counts what is dead, and a dead neuron feels its penalty alone', async () => {
    // One neuron that no sample of x > 0 switches on.
    const one = await made('two-layer', {
      features: 'line',
      n: 5,
      xmin: 1,
      xmax: 2,
      neurons: 2,
      start: [-1, -1, 1, 1, 1, 1],
    });
    const { network } = updateAt(one, 0).left!;
    expect(Array.from(network!.on)).toEqual([0, 5]);
    expect(Array.from(network!.fit.slice(0, 2), Math.abs)).toEqual([0, 0]);
    expect(Array.from(network!.decay.slice(0, 2))).toEqual([-0.005, -0.005]);
  });
});

describe('a round of the exact program', () => {
  it.each<[string, Values]>([
    ['the default', {}],
    ['noise', { noise: 0.3, seed: 4 }],
    ['many', { n: 200, seed: 3, beta: 0.001 }],
  ])('takes in what lands on the race’s next round bit for bit: %s', async (_, given) => {
    const { instance, values, parts } = await made('two-layer', given);
    const { features, labels } = instance.samples;
    const { beta } = asNetwork(instance)!.info;
    const n = labels.length;
    const program = createConvexProgram(features, labels, beta);
    const blocks: Parameters<typeof minimiseOverBlocks>[0] = [];
    const residual = labels.slice();
    const run = runSides(instance, values, 30);
    for (let k = 0; k + 1 < run.right.iterates.length; k++) {
      const factory = createBlockFactory(program.curve, features);
      const touches = program.curve.localMaxima(n * beta);
      const taken = takenOf(program, features, beta);
      expect(taken.length).toBeGreaterThan(0);
      const { exact } = updateAt({ instance, values, parts }, k).round!;
      expect(exact!.taken).toEqual(taken);
      for (const { direction, sign, length, height, pull, squares } of taken) {
        const [x, y] = direction;
        const { place, onRay } = touches.find((touch) => touch.x === x && touch.y === y)!;
        expect(height).toBeGreaterThan(beta);
        expect(Math.abs((pull - beta) / squares - length)).toBeLessThanOrEqual((1e-14 * pull) / squares);
        blocks.push(factory[onRay ? 'onRay' : 'inSector'](sign, place, length * x, length * y));
      }
      writeResidual(residual, labels, blocks);
      minimiseOverBlocks(blocks, factory, residual, labels, beta);
      const state = new Float64Array(run.right.iterates[k + 1]!.length);
      blocksToNeurons(state, Float64Array.from(blocks.flatMap(({ sign, v1, v2 }) => [sign, v1, v2])), 2);
      expect(bits(state)).toEqual(bits(run.right.iterates[k + 1]!));
      program.step();
    }
    expect(run.right.iterates.length).toBeGreaterThan(2);
  });

  it('is not told any more where the program has ended', async () => {
    const one = await made('two-layer', {});
    const ended = runSides(one.instance, one.values, 60).right;
    const last = ended.iterates.length - 1;
    const { round } = updateAt(one, last);
    expect(round!.after).toBeNull();
    expect(round!.exact!.taken).toEqual([]);
    expect(updateAt(one, last + 1).round).toBeNull();
  });

  it('over hinges has the kinks where the residual leaves the band, over patterns the phases', async () => {
    const hinges = await made('two-layer', { features: 'line', n: 20, free: true, beta: 0.002 });
    const { round } = updateAt(hinges, 0);
    const { features, labels } = hinges.instance.samples;
    const mean = labels.reduce((sum, y) => sum + y, 0) / labels.length;
    const pulls = Array.from(labels, (_, k) =>
      [1, -1].map((way) =>
        Math.abs(
          labels.reduce(
            (sum, y, i) => sum + (y - mean) * Math.max(0, way * (features[2 * i]! - features[2 * k]!)),
            0,
          ) / labels.length,
        ),
      ),
    ).flat();
    expect(Math.abs(round!.hinges!.largest - Math.max(...pulls))).toBeLessThanOrEqual(1e-14);
    expect(round!.hinges!.beyond).toBe(pulls.filter((pull) => pull > 0.002).length);
    expect(round!.hinges!.came.length).toBe(round!.after!.network.length / 3);
    const sampled = await made('two-layer', { n: 30, d: 4, neurons: 4 });
    const first = updateAt(sampled, 0).round!;
    expect(first.sampled!.before.phase).toBe('gated');
    expect(first.after!.objective).toBeLessThanOrEqual(first.before.objective);
    expect(first.before.lowerBound).toBeNaN();
  });
});

describe('a lift’s update', () => {
  it.each<[string, Values]>([
    ['inside', { start: [1.5, 0.25] }],
    ['on the edge', { start: [0.5, -1] }],
    ['heavy ball', { start: [1.5, 0.25], rule: 'heavyball' }],
  ])('is made of residual, slopes and the projection: %s', async (_, given) => {
    const one = await made('lift', given);
    const run = runSides(one.instance, one.values, 8);
    for (const k of [0, 3]) {
      const { left, right } = updateAt(one, k);
      for (const side of ['left', 'right'] as const)
        expect(bits({ left, right }[side]!.next!)).toEqual(bits(run[side].iterates[k + 1]!));
      const { residual, slopes, held, output } = right!.lift!;
      expect(output).toBe(right!.weights[0]! - right!.weights[1]!);
      expect(0.5 * residual * residual + right!.parts!.penalty).toBe(right!.loss);
      expect(Array.from(slopes, (slope, i) => (held[i] ? 0 : slope))).toEqual(Array.from(right!.gradient));
      expect(Array.from(right!.unprojected!, (w) => Math.max(0, w))).toEqual(Array.from(right!.next!));
      expect(left!.network!.outputs[0]).toBe(Math.max(0, left!.weights[0]!) * left!.weights[1]! + 0);
      for (const p of [0, 1])
        expect(left!.network!.fit[p]! + left!.network!.decay[p]!).toBe(left!.gradient[p]);
      expect(left!.lift).toBeNull();
    }
  });
});
