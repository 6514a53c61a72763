import { expect, it } from 'vitest';
import { createRandom, STREAMS } from '../../kernels/random.ts';
import { graphsOf } from '../../problems/shuffle/graph-data.ts';
import { matchingCost } from '../../problems/shuffle/matching-cost.ts';
import { createBirkhoffProjector } from '../../problems/shuffle/matrices/birkhoff-projection.ts';
import { permutationCosts } from '../../problems/shuffle/permutation-costs.ts';
import { problem } from '../../problems/shuffle/problem.ts';
import { createScenario } from '../../scenario/create-scenario.ts';
import { dykstra, plainCosts, plainTriangleStep } from './shuffle.ts';

it('Dykstra’s projections come to the nearest matrix', () => {
  const random = createRandom(4, STREAMS.data);
  for (let n = 2; n <= 10; n++) {
    const matrix = Float64Array.from({ length: n * n }, () => 2 * random.normal());
    const found = matrix.slice();
    createBirkhoffProjector(n).project(found);
    const plain = dykstra(matrix, n, 1e-14);
    for (let at = 0; at < n * n; at++) expect(plain[at]).toBeCloseTo(found[at]!, 10);
  }
});

it('the plain step is the step on the triangle', () => {
  const { info, sides } = problem.prepare(createScenario('shuffle', { sseed: 3, lambda: 0.05 }).values, null);
  const q = [0, 1, 2].map((k) => [...info.triangle!.quadratic.subarray(3 * k, 3 * k + 3)]);
  for (const [side, lambda] of [
    ['left', 0],
    ['right', info.lambda],
  ] as const) {
    const run = sides[side].iterate();
    const state = new Float64Array(3);
    let x = [...info.start];
    for (let k = 0; k < 30; k++) {
      run.read(state);
      for (const [i, value] of x.entries()) expect(value).toBeCloseTo(state[i]!, 12);
      x = plainTriangleStep(x, q, lambda, info.step);
      run.step();
    }
  }
});

it('plain costs are those of all permutations', () => {
  const { values } = createScenario('shuffle', { graphs: 'weighted', n: 6, shape: 'all' });
  const { a, b } = graphsOf(values as never);
  expect(plainCosts(a, b, 6)).toEqual([...permutationCosts(matchingCost(a, b, 6))]);
});
