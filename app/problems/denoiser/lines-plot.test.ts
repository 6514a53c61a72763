import { describe, expect, it } from 'vitest';
import { PALETTES } from '../../charts/colour/palette.ts';
import type { DisplayList } from '../../charts/display-list.ts';
import { marksOf } from '../../charts/marks/find-marks.ts';
import { curveRect } from '../../pictures/curve/step-plot.ts';
import { drawLines, type LinesInput, type PlotLine } from './lines-plot.ts';

const line = (side: 'left' | 'right', values: readonly number[], more: Partial<PlotLine> = {}): PlotLine => ({
  ...{ side, values, count: values.length, perStep: 1, look: 'main', label: side, ended: false },
  ...more,
});

const SIZE = { width: 300, height: 160 };
const input = (lines: readonly PlotLine[], more: Partial<LinesInput> = {}): LinesInput => ({
  ...SIZE,
  ...{ scale: 1, palette: PALETTES.light, title: 'T', axis: 'step', lines, isLog: false },
  ...{ span: 10, step: 0, hover: null, lit: null },
  ...more,
});

const heights = (list: DisplayList, role: 'curve-left' | 'curve-right' | 'bound' | 'criterion') =>
  marksOf(list, 'path', role).flatMap(({ lines }) =>
    lines.flatMap((points) => Array.from(points).filter((_, i) => i % 2 === 1)),
  );
const rect = curveRect(SIZE.width, SIZE.height, 1);

describe('lines over the steps', () => {
  it('a linear axis holds all values and what they are read against', () => {
    const list = drawLines(
      input([line('left', [2, 3]), line('right', [4, 2])], { guide: { value: 1, label: '' } }),
    );
    const [at] = heights(list, 'criterion');
    for (const y of [...heights(list, 'curve-left'), ...heights(list, 'curve-right')]) {
      expect(y).toBeGreaterThan(rect.y);
      expect(y).toBeLessThan(at!);
    }
    expect(at).toBeLessThan(rect.y + rect.height);
  });

  it('one that falls for ever leaves the plot by its foot: the axis reaches so far below the highest value', () => {
    const deep = drawLines(input([line('left', [5, 0, -500])], { depth: 40 }));
    const whole = drawLines(input([line('left', [5, 0, -500])]));
    expect(Math.max(...heights(deep, 'curve-left'))).toBeGreaterThan(rect.y + rect.height);
    expect(Math.max(...heights(whole, 'curve-left'))).toBeLessThan(rect.y + rect.height);
  });

  it('a logarithmic axis: equal factors are equal heights, 0 stands at its foot, what is no number leaves a gap', () => {
    const list = drawLines(input([line('left', [Number.NaN, 1, 1e-2, 1e-4, 0])], { isLog: true }));
    const [a, b, c, foot] = heights(list, 'curve-left');
    expect(b! - a!).toBeCloseTo(c! - b!, 9);
    expect(foot).toBeCloseTo(rect.y + rect.height, 6);
  });

  it('nothing that is drawn has a height before the first number', () => {
    for (const isLog of [true, false]) {
      const list = drawLines(
        input([line('left', [Number.NaN]), line('right', [])], { isLog, guide: { value: 1, label: '' } }),
      );
      expect(heights(list, 'curve-left')).toEqual([]);
      expect(JSON.stringify(list)).not.toContain('null');
    }
  });

  it('a bound is drawn without a name; a line that ended goes on to the edge', () => {
    const lines = [
      line('right', [8, 4, 2], { look: 'bound', label: '' }),
      line('right', [3, 2, 1]),
      line('left', [4, 2], { ended: true }),
    ];
    const list = drawLines(input(lines, { isLog: true }));
    expect(marksOf(list, 'path', 'bound')).toHaveLength(1);
    const texts = JSON.stringify(list).match(/"text":"(left|right)"/g);
    expect(texts).toHaveLength(2);
    // A line of no role goes on from where it ended.
    const ends = marksOf(list, 'path', undefined as never).flatMap(({ lines: all }) =>
      all.map((points) => points[points.length - 2]!),
    );
    expect(ends.filter((x) => Math.abs(x - (rect.x + rect.width)) < 1e-9).length).toBeGreaterThan(0);
  });

  it('amber lies under what is pointed at', () => {
    const lines = [line('right', [8, 4], { look: 'bound', label: '' }), line('left', [1, 2])];
    const strokes = (lit: LinesInput['lit']) =>
      marksOf(drawLines(input(lines, { lit, isLog: true })), 'path', 'bound')[0]!.strokes!.length;
    expect(strokes('bound')).toBeGreaterThan(strokes(null));
  });
});
