import { type ScaleContinuousNumeric, scaleLinear } from 'd3-scale';
import type { SideName, Vector } from '../../../../engine/contract.ts';
import type { DrawStyle } from '../../../charts/colour/palette.ts';
import {
  type DisplayList,
  type Mark,
  pathMark,
  penStroke,
  symbolsMark,
} from '../../../charts/display-list.ts';
import {
  axisText,
  clipped,
  type Drawing,
  type Frame,
  hairline,
  linearTicks,
  outline,
  plotRect,
} from '../../../charts/frame.ts';
import { createPlane, type Plane, type Rect, type Size } from '../../../charts/geometry.ts';
import { stretch } from '../../../charts/marks/key-marks.ts';
import { sideStyle } from '../../../charts/marks/side-style.ts';
import { simplify } from '../../../charts/simplify.ts';
import { drawChart, keyHeight, litStrokes, upright } from '../../kit/chart.ts';

/** One function per side over the same places. */
export interface Chart {
  readonly name: string;
  readonly values: Readonly<Record<SideName, Vector>>;
  readonly low: number;
  readonly high: number;
  /** Relative height. */
  readonly tall: number;
  /** Straight lines in data coordinates x0, y0, x1, y1. */
  readonly guides: readonly {
    readonly line: readonly number[];
    readonly isLit: boolean;
    readonly name: string;
  }[];
}

export interface PixelPlotInput extends Drawing {
  readonly at: Vector;
  readonly charts: readonly Chart[];
  readonly axis: string;
  readonly names: Readonly<Record<SideName, string>>;
  /** One curve if both sides are equal. */
  readonly sides: readonly SideName[];
  /** Index into `at`; null for none. */
  readonly pointed: number | null;
  readonly isLit: boolean;
}

export interface PixelDots {
  readonly side: SideName;
  readonly at: readonly number[];
}

type Scale = ScaleContinuousNumeric<number, number>;

const [LEFT, RIGHT, FOOT, BETWEEN] = [44, 14, 26, 28];

interface Place {
  readonly chart: Chart;
  readonly rect: Rect;
  readonly x: Scale;
  readonly y: Scale;
}

function layout(input: PixelPlotInput) {
  const { width, height, scale, charts, at } = input;
  const entries = entriesOf(input);
  const head = keyHeight(input, charts[0]!.name, entries, 14);
  const free = height - head - FOOT * scale - (charts.length - 1) * BETWEEN * scale;
  const whole = charts.reduce((sum, { tall }) => sum + tall, 0);
  let top = head;
  const places = charts.map((chart): Place => {
    const tall = Math.max(1, (free * chart.tall) / whole);
    const margins = { left: LEFT * scale, right: RIGHT * scale, top, bottom: 0 };
    const rect = { ...plotRect({ width, height }, margins), height: tall };
    top += tall + BETWEEN * scale;
    return {
      ...{ chart, rect },
      x: scaleLinear([at[0]!, at.at(-1)!], [rect.x, rect.x + rect.width]),
      y: scaleLinear([chart.low, chart.high], [rect.y + rect.height, rect.y]),
    };
  });
  return { entries, places };
}

const entriesOf = (input: PixelPlotInput) =>
  input.sides.map((side) => {
    const { text, color } = sideStyle(side, input);
    // Dashes shorter than the line's, so that two fit.
    const dash = side === 'right' && { dash: [6 * input.scale, 4 * input.scale] };
    const stroke = { ...penStroke(color, 2.2 * input.scale, { cap: 'butt' }), ...dash };
    return { label: input.names[side], color: text, sign: stretch(16 * input.scale, [stroke]) };
  });

export function placeAt({ width }: Size, scale: number, at: Vector, px: number): number {
  const [from, to] = [LEFT * scale, width - RIGHT * scale];
  const share = Math.max(0, Math.min(1, (px - from) / Math.max(1, to - from)));
  return Math.round(share * (at.length - 1));
}

export function plotPlane(input: PixelPlotInput): Plane {
  const { at } = input;
  const { rect, chart } = layout(input).places[0]!;
  const view = { x0: at[0]!, x1: at.at(-1)!, y0: chart.low, y1: chart.high };
  return createPlane(view, rect);
}

export function drawPixelPlot(input: PixelPlotInput): DisplayList {
  const { palette } = input;
  const { places } = layout(input);
  const { x, y, width, height } = places.at(-1)!.rect;
  return [
    outline(input),
    ...places.flatMap((_, i) => chartMarks(input, i)),
    // Over the line of what is read.
    hairline(palette, x, y + height, x + width, y + height),
  ];
}

/** Draws one chart: the first with key, the last with axis. */
function chartMarks(input: PixelPlotInput, i: number): Mark[] {
  const { palette, scale, at, sides, isLit, axis } = input;
  const { entries, places } = layout(input);
  const place = places[i]!;
  const { chart, rect, x, y } = place;
  const [low, high] = x.domain() as [number, number];
  const columns = {
    ticks: linearTicks(low, high, rect.width / (60 * scale), x),
    ...{ to: rect.x + rect.width, below: 13, name: { text: axis, x: 8 * scale, below: 13 } },
  };
  // The left is last, on top.
  const curves = [...sides].reverse().map((side): Mark => {
    const { line } = sideStyle(side, input);
    const points = Array.from(at, (z, i) => [x(z), y(chart.values[side][i]!)]).flat();
    const amber = [penStroke(palette.ink, 7 * scale), penStroke(palette.plant, 5 * scale)];
    const strokes = [...(isLit ? amber : [penStroke(palette.paper, 4 * scale)]), line(2.2 * scale)];
    return pathMark([simplify(points, 0.1)], strokes, { role: `curve-${side}` });
  });
  return drawChart(input, {
    rect,
    title: { text: chart.name, y: i === 0 ? 13 * scale : rect.y - 12 * scale },
    ...(i === 0 && { key: entries }),
    y: {
      ticks: linearTicks(chart.low, chart.high, Math.max(2, rect.height / (40 * scale)), y),
      from: rect.y + 4 * scale,
    },
    ...(i === places.length - 1 && { x: columns }),
    hasBase: true,
    layers: (frame) => [
      clipped(rect, [...chart.guides.map((guide) => guideMark(guide, place, input)), ...curves], 2),
      ...chart.guides.flatMap((guide) => guideName(guide, frame, place)),
      ...hoverMarks(input, place),
    ],
  });
}

function guideMark(
  { line, isLit }: Chart['guides'][number],
  { x, y }: Place,
  { palette, scale }: Drawing,
): Mark {
  const [x0, y0, x1, y1] = line as [number, number, number, number];
  const lit = isLit ? litStrokes({ palette, scale }, 4.4) : [];
  return pathMark([[x(x0), y(y0), x(x1), y(y1)]], [...lit, guideStroke({ palette, scale })], {
    role: 'criterion',
  });
}

export const guideStroke = ({ palette, scale }: DrawStyle) =>
  penStroke(palette.muted, 1.3 * scale, { dash: [4 * scale, 3 * scale], cap: 'butt' });

function guideName({ line, name }: Chart['guides'][number], frame: Frame, { x, y }: Place): Mark[] {
  if (name === '') return [];
  const { scale, rect, right, palette, bottom } = frame;
  const [at, height] = [Math.min(x(line[2]!), right), y(line[3]!)];
  const middle = Math.max(rect.y + 8 * scale, Math.min(bottom - 8 * scale, height - 8 * scale));
  const text = axisText(frame, name, at - 4 * scale, middle, 'end');
  return [{ ...text, halo: { color: palette.paper, width: 3 * scale } }];
}

function hoverMarks(input: PixelPlotInput, { chart, rect, x, y }: Place): Mark[] {
  const { pointed, at, palette, scale, sides } = input;
  if (pointed === null) return [];
  const px = x(at[pointed]!);
  const dots = sides.map((side) =>
    symbolsMark('dot', [px, y(chart.values[side][pointed]!)], 7 * scale, {
      fill: sideStyle(side, input).color,
      strokes: [penStroke(palette.paper, 2 * scale)],
    }),
  );
  return [upright(input, rect, px, 'hover'), clipped(rect, dots, 4 * scale)];
}

/** Draws both sides' pixels, numbered on the first chart, clamped to the axes. */
export function drawPixelDots(input: PixelPlotInput, all: readonly PixelDots[]): DisplayList {
  const { palette, scale, at: known } = input;
  const { places } = layout(input);
  const placed = ({ side, at }: PixelDots, { chart, rect, x, y }: Place) => {
    const [low, high] = x.domain() as [number, number];
    return at.map((z) => {
      const seen = Math.max(low, Math.min(high, z));
      const value = y(valueAt(known, chart.values[side], seen));
      return [x(seen), Math.max(rect.y, Math.min(rect.y + rect.height, value))] as const;
    });
  };
  const first = all.map((dots) => placed(dots, places[0]!));
  /** True if a later dot covers this one's number. */
  const isCovered = (k: number, pixel: number) => {
    const [px, py] = first[k]![pixel]!;
    return first
      .flatMap((later, j) => (j > k ? later : j === k ? later.slice(pixel + 1) : []))
      .some(([u, v]) => Math.hypot(u - px, v - py) < 10 * scale);
  };
  return all.flatMap((dots, k) => {
    const { side } = dots;
    const { shape, color } = sideStyle(side, input);
    return places.flatMap((place, i): Mark[] => {
      const { rect } = place;
      const pixels = placed(dots, place);
      const drops = pixels.map(([px, py]) => [px, rect.y + rect.height, px, py]);
      const size = (side === 'left' ? 15 : 13) * scale;
      return [
        pathMark(drops, [penStroke(color, 1.2 * scale, { dash: [2 * scale, 2 * scale], cap: 'butt' })]),
        symbolsMark(shape, pixels.flat(), i === 0 ? size : 9 * scale, {
          role: `head-${side}`,
          fill: color,
          strokes: [penStroke(palette.paper, 2 * scale)],
        }),
        ...(i === 0
          ? pixels.flatMap(([px, py], pixel) =>
              isCovered(k, pixel)
                ? []
                : {
                    ...axisText(input, String(pixel + 1), px, py, 'middle', { strong: true }),
                    ...{ size: 10 * scale, color: palette.paper },
                  },
            )
          : []),
      ];
    });
  });
}

/** Interpolates linearly between evenly spaced places. */
export function valueAt(at: Vector, values: Vector, z: number): number {
  const [low, high] = [at[0]!, at.at(-1)!];
  const place = ((z - low) / (high - low)) * (at.length - 1);
  const i = Math.max(0, Math.min(at.length - 2, Math.floor(place)));
  return values[i]! + (place - i) * (values[i + 1]! - values[i]!);
}
