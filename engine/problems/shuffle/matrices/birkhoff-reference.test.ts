import { describe, expect, it } from 'vitest';
import at0 from '../../../fixtures/shuffle-0.json' with { type: 'json' };
import at3 from '../../../fixtures/shuffle-matrices-3.json' with { type: 'json' };
import type { Relaxation } from '../instance.ts';
import { matchingCost } from '../matching-cost.ts';
import { createPenalisedDescent } from '../penalised-descent.ts';
import { bestOf, costOfPermutation, equalCost, permutationCosts } from '../permutation-costs.ts';
import { createBirkhoffProjector } from './birkhoff-projection.ts';
import { birkhoffRelaxation } from './birkhoff-relaxation.ts';
import type { MatrixCost } from './cost.ts';
import { layersCost, reluCovariance } from './layers-cost.ts';

/** Compares with NumPy, relative for numbers above 1. */
function near(actual: ArrayLike<number>, expected: ArrayLike<number>, close: number): void {
  expect(actual.length).toBe(expected.length);
  for (let k = 0; k < actual.length; k++)
    expect(Math.abs(actual[k]! - expected[k]!)).toBeLessThanOrEqual(
      close * Math.max(1, Math.abs(expected[k]!)),
    );
}

type Fixture = Pick<typeof at3, 'projection' | 'matching' | 'layers'> & { readonly offset: number };
const fixtures: readonly Fixture[] = [at0 as Fixture, at3];
const titled = <One>(of: (fixture: Fixture) => readonly One[], title: (one: One) => string) =>
  fixtures.flatMap((fixture) =>
    of(fixture).map((one) => ({ ...one, title: `${title(one)} at offset ${fixture.offset}` })),
  );

const projections = titled(
  ({ projection }) => projection,
  ({ n }) => `the projection of n = ${n}`,
);
const matchings = titled(
  ({ matching }) => matching,
  ({ name }) => name,
);
const layers = titled(
  (fixture) => fixture.layers,
  ({ groups, channels, drift }) => `layers of ${groups} groups, ${channels} channels, drift ${drift}`,
);

it('the reference has six projections, five matchings and three networks of each offset, and two presets', () => {
  expect([at0.offset, at3.offset]).toEqual([0, 3]);
  expect([projections, matchings, layers].map(({ length }) => length)).toEqual([12, 12, 6]);
});

/** Descends this many steps, ignoring ends; `seen` gets every state. */
function descend(
  relaxation: Relaxation,
  start: readonly number[],
  { lambda, ramp, steps }: { lambda: number; ramp: number; steps: number },
  seen: (k: number, state: Float64Array) => void,
): Float64Array {
  const state = Float64Array.from(start);
  const gradient = new Float64Array(state.length);
  const projector = relaxation.projector();
  for (let k = 0; ; k++) {
    seen(k, state);
    if (k === steps) return state;
    relaxation.cost(gradient, state);
    relaxation.addPenalty(gradient, state, k < ramp ? (lambda * k) / ramp : lambda);
    for (let at = 0; at < state.length; at++) state[at] = state[at]! - gradient[at]! / relaxation.smoothness;
    projector.project(state);
  }
}

/** Returns E and the bound at a state. */
function standOf(relaxation: Relaxation, state: Float64Array): { value: number; bound: number } {
  const gradient = new Float64Array(state.length);
  const value = relaxation.cost(gradient, state);
  let slope = 0;
  for (let at = 0; at < state.length; at++) slope += gradient[at]! * state[at]!;
  return { value, bound: value + relaxation.least(gradient) - slope };
}

describe.each(projections)('$title', ({ n, V, M, P }) => {
  it('is that of NumPy, and its penalty', () => {
    const matrix = Float64Array.from(V);
    createBirkhoffProjector(n).project(matrix);
    near(matrix, M, 1e-13);
    near([birkhoffRelaxation(matchingCost(matrix, matrix, n)).penalty(matrix)], [P], 1e-13);
  });
});

describe.each(matchings)('$title', (one) => {
  const { n, start } = one;
  const cost = matchingCost(Float64Array.from(one.A), Float64Array.from(one.B), n);
  const relaxation = birkhoffRelaxation(cost);
  const best = bestOf(permutationCosts(cost), n, equalCost(cost));

  it('has the smoothness, the best permutations and the threshold of NumPy', () => {
    near([cost.smoothness, best.cost], [one.L, one.best], 1e-13);
    expect(best.permutations).toEqual(one.bestPermutations);
    expect(best.count).toBe(one.bestCount);
    near([relaxation.threshold(best.permutations[0]!)], [one.thresholdOfBest], 1e-12);
  });

  it.each(one.penalised)('walks and ends as NumPy at lambda = $share L, ramp $ramp', (run) => {
    const { lam: lambda, ramp, ends } = run;
    const runs = run.runs as Readonly<Record<string, { M: number[]; E: number; P: number }>>;
    const gradient = new Float64Array(n * n);
    let seen = 0;
    const state = descend(relaxation, start, { lambda, ramp, steps: ends.steps }, (k, at) => {
      const expected = runs[k];
      if (!expected) return;
      near(at, expected.M, 1e-12);
      near([relaxation.cost(gradient, at), relaxation.penalty(at)], [expected.E, expected.P], 1e-12);
      seen++;
    });
    expect(seen).toBe(5);
    near([relaxation.cost(gradient, state), relaxation.penalty(state)], [ends.E, ends.P], 1e-9);
    expect(relaxation.penalty(state) < 1e-9).toBe(ends.permutation);
    near([relaxation.round(state).cost], [ends.roundedCost], 1e-12);
    // The page's side takes the same steps.
    const side = createPenalisedDescent(relaxation, 'right', {
      step: 1 / cost.smoothness,
      lambda,
      ramp,
      start: Float64Array.from(start),
      best,
    });
    const stood = new Float64Array(n * n);
    for (let k = 0; k <= 100; k++, side.step()) {
      if (!runs[k]) continue;
      side.read(stood);
      near(stood, runs[k]!.M, 1e-12);
    }
  });

  it('has the relaxed optimum, its bound and what it rounds to', () => {
    const steps = Math.min(one.relaxed.steps, 20_000);
    const state = descend(relaxation, start, { lambda: 0, ramp: 0, steps }, () => {});
    const { value, bound } = standOf(relaxation, state);
    near([value], [one.relaxed.value], 1e-10);
    near([bound], [one.relaxed.lowerBound], 1e-9);
    const rounded = relaxation.round(state);
    // NumPy broke the ties.
    const ties = { 'nothing-to-round': [6, 10], 'weighted-4': [21, 21] } as Record<string, number[]>;
    if (rounded.tie) expect(rounded.tiedCosts).toEqual(ties[one.name]);
    else near([rounded.cost], [one.relaxed.roundedCost], 1e-12);
  });
});

describe.each(layers)('$title', (one) => {
  const { groups, channels: n, drift, planted } = one;
  const known = {
    groups,
    size: n / groups,
    first: Float64Array.from(one.W1),
    second: Float64Array.from(one.W2),
    known: Float64Array.from(one.W2student),
    planted,
  };
  const cost: MatrixCost = layersCost(known);
  const relaxation = birkhoffRelaxation(cost);
  const costs = permutationCosts(cost);

  it('has the covariance, the smoothness, the values and the best permutations of NumPy', () => {
    near(reluCovariance(known.first, n), one.covariance, 1e-14);
    near([cost.smoothness], [one.L], 1e-13);
    const value = (matrix: readonly number[]) => standOf(relaxation, Float64Array.from(matrix)).value;
    near([value(one.at), value(one.start)], [one.valueAt, one.valueAtStart], 1e-13);
    const best = bestOf(costs, n, equalCost(cost));
    near([best.cost, [...costs].sort((a, b) => a - b)[1]!], [one.best, one.secondBest], 1e-13);
    expect(best.permutations).toEqual([one.bestPermutation]);
    if (drift === 0) expect(best.permutations).toEqual([planted]);
    near([costOfPermutation(cost, one.bestPermutation)], [one.best], 1e-13);
  });

  it.each(Object.entries(one.ends))('ends as NumPy at lambda = %s L', (share, end) => {
    const settings = { lambda: Number(share) * cost.smoothness, ramp: 0, steps: 4000 };
    const state = descend(relaxation, one.start, settings, () => {});
    const { value, bound } = standOf(relaxation, state);
    near([value, relaxation.penalty(state)], [end.E, end.P], 1e-9);
    near([relaxation.round(state).cost], [end.roundedCost], 1e-12);
    if (end.lowerBound !== null) near([bound], [end.lowerBound], 1e-9);
  });
});
