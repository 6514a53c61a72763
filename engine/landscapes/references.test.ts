import { describe, expect, it } from 'vitest';
import { runsAll } from '../../scripts/tier.mjs';
import { instanceOf, linkInstance, ownInstance } from '../fixtures/instances.ts';
import { runSides } from '../fixtures/runs.ts';
import { createRandom, fillNormal } from '../kernels/random.ts';
import { addScaled, dot, norm } from '../kernels/vector.ts';
import type { Values } from '../params.ts';
import { offWeights } from '../problems/one-neuron/data/blend-weights.ts';
import { findReferences, type Place, type References } from './minimum.ts';

/** References for more than two weights with noise, where a minimum may lie on a kink and no gradient vanishes. */

/** Draws of the kind that had no reference, or a wrong one: few samples, many weights, large noise. */
const drawOf = (k: number, more: Values = {}) =>
  instanceOf({
    features: 'gauss',
    d: 3 + (k % 8),
    n: 3 + (k % 8) + ((7 * k) % 25),
    noise: [0.5, 1, 2][k % 3]!,
    seed: k,
    pseed: k + 500,
    sseed: k,
    ...more,
  });

/** Own samples with negative labels: every blend is then convex, with minima on kinks. */
function negativeOf(k: number, blend: number, leak: number) {
  const random = createRandom(k, 3);
  const d = 3 + (k % 3);
  const n = 8 + ((5 * k) % 30);
  const features = new Float64Array(n * d);
  const labels = new Float64Array(n);
  fillNormal(features, random);
  fillNormal(labels, random);
  // Integers, so that rows repeat and kinks are dependent.
  return ownInstance(
    features.map(k % 2 ? Math.round : Number),
    labels.map((y) => -Math.abs(y) - 0.1),
    { blend, leak },
  );
}

/**
 * Length of the shortest subgradient at a point, relative to its terms, from the samples alone: kinks within rounding of the point take any
 * slope between their two, optimised one at a time until nothing changes.
 */
function shortestSubgradient(
  { samples }: ReturnType<typeof instanceOf>['instance'],
  { at }: Place,
  blend: number,
  leak: number,
): number {
  const { linear, quadratic } = offWeights(leak, blend);
  const d = samples.dimension;
  const sum = new Float64Array(d);
  const loose: { row: Float64Array; low: number; high: number; now: number }[] = [];
  let size = 0;
  for (let i = 0; i < samples.count; i++) {
    const row = samples.features.slice(i * d, i * d + d);
    const y = samples.labels[i]!;
    const z = dot(row, at);
    size += norm(row) * (Math.abs(z) + Math.abs(y));
    if (y < 0 && linear < 1 && norm(row) > 0 && Math.abs(z) <= 1e-9 * norm(row) * Math.max(1, norm(at)))
      loose.push({ row, low: -linear * y, high: -y, now: -y });
    else addScaled(sum, row, z > 0 ? z - y : quadratic * z - linear * y);
  }
  for (const { row, now } of loose) addScaled(sum, row, now);
  for (let sweep = 0; sweep < 20_000; sweep++) {
    let moved = 0;
    for (const one of loose) {
      const best = one.now - dot(one.row, sum) / dot(one.row, one.row);
      const to = Math.min(one.high, Math.max(one.low, best));
      addScaled(sum, one.row, to - one.now);
      moved = Math.max(moved, Math.abs(to - one.now));
      one.now = to;
    }
    if (moved < 1e-15) break;
  }
  return size === 0 ? 0 : norm(sum) / size;
}

describe('references for more than two weights with noise', () => {
  const DRAWS = runsAll ? 60 : 24;

  it('two sides with one loss have one reference in every draw (blend 0)', () => {
    for (let k = 0; k < DRAWS; k++) {
      const { instance } = drawOf(k, { n: 10, d: 10, noise: 2, blend: 0 });
      const { left, right, certified } = findReferences(instance);
      expect(right).toEqual(left);
      expect(certified.right).toBe(certified.left);
    }
  });

  it('at the same iterate both sides have the same excess over them', () => {
    const { instance, values } = linkInstance(
      '#v=1&problem=one-neuron&features=gauss&n=10&seed=995&pseed=511&sseed=946&d=10&noise=2&blend=0&rule=adam&c=0.01',
    );
    const { left, right } = findReferences(instance);
    const run = runSides(instance, values, 4000);
    expect(run.right.losses[4000]! - right!.loss).toBe(run.left.losses[4000]! - left.loss);
    expect(run.left.losses[4000]! - left.loss).toBeGreaterThanOrEqual(0);
  });

  it.each([0.05, 0.2, 0.5, 1])(
    `every right side that has a minimum has one (blend %d, ${DRAWS} draws)`,
    (blend) => {
      for (let k = 0; k < DRAWS; k++) {
        const { instance } = drawOf(k, { blend });
        const { right, certified, restarts } = findReferences(instance);
        expect(right === null, `draw ${k}`).toBe(instance.right.unbounded);
        expect(certified.left, 'the non-convex loss is searched').toBe(false);
        expect(restarts).toBe(32);
        expect(certified.right).toBe(right !== null && blend === 1);
        // Nothing nearby is lower: even an uncertified point is a minimum of the pieces that meet there.
        if (right) expect(shortestSubgradient(instance, right, blend, 0)).toBeLessThan(1e-9);
      }
    },
  );

  it('what a convex loss is certified at has a subgradient of zero, and no run ends lower', () => {
    let onKinks = 0;
    let certain = 0;
    const draws = runsAll ? 24 : 12;
    for (let k = 0; k < draws; k++) {
      const [blend, leak] = [[0, 0.05, 0.5, 1][k % 4]!, [0, 0.2][k % 2]!];
      const { instance, values } = negativeOf(k, blend, leak);
      const { left, right, certified, restarts, rounding } = findReferences(instance);
      expect(certified).toEqual({ left: true, right: right !== null });
      expect(restarts).toBe(0);
      expect(right === null).toBe(instance.right.unbounded);
      const start = new Float64Array(instance.dimension);
      const random = createRandom(k, 5);
      // A run has both sides.
      const runs = [0, 1, 2, 3].flatMap(() => {
        fillNormal(start, random);
        const from = { ...instance, start: start.map((w) => 3 * w) };
        return [1, 0.1].map((c) => runSides(from, { ...values, c }, 1000));
      });
      for (const [side, place, share] of [
        ['left', left, 0],
        ['right', right, blend],
      ] as const) {
        if (!place) continue;
        certain++;
        if (instance.samples.labels.some((_, i) => isOnKink(instance, place, i))) onKinks++;
        expect(shortestSubgradient(instance, place, share, leak)).toBeLessThan(1e-9);
        for (const run of runs)
          expect(Math.min(...run[side].losses)).toBeGreaterThanOrEqual(place.loss - rounding[side]);
      }
    }
    expect(certain).toBeGreaterThan(1.25 * draws);
    expect(onKinks).toBeGreaterThan(draws / 5);
  });

  it('the relaxation is certified, and no run ends lower', () => {
    for (let k = 0; k < 20; k++) {
      const { instance, values } = drawOf(k, { leak: [0, 0.1][k % 2]! });
      const { right, rounding } = findReferences(instance);
      if (!right) continue;
      const { losses } = runSides(instance, values, 2000).right;
      expect(Math.min(...losses)).toBeGreaterThanOrEqual(right.loss - rounding.right);
    }
  });

  it('rounding is a few last digits of the loss, and nothing at the plant', () => {
    const { instance } = drawOf(3);
    const { left, right, rounding } = findReferences(instance);
    for (const [place, digits] of [
      [left, rounding.left],
      [right!, rounding.right],
    ] as const) {
      expect(digits).toBeGreaterThanOrEqual(Number.EPSILON * Math.abs(place.loss));
      expect(digits).toBeLessThan(1e-13 * instance.left.loss(new Float64Array(instance.dimension)));
    }
    expect(findReferences(drawOf(3, { noise: 0 }).instance).rounding).toEqual({ left: 0, right: 0 });
  });

  it('of years beside ones are those of the standardised columns, and certified of the same places (offsets 0 to 1e5)', () => {
    const n = 20;
    const noise = new Float64Array(3 * n);
    for (const offset of [0, 100, 2000, 9000, 100_000])
      for (const blend of [0.5, 1])
        for (let k = 0; k < 4; k++) {
          fillNormal(noise, createRandom(k, 3));
          const features = Array.from({ length: n }, (_, i) => [offset + i, noise[i]!]).flat();
          const labels = Array.from(
            { length: n },
            (_, i) => 0.3 * i - 2 + noise[n + i]! + 2 * noise[2 * n + i]!,
          );
          const [raw, scaled] = [false, true].map((std) =>
            findReferences(ownInstance(features, labels, { bias: true, std, blend }).instance),
          ) as [References, References];
          expect(raw.certified).toEqual(scaled.certified);
          expect(raw.right === null).toBe(scaled.right === null);
          if (raw.right) expect(raw.right.loss).toBeCloseTo(scaled.right!.loss, 8);
        }
  });
});

function isOnKink({ samples }: ReturnType<typeof instanceOf>['instance'], { at }: Place, i: number): boolean {
  const row = samples.features.slice(i * at.length, (i + 1) * at.length);
  return norm(at) > 0 && norm(row) > 0 && Math.abs(dot(row, at)) <= 1e-9 * norm(row) * norm(at);
}
