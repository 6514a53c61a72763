import { describe, expect, test } from 'vitest';
import { type EmbedSize, layoutOf, naturalHeight } from './layout.ts';

const size = (width: number, height: number, more: Partial<EmbedSize> = {}): EmbedSize => ({
  width,
  height,
  scale: 1,
  panels: [],
  ...more,
});

describe('what an embed shows at a size', () => {
  test.each([
    [320, 240, 'maps', 2],
    [400, 300, 'maps', 2],
    [480, 480, 'maps curves', 2],
    [640, 360, 'maps data', 3],
    [800, 450, 'maps data curves', 3],
    [1200, 600, 'maps data curves', 3],
    [360, 740, 'maps curves', 1],
    [800, 1100, 'maps data curves', 2],
  ])('%i x %i: %s in %i columns', (width, height, shows, columns) => {
    const layout = layoutOf(size(width, height));
    const parts = (['maps', 'data', 'curves'] as const).filter((part) => layout[part]);
    expect(parts.join(' ')).toBe(shows);
    expect(layout.columns).toBe(columns);
  });

  test('two layers have everything at 800 x 450, and room for both certified sentences', () => {
    const layout = layoutOf(size(800, 450, { wordy: true }));
    expect(layout).toMatchObject({ maps: true, data: true, curves: true, columns: 3, words: 'some' });
    // Twice a name and two lines.
    expect(layout.curve).toBeGreaterThanOrEqual(2 * (16 + 2 * 16) + 4);
  });

  test('maps are never so low that nothing is seen, at any size from 320 x 240', () => {
    for (let width = 320; width <= 1600; width += 20)
      for (let height = 240; height <= 1200; height += 20) {
        const { plate, maps } = layoutOf(size(width, height));
        expect(maps, `${width} x ${height}`).toBe(true);
        expect(plate, `${width} x ${height}`).toBeGreaterThanOrEqual(110);
      }
  });

  test('what is asked for is shown, and nothing else', () => {
    for (const panels of [
      ['maps'],
      ['data'],
      ['curves'],
      ['maps', 'data'],
      ['data', 'curves'],
      ['maps', 'curves', 'data'],
    ])
      for (const [width, height] of [
        [320, 240],
        [800, 450],
        [360, 740],
      ] as const) {
        const layout = layoutOf(size(width, height, { panels }));
        const parts = (['maps', 'data', 'curves'] as const).filter((part) => layout[part]);
        expect(parts.toSorted()).toEqual(panels.toSorted());
      }
  });
});

describe('the height that a frame asks for', () => {
  test('is the one at which its own layout gives every map its square, or as much as a frame wants', () => {
    for (let width = 320; width <= 1600; width += 10)
      for (const scale of [1, 1.5]) {
        const height = naturalHeight({ width, scale, panels: [] });
        const layout = layoutOf(size(width, height, { scale }));
        expect(layout.curves, `${width}`).toBe(true);
        expect(layout.data, `${width}`).toBe(width >= 600);
        const column = (width - 16 - (width < 600 ? 8 : 32)) / (width < 600 ? 2 : 3);
        expect(Math.abs(layout.plate - Math.min(400, Math.max(width < 600 ? 0 : 180, column)))).toBeLessThan(
          2,
        );
      }
  });

  test('does not depend on the height that the frame has: no frame grows by being heard', () => {
    const { height: _, ...rest } = size(500, 1);
    expect(naturalHeight(rest)).toBe(naturalHeight({ ...rest, height: 5000 } as typeof rest));
  });
});
