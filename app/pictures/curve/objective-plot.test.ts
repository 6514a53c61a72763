import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PALETTES } from '../../charts/colour/palette.ts';
import type { DisplayList, Mark, TextMark } from '../../charts/display-list.ts';
import { overlapArea } from '../../charts/geometry.ts';
import { marksOf } from '../../charts/marks/find-marks.ts';
import type { MarkRole } from '../../charts/marks/roles.ts';
import { textWidth } from '../../charts/text-width.ts';
import { drawObjective, type ObjectiveInput, objectiveRect } from './objective-plot.ts';

const palette = PALETTES.light;
const rect = objectiveRect(500, 240, 1);
const [bottom, right] = [rect.y + rect.height, rect.x + rect.width];

const side = (values: ArrayLike<number>, label: string, ended = false) => ({
  values,
  count: values.length,
  perStep: 1,
  label,
  ended,
});
const proved = (values: ArrayLike<number>) => ({
  values,
  count: values.length,
  perStep: 1,
  label: 'proved lower bound',
});

function draw(more: Partial<ObjectiveInput> = {}): DisplayList {
  return drawObjective({
    width: 500,
    height: 240,
    scale: 1,
    palette,
    title: 'objective',
    left: side([100, 10, 1], 'descent'),
    right: side([100, 1], 'program', true),
    bound: proved([0.1, 1]),
    span: 2,
    axis: 'step',
    step: 0,
    hover: null,
    ...more,
  });
}

function flat(list: DisplayList): Mark[] {
  return list.flatMap((mark) => (mark.kind === 'clip' ? flat(mark.marks) : [mark]));
}

/** Returns the flat pixels of a role's line; empty without one. */
const line = (list: DisplayList, role: MarkRole) =>
  Array.from(marksOf(list, 'path', role)[0]?.lines[0] ?? []);
const stairs = (list: DisplayList) => line(list, 'bound');
const text = (list: DisplayList, words: string) =>
  flat(list).find((mark): mark is TextMark => mark.kind === 'text' && mark.text === words)!;

const close = (numbers: number[]) => numbers.map((value) => expect.closeTo(value, 6));

describe('drawObjective', () => {
  it('sets objectives at their logarithm, three quarters of the plot above the final bound', () => {
    const list = draw();
    // Two decades from 1, a quarter up, to 100 take 2/0.75 decades of plot and 0.08 for the room above.
    const decade = rect.height / (2 / 0.75 + 0.08);
    const foot = bottom - (decade * 2) / 3;
    const middle = (rect.x + right) / 2;
    const down = [foot - 2 * decade, foot - decade, foot];
    expect(line(list, 'curve-left')).toEqual(close([rect.x, down[0]!, middle, down[1]!, right, down[2]!]));
    expect(line(list, 'curve-right')).toEqual(close([rect.x, down[0]!, middle, foot]));
    expect(text(list, '10').y).toBeCloseTo(down[1]!, 6);
    expect(stairs(draw({ bound: proved([0.2]) }))[1]).toBeCloseTo(foot, 6);
  });

  it('goes on with the last value of a side that has ended, and only then', () => {
    const list = draw();
    const end = line(list, 'curve-right').slice(-2);
    expect(line(list, 'curve-end-right')).toEqual([...end, right, end[1]]);
    const name = text(list, 'program');
    expect(name.x).toBeGreaterThan(end[0]!);
    expect(Math.abs(name.y - end[1]!)).toBeLessThan(1.5 * name.size);
    const open = draw({ right: side([100, 1], 'program') });
    expect(line(open, 'curve-end-right')).toEqual([]);
    expect(text(open, 'program').x).toBeCloseTo(end[0]! + 6, 9);
    expect(line(draw({ right: side([3, 2, 1], 'program', true) }), 'curve-end-right')).toEqual([]);
  });

  it('draws the bound as a staircase to the right edge and hatches all below it', () => {
    const list = draw({ bound: proved([0.4, 0.4, 0.8, 1]), span: 10, left: side([100, 1], 'descent') });
    const at = (step: number) => rect.x + (rect.width * step) / 10;
    const [x0, a, x1, a2, x2, b, x3, b2, x4, c, x5, c2] = stairs(list);
    expect([x0, x1, x2, x3, x4, x5]).toEqual(close([at(0), at(2), at(2), at(3), at(3), right]));
    expect([a2, b2, c2]).toEqual([a, b, c]);
    expect(a!).toBeGreaterThan(b!);
    expect(c).toBeCloseTo(line(list, 'curve-end-right')[1]!, 9);
    const hatch = marksOf(list, 'hatch', 'bound')[0]!;
    const polygon = Array.from(hatch.polygon);
    expect(polygon.slice(0, 12)).toEqual(stairs(list));
    expect(polygon.slice(12)).toEqual([right, bottom + 3, at(0), bottom + 3]);
  });

  it('never lets a curve fall below a bound that holds', () => {
    const factor = fc.double({ min: 0, max: 1, noNaN: true });
    const list = fc.array(fc.double({ min: 1e-3, max: 10, noNaN: true }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(list, list, factor, (a, b, share) => {
        const least = Math.min(...a, ...b);
        const marks = draw({
          left: side(a, 'descent'),
          right: side(b, 'program', true),
          bound: proved([0.5 * share * least, share * least]),
          span: 12,
        });
        const drawn = stairs(marks);
        const under = drawn.at(-1) ?? bottom;
        for (const role of ['curve-left', 'curve-right', 'curve-end-right'] as const) {
          const points = line(marks, role);
          for (let i = 1; i < points.length; i += 2) expect(points[i]!).toBeLessThanOrEqual(under + 1e-6);
        }
      }),
    );
  });

  it('leaves out a bound that says nothing, or next to nothing', () => {
    for (const bound of [null, proved([]), proved([0]), proved([Number.NaN]), proved([1e-9])]) {
      const list = draw({ bound });
      expect(stairs(list)).toEqual([]);
      expect(text(list, 'proved lower bound')).toBeUndefined();
      expect(line(list, 'curve-left').every(Number.isFinite)).toBe(true);
    }
  });

  it('begins the staircase where the bound comes into view', () => {
    const list = draw({ bound: proved([0, 1e-30, 0.5]), span: 4 });
    expect(stairs(list)[0]).toBeCloseTo(rect.x + rect.width / 2, 9);
  });

  it('is linear where an objective is zero', () => {
    const list = draw({
      left: side([2, 1, 0], 'descent'),
      right: side([2, 0], 'program'),
      bound: proved([0]),
    });
    const [, a, , b, , c] = line(list, 'curve-left');
    expect(b).toBeCloseTo((a! + c!) / 2, 6);
    expect(bottom - c!).toBeGreaterThan(0.2 * rect.height);
    expect(stairs(list).at(-1)).toBeCloseTo(c!, 6);
  });

  it('draws objectives from the least number to the largest', () => {
    for (const values of [
      [Number.MAX_VALUE, 1],
      [1, Number.MIN_VALUE],
      [Number.MAX_VALUE, Number.MIN_VALUE],
      [Number.NaN, Number.POSITIVE_INFINITY],
    ]) {
      const list = draw({ left: side(values, 'descent'), right: side(values, 'program', true), bound: null });
      const drawn = line(list, 'curve-left');
      expect(drawn.length).toBe(Number.isFinite(values[0]) ? 4 : 0);
      if (drawn.length > 0) expect(drawn[1]! - rect.y).toBeLessThan(0.1 * rect.height);
      for (let i = 1; i < drawn.length; i += 2) {
        expect(drawn[i]!).toBeGreaterThanOrEqual(rect.y);
        expect(drawn[i]!).toBeLessThanOrEqual(bottom);
      }
    }
  });

  it('shows the end of a long run that falls at its last step', () => {
    const falling = new Float64Array(10_000).fill(1);
    falling[9_999] = 0.1;
    const list = draw({
      left: side(falling, 'descent'),
      bound: null,
      right: side([1], 'program'),
      span: 9_999,
    });
    expect(line(list, 'curve-left').at(-1)!).toBeLessThan(bottom);
  });

  it('names the bound below all of its line that the name stands under', () => {
    const late = (before: number) => {
      const list = draw({ span: 100, bound: proved([...new Array(90).fill(before), 1]) });
      return { name: text(list, 'proved lower bound'), line: stairs(list) };
    };
    const { name, line: drawn } = late(0.6);
    expect(drawn[1]).toBeGreaterThan(drawn.at(-1)! + 2);
    expect(name.y - 0.4 * name.size).toBeGreaterThan(drawn[1]!);
    // Without room it stays in the plot.
    const low = late(0.25).name;
    expect(low.y + 0.4 * low.size).toBeLessThanOrEqual(bottom);
  });

  it('names the bound in two lines where one would be set smaller, and makes room for them', () => {
    const label = 'no network of any size gets below this';
    const bound = { ...proved([0.1, 1]), label };
    expect(text(draw({ bound }), label).size).toBe(12);
    const list = draw({ bound, width: 360, height: 280, scale: 1.6 });
    const [first, second] = [text(list, 'no network of any size'), text(list, 'gets below this')];
    for (const { size } of [first, second]) expect(size).toBeCloseTo(12 * 1.6, 9);
    expect(first.y - 0.5 * first.size).toBeGreaterThanOrEqual(stairs(list).at(-1)!);
    expect(second.y).toBeGreaterThanOrEqual(first.y + second.size);
    const plot = objectiveRect(360, 280, 1.6);
    expect(second.y + 0.5 * second.size).toBeLessThanOrEqual(plot.y + plot.height);
    expect(second.x + 0.5 * textWidth(second.text, second.size)).toBeLessThanOrEqual(plot.x + plot.width);
  });

  it('leaves room between the values of its axis', () => {
    for (const [high, low] of [
      [0.62, 0.16],
      [0.3, 0.01],
      [1, 1e-3],
      [1e3, 1e-9],
    ] as const) {
      const list = draw({
        left: side([high, low], 'descent'),
        right: side([low], 'program'),
        bound: proved([low]),
      });
      const heights = flat(list)
        .filter((mark): mark is TextMark => mark.kind === 'text' && mark.anchor === 'end' && mark.x < rect.x)
        .map(({ y }) => y)
        .sort((a, b) => a - b);
      expect(heights.length).toBeGreaterThanOrEqual(3);
      heights.slice(1).forEach((y, i) => {
        expect(y - heights[i]!).toBeGreaterThanOrEqual(15);
      });
    }
  });

  it('cuts off a run that rises, without making the others small', () => {
    const calm = draw();
    const wild = draw({ left: side([100, 1e9, 1.7e308], 'descent') });
    expect(line(wild, 'curve-right')).toEqual(line(calm, 'curve-right'));
    expect(line(wild, 'curve-left')[3]!).toBeLessThan(rect.y);
    expect(text(wild, 'descent').y).toBeGreaterThanOrEqual(rect.y);
  });

  it('thins 100,000 steps, of the bound too', () => {
    const count = 100_000;
    const falling = Float64Array.from({ length: count }, (_, k) => 1 + 1 / (1 + k) + 1e-3 * Math.sin(k));
    const rising = Float64Array.from({ length: count }, (_, k) => 0.9 - 0.5 / (1 + k / 1000));
    const list = draw({ left: side(falling, 'descent'), bound: proved(rising), span: count });
    expect(line(list, 'curve-left').length).toBeLessThanOrEqual(4 * Math.ceil(rect.width + 1));
    const drawn = stairs(list);
    expect(drawn.length).toBeLessThanOrEqual(8 * Math.ceil(rect.width + 1));
    expect(drawn.length).toBeGreaterThan(rect.width);
    for (let i = 2; i < drawn.length; i += 2) {
      expect(drawn[i]!).toBeGreaterThanOrEqual(drawn[i - 2]!);
      expect(drawn[i + 1]!).toBeLessThanOrEqual(drawn[i - 1]!);
    }
  });

  it('marks the values under the pointer, of a side that has ended its last', () => {
    const list = draw({ hover: 2, step: 1 });
    const circles = marksOf(list, 'circle', 'hover');
    const left = line(list, 'curve-left');
    expect(circles.map(({ x, y }) => [x, y])).toEqual([close([right, left[5]!]), close([right, left[5]!])]);
    const open = flat(draw({ hover: 2, right: side([100, 1], 'program') }));
    expect(open.filter((mark) => mark.kind === 'circle')).toHaveLength(1);
    expect(line(list, 'cursor')[0]).toBeCloseTo((rect.x + right) / 2, 9);
  });

  it.each([
    [320, 150, 1],
    [500, 240, 1.5],
    [800, 300, 1.5],
  ])('keeps its words apart and within %d x %d at scale %d', (width, height, scale) => {
    const ends: [number[], number[], number[]][] = [
      [
        [0.3, 0.0102],
        [0.3, 0.01],
        [0.007, 0.01],
      ],
      [
        [0.62, 0.3],
        [0.4, 0.16],
        [0.14, 0.16],
      ],
      [[1e-3, 9e-4], [1e-3, 8.9e-4], [8e-4]],
      [[5, 1e-7], [5, 1e-8], [1e-9]],
      [[1, 0], [1, 0], [0]],
      [[], [], []],
    ];
    for (const [left, program, bound] of ends) {
      const list = draw({
        width,
        height,
        scale,
        left: side(left, 'descent'),
        right: side(program, 'program', true),
        bound: proved(bound),
        span: 3,
      });
      const texts = flat(list).filter((mark): mark is TextMark => mark.kind === 'text');
      const boxes = texts.map(({ x, y, text: words, size, anchor }) => {
        const wide = textWidth(words, size);
        const start = anchor === 'start' ? x : anchor === 'end' ? x - wide : x - wide / 2;
        return { x0: start, x1: start + wide, y0: y - 0.4 * size, y1: y + 0.4 * size };
      });
      boxes.forEach((one, i) => {
        expect(one.x0).toBeGreaterThanOrEqual(-0.5);
        expect(one.x1).toBeLessThanOrEqual(width + 0.5);
        expect(one.y1).toBeLessThanOrEqual(height + 0.5);
        for (const other of boxes.slice(0, i)) {
          const apart = one.x0 >= other.x1 || other.x0 >= one.x1 || one.y0 >= other.y1 || other.y0 >= one.y1;
          expect(apart).toBe(true);
        }
      });
    }
  });

  it('shows a weaker bound as a dotted line below the proved one, named where there is room', () => {
    const guide = { value: 0.2, label: 'weaker' };
    const list = draw({ guide });
    const [, at] = line(list, 'criterion');
    expect(at).toBeGreaterThan(stairs(list).at(-1)!);
    expect(at).toBeLessThan(bottom);
    expect(text(list, 'weaker').y).toBeLessThan(at!);
    // A guide equal to the proved bound needs no name; one far below is out of view.
    expect(text(draw({ guide: { ...guide, value: 0.99 } }), 'weaker')).toBeUndefined();
    expect(line(draw({ guide: { ...guide, value: 1e-9 } }), 'criterion')).toEqual([]);
    expect(line(draw(), 'criterion')).toEqual([]);
  });

  it('shows a best value above the lines too, its name clear of theirs wherever they end', () => {
    const guide = { value: 300, label: 'best 300' };
    for (const count of [1, 2, 3]) {
      const values = [280, 290, 300].slice(0, count);
      const list = draw({
        guide,
        left: side(values, 'descent'),
        right: side(values, 'program'),
        bound: null,
      });
      const [, at] = line(list, 'criterion');
      expect(at).toBeGreaterThanOrEqual(rect.y);
      const boxes = ['best 300', 'descent', 'program'].map((name) => {
        const { x, y, size } = text(list, name);
        return { x, y: y - size / 2, width: textWidth(name, size), height: size };
      });
      expect(overlapArea(boxes[0]!, boxes[1]!) + overlapArea(boxes[0]!, boxes[2]!), `${count}`).toBe(0);
    }
  });

  it('has a second number of a side as a line of its own, and room for it; a rise counts where it is asked for', () => {
    const highest = (more: Partial<ObjectiveInput>) =>
      Math.min(
        ...line(draw({ right: side([1, 500], 'program'), bound: null, ...more }), 'curve-right').filter(
          (_, i) => i % 2,
        ),
      );
    expect(highest({})).toBeLessThan(rect.y);
    expect(highest({ whole: true })).toBeGreaterThanOrEqual(rect.y);
    const beside = { ...side([1000, 1], ''), side: 'right' as const };
    const dashed = (list: DisplayList) =>
      flat(list).filter(
        (mark) => mark.kind === 'path' && !mark.role && mark.strokes?.[0]?.dash?.length === 2,
      );
    expect([dashed(draw({ beside })).length, dashed(draw()).length]).toEqual([1, 0]);
    expect(line(draw({ beside }), 'curve-left')[1]).toBeGreaterThan(line(draw(), 'curve-left')[1]!);
  });

  it('draws signed values where they are, below 0 too, of however long a run', () => {
    const long = Float64Array.from({ length: 300_000 }, (_, k) => (k % 2 ? -3 : 3));
    const signed = { signed: true, bound: null };
    const list = draw({ ...signed, left: side([0, 2, -2], 'one'), right: side([0, -1, 0], 'other') });
    const [, zero, , top, , low] = line(list, 'curve-left');
    expect(top).toBeLessThan(zero!);
    expect(low! - zero!).toBeCloseTo(zero! - top!, 9);
    expect(line(list, 'curve-right')[3]! - zero!).toBeCloseTo((low! - zero!) / 2, 9);
    expect(() =>
      draw({ ...signed, span: 300_000, left: side(long, 'one'), right: side(long, 'other') }),
    ).not.toThrow();
  });
});
