import { describe, expect, it } from 'vitest';
import { TRIANGLE, TRIANGLE_VIEW } from '../../../engine/landscapes/triangle.ts';
import { PALETTES } from '../../charts/colour/palette.ts';
import { createPlane, overlapArea } from '../../charts/geometry.ts';
import { createTranslate } from '../../i18n/messages.ts';
import { landscapeRect } from '../../pictures/landscape/rect.ts';
import { cornerNames, roomOfName } from './triangle-marks.ts';

const NAMES = [
  '1→1, 2→2, 3→3\ncost 80, a trap from 0.178 L',
  '1→2, 2→3, 3→1\ncost 24: a trap',
  '1→3, 2→1, 3→2\ncost 40',
];

function named(names: readonly string[], width: number, scale = 1, short: string | null = null) {
  const size = { width, height: width };
  const plane = createPlane(TRIANGLE_VIEW, landscapeRect(width, width, scale));
  const t = createTranslate('en');
  const canvas = { size, drawStyle: { palette: PALETTES.light, scale }, t };
  const marks = cornerNames({ corners: names.join('\n\n'), short }, plane, canvas);
  return { marks, boxes: marks.map(roomOfName), pixels: plane.toPixels(TRIANGLE) };
}

describe('names of the corners of a triangle', () => {
  it.each([
    [160, 1],
    [350, 1],
    [500, 1],
    [320, 1.5],
    [500, 2.25],
  ])('stand within %d pixels at scale %d, off one another and off the corners', (width, scale) => {
    const { marks, boxes, pixels } = named(NAMES, width, scale);
    expect(marks).toHaveLength(6);
    boxes.forEach((box, i) => {
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(width);
      expect(box.y).toBeGreaterThanOrEqual(-1);
      expect(box.y + box.height).toBeLessThanOrEqual(width + 1);
      for (const other of boxes.slice(0, i)) expect(overlapArea(box, other)).toBeLessThan(1);
      for (let k = 0; k < 3; k++) {
        const [x, y] = [pixels[2 * k]!, pixels[2 * k + 1]!];
        expect(x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height).toBe(false);
      }
    });
  });

  it('are one line each where they are one, and smaller only where two would meet', () => {
    expect(named(['a', 'b', 'c'], 160).marks.map(({ text, size }) => [text, size])).toEqual([
      ['a', 13],
      ['b', 13],
      ['c', 13],
    ]);
    expect(named(NAMES, 160).marks[0]!.size).toBeLessThan(13);
  });

  it('are short where long ones would be hard to read, as on a stage', () => {
    const short = '123: 80\n\n231: 24\n\n312: 40';
    for (const [width, scale] of [
      [166, 1],
      [300, 1.5],
      [400, 1.5],
      [580, 2.25],
      [700, 1.5],
    ] as const)
      for (const { size } of named(NAMES, width, scale, short).marks)
        expect(size).toBeGreaterThanOrEqual(10 * scale);
    expect(named(NAMES, 700, 1.5, short).marks).toHaveLength(6);
  });
});
