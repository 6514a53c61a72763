import { describe, expect, it } from 'vitest';
import { runsAll } from '../../../../scripts/tier.mjs';
import {
  allPermutations,
  anyDoublyStochastic,
  anyMatrix,
  anyPermutation,
  anySymmetric,
  farthest,
  matrixOfPermutation,
  product,
} from '../../../fixtures/doubly-stochastic.ts';
import { drawThreeNodes, THREE_NODES } from '../../../fixtures/three-nodes.ts';
import { createRandom, type RandomSource } from '../../../kernels/random.ts';
import { SIDES } from '../../../side-names.ts';
import { matchingCost } from '../matching-cost.ts';
import { createPenalisedDescent } from '../penalised-descent.ts';
import { bestOf, equalCost, indexOf, permutationCosts } from '../permutation-costs.ts';
import { startOf } from '../starts.ts';
import { triangleQuadratic, triangleRelaxation } from '../triangle/relaxation.ts';
import { triangleRests } from '../triangle/rests.ts';
import { birkhoffRelaxation } from './birkhoff-relaxation.ts';
import type { MatrixCost } from './cost.ts';
import { layersCost } from './layers-cost.ts';
import { drawLayers } from './layers-data.ts';

/** The theorems of docs/mathematics.md, section 16, on random doubly stochastic matrices. */
const source = (stream: number): RandomSource => createRandom(1_901_086, stream);

function anyCost(random: RandomSource, most = 10): MatrixCost {
  if (random.uniform() < 0.25) return layersCost(drawLayers(2, 2, random.uniform(), random.integer(1e6)));
  const n = 2 + random.integer(most - 1);
  const whole = random.uniform() < 0.5;
  return matchingCost(anySymmetric(random, n, whole), anySymmetric(random, n, whole), n);
}

/** A and B of the opening scene. */
const WRONG_CORNER = {
  a: Float64Array.of(2, 2, 0, 2, 0, 4, 0, 4, 4),
  b: Float64Array.of(0, 0, 3, 0, 4, 1, 3, 1, 0),
};

const AT_ONCE = (cost: MatrixCost) => ({ step: stepOf(cost, 1), ramp: 0, best: null });

const stepOf = ({ smoothness }: MatrixCost, c: number) => (smoothness > 0 ? c / smoothness : 1);

describe('a step', () => {
  it('lowers E + lambda P by (L/c - L/2)||M+ - M||^2 at least, for every lambda and c < 2', () => {
    const random = source(0);
    for (let draw = 0; draw < (runsAll ? 300 : 100); draw++) {
      const cost = anyCost(random);
      const { n, smoothness } = cost;
      const relaxation = birkhoffRelaxation(cost);
      const c = 0.05 + 1.94 * random.uniform();
      const lambda = draw % 5 === 0 ? 0 : smoothness * 10 ** (-3 + 4 * random.uniform());
      const projector = relaxation.projector();
      const gradient = new Float64Array(n * n);
      const state = anyDoublyStochastic(random, n);
      let before = relaxation.cost(gradient, state) + lambda * relaxation.penalty(state);
      for (let k = 0; k < 20; k++) {
        const last = state.slice();
        relaxation.addPenalty(gradient, state, lambda);
        for (let at = 0; at < n * n; at++) state[at] = state[at]! - stepOf(cost, c) * gradient[at]!;
        projector.project(state);
        const after = relaxation.cost(gradient, state) + lambda * relaxation.penalty(state);
        const move = state.map((entry, at) => entry - last[at]!);
        const sure = (smoothness / c - smoothness / 2) * product(move, move);
        expect(after).toBeLessThan(before - sure + 1e-11 * n * (smoothness + lambda) + 1e-300);
        before = after;
      }
    }
  });

  it('raises E of two graphs at c = 2.01 and lowers it at 1.99: the bound on c is sharp', () => {
    const [a, b] = [Float64Array.of(0.5, -0.5, -0.5, 0.5), Float64Array.of(-0.5, 0.5, 0.5, -0.5)];
    const cost = matchingCost(a, b, 2);
    const relaxation = birkhoffRelaxation(cost);
    const factorAt = (c: number) => {
      const state = Float64Array.of(0.6, 0.4, 0.4, 0.6);
      const gradient = new Float64Array(4);
      const before = relaxation.cost(gradient, state);
      for (let at = 0; at < 4; at++) state[at] = state[at]! - stepOf(cost, c) * gradient[at]!;
      relaxation.projector().project(state);
      return relaxation.cost(gradient, state) / before;
    };
    expect(Math.abs(factorAt(1.99) - 0.99 ** 2)).toBeLessThan(1e-12);
    expect(Math.abs(factorAt(2.01) - 1.01 ** 2)).toBeLessThan(1e-12);
  });
});

describe('both sides', () => {
  it('have finite numbers from every start that a link can give', () => {
    const random = source(6);
    const cost = matchingCost(WRONG_CORNER.a, WRONG_CORNER.b, 3);
    const relaxation = birkhoffRelaxation(cost);
    const lambda = 0.1 * cost.smoothness;
    for (let draw = 0; draw < 400; draw++) {
      const given = Array.from({ length: 9 }, () => 1000 * (random.integer(3) - 1));
      // The link that once made the right NaN.
      if (draw === 0) given.splice(0, 9, 1000, -1000, 1000, 1000, -1000, 1000, 0, -1000, 1000);
      const { start } = startOf(relaxation, { start: given, spread: 0, sseed: 0 });
      for (const side of SIDES) {
        const run = createPenalisedDescent(relaxation, side, { ...AT_ONCE(cost), lambda, start });
        for (let k = 0; k < 3; k++) run.step();
        const { loss, penalty } = run.record();
        expect(loss! + penalty!, `${side} from ${given}`).toBeLessThan(1000);
      }
    }
  });

  it('rest where they rest at c = 1, however short their steps are, and never where it has them move', () => {
    const random = source(7);
    let rested = 0;
    const seen = { triangle: 0, all: 0 };
    const draws = runsAll ? 120 : 60;
    for (let draw = 0; draw < draws; draw++) {
      const { a, b } = drawThreeNodes(random, THREE_NODES[draw % THREE_NODES.length]!);
      const quadratic = triangleQuadratic(a, b);
      const onTriangle = draw % 2 === 0;
      const relaxation = onTriangle
        ? triangleRelaxation(quadratic)
        : birkhoffRelaxation(matchingCost(a, b, 3));
      const { smoothness } = relaxation;
      if (smoothness === 0) continue;
      const lambda = draw % 4 < 2 ? 0.1 * smoothness : 0.4 * smoothness * random.uniform();
      // Rest points of the triangle, exact and displaced by less than a short step detects.
      const on = triangleRests(quadratic, onTriangle ? lambda : 0).flatMap(({ at }) =>
        [0, 1e-13, 1e-10, 1e-7].map((off) => at.map((weight) => Math.abs(weight + off * random.normal()))),
      );
      for (const at of on) {
        const weights = Float64Array.from(at);
        const given = onTriangle ? at : [...triangleRelaxation(quadratic).matrix(weights)];
        const { start } = startOf(relaxation, { start: given, spread: 0, sseed: 0 });
        for (const side of SIDES) {
          const status = (c: number) =>
            createPenalisedDescent(relaxation, side, {
              ...{ step: c / smoothness, lambda, ramp: 0, best: null },
              start,
            }).status;
          const full = status(1);
          if (full !== 'moving') rested++;
          else seen[onTriangle ? 'triangle' : 'all']++;
          for (const c of [1e-6, 1e-3, 0.1, 0.9])
            expect(status(c), `draw ${draw}: ${side} at c = ${c} from ${given}`).toBe(full);
          // A longer step moves at least as far.
          if (full === 'moving') expect(status(1.9), `draw ${draw}: ${side}`).toBe('moving');
        }
      }
    }
    expect(rested).toBeGreaterThan((100 / 120) * draws);
    expect(Math.min(seen.triangle, seen.all)).toBeGreaterThan((100 / 120) * draws);
  });

  it('have a bound on the left that no permutation crosses, and that only rises to E', () => {
    const random = source(1);
    const wrong: string[] = [];
    let rested = 0;
    for (let draw = 0; draw < 40; draw++) {
      const cost = anyCost(random, 6);
      const { n } = cost;
      const costs = permutationCosts(cost);
      const best = bestOf(costs, n, equalCost(cost));
      const relaxation = birkhoffRelaxation(cost);
      const settings = { step: stepOf(cost, 1), lambda: 0, ramp: 0, best };
      const run = createPenalisedDescent(relaxation, 'left', {
        ...settings,
        start: anyDoublyStochastic(random, n),
      });
      let last = Number.NEGATIVE_INFINITY;
      for (let k = 0; k < 400; k++) {
        const { bound, loss } = run.record() as { bound: number; loss: number };
        const most = Math.min(best.cost, loss) + 1e-12 * n * cost.smoothness;
        if (!(bound >= last && bound < most)) wrong.push(`draw ${draw}, step ${k}: ${bound}`);
        last = bound;
        run.step();
      }
      if (run.ended) rested++;
    }
    expect(wrong).toEqual([]);
    expect(rested).toBeGreaterThan(5);
  });

  it('come on the right to a corner exactly, where they come to one at all, and it is a trap at lambda', () => {
    const random = source(2);
    let corners = 0;
    for (let draw = 0; draw < 150; draw++) {
      const cost = anyCost(random, 7);
      const { n } = cost;
      const relaxation = birkhoffRelaxation(cost);
      const lambda = cost.smoothness * (0.05 + 0.4 * random.uniform());
      const settings = { step: stepOf(cost, 1), lambda, ramp: draw % 2 === 0 ? 0 : 100, best: null };
      const run = createPenalisedDescent(relaxation, 'right', {
        ...settings,
        start: anyDoublyStochastic(random, n),
      });
      for (let k = 0; k < 3000 && !run.ended; k++) run.step();
      if (run.status !== 'permutation') continue;
      corners++;
      const state = new Float64Array(n * n);
      run.read(state);
      const { permutation, cost: own } = relaxation.round(state);
      expect([...state]).toEqual([...matrixOfPermutation(permutation)]);
      expect(run.record().penalty).toBe(0);
      expect(permutationCosts(cost)[indexOf(permutation)]).toBe(own);
      expect(Math.abs(run.record().loss! - own)).toBeLessThan(1e-13 * n * cost.smoothness);
      expect(relaxation.threshold(permutation)).toBeLessThan(lambda * (1 + 1e-9));
    }
    expect(corners).toBeGreaterThan(80);
  });

  it('go the same way, columns renamed, where the nodes of B and the start are renamed', () => {
    const random = source(8);
    for (let draw = 0; draw < 40; draw++) {
      const n = 3 + random.integer(5);
      const [a, b] = [anySymmetric(random, n, false), anySymmetric(random, n, false)];
      const name = anyPermutation(random, n);
      const renamed = (matrix: Float64Array, rows: boolean) =>
        matrix.map((_, at) => {
          const [i, j] = [Math.floor(at / n), at % n];
          return matrix[(rows ? name[i]! : i) * n + name[j]!]!;
        });
      const start = anyDoublyStochastic(random, n);
      const runOf = (second: Float64Array<ArrayBuffer>, from: Float64Array<ArrayBuffer>) => {
        const cost = matchingCost(a, second, n);
        const settings = { step: stepOf(cost, 1), lambda: 0.1 * cost.smoothness, ramp: 20, best: null };
        return createPenalisedDescent(birkhoffRelaxation(cost), 'right', { ...settings, start: from });
      };
      const [one, other] = [runOf(b, start), runOf(renamed(b, true), renamed(start, false))];
      const [state, renamedState] = [new Float64Array(n * n), new Float64Array(n * n)];
      for (let k = 0; k < 50; k++) {
        one.step();
        other.step();
      }
      one.read(state);
      other.read(renamedState);
      expect(farthest(renamed(state, false), renamedState)).toBeLessThan(1e-9);
    }
  });

  it('stay on a corner that is a trap, from the first step on', () => {
    const random = source(3);
    for (let draw = 0; draw < 60; draw++) {
      const cost = anyCost(random, 5);
      const { n, smoothness } = cost;
      if (smoothness === 0) continue;
      const relaxation = birkhoffRelaxation(cost);
      for (const permutation of allPermutations(n).slice(0, 24)) {
        const corner = relaxation.corner(permutation)!;
        const lambda = Math.max(0, relaxation.threshold(permutation)) + 1e-3 * smoothness;
        const settings = { step: stepOf(cost, 1), lambda, ramp: 0, best: null, start: corner };
        expect(createPenalisedDescent(relaxation, 'right', settings).status).toBe('permutation');
      }
    }
  });
});

describe('graphs of which nothing can be said', () => {
  it.each([
    ['no edges', 0],
    ['the same loop at every node', 2.5],
  ])('%s: L = 0, both sides rest at once, every permutation is best', (_, entry) => {
    for (let n = 2; n <= 8; n++) {
      const graph = new Float64Array(n * n);
      for (let i = 0; i < n; i++) graph[i * n + i] = entry;
      const cost = matchingCost(graph, graph, n);
      const relaxation = birkhoffRelaxation(cost);
      const best = bestOf(permutationCosts(cost), n, equalCost(cost));
      const start = anyDoublyStochastic(source(4), n);
      const settings = { step: 1, lambda: 0, ramp: 0, start, best };
      const left = createPenalisedDescent(relaxation, 'left', settings);
      expect(left.status).toBe('best');
      expect(left.record().loss).toBeLessThan(1e-20);
      const right = createPenalisedDescent(relaxation, 'right', settings);
      for (let k = 0; k < 10; k++) right.step();
      const state = new Float64Array(n * n);
      right.read(state);
      expect(Math.max(...state.map((value, at) => Math.abs(value - start[at]!)))).toBeLessThan(1e-14);
      expect(relaxation.threshold(best.permutations[0]!)).toBe(0);
    }
  });

  it('two complete graphs: the centre is left, and all tie at the same cost', () => {
    const n = 5;
    const full = new Float64Array(n * n).fill(1);
    const cost = matchingCost(
      full,
      full.map((entry) => 3 * entry),
      n,
    );
    const relaxation = birkhoffRelaxation(cost);
    const best = bestOf(permutationCosts(cost), n, equalCost(cost));
    const start = new Float64Array(n * n).fill(1 / n);
    const settings = { step: stepOf(cost, 1), lambda: 0.1 * cost.smoothness, ramp: 0, start, best };
    const left = createPenalisedDescent(relaxation, 'left', settings);
    expect([left.status, left.record().rounded]).toEqual(['best', 100]);
    expect(relaxation.round(start).tiedCosts).toEqual([100, 100]);
    // The centre is no minimum of E + lambda P, and descent does not leave it.
    const right = createPenalisedDescent(relaxation, 'right', settings);
    expect(right.status).toBe('between');
  });

  it('two nodes: there is one way to go, and both corners', () => {
    const random = source(5);
    for (let draw = 0; draw < 50; draw++) {
      const cost = matchingCost(anySymmetric(random, 2, true), anySymmetric(random, 2, true), 2);
      const relaxation = birkhoffRelaxation(cost);
      const [same, other] = permutationCosts(cost);
      // E = a + b t + c t^2 along M = (1 - t) I + t (exchange); at I the slope is b, over ||.||_1 = 4.
      const half = relaxation.cost(new Float64Array(4), new Float64Array(4).fill(0.5));
      const b = 4 * half - 3 * same! - other!;
      expect(Math.abs(relaxation.threshold([0, 1]) + b / 4)).toBeLessThan(1e-12 * (1 + cost.smoothness));
    }
  });

  it('states that are not finite: everything is NaN, and nothing throws', () => {
    const relaxation = birkhoffRelaxation(matchingCost(anyMatrix(source(6), 3), anyMatrix(source(7), 3), 3));
    const state = new Float64Array(9).fill(Number.NaN);
    const gradient = new Float64Array(9);
    expect(relaxation.cost(gradient, state)).toBeNaN();
    expect(relaxation.penalty(state)).toBeNaN();
    expect(relaxation.least(gradient)).toBeNaN();
    relaxation.projector().project(state);
    expect(relaxation.round(state).tie).toBe(false);
  });
});
