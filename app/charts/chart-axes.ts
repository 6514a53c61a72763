import { axisText, hairline, linearTicks, roomFor, rowMarks, withoutCollisions } from './axis-marks.ts';
import type { Mark, TextMark } from './display-list.ts';
import type { Plane, Rect, View } from './geometry.ts';
import type { Palette } from './palette.ts';
import { textWidth } from './text-width.ts';

export interface AxesStyle {
  readonly palette: Palette;
  readonly scale: number;
  /** A name too long for its side is set smaller. */
  readonly axes: { readonly x: string; readonly y: string };
}

/** The plot of a chart inside its margins: names of rows at the left, the y axis's name above, columns below. */
export function chartRect(
  width: number,
  height: number,
  scale: number,
  /** What the rows' names are of; none have more room than usual without it. */
  view?: Pick<View, 'y0' | 'y1'>,
): Rect {
  const above = 22 * scale;
  const tall = Math.max(1, height - above - 24 * scale);
  const left = roomFor(view ? rowsOf(view, tall, scale) : [], scale);
  return { x: left, y: above, width: Math.max(1, width - left - 12), height: tall };
}

function rowsOf({ y0, y1 }: Pick<View, 'y0' | 'y1'>, height: number, scale: number) {
  return linearTicks(y0, y1, height / (50 * scale));
}

/** Grid lines with their values, and the axes' names: above the plot at the left, below it at the right. */
export function chartAxes(plane: Plane, style: AxesStyle): Mark[] {
  const { rect, view, toPixel } = plane;
  const { palette, scale, axes } = style;
  const marks: Mark[] = [];
  const [right, bottom] = [rect.x + rect.width, rect.y + rect.height];
  const name = nameOf(style, axes.x, right, bottom + 12 * scale, 'end', 0.6 * rect.width);
  const free = right - textWidth(name.text, name.size) - 8 * scale;
  const columns = linearTicks(view.x0, view.x1, rect.width / (75 * scale)).map(({ value, label }) => ({
    label,
    at: toPixel(value, 0)[0],
  }));
  for (const { at } of columns) marks.push(hairline(palette, at, rect.y, at, bottom));
  for (const { label, at } of withoutCollisions(columns, 12 * scale))
    if (at + textWidth(label, 12 * scale) / 2 < free)
      marks.push(axisText(palette, scale, label, at, bottom + 12 * scale, 'middle'));
  marks.push(...rowMarks(rowsOf(view, rect.height, scale), plane, style, 6));
  return [...marks, name, nameOf(style, axes.y, 4 * scale, 11 * scale, 'start', right - 4 * scale)];
}

/** The plot of a map inside its margins: values below and, turned, at the left. */
export function mapRect(width: number, height: number, scale: number): Rect {
  const margin = 24 * scale;
  return {
    x: margin,
    y: 1,
    width: Math.max(1, width - margin - 1),
    height: Math.max(1, height - margin - 1),
  };
}

/** How close ticks may come where fewer than two values would stand on a side: one alone tells no scale. */
const CLOSEST = 8;

/** Values along a side of a map that have room: as many as its pixels ask for, more of them until two have it. */
function mapValues(
  [from, to]: readonly [number, number],
  pixels: number,
  size: number,
  place: (value: number) => number,
  hasRoom: (at: number, half: number) => boolean,
): { label: string; at: number }[] {
  let found: { label: string; at: number }[] = [];
  for (let count = (12 * pixels) / (75 * size); ; count++) {
    const values = linearTicks(from, to, count)
      .map(({ value, label }) => ({ label, at: place(value) }))
      .filter(({ label, at }) => hasRoom(at, textWidth(label, size) / 2));
    const apart = withoutCollisions(values, size);
    if (apart.length > found.length) found = apart;
    if (found.length >= 2 || count >= CLOSEST) return found;
  }
}

/** Values and names of a map's two axes, without a grid. */
export function mapAxes({ rect, view, toPixel }: Plane, style: AxesStyle): Mark[] {
  const { palette, scale, axes } = style;
  const size = 12 * scale;
  const marks: Mark[] = [];
  const below = rect.y + rect.height + 13 * scale;
  const beside = rect.x / 2;
  const x = nameOf(style, axes.x, rect.x + rect.width - 2, below, 'end', 0.6 * rect.width);
  const y = nameOf(style, axes.y, beside, rect.y + 2, 'end', 0.6 * rect.height);
  const right = rect.x + rect.width - textWidth(x.text, x.size) - size;
  for (const { label, at } of mapValues(
    [view.x0, view.x1],
    rect.width,
    size,
    (value) => toPixel(value, 0)[0],
    (at, half) => at + half < right && at - Math.max(size, half) > rect.x - 4 * scale,
  ))
    marks.push(axisText(palette, scale, label, at, below, 'middle'));
  const top = rect.y + textWidth(y.text, y.size) + size;
  for (const { label, at } of mapValues(
    [view.y0, view.y1],
    rect.height,
    size,
    (value) => toPixel(0, value)[1],
    (at, half) => at - half > top && at + Math.max(size, half) < rect.y + rect.height + 4 * scale,
  ))
    marks.push(axisText(palette, scale, label, beside, at, 'middle', { rotate: -90 }));
  return [...marks, x, { ...y, rotate: -90 }];
}

/** An axis's name, in at most `room` pixels. */
function nameOf(
  { palette, scale }: AxesStyle,
  text: string,
  x: number,
  y: number,
  anchor: TextMark['anchor'],
  room: number,
): TextMark {
  const shrink = Math.min(1, room / Math.max(1, textWidth(text, 12 * scale)));
  const mark = axisText(palette, scale, text, x, y, anchor, { strong: true });
  return { ...mark, size: mark.size * shrink };
}
