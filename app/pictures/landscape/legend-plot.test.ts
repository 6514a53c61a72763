import { describe, expect, it } from 'vitest';
import { PALETTES } from '../../charts/colour/palette.ts';
import { createRampTable } from '../../charts/colour/ramp-table.ts';
import type { RasterMark, TextMark } from '../../charts/display-list.ts';
import { textWidth } from '../../charts/text-width.ts';
import { drawLegend } from './legend-plot.ts';

const palette = PALETTES.light;
const table = createRampTable(palette.ramp);

function draw(lo: number, hi: number, width = 400, scale = 1, height = 30) {
  const list = drawLegend({
    width,
    height,
    scale,
    palette,
    colours: { lo, hi, reference: 0 },
    table,
    title: 'excess loss over the reference',
    note: 'same scale on both',
  });
  const bar = list.find((mark): mark is RasterMark => mark.kind === 'raster')!;
  const texts = list.filter((mark): mark is TextMark => mark.kind === 'text');
  return {
    bar,
    ticks: texts.filter(({ anchor }) => anchor === 'middle'),
    words: texts.filter(({ anchor }) => anchor === 'start'),
  };
}

describe('drawLegend', () => {
  it('sets powers of ten at their logarithms', () => {
    const { bar, ticks } = draw(1e-3, 10);
    expect(ticks.map(({ text }) => text)).toEqual(['10⁻³', '0.01', '0.1', '1', '10']);
    ticks.forEach(({ x }, i) => {
      expect(x).toBeCloseTo(bar.rect.x + (bar.rect.width * i) / 4, 6);
    });
  });

  it('shows only powers inside the domain', () => {
    const { bar, ticks } = draw(0.02, 50);
    expect(ticks.map(({ text }) => text)).toEqual(['0.1', '1', '10']);
    const [at] = ticks;
    expect((at!.x - bar.rect.x) / bar.rect.width).toBeCloseTo(Math.log(5) / Math.log(2500), 6);
  });

  it('has twice and five times a power where there are not two powers', () => {
    expect(draw(4e-3, 0.06, 600).ticks.map(({ text }) => text)).toEqual(['5×10⁻³', '0.01', '0.02', '0.05']);
    const { bar, ticks } = draw(0.2, 0.9, 600);
    expect(ticks.map(({ text }) => text)).toEqual(['0.2', '0.5']);
    expect((ticks[1]!.x - bar.rect.x) / bar.rect.width).toBeCloseTo(Math.log(2.5) / Math.log(4.5), 6);
  });

  it.each([
    [400, 1],
    [400, 1.5],
    [340, 1],
  ])('keeps its ticks apart and inside %d px at scale %d', (width, scale) => {
    const { ticks } = draw(0.1, 1000, width, scale);
    const boxes = ticks.map(({ text, x, size }) => [
      x - textWidth(text, size) / 2,
      x + textWidth(text, size) / 2,
    ]);
    expect(boxes.length).toBeGreaterThan(1);
    for (const [, right] of boxes) expect(right).toBeLessThanOrEqual(width);
    for (let i = 1; i < boxes.length; i++) expect(boxes[i]![0]).toBeGreaterThan(boxes[i - 1]![1]!);
  });

  it.each([400, 340, 300, 220])(
    'keeps its words clear of the bar and of the first tick at %d px',
    (width) => {
      for (const scale of [1, 1.5])
        for (const lo of [1e-12, 1e-3, 0.02]) {
          const { bar, ticks, words } = draw(lo, 10, width, scale);
          const free = Math.max(...words.map(({ text, x, size }) => x + textWidth(text, size)));
          for (const { text, x, size } of ticks) {
            expect(x - textWidth(text, size) / 2).toBeGreaterThanOrEqual(free + 2);
            expect(x + textWidth(text, size) / 2).toBeLessThanOrEqual(width);
          }
          expect(bar.rect.x).toBeGreaterThanOrEqual(free + 2);
          expect(bar.rect.x + bar.rect.width).toBeLessThanOrEqual(width);
        }
    },
  );

  it('has its bar below its words where it is high enough for whole letters', () => {
    const { bar, ticks, words } = draw(1e-3, 10, 277, 1.6, 120);
    for (const { size } of words) expect(size).toBeGreaterThanOrEqual(12 * 1.6);
    for (const { y } of words) expect(y).toBeLessThan(bar.rect.y);
    for (const { text, x, y, size } of ticks) {
      expect(y + size / 2).toBeLessThanOrEqual(120);
      expect(x - textWidth(text, size) / 2).toBeGreaterThanOrEqual(0);
      expect(x + textWidth(text, size) / 2).toBeLessThanOrEqual(277);
    }
  });

  it('runs from the ramp’s low end to its high end', () => {
    const { bar } = draw(1e-3, 10);
    expect(Array.from(bar.rgba.subarray(0, 4))).toEqual([0x2d, 0x1b, 0x39, 255]);
    expect(Array.from(bar.rgba.subarray(-4))).toEqual([0xf8, 0xf3, 0xe8, 255]);
  });
});
