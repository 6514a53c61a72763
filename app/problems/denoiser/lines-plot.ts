import { type ScaleContinuousNumeric, scaleLinear, scaleLog } from 'd3-scale';
import type { SideName } from '../../../engine/contract.ts';
import type { DrawStyle } from '../../charts/colour/palette.ts';
import { type DisplayList, type Mark, pathMark, penStroke, symbolsMark } from '../../charts/display-list.ts';
import { clipped, type Drawing, type Frame, linearTicks, rowMarks, type Tick } from '../../charts/frame.ts';
import { sideStyle } from '../../charts/marks/side-style.ts';
import {
  afterEnd,
  boxOfEnd,
  type CurveSeries,
  curveLines,
  decadeTicks,
  endLabels,
  hoverMarks,
} from '../../pictures/curve/curve-plot.ts';
import { cursorMark, curveRect, stepPlot } from '../../pictures/curve/step-plot.ts';
import { litStrokes } from '../kit/chart.ts';
import { alongLine, writeNames } from './lines-names.ts';

export interface PlotLine {
  readonly side: SideName;
  /** `main`: a side's line; `bound`: thin, dotted; `third`: grey, of neither side. */
  readonly look: 'main' | 'bound' | 'third';
  readonly values: ArrayLike<number>;
  readonly count: number;
  readonly perStep: number;
  readonly label: string;
  /** True if a thin line continues the last value. */
  readonly ended: boolean;
  /** On a logarithmic axis, values up to this are rounding and leave a gap. */
  readonly rounding?: number;
}

export interface Witness {
  readonly side: SideName;
  readonly step: number;
  readonly value: number;
  readonly label: string;
}

export interface LinesInput extends Drawing {
  readonly title: string;
  readonly axis: string;
  readonly lines: readonly PlotLine[];
  readonly isLog: boolean;
  /** Depth of a linear axis below its highest value; absent: all values. */
  readonly depth?: number;
  /** Limits of a linear axis; lines may leave them. */
  readonly within?: readonly [low: number, high: number];
  /** Reference value with its name (empty for none). */
  readonly guide?: { readonly value: number; readonly label: string };
  readonly witness?: Witness | null;
  readonly span: number;
  /** Null if the lines have no shown step. */
  readonly step: number | null;
  readonly hover: number | null;
  readonly lit: PlotLine['look'] | 'guide' | null;
}

type Scale = ScaleContinuousNumeric<number, number>;

/** Foot of a logarithmic axis: smaller values are rounding. */
const FLOOR = 1e-16;

export function drawLines(input: LinesInput): DisplayList {
  const { width, height, scale, palette, step, hover, guide, lit } = input;
  const rect = curveRect(width, height, scale);
  const { frame, x, axes } = stepPlot(input, rect);
  const y = input.isLog ? decades(input, frame) : range(input, frame);
  const curves = input.lines.map((line) => {
    const series = seriesOf(line, input);
    const after = levelAfter(line, input, x, y);
    return {
      ...looks(line, input),
      side: line.side,
      line,
      series,
      after,
      lines: curveLines(series, rect, x, y),
    };
  });
  const inside = curves.flatMap(({ line, lines, stroke, side, after }): Mark[] => {
    const role = line.look === 'main' ? (`curve-${side}` as const) : 'bound';
    return [
      ...(after ? [pathMark([after], [{ ...stroke, width: scale }])] : []),
      pathMark(lines, [...(lit === line.look ? litStrokes(input, stroke.width / scale + 3) : []), stroke], {
        role,
      }),
    ];
  });
  const at = guide ? y(guide.value) : Number.NaN;
  const hasGuide = at >= rect.y && at <= frame.bottom;
  const guided = hasGuide
    ? [
        pathMark(
          [[rect.x, at, frame.right, at]],
          [...(lit === 'guide' ? litStrokes(input, 4.4) : []), guideStroke(input)],
          { role: 'criterion' },
        ),
      ]
    : [];
  const ends = endLabels(
    frame,
    curves.filter(({ line }) => line.look === 'main'),
    x,
    y,
  );
  const ring = ringOf(input, frame, x, y);
  const others = curves.filter(({ line }) => line.look !== 'main' && line.label !== '');
  const names = writeNames(
    frame,
    curves.flatMap(({ lines, after }) => (after ? [...lines, after] : lines)),
    [...ends.map(boxOfEnd), ...(ring ? [ring.box] : [])],
    [
      ...(ring
        ? [
            {
              ...{ text: ring.label, color: ring.color, keepsClear: true },
              at: [ring.at, [frame.right, ring.at[1]] as const],
            },
          ]
        : []),
      ...others.map(({ series, style, lines }) => ({
        text: series.label,
        color: style.text,
        at: alongLine(lines),
      })),
      ...(hasGuide && guide?.label
        ? [
            {
              text: guide.label,
              color: palette.muted,
              at: [
                [frame.right, at],
                [rect.x, at],
              ] as const,
            },
          ]
        : []),
    ],
  );
  return [
    ...axes(rowMarks(frame, input.isLog ? decadeTicks(y, rect.height / (17 * scale)) : rowsOf(y, frame))),
    ...(step === null ? [] : [cursorMark(frame, x(step))]),
    clipped(rect, [...guided, ...inside], 2),
    ...(ring?.marks ?? []),
    ...names,
    ...ends,
    ...(hover === null ? [] : [clipped(rect, hoverMarks(frame, hover, curves, x, y), 5 * scale)]),
  ];
}

export const guideStroke = ({ palette, scale }: DrawStyle) =>
  penStroke(palette.ink, 1.4 * scale, { dash: [1.5 * scale, 3 * scale], cap: 'butt' });

/** Returns a ring around the highlighted point; null if out of view. */
function ringOf(input: LinesInput, { rect, right, palette, scale }: Frame, x: Scale, y: Scale) {
  const { witness } = input;
  if (!witness || x(witness.step) > right) return null;
  const at = [x(witness.step), Math.max(rect.y, y(witness.value))] as const;
  const { text: color } = sideStyle(witness.side, input);
  const strokes = [penStroke(palette.paper, 4.4 * scale), penStroke(color, 2 * scale)];
  const reach = 6 * scale;
  return {
    at,
    color,
    label: witness.label,
    box: { x: at[0] - reach, y: at[1] - reach, width: 2 * reach, height: 2 * reach },
    marks: [symbolsMark('ring', at, 9 * scale, { role: 'match', strokes })],
  };
}

export function looks({ side, look }: Pick<PlotLine, 'side' | 'look'>, drawStyle: DrawStyle) {
  const { palette, scale } = drawStyle;
  const style = sideStyle(side, drawStyle);
  if (look === 'main') return { style, stroke: style.line(2 * scale) };
  if (look === 'third')
    return {
      style: { ...style, color: palette.muted, text: palette.muted },
      stroke: penStroke(palette.muted, 1.6 * scale, { cap: 'butt' }),
    };
  return {
    style,
    stroke: penStroke(style.color, 1.6 * scale, { dash: [1.5 * scale, 2.5 * scale], cap: 'butt' }),
  };
}

/** Converts a line for curve-plot, which draws 0 at a logarithmic axis's foot. */
const seriesOf = (
  { values, count, perStep, label, rounding }: PlotLine,
  { isLog }: LinesInput,
): CurveSeries => ({
  ...{ values, count, perStep, label, reference: 0 },
  ...(!isLog && { signed: true }),
  ...(rounding !== undefined && { floor: rounding }),
});

/** Returns the level after a line's end in pixels; null if it runs to the axis's end. */
function levelAfter(line: PlotLine, { span, isLog }: LinesInput, x: Scale, y: Scale): number[] | null {
  const after = afterEnd(line, span);
  if (!after) return null;
  const at = y(isLog ? Math.max(FLOOR, after.values[0]!) : after.values[0]!);
  return [x((line.count - 1) * line.perStep), at, x.range()[1]!, at];
}

/** Returns the finite range; samples long runs (below 8,000 values), with the last. */
function extremes(lines: readonly PlotLine[]): readonly [low: number, high: number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const look = (value: number) => {
    if (!Number.isFinite(value)) return;
    low = Math.min(low, value);
    high = Math.max(high, value);
  };
  for (const { values, count } of lines) {
    const stride = Math.max(1, Math.floor(count / 4000));
    for (let k = 0; k < count; k += stride) look(values[k]!);
    if (count > 0) look(values[count - 1]!);
  }
  return [low, high];
}

function decades({ lines }: LinesInput, { rect, bottom }: Frame): Scale {
  const [low, high] = extremes(lines);
  const some = high > 0;
  const top = Math.ceil(Math.log10(some ? high : 1) - 0.3);
  const foot = Math.floor(Math.log10(some ? Math.max(FLOOR, low) : 0.01) + 0.02);
  const ends = [10 ** Math.min(foot, top - 2), some ? Math.max(high, 10 ** top) : 1];
  return scaleLog(ends, [bottom, rect.y]);
}

function range(
  { lines, guide, depth = Number.POSITIVE_INFINITY, within }: LinesInput,
  { rect, bottom }: Frame,
): Scale {
  let [low, high] = extremes(lines);
  const some = guide?.value ?? 0;
  if (!(low <= high)) [low, high] = [some, some + 1];
  if (guide) [low, high] = [Math.min(low, guide.value), Math.max(high, guide.value)];
  low = Math.max(low, high - depth);
  const margin = 0.08 * (high - low || 1);
  const [least, most] = within ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  return scaleLinear([Math.max(least, low - margin), Math.min(most, high + margin)], [bottom, rect.y]);
}

function rowsOf(y: Scale, { rect, scale }: Frame): Tick[] {
  const [low, high] = y.domain() as [number, number];
  return linearTicks(low, high, Math.max(2, rect.height / (26 * scale)), y);
}
