import { extent } from 'd3-array';
import type { DrawStyle } from '../../../charts/colour/palette.ts';
import { type DisplayList, type Mark, type StrokeLayer, symbolsMark } from '../../../charts/display-list.ts';
import {
  type AxisNames,
  axisText,
  clipped,
  columnLines,
  columnMarks,
  createFrame,
  type Drawing,
  linearTicks,
  nameRoom,
  outline,
  plotRect,
  roomFor,
  rowMarks,
  shortName,
} from '../../../charts/frame.ts';
import {
  createPlane,
  growRect,
  overlapArea,
  type Plane,
  type Rect,
  type View,
} from '../../../charts/geometry.ts';
import type { MarkRole } from '../../../charts/marks/roles.ts';
import {
  type LabelRequest,
  labelBox,
  nameMark,
  type PlacedLabel,
  placeInTurn,
  placeLabels,
} from '../../../charts/place-labels.ts';
import { type ActiveSamples, activeMarks, MOST_HALVES } from '../../../pictures/landscape/sample-marks.ts';

/** A neuron over one input: relu_s(slope x + bias). */
export interface Hinge {
  readonly slope: number;
  readonly bias: number;
  readonly label: string;
}

/** Input of the axes of samples with one feature. */
export interface ScatterAxes extends Drawing {
  /** Flat [x, y, ...] of the drawn samples. */
  readonly points: ArrayLike<number>;
  /** Shown window; null or absent: fitted to the samples. */
  readonly window?: View | null;
}

export interface ScatterInput extends ScatterAxes {
  readonly axes: AxisNames;
  readonly leak: number;
  /** Samples active on each side; absent if not shown. */
  readonly active?: ActiveSamples | null;
  readonly planted: Hinge | null;
  readonly left: Hinge | null;
  readonly right: Hinge | null;
  /** Marks over everything else; null or absent: none. */
  readonly extra?: ((plane: Plane) => Mark[]) | null;
}

/** Draws samples of one feature over the planted curve and both fits. */
export function drawScatter(input: ScatterInput): DisplayList {
  const { scale, palette, points, leak } = input;
  const { plane, count } = scatterPlane(input);
  const { rect } = plane;
  const curves: { role: MarkRole; hinge: Hinge | null; strokes: StrokeLayer[]; text: string }[] = [
    {
      role: 'curve-planted',
      hinge: input.planted,
      strokes: [{ color: palette.plantBand, width: 8 * scale }],
      text: palette.plantInk,
    },
    {
      role: 'curve-left',
      hinge: input.left,
      strokes: [{ color: palette.leftPath, width: 2.6 * scale }],
      text: palette.leftText,
    },
    {
      role: 'curve-right',
      hinge: input.right,
      strokes: [{ color: palette.rightPath, width: 2.6 * scale, dash: [9 * scale, 5 * scale], cap: 'butt' }],
      text: palette.rightText,
    },
  ];
  const lines = curves.map(({ hinge }) => (hinge ? hingeLine(hinge, leak, plane) : []));
  const inside: Mark[] = curves.flatMap(({ role, strokes }, i): Mark[] =>
    lines[i]!.length > 0 ? [{ role, kind: 'path', lines: [lines[i]!], strokes }] : [],
  );
  const [many, size] = [points.length > 400, (points.length > 400 ? 4 : points.length > 120 ? 6 : 9) * scale];
  const at = plane.toPixels(points);
  if (input.active && points.length <= 2 * MOST_HALVES)
    inside.push(...activeMarks(at, input.active, 1.2 * size, input));
  else
    inside.push(
      symbolsMark('dot', at, size, {
        role: 'samples',
        fill: palette.paper,
        strokes: [{ color: palette.ink, width: 1.6 * scale }],
        opacity: many ? 0.6 : 1,
      }),
    );
  if (input.extra) inside.push(...input.extra(plane));
  return [
    outline(input),
    ...axisMarks(plane, count, input),
    clipped(rect, inside),
    ...curveLabels(curves, lines, points, plane, input),
  ];
}

/** Returns the plane of samples with one feature, and how many values fit on the label axis. */
export function scatterPlane(input: ScatterAxes): { readonly plane: Plane; readonly count: number } {
  const { scale, points } = input;
  const view = input.window ?? windowOf(points);
  const margins = { left: 0, top: 10, right: 12, bottom: 24 * scale };
  const count = plotRect(input, margins).height / (50 * scale);
  const left = roomFor(linearTicks(view.y0, view.y1, count), scale);
  return { plane: createPlane(view, plotRect(input, { ...margins, left })), count };
}

/** Returns the samples' window with a tenth of margin; fits outside are cut off. */
function windowOf(points: ArrayLike<number>): View {
  const xs: number[] = [];
  const ys = points.length > 0 ? [0] : [0, 1];
  for (let i = 0; i + 1 < points.length; i += 2) {
    xs.push(points[i]!);
    ys.push(points[i + 1]!);
  }
  const [x0 = -1, x1 = 1] = extent(xs);
  const [y0 = 0, y1 = 1] = extent(ys);
  const dx = x1 > x0 ? x1 - x0 : 2;
  const dy = y1 > y0 ? y1 - y0 : 1;
  return { x0: x0 - 0.08 * dx, x1: x1 + 0.08 * dx, y0: y0 - 0.12 * dy, y1: y1 + 0.12 * dy };
}

/** Returns the polyline of a hinge over the window: ends and kink. */
function hingeLine({ slope, bias }: Hinge, leak: number, plane: Plane): number[] {
  if (!Number.isFinite(slope + bias)) return [];
  const { x0, x1 } = plane.view;
  const value = (x: number) => {
    const z = slope * x + bias;
    return z > 0 ? z : leak * z;
  };
  const kink = -bias / slope;
  const xs = kink > x0 && kink < x1 ? [x0, kink, x1] : [x0, x1];
  return xs.flatMap((x) => [...plane.toPixel(x, x === kink ? 0 : value(x))]);
}

/** Draws the grid with its values and the axes' names. */
function axisMarks(plane: Plane, count: number, input: ScatterInput): Mark[] {
  const { rect, view, toPixel } = plane;
  const { scale, palette, axes } = input;
  // The kit's chart has no name over a wide column of values.
  const frame = createFrame(input, rect);
  const { right, bottom } = frame;
  const nameX = shortName(axes.x, 0.6 * rect.width, scale);
  const nameY = shortName(axes.y, 0.6 * rect.width, scale);
  const columns = linearTicks(view.x0, view.x1, rect.width / (75 * scale), (x) => toPixel(x, 0)[0]);
  // A name wider than the values starts above them and extends over the plot.
  const isWide = nameRoom(nameY, scale) > rect.x;
  const [x, anchor] = isWide ? ([4 * scale, 'start'] as const) : ([rect.x - 6 * scale, 'end'] as const);
  return [
    ...columnLines(frame, columns),
    ...columnMarks(frame, columns, right - Math.max(16 * scale, nameRoom(nameX, scale)), {
      least: 14 * scale,
    }),
    ...rowMarks(
      frame,
      linearTicks(view.y0, view.y1, count, (y) => toPixel(0, y)[1]),
      rect.y + 26 * scale,
    ),
    axisText(frame, nameX, right, bottom + 12 * scale, 'end', { strong: true }),
    {
      ...axisText(frame, nameY, x, rect.y + 8 * scale, anchor, { strong: true }),
      halo: { color: palette.paper, width: 2.5 * scale },
    },
  ];
}

/** Preferred label positions, one third of the visible width per curve, so coinciding curves stay distinguishable. */
const SHARES = [0.9, 0.3, 0.62] as const;

/** Alternatives if a name would overlap another. */
const OTHER_SHARES = [0.45, 0.75, 0.15, 0.05, 0.95] as const;

/** Places a name at each curve with least overlap, and clear of other names if possible. */
function curveLabels(
  curves: readonly { hinge: Hinge | null; text: string }[],
  lines: readonly (readonly number[])[],
  points: ArrayLike<number>,
  plane: Plane,
  { scale, palette }: DrawStyle,
): Mark[] {
  const size = 13 * scale;
  const dots = plane.toPixels(points);
  const halo = { color: palette.paper, width: 2.5 * scale };
  const requests: (LabelRequest & { color: string })[] = [];
  for (const [i, { hinge, text }] of curves.entries()) {
    const places = [SHARES[i]!, ...OTHER_SHARES].flatMap((share) => {
      const at = hinge ? pointOn(lines[i]!, plane.rect, share) : null;
      return at ? [{ text: hinge!.label, ...at, size, gap: 9 * scale, color: text, box: plane.rect }] : [];
    });
    const cost = (request: (typeof places)[number]) =>
      overlap(placeLabels([...requests, request], plane.rect, [], lines, dots));
    requests.push(...placeInTurn([{ places, cost, enough: 0 }]).flatMap((request) => request ?? []));
  }
  const placed = placeLabels(requests, plane.rect, [], lines, dots);
  return placed.map((label, i) => nameMark(label, requests[i]!.color, halo));
}

/** Gap between two names relative to their size; closer, they read as one. */
const BETWEEN = 0.5;

/** Returns the overlap of the names with their margins, in square pixels. */
function overlap(labels: readonly PlacedLabel[]): number {
  const boxes = labels.map((label) => growRect(labelBox(label), (BETWEEN / 2) * label.size));
  return boxes
    .flatMap((box, i) => boxes.slice(0, i).map((other) => overlapArea(box, other)))
    .reduce((sum, area) => sum + area, 0);
}

/** Returns points along a polyline for labels to avoid. */
function sampled(line: readonly number[]): number[] {
  const points: number[] = [];
  for (let i = 0; i + 3 < line.length; i += 2)
    for (let t = 0; t <= 1; t += 0.1)
      points.push(line[i]! + t * (line[i + 2]! - line[i]!), line[i + 1]! + t * (line[i + 3]! - line[i + 1]!));
  return points;
}

/** Returns a visible point of a polyline, about `share` along its visible width; null if none is visible. */
function pointOn(line: readonly number[], rect: Rect, share: number): { x: number; y: number } | null {
  const points = sampled(line);
  let best: { x: number; y: number } | null = null;
  let nearest = Number.POSITIVE_INFINITY;
  for (let i = 0; i < points.length; i += 2) {
    const [x, y] = [points[i]!, points[i + 1]!];
    if (x < rect.x || x > rect.x + rect.width || y < rect.y || y > rect.y + rect.height) continue;
    const away = Math.abs(x - (rect.x + share * rect.width));
    if (away < nearest) {
      nearest = away;
      best = { x, y };
    }
  }
  return best;
}
