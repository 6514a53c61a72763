import {
  type DisplayList,
  type Mark,
  pathMark,
  penStroke,
  symbolsMark,
} from '../../../charts/display-list.ts';
import { axisText, borderMark, type Drawing } from '../../../charts/frame.ts';
import type { Rect, Size } from '../../../charts/geometry.ts';
import { LEADING, shrunk, type TextStyle, textBlock, wrapText } from '../../../charts/text-lines.ts';
import { cellMark, crossMarks, type Spot } from './board.ts';
import { BARS, IMAGE_SIDE, type Rgba } from './tile-raster.ts';

/** Proof that the right is nonexpansive: G(k), phi's slopes, three steps. */

/** `holds` is null if the step is unnecessary or unavailable. */
export interface ProofStep {
  readonly holds: boolean | null;
  readonly head: string;
  readonly text: string;
}

export interface CertificateInput extends Drawing {
  /** G(k), zero frequency in the middle; null if there is none. */
  readonly gains: Rgba | null;
  readonly slopes: readonly [least: number, largest: number];
  readonly steps: readonly ProofStep[];
  readonly read: Spot | null;
  readonly names: Readonly<Record<'gains' | 'slopes' | 'low' | 'high', string>> & {
    readonly ends: readonly [string, string];
  };
}

/** Pixels at scale 1: caption, colours below G, slopes, gap. */
const [CAPTION, BAR, SLOPES, GAP] = [16, 24, 50, 16];

/** Maximum share of the width for the tile. */
const SHARE = 0.36;

export function gainRect({ width, height }: Size, scale: number): Rect {
  const side = Math.max(
    1,
    Math.floor(Math.min(SHARE * width, height - (CAPTION + BAR + SLOPES + 4) * scale)),
  );
  return { x: 0, y: CAPTION * scale, width: side, height: side };
}

export function drawCertificate(input: CertificateInput): DisplayList {
  const { gains, names, palette, scale, read, width } = input;
  const rect = gainRect(input, scale);
  const text = { x: rect.width + GAP * scale, width: width - rect.width - GAP * scale };
  const isRead = read?.plane === 'frequency' && gains !== null;
  return [
    ...(gains
      ? [
          captionOf(input, names.gains, rect),
          {
            role: 'colours',
            kind: 'raster',
            rect,
            columns: IMAGE_SIDE,
            rows: IMAGE_SIDE,
            rgba: gains,
            crisp: true,
          } as const,
          borderMark(rect, palette.frame, palette),
          ...(isRead ? [...crossMarks(input, rect, read), cellMark(rect, read, input)] : []),
          ...barMarks(input, rect),
        ]
      : []),
    ...slopeMarks(input, rect),
    ...stepMarks(input, text),
  ];
}

function captionOf({ palette, scale }: CertificateInput, text: string, { x, y, width }: Rect): Mark {
  return axisText({ palette, scale }, text, x, y - 8 * scale, 'start', { room: width });
}

function barMarks({ names, palette, scale }: CertificateInput, rect: Rect): Mark[] {
  const bar = { x: rect.x, y: rect.y + rect.height + 4 * scale, width: rect.width, height: 6 * scale };
  const below = bar.y + bar.height + 7 * scale;
  const small = { size: 10.5 * scale };
  return [
    { role: 'colours', kind: 'raster', rect: bar, columns: 256, rows: 1, rgba: BARS.sky },
    borderMark(bar, palette.frame, palette),
    { ...axisText({ palette, scale }, names.low, bar.x, below, 'start'), ...small },
    { ...axisText({ palette, scale }, names.high, bar.x + bar.width, below, 'end'), ...small },
  ];
}

function slopeMarks({ gains, slopes, names, palette, scale }: CertificateInput, rect: Rect): Mark[] {
  const top = gains ? rect.y + rect.height + BAR * scale : 0;
  const y = top + (CAPTION + 8) * scale;
  const at = (slope: number) =>
    rect.x + 4 * scale + Math.max(-0.02, Math.min(1.02, slope)) * (rect.width - 8 * scale);
  const isIn = slopes[0] >= 0 && slopes[1] <= 1;
  const color = isIn ? palette.rightPath : palette.leftPath;
  const small = { size: 10.5 * scale };
  const ends = [at(slopes[0]), at(slopes[1])];
  return [
    axisText({ palette, scale }, names.slopes, rect.x, top + 8 * scale, 'start', { room: rect.width }),
    pathMark([[at(0), y, at(1), y]], [penStroke(palette.hairline, 8 * scale)]),
    pathMark([[...ends.flatMap((x) => [x, y])]], [penStroke(color, 4 * scale, { cap: 'butt' })], {
      role: 'band',
    }),
    symbolsMark(
      'square',
      ends.flatMap((x) => [x, y]),
      7 * scale,
      { fill: color },
    ),
    { ...axisText({ palette, scale }, names.ends[0], rect.x, y + 12 * scale, 'start'), ...small },
    { ...axisText({ palette, scale }, names.ends[1], rect.x + rect.width, y + 12 * scale, 'end'), ...small },
  ];
}

function stepMarks(input: CertificateInput, { x, width }: { x: number; width: number }): Mark[] {
  const { steps, palette, scale, height } = input;
  const sign = 20 * scale;
  const styles = (size: number): readonly [TextStyle, TextStyle] => [
    { font: 'sans', size, weight: 600, color: palette.ink },
    { font: 'sans', size, weight: 400, color: palette.muted },
  ];
  const blocks = (size: number) => {
    const [head, text] = styles(size);
    return steps.map((step) => ({
      step,
      head: wrapText(step.head, width - sign, head),
      text: wrapText(step.text, width - sign, text),
    }));
  };
  const tall = (size: number) =>
    blocks(size).reduce((sum, { head, text }) => sum + (head.length + text.length + 0.6) * LEADING * size, 0);
  let size = 13 * scale;
  while (size > 8 && tall(size) > height) size -= 0.5;
  const [strong, plain] = styles(size);
  let y = 0;
  return blocks(size).flatMap(({ step, head, text }) => {
    const at = y;
    const below = at + head.length * LEADING * size;
    y = below + (text.length + 0.6) * LEADING * size;
    return [
      ...signMarks(input, step, x + 6 * scale, at + 0.65 * size),
      ...textBlock(head, x + sign, at, shrunk(head[0] ?? '', width - sign, strong)),
      ...textBlock(text, x + sign, below, plain),
    ];
  });
}

function signMarks({ palette, scale }: CertificateInput, { holds }: ProofStep, x: number, y: number): Mark[] {
  const r = 5 * scale;
  if (holds === null)
    return [symbolsMark('ring', [x, y], 9 * scale, { strokes: [penStroke(palette.muted, 2 * scale)] })];
  if (!holds)
    return [
      symbolsMark('cross', [x, y], 9 * scale, {
        role: 'wrong',
        strokes: [penStroke(palette.leftText, 2.6 * scale)],
      }),
    ];
  return [
    pathMark(
      [[x - r, y, x - r / 4, y + 0.7 * r, x + r, y - 0.9 * r]],
      [penStroke(palette.rightText, 2.4 * scale)],
    ),
  ];
}
