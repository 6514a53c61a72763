import { describe, expect, it, test } from 'vitest';
import { planeRound } from '../../../../engine/problems/federated/plane/round.ts';
import { problem } from '../../../../engine/problems/federated/problem.ts';
import type { PlaneInfo, PlaneRoundTold } from '../../../../engine/problems/federated/types.ts';
import { createScenario } from '../../../../engine/scenario/create-scenario.ts';
import { PALETTES } from '../../../charts/colour/palette.ts';
import { createPlane } from '../../../charts/geometry.ts';
import { marksOf } from '../../../charts/marks/find-marks.ts';
import { contourThrough, minimaMarks, restAt, restMarks, roundMarks, TICKS } from './marks.ts';

const STYLE = { palette: PALETTES.light, scale: 1 };
const VIEW = { x0: -2, x1: 2, y0: -2, y1: 2 };
const plane = createPlane(VIEW, { x: 0, y: 0, width: 400, height: 400 });

const infoOf = (given: Readonly<Record<string, unknown>>) =>
  problem.prepare(createScenario('federated', given as never).values, null).info as PlaneInfo;
const told = (info: PlaneInfo, at: readonly [number, number] = info.start) =>
  planeRound(info.sides.left, info.mean, at);
const drawn = (round: PlaneRoundTold, on = plane) => roundMarks(round, 'left', on, STYLE, 'average');

describe('a round', () => {
  const info = infoOf({ quad: 'drawn', clients: 3, seed: 5, local: 4, c: 0.4 });
  const round = told(info);

  it('has a line of each client from the common start to the end of its steps', () => {
    const { marks, lines } = drawn(round);
    expect(marksOf(marks, 'path', 'locals')).toHaveLength(3);
    for (const [c, line] of lines.slice(0, 3).entries()) {
      expect(line).toEqual(plane.toPixels(round.paths[c]!));
      expect(line.slice(0, 2)).toEqual(plane.toPixels(info.start));
    }
    // A colour each.
    const colours = marksOf(marks, 'path', 'locals').map(({ strokes }) => strokes!.at(-1)!.color);
    expect(new Set(colours).size).toBe(3);
  });

  it('has the average at the mean of the ends, and lines that lead there', () => {
    const { marks } = drawn(round);
    const [average] = marksOf(marks, 'symbols', 'average');
    const ends = round.paths.map((path) => plane.toPixels(path.slice(-2)));
    for (const axis of [0, 1])
      expect(average!.points[axis]).toBeCloseTo(
        ends.reduce((sum, end) => sum + end[axis]! / 3, 0),
        9,
      );
    const texts = marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
    expect(texts).toEqual(['A', 'B', 'C']);
  });

  it('has a dot for each step that can be told from its neighbours, and none for others', () => {
    const far = createPlane({ x0: -200, x1: 200, y0: -200, y1: 200 }, plane.rect);
    const dots = (on: typeof plane) =>
      marksOf(drawn(round, on).marks, 'symbols', 'locals')
        .filter(({ size }) => size < 6)
        .reduce((sum, { points }) => sum + points.length / 2, 0);
    expect(dots(plane)).toBeGreaterThan(0);
    expect(dots(plane)).toBeLessThanOrEqual(3 * 3);
    expect(dots(far)).toBe(0);
  });

  it('shows where the server goes only where that is not the average', () => {
    expect(marksOf(drawn(round).marks, 'symbols', 'average')).toHaveLength(1);
    const beyond = told(infoOf({ quad: 'drawn', clients: 3, seed: 5, local: 4, c: 0.4, server: 1.6 }));
    const marks = marksOf(drawn(beyond).marks, 'symbols', 'average');
    expect(marks).toHaveLength(2);
    expect(Array.from(marks[0]!.points)).toEqual(plane.toPixels(beyond.next));
  });

  it('of one client has neither numbers nor a name for the average', () => {
    const { marks, labels } = drawn(told(infoOf({ quad: 'drawn', clients: 1, seed: 5 })));
    expect(labels).toEqual([]);
    expect(marks.filter(({ kind }) => kind === 'text')).toEqual([]);
  });

  it('of many clients leaves out the lines to the average, and keeps a path of each', () => {
    const { marks } = drawn(told(infoOf({ quad: 'drawn', clients: 16, seed: 2 })));
    expect(marksOf(marks, 'path', 'locals')).toHaveLength(16);
    expect(marksOf(marks, 'path', 'average')).toHaveLength(0);
  });

  it('is cut off where it is far out of sight, and what is not finite is not drawn', () => {
    const wild = told(infoOf({ quad: 'disagree', c: 6, local: 1000 }));
    const { marks, lines, labels } = drawn(wild);
    expect(lines.flat().every((at) => Math.abs(at) < 1e5)).toBe(true);
    expect(lines.every((line) => line.length >= 2)).toBe(true);
    expect(labels).toEqual([]);
    expect(marksOf(marks, 'symbols', 'average')).toHaveLength(0);
  });
});

describe('the curve of rests', () => {
  const info = infoOf({});

  it('leads from t* to its limit, with a dot at each tick', () => {
    const { marks, lines } = restMarks(info, plane, STYLE, String);
    const pixels = [lines[0]!.slice(0, 2), lines[0]!.slice(-2)];
    for (const [i, at] of [info.mean.at, info.sides.left.limit!].entries())
      for (const axis of [0, 1]) expect(pixels[i]![axis]).toBeCloseTo(plane.toPixel(...at)[axis]!, 6);
    const [dots] = marksOf(marks, 'symbols', 'rests');
    const ticks = TICKS.map((k) => restAt(info, k)!);
    expect(Array.from(dots!.points)).toEqual(
      [...ticks, info.sides.left.limit!].flatMap((at) => [...plane.toPixel(...at)]),
    );
  });

  it('numbers the ticks that have room, but for t* and the present one, which the map names', () => {
    const of = (local: number) =>
      restMarks(infoOf({ local }), plane, STYLE, String).labels.map(({ text }) => text);
    expect(of(20)).toEqual(['100', 'Infinity']);
    expect(of(100)).toEqual(['20', 'Infinity']);
    expect(of(1)).toEqual(['20', '100', 'Infinity']);
    const near = createPlane({ x0: 0.9, x1: 1.02, y0: 0.45, y1: 0.57 }, plane.rect);
    expect(restMarks(info, near, STYLE, String).labels.map(({ text }) => text)).toEqual(['2', '5']);
  });

  it.each(['agree', 'same'])('is nothing where the rest is the same for every K: %s', (quad) => {
    expect(restMarks(infoOf({ quad }), plane, STYLE, String).marks).toEqual([]);
  });

  it('is nothing where not every K has a rest', () => {
    const long = infoOf({ c: 2.2 });
    expect([restAt(long, 1), restAt(long, 20)]).toEqual([long.mean.at, null]);
    expect(restMarks(long, plane, STYLE, String).marks).toEqual([]);
  });
});

test('each client’s minimum has its letter; those at t* are not named', () => {
  const of = (given: Readonly<Record<string, unknown>>) =>
    minimaMarks(infoOf(given), 'left', plane, STYLE, (client) => `minimum ${client}`);
  expect(of({}).labels.map(({ text }) => text)).toEqual(['minimum A', 'minimum B']);
  expect(of({ quad: 'agree' }).labels).toEqual([]);
  expect(marksOf(of({ quad: 'agree' }).marks, 'symbols', 'clients')).toHaveLength(2);
});

test('the contour through a point has the height of that point all the way', () => {
  const { surrogate } = infoOf({ quad: 'tilted', c: 0.8 }).sides.left;
  const [xx, xy, yy] = surrogate.hessian;
  const height = ([x, y]: readonly number[]) => {
    const [u, v] = [x! - surrogate.at[0], y! - surrogate.at[1]];
    return xx * u * u + 2 * xy * u * v + yy * v * v;
  };
  const contour = contourThrough(surrogate, [-1.5, -1.2]);
  expect(contour.length).toBeGreaterThan(200);
  for (let i = 0; i < contour.length; i += 2)
    expect(height(contour.slice(i, i + 2)) / height([-1.5, -1.2])).toBeCloseTo(1, 9);
  expect(contourThrough(surrogate, surrogate.at)).toEqual([]);
  expect(contourThrough({ ...surrogate, hessian: [1, 0, 0] }, [3, 3])).toEqual([]);
});
