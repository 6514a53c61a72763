import { describe, expect, it } from 'vitest';
import type { Vector } from '../../../contract.ts';
import { drawQuadratic, drawWeights, THREE_NODES } from '../../../fixtures/three-nodes.ts';
import { createRandom } from '../../../kernels/random.ts';
import { createPenalisedDescent } from '../penalised-descent.ts';
import { triangleField } from './field.ts';
import { triangleQuadratic, triangleRelaxation } from './relaxation.ts';
import { triangleRests } from './rests.ts';

const random = createRandom(21, 4);
const wrongCorner = triangleQuadratic(
  Float64Array.of(2, 2, 0, 2, 0, 4, 0, 4, 4),
  Float64Array.of(0, 0, 3, 0, 4, 1, 3, 1, 0),
);

function made(quadratic: Vector, lambda: number) {
  const relaxation = triangleRelaxation(quadratic);
  const cost = Math.min(quadratic[0]!, quadratic[4]!, quadratic[8]!);
  const best = { cost, permutations: [], count: 1, within: 1e-9 };
  const step = relaxation.smoothness > 0 ? 1 / relaxation.smoothness : 1;
  const rests = triangleRests(quadratic, lambda);
  const field = triangleField({ quadratic, relaxation, lambda, step, rests, best });
  return { field, relaxation, step, rests, lambda };
}

const kindsOf = (quadratic: Vector, lambda: number) =>
  made(quadratic, lambda).field.marks!().map(
    ({ kind, at }) => `${kind} ${at.map((value) => Number(value.toFixed(3)))}`,
  );

const drawn = THREE_NODES.flatMap((law) => Array.from({ length: 5 }, () => drawQuadratic(random, law)));

describe('the map of a side', () => {
  it('has E + lambda P as its height, E beneath it, and neither off the triangle', () => {
    for (const q of drawn) {
      const lambda = 2 * random.uniform();
      const { field, relaxation } = made(q, lambda);
      const x = drawWeights(random);
      const cost = relaxation.cost(new Float64Array(3), x);
      expect(field.height!(x[1]!, x[2]!)).toBeCloseTo(cost + lambda * relaxation.penalty(x), 10);
      expect(field.under!(x[1]!, x[2]!)).toBeCloseTo(cost, 10);
      expect(made(q, 0).field.height!(x[1]!, x[2]!)).toBeCloseTo(cost, 10);
      expect(made(q, 0).field.under).toBeUndefined();
    }
    const { field } = made(wrongCorner, 1);
    for (const [x, y] of [
      [-0.01, 0.5],
      [0.5, -0.01],
      [0.51, 0.5],
      [Number.NaN, 0],
    ] as const)
      expect([field.height!(x, y), field.under!(x, y)]).toEqual([Number.NaN, Number.NaN]);
    // 1 - x - y rounds to less than 0 on the far edge.
    expect(field.height!(0.9, 0.1)).toBeCloseTo(field.height!(0.9, 0.1 - 1e-12), 6);
  });

  it('an arrow is what one step of the run moves; a state stands at its weights of C and C^2', () => {
    for (const q of drawn)
      for (const share of [0, 0.1, 1]) {
        const { field, relaxation, step, lambda } = made(q, share * triangleRelaxation(q).smoothness);
        const x = drawWeights(random);
        const start = Float64Array.from(field.startAt!(x[1]!, x[2]!));
        const side = share > 0 ? 'right' : 'left';
        const run = createPenalisedDescent(relaxation, side, { step, lambda, ramp: 0, start, best: null });
        run.step();
        const after = new Float64Array(3);
        run.read(after);
        if (run.ended && after.every((weight, k) => weight === start[k])) continue;
        const arrow = new Float64Array(2);
        field.arrow!(arrow, start[1]!, start[2]!);
        expect(arrow[0]).toBeCloseTo(after[1]! - start[1]!, 12);
        expect(arrow[1]).toBeCloseTo(after[2]! - start[2]!, 12);
        const [placed, ...others] = field.place(after);
        expect(others).toEqual([]);
        expect(placed).toEqual({ x: after[1], y: after[2], weight: 1, role: 'matrix', off: 0 });
      }
  });

  it('a start that is pointed at is the nearest one', () => {
    const { field } = made(wrongCorner, 1);
    expect(field.domain).toEqual({ kind: 'triangle', corners: ['I', 'C', 'C²'] });
    expect(field.startAt!(0.25, 0.25)).toEqual([0.5, 0.25, 0.25]);
    expect(field.startAt!(2, -1)).toEqual([0, 1, 0]);
    expect(field.startAt!(-0.5, 0.5)).toEqual([0.75, 0, 0.25]);
  });

  it('its marks are its rest points, and the best corners', () => {
    for (const q of drawn)
      for (const share of [0.05, 0.2]) {
        const { field, rests } = made(q, share * triangleRelaxation(q).smoothness);
        if (rests.some(({ isolated }) => !isolated)) continue;
        const marks = field.marks!().filter(({ kind }) => kind !== 'goal');
        expect(marks.map(({ at, height }) => [...at, height])).toEqual(
          rests.map(({ at, value }) => [at[1], at[2], value]),
        );
      }
  });
});

describe('corners light up as lambda grows', () => {
  const { smoothness } = triangleRelaxation(wrongCorner);

  it.each([
    [0, ['goal 1,0'], ['minimum']],
    [0.05, ['goal 1,0'], ['minimum', 'minimum', 'saddle']],
    [0.1, ['best 1,0'], ['minimum', 'saddle']],
    [0.15, ['best 1,0', 'trap 0,1'], ['maximum', 'saddle', 'saddle']],
    [0.2, ['best 1,0', 'trap 0,0', 'trap 0,1'], ['maximum', 'saddle', 'saddle', 'saddle']],
  ] as const)('%f L', (share, corners, others) => {
    const kinds = kindsOf(wrongCorner, share * smoothness).toSorted();
    const isCorner = (text: string) => /^(best|trap|goal)/.test(text);
    expect(kinds.filter(isCorner)).toEqual(corners);
    expect(kinds.filter((text) => !isCorner(text)).map((text) => text.split(' ')[0])).toEqual(others);
  });

  it('two best corners, of the same cost', () => {
    // Corners that cost 1, 1 and 3.
    const q = Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 3);
    const corners = kindsOf(q, 2).filter((text) => text.startsWith('best') || text.startsWith('trap'));
    expect(corners.sort()).toEqual(['best 0,0', 'best 1,0', 'trap 0,1']);
  });

  it('minimisers of E along a line are a segment; where E is constant there is none', () => {
    const [segment, ...goals] = made(Float64Array.of(1, -1, 0, -1, 1, 0, 0, 0, 0), 0).field.marks!();
    expect(segment!.kind).toBe('segment');
    const ends = [segment!.at.slice(0, 2), segment!.at.slice(2)].sort((a, b) => a[1]! - b[1]!);
    expect(ends).toEqual([
      [expect.closeTo(0.5, 12), expect.closeTo(0, 12)],
      [expect.closeTo(0, 12), expect.closeTo(1, 12)],
    ]);
    expect(goals.map(({ kind, at }) => [kind, ...at])).toEqual([['goal', 0, 1]]);
    expect(kindsOf(new Float64Array(9), 0)).toEqual(['goal 0,0', 'goal 1,0', 'goal 0,1']);
  });
});
