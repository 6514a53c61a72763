import { describe, expect, it } from 'vitest';
import type { Vector } from '../../../contract.ts';
import { drawThreeNodes, drawWeights, THREE_NODES } from '../../../fixtures/three-nodes.ts';
import { createRandom } from '../../../kernels/random.ts';
import { stepFrom } from '../penalised-descent.ts';
import { CYCLIC, triangleQuadratic, triangleRelaxation } from './relaxation.ts';

const random = createRandom(16, 3);
const TRIALS = 40;

/** Random graphs of every law. */
const drawn = THREE_NODES.flatMap((law) =>
  Array.from({ length: TRIALS }, () => {
    const { a, b } = drawThreeNodes(random, law);
    const q = triangleQuadratic(a, b);
    return { law, a, b, q, relaxation: triangleRelaxation(q) };
  }),
);

/** ||A M - M B||_F^2, multiplied out. */
function costOf(a: Vector, m: Vector, b: Vector): number {
  let sum = 0;
  for (let i = 0; i < 3; i++)
    for (let j = 0; j < 3; j++) {
      let entry = 0;
      for (let k = 0; k < 3; k++) entry += a[3 * i + k]! * m[3 * k + j]! - m[3 * i + k]! * b[3 * k + j]!;
      sum += entry * entry;
    }
  return sum;
}

/** Sum over rows and columns of ||.||_1 - ||.||_2. */
function penaltyOf(m: Vector): number {
  let sum = 0;
  for (const [across, along] of [
    [3, 1],
    [1, 3],
  ] as const)
    for (let i = 0; i < 3; i++) {
      const line = [0, 1, 2].map((j) => m[across * i + along * j]!);
      sum +=
        line.reduce((total, x) => total + Math.abs(x), 0) -
        Math.sqrt(line.reduce((total, x) => total + x * x, 0));
    }
  return sum;
}

const objective = (one: (typeof drawn)[number], x: Float64Array, lambda: number) =>
  one.relaxation.cost(new Float64Array(3), x) + lambda * one.relaxation.penalty(x);

describe('E and P on the triangle', () => {
  it('are those of the matrix', () => {
    for (const { a, b, relaxation } of drawn) {
      const x = drawWeights(random);
      const m = relaxation.matrix(x);
      const cost = costOf(a, m, b);
      const gradient = new Float64Array(3);
      expect(relaxation.cost(gradient, x)).toBeCloseTo(cost, 10);
      expect(relaxation.penalty(x)).toBeCloseTo(penaltyOf(m), 12);
      for (const [k, corner] of CYCLIC.entries()) {
        const unit = relaxation.corner(corner)!;
        expect([...unit]).toEqual([0, 1, 2].map((l) => (l === k ? 1 : 0)));
        expect(relaxation.cost(gradient, unit)).toBeCloseTo(costOf(a, relaxation.matrix(unit), b), 10);
        for (let i = 0; i < 3; i++) expect(relaxation.matrix(unit)[3 * i + corner[i]!]).toBe(1);
      }
    }
  });

  it('have the gradients of their differences', () => {
    for (const one of drawn) {
      const x = drawWeights(random);
      const lambda = 3 * random.uniform();
      const gradient = new Float64Array(3);
      one.relaxation.cost(gradient, x);
      one.relaxation.addPenalty(gradient, x, lambda);
      for (let k = 0; k < 3; k++) {
        const [up, down] = [1e-5, -1e-5].map((by) => objective(one, x.with(k, x[k]! + by), lambda));
        const size = Math.max(1, one.relaxation.smoothness);
        expect(Math.abs((up! - down!) / 2e-5 - gradient[k]!)).toBeLessThan(1e-6 * size);
      }
    }
  });

  it('L is the least constant: attained, and above all curvature', () => {
    for (const { q, relaxation } of drawn) {
      let most = 0;
      let v = [random.normal(), random.normal(), random.normal()];
      for (let k = 0; k < 400; k++) {
        v = [0, 1, 2].map((i) => q[3 * i]! * v[0]! + q[3 * i + 1]! * v[1]! + q[3 * i + 2]! * v[2]!);
        most = Math.sqrt(v.reduce((sum, x) => sum + x * x, 0));
        v = v.map((x) => x / (most || 1));
      }
      expect(Math.abs(relaxation.smoothness - 2 * most)).toBeLessThan(1e-6 * Math.max(1, most));
    }
  });

  it('are never below 0, E not where rounding would make it so', () => {
    const flat = triangleRelaxation(new Float64Array(9));
    expect(flat.smoothness).toBe(0);
    for (const { relaxation } of drawn)
      for (let trial = 0; trial < 5; trial++) {
        const x = drawWeights(random);
        expect(relaxation.cost(new Float64Array(3), x)).toBeGreaterThanOrEqual(0);
        expect(relaxation.penalty(x)).toBeGreaterThanOrEqual(0);
        expect(flat.cost(new Float64Array(3), x)).toBe(0);
      }
    // (u.x)^2 at a point where it is 0 up to rounding.
    for (let trial = 0; trial < 50; trial++) {
      const u = [0.1 + random.uniform(), -0.1 - random.uniform(), random.normal()];
      const q = Float64Array.from({ length: 9 }, (_, at) => u[Math.floor(at / 3)]! * u[at % 3]!);
      const weight = u[1]! / (u[1]! - u[0]!);
      const x = Float64Array.of(weight, 1 - weight, 0);
      expect(triangleRelaxation(q).cost(new Float64Array(3), x)).toBeGreaterThanOrEqual(0);
    }
    expect(flat.penalty(Float64Array.of(1, 1e-9, 0))).toBe(0);
    expect(flat.penalty(Float64Array.of(1 + 1e-15, 0, 0))).toBe(0);
  });
});

describe('what is proved', () => {
  it('P lies between half of the distance to the nearest permutation and it', () => {
    const ratios: number[] = [];
    for (let trial = 0; trial < 2000; trial++) {
      const { relaxation } = drawn[trial % drawn.length]!;
      const x = drawWeights(random);
      const m = relaxation.matrix(x);
      const nearest = relaxation.matrix(relaxation.corner(relaxation.round(x).permutation)!);
      const distance = m.reduce((sum, entry, at) => sum + Math.abs(entry - nearest[at]!), 0);
      // Used in the proof of `exactFrom`.
      expect(distance).toBeCloseTo(6 * (1 - Math.max(...x)), 12);
      ratios.push(relaxation.penalty(x) / distance);
    }
    expect(Math.min(...ratios)).toBeGreaterThan(0.5);
    expect(Math.max(...ratios)).toBeLessThan(1);
  });

  it('no corner costs less than the bound by one assignment', () => {
    for (const { q, relaxation } of drawn)
      for (let trial = 0; trial < 5; trial++) {
        const x = drawWeights(random);
        const gradient = new Float64Array(3);
        const cost = relaxation.cost(gradient, x);
        const slope = gradient.reduce((sum, g, k) => sum + g * x[k]!, 0);
        const bound = cost + relaxation.least(gradient) - slope;
        expect(relaxation.least(gradient)).toBe(Math.min(...gradient));
        expect(bound).toBeLessThanOrEqual(Math.min(q[0]!, q[4]!, q[8]!) + 1e-9);
      }
  });

  it('a step below 2/L lowers E + lambda P by at least (L/c - L/2)||x+ - x||^2, whatever lambda is', () => {
    for (const one of drawn) {
      const { relaxation } = one;
      const L = relaxation.smoothness;
      if (L === 0) continue;
      for (const share of [0, 0.01, 0.1, 1, 10])
        for (const c of [0.1, 1, 1.99]) {
          const lambda = share * L;
          let x = drawWeights(random);
          const [next, gradient] = [new Float64Array(3), new Float64Array(3)];
          for (let k = 0; k < 6; k++) {
            relaxation.cost(gradient, x);
            stepFrom(next, gradient, x, {
              relaxation,
              projector: relaxation.projector(),
              step: c / L,
              lambda,
            });
            const square = next.reduce((sum, weight, i) => sum + (weight - x[i]!) ** 2, 0);
            const sure = (L / c - L / 2) * square;
            expect(objective(one, x, lambda) - objective(one, next, lambda)).toBeGreaterThan(
              sure - 1e-12 * (L + lambda),
            );
            x = next.slice();
          }
        }
    }
  });
});

describe('rounding', () => {
  const q = Float64Array.of(80, 1, 2, 1, 24, 3, 2, 3, 40);
  const { round, corner, threshold } = triangleRelaxation(q);

  it('takes the largest weight', () => {
    expect(round(Float64Array.of(0.2, 0.5, 0.3))).toMatchObject({
      permutation: [1, 2, 0],
      cost: 24,
      tie: false,
      tiedCosts: null,
    });
  });

  it('a tie is within 1e-9 of <X, M> = 3 x_k, told with the least and the largest cost', () => {
    const tied = { permutation: [0, 1, 2], cost: 80, tie: true, tiedCosts: [40, 80] };
    expect(round(Float64Array.of(0.4, 0.2, 0.4))).toMatchObject(tied);
    expect(round(Float64Array.of(0.4 - 0.3e-9, 0.2, 0.4))).toMatchObject(tied);
    expect(round(Float64Array.of(0.4 - 0.4e-9, 0.2, 0.4))).toMatchObject({
      permutation: [2, 0, 1],
      tie: false,
    });
    expect(round(Float64Array.of(1 / 3, 1 / 3, 1 / 3)).tiedCosts).toEqual([24, 80]);
  });

  it('of a state that is not finite it is the first corner, as no tie', () => {
    const nowhere = round(new Float64Array(3).fill(Number.NaN));
    expect(nowhere).toMatchObject({ permutation: [0, 1, 2], cost: 80, tie: false, tiedCosts: null });
  });

  it('an odd permutation is not in the set', () => {
    expect(corner([1, 0, 2])).toBeNull();
    expect(threshold([1, 0, 2])).toBeNaN();
    expect(threshold([0, 1, 2])).toBe(79 / 3);
  });
});
