import { scaleLinear, scaleLog } from 'd3-scale';
import { SIDES } from '../../../engine/side-names.ts';
import {
  type DisplayList,
  type Mark,
  pathMark,
  penStroke,
  symbolsMark,
  type TextMark,
} from '../../charts/display-list.ts';
import { axisText, clipped, type Frame, hairline, linearTicks, type Tick } from '../../charts/frame.ts';
import { growRect, type Rect } from '../../charts/geometry.ts';
import { sideStyle } from '../../charts/marks/side-style.ts';
import { formatLevel, formatTicks } from '../../charts/number-label.ts';
import { covered, nameMark, placeInTurn } from '../../charts/place-labels.ts';
import { LEADING, type TextStyle, wrapText } from '../../charts/text-lines.ts';
import { textWidth } from '../../charts/text-width.ts';
import {
  boxOfEnd,
  type CurveSeries,
  curveLines,
  endLabels,
  FLOOR,
  hoverMarks,
  layLine,
  sideLook,
} from './curve-plot.ts';
import { cursorMarks, curveRect, guideMark, type Scale, type StepsInput, stepPlot } from './step-plot.ts';

export interface ObjectiveInput extends StepsInput {
  /** F of both sides' iterates. */
  readonly left: CurveSeries;
  readonly right: CurveSeries;
  /** Best certified lower bound at each step ("proved lower bound"): nondecreasing, valid for all later steps. Null if there is none. */
  readonly bound: CurveSeries | null;
  /** A dotted reference value (a weaker bound, or the best possible). */
  readonly guide?: { readonly value: number; readonly label: string } | null;
  /** A side's second series, a thin unnamed line. */
  readonly beside?: CurveSeries & { readonly side: 'left' | 'right' };
  /** True if the axis contains all values, however far a run rises. */
  readonly whole?: boolean;
  /** True if values may be negative (a game's): the axis is then linear and contains all. */
  readonly signed?: boolean;
}

/** Additional left margin at scale 1, for values like 0.0125. */
const WIDER = 12;

/** Share of the height below the final bound for hatching and words; `most` for two lines. */
const BELOW = { usual: 0.25, most: 0.4 } as const;

/** A rising run leaves the plot at this multiple of the higher start. */
const RISE = 2;

/** Lower end of the axis as a share of the least objective; weaker bounds are out of view. */
const DEEPEST = 1e-4;

/** The axis reaches this far below a start without a run. */
const START_ROOM = 100;

/** Weaker bounds are in view from this share of the best. */
const SHOWN = 0.1;

/** Returns the plot in pixels: x from step 0 to `span`. */
export function objectiveRect(width: number, height: number, scale: number): Rect {
  const rect = curveRect(width, height, scale);
  return { ...rect, x: rect.x + WIDER * scale, width: Math.max(1, rect.width - WIDER * scale) };
}

export function drawObjective(input: ObjectiveInput): DisplayList {
  const { width, height, scale, bound, hover, signed = false } = input;
  const rect = objectiveRect(width, height, scale);
  const { frame, x, axes } = stepPlot(input, rect);
  const label = bound?.label ?? '';
  const lines = wrapText(label, rect.width - 12 * scale, boundStyle(frame));
  const taken = lines.length > 1 ? (blockHeight(lines, 12 * scale) + 3) / rect.height : 0;
  const below = Math.max(BELOW.usual, Math.min(BELOW.most, taken));
  const y = heights(input, rect, below);
  const stairs = bound ? staircase(bound, rect, x, y) : [];
  const guideAt = input.guide ? y(input.guide.value) : Number.NaN;
  const inside = [
    ...boundMarks(stairs, frame),
    ...(guideAt <= frame.bottom ? [guideMark(frame, guideAt)] : []),
    ...besideMarks(input, frame, x, y),
    ...cursorMarks(frame, x, input.step),
  ];
  const sides = SIDES.map((side) => {
    const look = { ...sideLook(side, input), endRole: `curve-end-${side}` as const };
    return layLine(frame, [x, y], { ...input[side], signed }, look);
  });
  const proved = boundName(stairs, frame, label);
  // Label each line at its end, thin continuation included.
  const ends = sides.map((side) =>
    side.after ? { ...side, series: side.after, lines: curveLines(side.after, rect, x, y) } : side,
  );
  const endNames = endLabels(frame, ends, x, y, proved.map(boxOfName));
  // A start without a run has no line yet.
  const starts = sides.flatMap(({ style, series: { count, values } }) =>
    count === 1 ? [symbolsMark(style.shape, [x(0), y(values[0]!)], 8 * scale, { fill: style.color })] : [],
  );
  const marks = [
    ...axes(valueAxis(frame, y)),
    clipped(rect, [...inside, ...sides.flatMap(({ marks }) => marks)], 3),
    ...starts,
    ...proved,
    ...endNames,
    ...guideName(input, frame, y, [...proved.map(boxOfName), ...endNames.map(boxOfEnd)]),
  ];
  if (hover === null) return marks;
  const under = sides.map((side) => ({
    ...side,
    series: side.after && hover >= side.series.count * side.series.perStep ? side.after : side.series,
  }));
  return [...marks, clipped(growRect(rect, 5 * scale), hoverMarks(frame, hover, under, x, y))];
}

function besideMarks(
  { beside, signed = false, ...input }: ObjectiveInput,
  frame: Frame,
  x: Scale,
  y: Scale,
): Mark[] {
  if (!beside || beside.count === 0) return [];
  const lines = curveLines({ ...beside, signed }, frame.rect, x, y);
  return [pathMark(lines, [sideStyle(beside.side, input).line(frame.scale)])];
}

/** Places the guide's name: left if the proved bound leaves room, else where it covers least of `taken`. */
function guideName(
  { guide, bound }: ObjectiveInput,
  frame: Frame,
  y: Scale,
  taken: readonly Rect[],
): TextMark[] {
  const { rect, bottom, palette, scale } = frame;
  const at = guide ? y(guide.value) : Number.NaN;
  if (!guide || !(at >= rect.y && at <= bottom)) return [];
  const proved = bound && bound.count > 0 ? y(bound.values[bound.count - 1]!) : Number.NaN;
  const width = textWidth(guide.label, 12 * scale);
  // Above the proved bound the name has room.
  if ((at > proved - 4 * scale && at < proved + 12 * scale) || width > 0.95 * rect.width) return [];
  const places = (at - 16 * scale < rect.y ? [8, 22] : [-8, 8])
    .filter((off) => at + (off + 8) * scale < bottom)
    .flatMap((off) =>
      [0, 1, 0.5, 0.25, 0.75].map((share) => ({
        box: {
          x: rect.x + 6 * scale + share * (rect.width - 12 * scale - width),
          y: at + (off - 7) * scale,
          width,
          height: 14 * scale,
        },
      })),
    );
  const [place] = placeInTurn([{ places, cost: ({ box }) => covered(box, taken) }], taken);
  if (!place || covered(place.box, taken) > 0.05 * width * 14 * scale) return [];
  const name = axisText(frame, guide.label, place.box.x, place.box.y + 7 * scale, 'start');
  return [{ ...name, halo: { color: palette.paper, width: 3 * scale } }];
}

/** Returns the y scale: logarithmic if all objectives are positive, else linear. */
function heights(
  { left, right, bound, guide, beside, signed, whole }: ObjectiveInput,
  rect: Rect,
  below: number,
): Scale {
  const range: [number, number] = [rect.y + rect.height, rect.y];
  if (signed) {
    let [low, high] = [0, 0];
    // Every value: sampling could meet an oscillation always at the same phase.
    for (const { values, count } of [left, right])
      for (let k = 0; k < count; k++) {
        if (!Number.isFinite(values[k]!)) continue;
        low = Math.min(low, values[k]!);
        high = Math.max(high, values[k]!);
      }
    const margin = 0.08 * (high - low || 1);
    return scaleLinear([low - margin, high + margin], range);
  }
  const all = [left, right, ...(beside ? [beside] : [])];
  let start = 0;
  for (const { values, count } of all)
    if (count > 0 && values[0]! < Number.POSITIVE_INFINITY) start = Math.max(start, values[0]!);
  let low = Number.POSITIVE_INFINITY;
  let high = guide?.value || 0;
  for (const { values, count } of all) {
    // At most 4,000 steps of a long run, and its end.
    const stride = Math.max(1, Math.floor(count / 4000));
    for (let k = 0; k < count; k += stride) {
      if (values[k]! < low) low = values[k]!;
      if (values[k]! > high && (whole || values[k]! <= RISE * start)) high = values[k]!;
    }
    if (count > 0 && values[count - 1]! < low) low = values[count - 1]!;
  }
  if (low === Number.POSITIVE_INFINITY) [low, high] = [0, 1];
  const proved = bound && bound.count > 0 ? bound.values[bound.count - 1]! : Number.NaN;
  // The bound's position, or the least objective without one.
  const foot = proved >= DEEPEST * low ? proved : low;
  const under = below / (1 - below);
  if (!(foot > 0)) {
    const top = high > foot ? high : foot + 1;
    return scaleLinear([foot - under * (top - foot), top + 0.04 * (top - foot)], range);
  }
  const least = Math.max(FLOOR, foot);
  const top = Math.max(high, 1.02 * least);
  // Before the first step there is only a start: two decades below it leave room for the run.
  const isStart = !(bound && bound.count > 0) && all.every(({ count }) => count <= 1);
  if (isStart) return scaleLog([top / START_ROOM, top * 1.3], range);
  const decades = Math.log10(top) - Math.log10(least);
  const highest = Math.min(Number.MAX_VALUE, top * 10 ** (0.04 * decades));
  const usual = least / 10 ** (under * decades);
  const weaker = guide && guide.value >= SHOWN * least ? 0.9 * guide.value : usual;
  return scaleLog([Math.min(usual, weaker), highest], range);
}

/** Draws values: powers of ten over many decades, 1, 2, 5 over some, round numbers within one. */
function valueAxis(frame: Frame, y: Scale): Mark[] {
  const { palette, scale, rect, right } = frame;
  const [low, high] = y.domain() as [number, number];
  const decades = Math.log10(high) - Math.log10(low);
  const most = Math.max(2, rect.height / (24 * scale));
  let ticks: (Pick<Tick, 'label'> & { value: number })[];
  // Also for a linear axis, down to zero or below.
  if (!(decades > 1 && decades < Number.POSITIVE_INFINITY)) ticks = linearTicks(low, high, most);
  else {
    ticks = [];
    const every = Math.max(1, Math.ceil(decades / most));
    // Digits per decade at a line's distance: 1 to 2 is 0.30 decades, 1 to 3 0.48.
    const lines = rect.height / decades / (17 * scale);
    const digits = 0.3 * lines >= 1 ? [1, 2, 5] : 0.47 * lines >= 1 ? [1, 3] : [1];
    for (let power = Math.floor(Math.log10(low)); power <= Math.log10(high); power++)
      for (const digit of digits)
        if (power % every === 0) {
          const value = digit * 10 ** power;
          ticks.push({
            value,
            label: power < -3 ? formatLevel(value) : formatTicks([value], 10 ** power)[0]!,
          });
        }
  }
  const marks: Mark[] = [];
  let free = Number.POSITIVE_INFINITY;
  for (const { value, label } of ticks) {
    const at = y(value);
    if (value < low || value > high || at > free) continue;
    // On a logarithmic axis evenly spaced numbers crowd upwards.
    free = at - 15 * scale;
    marks.push(hairline(palette, rect.x, at, right, at));
    marks.push(axisText(frame, label, rect.x - 6 * scale, at, 'end', { room: rect.x - 7 * scale }));
  }
  return marks;
}

/** Returns the bound as a flat staircase, at most one step per half pixel; empty if out of view. */
function staircase({ values, count, perStep }: CurveSeries, rect: Rect, x: Scale, y: Scale): number[] {
  const right = rect.x + rect.width;
  const foot = rect.y + rect.height;
  const points: number[] = [];
  let height = Number.NaN;
  for (let k = 0; k < count; k++) {
    // Most steps prove nothing new.
    if (k > 0 && values[k] === values[k - 1]) continue;
    const at = x(k * perStep);
    if (at > right) break;
    // A nonpositive bound has no height on a log axis.
    const to = y(values[k]!);
    if (!(to <= foot) || to === height) continue;
    if (points.length === 0) points.push(at, to);
    else if (at - points.at(-2)! < 0.5) points[points.length - 1] = to;
    else points.push(at, height, at, to);
    height = to;
  }
  if (points.length > 0) points.push(right, height);
  return points;
}

export function boundMarks(stairs: readonly number[], { bottom, palette, scale }: Frame): Mark[] {
  if (stairs.length === 0) return [];
  const foot = bottom + 3;
  const polygon = [...stairs, stairs.at(-2)!, foot, stairs[0]!, foot];
  const hatching = { color: palette.ink, width: 1, opacity: 0.28, cap: 'butt' } as const;
  return [
    { role: 'bound', kind: 'hatch', polygon, spacing: 7 * scale, angle: -45, stroke: hatching },
    pathMark(
      [stairs],
      [
        penStroke(palette.paper, 4 * scale, { cap: 'butt' }),
        penStroke(palette.ink, 1.6 * scale, { cap: 'butt' }),
      ],
      { role: 'bound' },
    ),
  ];
}

const boundStyle = ({ palette, scale }: Frame): TextStyle => ({
  font: 'sans',
  size: 12 * scale,
  weight: 600,
  color: palette.ink,
});

const blockHeight = (lines: readonly string[], size: number): number => (lines.length * LEADING + 0.3) * size;

/** Least size of the bound's name, as a share of the usual one: a label of two millimetres on paper. */
const LEAST = 0.72;

/** Draws the bound's name under its right end, below its lowest stretch there; in lines or smaller if there is little room. */
function boundName(stairs: readonly number[], frame: Frame, text: string): TextMark[] {
  const { rect, bottom, palette, scale } = frame;
  if (stairs.length === 0) return [];
  const room = rect.width - 12 * scale;
  const style = boundStyle(frame);
  const right = frame.right - 6 * scale;
  const under = (wide: number) => {
    let low = stairs.at(-1)!;
    for (let i = stairs.length - 2; i >= 0 && stairs[i]! > right - wide; i -= 2)
      low = Math.max(low, stairs[i - 1] ?? stairs[i + 1]!);
    return low;
  };
  let size = style.size;
  let lines = wrapText(text, room, style);
  while (blockHeight(lines, size) > bottom - under(room) && size > LEAST * style.size) {
    size = Math.max(LEAST * style.size, 0.94 * size);
    lines = wrapText(text, room, { ...style, size });
  }
  const top = under(Math.max(...lines.map((line) => textWidth(line, size))));
  const first = Math.min(top + size, bottom - ((lines.length - 1) * LEADING + 0.6) * size);
  const halo = { color: palette.paper, width: 3 * scale };
  return lines.map((line, i) => {
    const x = right - textWidth(line, size) / 2;
    return nameMark({ text: line, x, y: first + i * LEADING * size, size }, palette.ink, halo);
  });
}

function boxOfName({ text, x, y, size }: TextMark): Rect {
  const wide = textWidth(text, size);
  return { x: x - wide / 2, y: y - size / 2, width: wide, height: size };
}
