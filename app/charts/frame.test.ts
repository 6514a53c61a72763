import { describe, expect, it } from 'vitest';
import { chartAxes, chartRect, mapAxes } from './chart-axes.ts';
import { PALETTES } from './colour/palette.ts';
import type { Mark, TextMark } from './display-list.ts';
import { mapRect } from './frame.ts';
import { createPlane, overlapArea, type Rect } from './geometry.ts';
import { textWidth } from './text-width.ts';

const palette = PALETTES.light;
const view = { x0: -2.24, x1: 2.24, y0: -2.24, y1: 2.24 };

function box({ x, y, text, size, anchor, rotate }: TextMark): Rect {
  const [width, height] = [textWidth(text, size), size];
  const start = anchor === 'start' ? 0 : anchor === 'end' ? -width : -width / 2;
  if (!rotate) return { x: x + start, y: y - height / 2, width, height };
  return { x: x - height / 2, y: y - start - width, width: height, height: width };
}

const texts = (marks: readonly Mark[]) => marks.filter((mark): mark is TextMark => mark.kind === 'text');

const KINDS = { chart: [chartRect, chartAxes], map: [mapRect, mapAxes] } as const;

describe.each(Object.entries(KINDS))('the axes of a %s', (_, [rectOf, axesOf]) => {
  it.each([
    [320, 1, 'a₁', 'a₂'],
    [600, 1.5, 'slope', 'bias'],
    [320, 1.5, 'mean sea surface temperature', 'median house value of the district'],
  ])('keep their words apart within %d pixels at scale %d', (size, scale, x, y) => {
    const plane = createPlane(view, rectOf(size, size, scale));
    const marks = texts(axesOf(plane, { palette, scale }, { x, y }));
    for (const name of [x, y]) expect(marks.some(({ text }) => text === name)).toBe(true);
    const boxes = marks.map(box);
    expect(boxes.length).toBeGreaterThanOrEqual(4);
    boxes.forEach((one, i) => {
      expect(one.x).toBeGreaterThanOrEqual(-0.5);
      expect(one.y).toBeGreaterThanOrEqual(-0.5);
      expect(one.x + one.width).toBeLessThanOrEqual(size + 0.5);
      expect(one.y + one.height).toBeLessThanOrEqual(size + 0.5);
      for (const other of boxes.slice(0, i)) expect(overlapArea(one, other)).toBe(0);
    });
  });

  it('keep the highest value off the name', () => {
    const plane = createPlane({ x0: 0, x1: 2, y0: 0, y1: 2 }, rectOf(400, 400, 1));
    const [name, ...others] = texts(axesOf(plane, { palette, scale: 1 }, { x: 'x', y: 'output' }))
      .sort((a, b) => Number(b.text === 'output') - Number(a.text === 'output'))
      .map(box);
    for (const other of others) expect(overlapArea(name!, other)).toBe(0);
  });

  it('set a value where it is', () => {
    const plane = createPlane(view, rectOf(400, 400, 1));
    const ones = texts(axesOf(plane, { palette, scale: 1 }, { x: 'x', y: 'y' })).filter(
      ({ text }) => text === '1' || text === '1.0',
    );
    const [x, y] = plane.toPixel(1, 1);
    expect(
      ones.some((mark) => Math.abs(mark.x - x) < 1e-9 && mark.y > plane.rect.y + plane.rect.height),
    ).toBe(true);
    expect(ones.some((mark) => Math.abs(mark.y - y) < 1e-9 && mark.x < plane.rect.x)).toBe(true);
  });
});
