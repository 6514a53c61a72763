import { describe, expect, it } from 'vitest';
import { runsAll } from '../../../../scripts/tier.mjs';
import type { Vector } from '../../../contract.ts';
import { drawQuadratic, drawWeights, THREE_NODES, type ThreeNodes } from '../../../fixtures/three-nodes.ts';
import { createRandom } from '../../../kernels/random.ts';
import { stepFrom } from '../penalised-descent.ts';
import type { RestPoint } from '../types.ts';
import { convexUntil } from './flats.ts';
import { leastOf } from './least.ts';
import { triangleThresholds } from './levels.ts';
import { triangleQuadratic, triangleRelaxation } from './relaxation.ts';
import { triangleRests } from './rests.ts';

const far = (x: ArrayLike<number>, y: ArrayLike<number>) =>
  Math.max(...[0, 1, 2].map((k) => Math.abs(x[k]! - y[k]!)));

function stepped(q: Vector, lambda: number, x: Float64Array): Vector {
  const relaxation = triangleRelaxation(q);
  const [next, gradient] = [new Float64Array(3), new Float64Array(3)];
  relaxation.cost(gradient, x);
  const step = relaxation.smoothness > 0 ? 1 / relaxation.smoothness : 1;
  stepFrom(next, gradient, x, { relaxation, projector: relaxation.projector(), step, lambda });
  return next;
}

/** Descends with steps of 1/L to a rest. */
function settled(q: Vector, lambda: number, start: Float64Array): Vector {
  const relaxation = triangleRelaxation(q);
  const projector = relaxation.projector();
  const x = Float64Array.from(start);
  const [next, gradient] = [new Float64Array(3), new Float64Array(3)];
  for (let k = 0; k < 60_000; k++) {
    relaxation.cost(gradient, x);
    stepFrom(next, gradient, x, { relaxation, projector, step: 1 / relaxation.smoothness, lambda });
    const move = far(next, x);
    x.set(next);
    if (move < 1e-15) break;
  }
  return x;
}

/** The slope of E + lambda P in every direction. At a resting edge point or corner only those between its weights count. */
function gradientAt(q: Vector, lambda: number, at: readonly number[]): Vector {
  const relaxation = triangleRelaxation(q);
  const gradient = new Float64Array(3);
  relaxation.cost(gradient, Float64Array.from(at));
  relaxation.addPenalty(gradient, Float64Array.from(at), lambda);
  return gradient;
}

interface Level {
  readonly law: ThreeNodes;
  readonly q: Vector;
  readonly lambda: number;
  readonly rests: readonly RestPoint[];
}

/** Q of every law at many lambdas, including just beside each threshold and the end of convexity. */
function levels(trials: number, seed: number): Level[] {
  const random = createRandom(seed, 4);
  return THREE_NODES.flatMap((law) =>
    Array.from({ length: trials }, () => drawQuadratic(random, law)).flatMap((q) => {
      const { smoothness } = triangleRelaxation(q);
      if (smoothness === 0) return [];
      const beside = [...triangleThresholds(q).map(({ threshold }) => threshold), convexUntil(q)];
      const lambdas = [
        ...[0, 0.003, 0.03, 0.1, 0.3, 2].map((share) => share * smoothness),
        ...beside.filter((lambda) => lambda > 0).flatMap((lambda) => [0.97 * lambda, 1.03 * lambda]),
      ];
      return lambdas.map((lambda) => ({ law, q, lambda, rests: triangleRests(q, lambda) }));
    }),
  );
}

describe('rest points of random triangles', () => {
  const TRIALS = runsAll ? 12 : 5;
  const all = levels(TRIALS, 16);
  const random = createRandom(17, 4);

  it('are where a step leads nowhere', () => {
    for (const { q, lambda, rests } of all)
      for (const { at } of rests)
        expect(far(stepped(q, lambda, Float64Array.from(at)), at)).toBeLessThan(1e-13);
    expect(all.length).toBeGreaterThan(50 * TRIALS);
  });

  it('are all there are: every descent ends at one', () => {
    for (const { q, lambda, rests } of all) {
      if (rests.some(({ isolated }) => !isolated)) continue;
      for (let start = 0; start < 6; start++) {
        const end = settled(q, lambda, drawWeights(random));
        expect(Math.min(...rests.map(({ at }) => far(at, end)))).toBeLessThan(1e-6);
      }
    }
  });

  it('are all there are: Newton from a grid finds no other inside', () => {
    for (const { q, lambda, rests } of all.filter((_, at) => at % 16 === 0)) {
      if (lambda === 0 || rests.some(({ isolated }) => !isolated)) continue;
      for (const found of newtonPoints(q, lambda))
        expect(Math.min(...rests.map(({ at }) => far(at, found)))).toBeLessThan(1e-5);
    }
  });

  it('that are minima hold a start nearby, and no other does', () => {
    for (const { q, lambda, rests } of all.filter((_, at) => at % 3 === 0))
      for (const { at, kind, isolated, on } of rests) {
        if (!isolated) continue;
        const size = 1e-5;
        const ends = Array.from({ length: kind === 'minimum' ? 2 : 12 }, () => {
          const x = Float64Array.from(at, (weight) => weight + size * random.normal());
          triangleRelaxation(q).projector().project(x);
          return far(settled(q, lambda, x), at);
        });
        if (kind === 'minimum') expect(Math.max(...ends)).toBeLessThan(4 * size);
        else expect(Math.max(...ends), `${on} ${kind} of ${q} at ${lambda}`).toBeGreaterThan(1e-3);
      }
  });

  it('minima - saddles + maxima = 1', () => {
    let counted = 0;
    for (const { q, lambda, rests } of all) {
      const isDegenerate = rests.some(({ at, on }) => {
        if (on !== 'edge') return false;
        const gradient = gradientAt(q, lambda, at);
        return Math.abs(Math.max(...gradient) - Math.min(...gradient)) < 1e-9;
      });
      if (isDegenerate) continue;
      counted++;
      const continua = rests.filter(({ isolated }) => !isolated).length;
      // A whole circle counts 0, an arc or a segment 1.
      const isCircle = continua === 1 && lambda > 0 && rests.length > 1;
      const index = rests.reduce((sum, { kind }) => sum + (kind === 'saddle' ? -1 : 1), isCircle ? -1 : 0);
      expect(index, `${q} at ${lambda}`).toBe(1);
    }
    expect(counted).toBeGreaterThan(50 * TRIALS);
  });

  it('up to the end of convexity there is one, a minimum; of the least value it is the first', () => {
    for (const { q, lambda, rests } of all) {
      if (lambda < convexUntil(q)) expect(rests.map(({ kind }) => kind)).toEqual(['minimum']);
      const relaxation = triangleRelaxation(q);
      for (let trial = 0; trial < 20; trial++) {
        const x = drawWeights(random);
        const value = relaxation.cost(new Float64Array(3), x) + lambda * relaxation.penalty(x);
        expect(value).toBeGreaterThan(rests[0]!.value - 1e-12 * relaxation.smoothness);
      }
    }
  });
});

/** Returns interior points with zero slope along the triangle, by Newton's method in another basis from a grid of starts. */
function newtonPoints(q: Vector, lambda: number): Vector[] {
  const found: Vector[] = [];
  for (let i = 1; i < 8; i++)
    for (let j = 1; i + j < 8; j++) {
      let [y, z] = [i / 8, j / 8];
      // Slopes along e1 - e0 and e2 - e0.
      const slopes = (u: number, v: number) => {
        const [g0, g1, g2] = gradientAt(q, lambda, [1 - u - v, u, v]) as unknown as [number, number, number];
        return [g1 - g0, g2 - g0] as const;
      };
      for (let k = 0; k < 60; k++) {
        const by = 1e-6;
        const [f, g] = slopes(y, z);
        const [fy, gy] = slopes(y + by, z);
        const [fz, gz] = slopes(y, z + by);
        const [a, b, c, d] = [(fy - f) / by, (fz - f) / by, (gy - g) / by, (gz - g) / by];
        const area = a * d - b * c;
        y -= (d * f - b * g) / area;
        z -= (a * g - c * f) / area;
      }
      const [f, g] = slopes(y, z);
      const x = Float64Array.of(1 - y - z, y, z);
      if (Math.min(...x) > 1e-6 && Math.max(Math.abs(f), Math.abs(g)) < 1e-11 * (lambda + q[0]!))
        found.push(x);
    }
  return found;
}

describe('a symmetric Q', () => {
  // convex-wins: C costs 0, I and C^2 the same.
  const a = Float64Array.of(2, 2, 0, 2, 0, 4, 0, 4, 4);
  const q = triangleQuadratic(a, Float64Array.of(4, 0, 4, 0, 2, 2, 4, 2, 0));
  const { smoothness } = triangleRelaxation(q);

  it('has rest points off its axis, in pairs', () => {
    const rests = triangleRests(q, 0.15 * smoothness);
    const mirrored = rests.map(({ at: [x, y, z] }) => [z, y, x]);
    for (const { at } of rests)
      expect(Math.min(...mirrored.map((other) => far(other, at)))).toBeLessThan(1e-12);
    const edge = rests.filter(({ on, kind }) => on === 'edge' && kind === 'minimum');
    expect(edge).toHaveLength(2);
    // On the edge I C^2 s = 2q, so that ||x|| = 3 lambda/q, q = (Q_00 - Q_02).
    for (const { at } of edge)
      expect(Math.hypot(...at)).toBeCloseTo((3 * 0.15 * smoothness) / (q[0]! - q[2]!), 12);
  });

  it('has them to the last digits where it is symmetric but for rounding', () => {
    const tilted = q.map((entry, at) => (at === 0 ? entry * (1 + 1e-15) : entry));
    for (const share of [0.05, 0.13, 0.14, 0.15, 0.2]) {
      const [exact, rounded] = [q, tilted].map((one) => triangleRests(one, share * smoothness));
      expect(rounded!.length).toBe(exact!.length);
      for (const { at } of exact!)
        expect(Math.min(...rounded!.map((other) => far(other.at, at)))).toBeLessThan(1e-9);
    }
  });
});

describe('where E is the same in every direction from the centre', () => {
  const q = Float64Array.of(17, 0, 0, 0, 17, 0, 0, 0, 17);
  const on = (rests: readonly RestPoint[]) =>
    rests.map(({ on: where, kind, isolated }) => [where, kind, isolated]);

  it('a whole circle of minima is one point that is not isolated', () => {
    const lambda = 3.4;
    const rests = triangleRests(q, lambda);
    expect(on(rests)).toEqual([
      ['interior', 'minimum', false],
      ['interior', 'maximum', true],
    ]);
    // ||x|| = 3 lambda/17 all along it.
    const radius = Math.sqrt(((3 * lambda) / 17) ** 2 - 1 / 3);
    for (let k = 0; k < 12; k++) {
      const [c, s] = [Math.cos(k), Math.sin(k)];
      const [u, v] = [c / Math.sqrt(2), s / Math.sqrt(6)];
      const x = Float64Array.of(1 / 3 + radius * (u + v), 1 / 3 + radius * (v - u), 1 / 3 - 2 * radius * v);
      expect(far(stepped(q, lambda, x), x)).toBeLessThan(1e-15);
    }
    expect(Math.hypot(...rests[0]!.at)).toBeCloseTo((3 * lambda) / 17, 14);
  });

  it('cut by the edges, one point of each arc', () => {
    const rests = triangleRests(q, 5.5);
    expect(on(rests).map(([where, kind, isolated]) => `${where} ${kind} ${isolated}`)).toEqual([
      ...['interior minimum false', 'interior minimum false', 'interior minimum false'],
      ...['edge saddle true', 'edge saddle true', 'edge saddle true'],
      'interior maximum true',
    ]);
    expect(new Set(rests.slice(0, 3).map(({ at }) => at.indexOf(Math.max(...at)))).size).toBe(3);
  });

  it('at the end of convexity the centre is a minimum still', () => {
    expect(on(triangleRests(q, convexUntil(q)))).toEqual([['interior', 'minimum', true]]);
  });

  it('beyond the corners there is none', () => {
    expect(
      triangleRests(q, 5.7)
        .map(({ on: where }) => where)
        .sort(),
    ).toEqual([...['edge', 'edge', 'edge', 'interior', 'vertex', 'vertex', 'vertex']]);
  });
});

describe('where the slope inwards is 0 all along an edge', () => {
  const on = (q: Float64Array<ArrayBuffer>, lambda: number) =>
    triangleRests(q, lambda).filter(({ at }) => at.filter((weight) => weight === 0).length === 1);

  it('what lies inwards decides: minima', () => {
    const kinds = on(Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 3), 0.98 / 3).map(({ kind }) => kind);
    expect(kinds.toSorted()).toEqual(['minimum', 'minimum', 'saddle']);
  });

  it('or saddles', () => {
    const kinds = on(Float64Array.of(6, 0, 0, 0, 0, 0, 0, 0, 6), 0.98 * 2).map(({ kind }) => kind);
    expect(kinds).toEqual(['saddle', 'saddle', 'saddle']);
  });
});

describe('a corner at its threshold', () => {
  // I: 2(Q_01 - Q_00) = 2(4 - 10), lambda = 2; towards C the second derivative is Q_11 - Q_01.
  const at = (q11: number) =>
    triangleRests(Float64Array.of(10, 4, 9, 4, q11, 2, 9, 2, 20), 2).find((rest) => rest.at[0] === 1);

  it('is a minimum where the second order says so', () => {
    expect(at(6)).toMatchObject({ on: 'vertex', kind: 'minimum' });
  });

  it('else a saddle', () => {
    expect(at(3)).toMatchObject({ on: 'vertex', kind: 'saddle' });
  });

  it('with both slopes 0 the mixed second derivative counts too', () => {
    const both = (q12: number) =>
      triangleRests(Float64Array.of(10, 4, 4, 4, 6, q12, 4, q12, 6), 2).find((rest) => rest.at[0] === 1)!
        .kind;
    // Second derivatives 2, 2 and, mixed, Q_12 - Q_01 - Q_02 + Q_00 = 2 + Q_12.
    expect([both(2), both(-3.9), both(-4.1)]).toEqual(['minimum', 'minimum', 'saddle']);
  });
});

it('points nearer than 1e-7 are one', () => {
  // The saddle that separates from a corner which has just become a trap.
  const q = Float64Array.of(10, 4, 9, 4, 3, 2, 9, 2, 20);
  const near = (factor: number) =>
    triangleRests(q, factor * 2)
      .filter(({ at }) => at[0] > 0.99)
      .map(({ on, kind }) => `${on} ${kind}`);
  expect(near(1 + 1e-9)).toEqual(['vertex minimum']);
  expect(near(1 + 1e-4).toSorted()).toEqual(['edge saddle', 'vertex minimum']);
});

describe('lambda = 0', () => {
  it('A = B = 0: all of the triangle, by its centre', () => {
    const q = new Float64Array(9);
    expect(triangleRests(q, 0)).toEqual([
      { at: [1 / 3, 1 / 3, 1 / 3], on: 'interior', kind: 'minimum', value: 0, cost: 0, isolated: false },
    ]);
    expect(leastOf(q).ends).toBeNull();
  });

  it('a constant E that is not 0', () => {
    const [rest] = triangleRests(new Float64Array(9).fill(7), 0);
    expect(rest).toMatchObject({ on: 'interior', isolated: false });
    expect(rest!.value).toBeCloseTo(7, 14);
    expect(
      triangleRests(new Float64Array(9).fill(7), 1)
        .map(({ on }) => on)
        .sort(),
    ).toEqual([...['edge', 'edge', 'edge', 'interior', 'vertex', 'vertex', 'vertex']]);
  });

  it('a singular Q: the middle of a segment, whose ends are told', () => {
    // (x0 - x1)^2: x0 = x1, from C^2 to the middle of the opposite edge.
    const { rest, ends } = leastOf(Float64Array.of(1, -1, 0, -1, 1, 0, 0, 0, 0));
    expect(rest).toMatchObject({ on: 'interior', kind: 'minimum', value: 0, isolated: false });
    expect(far(rest.at, [1 / 4, 1 / 4, 1 / 2])).toBeLessThan(1e-12);
    const sorted = ends!.toSorted((x, y) => x[2] - y[2]);
    expect(far(sorted[0]!, [1 / 2, 1 / 2, 0])).toBeLessThan(1e-12);
    expect(far(sorted[1]!, [0, 0, 1])).toBeLessThan(1e-12);
  });

  it('a singular Q: along an edge', () => {
    // (x2 + 1)^2 on the triangle.
    const q = Float64Array.of(1, 1, 2, 1, 1, 2, 2, 2, 4);
    const { rest, ends } = leastOf(q);
    expect(rest).toMatchObject({ on: 'edge', isolated: false, value: 1 });
    expect(far(rest.at, [1 / 2, 1 / 2, 0])).toBeLessThan(1e-12);
    expect(ends!.map((end) => end[2])).toEqual([0, 0]);
  });

  it('a singular Q whose minimisers are one corner', () => {
    // (x0 + 2 x1 + 4 x2)^2: flat along a line that meets the triangle at I alone.
    const u = [1, 2, 4];
    const q = Float64Array.from({ length: 9 }, (_, at) => u[Math.floor(at / 3)]! * u[at % 3]!);
    expect(triangleRests(q, 0)).toMatchObject([{ at: [1, 0, 0], on: 'vertex', value: 1, isolated: true }]);
  });

  it('a lambda that is lost in rounding is 0', () => {
    const q = Float64Array.of(18, 0, 0, 0, 18, -18, 0, -18, 18);
    expect(triangleRests(q, 1e-30)).toEqual(triangleRests(q, 0));
  });
});

it('numbers that are not finite have no rest points', () => {
  expect(triangleRests(new Float64Array(9).fill(Number.NaN), 1)).toEqual([]);
  expect(triangleRests(new Float64Array(9).fill(1), Number.POSITIVE_INFINITY)).toEqual([]);
});
