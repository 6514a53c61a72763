import type { SideName } from '../../../../engine/contract.ts';
import { SIDES } from '../../../../engine/side-names.ts';
import type { DisplayList, Mark } from '../../../charts/display-list.ts';
import { axisText, borderMark, type Drawing } from '../../../charts/frame.ts';
import type { Rect, Size } from '../../../charts/geometry.ts';
import { sideStyle } from '../../../charts/marks/side-style.ts';
import { textWidth } from '../../../charts/text-width.ts';
import { curveRect } from '../../../pictures/curve/step-plot.ts';
import { drawLines, type PlotLine } from '../lines-plot.ts';
import { IMAGE_SIDE, type Rgba } from './tile-raster.ts';

/** Distance between two runs of each side by round, with their final images. */

export interface StartsInput extends Drawing {
  /** ||x - x'|| of both sides, and the right's bound. */
  readonly lines: readonly PlotLine[];
  readonly span: number;
  readonly pointed: number | null;
  readonly title: string;
  readonly axis: string;
  /** Images from zero and from noise; null before the runs. */
  readonly images: Readonly<Record<SideName, readonly [Rgba, Rgba]>> | null;
  readonly names: Readonly<Record<SideName, string>>;
  readonly captions: Readonly<Record<SideName, readonly [string, string]>>;
}

/** Pixels at scale 1: a text line, gap within a side, gap between sides. */
const [LINE, GAP, APART] = [15, 6, 18];

/** Height-to-width ratio from which images go below the curves, and column width in pixels at scale 1. */
const [FLAT, COLUMN] = [0.42, 92];

const CURVES = 0.54;

interface StartsLayout {
  readonly curves: Size;
  readonly tiles: Readonly<Record<SideName, readonly [Rect, Rect]>>;
}

export function startsLayout(size: Size, scale: number): StartsLayout {
  return (size.height < FLAT * size.width ? beside : below)(size, scale);
}

function below({ width, height }: Size, scale: number): StartsLayout {
  const [line, gap, apart] = [LINE * scale, GAP * scale, APART * scale];
  const side = whole(Math.min((width - 2 * gap - apart) / 4, (1 - CURVES) * height - 2 * line));
  const y = height - line - side;
  const pair = (x: number) => [square(x, y, side), square(x + side + gap, y, side)] as const;
  return {
    curves: { width, height: y - line - 4 * scale },
    tiles: { left: pair(0), right: pair(2 * side + gap + apart) },
  };
}

function beside({ width, height }: Size, scale: number): StartsLayout {
  const [line, apart] = [LINE * scale, APART * scale];
  const side = whole(Math.min(0.2 * width, (height - 3 * line) / 2));
  // A name is wider than a small image.
  const wide = Math.max(side, COLUMN * scale);
  const pair = (x: number) => [square(x, line, side), square(x, 2 * line + side, side)] as const;
  return {
    curves: { width: width - 2 * wide - apart, height },
    tiles: { left: pair(width - 2 * wide), right: pair(width - wide + GAP * scale) },
  };
}

const whole = (side: number): number => Math.floor(Math.max(1, side));
const square = (x: number, y: number, side: number): Rect => ({ x, y, width: side, height: side });

export function startsRect(size: Size, scale: number): Rect {
  const { curves } = startsLayout(size, scale);
  return curveRect(curves.width, curves.height, scale);
}

/** Returns the round at a pixel; null outside the curves. */
export function roundAt(
  { span, last, ...size }: Size & { readonly scale: number; readonly span: number; readonly last: number },
  px: number,
  py: number,
): number | null {
  const { x, y, width, height } = startsRect(size, size.scale);
  if (px < x - 6 || px > x + width + 6 || py < y || py > y + height) return null;
  const round = Math.round(((px - x) / width) * span);
  return Math.max(0, Math.min(last, round));
}

export function drawStarts(input: StartsInput): DisplayList {
  const { lines, span, pointed, title, axis, scale } = input;
  const { curves, tiles } = startsLayout(input, scale);
  return [
    ...drawLines({
      ...input,
      ...curves,
      ...{ title, axis, lines, span, isLog: true, step: null, hover: pointed, lit: null },
    }),
    ...SIDES.flatMap((side) => pairMarks(input, side, tiles[side])),
  ];
}

function pairMarks(input: StartsInput, side: SideName, rects: readonly [Rect, Rect]): Mark[] {
  const { images, names, captions, palette, scale } = input;
  const { text } = sideStyle(side, input);
  const [first, second] = rects;
  const isColumn = first.x === second.x;
  const room = isColumn ? COLUMN * scale : second.x + second.width - first.x;
  const size = 12 * scale;
  const small = Math.min(
    1,
    ...captions[side].map(
      (words) => (isColumn ? room : first.width) / Math.max(1, textWidth(words, 11 * scale)),
    ),
  );
  const name = axisText(input, names[side], first.x, first.y - 8 * scale, 'start', { strong: true });
  return [
    { ...name, color: text, size: size * Math.min(1, room / Math.max(1, textWidth(names[side], size))) },
    ...rects.flatMap((rect, i): Mark[] => [
      ...(images
        ? [
            {
              role: 'colours',
              kind: 'raster',
              rect,
              columns: IMAGE_SIDE,
              rows: IMAGE_SIDE,
              rgba: images[side][i]!,
              crisp: true,
            } as const,
          ]
        : []),
      borderMark(rect, palette.frame, palette),
      {
        ...axisText(input, captions[side][i]!, rect.x, rect.y + rect.height + 8 * scale, 'start'),
        size: 11 * scale * small,
      },
    ]),
  ];
}
