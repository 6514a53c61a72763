import { type ScaleContinuousNumeric, scaleLinear } from 'd3-scale';
import type { DrawStyle } from '../../charts/colour/palette.ts';
import {
  type Mark,
  pathMark,
  penStroke,
  type StrokeLayer,
  type TextMark,
} from '../../charts/display-list.ts';
import {
  axisText,
  columnMarks,
  createFrame,
  type Drawing,
  type Frame,
  nameRoom,
  plotRect,
} from '../../charts/frame.ts';
import { overlapArea, type Rect } from '../../charts/geometry.ts';
import { formatCount } from '../../charts/number-label.ts';
import { textBox } from '../../charts/paint/part-names.ts';
import { textWidth } from '../../charts/text-width.ts';

/** Right margin at scale 1 for half the last step count. */
export const EDGE = 14;

/** Pixels at the upper right for the table's button, 32 on a phone. */
const BUTTON = 34;

export type Scale = ScaleContinuousNumeric<number, number>;

/** Input that all plots over the steps share. */
export interface StepsInput extends Drawing {
  readonly title: string;
  readonly axis: string;
  /** End of the axis, which begins at 0. */
  readonly span: number;
  /** Null if there is no shown step. */
  readonly step: number | null;
  readonly hover: number | null;
}

export function curveRect(width: number, height: number, scale: number): Rect {
  const margins = { left: 40 * scale, top: 24 * scale, right: EDGE * scale, bottom: 20 * scale };
  return plotRect({ width, height }, margins);
}

export interface StepPlot {
  readonly frame: Frame;
  readonly x: Scale;
  axes(rows: readonly Mark[]): Mark[];
}

export function stepPlot(drawing: StepsInput, rect: Rect): StepPlot {
  const frame = createFrame(drawing, rect);
  const x = scaleLinear([0, drawing.span], [rect.x, frame.right]);
  return {
    frame,
    x,
    axes(rows) {
      const titles = titleMarks(drawing, rect);
      const free = (row: Mark) =>
        row.kind !== 'text' || titles.every((title) => overlapArea(textBox(row), textBox(title)) === 0);
      return [...titles, ...rows.filter(free), ...stepAxis(frame, drawing.axis, x)];
    },
  };
}

/** Breaks an overlong sentence into two similar lines. */
export function inTwo(text: string, size: number, room: number): string[] {
  if (textWidth(text, size) <= room) return [text];
  const words = text.split(' ');
  const widest = (lines: readonly string[]) => Math.max(...lines.map((each) => textWidth(each, size)));
  // The first split is the whole text.
  const splits = words.map((_, i) => [words.slice(0, i).join(' '), words.slice(i).join(' ')]);
  return splits.sort((a, b) => widest(a) - widest(b))[0]!.filter(Boolean);
}

/** Draws the title above the axis, left of the table's button. A long one starts at the edge, a longer one has two smaller lines. */
export function titleMarks(drawing: Pick<StepsInput, 'title' | 'width'> & DrawStyle, rect: Rect): TextMark[] {
  const { scale, title, width } = drawing;
  const room = width - BUTTON;
  const lines = inTwo(title, 13 * scale, room);
  const large = (15 - 2 * lines.length) * scale;
  const wide = Math.max(...lines.map((each) => textWidth(each, large)));
  const size = large * Math.min(1, room / wide);
  // Lines start at the axis if possible: at the edge a second one would touch the axis's first value.
  // Beside the line of step 0, which ends above the plot.
  const from = rect.x + (lines.length === 1 ? 0 : 4 * scale);
  const xOf = (text: string) => Math.max(0, Math.min(from, room - textWidth(text, size)));
  return lines.map((text, i) => ({
    ...axisText(drawing, text, xOf(text), (lines.length === 1 ? 10 : 5.9 + 11.3 * i) * scale, 'start', {
      strong: true,
    }),
    size,
  }));
}

/** Draws step counts below the plot, and the axis's name. */
function stepAxis(frame: Frame, name: string, x: Scale): Mark[] {
  const { rect, bottom, scale } = frame;
  const ticks = x.ticks(Math.max(2, rect.width / (80 * scale)));
  const right = frame.right + EDGE * scale;
  return [
    ...columnMarks(
      frame,
      ticks.map((value) => ({ label: formatCount(value), at: x(value) })),
      right - nameRoom(name, scale),
      { below: 11 },
    ),
    axisText(frame, name, right, bottom + 11 * scale, 'end'),
  ];
}

/** Draws the shown step as a broad line, clamped to the plot; nothing for null. */
export function cursorMarks(
  { rect, right, bottom, palette, scale }: Frame,
  x: Scale,
  step: number | null,
): Mark[] {
  if (step === null) return [];
  const at = Math.min(x(step), right);
  const stroke = { color: palette.ink, width: 2.4 * scale, opacity: 0.45, cap: 'butt' } as const;
  return [pathMark([[at, rect.y - 3, at, bottom + 3]], [stroke], { role: 'cursor' })];
}

export const guideStroke = ({ palette, scale }: DrawStyle): StrokeLayer =>
  penStroke(palette.ink, 1.4 * scale, { dash: [1.5 * scale, 3 * scale], cap: 'butt' });

/** Draws a reference value as a dotted line at a pixel, over `lit`. */
export const guideMark = (frame: Frame, at: number, lit: readonly StrokeLayer[] = []): Mark =>
  pathMark([[frame.rect.x, at, frame.right, at]], [...lit, guideStroke(frame)], { role: 'criterion' });
