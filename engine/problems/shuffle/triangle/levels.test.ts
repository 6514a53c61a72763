import { describe, expect, it } from 'vitest';
import { drawQuadratic, drawWeights, THREE_NODES } from '../../../fixtures/three-nodes.ts';
import { createRandom } from '../../../kernels/random.ts';
import { findAll } from '../../../search.ts';
import { exactFrom } from '../exact-from.ts';
import { stepFrom } from '../penalised-descent.ts';
import { convexUntil, planeAxes } from './flats.ts';
import { triangleLevels, triangleThresholds } from './levels.ts';
import { CYCLIC, triangleRelaxation } from './relaxation.ts';
import { triangleRests } from './rests.ts';

const random = createRandom(18, 4);
const drawn = THREE_NODES.flatMap((law) =>
  Array.from({ length: 9 }, () => drawQuadratic(random, law)),
).filter((q) => triangleRelaxation(q).smoothness > 0);

const objective = (q: Float64Array<ArrayBuffer>, lambda: number, x: Float64Array) => {
  const relaxation = triangleRelaxation(q);
  return relaxation.cost(new Float64Array(3), x) + lambda * relaxation.penalty(x);
};

describe('the threshold of a corner', () => {
  it('from 1.02 of it on a nudged start comes back, at .97 it leaves', () => {
    let counted = 0;
    for (const q of drawn) {
      const relaxation = triangleRelaxation(q);
      const { smoothness } = relaxation;
      for (const { permutation, threshold, cost } of triangleThresholds(q)) {
        const corner = relaxation.corner(permutation)!;
        expect(cost).toBe(q[4 * CYCLIC.indexOf(permutation as (typeof CYCLIC)[0])]);
        if (threshold < 1e-3 * smoothness) continue;
        counted++;
        for (const [factor, stays] of [
          [1.02, true],
          [0.97, false],
        ] as const) {
          const lambda = factor * threshold;
          const projector = relaxation.projector();
          // Towards each of the other corners, and between.
          const isBack = [0, 0.5, 1].map((between) => {
            const others = [0, 1, 2].filter((k) => corner[k] === 0);
            const x = corner.map((weight) => weight * (1 - 1e-4));
            x[others[0]!] = 1e-4 * between;
            x[others[1]!] = 1e-4 * (1 - between);
            const [next, gradient] = [new Float64Array(3), new Float64Array(3)];
            for (let k = 0; k < 2000; k++) {
              relaxation.cost(gradient, x);
              stepFrom(next, gradient, x, { relaxation, projector, step: 1 / smoothness, lambda });
              if (next.every((weight, l) => weight === x[l])) break;
              x.set(next);
            }
            return x.every((weight, k) => weight === corner[k]);
          });
          // Descent reaches a trap exactly, in finitely many steps, from all sides.
          expect(isBack.every(Boolean)).toBe(stays);
        }
      }
    }
    expect(counted).toBeGreaterThan(60);
  });

  it('is where the corner joins the minima', () => {
    for (const q of drawn)
      for (const [k, { threshold }] of triangleThresholds(q).entries()) {
        if (threshold < 1e-6) continue;
        const isMinimum = (lambda: number) =>
          triangleRests(q, lambda).some(({ at, kind }) => at[k] === 1 && kind === 'minimum');
        expect([isMinimum(threshold * (1 + 1e-9)), isMinimum(threshold * (1 - 1e-9))]).toEqual([true, false]);
      }
  });
});

describe('convex up to', () => {
  it('there, along every line, and not beyond at the centre', () => {
    for (const q of drawn) {
      const until = convexUntil(q);
      const size = triangleRelaxation(q).smoothness;
      const middle = (x: Float64Array, y: Float64Array) => x.map((weight, k) => (weight + y[k]!) / 2);
      const bulge = (lambda: number, x: Float64Array, y: Float64Array) =>
        (objective(q, lambda, x) + objective(q, lambda, y)) / 2 - objective(q, lambda, middle(x, y));
      for (let trial = 0; trial < 40; trial++)
        expect(bulge(until, drawWeights(random), drawWeights(random))).toBeGreaterThan(-1e-13 * size);
      if (until < 1e-3 * size) continue;
      const [, flattest] = planeAxes(q).axes;
      const [x, y] = [0.01, -0.01].map((by) => Float64Array.from(flattest, (part) => 1 / 3 + by * part));
      expect(bulge(1.01 * until, x!, y!)).toBeLessThan(-1e-9 * size);
    }
  });

  it('is 0 where E is flat along a line', () => {
    expect(convexUntil(Float64Array.of(1, -1, 0, -1, 1, 0, 0, 0, 0))).toBe(0);
    expect(convexUntil(new Float64Array(9))).toBe(0);
    for (let trial = 0; trial < 20; trial++) {
      const u = [random.normal(), random.normal(), random.normal()];
      expect(
        convexUntil(Float64Array.from({ length: 9 }, (_, at) => u[Math.floor(at / 3)]! * u[at % 3]!)),
      ).toBe(0);
    }
  });
});

it('above the bound of exactness the minimisers are the best corners, and no others', () => {
  for (const q of drawn) {
    const thresholds = triangleThresholds(q);
    const from = exactFrom(thresholds);
    expect(from).toBeGreaterThanOrEqual(0);
    const size = triangleRelaxation(q).smoothness;
    const best = Math.min(q[0]!, q[4]!, q[8]!);
    const lambda = from + 1e-3 * size;
    const least = triangleRests(q, lambda).filter(({ value }) => value < best + 1e-12 * size);
    expect(least.map(({ on }) => on)).toEqual(
      [q[0]!, q[4]!, q[8]!].filter((cost) => cost === best).map(() => 'vertex'),
    );
    // The inequality of the proof.
    for (let trial = 0; trial < 30; trial++) {
      const x = drawWeights(random);
      const k = x.indexOf(Math.max(...x));
      const distance = 6 * (1 - x[k]!);
      expect(q[4 * k]! - objective(q, 0, x)).toBeLessThanOrEqual(
        thresholds[k]!.threshold * distance + 1e-12 * size,
      );
    }
  }
});

it('levels are the rest points at every share, in slices', () => {
  const q = drawQuadratic(random, 'normal');
  const { smoothness } = triangleRelaxation(q);
  const shares = Float64Array.from({ length: 50 }, (_, k) => k / 100);
  const search = triangleLevels(q, smoothness, shares);
  expect(search.step()).toBe(true);
  expect(search.found().length).toBeLessThan(50);
  const levels = findAll(search);
  expect(levels).toEqual([...shares].map((share) => triangleRests(q, share * smoothness)));
  expect(search.step()).toBe(false);
  expect(findAll(triangleLevels(q, smoothness, new Float64Array(0)))).toEqual([]);
});
