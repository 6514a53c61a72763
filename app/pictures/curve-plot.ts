import { type ScaleContinuousNumeric, scaleLinear, scaleLog } from 'd3-scale';
import { line } from 'd3-shape';
import { axisText, hairline, withoutCollisions } from '../charts/axis-marks.ts';
import type { DisplayList, Mark, StrokeLayer } from '../charts/display-list.ts';
import type { Rect } from '../charts/geometry.ts';
import { formatCount, formatPower } from '../charts/number-label.ts';
import type { Palette } from '../charts/palette.ts';
import { textWidth } from '../charts/text-width.ts';
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
  /** Units of the axis from one value to the next. */
  readonly perStep: number;
  readonly label: string;
}

export interface CurveInput {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly palette: Palette;
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
}

/** The plot inside the margins, in pixels. */
export function curveRect(width: number, height: number, scale: number): Rect {
  const left = 40 * scale;
  const top = 24 * scale;
  return {
    x: left,
    y: top,
    width: Math.max(1, width - left - EDGE * scale),
    height: Math.max(1, height - top - 20 * scale),
  };
}

/**
 * What a value is drawn as: its excess, at the floor where that is zero or negative; NaN stays. Over a reference that is not exact
 * nothing is drawn of what may be rounding, nor of what lies below the reference.
 */
function drawn({ values, reference, floor = 0 }: CurveSeries, k: number): number {
  const value = values[k]! - reference;
  if (Number.isNaN(value) || (floor > 0 && value <= floor)) return Number.NaN;
  return Math.max(FLOOR, value);
}

/** The last step up to `k` at which something is drawn; -1 where there is none. */
function lastDrawn(series: CurveSeries, k: number): number {
  let last = k;
  while (last >= 0 && Number.isNaN(drawn(series, last))) last--;
  return last;
}

/** Decades from the least to the largest value drawn, at least two. */
function decades(series: readonly CurveSeries[]): { low: number; high: number } {
  let low = Number.POSITIVE_INFINITY;
  let high = 0;
  for (const one of series) {
    // A long run is looked at in at most 4,000 places: the extremes of a descent are at its ends.
    const stride = Math.max(1, Math.floor(one.count / 4000));
    for (let k = 0; k < one.count; k += stride) {
      const value = drawn(one, k);
      if (!(value < Number.POSITIVE_INFINITY)) continue;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
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
  const { width, height, scale, palette, left, right, span } = input;
  const rect = curveRect(width, height, scale);
  const title = titleMarks(input, rect);
  if (input.missing !== null) {
    const lines = inTwo(input.missing, 12 * scale, width - rect.x);
    const middle = rect.y + rect.height / 2;
    return [
      ...title,
      ...lines.map((text, i) => {
        const y = middle + (i - (lines.length - 1) / 2) * 15 * scale;
        return axisText(palette, scale, text, rect.x, y, 'start');
      }),
    ];
  }

  const { low, high } = decades([left, right]);
  const x = scaleLinear([0, span], [rect.x, rect.x + rect.width]);
  const domain = [10 ** low, Math.min(10 ** high, Number.MAX_VALUE)];
  const y = scaleLog(domain, [rect.y + rect.height, rect.y]);
  const marks: Mark[] = [...title, ...axes(input, rect, x, y)];
  const cursor = Math.min(x(input.step), rect.x + rect.width);
  marks.push({
    kind: 'path',
    lines: [[cursor, rect.y - 3, cursor, rect.y + rect.height + 3]],
    strokes: [{ color: palette.ink, width: 2.4 * scale, opacity: 0.45, cap: 'butt' }],
  });

  const curves = [
    { series: left, color: palette.leftPath, text: palette.leftText },
    { series: right, color: palette.rightPath, text: palette.rightText, dash: [9 * scale, 5 * scale] },
  ].map((curve) => ({ ...curve, lines: curveLines(curve.series, rect, x, y) }));
  const shown: Mark[] = curves.map(({ lines, color, dash }) => {
    const stroke: StrokeLayer = { color, width: 2 * scale, cap: 'butt', ...(dash ? { dash } : {}) };
    return { kind: 'path', lines, strokes: [stroke] };
  });
  marks.push({ kind: 'clip', rect: { ...rect, y: rect.y - 2, height: rect.height + 4 }, marks: shown });
  marks.push(...endLabels(curves, rect, x, y, scale, palette.paper));
  if (input.hover !== null) marks.push(...hoverMarks(input.hover, curves, rect, x, y, scale, palette));
  return marks;
}

/**
 * The title above the axis, beside the button for the table; a long one begins at the edge, and one longer than the
 * drawing has two smaller lines.
 */
export function titleMarks(
  { palette, scale, title, width }: Pick<CurveInput, 'palette' | 'scale' | 'title' | 'width'>,
  rect: Rect,
): Mark[] {
  const room = width - BUTTON;
  const lines = inTwo(title, 13 * scale, room);
  const large = (15 - 2 * lines.length) * scale;
  const wide = Math.max(...lines.map((each) => textWidth(each, large)));
  const x = Math.max(0, Math.min(rect.x, room - wide));
  const size = large * Math.min(1, room / wide);
  return lines.map((text, i) => ({
    ...axisText(palette, scale, text, x, (15 - 5 * lines.length + 12 * i) * scale, 'start', { strong: true }),
    size,
  }));
}

function axes(input: CurveInput, rect: Rect, x: Scale, y: Scale): Mark[] {
  const { palette, scale } = input;
  const marks: Mark[] = [];
  const [low, high] = y.domain().map(Math.log10) as [number, number];
  // Asked for fewer ticks than there are decades, a log scale sets none between the powers of ten.
  const powers = y.ticks(high - low - 1e-6).reverse();
  const most = Math.max(2, Math.floor(rect.height / (17 * scale)));
  const every = Math.max(1, Math.ceil((powers.length - 1) / most));
  for (let i = 0; i < powers.length; i += every) {
    const at = y(powers[i]!);
    marks.push(hairline(palette, rect.x, at, rect.x + rect.width, at));
    marks.push(axisText(palette, scale, formatPower(Math.log10(powers[i]!)), rect.x - 6 * scale, at, 'end'));
  }
  return [...marks, ...stepAxis(input, rect, x)];
}

/** Counts of steps below the plot, and at its right end the axis's name. */
export function stepAxis(
  { palette, scale, axis }: Pick<CurveInput, 'palette' | 'scale' | 'axis'>,
  rect: Rect,
  x: Scale,
): Mark[] {
  const marks: Mark[] = [];
  const ticks = x.ticks(Math.max(2, rect.width / (80 * scale))).map((value) => ({
    label: formatCount(value),
    at: x(value),
  }));
  const below = rect.y + rect.height + 11 * scale;
  const right = rect.x + rect.width + EDGE * scale;
  const free = right - textWidth(axis, 12 * scale) - 8 * scale;
  for (const { label, at } of withoutCollisions(ticks, 12 * scale))
    if (at + textWidth(label, 12 * scale) / 2 < free)
      marks.push(axisText(palette, scale, label, at, below, 'middle'));
  marks.push(axisText(palette, scale, axis, right, below, 'end'));
  return marks;
}

/** Polylines of a series: every step where there is room, else the extremes of each pixel column; gaps where it is not finite. */
export function curveLines(series: CurveSeries, rect: Rect, x: Scale, y: Scale): number[][] {
  const lines: number[][] = [];
  // What a line generator draws on: each `moveTo` begins a polyline. Of a canvas it uses these three alone.
  const pen = {
    moveTo: (at: number, height: number) => lines.push([at, height]),
    lineTo: (at: number, height: number) => lines.at(-1)!.push(at, height),
    closePath: () => {},
  };
  line()
    .defined(([, value]) => Number.isFinite(value))
    .x(([units]) => x(units))
    .y(([, value]) => y(value))
    .context(pen as unknown as CanvasRenderingContext2D)(curvePoints(series, rect, x));
  return lines.filter(({ length }) => length >= 4);
}

/** What is drawn of a series, as units of the axis and value; NaN where there is none. */
function curvePoints(series: CurveSeries, rect: Rect, x: Scale): [number, number][] {
  const { count, perStep } = series;
  const points: [number, number][] = [];
  const perPixel = x(perStep) - x(0) || 1;
  if (perPixel >= 0.5) {
    for (let k = 0; k < count; k++) {
      points.push([k * perStep, drawn(series, k)]);
      if (x(k * perStep) > rect.x + rect.width) break;
    }
    return points;
  }
  const stepsPerPixel = 1 / perPixel;
  for (let from = 0; from < count; from += stepsPerPixel) {
    const first = Math.ceil(from);
    const last = Math.min(count, Math.ceil(from + stepsPerPixel));
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (let k = first; k < last; k++) {
      const value = drawn(series, k);
      if (value < low) low = value;
      if (value > high) high = value;
    }
    const units = first * perStep;
    if (x(units) > rect.x + rect.width) break;
    points.push([units, low > high ? Number.NaN : high]);
    if (low < high) points.push([units, low]);
  }
  return points;
}

interface Curve {
  readonly series: CurveSeries;
  readonly color: string;
  readonly text: string;
}

/** Names behind the curves' ends, or along the curves' lines where these reach the edge. */
export function endLabels(
  curves: readonly (Curve & { readonly lines: readonly (readonly number[])[] })[],
  rect: Rect,
  xOf: Scale,
  yOf: Scale,
  scale: number,
  paper: string,
  taken: readonly Rect[] = [],
): Mark[] {
  const size = 12 * scale;
  const named = curves
    .map((curve) => {
      const fitting = Math.floor(rect.width / (xOf(curve.series.perStep) - xOf(0) || 1) + 1e-9);
      return { ...curve, lastShown: lastDrawn(curve.series, Math.min(curve.series.count - 1, fitting)) };
    })
    .filter(({ lastShown }) => lastShown >= 0)
    .map(({ series, text, lines, lastShown }) => {
      const value = drawn(series, lastShown);
      return {
        label: series.label,
        text,
        // The estimate is exact to 3 %, and at the edge a letter would be cut.
        wide: 1.03 * textWidth(series.label, size),
        lines,
        x: Math.min(xOf(lastShown * series.perStep), rect.x + rect.width),
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
    halo: { color: paper, width: 2 * scale },
  }));
}

export function hoverMarks(
  step: number,
  curves: readonly Curve[],
  rect: Rect,
  xOf: Scale,
  yOf: Scale,
  scale: number,
  palette: Palette,
): Mark[] {
  const x = xOf(step);
  const marks: Mark[] = [
    {
      kind: 'path',
      lines: [[x, rect.y - 3, x, rect.y + rect.height + 3]],
      strokes: [{ color: palette.ink, width: 1, dash: [3, 3], cap: 'butt' }],
    },
  ];
  for (const { series, color } of curves) {
    const k = Math.round(step / series.perStep);
    const value = k < series.count ? drawn(series, k) : Number.NaN;
    if (Number.isFinite(value))
      marks.push({
        kind: 'circle',
        x,
        y: yOf(value),
        r: 4 * scale,
        fill: color,
        strokes: [{ color: palette.paper, width: 1.5 * scale }],
      });
  }
  return marks;
}
