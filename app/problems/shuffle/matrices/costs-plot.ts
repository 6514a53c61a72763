import { scaleLinear } from 'd3-scale';
import type { SideName } from '../../../../engine/contract.ts';
import {
  type DisplayList,
  type Mark,
  pathMark,
  penStroke,
  type StrokeLayer,
  symbolsMark,
} from '../../../charts/display-list.ts';
import {
  axisText,
  type Drawing,
  type Frame,
  hairline,
  linearTicks,
  outline,
  plotRect,
  roomFor,
  rowMarks,
} from '../../../charts/frame.ts';
import type { KeyEntry } from '../../../charts/marks/key-marks.ts';
import { sideStyle } from '../../../charts/marks/side-style.ts';
import { textWidth } from '../../../charts/text-width.ts';
import { drawChart, keyHeight, litStrokes } from '../../kit/chart.ts';
import type { ShuffleMark } from '../shuffle-marks.ts';
import type { CostBin } from './cost-bins.ts';

export interface CostLane {
  readonly side: SideName;
  readonly cost: number;
  /** Least and largest rounded cost (unequal only in a tie); null in an unlisted tie. */
  readonly nearest: readonly [number, number] | null;
  readonly label: string;
}

export interface CostsInput extends Drawing {
  readonly bins: readonly CostBin[];
  /** True for traps, by permutation; null unless all are known. */
  readonly traps: readonly boolean[] | null;
  /** Best cost; NaN if unknown. */
  readonly best: number;
  readonly bound: number;
  readonly lanes: readonly CostLane[];
  /** Larger E of both starts. */
  readonly start: number;
  readonly pointed: number | null;
  readonly lit: ShuffleMark | null;
  readonly names: Readonly<Record<'x' | 'count' | 'bound' | 'best' | 'trap' | 'free' | 'none', string>>;
}

/** Pixels at scale 1. */
const LANE = 24;
const STRIPS = 40;
const DOT = 11;

function keyOf({ traps, palette, scale, names }: CostsInput): KeyEntry[] {
  if (!traps || names.trap === '') return [];
  const entry = (label: string, fill: string): KeyEntry => ({
    label,
    color: palette.ink,
    sign: (x, y) =>
      symbolsMark('dot', [x + 8 * scale, y], 8 * scale, {
        fill,
        strokes: [penStroke(palette.ink, 1.8 * scale)],
      }),
  });
  return [entry(names.trap, palette.ink), entry(names.free, palette.paper)];
}

function layout(input: CostsInput) {
  const { width, height, scale, bins, lanes, start, traps, names, bound } = input;
  const entries = keyOf(input);
  const title = traps || bins.length === 0 ? '' : names.count;
  const hasKey = title !== '' || entries.length > 0;
  const head = hasKey ? keyHeight(input, title, entries, 6) : 6 * scale;
  const tall = lanes.length * LANE * scale;
  const most = Math.max(0, ...bins.map(({ indices }) => indices.length));
  const left =
    traps || bins.length === 0 ? 14 * scale : roomFor(linearTicks(0, most, height / (40 * scale)), scale, 40);
  const margins = { left, right: 14 * scale, top: head, bottom: 24 * scale };
  const rect = plotRect({ width, height }, margins);
  const known = [start, ...lanes.flatMap(({ cost, nearest }) => [cost, ...(nearest ?? [])]), bound];
  const top = bins.at(-1)?.largest ?? Math.max(1e-9, ...known.filter(Number.isFinite));
  const x = scaleLinear([0, 1.04 * top || 1], [rect.x, rect.x + rect.width]).clamp(true);
  return { entries, title, hasKey, rect, tall, x };
}

const middle = ({ least, largest }: CostBin) => (least + largest) / 2;

export function binAt(input: CostsInput, px: number): number | null {
  const { x } = layout(input);
  const away = input.bins.map((bin) => Math.abs(x(middle(bin)) - px));
  const nearest = away.indexOf(Math.min(...away));
  return nearest < 0 ? null : nearest;
}

export function drawCosts(input: CostsInput): DisplayList {
  const { palette, scale, names, lanes, bins, traps, bound } = input;
  const { entries, title, hasKey, rect, tall, x } = layout(input);
  const nameEnds = rect.x + textWidth(names.x, 12 * scale);
  return [
    outline(input),
    ...drawChart(input, {
      rect,
      ...(hasKey && { title: { text: title, y: 11 * scale }, key: entries }),
      x: {
        ticks: linearTicks(0, x.domain()[1]!, rect.width / (64 * scale), x).filter(
          ({ at }) => at > nameEnds + 8 * scale,
        ),
        to: input.width,
        name: { text: names.x, x: rect.x - 6 * scale, below: 12 },
      },
      layers: (frame) => [
        ...boundMarks(input, frame, x(bound), tall),
        ...readMarks(input, frame, x, rect.y + tall),
        ...(traps
          ? dotMarks(input, frame, x, tall)
          : bins.length > 0
            ? barMarks(input, frame, x, tall)
            : [noneMark(input, frame, tall)]),
        hairline(palette, rect.x, frame.bottom, frame.right, frame.bottom),
        ...bestMarks(input, frame, x, tall),
        ...lanes.flatMap((lane, i) => laneMarks(input, lane, rect.y + (i + 0.5) * LANE * scale, x, frame)),
      ],
    }),
  ];
}

/** Hatches costs below the bound. */
function boundMarks(
  { bound, palette, scale, names, lit }: CostsInput,
  frame: Frame,
  at: number,
  tall: number,
): Mark[] {
  if (!(bound > 0)) return [];
  const { rect, bottom } = frame;
  const polygon = [rect.x, rect.y, at, rect.y, at, bottom, rect.x, bottom];
  const strokes: StrokeLayer[] = [
    ...(lit === 'bound' ? litStrokes({ palette, scale }, 5) : []),
    penStroke(palette.ink, 1.8 * scale, { cap: 'butt' }),
  ];
  const wide = textWidth(names.bound, 12 * scale);
  const y = rect.y + tall + 29 * scale;
  const isWithin = at - rect.x > wide + 12 * scale;
  const label = axisText(frame, names.bound, at + (isWithin ? -6 : 6) * scale, y, isWithin ? 'end' : 'start');
  return [
    {
      kind: 'hatch',
      polygon,
      spacing: 6 * scale,
      angle: 135,
      stroke: penStroke(palette.hairline, 1.2 * scale),
    },
    pathMark([[at, rect.y, at, bottom]], strokes, { role: 'bound' }),
    { ...label, color: palette.ink, halo: { color: palette.paper, width: 3 * scale } },
  ];
}

/** Draws a dot per permutation, filled if a trap. */
function dotMarks(
  { bins, traps, palette, scale }: CostsInput,
  frame: Frame,
  x: (cost: number) => number,
  tall: number,
): Mark[] {
  const room = frame.rect.height - tall - STRIPS * scale;
  const most = Math.max(1, ...bins.map(({ indices }) => indices.length));
  const size = Math.min(DOT * scale, room / most);
  const places: Record<'full' | 'free', number[]> = { full: [], free: [] };
  for (const bin of bins)
    bin.indices.forEach((index, k) => {
      places[traps![index] ? 'full' : 'free'].push(x(middle(bin)), frame.bottom - (k + 0.5) * size - scale);
    });
  const strokes = [penStroke(palette.ink, 1.8 * scale)];
  const dots = (points: number[], fill: string): Mark[] =>
    points.length > 0 ? [symbolsMark('dot', points, size - 2 * scale, { role: 'rests', fill, strokes })] : [];
  return [...dots(places.free, palette.paper), ...dots(places.full, palette.ink)];
}

function noneMark(input: CostsInput, { rect, bottom }: Frame, tall: number): Mark {
  return axisText(input, input.names.none, rect.x + rect.width / 2, (rect.y + tall + bottom) / 2, 'middle');
}

function barMarks(
  { bins, palette, scale }: CostsInput,
  frame: Frame,
  x: (cost: number) => number,
  tall: number,
): Mark[] {
  const { rect, bottom } = frame;
  const most = Math.max(...bins.map(({ indices }) => indices.length));
  const y = scaleLinear([0, most], [bottom, rect.y + tall + STRIPS * scale]);
  const [first, last] = [bins[0]!.least, bins.at(-1)!.largest];
  const wide = Math.max(2, (x(last) - x(first)) / 40 - scale);
  const rows = linearTicks(0, most, (bottom - rect.y - tall) / (40 * scale), y).filter(
    ({ value }) => value % 1 === 0,
  );
  return [
    ...rowMarks(frame, rows),
    ...bins.map(
      (bin): Mark => ({
        role: 'band',
        kind: 'rect',
        rect: {
          x: x(middle(bin)) - wide / 2,
          y: y(bin.indices.length),
          width: wide,
          height: Math.max(1, bottom - y(bin.indices.length)),
        },
        fill: palette.muted,
      }),
    ),
  ];
}

function bestMarks(
  { best, palette, scale, names }: CostsInput,
  { rect, bottom, right }: Frame,
  x: (cost: number) => number,
  tall: number,
): Mark[] {
  if (!Number.isFinite(best)) return [];
  const [at, y] = [x(best), rect.y + tall + 9 * scale];
  const isRight = at + textWidth(names.best, 12 * scale) + 14 * scale < right;
  const label = axisText(
    { palette, scale },
    names.best,
    at + (isRight ? 11 : -11) * scale,
    y,
    isRight ? 'start' : 'end',
    {
      strong: true,
    },
  );
  return [
    pathMark(
      [[at, rect.y, at, bottom]],
      [penStroke(palette.plantInk, 1.2 * scale, { dash: [4 * scale, 3 * scale], cap: 'butt' })],
    ),
    symbolsMark('star', [at, y], 16 * scale, {
      role: 'star',
      fill: palette.plant,
      strokes: [penStroke(palette.ink, 1.8 * scale)],
    }),
    { ...label, color: palette.ink, halo: { color: palette.paper, width: 3 * scale } },
  ];
}

/** Draws E and a line to its rounding; in a tie a bracket over the tied costs. */
function laneMarks(
  input: CostsInput,
  { side, cost, nearest, label }: CostLane,
  y: number,
  x: (cost: number) => number,
  { rect, right }: Frame,
): Mark[] {
  const { palette, scale } = input;
  const { color, text, shape } = sideStyle(side, input);
  const at = x(cost);
  const ends = nearest?.map(x) as [number, number] | undefined;
  const thin = penStroke(color, 1.6 * scale, { cap: 'butt' });
  const marks: Mark[] = [hairline(palette, rect.x, y + (LANE / 2) * scale, right, y + (LANE / 2) * scale)];
  if (ends) {
    const [low, high] = ends;
    const tick = 5 * scale;
    marks.push(
      pathMark([[at, y, low > at ? low : high, y]], [{ ...thin, dash: [2 * scale, 2.5 * scale] }]),
      low === high
        ? symbolsMark('ring', [low, y], 13 * scale, {
            role: 'match',
            strokes: [penStroke(palette.paper, 5 * scale), penStroke(color, 2.4 * scale)],
          })
        : pathMark(
            [
              [low, y - tick, low, y + tick],
              [high, y - tick, high, y + tick],
              [low, y, high, y],
            ],
            [{ ...thin, width: 2.4 * scale }],
            { role: 'match' },
          ),
    );
  }
  marks.push(
    symbolsMark(shape, [at, y], 9 * scale, {
      role: `head-${side}`,
      fill: color,
      strokes: [penStroke(palette.paper, 3 * scale)],
    }),
  );
  const to = Math.max(at, ...(ends ?? []));
  const from = Math.min(at, ...(ends ?? []));
  const wide = textWidth(label, 12 * scale);
  const isRight = to + wide + 14 * scale < right;
  const place = isRight ? to + 11 * scale : Math.max(rect.x + wide, from - 11 * scale);
  const words = axisText(input, label, place, y, isRight ? 'start' : 'end');
  return [...marks, { ...words, color: text, halo: { color: palette.paper, width: 3 * scale } }];
}

function readMarks(
  { pointed, bins, palette, scale }: CostsInput,
  { bottom }: Frame,
  x: (cost: number) => number,
  top: number,
): Mark[] {
  const bin = pointed === null ? undefined : bins[pointed];
  if (!bin) return [];
  const at = x(middle(bin));
  return [
    pathMark(
      [[at, top, at, bottom]],
      [penStroke(palette.focus, 12 * scale, { opacity: 0.35, cap: 'butt' })],
      { role: 'hover' },
    ),
  ];
}
