import { describe, expect, it } from 'vitest';
import { PALETTES } from '../../charts/colour/palette.ts';
import type { ClipMark, DisplayList, PathMark, SymbolsMark, TextMark } from '../../charts/display-list.ts';
import { overlapArea, type Rect } from '../../charts/geometry.ts';
import { marksOf } from '../../charts/marks/find-marks.ts';
import { textWidth } from '../../charts/text-width.ts';
import { drawPlanar, type PlanarInput } from './planar-plot.ts';

const palette = PALETTES.light;

/** Map 376 x 376 from (24, 1), its origin in the middle at (212, 188), drawn from -2.24 to 2.24. */
function draw(more: Partial<PlanarInput> = {}): DisplayList {
  return drawPlanar({
    width: 401,
    height: 401,
    scale: 1,
    palette,
    points: [2, 0, 0, 1, -1, -1],
    labels: [1, 0, -1],
    axes: { x: 'a₁', y: 'a₂' },
    planted: null,
    left: null,
    right: null,
    ...more,
  });
}

function inside(list: DisplayList): DisplayList {
  return list.find((mark): mark is ClipMark => mark.kind === 'clip')!.marks;
}

function paths(list: DisplayList): PathMark[] {
  return inside(list).filter((mark): mark is PathMark => mark.kind === 'path');
}

const ORIGIN = [24 + 188, 1 + 188] as const;
const UNIT = 376 / 4.48;

/** Returns the box of an unrotated text. */
function boxOf({ text, x, y, size, anchor }: TextMark): Rect {
  const width = textWidth(text, size);
  const share = { start: 0, middle: 0.5, end: 1 }[anchor];
  return { x: x - share * width, y: y - 0.6 * size, width, height: 1.2 * size };
}

/** Texts along the lower edge except the axis's name. */
const valuesBelow = (list: DisplayList, name: string) =>
  list.filter((mark): mark is TextMark => mark.kind === 'text' && mark.y > 380 && mark.text !== name);

describe('drawPlanar', () => {
  it('gives each feature a scale of its own where one would be a line of dots on the other’s', () => {
    // 10 to 50 against 0.5 to 0.8, with a bias: no half-planes.
    const points = [10, 0.5, 30, 0.62, 50, 0.8];
    for (const left of [null, { w: [0.1, -3], label: 'non-convex' } as const]) {
      const dots = inside(draw({ points, labels: [1, 1, 1], left })).filter(
        (mark): mark is SymbolsMark => mark.kind === 'symbols' && mark.points.length > 0,
      );
      const at = Array.from(dots[0]!.points);
      const spread = (first: number) => Math.abs(at[first + 4]! - at[first]!);
      expect(spread(0)).toBeGreaterThan(left ? 100 : 300);
      expect(spread(1)).toBeGreaterThan(left ? 60 : 300);
    }
    const list = draw({ points, labels: [1, 1, 1], left: { w: [0.1, -3], label: 'a' } });
    // The arrow is perpendicular to the boundary.
    const [line] = marksOf(list, 'path', 'boundary-left')[0]!.lines;
    const [arrow] = marksOf(list, 'path', 'direction-left')[0]!.lines;
    const along = [line![2]! - line![0]!, line![3]! - line![1]!];
    const across = [arrow![2]! - arrow![0]!, arrow![3]! - arrow![1]!];
    expect(Math.abs(along[0]! * across[0]! + along[1]! * across[1]!)).toBeLessThan(
      1e-6 * Math.hypot(...along) * Math.hypot(...across),
    );
  });

  it('prints no value under the name of a column, and shortens a name that has no room', () => {
    for (const name of ['mean temperature in °C', 'x'.repeat(120)]) {
      const list = draw({ axes: { x: name, y: name } });
      const shown = list.filter((mark): mark is TextMark => mark.kind === 'text' && mark.weight === 600);
      expect(shown).toHaveLength(2);
      const box = boxOf(shown[0]!);
      expect(box.x).toBeGreaterThan(100);
      const values = valuesBelow(list, shown[0]!.text);
      expect(values.length).toBeGreaterThan(0);
      for (const value of values) expect(overlapArea(boxOf(value), box)).toBe(0);
    }
  });

  it.each([
    [1, 0],
    [0.3, -2],
    [-1, -1],
    [-0.01, 0.02],
  ])('tints the side on which w = (%d, %d) is on', (a, b) => {
    const list = draw({ left: { w: [a, b], label: 'non-convex' } });
    const [tint] = marksOf(list, 'path', 'half-plane-left');
    const [line] = marksOf(list, 'path', 'boundary-left');
    const polygon = tint!.lines[0]!;
    expect(polygon.length).toBeGreaterThanOrEqual(6);
    for (let i = 0; i < polygon.length; i += 2) {
      const [x, y] = [(polygon[i]! - ORIGIN[0]) / UNIT, (ORIGIN[1] - polygon[i + 1]!) / UNIT];
      expect((a * x + b * y) / Math.hypot(a, b)).toBeGreaterThanOrEqual(-1e-9);
    }
    const boundary = line!.lines[0]!;
    for (let i = 0; i < 4; i += 2) {
      const [x, y] = [(boundary[i]! - ORIGIN[0]) / UNIT, (ORIGIN[1] - boundary[i + 1]!) / UNIT];
      expect((a * x + b * y) / Math.hypot(a, b)).toBeCloseTo(0, 9);
      expect(Math.hypot(x, y)).toBeGreaterThan(2.24 * Math.SQRT2);
    }
  });

  it('points the arrow along w and keeps it inside', () => {
    const arrow = marksOf(draw({ left: { w: [30, 40], label: 'non-convex' } }), 'path', 'direction-left')[0]!
      .lines[0]!;
    expect([arrow[0], arrow[1]]).toEqual([...ORIGIN]);
    expect((arrow[2]! - ORIGIN[0]) / (ORIGIN[1] - arrow[3]!)).toBeCloseTo(0.75, 9);
    expect(Math.hypot(arrow[2]! - ORIGIN[0], arrow[3]! - ORIGIN[1])).toBeCloseTo(0.36 * 376, 6);
  });

  it('draws nothing for no direction', () => {
    for (const w of [
      [0, 0],
      [Number.NaN, 1],
    ] as const)
      expect(paths(draw({ left: { w, label: 'a' } }))).toEqual([]);
  });

  it('lays what comes from beside it over the samples', () => {
    const ring = { kind: 'circle', x: 1, y: 2, r: 3 } as const;
    expect(inside(draw({ extra: () => [ring] })).at(-1)).toEqual(ring);
  });

  it('tells labels above, at and below zero by shape and fill', () => {
    const symbols = inside(draw()).filter((mark): mark is SymbolsMark => mark.kind === 'symbols');
    const of = (x: number, y: number) =>
      symbols.find(
        ({ points }) =>
          points.length === 2 &&
          Math.abs(points[0]! - ORIGIN[0] - UNIT * x) < 1e-6 &&
          Math.abs(ORIGIN[1] - points[1]! - UNIT * y) < 1e-6,
      )!;
    expect([of(2, 0).shape, of(2, 0).fill]).toEqual(['dot', palette.ink]);
    expect([of(0, 1).shape, of(0, 1).fill]).toEqual(['dot', palette.paper]);
    expect([of(-1, -1).shape, of(-1, -1).fill]).toEqual(['cross', undefined]);
  });
});
