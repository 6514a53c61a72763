import { type ScaleContinuousNumeric, scaleLinear, scaleLog } from 'd3-scale';
import type { SideName } from '../../../engine/contract.ts';
import type { DrawStyle } from '../../charts/colour/palette.ts';
import { type DisplayList, type Mark, pathMark, type TextMark } from '../../charts/display-list.ts';
import {
  axisText,
  clipped,
  columnMarks,
  createFrame,
  type Drawing,
  type Frame,
  nameRoom,
  plotRect,
  rowMarks,
  type Tick,
} from '../../charts/frame.ts';
import type { Rect } from '../../charts/geometry.ts';
import { type SideStyle, sideStyle } from '../../charts/marks/side-style.ts';
import { formatCount, formatPower } from '../../charts/number-label.ts';
import { textWidth } from '../../charts/text-width.ts';
import type { CurveFloor, CurveFloors } from '../landscape/floor-marks.ts';
import type { CurveRays } from '../landscape/ray-marks.ts';
import { placeCurveNames } from './curve-names.ts';

/** Values below this are drawn on the floor: what is left there is rounding. */
export const FLOOR = 1e-16;

/** Room at the right of the plot for half of the last count of steps, at scale 1. */
const EDGE = 14;

/** Pixels at the upper right of a curve that its table's button takes, on a phone 32 of them. */
const BUTTON = 34;

/** One side's values at equal distances; the array may be longer than `count`. What is not finite leaves a gap. */
export interface CurveSeries {
  readonly values: ArrayLike<number>;
  readonly count: number;
  /** Subtracted before the logarithm: the reference that an excess is over. */
  readonly reference: number;
  /** What is known of the reference: an excess up to it leaves a gap. Left out where the reference is exact. */
  readonly floor?: number;
  /** Whether values may be negative: they are drawn as they are, on an axis that holds them. */
  readonly signed?: boolean;
  /** Units of the axis from one value to the next. */
  readonly perStep: number;
  readonly label: string;
}

export interface CurveInput extends Drawing {
  readonly title: string;
  readonly left: CurveSeries;
  readonly right: CurveSeries;
  /** The axis runs from 0 to this many steps of a side that takes one unit a step. */
  readonly span: number;
  readonly axis: string;
  /** Step shown, and the one under the pointer. */
  readonly step: number;
  readonly hover: number | null;
  /** Said instead of the curves where they are not to be had. */
  readonly missing: string | null;
  /** What the curves provably do not go below, each above 0. */
  readonly floors?: CurveFloors;
  /** Where the curves may go on from the shown step, at most two; they do not widen the axis. */
  readonly rays?: CurveRays;
}

/** The plot inside the margins, in pixels. */
export function curveRect(width: number, height: number, scale: number): Rect {
  const margins = { left: 40 * scale, top: 24 * scale, right: EDGE * scale, bottom: 20 * scale };
  return plotRect({ width, height }, margins);
}

/**
 * What a value is drawn as: its excess, at the floor where that is zero or negative; NaN stays. Over a reference that is not exact
 * nothing is drawn of what may be rounding, nor of what lies below the reference.
 */
function drawn({ values, reference, floor = 0, signed = false }: CurveSeries, k: number): number {
  const value = values[k]! - reference;
  if (signed) return value;
  if (Number.isNaN(value) || (floor > 0 && value <= floor)) return Number.NaN;
  return Math.max(FLOOR, value);
}

/**
 * The least and the greatest of what is drawn of every `stride`th step from `first` on, up to `most`; low > high where nothing is. Long runs
 * pass here in every frame: no call and no object a step. What is drawn does not fall where values rise.
 */
function extremes(
  { values, reference, floor = 0, signed = false }: CurveSeries,
  first: number,
  until: number,
  stride = 1,
  most = Number.POSITIVE_INFINITY,
): { low: number; high: number } {
  const cut = signed ? 0 : floor;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let k = first; k < until; k += stride) {
    const value = values[k]! - reference;
    if (!(value <= most) || (cut > 0 && value <= cut)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (signed || low > high) return { low, high };
  return { low: Math.max(FLOOR, low), high: Math.max(FLOOR, high) };
}

/** The last step up to `k` at which something is drawn; -1 where there is none. */
function lastDrawn(series: CurveSeries, k: number): number {
  let last = k;
  while (last >= 0 && Number.isNaN(drawn(series, last))) last--;
  return last;
}

/** Decades from the least to the largest value drawn, at least two. */
function decades(
  series: readonly CurveSeries[],
  floors: readonly CurveFloor[],
): { low: number; high: number } {
  let low = Math.min(Number.POSITIVE_INFINITY, ...floors.map(({ value }) => value));
  let high = 0;
  for (const one of series) {
    // A long run is looked at in at most 4,000 places: the extremes of a descent are at its ends.
    const stride = Math.max(1, Math.floor(one.count / 4000));
    const seen = extremes(one, 0, one.count, stride, Number.MAX_VALUE);
    low = Math.min(low, seen.low);
    high = Math.max(high, seen.high);
    const last = drawn(one, lastDrawn(one, one.count - 1));
    if (last < Number.POSITIVE_INFINITY) low = Math.min(low, last);
  }
  if (high === 0) return { low: -2, high: 0 };
  const top = Math.ceil(Math.log10(high) - 0.3);
  const bottom = Math.floor(Math.log10(low) + 0.02);
  return { low: Math.min(bottom, top - 2), high: Math.log10(high) > top ? top + 0.4 : top };
}

export type Scale = ScaleContinuousNumeric<number, number>;

/** A sentence in one line, or in two of about the same length where the room is too small for one. */
function inTwo(text: string, size: number, room: number): string[] {
  if (textWidth(text, size) <= room) return [text];
  const words = text.split(' ');
  const widest = (lines: readonly string[]) => Math.max(...lines.map((each) => textWidth(each, size)));
  // The first is the text in one line: of one word there is no other.
  const splits = words.map((_, i) => [words.slice(0, i).join(' '), words.slice(i).join(' ')]);
  return splits.sort((a, b) => widest(a) - widest(b))[0]!.filter(Boolean);
}

/** A small chart of both sides against the step on a logarithmic axis, with labels at the ends of the curves. */
export function drawCurves(input: CurveInput): DisplayList {
  const { width, height, scale, left, right, span, floors, rays } = input;
  const rect = curveRect(width, height, scale);
  const frame = createFrame(input, rect);
  const title = titleMarks(input, rect);
  if (input.missing !== null) {
    const lines = inTwo(input.missing, 12 * scale, width - rect.x);
    const middle = rect.y + rect.height / 2;
    return [
      ...title,
      ...lines.map((text, i) => {
        const y = middle + (i - (lines.length - 1) / 2) * 15 * scale;
        return axisText(input, text, rect.x, y, 'start');
      }),
    ];
  }

  const { low, high } = decades([left, right], floors?.all ?? []);
  const x = scaleLinear([0, span], [rect.x, frame.right]);
  const domain = [10 ** low, Math.min(10 ** high, Number.MAX_VALUE)];
  const y = scaleLog(domain, [frame.bottom, rect.y]);
  const curves = (['left', 'right'] as const).map((side): Curve => {
    const lines = curveLines(input[side], rect, x, y);
    return { side, series: input[side], style: sideStyle(side, input), lines };
  });
  const shown = curves.map(
    ({ side, lines, style }): Mark => pathMark(lines, [style.line(2 * scale)], { role: `curve-${side}` }),
  );
  const walls = floors?.all.map((floor) => floors.pen(floor, y(floor.value), frame, input)) ?? [];
  const boxes = walls.flatMap(({ boxes }) => boxes);
  const ends = endLabels(frame, curves, x, y, boxes);
  const ahead = rays?.pen(rays.all, frame, [x, y], input, [...boxes, ...ends.map(boxOfEnd)]);
  return [
    ...title,
    ...rowMarks(frame, decadeTicks(y, rect.height / (17 * scale))),
    ...stepAxis(frame, input.axis, x),
    cursorMark(frame, x(input.step)),
    clipped(rect, [...walls.flatMap(({ wall }) => wall), ...(ahead?.lines ?? []), ...shown], 2),
    ...walls.map(({ name }) => name),
    ...(ahead?.names ?? []),
    ...ends,
    ...hoverMarks(frame, input.hover, curves, x, y),
  ];
}

/** The shown step as a broad line, at the plot's end where it lies beyond. */
export function cursorMark({ rect, right, bottom, palette, scale }: Frame, x: number): Mark {
  const at = Math.min(x, right);
  return pathMark(
    [[at, rect.y - 3, at, bottom + 3]],
    [{ color: palette.ink, width: 2.4 * scale, opacity: 0.45, cap: 'butt' }],
    { role: 'cursor' },
  );
}

/**
 * The title above the axis, beside the button for the table; a long one begins at the edge, and one longer than the
 * drawing has two smaller lines.
 */
export function titleMarks(drawing: Pick<CurveInput, 'title' | 'width'> & DrawStyle, rect: Rect): Mark[] {
  const { scale, title, width } = drawing;
  const room = width - BUTTON;
  const lines = inTwo(title, 13 * scale, room);
  const large = (15 - 2 * lines.length) * scale;
  const wide = Math.max(...lines.map((each) => textWidth(each, large)));
  const size = large * Math.min(1, room / wide);
  // Each begins at the axis where it can: the second of two would run into its first value.
  const xOf = (text: string) => Math.max(0, Math.min(rect.x, room - textWidth(text, size)));
  return lines.map((text, i) => ({
    ...axisText(drawing, text, xOf(text), (15 - 5 * lines.length + 12 * i) * scale, 'start', {
      strong: true,
    }),
    size,
  }));
}

/** As many powers of ten on a logarithmic scale as `room` has lines for, from the highest one on. */
function decadeTicks(y: Scale, room: number): Tick[] {
  const [low, high] = y.domain().map(Math.log10) as [number, number];
  // Asked for fewer ticks than there are decades, a log scale sets none between the powers of ten.
  const powers = y.ticks(high - low - 1e-6).reverse();
  const every = Math.max(1, Math.ceil((powers.length - 1) / Math.max(2, Math.floor(room))));
  return powers
    .filter((_, i) => i % every === 0)
    .map((power) => ({ label: formatPower(Math.log10(power)), at: y(power) }));
}

/** Counts of steps below the plot, and at its right end the axis's name. */
export function stepAxis(frame: Frame, name: string, x: Scale): Mark[] {
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

/** Polylines of a series: every step where there is room, else the extremes of each pixel column; gaps where it is not finite. */
export function curveLines(series: CurveSeries, rect: Rect, x: Scale, y: Scale): number[][] {
  const { count, perStep } = series;
  const lines: number[][] = [];
  let line: number[] | null = null;
  const put = (px: number, value: number) => {
    if (!Number.isFinite(value)) {
      line = null;
      return;
    }
    if (!line) {
      line = [];
      lines.push(line);
    }
    line.push(px, y(value));
  };
  const right = rect.x + rect.width;
  const perPixel = x(perStep) - x(0) || 1;
  if (perPixel >= 0.5) {
    for (let k = 0; k < count; k++) {
      const px = x(k * perStep);
      put(px, drawn(series, k));
      if (px > right) break;
    }
  } else {
    const stepsPerPixel = 1 / perPixel;
    for (let from = 0; from < count; from += stepsPerPixel) {
      const first = Math.ceil(from);
      const px = x(first * perStep);
      if (px > right) break;
      const { low, high } = extremes(series, first, Math.min(count, Math.ceil(from + stepsPerPixel)));
      put(px, low > high ? Number.NaN : high);
      if (low < high) put(px, low);
    }
  }
  return lines.filter(({ length }) => length >= 4);
}

/** A side's numbers, how they look, and their polylines. */
export interface Curve {
  readonly side: SideName;
  readonly series: CurveSeries;
  readonly style: SideStyle;
  readonly lines: readonly (readonly number[])[];
}

/** Names behind the curves' ends, or along the curves' lines where these reach the edge. */
export function endLabels(
  { rect, right, palette, scale }: Frame,
  curves: readonly Curve[],
  xOf: Scale,
  yOf: Scale,
  taken: readonly Rect[] = [],
): TextMark[] {
  const size = 12 * scale;
  const named = curves
    .map((curve) => {
      const fitting = Math.floor(rect.width / (xOf(curve.series.perStep) - xOf(0) || 1) + 1e-9);
      return { ...curve, lastShown: lastDrawn(curve.series, Math.min(curve.series.count - 1, fitting)) };
    })
    .filter(({ lastShown }) => lastShown >= 0)
    .map(({ series, style, lines, lastShown }) => {
      const value = drawn(series, lastShown);
      return {
        label: series.label,
        text: style.text,
        // The estimate is exact to 3 %, and at the edge a letter would be cut.
        wide: 1.03 * textWidth(series.label, size),
        lines,
        x: Math.min(xOf(lastShown * series.perStep), right),
        y: Number.isFinite(value) ? yOf(value) : rect.y + rect.height / 2,
      };
    });
  const room = { ...rect, width: rect.width + EDGE * scale };
  const places = placeCurveNames(named, room, size, 6 * scale, taken);
  return named.map(({ label, text }, i) => ({
    kind: 'text',
    ...places[i]!,
    text: label,
    font: 'sans',
    size,
    weight: 600,
    anchor: 'start',
    baseline: 'middle',
    color: text,
    halo: { color: palette.paper, width: 2 * scale },
  }));
}

/** What a name at a curve's end covers. */
export function boxOfEnd({ text, x, y, size }: TextMark): Rect {
  return { x, y: y - 0.6 * size, width: textWidth(text, size), height: 1.2 * size };
}

/** A line at the step under the pointer, with a dot on each curve; nothing for null. */
export function hoverMarks(
  { rect, bottom, palette, scale }: Frame,
  step: number | null,
  curves: readonly Curve[],
  xOf: Scale,
  yOf: Scale,
): Mark[] {
  if (step === null) return [];
  const x = xOf(step);
  const marks: Mark[] = [
    pathMark(
      [[x, rect.y - 3, x, bottom + 3]],
      [{ color: palette.ink, width: 1, dash: [3, 3], cap: 'butt' }],
      { role: 'hover' },
    ),
  ];
  for (const { series, style } of curves) {
    const k = Math.round(step / series.perStep);
    const value = k < series.count ? drawn(series, k) : Number.NaN;
    if (Number.isFinite(value))
      marks.push({
        role: 'hover',
        kind: 'circle',
        x,
        y: yOf(value),
        r: 4 * scale,
        fill: style.color,
        strokes: [{ color: palette.paper, width: 1.5 * scale }],
      });
  }
  return marks;
}
