import { describe, expect, it } from 'vitest';
import { PALETTES } from '../../../charts/colour/palette.ts';
import type { ClipMark, DisplayList, TextMark } from '../../../charts/display-list.ts';
import { growRect, overlapArea, type Rect } from '../../../charts/geometry.ts';
import { marksOf } from '../../../charts/marks/find-marks.ts';
import { labelBox } from '../../../charts/place-labels.ts';
import { textWidth } from '../../../charts/text-width.ts';
import { drawScatter, type Hinge, type ScatterInput } from './scatter-plot.ts';

const palette = PALETTES.light;
const rect = { x: 44, y: 10, width: 344, height: 366 };

/** Samples of relu(x + 0.2): the window is x from -1.16 to 1.16, y from -0.144 to 1.344. */
const POINTS = [-1, 0, 0, 0.2, 1, 1.2];

function draw(more: Partial<ScatterInput> = {}): DisplayList {
  return drawScatter({
    width: 400,
    height: 400,
    scale: 1,
    palette,
    points: POINTS,
    axes: { x: 'x', y: 'y' },
    leak: 0,
    planted: null,
    left: null,
    right: null,
    ...more,
  });
}

function clip(list: DisplayList): ClipMark {
  return list.find((mark): mark is ClipMark => mark.kind === 'clip')!;
}

const curve = (list: DisplayList, side: 'left' | 'right') =>
  Array.from(marksOf(list, 'path', `curve-${side}`)[0]?.lines[0] ?? []);

const xOf = (x: number) => rect.x + (rect.width * (x + 1.16)) / 2.32;
const yOf = (y: number) => rect.y + (rect.height * (1.344 - y)) / 1.488;

/** Returns the box of an unrotated text. */
function boxOf({ text, x, y, size, anchor }: TextMark): Rect {
  const width = textWidth(text, size);
  const share = { start: 0, middle: 0.5, end: 1 }[anchor];
  return { x: x - share * width, y: y - 0.6 * size, width, height: 1.2 * size };
}

describe('drawScatter', () => {
  it('sets the samples where they are', () => {
    const dots = marksOf(draw(), 'symbols', 'samples')[0]!;
    const expected = [xOf(-1), yOf(0), xOf(0), yOf(0.2), xOf(1), yOf(1.2)];
    expected.forEach((value, i) => {
      expect(dots.points[i]).toBeCloseTo(value, 9);
    });
  });

  it('prints no value under the name of a column, and no name off the picture', () => {
    for (const name of ['mean temperature in °C', 'x'.repeat(120)]) {
      const texts = draw({ axes: { x: name, y: name } }).filter(
        (mark): mark is TextMark => mark.kind === 'text',
      );
      const names = texts.filter(({ weight }) => weight === 600);
      const values = texts.filter(({ weight }) => weight !== 600);
      expect(names).toHaveLength(2);
      expect(values.length).toBeGreaterThan(3);
      for (const box of names.map(boxOf)) {
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(400);
        for (const value of values) expect(overlapArea(boxOf(value), box), value.text).toBe(0);
      }
    }
  });

  it('bends a fit at -b/w, where it is zero', () => {
    const left: Hinge = { slope: 1, bias: 0.2, label: 'non-convex' };
    const line = curve(draw({ left }), 'left');
    expect(line).toHaveLength(6);
    expect(line[2]).toBeCloseTo(xOf(-0.2), 9);
    expect(line[3]).toBeCloseTo(yOf(0), 9);
    expect(line[1]).toBeCloseTo(yOf(0), 9);
    expect(line[5]).toBeCloseTo(yOf(1.36), 9);
  });

  it('has a slope left of the bend when it leaks', () => {
    const right: Hinge = { slope: 1, bias: 0, label: 'relaxation' };
    const line = curve(draw({ right, leak: 0.1 }), 'right');
    expect(line[1]).toBeCloseTo(yOf(-0.116), 9);
  });

  it('is straight where the bend lies outside, and flat for no slope', () => {
    const line = curve(draw({ left: { slope: 1, bias: 5, label: 'a' } }), 'left');
    expect(line).toHaveLength(4);
    const flat = curve(draw({ left: { slope: 0, bias: 0, label: 'a' } }), 'left');
    expect(flat).toHaveLength(4);
    expect(flat[1]).toBeCloseTo(yOf(0), 9);
    expect(flat[3]).toBeCloseTo(yOf(0), 9);
  });

  it('clips fits that leave the window and names none that cannot be seen', () => {
    const list = draw({ left: { slope: 40, bias: 400, label: 'far above' } });
    expect(clip(list).rect).toEqual(rect);
    expect(Math.min(...curve(list, 'left'))).toBeLessThan(0);
    expect(list.some((mark) => mark.kind === 'text' && mark.text === 'far above')).toBe(false);
  });

  it('leaves out a fit that is not finite', () => {
    expect(curve(draw({ left: { slope: Number.NaN, bias: 0, label: 'a' } }), 'left')).toEqual([]);
  });

  it('names three fits that coincide in three places', () => {
    const hinge = (label: string): Hinge => ({ slope: 1, bias: 0.2, label });
    const list = draw({ planted: hinge('planted'), left: hinge('non-convex'), right: hinge('relaxation') });
    const names = list.filter(
      (mark): mark is TextMark =>
        mark.kind === 'text' && ['planted', 'non-convex', 'relaxation'].includes(mark.text),
    );
    expect(names).toHaveLength(3);
    names.forEach((a, i) => {
      for (const b of names.slice(0, i)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(40);
    });
  });

  it('lays no name upon another in a low picture of large letters', () => {
    const points = [-1.1, 0, -0.7, 0, -0.4, 0, -0.1, 0.1, 0.1, 0.3, 0.4, 0.6, 0.7, 0.9, 1, 1.2];
    const same = (label: string): Hinge => ({ slope: -1.6, bias: 0.3, label });
    for (const height of [150, 205, 260]) {
      const names = draw({
        width: 400,
        height,
        scale: 1.5,
        points,
        planted: { slope: 1, bias: 0.2, label: 'planted' },
        left: same('non-convex'),
        right: same('relaxation'),
      }).filter((mark): mark is TextMark => mark.kind === 'text' && mark.size > 18);
      expect(names).toHaveLength(3);
      const boxes = names.map(labelBox);
      boxes.forEach((box, i) => {
        for (const other of boxes.slice(0, i)) expect(overlapArea(box, other), `${height} px`).toBe(0);
      });
    }
  });

  it('names "non-convex" and "planted" apart by half a letter in figures of every width', () => {
    const points = Array.from({ length: 24 }, (_, i) => {
      const x = -1.5 + i / 8;
      return [x, Math.max(0, x + 0.2)];
    }).flat();
    for (const width of [240, 320, 420, 520, 640])
      for (const slope of [-1.6, -0.4, 0.3, 0.6, 0.8, 0.95, 1.05])
        for (const bias of [-0.4, 0.1, 0.3, 0.6]) {
          const names = draw({
            width,
            height: 0.85 * width,
            points,
            planted: { slope: 1, bias: 0.2, label: 'planted' },
            left: { slope, bias, label: 'non-convex' },
            right: { slope: 1, bias: 0.15, label: 'relaxation' },
          }).filter((mark): mark is TextMark => mark.kind === 'text' && /^[a-z-]{7,}$/.test(mark.text));
          expect(names.length).toBeGreaterThan(1);
          const boxes = names.map((name) => growRect(labelBox(name), name.size / 4));
          boxes.forEach((box, i) => {
            for (const other of boxes.slice(0, i))
              expect(overlapArea(box, other), `${width} px, ${slope} x + ${bias}`).toBe(0);
          });
        }
  });
});
