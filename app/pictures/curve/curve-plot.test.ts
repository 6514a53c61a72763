import { describe, expect, it } from 'vitest';
import { PALETTES } from '../../charts/colour/palette.ts';
import type { DisplayList, Mark, PathMark, TextMark } from '../../charts/display-list.ts';
import { marksOf } from '../../charts/marks/find-marks.ts';
import { textWidth } from '../../charts/text-width.ts';
import { allWords } from '../../i18n/all-words.ts';
import { floorMarks } from '../landscape/floor-marks.ts';
import { type CurveInput, type CurveSeries, drawCurves, FLOOR } from './curve-plot.ts';
import { curveRect } from './step-plot.ts';

const palette = PALETTES.light;

function series(values: ArrayLike<number>, label: string, more: Partial<CurveSeries> = {}): CurveSeries {
  return { values, count: values.length, reference: 0, perStep: 1, label, ...more };
}

function input(more: Partial<CurveInput> = {}): CurveInput {
  return {
    width: 400,
    height: 100,
    scale: 1,
    palette,
    title: 'excess loss',
    left: series([1, 0.1, 0.01], 'non-convex'),
    right: series([1, 0.01, 0.0001], 'relaxation'),
    span: 2,
    axis: 'step',
    step: 0,
    hover: null,
    missing: null,
    ...more,
  };
}

function flat(list: DisplayList): Mark[] {
  return list.flatMap((mark) => (mark.kind === 'clip' ? flat(mark.marks) : [mark]));
}

const curve = (list: DisplayList, side: 'left' | 'right') => marksOf(list, 'path', `curve-${side}`)[0]!;

/** Curve titles in both languages, and one longer than any. */
const TITLES = [allWords('en'), allWords('zh')]
  .flatMap((words): string[] => [
    words['curve.excess'],
    words['curve.distance'],
    words['curve.distanceOwn'],
    words['curve.gradient'],
    words['curve.gradientScaled'],
    words['network.objective'],
    words['network.gap'],
  ])
  .concat('w'.repeat(80));

function text(list: DisplayList, words: string): TextMark {
  return flat(list).find((mark): mark is TextMark => mark.kind === 'text' && mark.text === words)!;
}

function points(path: PathMark): [number, number][] {
  return path.lines.flatMap((line) =>
    Array.from({ length: line.length / 2 }, (_, i): [number, number] => [line[2 * i]!, line[2 * i + 1]!]),
  );
}

describe('drawCurves', () => {
  const rect = curveRect(400, 100, 1);

  it('sets a value at its logarithm', () => {
    const list = drawCurves(input());
    // Axis from 1 down to 1e-4: four decades.
    const left = points(curve(list, 'left'));
    expect(left.map(([x]) => x)).toEqual([rect.x, rect.x + rect.width / 2, rect.x + rect.width]);
    left.forEach(([, y], k) => {
      expect(y).toBeCloseTo(rect.y + (rect.height * k) / 4, 9);
    });
    const right = points(curve(list, 'right'));
    expect(right[2]![1]).toBeCloseTo(rect.y + rect.height, 9);
    expect(text(list, '10⁻⁴').y).toBeCloseTo(rect.y + rect.height, 9);
  });

  it('lights a floor that is pointed at in amber, and no other', () => {
    const colours = (lit: boolean) => {
      const floors = { all: [{ side: 'left', value: 0.01, label: 'floor', lit } as const], pen: floorMarks };
      return marksOf(drawCurves(input({ floors })), 'path', 'bound').flatMap(({ strokes }) =>
        strokes!.map(({ color }) => color),
      );
    };
    expect(colours(true)).toContain(palette.plant);
    expect(colours(false)).not.toContain(palette.plant);
    expect(colours(false)).toHaveLength(1);
  });

  it('subtracts the reference and sets what is not above it on the floor', () => {
    const list = drawCurves(
      input({
        left: series([3, 2, 1], 'non-convex', { reference: 2 }),
        right: series([1, 1, 1], 'relaxation'),
      }),
    );
    const [first, second, third] = points(curve(list, 'left'));
    expect(first![1]).toBeCloseTo(rect.y, 9);
    expect(second![1]).toBeCloseTo(rect.y + rect.height, 9);
    expect(third![1]).toBeCloseTo(rect.y + rect.height, 9);
    expect(FLOOR).toBe(1e-16);
    expect(text(list, '10⁻¹²').y).toBeCloseTo(rect.y + (rect.height * 12) / 16, 9);
  });

  it('stops a curve at what is known of its reference, and names it where it stops', () => {
    const values = [3, 2.1, 2 + 1e-12, 2, 1.9, 2 + 2e-12];
    const list = drawCurves(
      input({
        span: 5,
        left: series(values, 'non-convex', { reference: 2, floor: 1e-11 }),
        right: series(values, 'relaxation', { reference: 2 }),
      }),
    );
    expect(points(curve(list, 'left')).map(([x]) => x)).toEqual([rect.x, rect.x + rect.width / 5]);
    expect(points(curve(list, 'right'))).toHaveLength(values.length);
    expect(text(list, 'non-convex').x).toBeLessThan(rect.x + rect.width / 2);
    // The axis depends only on what is drawn.
    const alone = drawCurves(
      input({ left: series(values, 'a', { reference: 2, floor: 1e-11 }), right: series([], 'b') }),
    );
    expect(text(alone, '10⁻¹⁶')).toBeUndefined();
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])(
    'leaves a gap at %d, and draws no lone point',
    (missing) => {
      const values = [1, 0.5, missing, 0.2, 0.1, missing, 1];
      const list = drawCurves(input({ span: 6, left: series(values, 'non-convex') }));
      expect(curve(list, 'left').lines.map((line) => line.length)).toEqual([4, 4]);
    },
  );

  it('gives 100,000 steps at most two points a pixel column and keeps the extremes', () => {
    const count = 100_000;
    const values = Float64Array.from({ length: count }, (_, k) => 0.1 + 0.05 * Math.sin(k));
    values[54_321] = 9;
    values[76_543] = 1e-3;
    const list = drawCurves(input({ span: count, left: series(values, 'non-convex') }));
    const drawn = points(curve(list, 'left'));
    expect(drawn.length).toBeLessThanOrEqual(2 * Math.ceil(rect.width + 1));
    expect(drawn.length).toBeGreaterThan(rect.width);
    const columns = new Map<number, number>();
    for (const [x] of drawn) columns.set(x, (columns.get(x) ?? 0) + 1);
    expect(Math.max(...columns.values())).toBeLessThanOrEqual(2);
    const near = (step: number) =>
      drawn.filter(([x]) => Math.abs(x - (rect.x + (rect.width * step) / count)) <= 1).map(([, y]) => y);
    const others = drawn.map(([, y]) => y).sort((a, b) => a - b);
    expect(Math.min(...near(54_321))).toBe(others[0]);
    expect(Math.max(...near(76_543))).toBe(others.at(-1));
  });

  it('stands the cursor at the step and the marks of a hover on the curves', () => {
    const list = drawCurves(input({ step: 1, hover: 2 }));
    const [cursor] = marksOf(list, 'path', 'cursor');
    expect(cursor!.lines[0]![0]).toBe(rect.x + rect.width / 2);
    const circles = marksOf(list, 'circle', 'hover');
    expect(circles.map(({ x }) => x)).toEqual([rect.x + rect.width, rect.x + rect.width]);
    expect(circles[0]!.y).toBeCloseTo(rect.y + rect.height / 2, 9);
  });

  it('counts a side’s units along the axis', () => {
    const list = drawCurves(input({ span: 4, right: series([1, 0.1, 0.01], 'relaxation', { perStep: 2 }) }));
    expect(points(curve(list, 'right')).map(([x]) => x)).toEqual([
      rect.x,
      rect.x + rect.width / 2,
      rect.x + rect.width,
    ]);
  });

  it('draws losses up to the largest number', () => {
    const list = drawCurves(input({ left: series([1, 1.7e308], 'non-convex') }));
    for (const [x, y] of points(curve(list, 'left'))) expect(Number.isFinite(x + y)).toBe(true);
  });

  it('says what is missing instead of drawing', () => {
    const list = drawCurves(input({ missing: 'not known' }));
    expect(list).toHaveLength(2);
    expect(text(list, 'not known')).toBeDefined();
  });

  it('breaks what is missing in two lines where it would leave the chart', () => {
    const missing = 'no bound is proved for sampled patterns';
    const narrow = drawCurves(input({ missing, width: 220 })).filter(
      (mark): mark is TextMark => mark.kind === 'text' && mark.text !== 'excess loss',
    );
    expect(narrow.map(({ text }) => text).join(' ')).toBe(missing);
    expect(narrow).toHaveLength(2);
    expect(narrow[1]!.y).toBeGreaterThanOrEqual(narrow[0]!.y + 12);
    for (const { text, x, size } of narrow) expect(x + textWidth(text, size)).toBeLessThanOrEqual(220);
  });

  describe.each([1, 1.5])('at scale %d', (scale) => {
    const endings: Record<string, [number[], number[]]> = {
      'at the top, step 0': [[2.4], [2.4]],
      'at the floor': [
        [1, 0],
        [1, 0],
      ],
      'near the floor, the right one lower': [
        [1, 3e-16],
        [1, 0],
      ],
      'close together': [
        [1, 0.02],
        [1, 0.025],
      ],
      'far apart': [
        [1, 0.9],
        [1, 1e-9],
      ],
    };

    it.each(Object.entries(endings))(
      'keeps the names of curves that end %s apart and within the plot',
      (_, ends) => {
        const box = curveRect(400, 170, scale);
        const list = drawCurves(
          input({
            height: 170,
            scale,
            left: series(ends[0], 'non-convex'),
            right: series(ends[1], 'relaxation'),
            span: 100,
          }),
        );
        const [left, right] = [text(list, 'non-convex'), text(list, 'relaxation')];
        const size = 12 * scale;
        expect(Math.abs(left.y - right.y)).toBeGreaterThanOrEqual(1.1 * size);
        for (const label of [left, right]) {
          expect(label.y - size / 2).toBeGreaterThanOrEqual(box.y - 1e-9);
          expect(label.y + size / 2).toBeLessThanOrEqual(box.y + box.height + 1e-9);
          expect(label.x + textWidth(label.text, size)).toBeLessThanOrEqual(400);
        }
        if (ends[0].at(-1)! > ends[1].at(-1)!) expect(left.y).toBeLessThan(right.y);
        if (ends[0].at(-1)! < ends[1].at(-1)!) expect(left.y).toBeGreaterThan(right.y);
      },
    );

    it.each(TITLES)('shows the whole title %s beside its button', (title) => {
      for (const width of [170, 200, 221, 300, 400]) {
        const words = drawCurves(input({ width, scale, title })).filter(
          (mark): mark is TextMark =>
            mark.kind === 'text' && mark.weight === 600 && mark.color === palette.ink,
        );
        expect(words.map((mark) => mark.text).join(' ')).toBe(title);
        words.forEach((mark, line) => {
          expect(mark.x).toBeGreaterThanOrEqual(0);
          // The button is at most 32 px wide.
          expect(mark.x + textWidth(mark.text, mark.size)).toBeLessThanOrEqual(width - 34 + 1e-9);
          expect(mark.y - 0.4 * mark.size).toBeGreaterThanOrEqual(0);
          expect(mark.y + 0.4 * mark.size).toBeLessThan(curveRect(width, 110, scale).y);
          if (line > 0) expect(mark.y - words[line - 1]!.y).toBeGreaterThanOrEqual(mark.size);
        });
      }
    });

    it('sets a title that fits as it has always been', () => {
      const mark = text(drawCurves(input({ width: 400, scale, title: 'excess loss' })), 'excess loss');
      expect([mark.x, mark.y, mark.size]).toEqual([40 * scale, 10 * scale, 13 * scale]);
    });
  });

  it('a floor is a wall across the plot, below its curve, in view however far the curve is above it', () => {
    for (const value of [0.9, 1e-6]) {
      const floors = { all: [{ side: 'left' as const, value, label: 'certified floor' }], pen: floorMarks };
      const list = drawCurves(input({ left: series([3, 2, 1], 'one'), floors }));
      const [wall] = marksOf(list, 'path', 'bound');
      const [x0, y, x1, level] = Array.from(wall!.lines[0]!);
      const rect = curveRect(400, 100, 1);
      expect([x0, x1]).toEqual([rect.x, rect.x + rect.width]);
      expect(level).toBe(y);
      expect(y).toBeLessThanOrEqual(rect.y + rect.height);
      for (const [, at] of points(curve(list, 'left'))) expect(at).toBeLessThan(y!);
      expect(text(list, 'certified floor')).toBeDefined();
    }
    expect(marksOf(drawCurves(input()), 'path', 'bound')).toEqual([]);
  });
});
