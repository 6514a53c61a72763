import type { DrawStyle } from './colour/palette.ts';
import type { Mark } from './display-list.ts';
import {
  type AxisNames,
  axisText,
  columnLines,
  columnMarks,
  createFrame,
  edgeMarks,
  linearTicks,
  plotRect,
  roomFor,
  rowMarks,
  type Tick,
  withoutCollisions,
} from './frame.ts';
import type { Plane, Rect, View } from './geometry.ts';
import { textWidth } from './text-width.ts';

/** Returns a chart's plot: row labels at the left, y axis's name above, columns below. */
export function chartRect(
  width: number,
  height: number,
  scale: number,
  /** Range of the row labels; default: least room. */
  view?: Pick<View, 'y0' | 'y1'>,
): Rect {
  const margins = { left: 0, top: 22 * scale, right: 12, bottom: 24 * scale };
  const tall = plotRect({ width, height }, margins).height;
  const rows = view ? linearTicks(view.y0, view.y1, tall / (50 * scale)) : [];
  return plotRect({ width, height }, { ...margins, left: roomFor(rows, scale) });
}

/** Draws grid lines with values, and the axes' names: y above left, x below right. */
export function chartAxes({ rect, view, toPixel }: Plane, drawStyle: DrawStyle, axes: AxisNames): Mark[] {
  const { scale } = drawStyle;
  const frame = createFrame(drawStyle, rect);
  const { right, bottom } = frame;
  const strong = (room: number) => ({ strong: true, room });
  const name = axisText(frame, axes.x, right, bottom + 12 * scale, 'end', strong(0.6 * rect.width));
  const columns = linearTicks(view.x0, view.x1, rect.width / (75 * scale), (x) => toPixel(x, 0)[0]);
  const rows = linearTicks(view.y0, view.y1, rect.height / (50 * scale), (y) => toPixel(0, y)[1]);
  return [
    ...columnLines(frame, columns),
    ...columnMarks(frame, columns, right - textWidth(name.text, name.size) - 8 * scale),
    ...rowMarks(frame, rows, rect.y + 6 * scale),
    name,
    axisText(frame, axes.y, 4 * scale, 11 * scale, 'start', strong(right - 4 * scale)),
  ];
}

/** Closest ticks, allowed when fewer than two would fit: one value shows no scale. */
const CLOSEST = 8;

/** Returns the values that fit along a map's side, at least two if possible. */
function mapValues(
  [from, to]: readonly [number, number],
  pixels: number,
  size: number,
  place: (value: number) => number,
  hasRoom: (at: number, half: number) => boolean,
): Tick[] {
  let found: Tick[] = [];
  for (let count = (12 * pixels) / (75 * size); ; count++) {
    const values = linearTicks(from, to, count, place).filter(({ label, at }) =>
      hasRoom(at, textWidth(label, size) / 2),
    );
    const apart = withoutCollisions(values, size);
    if (apart.length > found.length) found = apart;
    if (found.length >= 2 || count >= CLOSEST) return found;
  }
}

/** Draws a map's axes: values and names, no grid. */
export function mapAxes({ rect, view, toPixel }: Plane, drawStyle: DrawStyle, axes: AxisNames): Mark[] {
  const { scale } = drawStyle;
  const { right, bottom } = createFrame(drawStyle, rect);
  const size = 12 * scale;
  const strong = (room: number) => ({ strong: true, room });
  const x = axisText(drawStyle, axes.x, right - 2, bottom + 13 * scale, 'end', strong(0.6 * rect.width));
  const y = axisText(drawStyle, axes.y, rect.x / 2, rect.y + 2, 'end', strong(0.6 * rect.height));
  const free = right - textWidth(x.text, x.size) - size;
  const top = rect.y + textWidth(y.text, y.size) + size;
  const columns = mapValues(
    [view.x0, view.x1],
    rect.width,
    size,
    (value) => toPixel(value, 0)[0],
    (at, half) => at + half < free && at - Math.max(size, half) > rect.x - 4 * scale,
  );
  const rows = mapValues(
    [view.y0, view.y1],
    rect.height,
    size,
    (value) => toPixel(0, value)[1],
    (at, half) => at - half > top && at + Math.max(size, half) < bottom + 4 * scale,
  );
  return edgeMarks(drawStyle, { values: columns, name: x }, { values: rows, name: y });
}
