import { scaleLinear, scaleLog } from 'd3-scale';
import {
  type DisplayList,
  type Mark,
  pathMark,
  penStroke,
  symbolsMark,
  type TextMark,
} from '../../charts/display-list.ts';
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
import { covered, placeInTurn } from '../../charts/place-labels.ts';
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
  /** On a logarithmic axis values up to this leave a gap. */
  readonly floor?: number;
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
      floor: isLog ? (line.floor ?? Number.MIN_VALUE) : 0,
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
  const [sides, thirds] = [true, false].map((isOfSide) =>
    curves.filter(
      ({ line, series }) => series.label !== '' && isOfSide === (line.side !== null && !line.thin),
    ),
  ) as [typeof curves, typeof curves];
  const points = curves.flatMap(({ lines: own }) => own);
  const ends = endLabels(frame, sides, x, y);
  const names: Mark[] = [];
  const taken = ends.map(boxOfEnd);
  const write = (wanted: Written | null) => {
    const name = wanted && writtenBeside(wanted, frame, points, taken);
    if (!name) return;
    names.push(name);
    taken.push(boxOfEnd(name));
  };
  const witness = ringOf(input, frame, x, y);
  if (witness) taken.push(witness.box);
  write(witness && { text: witness.label, color: witness.color, weight: 600, at: [witness.at] });
  for (const { series, style, lines: own } of thirds)
    write({ text: series.label, color: style.text, weight: 600, at: alongLine(own) });
  if (isLevel && level.label !== '')
    write({
      text: level.label,
      color: palette.muted,
      weight: 400,
      at: [
        [frame.right, at],
        [rect.x, at],
      ],
    });
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
    ...(witness?.marks ?? []),
    ...names,
    ...ends,
    ...(hover === null ? [] : [clipped(growRect(rect, 5 * scale), hoverMarks(frame, hover, curves, x, y))]),
  ];
}

/** Words that want to stand at one of these places, the first of equals. */
interface Written {
  readonly text: string;
  readonly color: string;
  readonly weight: number;
  readonly at: readonly (readonly [number, number])[];
}

/** Places along a line, from its end. */
function alongLine(lines: readonly (readonly number[])[]): [number, number][] {
  const line = lines.at(-1) ?? [];
  const count = line.length / 2;
  return [1, 0.8, 0.6, 0.4, 0.2].flatMap((share) => {
    const i = Math.floor(share * (count - 1));
    return count > 0 ? [[line[2 * i]!, line[2 * i + 1]!] as [number, number]] : [];
  });
}

/** What a name pays for a point of a line under it, in square pixels. */
const CROSSED = 12;

/** Words above or below one of their places, where they cover least of lines and of what is taken; null where they cover other words. */
function writtenBeside(
  { text, color, weight, at }: Written,
  { rect, right, bottom, palette, scale }: Frame,
  lines: readonly (readonly number[])[],
  taken: readonly Rect[],
): TextMark | null {
  const size = 11.5 * scale;
  const width = 1.03 * textWidth(text, size);
  const boxAt = (x: number, y: number): Rect => ({
    x: Math.max(rect.x + 2, Math.min(right - width, x)),
    y: Math.max(rect.y, Math.min(bottom - 1.1 * size, y)),
    width,
    height: 1.1 * size,
  });
  const places = at.flatMap(([x, y]) =>
    [x + 5 * scale, x - width / 2, x - width].flatMap((from) =>
      [y - 1.5 * size, y + 0.4 * size].map((top) => ({ box: boxAt(from, top) })),
    ),
  );
  const crossed = ({ x, y, height }: Rect) =>
    lines.reduce((sum, line) => {
      for (let i = 0; i < line.length; i += 2)
        if (line[i]! >= x && line[i]! <= x + width && line[i + 1]! >= y && line[i + 1]! <= y + height) sum++;
      return sum;
    }, 0);
  const cost = ({ box }: { box: Rect }) => {
    const words = covered(box, taken);
    return words > 0.1 * width * size ? Number.POSITIVE_INFINITY : 4 * words + CROSSED * crossed(box);
  };
  const [place] = placeInTurn([{ places, cost, enough: 0 }]);
  if (!place) return null;
  const middle = place.box.y + 0.55 * size;
  const name = axisText({ palette, scale }, text, place.box.x, middle, 'start');
  return { ...name, size, weight, color, halo: { color: palette.paper, width: 2.5 * scale } };
}

/** A ring about what is pointed out; null where it is not in view. */
function ringOf(input: LinePlotInput, { rect, right, palette, scale }: Frame, x: Scale, y: Scale) {
  const { witness } = input;
  const [px, py] = witness ? [x(witness.step), Math.max(rect.y, y(witness.value))] : [0, 0];
  if (!witness || px > right) return null;
  const { text: color } = sideStyle(witness.side, input);
  const strokes = [penStroke(palette.paper, 4.4 * scale), penStroke(color, 2 * scale)];
  const reach = 6 * scale;
  return {
    color,
    label: witness.label,
    at: [px, py] as const,
    box: { x: px - reach, y: py - reach, width: 2 * reach, height: 2 * reach },
    marks: [symbolsMark('ring', [px, py], 9 * scale, { role: 'match', strokes })],
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
