import { describe, expect, it } from 'vitest';
import type { SideName, Vector } from '../../../contract.ts';
import { drawQuadratic, drawWeights, THREE_NODES } from '../../../fixtures/three-nodes.ts';
import { createRandom } from '../../../kernels/random.ts';
import { findAll } from '../../../search.ts';
import { createPenalisedDescent, stepFrom } from '../penalised-descent.ts';
import { startOf } from '../starts.ts';
import type { Best } from '../types.ts';
import { triangleBasins } from './basins.ts';
import { catchesOf, isCaught } from './catches.ts';
import { triangleField } from './field.ts';
import { triangleQuadratic, triangleRelaxation } from './relaxation.ts';
import { triangleRests } from './rests.ts';

const random = createRandom(19, 4);
const drawn = THREE_NODES.flatMap((law) =>
  Array.from({ length: 3 }, () => drawQuadratic(random, law)),
).filter((q) => triangleRelaxation(q).smoothness > 0);
const wrongCorner = triangleQuadratic(
  Float64Array.of(2, 2, 0, 2, 0, 4, 0, 4, 4),
  Float64Array.of(0, 0, 3, 0, 4, 1, 3, 1, 0),
);

function made(q: Vector, side: SideName, { share = 0.1, ramp = 0, c = 1 }) {
  const relaxation = triangleRelaxation(q);
  const { smoothness } = relaxation;
  const lambda = share * smoothness;
  const rests = triangleRests(q, side === 'left' ? 0 : lambda);
  const descending = { step: smoothness > 0 ? c / smoothness : 1, lambda, ramp };
  return { quadratic: q, relaxation, side, descending, rests };
}

/** Returns the end of the shown run from the centre of a cell; null if it continues. */
function shownEnd(asked: ReturnType<typeof made>, cells: number, i: number, j: number): Vector | null {
  const { quadratic, relaxation, side, descending, rests } = asked;
  const best: Best = { cost: 0, permutations: [], count: 0, within: 0 };
  const field = triangleField({ quadratic, relaxation, ...descending, rests, best });
  const chosen = field.startAt!((i + 0.5) / cells, (j + 0.5) / cells);
  const { start } = startOf(relaxation, { start: chosen, spread: 0, sseed: 0 });
  const run = createPenalisedDescent(relaxation, side, { ...descending, start, best: null });
  for (let k = 0; k < descending.ramp + 20_000 && !run.ended; k++) run.step();
  const x = new Float64Array(3);
  run.read(x);
  return run.ended ? x : null;
}

const far = (x: ArrayLike<number>, y: ArrayLike<number>) =>
  Math.max(...[0, 1, 2].map((k) => Math.abs(x[k]! - y[k]!)));

/** Compares every cell with the shown run; returns their number. */
function compare(asked: ReturnType<typeof made>, cells: number): number {
  const { labels, rests, shares } = findAll(triangleBasins({ ...asked, cells }));
  let counted = 0;
  for (let j = 0; j < cells; j++)
    for (let i = 0; i < cells; i++) {
      const label = labels[j * cells + i]!;
      if (i + j >= cells) {
        expect(label).toBe(-1);
        continue;
      }
      counted++;
      const end = shownEnd(asked, cells, i, j);
      if (!end) continue;
      expect(label).toBeGreaterThanOrEqual(0);
      if (rests[label]!.isolated) expect(far(rests[label]!.at, end)).toBeLessThan(1e-5);
      else expect(rests.every(({ at, isolated }) => !isolated || far(at, end) > 1e-5)).toBe(true);
    }
  expect(counted).toBe((cells * (cells + 1)) / 2);
  for (const [index, share] of shares.entries())
    expect(share).toBe(labels.filter((label) => label === index).length / counted);
  return counted;
}

describe('every cell leads where the shown run from its centre does', () => {
  it.each([
    { share: 0.02 },
    { share: 0.1 },
    { share: 0.2 },
    { share: 0.5 },
    { share: 0.2, ramp: 40 },
    { share: 0.3, ramp: 150 },
    { share: 0.1, c: 0.3 },
    { share: 0.1, c: 1.9 },
    { share: 0.2, c: 2.5 },
    { share: 0.2, c: 6, ramp: 20 },
  ])('$share L, ramp $ramp, c $c', (settings) => {
    for (const q of [wrongCorner, ...drawn]) compare(made(q, 'right', settings), 8);
  });

  it('on the left, where all lead to the least E', () => {
    for (const q of [wrongCorner, ...drawn]) {
      const asked = made(q, 'left', {});
      const { labels, shares } = findAll(triangleBasins({ ...asked, cells: 7 }));
      expect(shares).toEqual([1]);
      expect(labels.filter((label) => label === 0)).toHaveLength(28);
      const { relaxation, rests } = asked;
      const end = shownEnd(asked, 7, 2, 3);
      // The left ends 1e-9 above the least E.
      if (end) expect(relaxation.cost(new Float64Array(3), end)).toBeCloseTo(rests[0]!.value, 6);
    }
  });

  it('A = B = 0: all rest at once', () => {
    const nothing = new Float64Array(9);
    for (const side of ['left', 'right'] as const)
      expect(findAll(triangleBasins({ ...made(nothing, side, {}), cells: 8 })).shares).toEqual([1]);
  });

  it('lambda = 0 on the right', () => {
    expect(findAll(triangleBasins({ ...made(wrongCorner, 'right', { share: 0 }), cells: 8 })).shares).toEqual(
      [1],
    );
  });
});

it('steps beyond 2/L that go round lead nowhere, however near a minimum they begin', () => {
  const q = Float64Array.of(40, 18, -12, 18, 44, -20, -12, -20, 36);
  const asked = made(q, 'right', { share: 0.02, c: 3 });
  const { relaxation, descending, rests } = asked;
  expect(rests).toMatchObject([{ on: 'interior', kind: 'minimum' }]);
  const [one] = catchesOf(q, relaxation.smoothness, descending.lambda, rests);
  const cells = 5;
  const { labels, shares } = findAll(triangleBasins({ ...asked, cells }));
  let caught = 0;
  for (let j = 0; j < cells; j++)
    for (let i = 0; i + j < cells; i++) {
      const [x, y] = [(i + 0.5) / cells, (j + 0.5) / cells];
      if (isCaught(one!, Float64Array.of(1 - x - y, x, y))) caught++;
      expect(labels[j * cells + i]).toBe(-2);
    }
  expect(caught).toBeGreaterThan(0);
  expect(shares).toEqual([0]);
  expect(shownEnd(asked, cells, 1, 1)).toBeNull();
});

it('tells meanwhile how far it is', () => {
  const search = triangleBasins({ ...made(wrongCorner, 'right', { share: 0.2, ramp: 300 }), cells: 64 });
  search.step();
  const { labels } = search.progress!();
  const done = labels.filter((label) => label >= 0).length;
  expect(done).toBeGreaterThan(0);
  expect(done).toBeLessThan(64 * 32);
  expect(labels.filter((label) => label === -1)).toHaveLength((64 * 63) / 2);
  expect(findAll(search).labels.includes(-2)).toBe(false);
});

describe('what catches a run', () => {
  it('never lets it go: with any step up to 2/L it comes no farther from the minimum', () => {
    let counted = 0;
    for (const q of [wrongCorner, ...drawn])
      for (const share of [0.01, 0.05, 0.1, 0.15]) {
        const { relaxation, rests, descending } = made(q, 'right', { share });
        const { smoothness } = relaxation;
        for (const one of catchesOf(q, smoothness, descending.lambda, rests)) {
          const { at, squaredRadius, zero } = one;
          for (let trial = 0; trial < 6; trial++) {
            const x = edged(at, Math.sqrt(squaredRadius) * (trial < 4 ? 1 : random.uniform()), zero);
            if (Math.min(...x) < 0) continue;
            expect(isCaught({ ...one, squaredRadius: squaredRadius * (1 + 1e-9) }, x)).toBe(true);
            counted++;
            const c = 2 * random.uniform();
            const [next, gradient] = [new Float64Array(3), new Float64Array(3)];
            const projector = relaxation.projector();
            for (let k = 0; k < 200; k++) {
              relaxation.cost(gradient, x);
              const by = { relaxation, projector, step: c / smoothness, lambda: descending.lambda };
              stepFrom(next, gradient, x, by);
              expect(distance(next, at)).toBeLessThanOrEqual(distance(x, at) + 1e-14);
              if (zero !== null) expect(next[zero]).toBe(0);
              x.set(next);
              if (distance(x, at) < 1e-12) break;
            }
          }
        }
      }
    expect(counted).toBeGreaterThan(200);
  });

  it('is no corner, saddle or continuum, and on an edge nothing beside it', () => {
    const { relaxation, rests, descending } = made(wrongCorner, 'right', { share: 0.1 });
    const catches = catchesOf(wrongCorner, relaxation.smoothness, descending.lambda, rests);
    expect(catches.map(({ rest }) => rests[rest]!)).toMatchObject([{ on: 'edge', kind: 'minimum' }]);
    const [one] = catches;
    expect(isCaught(one!, Float64Array.from(one!.at))).toBe(true);
    expect(isCaught(one!, Float64Array.of(one!.at[0] - 1e-9, 1e-9, one!.at[2]))).toBe(false);
    const round = Float64Array.of(17, 0, 0, 0, 17, 0, 0, 0, 17);
    expect(catchesOf(round, 34, 3.4, triangleRests(round, 3.4))).toEqual([]);
  });
});

const distance = (x: ArrayLike<number>, y: ArrayLike<number>) =>
  Math.sqrt([0, 1, 2].reduce((sum, k) => sum + (x[k]! - y[k]!) ** 2, 0));

/** Returns a point at this distance in a random direction of sum 0; on the same edge if `zero` is given. */
function edged(at: readonly number[], by: number, zero: number | null): Vector {
  const to = drawWeights(random);
  const from = drawWeights(random);
  const way = to.map((weight, k) => weight - from[k]!);
  if (zero !== null) {
    const [i, j] = [0, 1, 2].filter((k) => k !== zero) as [number, number];
    way[zero] = 0;
    way[j] = -way[i]!;
  }
  const length = Math.sqrt(way.reduce((sum, part) => sum + part * part, 0));
  return way.map((part, k) => at[k]! + (by / length) * part);
}
