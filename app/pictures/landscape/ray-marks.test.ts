import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PALETTES } from '../../charts/colour/palette.ts';
import type { DisplayList, TextMark } from '../../charts/display-list.ts';
import { overlapArea } from '../../charts/geometry.ts';
import { marksOf } from '../../charts/marks/find-marks.ts';
import { textWidth } from '../../charts/text-width.ts';
import { type CurveInput, drawCurves } from '../curve/curve-plot.ts';
import { curveRect } from '../curve/step-plot.ts';
import { type CurveRay, rayMarks } from './ray-marks.ts';

const palette = PALETTES.light;
const [width, height] = [400, 160];
const rect = curveRect(width, height, 1);
const [right, bottom] = [rect.x + rect.width, rect.y + rect.height];
const SPAN = 100;

/** Both curves fall from 1 to 1e-4 over half the axis: four decades. */
function plot(rays: readonly CurveRay[], more: Partial<CurveInput> = {}): DisplayList {
  const values = Array.from({ length: 51 }, (_, k) => 10 ** ((-4 * k) / 50));
  const series = (label: string) => ({ values, count: 51, reference: 0, perStep: 1, label });
  return drawCurves({
    width,
    height,
    scale: 1,
    palette,
    title: 'loss',
    left: series('one'),
    right: series('other'),
    span: SPAN,
    axis: 'round',
    step: 50,
    hover: null,
    missing: null,
    rays: { all: rays, pen: rayMarks },
    ...more,
  });
}

const ray = (factor: number, more: Partial<CurveRay> = {}): CurveRay => ({
  side: 'right',
  from: 20,
  value: 0.01,
  factor,
  ...more,
});
const xOf = (step: number) => rect.x + (rect.width * step) / SPAN;
const yOf = (value: number) => rect.y - (rect.height * Math.log10(value)) / 4;
const linesOf = (list: DisplayList) =>
  marksOf(list, 'path', 'band-edge').map(({ lines }) => Array.from(lines[0]!));

describe('rays ahead of a curve', () => {
  it('pass through value * factor^(step - from), and end at the edge of the plot', () => {
    const factors = fc.double({ min: 1e-3, max: 1.5, noNaN: true });
    fc.assert(
      fc.property(factors, fc.double({ min: 1, max: 79, noNaN: true }), (factor, ahead) => {
        const [[x0, y0, x1, y1]] = linesOf(plot([ray(factor)])) as [number[]];
        expect([x0, y0]).toEqual([xOf(20), expect.closeTo(yOf(0.01), 9)]);
        expect(x1 === right || Math.abs(y1! - bottom) < 1e-9 || Math.abs(y1! - rect.y) < 1e-9).toBe(true);
        expect(y1).toBeGreaterThanOrEqual(rect.y - 1e-9);
        expect(y1).toBeLessThanOrEqual(bottom + 1e-9);
        const at = xOf(20 + ahead);
        if (at > x1!) return;
        const share = (at - x0!) / (x1! - x0!);
        expect(y0! + share * (y1! - y0!)).toBeCloseTo(
          yOf(0.01) - (rect.height * ahead * Math.log10(factor)) / 4,
          6,
        );
      }),
    );
  });

  it('fall straight down at factor 0, stay level at 1, and are not drawn where nothing of them is in view', () => {
    const from = [xOf(20), expect.closeTo(yOf(0.01), 9)];
    expect(linesOf(plot([ray(0)]))).toEqual([[...from, xOf(20), bottom]]);
    expect(linesOf(plot([ray(1)]))).toEqual([[...from, right, from[1]]]);
    const unseen = [
      ray(Number.NaN),
      ray(-1),
      ray(0.9, { value: 0 }),
      ray(0.9, { value: Number.NaN }),
      ray(0.9, { value: 1e-9 }),
      ray(0.9, { from: SPAN }),
    ];
    for (const one of unseen) expect(linesOf(plot([one])), JSON.stringify(one)).toEqual([]);
  });

  it('leave the axis, the curves and their names as they are', () => {
    const bare = plot([]);
    const kept = (list: DisplayList) => list.filter(({ kind }) => kind !== 'clip');
    expect(kept(plot([ray(0.5), ray(0.01)]))).toEqual(kept(bare));
    for (const side of ['left', 'right'] as const)
      expect(marksOf(plot([ray(0.5)]), 'path', `curve-${side}`)).toEqual(
        marksOf(bare, 'path', `curve-${side}`),
      );
  });

  it('hold a faint wedge between two of one start, up to the corner between their ends', () => {
    const wedgeOf = (rays: readonly CurveRay[]) =>
      marksOf(plot(rays), 'path', 'band').map(({ lines }) => Array.from(lines[0]!).map(Math.round));
    const whole = (...points: number[]) => points.map(Math.round);
    const start = [xOf(20), yOf(0.01)];
    expect(wedgeOf([ray(1), ray(0)])).toEqual([
      whole(...start, xOf(20), bottom, right, bottom, right, yOf(0.01)),
    ]);
    const level = yOf(0.01) + (rect.height * 80 * -Math.log10(0.99)) / 4;
    expect(wedgeOf([ray(1), ray(0.99)])).toEqual([whole(...start, right, level, right, yOf(0.01))]);
    expect(wedgeOf([ray(1), ray(0.99, { side: 'left' })])).toEqual([]);
    expect(wedgeOf([ray(1), ray(0.99, { from: 30 })])).toEqual([]);
  });

  it.each([1, 1.5])(
    'are named where nothing else is written, in the colour of their side, at scale %d',
    (scale) => {
      const boxOf = ({ text, x, y, size, anchor }: TextMark) => {
        const wide = textWidth(text, size);
        return {
          x: anchor === 'middle' ? x - wide / 2 : x,
          y: y - 0.4 * size,
          width: wide,
          height: 0.8 * size,
        };
      };
      for (const from of [0, 20, 48]) {
        const rays = [ray(0.99, { from, label: 'slowest' }), ray(0.8, { from, label: 'fastest' })];
        const texts = plot(rays, { scale }).filter((mark): mark is TextMark => mark.kind === 'text');
        const named = texts.filter(({ text }) => text.endsWith('est'));
        if (scale === 1) expect(named.map(({ text }) => text)).toEqual(['slowest', 'fastest']);
        for (const name of named) {
          expect(name.color).toBe(palette.rightText);
          for (const other of texts.filter((mark) =>
            ['one', 'other', 'slowest', 'fastest'].includes(mark.text),
          ))
            if (other !== name) expect(overlapArea(boxOf(name), boxOf(other)), other.text).toBe(0);
        }
      }
    },
  );
});
