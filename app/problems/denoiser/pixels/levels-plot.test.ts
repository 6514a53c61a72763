import { describe, expect, it } from 'vitest';
import { PALETTES } from '../../../charts/colour/palette.ts';
import { marksOf } from '../../../charts/marks/find-marks.ts';
import { drawLevelHeads, drawLevels, type LevelsInput, levelAt } from './levels-plot.ts';

const SIZE = { width: 420, height: 320 };
const names = { x: 'c', y: 'pixel 1', stable: 's', unstable: 'u', cycle: 'o', bound: 'no cycle below' };
const input = (more: Partial<LevelsInput> = {}): LevelsInput => ({
  ...SIZE,
  ...{ scale: 1, palette: PALETTES.light, from: 0, to: 2.5, value: 1, pointed: null, lit: false, names },
  points: [
    { side: 'right', stable: [1, 0.7], unstable: [], cycles: [] },
    { side: 'left', stable: [1, 0, 1, 1], unstable: [1, 0.5], cycles: [2, 0.2, 2, 0.9] },
  ],
  bounds: { left: 1.2, right: Number.NaN },
  heads: { left: Number.NaN, right: Number.NaN },
  ...more,
});

const count = (list: ReturnType<typeof drawLevels>, role: 'stable' | 'unstable' | 'jumps') =>
  marksOf(list, 'symbols', role).reduce((sum, { points }) => sum + points.length / 2, 0);

describe('rest points against a key', () => {
  it('every rest point and every point of a cycle is drawn, by its kind', () => {
    const list = drawLevels(input());
    expect([count(list, 'stable'), count(list, 'unstable'), count(list, 'jumps')]).toEqual([3, 1, 2]);
  });

  it('a side has its bound as a line where that is on the axis, once with its name', () => {
    const list = drawLevels(input());
    expect(marksOf(list, 'path', 'bound')).toHaveLength(1);
    expect(JSON.stringify(list).match(/no cycle below/g)).toHaveLength(1);
    const two = drawLevels(input({ bounds: { left: 1.2, right: 2.05 } }));
    expect(marksOf(two, 'path', 'bound')).toHaveLength(2);
    expect(JSON.stringify(two).match(/no cycle below/g)).toHaveLength(1);
  });

  it('a pixel is the value under it, on an axis that rises and on one that falls', () => {
    for (const axis of [
      [0, 2.5],
      [1, 0.3],
    ] as const) {
      const [cursor] = marksOf(
        drawLevels(input({ from: axis[0], to: axis[1], value: 0.8 })),
        'path',
        'cursor',
      );
      expect(levelAt(SIZE, 1, axis, cursor!.lines[0]![0]!)).toBe(0.8);
      expect([levelAt(SIZE, 1, axis, -9), levelAt(SIZE, 1, axis, 900)]).toEqual(axis);
    }
  });

  it('both sides stand where they are, or at the edge', () => {
    const heads = drawLevelHeads(input({ heads: { left: 0.5, right: 40 } }));
    const [left] = marksOf(heads, 'symbols', 'head-left');
    const [right] = marksOf(heads, 'symbols', 'head-right');
    expect(left!.points[0]).toBeCloseTo(right!.points[0]!, 9);
    expect(right!.points[1]).toBeGreaterThan(0);
    expect(drawLevelHeads(input())).toEqual([]);
  });
});
