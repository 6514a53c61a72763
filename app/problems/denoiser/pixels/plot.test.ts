import { describe, expect, it } from 'vitest';
import { createPixelDenoiser } from '../../../../engine/problems/denoiser/pixels/denoiser.ts';
import { PALETTES } from '../../../charts/colour/palette.ts';
import { marksOf } from '../../../charts/marks/find-marks.ts';
import { drawPixelDots, drawPixelPlot, type PixelPlotInput, placeAt, plotPlane, valueAt } from './plot.ts';

const AT = Float64Array.from({ length: 1601 }, (_, i) => -0.5 + (2 * i) / 1600);
const [free, capped] = [null, 0.95].map((cap) => createPixelDenoiser({ spread: 0.05, sigma: 0.2, cap }));
const values = { left: AT.map((z) => free!.apply(z)), right: AT.map((z) => capped!.apply(z)) };

const input = (more: Partial<PixelPlotInput> = {}): PixelPlotInput => ({
  ...{ width: 420, height: 320, scale: 1, palette: PALETTES.light, at: AT, axis: 'z' },
  charts: [{ name: 'D(z)', values, low: -0.25, high: 1.25, tall: 1, guides: [] }],
  ...{ names: { left: 'free', right: 'capped' }, sides: ['left', 'right'], pointed: null, isLit: false },
  ...more,
});

describe('both denoisers as curves', () => {
  it('between the places a function is read to a millionth of a pixel', () => {
    for (const z of [-0.5, 0.123456, 0.5, 0.987654, 1.5])
      expect(Math.abs(valueAt(AT, values.left, z) - free!.apply(z))).toBeLessThan(1e-5);
  });

  it('the curve of each side goes through what its denoiser gives', () => {
    const plot = input();
    const plane = plotPlane(plot);
    for (const side of ['left', 'right'] as const) {
      const [mark] = marksOf(drawPixelPlot(plot), 'path', `curve-${side}`);
      const points = Array.from(mark!.lines[0]!);
      const denoiser = side === 'left' ? free! : capped!;
      for (let i = 0; i < points.length; i += 2) {
        const z = plane.view.x0 + (points[i]! - plane.rect.x) / plane.kx;
        const [, y] = plane.toPixel(z, denoiser.apply(z));
        expect(Math.abs(points[i + 1]! - y)).toBeLessThan(0.02);
      }
    }
  });

  it('a dot stands on its curve, one beyond the axes at their edge', () => {
    const plot = input();
    const plane = plotPlane(plot);
    const [dots] = marksOf(drawPixelDots(plot, [{ side: 'left', at: [0.6, 7] }]), 'symbols', 'head-left');
    const [x, y, farX, farY] = Array.from(dots!.points);
    const [px, py] = plane.toPixel(0.6, free!.apply(0.6));
    expect([x, y]).toEqual([expect.closeTo(px, 1), expect.closeTo(py, 1)]);
    expect(farX).toBeCloseTo(plane.rect.x + plane.rect.width, 6);
    expect(farY).toBeGreaterThanOrEqual(plane.rect.y);
  });

  it('a pixel reads the nearest place, also beside the plot', () => {
    const plane = plotPlane(input());
    const size = { width: 420, height: 320 };
    for (const z of [-0.5, 0, 0.5, 1.25]) {
      const [px] = plane.toPixel(z, 0);
      expect(AT[placeAt(size, 1, AT, px)]).toBeCloseTo(z, 9);
    }
    expect([placeAt(size, 1, AT, -50), placeAt(size, 1, AT, 900)]).toEqual([0, 1600]);
  });
});
