import type { DrawStyle } from '../../charts/colour/palette.ts';
import { type Mark, pathMark, penStroke, type StrokeLayer } from '../../charts/display-list.ts';
import {
  axisText,
  columnLines,
  columnMarks,
  createFrame,
  type Drawing,
  type Frame,
  hairline,
  rowMarks,
  type Tick,
} from '../../charts/frame.ts';
import type { Rect } from '../../charts/geometry.ts';
import type { KeyEntry } from '../../charts/marks/key-marks.ts';
import { textWidth } from '../../charts/text-width.ts';

/** A plot with its axes. Distances `below` are in pixels at scale 1 from the plot's lower edge to the middle of a text. */
export interface Chart {
  readonly rect: Rect;
  /** Text above the plot, with the middle of its first line in pixels. */
  readonly title?: { readonly text: string; readonly y: number };
  /** Entries after the title, wrapped. */
  readonly key?: readonly KeyEntry[];
  /** Rows; those above `from` have a line but no label. */
  readonly y?: { readonly ticks: readonly Tick[]; readonly from?: number };
  /** Columns; labels end before `to`. */
  readonly x?: {
    readonly ticks: readonly Tick[];
    readonly to: number;
    readonly below?: number;
    readonly hasLines?: boolean;
    readonly name?: {
      readonly text: string;
      readonly x: number;
      readonly below: number;
      readonly anchor?: 'start' | 'end';
      readonly room?: number;
    };
  };
  /** True for a line along the plot's lower edge. */
  readonly hasBase?: boolean;
  /** Draws everything over the axes. */
  readonly layers?: (frame: Frame) => readonly Mark[];
}

/** Draws a chart: title and key, rows, columns, then its layers. */
export function drawChart(drawing: Drawing, chart: Chart): Mark[] {
  const { rect, title, key = [], x, y, hasBase = false, layers } = chart;
  const { palette, scale } = drawing;
  const frame = createFrame(drawing, rect);
  const { right, bottom } = frame;
  const marks: Mark[] = [];
  if (title) marks.push(...drawKey(drawing, title.text, title.y, key));
  if (x?.hasLines) marks.push(...columnLines(frame, x.ticks));
  if (y) marks.push(...rowMarks(frame, y.ticks, y.from));
  if (hasBase) marks.push(hairline(palette, rect.x, bottom, right, bottom));
  if (x) {
    const { ticks, to, below = 12, name } = x;
    marks.push(...columnMarks(frame, ticks, to, { below }));
    if (name) {
      const { text, anchor = 'start', room } = name;
      const look = { strong: true, ...(room !== undefined && { room }) };
      marks.push(axisText(frame, text, name.x, bottom + name.below * scale, anchor, look));
    }
  }
  return layers ? [...marks, ...layers(frame)] : marks;
}

/** Draws a vertical line through a plot at pixel x. */
export function upright(
  { palette, scale }: DrawStyle,
  { y, height }: Rect,
  x: number,
  role: 'hover' | 'cursor',
  width = 1.4,
): Mark {
  const stroke = penStroke(palette.focus, width * scale, { cap: 'butt' });
  return pathMark([[x, y, x, y + height]], [stroke], { role });
}

/** Returns the amber band, `width` pixels at scale 1, under a highlighted line. */
export function litStrokes({ palette, scale }: DrawStyle, width: number): StrokeLayer[] {
  return [
    penStroke(palette.ink, (width + 2) * scale, { cap: 'butt' }),
    penStroke(palette.plant, width * scale, { cap: 'butt' }),
  ];
}

/** Line pitch of a key in pixels at scale 1. */
const KEY_LINE = 16;

/** Returns the maximum width of a title and its key. */
const keyRoom = ({ width, scale }: Drawing) => width - 16 * scale;

/** Lays out entries after a title, wrapped. */
function keyLines(drawing: Drawing, title: string, entries: readonly KeyEntry[]) {
  const { scale } = drawing;
  const before = 20 * scale;
  let [x, line] = [textWidth(title, 12.6 * scale) + 14 * scale, 0];
  const places = entries.map(({ label }) => {
    const wide = before + textWidth(label, 12 * scale);
    if (x + wide > keyRoom(drawing)) [x, line] = [0, line + 1];
    x += wide + 12 * scale;
    return { x: x - wide - 12 * scale, line };
  });
  return { places, lines: line + 1, before };
}

/** Returns the height of a title with its key, and `more` pixels at scale 1. */
export function keyHeight(
  drawing: Drawing,
  title: string,
  entries: readonly KeyEntry[],
  more: number,
): number {
  return (more + KEY_LINE * keyLines(drawing, title, entries).lines) * drawing.scale;
}

/** Draws a title and entries after it; `y` is the middle of the first line in pixels. */
export function drawKey(drawing: Drawing, title: string, y: number, entries: readonly KeyEntry[]): Mark[] {
  const { scale } = drawing;
  const { places, before } = keyLines(drawing, title, entries);
  const left = 8 * scale;
  return [
    axisText(drawing, title, left, y, 'start', { strong: true, room: keyRoom(drawing) }),
    ...entries.flatMap(({ label, color, sign }, i) => {
      const [x, middle] = [left + places[i]!.x, y + places[i]!.line * KEY_LINE * scale];
      return [sign(x, middle), { ...axisText(drawing, label, x + before, middle, 'start'), color }];
    }),
  ];
}
