import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PALETTES } from '../../../charts/colour/palette.ts';
import { overlapArea, type Rect } from '../../../charts/geometry.ts';
import { marksOf } from '../../../charts/marks/find-marks.ts';
import {
  type BoardInput,
  boardLayout,
  drawBoard,
  drawGround,
  drawLive,
  spotAt,
  type Tile,
  type TilePlane,
} from './board.ts';
import { IMAGE_SIDE, skyRaster } from './tile-raster.ts';

const PLANES: readonly TilePlane[] = ['image', 'image', 'image', 'frequency'];
const rgba = skyRaster(new Float64Array(IMAGE_SIDE ** 2).fill(0.3));
const tile = (plane: TilePlane, rest: Partial<Tile> = {}): Tile => ({
  plane,
  rgba,
  caption: 'name',
  ...rest,
});

const input = (more: Partial<BoardInput> = {}): BoardInput => ({
  width: 350,
  height: 312,
  scale: 1,
  palette: PALETTES.light,
  large: tile('image'),
  small: [tile('image'), tile('image', { still: true }), tile('frequency')],
  read: null,
  names: { sky: 'x', error: 'error' },
  ...more,
});

const sizes = fc.record({
  width: fc.integer({ min: 150, max: 800 }),
  height: fc.integer({ min: 150, max: 700 }),
});
const places = fc.integer({ min: 0, max: IMAGE_SIDE - 1 });
const inside = ({ x, y, width, height }: Rect, size: { width: number; height: number }) =>
  x >= 0 && y >= 0 && x + width <= size.width + 1e-9 && y + height <= size.height + 1e-9;

describe('a board of images', () => {
  it('has its tiles inside, square and apart, in any room', () => {
    fc.assert(
      fc.property(sizes, fc.constantFrom(0, 1, 3), fc.constantFrom(0.8, 1, 1.45), (size, count, scale) => {
        const { large, small, bars } = boardLayout(size, scale, count);
        const all = [large, ...small];
        for (const rect of all) {
          expect(rect.width).toBe(rect.height);
          expect(inside(rect, size)).toBe(true);
          expect(rect.width).toBeLessThanOrEqual(large.width);
          if (count === 1) expect(rect.width).toBe(large.width);
        }
        for (const [i, a] of all.entries())
          for (const b of all.slice(i + 1)) expect(overlapArea(a, b)).toBe(0);
        if (bars) for (const rect of all) expect(overlapArea(bars, rect)).toBe(0);
      }),
    );
  });

  it('has cells of whole pixels in its large tile', () => {
    for (const [width, height] of [
      [350, 312],
      [354, 316],
      [613, 576],
      [500, 312],
    ] as const)
      expect(boardLayout({ width, height }, 1, 3).large.width % IMAGE_SIDE).toBe(0);
    // On a phone the small tiles are below it.
    const phone = boardLayout({ width: 166, height: 222 }, 0.85, 3);
    expect(phone.large.width).toBe(160);
    for (const { y } of phone.small) expect(y).toBeGreaterThanOrEqual(160);
  });

  it('reads at the middle of each cell of each tile that cell', () => {
    fc.assert(
      fc.property(sizes, places, places, fc.integer({ min: 0, max: 3 }), (size, row, column, which) => {
        const layout = boardLayout(size, 1, 3);
        const rect = [layout.large, ...layout.small][which]!;
        const side = rect.width / IMAGE_SIDE;
        const [x, y] = [rect.x + (column + 0.5) * side, rect.y + (row + 0.5) * side];
        expect(spotAt(layout, PLANES, x, y)).toEqual({ plane: PLANES[which], row, column });
      }),
    );
    expect(spotAt(boardLayout(input(), 1, 3), PLANES, 349, 311)).toBeNull();
  });

  it('shows the pixel that is read on every tile of images, and a frequency on that of frequencies alone', () => {
    const shown = (plane: TilePlane) => {
      const list = drawBoard(input({ read: { plane, row: 3, column: 30 } }));
      return [marksOf(list, 'rect', 'hover').length, marksOf(list, 'path', 'crosshair').length];
    };
    expect(shown('image')).toEqual([3, 3]);
    expect(shown('frequency')).toEqual([1, 1]);
    const list = drawBoard(input({ read: { plane: 'image', row: 0, column: 31 } }));
    const { large } = boardLayout(input(), 1, 3);
    const [cell] = marksOf(list, 'rect', 'hover');
    expect(cell!.rect.x + cell!.rect.width / 2).toBeCloseTo(large.x + (31.5 * large.width) / IMAGE_SIDE, 6);
    expect(cell!.rect.y + cell!.rect.height / 2).toBeCloseTo(large.y + (0.5 * large.width) / IMAGE_SIDE, 6);
  });

  it('is what stays and what changes, each drawn once', () => {
    const all = input({ large: tile('image', { note: '3 pixels above 1', lit: true }) });
    expect(drawBoard(all)).toEqual([...drawGround(all), ...drawLive(all)]);
    const images = (list: ReturnType<typeof drawBoard>) =>
      marksOf(list, 'raster', 'colours').filter(({ rows }) => rows === IMAGE_SIDE);
    expect([images(drawGround(all)).length, images(drawLive(all)).length]).toEqual([1, 3]);
    expect(images(drawBoard(all)).every(({ crisp }) => crisp === true)).toBe(true);
    const words = drawLive(all).flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
    expect(words).toEqual(['name', '3 pixels above 1']);
  });

  it('drops a caption before its note where both have no room', () => {
    const note = 'a note that is nearly as long as the tile is wide, and more';
    const words = drawLive(input({ large: tile('image', { caption: 'estimate x', note }) })).flatMap(
      (mark) => (mark.kind === 'text' ? [mark.text] : []),
    );
    expect(words).toEqual([note]);
  });

  it('has no words where it is small', () => {
    const list = drawBoard(input({ width: 166, height: 222 }));
    expect(list.filter(({ kind }) => kind === 'text')).toEqual([]);
  });
});
