import { scaleLog } from 'd3-scale';
import type { SideName } from '../../../engine/contract.ts';
import { SIDES } from '../../../engine/side-names.ts';
import type { DrawStyle } from '../../charts/colour/palette.ts';
import {
  type DisplayList,
  type Mark,
  pathMark,
  type StrokeLayer,
  type TextMark,
} from '../../charts/display-list.ts';
import { axisText, clipped, type Frame, rowMarks, type Tick } from '../../charts/frame.ts';
import type { Rect } from '../../charts/geometry.ts';
import type { MarkRole } from '../../charts/marks/roles.ts';
import { type SideStyle, sideStyle } from '../../charts/marks/side-style.ts';
import { formatPower } from '../../charts/number-label.ts';
import { textWidth } from '../../charts/text-width.ts';
import type { CurveFloor, CurveFloors } from '../landscape/floor-marks.ts';
import type { CurveRays } from '../landscape/ray-marks.ts';
import { placeCurveNames } from './curve-names.ts';
import {
  cursorMarks,
  curveRect,
  EDGE,
  inTwo,
  type Scale,
  type StepsInput,
  stepPlot,
  titleMarks,
} from './step-plot.ts';

/** Smaller values are rounding, drawn at this floor. */
export const FLOOR = 1e-16;

/** One side's values at equal distances, `count` of them valid. Non-finite values leave a gap. */
export interface CurveSeries {
  readonly values: ArrayLike<number>;
  readonly count: number;
  /** Reference of an excess, subtracted before the logarithm. */
  readonly reference?: number;
  /** Uncertainty of the reference: excesses up to it leave a gap. Default: exact. */
  readonly floor?: number;
  /** True if values may be negative: they are drawn unchanged. */
  readonly signed?: boolean;
  /** Axis units between values. */
  readonly perStep: number;
  readonly label: string;
  /** True if the side has ended: its last value may continue thinly. */
  readonly ended?: boolean;
}

export interface CurveInput extends StepsInput {
  readonly left: CurveSeries;
  readonly right: CurveSeries;
  /** Text in place of unavailable curves. */
  readonly missing?: string | null;
  /** Proved lower bounds, each above 0. */
  readonly floors?: CurveFloors;
  /** At most two continuations from the shown step; they do not widen the axis. */
  readonly rays?: CurveRays;
}

/**
 * Returns the drawn value: the excess, at the floor if zero or negative; NaN stays. If the reference is inexact, possible rounding and
 * values below it are not drawn.
 */
function drawn({ values, reference = 0, floor = 0, signed = false }: CurveSeries, k: number): number {
  const value = values[k]! - reference;
  if (signed) return value;
  if (Number.isNaN(value) || (floor > 0 && value <= floor)) return Number.NaN;
  return Math.max(FLOOR, value);
}

/**
 * Returns the least and greatest drawn value, up to `most`, of every `stride`th step from `first` on; low > high if none. Runs every frame,
 * so without calls or objects per step; drawing is monotone in the values.
 */
function extremes(
  { values, reference = 0, floor = 0, signed = false }: CurveSeries,
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

/** Returns the last step up to `k` with a drawn value, or -1. */
function lastDrawn(series: CurveSeries, k: number): number {
  let last = k;
  while (last >= 0 && Number.isNaN(drawn(series, last))) last--;
  return last;
}

/** Returns the drawn values' decades, at least two. */
function decades(
  series: readonly CurveSeries[],
  floors: readonly CurveFloor[],
): { low: number; high: number } {
  let low = Math.min(Number.POSITIVE_INFINITY, ...floors.map(({ value }) => value));
  let high = 0;
  for (const one of series) {
    // At most 4,000 steps of a long run: a descent has its extremes at the ends.
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

/** Draws both sides against the step on a logarithmic axis, named at their ends. */
export function drawCurves(input: CurveInput): DisplayList {
  const { width, height, scale, left, right, floors, rays } = input;
  const rect = curveRect(width, height, scale);
  if (input.missing) {
    const lines = inTwo(input.missing, 12 * scale, width - rect.x);
    const middle = rect.y + rect.height / 2;
    return [
      ...titleMarks(input, rect),
      ...lines.map((text, i) => {
        const y = middle + (i - (lines.length - 1) / 2) * 15 * scale;
        return axisText(input, text, rect.x, y, 'start');
      }),
    ];
  }

  const { frame, x, axes } = stepPlot(input, rect);
  const { low, high } = decades([left, right], floors?.all ?? []);
  const domain = [10 ** low, Math.min(10 ** high, Number.MAX_VALUE)];
  const y = scaleLog(domain, [frame.bottom, rect.y]);
  const curves = SIDES.map((side) =>
    layLine(frame, [x, y], { ...input[side], ended: false }, sideLook(side, input)),
  );
  const walls = floors?.all.map((floor) => floors.pen(floor, y(floor.value), frame, input)) ?? [];
  const boxes = walls.flatMap(({ boxes }) => boxes);
  const ends = endLabels(frame, curves, x, y, boxes);
  const ahead = rays?.pen(rays.all, frame, [x, y], input, [...boxes, ...ends.map(boxOfEnd)]);
  return [
    ...axes(rowMarks(frame, decadeTicks(y, rect.height / (17 * scale)))),
    ...cursorMarks(frame, x, input.step),
    clipped(
      rect,
      [
        ...walls.flatMap(({ wall }) => wall),
        ...(ahead?.lines ?? []),
        ...curves.flatMap(({ marks }) => marks),
      ],
      2,
    ),
    ...walls.map(({ name }) => name),
    ...(ahead?.names ?? []),
    ...ends,
    ...hoverMarks(frame, input.hover, curves, x, y),
  ];
}

/** Returns as many powers of ten as fit `room` lines, from the highest. */
export function decadeTicks(y: Scale, room: number): Tick[] {
  const [low, high] = y.domain().map(Math.log10) as [number, number];
  // With fewer ticks than decades, a log scale has none between powers of ten.
  const powers = y.ticks(high - low - 1e-6).reverse();
  const every = Math.max(1, Math.ceil((powers.length - 1) / Math.max(2, Math.floor(room))));
  return powers
    .filter((_, i) => i % every === 0)
    .map((power) => ({ label: formatPower(Math.log10(power)), at: y(power) }));
}

/** Returns a series' polylines: all steps, or the extremes of each pixel column; gaps at non-finite values. */
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

/** A line's look; `under` lies below its stroke. */
export interface LineLook {
  readonly style: SideStyle;
  readonly stroke: StrokeLayer;
  readonly under?: readonly StrokeLayer[];
  readonly role: MarkRole;
  readonly endRole?: MarkRole;
}

/** A line with its pixels and marks. `after` and `level` continue one that has ended; else null. */
export interface Curve {
  readonly series: CurveSeries;
  readonly style: SideStyle;
  readonly lines: readonly (readonly number[])[];
  readonly after: CurveSeries | null;
  readonly level: readonly number[] | null;
  readonly marks: readonly Mark[];
}

export function sideLook(side: SideName, drawStyle: DrawStyle): LineLook {
  const style = sideStyle(side, drawStyle);
  return { style, stroke: style.line(2 * drawStyle.scale), role: `curve-${side}` };
}

/** Lays a line out; one that has ended continues thinly at its last value, or at `foot` if that is lower. */
export function layLine(
  frame: Frame,
  [x, y]: readonly [Scale, Scale],
  series: CurveSeries,
  { style, stroke, under = [], role, endRole }: LineLook,
  foot = Number.NEGATIVE_INFINITY,
): Curve {
  const lines = curveLines(series, frame.rect, x, y);
  const after = afterEnd(series, x.domain()[1]!);
  const at = after && y(Math.max(foot, after.values[0]!));
  const level = at === null ? null : [x((series.count - 1) * series.perStep), at, frame.right, at];
  const thin = { ...stroke, width: frame.scale };
  const marks = [
    ...(level ? [pathMark([level], [thin], endRole && { role: endRole })] : []),
    pathMark(lines, [...under, stroke], { role }),
  ];
  return { series, style, lines, after, level, marks };
}

/** Returns the level continuation of a series that ended before the axis; else null. */
function afterEnd(series: CurveSeries, span: number): CurveSeries | null {
  const { values, count, perStep, ended } = series;
  const last = count > 0 ? values[count - 1]! : Number.NaN;
  if (!ended || (count - 1) * perStep >= span || !Number.isFinite(last)) return null;
  return { ...series, values: [last, last], count: 2, perStep: span };
}

/** Draws names after curves' ends, or along curves that reach the edge. */
export function endLabels(
  { rect, right, palette, scale }: Frame,
  curves: readonly Pick<Curve, 'series' | 'style' | 'lines'>[],
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
        // The estimate is within 3 %; at the edge a letter would be cut.
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

export function boxOfEnd({ text, x, y, size }: TextMark): Rect {
  return { x, y: y - 0.6 * size, width: textWidth(text, size), height: 1.2 * size };
}

/** Draws a line at the step under the pointer, with a dot on each curve. */
export function hoverMarks(
  { rect, bottom, palette, scale }: Frame,
  step: number | null,
  curves: readonly Pick<Curve, 'series' | 'style'>[],
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
