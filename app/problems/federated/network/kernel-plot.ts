import { interpolateLab } from 'd3-interpolate';
import { readableOn } from '../../../charts/colour/category-colours.ts';
import { PALETTES, PULL_COLOURS, parseHex } from '../../../charts/colour/palette.ts';
import { type DisplayList, type Mark, penStroke, type RasterMark } from '../../../charts/display-list.ts';
import { axisText, type Drawing, shortName } from '../../../charts/frame.ts';
import type { Rect } from '../../../charts/geometry.ts';
import { textWidth } from '../../../charts/text-width.ts';

export interface KernelInput extends Drawing {
  readonly image: KernelImage;
  /** Clients in the order of their blocks, with their numbers of samples. */
  readonly blocks: readonly { readonly name: string; readonly color: string; readonly count: number }[];
  /** Row and column being read, in block order; null for none. */
  readonly read: readonly [row: number, column: number] | null;
  readonly isLit: boolean;
  readonly names: { readonly low: string; readonly high: string };
}

/** H as pixels, with its range. */
export interface KernelImage extends Pick<RasterMark, 'columns' | 'rows' | 'rgba'> {
  readonly n: number;
  readonly low: number;
  readonly high: number;
}

/** Pixels at scale 1 of the clients' strips (left, above) and the scale below. */
const STRIP = 14;
const SCALE = 22;

/** Least pixels per side: images are stretched smoothly, but cells need sharp edges. */
const SHARP = 480;

/** Least share of the largest entry at which the negative colour is full. */
const BELOW = 0.25;

/** Colours from 0 up and from 0 down, the same in every theme. */
const { ramp } = PALETTES.light;
const UP = [...ramp].reverse();
const NONE = UP[0]!;
const DOWN = interpolateLab(NONE, PULL_COLOURS.negative);

/** Returns the colour of a share of the largest entry; `least`: the least entry's share. */
function kernelColour(share: number, least: number): readonly [number, number, number] {
  if (!(share > 0)) return rgbOf(DOWN(-share / Math.max(BELOW, -least) || 0));
  const at = Math.min(1, share) * (UP.length - 1);
  const k = Math.min(UP.length - 2, Math.floor(at));
  return rgbOf(interpolateLab(UP[k]!, UP[k + 1]!)(at - k));
}

function rgbOf(color: string): [number, number, number] {
  const found = /(\d+), (\d+), (\d+)/.exec(color);
  return found ? [Number(found[1]), Number(found[2]), Number(found[3])] : parseHex(color);
}

/** Renders H with rows and columns in the given order. */
export function kernelImage(kernel: ArrayLike<number>, order: readonly number[]): KernelImage {
  const n = order.length;
  let [low, high] = [0, 0];
  for (let i = 0; i < n * n; i++) [low, high] = [Math.min(low, kernel[i]!), Math.max(high, kernel[i]!)];
  const times = Math.ceil(SHARP / n);
  const side = n * times;
  const rgba = new Uint8ClampedArray(4 * side * side);
  const row = new Uint8ClampedArray(4 * side);
  order.forEach((i, r) => {
    order.forEach((j, c) => {
      const color = kernelColour(kernel[i * n + j]! / (high || 1), low / (high || 1));
      for (let p = c * times; p < (c + 1) * times; p++) row.set([...color, 255], 4 * p);
    });
    for (let p = r * times; p < (r + 1) * times; p++) rgba.set(row, 4 * side * p);
  });
  return { columns: side, rows: side, rgba, n, low, high };
}

/** Returns the square of the entries. */
export function kernelRect({ width, height, scale }: Pick<KernelInput, 'width' | 'height' | 'scale'>): Rect {
  const strip = STRIP * scale;
  const side = Math.max(1, Math.min(width - strip - 2, height - strip - SCALE * scale));
  return { x: strip + (width - strip - side) / 2, y: strip, width: side, height: side };
}

/** Draws H by client: diagonal blocks couple a client's own samples. */
export function drawKernel(input: KernelInput): DisplayList {
  const { image, scale, palette, isLit } = input;
  const { columns, rows, rgba } = image;
  const rect = kernelRect(input);
  const outlines = blockRects(input, rect);
  return [
    { role: 'colours', kind: 'raster', rect, columns, rows, rgba },
    { kind: 'rect', rect, strokes: [penStroke(palette.frame, palette.rule)] },
    ...outlines.flatMap((block, b): Mark[] => [
      {
        role: 'regions',
        kind: 'rect',
        rect: block,
        strokes: [
          ...(isLit ? [penStroke(palette.mapInk, 6 * scale), penStroke(palette.plant, 3.6 * scale)] : []),
          penStroke(palette.mapPaper, 3.4 * scale),
          penStroke(palette.mapInk, 1.6 * scale),
        ],
      },
      ...bracketMarks(input, rect, block, b),
    ]),
    ...readMarks(input, rect),
    ...scaleMarks(input, rect),
  ];
}

function blockRects({ blocks, image: { n } }: KernelInput, { x, y, width }: Rect): Rect[] {
  let from = 0;
  return blocks.map(({ count }) => {
    const [at, side] = [(from / n) * width, (count / n) * width];
    from += count;
    return { x: x + at, y: y + at, width: side, height: side };
  });
}

/** Draws a client's bars left and above, with its name if it fits. */
function bracketMarks(input: KernelInput, rect: Rect, block: Rect, b: number): Mark[] {
  const { blocks, palette, scale } = input;
  const { name, color } = blocks[b]!;
  const deep = (STRIP - 3) * scale;
  const gap = 0.5 * scale;
  const size = 10.2 * scale;
  const room = block.width - 2 * scale;
  const text = shortName(name, room + 6.8 * scale, 0.85 * scale);
  const fits = textWidth(text, size) <= room;
  const bars: Rect[] = [
    { x: block.x + gap, y: rect.y - deep - 2 * scale, width: block.width - 2 * gap, height: deep },
    { x: rect.x - deep - 2 * scale, y: block.y + gap, width: deep, height: block.height - 2 * gap },
  ];
  return bars.flatMap((bar, i): Mark[] => {
    const strip: Mark = { role: 'strip', kind: 'rect', rect: bar, fill: color };
    if (!fits) return [strip];
    const [x, y] = [bar.x + bar.width / 2, bar.y + bar.height / 2];
    const turned = i === 1 && textWidth(text, size) > deep - 2 * scale ? { rotate: -90 } : {};
    const label = axisText(input, text, x, y, 'middle', { strong: true });
    return [strip, { ...label, ...turned, size, color: readableOn(color, [palette.paper, palette.ink]) }];
  });
}

function readMarks({ read, image: { n }, palette, scale }: KernelInput, rect: Rect): Mark[] {
  if (!read) return [];
  const side = rect.width / n;
  const [x, y] = [rect.x + read[1] * side, rect.y + read[0] * side];
  const cell = { x, y, width: side, height: side };
  return [
    {
      role: 'hover',
      kind: 'rect',
      rect: cell,
      strokes: [penStroke(palette.mapPaper, 5 * scale), penStroke(palette.mapInk, 2.4 * scale)],
    },
  ];
}

function scaleMarks(input: KernelInput, rect: Rect): Mark[] {
  const { image, names, scale } = input;
  const { low, high } = image;
  const y = rect.y + rect.height + 7 * scale;
  const deep = 8 * scale;
  const lowWide = textWidth(names.low, 12 * scale) + 6 * scale;
  const highWide = textWidth(names.high, 12 * scale) + 6 * scale;
  const wide = Math.min(160 * scale, rect.width - lowWide - highWide);
  if (!(wide > 20)) return [];
  const x = rect.x + lowWide;
  const bar = { x, y, width: wide, height: deep };
  const middle = y + deep / 2;
  return [
    { kind: 'raster', rect: bar, columns: SHADES, rows: 1, rgba: shadesOf(low, high) },
    axisText(input, names.low, x - 6 * scale, middle, 'end'),
    axisText(input, names.high, x + wide + 6 * scale, middle, 'start'),
  ];
}

const SHADES = 64;
const shades = new Map<number, RasterMark['rgba']>();

/** Returns the colours from the least entry to the largest. */
function shadesOf(low: number, high: number): RasterMark['rgba'] {
  const from = low / (high || 1);
  const known = shades.get(from);
  if (known) return known;
  const rgba = new Uint8ClampedArray(4 * SHADES);
  for (let i = 0; i < SHADES; i++)
    rgba.set([...kernelColour(from + ((1 - from) * i) / (SHADES - 1), from), 255], 4 * i);
  shades.clear();
  shades.set(from, rgba);
  return rgba;
}

/** Returns the entry at a pixel; null outside. */
export function entryAt(
  input: Pick<KernelInput, 'width' | 'height' | 'scale'> & { readonly image: Pick<KernelImage, 'n'> },
  px: number,
  py: number,
): readonly [number, number] | null {
  const { x, y, width } = kernelRect(input);
  const { n } = input.image;
  const [row, column] = [Math.floor(((py - y) / width) * n), Math.floor(((px - x) / width) * n)];
  return row >= 0 && column >= 0 && row < n && column < n ? [row, column] : null;
}
