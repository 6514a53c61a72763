import { scaleLinear, scaleLog } from 'd3-scale';
import type { SideName } from '../../../engine/contract.ts';
import type { DrawStyle } from '../../charts/colour/palette.ts';
import { type DisplayList, penStroke, symbolsMark } from '../../charts/display-list.ts';
import { clipped, type Frame, linearTicks, rowMarks, type Tick } from '../../charts/frame.ts';
import { sideStyle } from '../../charts/marks/side-style.ts';
import { textWidth } from '../../charts/text-width.ts';
import {
  boxOfEnd,
  type CurveSeries,
  decadeTicks,
  endLabels,
  FLOOR,
  hoverMarks,
  type LineLook,
  layLine,
  sideLook,
} from '../../pictures/curve/curve-plot.ts';
import {
  cursorMarks,
  curveRect,
  guideMark,
  type Scale,
  type StepsInput,
  stepPlot,
} from '../../pictures/curve/step-plot.ts';
import { litStrokes } from '../kit/chart.ts';
import { alongLine, writeNames } from './lines-names.ts';

/** On a logarithmic axis, values up to `floor` leave a gap. */
export interface PlotLine extends CurveSeries {
  readonly side: SideName;
  /** `main`: a side's line; `bound`: thin, dotted; `third`: grey, of neither side. */
  readonly look: 'main' | 'bound' | 'third';
}

export interface Witness {
  readonly side: SideName;
  readonly step: number;
  readonly value: number;
  readonly label: string;
}

export interface LinesInput extends StepsInput {
  readonly lines: readonly PlotLine[];
  readonly isLog: boolean;
  /** Depth of a linear axis below its highest value; absent: all values. */
  readonly depth?: number;
  /** Limits of a linear axis; lines may leave them. */
  readonly within?: readonly [low: number, high: number];
  /** Reference value with its name (empty for none). */
  readonly guide?: { readonly value: number; readonly label: string };
  readonly witness?: Witness | null;
  readonly lit: PlotLine['look'] | 'guide' | null;
}

export function drawLines(input: LinesInput): DisplayList {
  const { width, height, scale, palette, hover, guide, lit } = input;
  const rect = curveRect(width, height, scale);
  const { frame, x, axes } = stepPlot(input, rect);
  const y = input.isLog ? decades(input, frame) : range(input, frame);
  const curves = input.lines.map((line) => {
    const look = looks(line, input);
    const under = lit === line.look ? litStrokes(input, look.stroke.width / scale + 3) : [];
    const series = { ...line, signed: !input.isLog };
    const foot = input.isLog ? FLOOR : Number.NEGATIVE_INFINITY;
    return { ...layLine(frame, [x, y], series, { ...look, under }, foot), look: line.look };
  });
  const at = guide ? y(guide.value) : Number.NaN;
  const hasGuide = at >= rect.y && at <= frame.bottom;
  const guided = hasGuide ? [guideMark(frame, at, lit === 'guide' ? litStrokes(input, 4.4) : [])] : [];
  const ends = endLabels(
    frame,
    curves.filter(({ look }) => look === 'main'),
    x,
    y,
  );
  const ring = ringOf(input, frame, x, y);
  const others = curves.filter(({ look, series }) => look !== 'main' && series.label !== '');
  const names = writeNames(
    frame,
    curves.flatMap(({ lines, level }) => (level ? [...lines, level] : lines)),
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
    ...cursorMarks(frame, x, input.step),
    clipped(rect, [...guided, ...curves.flatMap(({ marks }) => marks)], 2),
    ...(ring?.marks ?? []),
    ...names,
    ...ends,
    ...(hover === null ? [] : [clipped(rect, hoverMarks(frame, hover, curves, x, y), 5 * scale)]),
  ];
}

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

export function looks({ side, look }: Pick<PlotLine, 'side' | 'look'>, drawStyle: DrawStyle): LineLook {
  const { palette, scale } = drawStyle;
  if (look === 'main') return sideLook(side, drawStyle);
  const style = sideStyle(side, drawStyle);
  if (look === 'third')
    return {
      style: { ...style, color: palette.muted, text: palette.muted },
      stroke: penStroke(palette.muted, 1.6 * scale, { cap: 'butt' }),
      role: 'bound',
    };
  return {
    style,
    stroke: penStroke(style.color, 1.6 * scale, { dash: [1.5 * scale, 2.5 * scale], cap: 'butt' }),
    role: 'bound',
  };
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
  const most = Math.max(2, rect.height / (26 * scale));
  const isWide = ({ label }: Tick) => textWidth(label, 12 * scale) > rect.x - 7 * scale;
  const all = linearTicks(low, high, most, y);
  // Fewer have fewer digits.
  return all.some(isWide) ? linearTicks(low, high, 2, y) : all;
}
