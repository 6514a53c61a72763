import { describe, expect, it } from 'vitest';
import { chartRect } from '../../../charts/chart-axes.ts';
import { PALETTES } from '../../../charts/colour/palette.ts';
import type { ClipMark, DisplayList, PathMark, TextMark } from '../../../charts/display-list.ts';
import { marksOf } from '../../../charts/marks/find-marks.ts';
import { textWidth } from '../../../charts/text-width.ts';
import { drawOutputs, type OutputCurve, type OutputInput, outputWindow } from './plot.ts';

const palette = PALETTES.light;
const rect = chartRect(400, 400, 1);

/** The window is x from -1.16 to 1.16, y from -0.14 to 1.14. */
const POINTS = [-1, 0, 0, 0.5, 1, 1];
const xOf = (x: number) => rect.x + (rect.width * (x + 1.16)) / 2.32;
const yOf = (y: number) => rect.y + (rect.height * (1.14 - y)) / 1.28;

const curve = (values: number[], kinks: number[] = [], label = 'a'): OutputCurve => ({
  values,
  kinks,
  label,
});

function draw(more: Partial<OutputInput> = {}): DisplayList {
  return drawOutputs({
    width: 400,
    height: 400,
    scale: 1,
    palette,
    points: POINTS,
    axes: { x: 'x', y: 'y' },
    xs: [-1, 0, 1],
    teacher: null,
    left: null,
    right: null,
    ...more,
  });
}

const clip = (list: DisplayList) => list.find((mark): mark is ClipMark => mark.kind === 'clip')!;

const lines = (list: DisplayList, side: 'left' | 'right') =>
  marksOf(list, 'path', `curve-${side}`)[0]?.lines ?? [];

describe('outputWindow', () => {
  it('holds the samples and zero, and passes over what is not finite', () => {
    expect(outputWindow([...POINTS, Number.NaN, 5, 3, Number.POSITIVE_INFINITY])).toEqual({
      x0: -1.16,
      x1: 1.16,
      y0: -0.14,
      y1: expect.closeTo(1.14, 12),
    });
    expect(outputWindow([2, -1]).y1).toBeGreaterThan(0);
  });

  it('has some width for one sample and for none', () => {
    for (const points of [[], [3, 0]]) {
      const { x0, x1, y0, y1 } = outputWindow(points);
      expect(x1 - x0).toBeGreaterThan(1);
      expect(y1 - y0).toBeGreaterThan(1);
    }
  });
});

describe('drawOutputs', () => {
  it('sets samples and curves where they are', () => {
    const list = draw({ left: curve([0, 0.5, 1]) });
    const dots = marksOf(list, 'symbols', 'samples')[0]!;
    const [line] = lines(list, 'left');
    const expected = [xOf(-1), yOf(0), xOf(0), yOf(0.5), xOf(1), yOf(1)];
    expected.forEach((value, i) => {
      expect(dots.points[i]).toBeCloseTo(value, 9);
      expect(line![i]).toBeCloseTo(value, 9);
    });
  });

  it('draws the teacher lowest and the right, dashed, on top', () => {
    const one = curve([0, 0, 0]);
    const list = draw({ teacher: one, left: one, right: one });
    const drawn = clip(list).marks.filter((mark): mark is PathMark => mark.kind === 'path');
    expect(drawn.map(({ role }) => role)).toEqual(['curve-teacher', 'curve-left', 'curve-right']);
    expect(drawn.map(({ strokes }) => strokes![0]!.dash !== undefined)).toEqual([false, false, true]);
  });

  it('clips a curve that leaves the window, and breaks it where it is not finite', () => {
    const list = draw({
      xs: [-1, -0.5, 0, 0.5, 1],
      right: curve([0, 1e9, Number.NaN, Number.POSITIVE_INFINITY, 0]),
    });
    expect(clip(list).rect).toEqual(rect);
    expect(lines(list, 'right').map(({ length }) => length)).toEqual([4]);
  });

  it('marks hinges within the window on the x axis, each side’s by its shape', () => {
    const list = draw({
      left: curve([0, 0, 0], [0.5]),
      right: curve([0, 0, 0], [-1, 9, Number.NaN, Number.POSITIVE_INFINITY, 0]),
    });
    const [left] = marksOf(list, 'symbols', 'hinges-left');
    const [right] = marksOf(list, 'symbols', 'hinges-right');
    expect([left!.shape, right!.shape]).toEqual(['dot', 'square']);
    expect(left!.points[0]).toBeCloseTo(xOf(0.5), 9);
    expect(right!.points).toHaveLength(4);
    expect(right!.points[0]).toBeCloseTo(xOf(-1), 9);
    expect(right!.points[2]).toBeCloseTo(xOf(0), 9);
    expect(marksOf(draw({ left: curve([0, 0, 0]) }), 'symbols', 'hinges-left')).toEqual([]);
  });

  it.each([
    [320, 1, 'y'],
    [320, 1.5, 'median house value'],
    [600, 1.5, 'y'],
  ])('names the curves in one line within %d pixels at scale %d', (width, scale, y) => {
    const labels = ['the teacher', 'gradient descent', 'exact convex program'];
    const [teacher, left, right] = labels.map((label) => curve([0, 0, 0], [], label));
    const list = draw({
      width,
      height: width,
      scale,
      axes: { x: 'x', y },
      teacher: teacher!,
      left: left!,
      right: right!,
    });
    const all = list.filter((mark): mark is TextMark => mark.kind === 'text');
    const key = labels.map((label) => all.find(({ text }) => text === label)!);
    const name = all.find(({ text }) => text === y)!;
    let free = name.x + textWidth(y, name.size);
    for (const { x, text, size } of key) {
      expect(x).toBeGreaterThan(free);
      free = x + textWidth(text, size);
      expect(size).toBe(key[0]!.size);
    }
    expect(free).toBeLessThanOrEqual(width);
  });
});
