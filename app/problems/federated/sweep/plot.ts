import { type ScaleContinuousNumeric, scaleLinear, scaleLog } from 'd3-scale';
import type { Palette } from '../../../charts/colour/palette.ts';
import {
  type DisplayList,
  type Mark,
  pathMark,
  type StrokeLayer,
  type SymbolShape,
  symbolsMark,
} from '../../../charts/display-list.ts';
import { axisText, clipped, type Drawing, linearTicks, outline, plotRect } from '../../../charts/frame.ts';
import type { Rect } from '../../../charts/geometry.ts';
import { type KeyEntry, stretch } from '../../../charts/marks/key-marks.ts';
import { formatCount, formatLevel } from '../../../charts/number-label.ts';
import { textWidth } from '../../../charts/text-width.ts';
import { drawChart, keyHeight, upright } from '../../kit/chart.ts';

/** In data coordinates. */
export interface SweepCurve {
  /** Label in the key; empty for no entry. */
  readonly label: string;
  readonly colour: 'left' | 'right' | 'plant' | 'ink';
  /** On and off lengths at scale 1; empty for a solid line. */
  readonly dash: readonly number[];
  /** Flat (x, y). */
  readonly line: readonly number[];
  /** Flat (x, y) of the symbols. */
  readonly dots: readonly number[];
  readonly shape?: SymbolShape;
  /** Single runs, flat (x, y). */
  readonly runs?: readonly number[];
  /** Flat (x, low, high). */
  readonly spans?: readonly number[];
  /** Label at the last point. */
  readonly end?: string;
  readonly thin?: true;
}

/** A readable part: everything at one x, or some curves. */
export type SweepPart = { readonly x: number } | { readonly curves: readonly number[] };

export interface SweepPicture {
  readonly x: {
    readonly name: string;
    readonly ends: readonly [number, number];
    readonly ticks: readonly number[];
  };
  readonly y: string;
  /** Range of y while unknown. */
  readonly yEnds: readonly [number, number];
  readonly curves: readonly SweepCurve[];
  readonly parts: readonly SweepPart[];
  /** True if the y axis is linear from 0, false if logarithmic. */
  readonly isLinear: boolean;
}

export interface SweepInput extends Drawing, SweepPicture {
  /** Part being read; null for none. */
  readonly pointed: number | null;
}

type Scale = ScaleContinuousNumeric<number, number>;

const COLOURS: Readonly<Record<SweepCurve['colour'], readonly [line: keyof Palette, text: keyof Palette]>> = {
  left: ['leftPath', 'leftText'],
  right: ['rightPath', 'rightText'],
  plant: ['plantInk', 'plantInk'],
  ink: ['ink', 'ink'],
};

function looks({ palette, scale }: Drawing, { colour, dash, thin }: SweepCurve) {
  const [line, text] = COLOURS[colour];
  const stroke: StrokeLayer = {
    color: palette[line] as string,
    width: (thin ? 1.3 : 2) * scale,
    cap: 'butt',
    ...(dash.length > 0 && { dash: dash.map((long) => long * scale) }),
  };
  return { color: palette[line] as string, text: palette[text] as string, stroke };
}

function keyOf(input: SweepInput): KeyEntry[] {
  const { scale } = input;
  return input.curves
    .filter(({ label }) => label !== '')
    .map((curve) => {
      const { color, text, stroke } = looks(input, curve);
      const line = stretch(16 * scale, [stroke]);
      const sign: KeyEntry['sign'] =
        curve.line.length > 0
          ? line
          : (x, y) => symbolsMark(curve.shape ?? 'dot', [x + 8 * scale, y], 7 * scale, { fill: color });
      return { label: curve.label, color: text, sign };
    });
}

function heights({ line, dots, runs = [], spans = [] }: SweepCurve): number[] {
  const odd = (flat: readonly number[]) => flat.filter((_, i) => i % 2 === 1);
  return [...odd(line), ...odd(dots), ...odd(runs), ...spans.filter((_, i) => i % 3 !== 0)];
}

function layout(input: Omit<SweepInput, 'pointed'>) {
  const { width, height, scale, curves, isLinear } = input;
  const entries = keyOf({ ...input, pointed: null });
  const rect = plotRect(
    { width, height },
    {
      left: 48 * scale,
      right: (curves.some(({ end }) => end) ? 48 : 16) * scale,
      top: keyHeight(input, input.y, entries, 14),
      bottom: 26 * scale,
    },
  );
  const known = curves.flatMap(heights).filter((value) => value > 0 && Number.isFinite(value));
  const shown = known.length > 0 ? known : input.yEnds;
  const top = Math.max(...shown);
  const least = Math.min(...shown, top / 10);
  const beyond = (top / least) ** 0.04;
  // No tick above the x axis' name, which is below the corner.
  const from = Math.max(rect.x, 20 * scale + textWidth(input.x.name, 12.6 * scale));
  const x = scaleLog([input.x.ends[0], input.x.ends[1]], [from, rect.x + rect.width]);
  const tall = [rect.y + rect.height, rect.y];
  const y = isLinear
    ? scaleLinear([0, 1.06 * top], tall)
    : scaleLog([least / beyond, top * beyond], tall).clamp(true);
  return { entries, rect, x, y };
}

/** Returns the part nearest to a pixel; null if none. */
export function partAt(input: Omit<SweepInput, 'pointed'>, px: number, py: number): number | null {
  const { x, y } = layout(input);
  const away = input.parts.map((part) => {
    if ('x' in part) return Math.abs(x(part.x) - px);
    let nearest = Number.POSITIVE_INFINITY;
    for (const { line } of part.curves.map((i) => input.curves[i]!))
      for (let i = 0; i + 1 < line.length; i += 2)
        nearest = Math.min(nearest, Math.hypot(x(line[i]!) - px, y(line[i + 1]!) - py));
    return nearest;
  });
  const best = away.indexOf(Math.min(...away));
  return best < 0 ? null : best;
}

/** Returns ticks at 1, 2, 5 times powers of ten, or at powers alone, as room permits. */
function levels(y: Scale, rect: Rect, scale: number): { label: string; at: number }[] {
  const [low, high] = y.domain() as [number, number];
  const most = rect.height / (22 * scale);
  const decades = Math.log10(high / low);
  const digits = decades * 3 <= most ? [1, 2, 5] : [1];
  const every = Math.max(1, Math.ceil(decades / most));
  const found: { label: string; at: number }[] = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.log10(high); power++)
    for (const digit of digits) {
      const value = digit * 10 ** power;
      if (value < low * 0.999 || value > high || (digit === 1 && power % every !== 0)) continue;
      found.push({ label: formatLevel(value), at: y(value) });
    }
  return found;
}

/** Row height in pixels at scale 1 of names at the ends of curves. */
const NAME = 13;

/** Moves names at the same x until none overlaps or lies below `bottom`. */
function apart<T extends { readonly x: number; readonly y: number }>(
  names: readonly T[],
  room: number,
  bottom: number,
): T[] {
  const placed: T[] = [];
  const beside = (name: T) => placed.findLast(({ x }) => Math.abs(x - name.x) < 1);
  // From the lowest up, so that crowds at the lower edge grow upwards.
  const down = [...names].sort((a, b) => b.y - a.y);
  for (const name of down)
    placed.push({ ...name, y: Math.min(name.y, (beside(name)?.y ?? bottom + room) - room) });
  return placed;
}

/** Draws many runs against a number; both axes are logarithmic unless `isLinear` (y). */
export function drawSweep(input: SweepInput): DisplayList {
  const { palette, scale, curves, pointed } = input;
  const { entries, rect, x, y } = layout(input);
  const part = pointed === null ? undefined : input.parts[pointed];
  const placed = (flat: readonly number[]) =>
    flat.flatMap((value, i) =>
      i % 2 === 1 || !Number.isFinite(flat[i + 1]!) ? [] : [x(value), y(flat[i + 1]!)],
    );
  const marksOf = (curve: SweepCurve, i: number): Mark[] => {
    const { color, stroke } = looks(input, curve);
    const line = placed(curve.line);
    const spans: number[][] = [];
    const { spans: given = [] } = curve;
    for (let at = 0; at < given.length; at += 3)
      if (Number.isFinite(given[at + 2]!))
        spans.push([x(given[at]!), y(given[at + 1]!), x(given[at]!), y(given[at + 2]!)]);
    const isRead = part !== undefined && 'curves' in part && part.curves.includes(i);
    const lit: StrokeLayer[] = isRead
      ? [{ color: palette.focus, width: stroke.width + 4 * scale, opacity: 0.45 }]
      : [];
    return [
      ...(curve.runs
        ? [symbolsMark('dot', placed(curve.runs), 4 * scale, { fill: color, opacity: 0.35 })]
        : []),
      ...(spans.length > 0 ? [pathMark(spans, [{ color, width: 1.2 * scale, cap: 'butt' }])] : []),
      ...(line.length > 2 ? [pathMark([line], [...lit, stroke])] : []),
      ...(curve.dots.length > 0
        ? [symbolsMark(curve.shape ?? 'dot', placed(curve.dots), 7 * scale, { fill: color })]
        : []),
    ];
  };
  const names = curves.flatMap((curve) => {
    const line = placed(curve.line);
    if (!curve.end || line.length === 0) return [];
    return [
      { label: curve.end, x: line.at(-2)! + 7 * scale, y: line.at(-1)!, color: looks(input, curve).text },
    ];
  });
  const hair =
    part !== undefined && 'x' in part ? [upright({ palette, scale }, rect, x(part.x), 'hover')] : [];
  return [
    outline(input),
    ...drawChart(input, {
      rect,
      title: { text: input.y, y: 13 * scale },
      key: entries,
      y: {
        ticks: input.isLinear
          ? linearTicks(0, y.domain()[1]!, rect.height / (50 * scale), y)
          : levels(y, rect, scale),
      },
      x: {
        ticks: input.x.ticks.map((value) => ({ label: formatCount(value), at: x(value) })),
        to: input.width,
        name: { text: input.x.name, x: 6 * scale, below: 13 },
      },
      hasBase: true,
      layers: ({ bottom }) => [
        clipped(rect, [...hair, ...curves.flatMap(marksOf)], 6 * scale),
        ...apart(names, NAME * scale, bottom - 4 * scale).map(({ label, x, y, color }) => ({
          ...axisText(input, label, x, y, 'start'),
          color,
          halo: { color: palette.paper, width: 2.5 * scale },
        })),
      ],
    }),
  ];
}
