import { scaleLinear, scaleLog } from 'd3-scale';
import { type DisplayList, type Mark, pathMark, penStroke, symbolsMark } from '../../charts/display-list.ts';
import {
  axisText,
  clipped,
  createFrame,
  type Drawing,
  type Frame,
  linearTicks,
  rowMarks,
  type Tick,
} from '../../charts/frame.ts';
import { growRect, type Rect } from '../../charts/geometry.ts';
import { formatPower } from '../../charts/number-label.ts';
import type { MarkRole } from '../../charts/roles.ts';
import { type SideStyle, sideStyle } from '../../charts/side-style.ts';
import { textWidth } from '../../charts/text-width.ts';
import {
  boxOfEnd,
  type CurveSeries,
  cursorMark,
  curveLines,
  endLabels,
  hoverMarks,
  type Scale,
  stepAxis,
  titleMarks,
} from '../../pictures/curve-plot.ts';

/** Lines of both sides and of a third one over the rounds, on an axis whose ends are given. */

/** Values from round 0 on; what is not finite leaves a gap. */
export interface PlotLine extends Pick<CurveSeries, 'values' | 'count' | 'perStep' | 'label'> {
  /** Null of a line that is of neither side. */
  readonly side: 'left' | 'right' | null;
  /** Whether it is a thin line beside that of its side. */
  readonly thin?: true;
  /** Whether the explanation points at it. */
  readonly lit?: boolean;
}

export interface LinePlotInput extends Drawing {
  readonly title: string;
  readonly axis: string;
  readonly lines: readonly PlotLine[];
  readonly isLog: boolean;
  /** Least and largest value that are in view: lines leave it where they go on. */
  readonly domain: readonly [number, number];
  /** A number to read the lines against, dotted; null for none. */
  readonly level: { readonly value: number; readonly label: string } | null;
  /** A place on a line that is pointed out. */
  readonly witness?: {
    readonly side: 'left' | 'right';
    readonly step: number;
    readonly value: number;
    readonly label: string;
  } | null;
  readonly span: number;
  readonly step: number | null;
  readonly hover: number | null;
}

const styleOf = ({ side, thin }: PlotLine, drawing: Drawing): SideStyle => {
  const { palette, scale } = drawing;
  if (side === null)
    return {
      color: palette.muted,
      text: palette.muted,
      shape: 'dot',
      dash: {},
      line: (width) => penStroke(palette.muted, 0.8 * width, { cap: 'butt' }),
    };
  const own = sideStyle(side, drawing);
  return thin
    ? {
        ...own,
        line: () => penStroke(own.color, 1.2 * scale, { dash: [2 * scale, 2.5 * scale], cap: 'butt' }),
      }
    : own;
};

const roleOf = ({ side, thin }: PlotLine): MarkRole => (side && !thin ? `curve-${side}` : 'curve-beside');

/** The plot in `rect`, with the title above it. */
export function drawLines(input: LinePlotInput, rect: Rect): DisplayList {
  const { palette, scale, lines, domain, isLog, span, step, hover, level } = input;
  const frame = createFrame(input, rect);
  const x = scaleLinear([0, span], [rect.x, frame.right]);
  const y: Scale = (isLog ? scaleLog : scaleLinear)([...domain], [frame.bottom, rect.y]);
  const curves = lines.map((line) => {
    const series: CurveSeries = {
      ...line,
      reference: 0,
      signed: !isLog,
      floor: isLog ? Number.MIN_VALUE : 0,
    };
    return {
      // A third line is beside both: only its style tells it.
      side: line.side ?? ('left' as const),
      line,
      series,
      style: styleOf(line, input),
      lines: curveLines(series, rect, x, y),
    };
  });
  const at = level ? y(level.value) : Number.NaN;
  const isLevel = level !== null && at >= rect.y && at <= frame.bottom;
  const dots = { dash: [1.5 * scale, 3 * scale], cap: 'butt' } as const;
  const lit = [penStroke(palette.ink, 6 * scale), penStroke(palette.plant, 3.6 * scale)];
  const named = curves.filter(({ series }) => series.label !== '');
  const pointed = witnessMarks(input, frame, x, y);
  const ends = endLabels(frame, named, x, y, pointed.boxes);
  return [
    ...titleMarks(input, rect),
    ...rowMarks(frame, isLog ? powerTicks(y, rect.height / (17 * scale)) : valueTicks(y, domain, frame)),
    ...stepAxis(frame, input.axis, x),
    ...(step === null ? [] : [cursorMark(frame, x(step))]),
    clipped(rect, [
      ...(isLevel
        ? [
            pathMark([[rect.x, at, frame.right, at]], [penStroke(palette.ink, 1.4 * scale, dots)], {
              role: 'criterion',
            }),
          ]
        : []),
      ...curves.map(({ line, style, lines: points }) =>
        pathMark(points, [...(line.lit ? lit : []), style.line(2 * scale)], { role: roleOf(line) }),
      ),
    ]),
    ...pointed.marks,
    ...ends,
    ...(isLevel ? levelName(level.label, frame, at, [...pointed.boxes, ...ends.map(boxOfEnd)]) : []),
    ...(hover === null ? [] : [clipped(growRect(rect, 5 * scale), hoverMarks(frame, hover, curves, x, y))]),
  ];
}

/** The name of the level over its line at the left, or at the right, where it covers no other. */
function levelName(
  text: string,
  { rect, right, palette, scale }: Frame,
  at: number,
  taken: readonly Rect[],
): Mark[] {
  const size = 11 * scale;
  const width = textWidth(text, size);
  const middle = at + (at - 14 * scale < rect.y ? 8 : -8) * scale;
  const free = [right - width - 4 * scale, rect.x + 4 * scale].find((x) =>
    taken.every(
      (box) =>
        x + width < box.x ||
        x > box.x + box.width ||
        middle + size / 2 < box.y ||
        middle - size / 2 > box.y + box.height,
    ),
  );
  if (free === undefined) return [];
  const name = axisText({ palette, scale }, text, free, middle, 'start');
  return [{ ...name, size, halo: { color: palette.paper, width: 2.5 * scale } }];
}

/** A ring about the place, with its words beside it. */
function witnessMarks(
  input: LinePlotInput,
  { rect, right, palette, scale }: Frame,
  x: Scale,
  y: Scale,
): { marks: Mark[]; boxes: Rect[] } {
  const { witness } = input;
  if (!witness) return { marks: [], boxes: [] };
  const [px, py] = [x(witness.step), Math.max(rect.y, y(witness.value))];
  if (px > right) return { marks: [], boxes: [] };
  const { text } = sideStyle(witness.side, input);
  const size = 11.5 * scale;
  const width = textWidth(witness.label, size);
  const left = Math.max(rect.x, Math.min(right - width, px - 8 * scale));
  const middle = py - 13 * scale < rect.y ? py + 14 * scale : py - 13 * scale;
  const name = axisText(input, witness.label, left, middle, 'start', { strong: true });
  return {
    marks: [
      symbolsMark('ring', [px, py], 9 * scale, {
        role: 'match',
        strokes: [penStroke(palette.paper, 4.4 * scale), penStroke(text, 2 * scale)],
      }),
      { ...name, size, color: text, halo: { color: palette.paper, width: 2.5 * scale } },
    ],
    boxes: [
      { x: left, y: middle - size / 2, width, height: size },
      { x: px - 6 * scale, y: py - 6 * scale, width: 12 * scale, height: 12 * scale },
    ],
  };
}

const valueTicks = (y: Scale, [low, high]: readonly [number, number], { rect, scale }: Frame): Tick[] =>
  linearTicks(low, high, Math.max(2, rect.height / (24 * scale)), (value) => y(value));

function powerTicks(y: Scale, room: number): Tick[] {
  const [low, high] = y.domain().map(Math.log10) as [number, number];
  const first = Math.ceil(low - 1e-9);
  const powers = Array.from(
    { length: Math.max(0, Math.floor(high + 1e-9) - first + 1) },
    (_, i) => first + i,
  );
  const every = Math.max(1, Math.ceil((powers.length - 1) / Math.max(2, Math.floor(room))));
  return powers
    .reverse()
    .filter((_, i) => i % every === 0)
    .map((power) => ({ label: formatPower(power), at: y(10 ** power) }));
}

/** Least and largest finite value of these lines; of an empty set 1 and 0. */
export function extentOf(lines: readonly PlotLine[], isLog: boolean): readonly [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { values, count } of lines) {
    // A long run is looked at in at most 4,000 places and at its end.
    const stride = Math.max(1, Math.floor(count / 4000));
    for (let k = 0; k < count; k += stride) {
      const value = values[k]!;
      if (!Number.isFinite(value) || (isLog && value <= 0)) continue;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  return low <= high ? [low, high] : [1, 0];
}

/** Whole decades about both ends, at least two. */
export function decadesOf([low, high]: readonly [number, number]): readonly [number, number] {
  if (!(low <= high)) return [0.01, 1];
  const top = Math.ceil(Math.log10(high) - 0.3);
  const bottom = Math.min(Math.floor(Math.log10(low) + 0.02), top - 2);
  return [10 ** bottom, Math.min(Number.MAX_VALUE, Math.max(high, 10 ** top))];
}
