import { describe, expect, it } from 'vitest';
import type { SideName, Vector } from '../../../contract.ts';
import { drawWeights } from '../../../fixtures/three-nodes.ts';
import { createRandom } from '../../../kernels/random.ts';
import { defaultValues, type Values } from '../../../params.ts';
import { findAll } from '../../../search.ts';
import { SHUFFLE } from '../card.ts';
import { createPenalisedDescent, stepFrom } from '../penalised-descent.ts';
import { problem } from '../problem.ts';
import { shuffleReadings } from '../readings.ts';
import { triangleRests } from './rests.ts';

/** The numbers of the design, section 8, rounded as there. */

function preset(id: string, more: Values = {}) {
  const { values } = SHUFFLE.presets.find((one) => one.id === id)!;
  const all = defaultValues(SHUFFLE.params, { ...values, ...more });
  const instance = problem.prepare(all, null);
  return { ...instance, readings: shuffleReadings(instance, all), triangle: instance.info.triangle! };
}

/** Returns a side's end: step, name, state and carried numbers. */
function endOf(id: string, side: SideName, more: Values = {}) {
  const run = preset(id, more).sides[side].iterate();
  let k = 0;
  for (; k < 10_000 && !run.ended; k++) run.step();
  const at = new Float64Array(3);
  run.read(at);
  return { k, end: run.status, at: [...at], carried: run.carried };
}

/** The share of the triangle that leads to I, C and C^2, by 8,256 cells. */
function corners(id: string, more: Values): number[] {
  const { readings } = preset(id, more);
  const { rests, shares } = findAll(readings.basins({ side: 'right', cells: 128 })!);
  return [0, 1, 2].map((k) => shares[rests.findIndex(({ at }) => at[k] === 1)] ?? 0);
}

/** Returns the drawn starts from which the right reaches this corner. */
function hits(id: string, more: Values, corner: number, starts: number): number {
  const { relaxation, info } = preset(id, more);
  const random = createRandom(20, 4);
  return Array.from({ length: starts }, () => drawWeights(random)).filter((start) => {
    const run = createPenalisedDescent(relaxation, 'right', { ...info, start });
    for (let k = 0; k < 5000 && !run.ended; k++) run.step();
    const at = new Float64Array(3);
    run.read(at);
    return at[corner] === 1;
  }).length;
}

const to = (digits: number, values: Iterable<number>) =>
  [...values].map((value) => Number(value.toFixed(digits)));
const allAt = (q: Vector, lambda: number) => triangleRests(q, lambda);

const [I, C, C2] = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
] as const;

describe('wrong-corner', () => {
  const { info, triangle, relaxation } = preset('wrong-corner');
  const q = triangle.quadratic;
  const trapped = (lambda: number) =>
    allAt(q, lambda).filter(({ on, kind }) => on === 'vertex' && kind === 'minimum').length;

  it('is what a bare address opens', () => expect(SHUFFLE.presets[0].id).toBe('wrong-corner'));

  it('has its L, costs and thresholds', () => {
    expect(to(3, [info.smoothness])).toEqual([234.072]);
    expect(to(3, [preset('wrong-corner', { shape: 'all', start: null }).info.smoothness])).toEqual([191.864]);
    expect([...info.costs]).toEqual([80, 24, 40]);
    expect(triangle.allSix).toEqual([24, 24, 32, 40, 80, 88]);
    expect(
      to(
        3,
        info.thresholds.map(({ threshold }) => threshold),
      ),
    ).toEqual([41.667, 13.667, 28.333]);
    expect(info.best).toMatchObject({ cost: 24, permutations: [[1, 2, 0]], count: 1 });
  });

  it('relaxed, it rounds to the wrong corner and has no weight on the best', () => {
    const [least, ...others] = triangle.rests.left;
    expect(others).toEqual([]);
    expect(least!.at[1]).toBe(0);
    expect(least!.at[0]).toBeCloseTo(17 / 42, 14);
    expect(least!.value).toBeCloseTo(235 / 42, 13);
    expect(relaxation.round(Float64Array.from(least!.at))).toMatchObject({
      permutation: [2, 0, 1],
      cost: 40,
    });
    expect(endOf('wrong-corner', 'left')).toMatchObject({ end: 'rounds', carried: { cost: 40, best: 24 } });
  });

  it('from (.2, .6, .2) the right is at C exactly after 3 steps', () => {
    expect(info.start).toEqual(Float64Array.of(0.2, 0.6, 0.2));
    expect(endOf('wrong-corner', 'right')).toMatchObject({ k: 3, end: 'best', at: C, carried: { cost: 24 } });
  });

  it('from the centre it rests between, since 23.4 < 28.3', () => {
    const { end, at, carried } = endOf('wrong-corner', 'right', { start: [1 / 3, 1 / 3, 1 / 3] });
    expect(end).toBe('between');
    expect(to(3, at)).toEqual([0.117, 0, 0.883]);
    expect(to(1, [info.lambda, carried!.threshold!])).toEqual([23.4, 28.3]);
  });

  it('along lambda no corner holds, then the best, then C^2 too, then all', () => {
    const told = [0.5, 13.66, 13.67, 28.33, 28.34, 41.66, 41.67, 100].map(trapped);
    expect(told).toEqual([0, 0, 1, 1, 2, 2, 3, 3]);
  });

  it('its least point is C from the threshold of C on: exact there', () => {
    const from = 41 / 3;
    expect(allAt(q, from * (1 - 1e-6))[0]!.at).not.toEqual(C);
    for (let lambda = from * (1 + 1e-6); lambda < 2000; lambda *= 1.05) {
      const [first, second] = allAt(q, lambda);
      expect(first).toMatchObject({ at: C, value: 24 });
      expect(second!.value).toBeGreaterThan(24);
    }
    // The proved bound may be larger.
    expect(info.exactFrom).toBeCloseTo(250 / 3, 12);
  });

  it('has the shares of starts', () => {
    const near = (share: number, expected: readonly number[]) => {
      for (const [k, found] of corners('wrong-corner', { lambda: share }).entries())
        expect(Math.abs(found - expected[k]!)).toBeLessThan(0.02);
    };
    near(0.1, [0, 0.42, 0]);
    near(0.15, [0, 0.41, 0.59]);
    near(0.2, [0.24, 0.38, 0.39]);
    near(0.5, [0.31, 0.34, 0.35]);
    const edge = triangle.rests.right.filter(({ on, kind }) => on === 'edge' && kind === 'minimum');
    expect(edge.map(({ at }) => to(3, at))).toEqual([[0.117, 0, 0.883]]);
  });

  it('is convex as far as no one sees', () => expect(to(3, [triangle.convexUntil])).toEqual([0.962]));
});

describe('ramp-too', () => {
  const { info } = preset('ramp-too');

  it('starts at the centre and ends at the wrong corner', () => {
    expect(info).toMatchObject({ ramp: 200, start: Float64Array.of(1 / 3, 1 / 3, 1 / 3) });
    expect(info.lambda).toBe(0.2 * info.smoothness);
    expect(endOf('ramp-too', 'right')).toMatchObject({
      end: 'permutation',
      at: C2,
      carried: { cost: 40, best: 24 },
    });
    expect(endOf('ramp-too', 'left')).toMatchObject({ end: 'rounds', carried: { cost: 40 } });
  });

  it('so do 95 % of the starts, the rest stays near C; of 1,000 steps all', () => {
    expect(to(2, corners('ramp-too', {}))).toEqual([0, 0.05, 0.95]);
    expect(corners('ramp-too', { ramp: 1000 })).toEqual([0, 0, 1]);
    expect(hits('ramp-too', { ramp: 1000 }, 2, 200)).toBe(200);
    // 95 % of 400 drawn starts, within four deviations.
    expect(Math.abs(hits('ramp-too', {}, 2, 400) / 400 - 0.95)).toBeLessThan(0.044);
  });

  it('those that stay are the starts nearest to C', () => {
    const { labels, rests, cells } = findAll(
      preset('ramp-too').readings.basins({ side: 'right', cells: 64 })!,
    );
    const best = rests.findIndex(({ at }) => at[1] === 1);
    const weights = [...labels].flatMap((label, at) =>
      label === best ? [((at % cells) + 0.5) / cells] : [],
    );
    expect(Math.min(...weights)).toBeGreaterThan(0.7);
  });
});

describe('convex-wins', () => {
  const { info, triangle, relaxation } = preset('convex-wins');

  it("has its L, costs and thresholds, B = C'AC", () => {
    const { a, b } = info.graphs!;
    const moved = (i: number) => (i + 2) % 3;
    expect([...b]).toEqual(
      Array.from({ length: 9 }, (_, at) => a[3 * moved(Math.floor(at / 3)) + moved(at % 3)]),
    );
    expect(info.smoothness).toBeCloseTo(240, 10);
    expect([...info.costs]).toEqual([72, 0, 72]);
    expect(info.thresholds.map(({ threshold }) => threshold)).toEqual([40, 0, 40]);
  });

  it('on the left E = 0 at C from everywhere: below 1e-9 in some 160 steps, to the last digit in some 450', () => {
    expect(triangle.rests.left).toMatchObject([{ at: C, value: 0, isolated: true }]);
    expect(endOf('convex-wins', 'left')).toMatchObject({ end: 'best', carried: { cost: 0, best: 0 } });
    // Beyond its end too.
    const x = Float64Array.from(info.start);
    const [next, gradient] = [new Float64Array(3), new Float64Array(3)];
    const by = { relaxation, projector: relaxation.projector(), step: info.step, lambda: 0 };
    const costs: number[] = [];
    for (let k = 0; k <= 450; k++) {
      costs.push(relaxation.cost(gradient, x));
      stepFrom(next, gradient, x, by);
      x.set(next);
    }
    expect(Math.abs(costs.findIndex((cost) => cost < 1e-9) - 160)).toBeLessThan(10);
    expect(costs[450]).toBeLessThan(1e-26);
  });

  it('the right finds the best corner from 43.5 % of the starts, at .5 L from 36 %', () => {
    // 2,000 starts: within four deviations of the cells' shares.
    for (const [lambda, expected] of [
      [0.2, 0.435],
      [0.5, 0.36],
    ] as const) {
      const share = corners('convex-wins', { lambda })[1]!;
      expect(Math.abs(share - expected)).toBeLessThan(4 * Math.sqrt((expected * (1 - expected)) / 2000));
      expect(Math.abs(hits('convex-wins', { lambda }, 1, 400) / 400 - expected)).toBeLessThan(0.1);
    }
  });

  it('from (.6, .2, .2) it ends at I in 2 steps', () => {
    expect(endOf('convex-wins', 'right')).toMatchObject({
      k: 2,
      end: 'permutation',
      at: I,
      carried: { cost: 72, best: 0, threshold: 40 },
    });
  });

  it('ramped over 200 steps it arrives from everywhere', () => {
    expect(corners('convex-wins', { ramp: 200 })).toEqual([0, 1, 0]);
    expect(hits('convex-wins', { ramp: 200 }, 1, 200)).toBe(200);
  });
});
