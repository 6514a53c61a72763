import { tickStep, ticks } from 'd3-array';
import type { DrawStyle, Palette } from './colour/palette.ts';
import { type Mark, pathMark, type TextMark } from './display-list.ts';
import type { Rect, Size } from './geometry.ts';
import { formatTicks } from './number-label.ts';
import { textWidth } from './text-width.ts';

export interface Drawing extends Size, DrawStyle {}

export interface AxisNames {
  readonly x: string;
  readonly y: string;
}

export interface Frame extends DrawStyle {
  readonly rect: Rect;
  readonly right: number;
  readonly bottom: number;
}

/** A possible axis value; `at` is its pixel along the axis. */
export interface Tick {
  readonly label: string;
  readonly at: number;
}

/** Returns the plot inside `margins` (pixels), at least one pixel wide and high. */
export function plotRect(
  { width, height }: Size,
  margins: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number },
): Rect {
  const { left, top, right, bottom } = margins;
  return {
    x: left,
    y: top,
    width: Math.max(1, width - left - right),
    height: Math.max(1, height - top - bottom),
  };
}

export function createFrame({ palette, scale }: DrawStyle, rect: Rect): Frame {
  return { palette, scale, rect, right: rect.x + rect.width, bottom: rect.y + rect.height };
}

/** Returns a map's plot, with room for values below and left. */
export function mapRect(width: number, height: number, scale: number, margin = 24): Rect {
  return plotRect({ width, height }, { left: margin * scale, top: 1, right: 1, bottom: margin * scale });
}

/** Returns labelled ticks of a linear axis at the pixels of `place`. */
export function linearTicks(
  from: number,
  to: number,
  count: number,
  place: (value: number) => number = Number,
): (Tick & { readonly value: number })[] {
  const values = ticks(from, to, count);
  // A domain of one value has one tick with three digits.
  const step =
    tickStep(from, to, count) || 10 ** (Math.max(-298, Math.floor(Math.log10(Math.abs(from) || 1))) - 2);
  const labels = formatTicks(values, step);
  return values.map((value, i) => ({ value, label: labels[i]!, at: place(value) }));
}

/** Returns the room for y labels: `least` · scale, enlarged in steps of 16 · scale, so it stays stable while numbers change. */
export function roomFor(values: readonly { label: string }[], scale: number, least = 44): number {
  // Tabular digits are as wide as a zero.
  const wide = Math.max(0, ...values.map(({ label }) => textWidth(label.replaceAll('1', '0'), 12)));
  return (least + 16 * Math.ceil(Math.max(0, wide + 7 - least) / 16)) * scale;
}

/** Draws muted axis text, shrunk to `room` pixels; nothing without room. */
export function axisText(
  { palette, scale }: DrawStyle,
  text: string,
  x: number,
  y: number,
  anchor: TextMark['anchor'],
  { rotate, strong = false, room }: { rotate?: number; strong?: boolean; room?: number } = {},
): TextMark {
  const size = 12 * scale;
  return {
    kind: 'text',
    x,
    y,
    text,
    font: 'sans',
    size:
      room === undefined ? size : size * Math.min(1, Math.max(0, room) / Math.max(1, textWidth(text, size))),
    weight: strong ? 600 : 400,
    anchor,
    baseline: 'middle',
    color: strong ? palette.ink : palette.muted,
    tabular: true,
    ...(rotate === undefined ? {} : { rotate }),
  };
}

/** Returns the axis pixels that its name takes from tick labels. */
export function nameRoom(name: string, scale: number): number {
  return textWidth(name, 12 * scale) + 8 * scale;
}

/** Returns a name cut with an ellipsis to fit into `room` pixels. */
export function shortName(name: string, room: number, scale: number): string {
  if (nameRoom(name, scale) <= room) return name;
  const letters = Array.from(name);
  while (letters.length > 1 && nameRoom(`${letters.join('')}…`, scale) > room) letters.pop();
  return `${letters.join('')}…`;
}

export function hairline(palette: Palette, x0: number, y0: number, x1: number, y1: number): Mark {
  return pathMark([[x0, y0, x1, y1]], [{ color: palette.hairline, width: palette.rule, cap: 'butt' }]);
}

export function borderMark(rect: Rect, color: string, { rule }: Palette): Mark {
  return { kind: 'rect', rect, strokes: [{ color, width: rule }] };
}

export function outline({ width, height, palette }: Drawing): Mark {
  return borderMark({ x: 0.5, y: 0.5, width: width - 1, height: height - 1 }, palette.hairline, palette);
}

/** Clips marks to a plot, extended by `over` pixels above and below. */
export function clipped(rect: Rect, marks: readonly Mark[], over = 0): Mark {
  return { kind: 'clip', rect: { ...rect, y: rect.y - over, height: rect.height + 2 * over }, marks };
}

/** Drops each tick that would touch the last one kept. */
export function withoutCollisions<T extends Tick>(items: readonly T[], size: number): T[] {
  const kept: T[] = [];
  let free = Number.NEGATIVE_INFINITY;
  for (const item of [...items].sort((a, b) => a.at - b.at)) {
    const half = textWidth(item.label, size) / 2;
    if (item.at - half < free) continue;
    kept.push(item);
    free = item.at + half + 0.6 * size;
  }
  return kept;
}

/** Returns ticks whose labels, at least `least` pixels to each side, fit. */
export function fitting(
  items: readonly Tick[],
  size: number,
  [from, to]: readonly [number, number],
  least = 0,
): Tick[] {
  return withoutCollisions(items, size).filter(({ label, at }) => {
    const half = Math.max(least, textWidth(label, size) / 2);
    return at - half > from && at + half < to;
  });
}

/** Draws horizontal lines with values at the left; omits values above pixel `from`, for the axis's name. */
export function rowMarks(frame: Frame, rows: readonly Tick[], from = Number.NEGATIVE_INFINITY): Mark[] {
  const { palette, scale, rect, right } = frame;
  return rows.flatMap(({ label, at }) => {
    const line = hairline(palette, rect.x, at, right, at);
    const room = rect.x - 6.5 * scale;
    return at <= from ? [line] : [line, axisText(frame, label, rect.x - 6 * scale, at, 'end', { room })];
  });
}

/** Draws values below a plot that end before `to`, at least `least` pixels to each side. */
export function columnMarks(
  frame: Frame,
  columns: readonly Tick[],
  to: number,
  { least = 0, below = 12 }: { readonly least?: number; readonly below?: number } = {},
): Mark[] {
  const { scale, bottom } = frame;
  return fitting(columns, 12 * scale, [Number.NEGATIVE_INFINITY, to], least).map(({ label, at }) =>
    axisText(frame, label, at, bottom + below * scale, 'middle'),
  );
}

export function columnLines({ palette, rect, bottom }: Frame, columns: readonly Tick[]): Mark[] {
  return columns.map(({ at }) => hairline(palette, at, rect.y, at, bottom));
}

export interface Edge {
  readonly values: readonly Tick[];
  readonly name: TextMark;
}

/** Draws values and names below and left of a map. */
export function edgeMarks(drawStyle: DrawStyle, x: Edge, y: Edge): Mark[] {
  const turned = { rotate: -90 };
  return [
    ...x.values.map(({ label, at }) => axisText(drawStyle, label, at, x.name.y, 'middle')),
    ...y.values.map(({ label, at }) => axisText(drawStyle, label, y.name.x, at, 'middle', turned)),
    x.name,
    { ...y.name, ...turned },
  ];
}
