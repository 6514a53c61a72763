import type { SideName } from '../../../engine/contract.ts';
import { SIDES } from '../../../engine/side-names.ts';
import type { DisplayList, Mark } from '../../charts/display-list.ts';
import { axisText, borderMark, type Drawing } from '../../charts/frame.ts';
import type { Rect, Size } from '../../charts/geometry.ts';
import { sideStyle } from '../../charts/side-style.ts';
import { textWidth } from '../../charts/text-width.ts';
import { curveRect } from '../../pictures/curve-plot.ts';
import { drawLines, type PlotLine } from './lines-plot.ts';
import { IMAGE_SIDE, type Rgba } from './tile-raster.ts';

/** How far two runs of each side are apart, round by round, over the images that they have come to. */

export interface StartsInput extends Drawing {
  /** ||x - x'|| of both sides and what bounds that of the right; without values before the runs. */
  readonly lines: readonly PlotLine[];
  readonly span: number;
  /** The round that is read. */
  readonly pointed: number | null;
  readonly title: string;
  readonly axis: string;
  /** Of each side the image from zero and that from noise; null before the runs. */
  readonly images: Readonly<Record<SideName, readonly [Rgba, Rgba]>> | null;
  /** What is written above each pair, and below each image. */
  readonly names: Readonly<Record<SideName, string>>;
  readonly captions: Readonly<Record<SideName, readonly [string, string]>>;
}

/** Pixels at scale 1: a line of words, between two images of a side and between the sides. */
const [LINE, GAP, APART] = [15, 6, 18];

/** Least share of the height that the curves have. */
const CURVES = 0.54;

interface StartsLayout {
  readonly curves: Size;
  readonly tiles: Readonly<Record<SideName, readonly [Rect, Rect]>>;
}

export function startsLayout({ width, height }: Size, scale: number): StartsLayout {
  const [line, gap, apart] = [LINE * scale, GAP * scale, APART * scale];
  const side = Math.floor(
    Math.max(1, Math.min((width - 2 * gap - apart) / 4, (1 - CURVES) * height - 2 * line)),
  );
  const y = height - line - side;
  const pair = (x: number): readonly [Rect, Rect] => [
    { x, y, width: side, height: side },
    { x: x + side + gap, y, width: side, height: side },
  ];
  return {
    curves: { width, height: y - line - 4 * scale },
    tiles: { left: pair(0), right: pair(2 * side + gap + apart) },
  };
}

/** Where the axis of rounds stands. */
export function startsRect(size: Size, scale: number): Rect {
  const { curves } = startsLayout(size, scale);
  return curveRect(curves.width, curves.height, scale);
}

/** The round under a pixel; null beside the curves. */
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
  const room = second.x + second.width - first.x;
  const size = 12 * scale;
  const small = Math.min(
    1,
    ...captions[side].map((words) => first.width / Math.max(1, textWidth(words, 11 * scale))),
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
