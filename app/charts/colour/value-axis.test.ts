import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawPhase } from '../../pictures/ensemble/phase-plot.ts';
import { drawLandscapeBase } from '../../pictures/landscape/base.ts';
import { drawFit } from '../../problems/kit/fit-plot.ts';
import { drawPlanar } from '../../problems/planar/planar-plot.ts';
import { drawCoordinates } from '../../problems/planar/samples/coordinates-plot.ts';
import { drawScatter } from '../../problems/planar/samples/scatter-plot.ts';
import { drawOutputs } from '../../problems/two-layer/output/plot.ts';
import { drawResidualMap } from '../../problems/two-layer/output/residual-plot.ts';
import type { DisplayList, TextMark } from '../display-list.ts';
import { roomFor } from '../frame.ts';
import { overlapArea, type Rect } from '../geometry.ts';
import { textWidth } from '../text-width.ts';
import { PALETTES } from './palette.ts';

const palette = PALETTES.light;
const axes = { x: 'x', y: 'y' };

function texts(list: DisplayList): TextMark[] {
  return list.flatMap((mark) =>
    mark.kind === 'text' ? [mark] : mark.kind === 'clip' || mark.kind === 'group' ? texts(mark.marks) : [],
  );
}

function box({ x, y, text, size, anchor, rotate }: TextMark): Rect {
  const [width, height] = [textWidth(text, size), 0.9 * size];
  const start = anchor === 'start' ? 0 : anchor === 'end' ? -width : -width / 2;
  if (!rotate) return { x: x + start, y: y - height / 2, width, height };
  return { x: x - height / 2, y: y - start - width, width: height, height: width };
}

interface Frame {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly palette: typeof palette;
}

/** Every chart with values at its left, on numbers from `a` to `b`. */
const CHARTS: Readonly<Record<string, (frame: Frame, a: number, b: number) => DisplayList>> = {
  coordinates: (frame, a, b) =>
    drawCoordinates({ ...frame, plant: [a, b, a], left: [b, b, a], right: [a, a, a], axes }),
  scatter: (frame, a, b) =>
    drawScatter({ ...frame, points: [a, a, b, b], axes, leak: 0, planted: null, left: null, right: null }),
  planar: (frame, a, b) =>
    drawPlanar({
      ...frame,
      points: [a, a, b, b],
      labels: [0, 1],
      axes,
      planted: null,
      left: null,
      right: null,
    }),
  outputs: (frame, a, b) =>
    drawOutputs({ ...frame, points: [a, a, b, b], axes, xs: [a, b], teacher: null, left: null, right: null }),
  residuals: (frame, a, b) =>
    drawResidualMap({ ...frame, axes, points: [a, a, b, b], residuals: [0, 1], map: null, extent: 1 }),
  fit: (frame, a, b) => drawFit({ ...frame, axes, labels: [a, b], left: null, right: null }),
  landscape: (frame, a, b) =>
    drawLandscapeBase({
      ...frame,
      ground: null,
      kinks: [],
      valleys: [],
      keepOut: [],
      view: { x0: a, x1: b, y0: a, y1: b },
      axes,
      picture: null,
      deadZone: null,
    }),
  phase: (frame, a, b) =>
    drawPhase({
      ...frame,
      axes: { x: 'noise', y: '' },
      columns: ['1'],
      rows: [a.toPrecision(6), b.toPrecision(6)],
      values: [0, 1],
      kind: 'share',
      ticks: [],
      lines: [],
      cursor: null,
    }),
};

const frames = fc.constantFrom(
  { width: 400, height: 374, scale: 1, palette },
  { width: 220, height: 200, scale: 1, palette },
  { width: 328, height: 240, scale: 1, palette },
  { width: 400, height: 374, scale: 1.5, palette },
);

describe.each(Object.entries(CHARTS))('the values of a chart: %s', (_, draw) => {
  it('stand inside it, none on another', () => {
    const domains = fc.record({
      power: fc.integer({ min: -200, max: 200 }),
      from: fc.double({ min: -10, max: 10, noNaN: true }),
      width: fc.double({ min: -5, max: 2, noNaN: true }),
    });
    fc.assert(
      fc.property(frames, domains, (frame, { power, from, width }) => {
        const unit = 10 ** power;
        const marks = texts(draw(frame, from * unit, (from + 10 ** width) * unit));
        // Tabular digits are as wide as a zero.
        for (const mark of marks)
          expect(box({ ...mark, text: mark.text.replaceAll('1', '0') }).x).toBeGreaterThanOrEqual(0);
        const boxes = marks.map(box);
        expect(boxes.length).toBeGreaterThan(1);
        boxes.forEach((one, i) => {
          expect(one.x).toBeGreaterThanOrEqual(0);
          expect(one.x + one.width).toBeLessThanOrEqual(frame.width + 0.5);
          for (const other of boxes.slice(0, i)) expect(overlapArea(one, other)).toBe(0);
        });
      }),
      { numRuns: 300 },
    );
  });
});

it('have the usual room, or more in steps, so that the plot stays where it is', () => {
  const room =
    (...labels: string[]) =>
    (scale: number) =>
      roomFor(
        labels.map((label) => ({ label })),
        scale,
      );
  for (const label of ['0', '−0.50', '2.5', '100']) expect(room(label)(1)).toBe(44);
  for (const label of ['20000', '−15000', '−0.5e6', '3.00001']) expect(room(label)(1)).toBe(60);
  expect(room('−15000', '0')(1.5)).toBe(90);
  expect(room()(1)).toBe(44);
});
