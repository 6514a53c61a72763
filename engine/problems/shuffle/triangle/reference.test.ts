import { describe, expect, it } from 'vitest';
import type { Vector } from '../../../contract.ts';
import at0 from '../../../fixtures/shuffle-0.json' with { type: 'json' };
import at3 from '../../../fixtures/shuffle-triangle-3.json' with { type: 'json' };
import { findAll } from '../../../search.ts';
import { lambdaAt, stepFrom } from '../penalised-descent.ts';
import { triangleBasins } from './basins.ts';
import { triangleThresholds } from './levels.ts';
import { triangleQuadratic, triangleRelaxation } from './relaxation.ts';
import { triangleRests } from './rests.ts';

/** Tolerance against NumPy, relative for numbers above 1. */
const CLOSE = 1e-9;

const cases = [at0, at3].flatMap(({ offset, triangle }) =>
  triangle.map((one) => ({ ...one, title: `${one.name} at offset ${offset}` })),
);
type Case = (typeof cases)[number];

function near(actual: ArrayLike<number>, expected: ArrayLike<number>): void {
  expect(actual.length).toBe(expected.length);
  for (let k = 0; k < actual.length; k++)
    expect(Math.abs(actual[k]! - expected[k]!)).toBeLessThanOrEqual(
      CLOSE * Math.max(1, Math.abs(expected[k]!)),
    );
}

const made = ({ A, B }: Case) => {
  const q = triangleQuadratic(Float64Array.from(A), Float64Array.from(B));
  return { q, relaxation: triangleRelaxation(q) };
};

/** The slope into the triangle at a point of an edge. */
function inwards(q: Vector, lambda: number, at: readonly number[]): number {
  const k = at.findIndex((weight) => Math.abs(weight) < 1e-12);
  const gradient = new Float64Array(3);
  const relaxation = triangleRelaxation(q);
  relaxation.cost(gradient, Float64Array.from(at));
  relaxation.addPenalty(gradient, Float64Array.from(at), lambda);
  return (3 * gradient[k]! - gradient[0]! - gradient[1]! - gradient[2]!) / 2;
}

/** Slope of E + lambda P along the triangle. */
function slopeAt(q: Vector, lambda: number, at: readonly number[]): number {
  const gradient = new Float64Array(3);
  const relaxation = triangleRelaxation(q);
  relaxation.cost(gradient, Float64Array.from(at));
  relaxation.addPenalty(gradient, Float64Array.from(at), lambda);
  return Math.max(...gradient) - Math.min(...gradient);
}

/** Those with B a relabelled A: Q is symmetric about the corner of cost 0. */
const COPIES = ['isomorphic', 'convex-wins'];

const far = (x: readonly number[], y: readonly number[]) =>
  Math.max(...x.map((weight, k) => Math.abs(weight - y[k]!)));

it('the reference has six triangles of offset 0 and five of offset 3', () => {
  expect([at0.offset, at3.offset]).toEqual([0, 3]);
  expect([at0.triangle.length, at3.triangle.length]).toEqual([6, 5]);
});

describe.each(cases)('$title', (one) => {
  const { q, relaxation } = made(one);

  it('has the Q, L, corners and thresholds of the reference', () => {
    expect([...q]).toEqual(one.Q);
    near([relaxation.smoothness], [one.L]);
    const told = triangleThresholds(q);
    near(
      told.map(({ cost }) => cost),
      one.corners,
    );
    near(
      told.map(({ threshold }) => threshold),
      one.thresholds,
    );
  });

  it('has the rest points of the reference at each of its lambdas', () => {
    for (const { lam, stationary } of one.levels) {
      const omitted: (readonly number[])[] = [];
      const rests = triangleRests(q, lam);
      for (const { at, on, kind, value, cost } of rests) {
        const [found] = stationary.filter((other) => far(other.at, at) < CLOSE);
        if (found) {
          expect(found).toMatchObject({ on, kind });
          near([value], [found.value]);
        } else omitted.push(at);
        near([cost], [relaxation.cost(new Float64Array(3), Float64Array.from(at))]);
      }
      // It omits those off the axis of a symmetric Q, in pairs.
      expect(omitted).toHaveLength(omitted.length > 0 && COPIES.includes(one.name) ? 2 : 0);
      for (const at of omitted) expect(slopeAt(q, lam, at)).toBeLessThan(1e-12 * one.L);
      // Its further points are critical along their edge only: descent leaves them inwards.
      const besides = stationary.filter(({ at }) => rests.every((rest) => far(rest.at, at) > CLOSE));
      for (const { at, on } of besides) {
        expect(on).toBe('edge');
        expect(inwards(q, lam, at)).toBeLessThan(-1e-6);
      }
      const values = rests.map(({ value }) => value);
      expect(values).toEqual(values.toSorted((a, b) => a - b));
    }
  });

  it('relaxed, it has the least E and the bound of the reference', () => {
    const [least, ...others] = triangleRests(q, 0);
    expect(others).toEqual([]);
    // The reference descends to 1e-13 of L in E, so its point is only exact to the root of that.
    expect(far(least!.at, one.relaxed.at)).toBeLessThan(1e-6);
    near([least!.value], [one.relaxed.value]);
    near([least!.value], [one.relaxed.lowerBound]);
    const { permutation } = relaxation.round(Float64Array.from(least!.at));
    expect(permutation[0]).toBe(one.relaxed.rounds);
  });

  it('takes the steps of the reference', () => {
    for (const { lam, ramp, step, start, runs } of one.descents) {
      const x = Float64Array.from(start);
      const [next, gradient] = [new Float64Array(3), new Float64Array(3)];
      const projector = relaxation.projector();
      for (let k = 0; k <= 1000; k++) {
        const cost = relaxation.cost(gradient, x);
        const expected = (runs as Record<string, { x: number[]; E: number; P: number }>)[k];
        if (expected) {
          near(x, expected.x);
          near([cost, relaxation.penalty(x)], [expected.E, expected.P]);
        }
        const lambda = lambdaAt({ lambda: lam, ramp }, 'right', k);
        stepFrom(next, gradient, x, { relaxation, projector, step, lambda });
        x.set(next);
      }
    }
  });

  it('has the shares of the minima of the reference', () => {
    for (const { lam, stationary, endShares, starts } of one.levels) {
      if (lam === 0) continue;
      const minima = stationary.filter(({ kind }) => kind === 'minimum');
      const descending = { step: 1 / relaxation.smoothness, lambda: lam, ramp: 0 };
      const rests = triangleRests(q, lam);
      const asked = { quadratic: q, relaxation, side: 'right', descending, rests, cells: 64 } as const;
      const { shares } = findAll(triangleBasins(asked));
      for (const [i, { at }] of minima.entries()) {
        const share = shares[rests.findIndex((rest) => far(rest.at, at) < CLOSE)]!;
        const deviation = Math.sqrt((share * (1 - share)) / starts);
        // The last term is the error of cells of 1/64.
        expect(Math.abs(endShares[i]! - share)).toBeLessThan(4 * deviation + 0.02);
      }
    }
  });
});
