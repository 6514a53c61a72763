import { describe, expect, it } from 'vitest';
import { PALETTES } from '../../../charts/colour/palette.ts';
import type { ClipMark, DisplayList, PathMark, TextMark } from '../../../charts/display-list.ts';
import { createPlane, overlapArea, type Rect } from '../../../charts/geometry.ts';
import { textBox } from '../../../charts/paint/part-names.ts';
import { flagAt } from '../../../pictures/flag.ts';
import { drawLandscapeOverlay } from '../../../pictures/landscape/overlay.ts';
import { landscapeRect } from '../../../pictures/landscape/rect.ts';
import { drawGuess, type GuessInput } from './marks.ts';

const VIEW = { x0: -2.2, x1: 2.2, y0: -2.2, y1: 2.2 };
const palette = PALETTES.light;
const rect = landscapeRect(400, 400, 1);
const plane = createPlane(VIEW, rect);

const draw = (more: Partial<GuessInput> = {}): DisplayList =>
  drawGuess({
    width: 400,
    height: 400,
    scale: 1,
    palette,
    view: VIEW,
    side: 'left',
    guesses: [[0.5, -0.5]],
    end: null,
    phase: 1,
    label: 'guess',
    distance: '1.25',
    both: 'guess, 1.25 away',
    ...more,
  });

const inside = (list: DisplayList): DisplayList => (list[0] as ClipMark | undefined)?.marks ?? [];
const texts = (list: DisplayList) =>
  inside(list)
    .filter((mark): mark is TextMark => mark.kind === 'text')
    .map(({ text }) => text);
const cloth = (list: DisplayList): PathMark =>
  inside(list).find((mark): mark is PathMark => mark.kind === 'path' && mark.closed === true)!;
const dashed = (list: DisplayList): PathMark | undefined =>
  inside(list).find(
    (mark): mark is PathMark => mark.kind === 'path' && (mark.strokes ?? []).some(({ dash }) => dash),
  );
const isWithin = (points: ArrayLike<number>, { x, y, width, height }: Rect) =>
  Array.from(points).every((value, i) =>
    i % 2 === 0 ? value >= x && value <= x + width : value >= y && value <= y + height,
  );

describe('drawGuess', () => {
  it('draws nothing without a guess, or with one that is no place', () => {
    expect(draw({ guesses: [], end: [0, 0] })).toEqual([]);
    expect(draw({ guesses: [[Number.NaN, 0]] })).toEqual([]);
  });

  it('tells the sides apart by shape and colour: a pennant, a square cloth', () => {
    const [left, right] = [cloth(draw()), cloth(draw({ side: 'right' }))];
    expect(left.lines[0]).toHaveLength(6);
    expect(right.lines[0]).toHaveLength(8);
    expect([left.fill, right.fill]).toEqual([palette.mapLeft, palette.mapRight]);
  });

  it('stands at the guessed place', () => {
    const [x, y] = plane.toPixel(0.5, -0.5);
    const point = inside(draw()).find((mark) => mark.kind === 'symbols');
    expect(point).toMatchObject({ points: [x, y], shape: 'dot' });
  });

  it.each([
    [0, 2.15],
    [2.15, 0],
    [2.15, 2.15],
    [-2.15, -2.15],
  ])('keeps its flag on the map at (%f, %f)', (...guess) => {
    for (const side of ['left', 'right'] as const)
      expect(isWithin(cloth(draw({ side, guesses: [guess as [number, number]] })).lines[0]!, rect)).toBe(
        true,
      );
  });

  it('has no line before the end is told, and then one from the guess to the end with its length', () => {
    expect(dashed(draw())).toBeUndefined();
    expect(texts(draw())).toEqual(['guess']);
    const far = draw({ end: [-1.5, 1] });
    expect(Array.from(dashed(far)!.lines[0]!)).toEqual([
      ...plane.toPixel(0.5, -0.5),
      ...plane.toPixel(-1.5, 1),
    ]);
    expect(texts(far)).toEqual(['1.25', 'guess']);
  });

  it('says both in one name where the line is short', () => {
    expect(texts(draw({ end: [0.6, -0.4] }))).toEqual(['guess, 1.25 away']);
  });

  it('keeps the length in sight where the end lies outside of the map', () => {
    const away = inside(draw({ end: [500, -900] })).find(
      (mark): mark is TextMark => mark.kind === 'text' && mark.text === '1.25',
    )!;
    expect(isWithin([away.x, away.y], rect)).toBe(true);
  });

  it('has a flag for each guess, and a line from each to the end, which grows', () => {
    const guesses = Array.from({ length: 30 }, (_, k) => [k / 10 - 1.5, Math.sin(k)] as const);
    const list = draw({ guesses, end: [0, 0], phase: 0.25 });
    expect(inside(list).filter((mark) => mark.kind === 'symbols')).toHaveLength(30);
    const from = guesses.map(([x, y]) => plane.toPixel(x, y));
    const to = plane.toPixel(0, 0);
    expect(dashed(list)!.lines).toEqual(
      from.map(([x, y]) => [x, y, x + (to[0] - x) / 4, y + (to[1] - y) / 4]),
    );
    // Their number is shown next to the map; single names would cover it.
    expect(texts(list)).toEqual([]);
  });
});

describe('names on the map', () => {
  it('keep clear of flags', () => {
    const star = [0.5, -0.5] as const;
    const nameAmong = (flags: readonly (readonly [number, number])[]) => {
      const list = drawLandscapeOverlay({
        ...{ width: 400, height: 400, scale: 1, palette, view: VIEW, side: 'left', flags },
        ...{ path: null, fading: [], head: null, arrived: false, ended: false, start: null, arrows: [] },
        ...{ crosshair: null, pulse: null, targets: [{ kind: 'plant', at: star, label: 'star' }] },
      });
      const name = inside(list).find((mark): mark is TextMark => mark.kind === 'text')!;
      return textBox(name);
    };
    const free = nameAmong([]);
    // One flag is where the name would be.
    const flag = plane.toData(free.x + free.width / 2, free.y + free.height);
    const [x, y] = plane.toPixel(flag[0], flag[1]);
    const { box } = flagAt(x, y, rect, 1);
    expect(overlapArea(free, box)).toBeGreaterThan(0);
    expect(overlapArea(nameAmong([flag]), box)).toBe(0);
  });
});
