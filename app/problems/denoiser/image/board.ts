import type { DrawStyle } from '../../../charts/colour/palette.ts';
import {
  type DisplayList,
  type Mark,
  pathMark,
  penStroke,
  type TextMark,
} from '../../../charts/display-list.ts';
import { axisText, borderMark, type Drawing, fitting } from '../../../charts/frame.ts';
import { growRect, type Rect, type Size } from '../../../charts/geometry.ts';
import { formatLevel } from '../../../charts/number-label.ts';
import { textWidth } from '../../../charts/text-width.ts';
import { BARS as COLOURS, errorPlace, IMAGE_SIDE, type Rgba, skyPlace } from './tile-raster.ts';

/** Zero frequency is in the middle. */
export type TilePlane = 'image' | 'frequency';

/** Pixel being read, in display order from 0. */
export interface Spot {
  readonly plane: TilePlane;
  readonly row: number;
  readonly column: number;
}

export interface Tile {
  readonly plane: TilePlane;
  /** Null until available. */
  readonly rgba: Rgba | null;
  readonly caption: string;
  readonly note?: string;
  readonly still?: true;
  readonly lit?: boolean;
}

export interface BoardInput extends Drawing {
  readonly large: Tile;
  readonly small: readonly Tile[];
  readonly read: Spot | null;
  /** Names of the colour scales; `error` is null without errors. */
  readonly names: { readonly sky: string; readonly error: string | null };
}

/** Pixels at scale 1: caption, scales below, gap between tiles. */
const [CAPTION, BARS, GAP] = [16, 30, 12];

/** Width in pixels below which words do not fit next to small tiles, and that of a readable scale. */
const [BARE, NARROWEST] = [190, 84];

/** Width at scale 1 from which a tile that stands alone is named in the free end of its scale's row. */
const NAMED_BELOW = 260;

/** Small tiles' size relative to the large one: minimum, single tile. */
const [LEAST, EQUAL] = [0.22, 1];

/** Height-to-width ratio above which small tiles go below the large one. */
const UPRIGHT = 1.2;

const TICKS = { sky: [0, 0.1, 0.5, 1], error: [-1, -0.1, 0, 0.1, 1] } as const;

export interface BoardLayout {
  readonly large: Rect;
  readonly small: readonly Rect[];
  /** True without room for words. */
  readonly isBare: boolean;
  readonly bars: Rect | null;
}

/** Rounds down so that cells have equal width, except on the smallest screens. */
function neat(side: number): number {
  const grain = side >= 4 * IMAGE_SIDE ? IMAGE_SIDE : side >= 2 * IMAGE_SIDE ? IMAGE_SIDE / 2 : 1;
  return Math.max(1, grain * Math.floor(side / grain));
}

export function boardLayout(size: Size, scale: number, count: number): BoardLayout {
  const isBare = size.width < (count === 0 ? NARROWEST : BARE);
  // Up to two large tiles are worth more than their scale.
  const hasBars = !isBare && (count > 1 || size.height >= BARE);
  const isNamedBelow = hasBars && count === 0 && Math.min(size.width, size.height) >= NAMED_BELOW * scale;
  const caption = isBare || isNamedBelow ? 0 : CAPTION * scale;
  const room = {
    caption,
    bars: hasBars ? BARS * (0.4 + 0.6 * scale) : 0,
    gap: isBare ? GAP / 2 : GAP * scale,
  };
  const place = count === 0 ? alone : size.height > UPRIGHT * size.width ? belowIt : besideIt;
  const [large, small] = place(size, room, count);
  return {
    large,
    small,
    isBare,
    bars: !hasBars ? null : { ...large, y: large.y + large.height + 5 * scale, height: 8 * scale },
  };
}

interface Room {
  readonly caption: number;
  readonly bars: number;
  readonly gap: number;
}

type Tiles = readonly [large: Rect, small: readonly Rect[]];

const alone = ({ width, height }: Size, { caption, bars }: Room): Tiles => {
  const large = neat(Math.min(width, height - caption - bars));
  return [{ x: 0, y: caption, width: large, height: large }, []];
};

function besideIt({ width, height }: Size, { caption, bars, gap }: Room, count: number): Tiles {
  const share = count === 1 ? EQUAL : LEAST;
  const large = neat(Math.min(height - caption - bars, (width - gap) / (1 + share)));
  const between = Math.max(2, gap / 6);
  const small = neat(Math.min(large, width - gap - large, (height + between) / count - caption - between));
  // Align the last one's foot with the large tile if there is room.
  const step = Math.max(small + caption + between, count > 1 ? (large - small) / (count - 1) : 0);
  return [
    { x: 0, y: caption, width: large, height: large },
    Array.from({ length: count }, (_, i) => ({
      x: large + gap,
      y: Math.round(caption + i * step),
      width: small,
      height: small,
    })),
  ];
}

function belowIt({ width, height }: Size, { caption, bars, gap }: Room, count: number): Tiles {
  const room = height - 2 * caption - bars - gap;
  const small = neat(Math.min((width - (count - 1) * gap) / count, room / 2));
  const large = count === 1 ? small : neat(Math.min(width, room - small));
  const y = large + 2 * caption + bars + gap;
  return [
    { x: 0, y: caption, width: large, height: large },
    Array.from({ length: count }, (_, i) => ({ x: i * (small + gap), y, width: small, height: small })),
  ];
}

/** Returns the pixel at a point; null outside the tiles. */
export function spotAt(layout: BoardLayout, planes: readonly TilePlane[], x: number, y: number): Spot | null {
  for (const [i, rect] of [layout.large, ...layout.small].entries()) {
    const [row, column] = [(y - rect.y) / rect.height, (x - rect.x) / rect.width].map((share) =>
      Math.floor(IMAGE_SIDE * share),
    ) as [number, number];
    const isOn = (place: number) => place >= 0 && place < IMAGE_SIDE;
    if (isOn(row) && isOn(column)) return { plane: planes[i]!, row, column };
  }
  return null;
}

/** Draws both layers. */
export const drawBoard = (input: BoardInput): DisplayList => [...drawGround(input), ...drawLive(input)];

function placed({ large, small, ...input }: BoardInput) {
  const layout = boardLayout(input, input.scale, small.length);
  const tiles = [large, ...small].map((tile, i) => ({ tile, rect: i ? layout.small[i - 1]! : layout.large }));
  return { ...layout, tiles };
}

export function drawGround(input: BoardInput): DisplayList {
  const { tiles, isBare, bars } = placed(input);
  const named = isBare ? [] : tiles.slice(1);
  // The narrowest sets all font sizes.
  const size = Math.min(...named.map(({ tile, rect }) => captionSize(tile, rect.width, input.scale)));
  return [
    ...tiles.flatMap(({ tile, rect }) => (tile.still ? imageMarks(input, tile, rect) : [])),
    ...named.flatMap(({ tile, rect }) => captionMarks(input, tile, rect, size)),
    ...(bars ? barMarks(input, bars) : []),
  ];
}

export function drawLive(input: BoardInput): DisplayList {
  const { tiles, isBare } = placed(input);
  const { read } = input;
  const [{ tile: large, rect }] = tiles as [(typeof tiles)[number]];
  return [
    ...tiles.flatMap(({ tile, rect }) => (tile.still ? [] : imageMarks(input, tile, rect))),
    ...tiles.flatMap(({ tile, rect }) => [
      ...(tile.lit ? [litMark(rect, input)] : []),
      ...(read?.plane === tile.plane ? [...crossMarks(input, rect, read), cellMark(rect, read, input)] : []),
    ]),
    ...(isBare ? [] : largeCaption(input, large, rect)),
  ];
}

/** Smallest font size of a caption with its note; below it, only the note. */
const SMALLEST = 10;

const sizeIn = (text: string, room: number, size: number): number =>
  size * Math.min(1, room / Math.max(1, textWidth(text, size)));

function captionSize({ caption, note = '' }: Tile, room: number, scale: number): number {
  const size = 12 * scale;
  const both = sizeIn(note && `${caption}n${note}`, room, size);
  return note === '' || both < SMALLEST * scale ? sizeIn(note || caption, room, size) : both;
}

function imageMarks({ palette }: BoardInput, { rgba }: Tile, rect: Rect): Mark[] {
  const cells = { columns: IMAGE_SIDE, rows: IMAGE_SIDE, crisp: true } as const;
  return [
    ...(rgba ? [{ role: 'colours', kind: 'raster', rect, rgba, ...cells } as const] : []),
    borderMark(rect, palette.frame, palette),
  ];
}

export function litMark(rect: Rect, { palette, scale }: DrawStyle): Mark {
  const strokes = [penStroke(palette.ink, 5.6 * scale), penStroke(palette.plant, 3 * scale)];
  return { kind: 'rect', rect: growRect(rect, 2 * scale), strokes };
}

/** Names the large tile above it, or in the free end of its scale's row if it stands at the top. */
function largeCaption(input: BoardInput, tile: Tile, rect: Rect): TextMark[] {
  if (rect.y > 0) return captionMarks(input, tile, rect, captionSize(tile, rect.width, input.scale));
  const room = { ...rect, x: rect.x + 0.64 * rect.width, width: 0.36 * rect.width };
  const foot = { ...room, y: rect.y + rect.height + (9 + 0.5 * CAPTION) * input.scale };
  return captionMarks(input, tile, foot, captionSize(tile, foot.width, input.scale));
}

function captionMarks(input: BoardInput, tile: Tile, { x, y, width }: Rect, size: number): TextMark[] {
  const { caption, note = '' } = tile;
  const at = y - 0.5 * CAPTION * input.scale;
  const named = { ...axisText(input, caption, x, at, 'start'), size };
  if (note === '') return [named];
  const told = { ...axisText(input, note, x + width, at, 'end', { strong: true }), size };
  return textWidth(`${caption}n${note}`, size) <= width + 1 ? [named, told] : [told];
}

function cellRect(rect: Rect, { row, column }: Spot): Rect {
  const side = rect.width / IMAGE_SIDE;
  return { x: rect.x + column * side, y: rect.y + row * side, width: side, height: side };
}

export function crossMarks({ palette, scale }: DrawStyle, rect: Rect, spot: Spot): Mark[] {
  const cell = cellRect(rect, spot);
  const [x, y] = [cell.x + cell.width / 2, cell.y + cell.height / 2];
  const off = 1.5 * scale;
  const lines = [
    [rect.x, y, cell.x - off, y],
    [cell.x + cell.width + off, y, rect.x + rect.width, y],
    [x, rect.y, x, cell.y - off],
    [x, cell.y + cell.height + off, x, rect.y + rect.height],
  ].filter(([x0, y0, x1, y1]) => x1! > x0! || y1! > y0!);
  const strokes = [
    penStroke(palette.mapInk, 2.6 * scale, { opacity: 0.5, cap: 'butt' }),
    penStroke(palette.mapPaper, scale, { opacity: 0.9, cap: 'butt' }),
  ];
  return [pathMark(lines, strokes, { role: 'crosshair' })];
}

export function cellMark(rect: Rect, spot: Spot, { palette, scale }: DrawStyle): Mark {
  const strokes = [penStroke(palette.mapInk, 3.2 * scale), penStroke(palette.mapPaper, 1.6 * scale)];
  return { role: 'hover', kind: 'rect', rect: growRect(cellRect(rect, spot), 1), strokes };
}

function barMarks(input: BoardInput, bars: Rect): Mark[] {
  const { names, scale } = input;
  const gap = 16 * scale;
  const half = (bars.width - gap) / 2;
  const isBoth = names.error !== null && half >= NARROWEST * scale;
  const width = isBoth ? half : 0.6 * bars.width;
  const at = (x: number): Rect => ({ ...bars, x, width });
  return [
    ...barOf(input, at(bars.x), COLOURS.sky, names.sky, TICKS.sky, skyPlace),
    ...(isBoth
      ? barOf(input, at(bars.x + width + gap), COLOURS.error, names.error!, TICKS.error, errorPlace)
      : []),
  ];
}

function barOf(
  { palette, scale }: DrawStyle,
  rect: Rect,
  rgba: Rgba,
  name: string,
  values: readonly number[],
  place: (value: number) => number,
): Mark[] {
  const style = { palette, scale };
  const size = 10.5 * scale;
  const small = (text: string, ...at: [number, number, TextMark['anchor']]) => ({
    ...axisText(style, text, ...at),
    size,
  });
  const long = textWidth(name, size) + 6 * scale;
  const bar = { ...rect, x: rect.x + long, width: Math.max(1, rect.width - long - 4 * scale) };
  const ticks = values.map((value) => ({ label: formatLevel(value), at: bar.x + bar.width * place(value) }));
  // The ends have priority.
  const ends = [ticks[0]!, ticks.at(-1)!];
  const inner = fitting(ticks.slice(1, -1), size, [ends[0]!.at + size, ends[1]!.at - size]);
  const middle = rect.y + rect.height / 2;
  return [
    small(name, rect.x, middle, 'start'),
    { role: 'colours', kind: 'raster', rect: bar, columns: 256, rows: 1, rgba },
    borderMark(bar, palette.frame, palette),
    ...[...ends, ...inner].map(({ label, at }) =>
      small(label, at, rect.y + rect.height + 8 * scale, 'middle'),
    ),
  ];
}
