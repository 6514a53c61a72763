import { describe, expect, it } from 'vitest';
import type { Values } from '../../../engine/params.ts';
import { problem } from '../../../engine/problems/federated/problem.ts';
import type { FedUpdate, NetworkTerms, PlaneTerms } from '../../../engine/problems/federated/types.ts';
import type { RunValues } from '../../../engine/run/create-run.ts';
import { createScenario } from '../../../engine/scenario/create-scenario.ts';
import { createUpdateWalk } from '../../../engine/update/read-update.ts';
import { PALETTES } from '../../charts/colour/palette.ts';
import type { Mark, PathMark, SymbolsMark } from '../../charts/display-list.ts';
import { createPlane } from '../../charts/geometry.ts';
import type { Stage } from '../../session/picture/extra-marks.ts';
import { roundOf } from '../kit/explain/round-of.ts';
import { FED_STAGES } from './explain/stage.ts';
import { grown, stageMarks, walkedCurves } from './explain-marks.ts';
import { colourOf } from './plane/marks.ts';

const drawStyle = { scale: 1, palette: PALETTES.light };
const plane = createPlane({ x0: -3, x1: 3, y0: -3, y1: 3 }, { x: 0, y: 0, width: 600, height: 600 });

function updateOf(given: Values, k = 0): FedUpdate {
  const { values } = createScenario('federated', given);
  const walk = createUpdateWalk(problem.prepare(values, null), values as Values & RunValues, problem.parts);
  while (!walk.approach({ left: k, right: k }, 5));
  return walk.read({ left: k, right: k }) as FedUpdate;
}

const of = <Kind extends Mark['kind']>(marks: readonly Mark[], kind: Kind) =>
  marks.filter((mark): mark is Extract<Mark, { kind: Kind }> => mark.kind === kind);

/** Converts pixels of marks to points of the plane. */
const placesOf = (pixels: ArrayLike<number>) =>
  Array.from({ length: pixels.length / 2 }, (_, i) => plane.toData(pixels[2 * i]!, pixels[2 * i + 1]!));

const near = (got: readonly (readonly number[])[], expected: readonly (readonly number[])[]) => {
  expect(got).toHaveLength(expected.length);
  for (const [i, [x, y]] of expected.entries()) {
    expect(got[i]![0]).toBeCloseTo(x!, 9);
    expect(got[i]![1]).toBeCloseTo(y!, 9);
  }
};

describe('a path that grows', () => {
  const path = [0, 0, 1, 0, 1, 2];

  it.each([
    [0, [0, 0, 0, 0]],
    [0.25, [0, 0, 0.5, 0]],
    [0.5, [0, 0, 1, 0, 1, 0]],
    [0.75, [0, 0, 1, 0, 1, 1]],
    [1, path],
    [3, path],
    [-1, [0, 0, 0, 0]],
  ])('is there up to %f of its steps', (share, expected) => {
    expect(grown(path, share)).toEqual(expected);
  });
});

describe('a stage of a round on the map', () => {
  const update = updateOf({ local: 4, server: 0.5 }, 1);
  const round = update.leftRound as PlaneTerms;
  const draw = (stage: Stage, share = 1, side: 'left' | 'right' = 'left') =>
    stageMarks(stage, share, roundOf(update, side) as PlaneTerms, side, plane, drawStyle);
  const ends = round.paths.map((path) => [...path.slice(-2)]);

  it('sends the clients out around the point of the server', () => {
    const dots = of(draw('forward'), 'symbols').filter(({ role }) => role === 'locals');
    expect(dots.map(({ fill }) => fill)).toEqual([colourOf(0), colourOf(1)]);
    expect(of(draw('forward'), 'text').map(({ text }) => text)).toEqual(['A', 'B']);
    const [x, y] = plane.toPixel(...round.before.at);
    for (const { points } of dots) expect(Math.hypot(points[0]! - x, points[1]! - y)).toBeCloseTo(17, 9);
  });

  it('draws each client’s path in its colour, as far as it has come', () => {
    const lines = (share: number) => of(draw('residuals', share), 'path') as PathMark[];
    for (const [c, mark] of lines(1).entries()) {
      expect(mark.strokes!.at(-1)!.color).toBe(colourOf(c));
      near(placesOf(mark.lines[0]!), placesOf(plane.toPixels(round.paths[c]!)));
    }
    expect(lines(1)).toHaveLength(2);
    for (const [c, mark] of lines(0.5).entries())
      near(placesOf(mark.lines[0]!).slice(0, 3), placesOf(plane.toPixels(round.paths[c]!.slice(0, 6))));
    const dots = (share: number) =>
      (of(draw('residuals', share), 'symbols') as SymbolsMark[]).map(({ points }) => placesOf(points)[0]!);
    near(dots(1), ends);
    near(dots(0), [[...round.before.at], [...round.before.at]]);
  });

  it('pulls the ends to their mean', () => {
    const pulls = of(draw('gradient'), 'path').find(({ role }) => role === 'average')!;
    for (const [c, line] of pulls.lines.entries()) near(placesOf(line), [ends[c]!, [...round.average]]);
  });

  it('leads from the point of the server to the next one, which s = 0.5 keeps half way', () => {
    const arrow = of(draw('step'), 'path').find(({ role }) => role === 'hover')!;
    near(placesOf(arrow.lines[0]!), [[...round.before.at], [...round.next]]);
    for (const q of [0, 1] as const)
      expect(round.next[q]).toBeCloseTo((round.before.at[q] + round.average[q]) / 2, 12);
    const shapes = (side: 'left' | 'right') => of(draw('step', 1, side), 'symbols').at(-1)!.shape;
    expect([shapes('left'), shapes('right')]).toEqual(['dot', 'square']);
  });

  it('is empty of numbers that are none: a round that leaves the map', () => {
    const far = updateOf({ c: 1e5, local: 100 }).leftRound as PlaneTerms;
    expect(far.next.every(Number.isFinite)).toBe(false);
    for (const stage of FED_STAGES)
      for (const mark of stageMarks(stage, 1, far, 'left', plane, drawStyle)) {
        const numbers = mark.kind === 'symbols' ? [mark.points] : mark.kind === 'path' ? mark.lines : [];
        for (const list of numbers) expect(Array.from(list).every(Number.isFinite)).toBe(true);
      }
  });
});

describe('a stage of a round over the circle', () => {
  const update = updateOf({ level: 'network', m: 16, n: 6, clients: 2 }, 2);

  it.each(['left', 'right'] as const)('has the local models, then what they come to: %s', (side) => {
    const round = roundOf(update, side) as NetworkTerms;
    const { locals, average, after } = round;
    const shown = (stage: Stage) => walkedCurves({ stage, update }, side);
    expect(shown('forward')).toEqual({ locals: [], isBold: false, over: null });
    expect(shown('residuals')).toEqual({ locals, isBold: true, over: null });
    expect(shown('gradient')).toEqual({ locals, isBold: false, over: average.curve });
    expect(shown('step')).toEqual({ locals: [], isBold: false, over: after!.curve });
  });

  it('is nothing without a stage or a round, and on the plane', () => {
    expect(walkedCurves(null, 'left')).toBeNull();
    expect(walkedCurves({ stage: null, update }, 'left')).toBeNull();
    expect(walkedCurves({ stage: 'step', update: null }, 'left')).toBeNull();
    expect(walkedCurves({ stage: 'step', update: updateOf({}) }, 'left')).toBeNull();
  });
});
