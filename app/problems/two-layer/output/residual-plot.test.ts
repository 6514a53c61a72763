import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chartRect } from '../../../charts/chart-axes.ts';
import { PALETTES, parseHex } from '../../../charts/colour/palette.ts';
import type {
  ClipMark,
  DisplayList,
  PathMark,
  RasterMark,
  SymbolsMark,
  TextMark,
} from '../../../charts/display-list.ts';
import { mapRect } from '../../../charts/frame.ts';
import { marksOf } from '../../../charts/marks/find-marks.ts';
import type { MarkRole } from '../../../charts/marks/roles.ts';
import { textWidth } from '../../../charts/text-width.ts';
import { drawFit, type FitInput } from '../../kit/fit-plot.ts';
import { squareView } from '../../kit/square-view.ts';
import {
  drawResidualLegend,
  drawResidualMap,
  RESIDUAL_RAMP,
  type ResidualInput,
  rasteriseResiduals,
  residualExtent,
} from './residual-plot.ts';

const palette = PALETTES.light;
const axes = { x: 'a₁', y: 'a₂' };

type Triple = [number, number, number];

/** OKLab (Ottosson 2020) of a colour through an eye (Machado, Oliveira and Fernandes 2009, severity 1). */
function oklab(color: string, eye: readonly number[]): Triple {
  const light = parseHex(color).map((channel) => {
    const c = channel / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  const [r, g, b] = [0, 1, 2].map((i) => {
    const sum = light.reduce((total, channel, j) => total + eye[3 * i + j]! * channel, 0);
    return Math.min(1, Math.max(0, sum));
  }) as Triple;
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

const NORMAL = [1, 0, 0, 0, 1, 0, 0, 0, 1];
const EYES = {
  normal: NORMAL,
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
};

function difference(a: string, b: string, eye: readonly number[]): number {
  const [p, q] = [oklab(a, eye), oklab(b, eye)];
  return 100 * Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

describe('the ramp of residuals', () => {
  it.each(Object.entries(EYES))('tells too high from too low, and sizes, under %s', (_, eye) => {
    for (let i = 0; i < 3; i++)
      expect(difference(RESIDUAL_RAMP[i]!, RESIDUAL_RAMP[8 - i]!, eye)).toBeGreaterThan(13);
    for (let i = 0; i < 8; i++)
      expect(difference(RESIDUAL_RAMP[i]!, RESIDUAL_RAMP[i + 1]!, eye)).toBeGreaterThan(10);
  });

  it('is as light on one side as on the other, and lightest at zero', () => {
    const lightness = RESIDUAL_RAMP.map((color) => oklab(color, NORMAL)[0]);
    for (let i = 0; i < 4; i++) {
      expect(Math.abs(lightness[i]! - lightness[8 - i]!)).toBeLessThan(0.05);
      expect(lightness[i]!).toBeLessThan(lightness[i + 1]! - 0.08);
      expect(lightness[8 - i]!).toBeLessThan(lightness[7 - i]! - 0.08);
    }
  });

  it('is not taken for the ramp of the loss', () => {
    // The palest of both are all near white.
    for (const color of RESIDUAL_RAMP.filter((_, i) => Math.abs(i - 4) > 1))
      for (const stop of palette.ramp) expect(difference(color, stop, NORMAL)).toBeGreaterThan(9);
  });
});

describe('residualExtent', () => {
  it('is the 98th percentile of the sizes of all fields', () => {
    const first = Array.from({ length: 60 }, (_, i) => -i);
    const second = Array.from({ length: 41 }, (_, i) => 60 + i);
    expect(residualExtent([first, [...second, Number.NaN, Number.POSITIVE_INFINITY]])).toBe(98);
  });

  it('is positive whatever is given', () => {
    expect(residualExtent([])).toBe(1);
    expect(residualExtent([[0, 0], [Number.NaN]])).toBe(1);
    expect(residualExtent([[...new Array(99).fill(0), -3]])).toBe(3);
  });
});

describe('rasteriseResiduals', () => {
  const colour = (values: number[], extent = 2) => {
    const rgba = rasteriseResiduals({ columns: values.length, rows: 1, values }, extent);
    return values.map((_, i) => Array.from(rgba.subarray(4 * i, 4 * i + 3)));
  };

  it('has the ramp’s ends at ±extent and beyond, and its middle at zero', () => {
    const [low, lower, zero, high, higher, lost] = colour([-2, -9, 0, 2, 9, Number.NaN]);
    expect(low).toEqual(parseHex(RESIDUAL_RAMP[0]));
    expect(lower).toEqual(low);
    expect(high).toEqual(parseHex(RESIDUAL_RAMP[8]));
    expect(higher).toEqual(high);
    expect(lost).toEqual(high);
    parseHex(RESIDUAL_RAMP[4]).forEach((channel, j) => {
      expect(Math.abs(zero![j]! - channel)).toBeLessThanOrEqual(2);
    });
  });

  it('is the same in other units', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -3, max: 3, noNaN: true }),
        fc.integer({ min: -8, max: 8 }),
        (v, power) => {
          expect(colour([v * 2 ** power], 2 * 2 ** power)).toEqual(colour([v]));
        },
      ),
    );
  });

  it('sets the first row lowest', () => {
    const rgba = rasteriseResiduals({ columns: 1, rows: 2, values: [-1, 1] }, 1);
    expect(Array.from(rgba.subarray(0, 4))).toEqual([...parseHex(RESIDUAL_RAMP[8]), 255]);
    expect(Array.from(rgba.subarray(4))).toEqual([...parseHex(RESIDUAL_RAMP[0]), 255]);
  });
});

describe('drawResidualMap', () => {
  /** The map is 375 square from (24, 1), from -2.24 to 2.24. */
  const points = [2, 0, 0, 1, -1, -1, 0, 0];
  const view = squareView(points, 400, 400, 1);
  const rect = mapRect(400, 400, 1);
  function draw(more: Partial<ResidualInput> = {}): DisplayList {
    return drawResidualMap({
      width: 400,
      height: 400,
      scale: 1,
      palette,
      axes,
      points,
      residuals: [1, -1, 0.1, Number.NaN],
      map: { view, columns: 2, rows: 2, values: [0, 0, 0, 0] },
      extent: 1,
      ...more,
    });
  }
  const inside = (list: DisplayList) => list.find((mark): mark is ClipMark => mark.kind === 'clip')!.marks;
  const samples = (list: DisplayList) => marksOf(list, 'symbols', 'samples');
  const at = (list: DisplayList, x: number, y: number) =>
    samples(list).find(
      (mark) =>
        Math.abs(mark.points[0]! - (rect.x + (rect.width * (x + 2.24)) / 4.48)) < 1e-6 &&
        Math.abs(mark.points[1]! - (rect.y + (rect.height * (2.24 - y)) / 4.48)) < 1e-6,
    )!;

  it('fills the plot with the map of its own window, and a part with that of another', () => {
    const raster = (list: DisplayList) => marksOf(list, 'raster', 'residuals')[0]!;
    const whole = raster(draw()).rect;
    for (const key of ['x', 'y', 'width', 'height'] as const) expect(whole[key]).toBeCloseTo(rect[key], 9);
    const quarter = { view: { x0: 0, x1: 2.24, y0: 0, y1: 2.24 }, columns: 1, rows: 1, values: [0] };
    const part = raster(draw({ map: quarter })).rect;
    expect(part.x).toBeCloseTo(rect.x + rect.width / 2, 9);
    expect(part.y).toBeCloseTo(rect.y, 9);
    expect(part.height).toBeCloseTo(rect.height / 2, 9);
  });

  it('tells too high from too low by shape, and gives each sample the map’s colour', () => {
    const list = draw();
    const [high, low, little, lost] = [
      at(list, 2, 0),
      at(list, 0, 1),
      at(list, -1, -1),
      at(list, 0, 0) ?? null,
    ];
    expect([high.shape, low.shape, little.shape]).toEqual(['dot', 'diamond', 'dot']);
    expect(difference(high.fill!, RESIDUAL_RAMP[8], NORMAL)).toBeLessThan(4);
    expect(difference(low.fill!, RESIDUAL_RAMP[0], NORMAL)).toBeLessThan(4);
    expect(difference(little.fill!, RESIDUAL_RAMP[4], NORMAL)).toBeLessThan(8);
    // With the high ones: the same mark holds both.
    expect(lost ?? high.points.length).toBe(4);
    expect(
      samples(draw({ residuals: [1, -1, 0.1, -0.1] })).flatMap((m) => Array.from(m.points)),
    ).toHaveLength(8);
  });

  it('sizes samples by their residual where there is no map', () => {
    const list = draw({ map: null });
    expect(inside(list).some((mark) => mark.kind === 'raster')).toBe(false);
    expect(at(list, 2, 0).size).toBeGreaterThan(1.5 * at(list, -1, -1).size);
    expect(at(draw(), 2, 0).size).toBe(at(draw(), -1, -1).size);
  });

  it('has the window of the finite samples, as wide as high', () => {
    expect(squareView([3, Number.NaN, -1, Number.POSITIVE_INFINITY], 400, 400, 1)).toEqual({
      x0: expect.closeTo(-3.36, 12),
      x1: expect.closeTo(3.36, 12),
      y0: expect.closeTo(-3.36, 12),
      y1: expect.closeTo(3.36, 12),
    });
    expect(squareView([], 400, 400, 1).x1).toBeCloseTo(1.12, 12);
  });
});

describe('the axes of a small map', () => {
  it.each([
    [170, 160],
    [205, 175],
    [150, 190],
  ])('have at least two values each in %d x %d pixels', (width, height) => {
    for (const reach of [0.9, 2.6, 3.1, 17]) {
      const list = drawResidualMap({
        width,
        height,
        scale: 1,
        palette,
        axes,
        points: [reach, reach, -reach, 0],
        residuals: [0, 0],
        map: null,
        extent: 1,
      });
      const texts = list.filter((mark): mark is TextMark => mark.kind === 'text' && /\d$/.test(mark.text));
      const turned = texts.filter(({ rotate }) => rotate === -90);
      expect(texts.length - turned.length).toBeGreaterThanOrEqual(2);
      expect(turned.length).toBeGreaterThanOrEqual(2);
    }
  });
});

describe('a copy in grey', () => {
  /** Rows of strokes that are signs: a plus has a stroke down, a minus has none. */
  const signs = (marks: DisplayList) =>
    marks.filter((mark): mark is PathMark => mark.kind === 'path' && mark.strokes?.length === 2);
  const isDown = (line: ArrayLike<number>) => line[0] === line[2];

  it('keeps the sign of a residual on the map: minus where the network is too low, plus where it is too high', () => {
    const points = [1, 1, -1, -1];
    const view = squareView(points, 400, 400, 1);
    const { x, width } = mapRect(400, 400, 1);
    const map = { view, columns: 2, rows: 1, values: [-0.8, 0.8] };
    const list = drawResidualMap({
      ...{ width: 400, height: 400, scale: 1, palette, axes, points, map },
      residuals: [0, 0],
      extent: 1,
    });
    const clip = list.find((mark): mark is ClipMark => mark.kind === 'clip')!;
    const lines = signs(clip.marks).flatMap(({ lines }) => [...lines]);
    const middle = x + width / 2;
    const [low, high] = [
      lines.filter((line) => line[0]! < middle - 9),
      lines.filter((line) => line[0]! > middle),
    ];
    expect(low.length).toBeGreaterThan(20);
    expect(low.some(isDown)).toBe(false);
    expect(high.filter(isDown)).toHaveLength(high.length / 2);
    // Zero residuals have no signs.
    const right = drawResidualMap({
      ...{ width: 400, height: 400, scale: 1, palette, axes, points, map: { ...map, values: [0, 0.05] } },
      residuals: [0, 0],
      extent: 1,
    }).find((mark): mark is ClipMark => mark.kind === 'clip')!;
    expect(signs(right.marks).flatMap(({ lines }) => [...lines])).toEqual([]);
  });

  it('has both signs on the bar of the colours', () => {
    const list = drawResidualLegend({
      ...{ width: 400, height: 34, scale: 1, palette, extent: 1 },
      ...{ title: 'network − teacher', low: 'too low', high: 'too high' },
    });
    const lines = signs(list).flatMap(({ lines }) => [...lines]);
    expect(lines).toHaveLength(3);
    expect(lines.filter(isDown)).toHaveLength(1);
  });
});

describe('drawResidualLegend', () => {
  it.each([0.063, 0.5, 3e-5])('has words and values that do not touch on a phone (±%d)', (extent) => {
    const texts = (height: number) =>
      drawResidualLegend({
        width: 340,
        height,
        scale: 1,
        palette,
        extent,
        title: 'Residual: network − teacher',
        low: 'too low',
        high: 'too high',
      }).filter((mark): mark is TextMark => mark.kind === 'text');
    for (const height of [34, 50]) {
      const boxes = texts(height).map(({ text, size, x, y, anchor }) => {
        const wide = textWidth(text, size);
        const from = anchor === 'start' ? x : anchor === 'end' ? x - wide : x - wide / 2;
        return { from, to: from + wide, y };
      });
      expect(boxes).toHaveLength(6);
      boxes.forEach((one, i) => {
        expect(one.from).toBeGreaterThanOrEqual(-1e-9);
        expect(one.to).toBeLessThanOrEqual(340);
        for (const other of boxes.slice(0, i))
          expect(Math.abs(one.y - other.y) > 9 || one.from >= other.to || one.to <= other.from).toBe(true);
      });
    }
    // With its title above nothing is set smaller.
    const sizes = (height: number) => texts(height).map(({ size }) => size);
    expect(Math.min(...sizes(34))).toBeLessThan(12);
    expect(sizes(50)).toEqual([12, 12, 12, 12, 12, 12]);
  });

  it.each([
    [400, 1],
    [320, 1.5],
  ])('stands within %d pixels at scale %d, with both ends and zero', (width, scale) => {
    const list = drawResidualLegend({
      width,
      height: 32 * scale,
      scale,
      palette,
      extent: 0.37,
      title: 'network − teacher',
      low: 'too low',
      high: 'too high',
    });
    const bar = list.find((mark): mark is RasterMark => mark.kind === 'raster')!;
    const texts = list.filter((mark): mark is TextMark => mark.kind === 'text');
    const [low, zero, high] = ['−0.37', '0', '0.37'].map(
      (words) => texts.find(({ text }) => text === words)!,
    );
    expect(low!.x).toBeCloseTo(bar.rect.x, 9);
    expect(zero!.x).toBeCloseTo(bar.rect.x + bar.rect.width / 2, 9);
    expect(high!.x).toBeCloseTo(bar.rect.x + bar.rect.width, 9);
    expect(Array.from(bar.rgba.subarray(0, 3))).toEqual(parseHex(RESIDUAL_RAMP[0]));
    expect(Array.from(bar.rgba.subarray(4 * 255, 4 * 255 + 3))).toEqual(parseHex(RESIDUAL_RAMP[8]));
    for (const { x, text, size, anchor } of texts) {
      const wide = textWidth(text, size);
      const start = anchor === 'start' ? x : anchor === 'end' ? x - wide : x - wide / 2;
      expect(start).toBeGreaterThanOrEqual(0);
      expect(start + wide).toBeLessThanOrEqual(width + 0.5);
    }
  });
});

describe('drawFit', () => {
  const rect = chartRect(400, 400, 1);
  function draw(more: Partial<FitInput> = {}) {
    const list = drawFit({
      width: 400,
      height: 400,
      scale: 1,
      palette,
      axes,
      labels: [0, 1, 2],
      left: { outputs: [0, 1, 2], label: 'descent' },
      right: { outputs: [1, Number.NaN, 1e9], label: 'program' },
      ...more,
    });
    const points = (role: MarkRole) => Array.from(marksOf(list, 'symbols', role)[0]?.points ?? []);
    return {
      diagonal: marksOf(list, 'path', 'diagonal')[0]!,
      left: points('outputs-left'),
      right: points('outputs-right'),
    };
  }

  it('sets an output that is right on the diagonal', () => {
    const { diagonal, left } = draw();
    const [x0, y0, x1, y1] = Array.from(diagonal.lines[0]!) as [number, number, number, number];
    expect([x0, y0, x1, y1]).toEqual([rect.x, rect.y + rect.height, rect.x + rect.width, rect.y]);
    expect(left).toHaveLength(6);
    for (let i = 0; i < left.length; i += 2)
      expect((left[i]! - x0) / (x1 - x0)).toBeCloseTo((left[i + 1]! - y0) / (y1 - y0), 9);
    // The window is -0.3 to 2.3: 1 is its middle.
    expect(left[2]).toBeCloseTo(rect.x + rect.width / 2, 9);
  });

  it('sets one too high above, one beyond the window at its edge, and none that is not finite', () => {
    const { left, right } = draw();
    expect(right).toHaveLength(4);
    expect(right[0]).toBe(left[0]);
    expect(right[1]).toBeCloseTo(left[3]!, 9);
    expect(right[3]).toBe(rect.y);
  });

  it.each([
    [400, 400, 1],
    [250, 80, 1],
    [520, 120, 2],
  ])('names its symbols above the plot, beside the axis’s name, at %d by %d', (width, height, scale) => {
    const sides = ['descent', 'program'];
    const [left, right] = sides.map((label) => ({ outputs: [0, 1, 2], label }));
    const list = drawFit({
      width,
      height,
      scale,
      palette,
      axes,
      labels: [0, 1, 2],
      left: left!,
      right: right!,
    });
    const top = chartRect(width, height, scale).y;
    const symbols = list.filter((mark): mark is SymbolsMark => mark.kind === 'symbols');
    expect(symbols.map(({ shape }) => shape)).toEqual(['dot', 'square']);
    for (const { points, size } of symbols) expect(points[1]! + size / 2).toBeLessThan(top);
    const texts = list.filter((mark): mark is TextMark => mark.kind === 'text');
    let end = 4 * scale + textWidth(axes.y, 12 * scale);
    for (const [i, label] of sides.entries()) {
      const text = texts.find((mark) => mark.text === label)!;
      const { points, size } = symbols[i]!;
      expect(points[0]! - size / 2).toBeGreaterThan(end);
      expect(text.x).toBeGreaterThan(points[0]! + size / 2);
      end = text.x + textWidth(label, text.size);
      expect(text.y + text.size / 2).toBeLessThan(top);
    }
    expect(end).toBeLessThanOrEqual(width);
  });

  it('draws labels that are all the same, or none', () => {
    for (const labels of [[3, 3], []]) {
      const { left } = draw({ labels, left: { outputs: labels, label: 'a' } });
      expect(left).toHaveLength(2 * labels.length);
      expect(left.every(Number.isFinite)).toBe(true);
    }
  });
});
