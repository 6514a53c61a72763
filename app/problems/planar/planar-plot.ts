import { extent } from 'd3-array';
import type { SideName } from '../../../engine/contract.ts';
import type { DrawStyle } from '../../charts/colour/palette.ts';
import { type DisplayList, type Mark, pathMark, penStroke, symbolsMark } from '../../charts/display-list.ts';
import {
  type AxisNames,
  axisText,
  borderMark,
  clipped,
  type Drawing,
  edgeMarks,
  fitting,
  linearTicks,
  mapRect,
  nameRoom,
  shortName,
} from '../../charts/frame.ts';
import {
  clipPolygon,
  createPlane,
  fitView,
  type Plane,
  type Rect,
  squareAt,
  type View,
} from '../../charts/geometry.ts';
import { sideStyle } from '../../charts/marks/side-style.ts';
import { type LabelRequest, nameMark, placeLabels } from '../../charts/place-labels.ts';
import { type ActiveSamples, activeMarks, MOST_HALVES } from '../../pictures/landscape/sample-marks.ts';

export interface HalfPlane {
  /** Weights (length 2): active if w.a > 0. */
  readonly w: readonly [number, number];
  readonly label: string;
}

/** Input of the axes of samples with two features. */
export interface PlanarAxes extends Drawing {
  /** Flat [a1, a2, ...] of the drawn samples. */
  readonly points: ArrayLike<number>;
  /** Shown window; null or absent: fitted to the samples. */
  readonly window?: View | null;
  readonly planted: HalfPlane | null;
  readonly left: HalfPlane | null;
  readonly right: HalfPlane | null;
}

export interface PlanarInput extends PlanarAxes {
  readonly labels: ArrayLike<number>;
  /** Samples active on each side; absent if not shown. */
  readonly active?: ActiveSamples | null;
  readonly axes: AxisNames;
  /** Marks over everything else; null or absent: none. */
  readonly extra?: ((plane: Plane) => Mark[]) | null;
}

/** Draws samples in the plane of their two features, with the active half-plane of each fit. */
export function drawPlanar(input: PlanarInput): DisplayList {
  const { scale, palette } = input;
  const plane = planarPlane(input);
  const { rect } = plane;
  const planted = { color: palette.plantBand, text: palette.plantInk, dash: {}, width: 7 * scale, fill: 0 };
  const sides = [
    { name: 'planted' as const, half: input.planted, ...planted },
    ...(['left', 'right'] as const).map((side) => {
      const { color, text, dash } = sideStyle(side, input);
      return { name: side, half: input[side], color, text, dash, width: 2.4 * scale, fill: 0.1 };
    }),
  ];
  const inside: Mark[] = [];
  for (const side of sides) if (side.half) inside.push(...halfPlaneMarks(side.half, side, plane));
  inside.push(...sampleMarks(input, plane));
  const labels: { request: LabelRequest; color: string }[] = [];
  for (const side of sides) {
    const tip = side.half ? arrowTip(side.half, plane, scale) : null;
    if (!side.half || !tip) continue;
    inside.push(...directionMarks(tip, side, plane, input));
    const { label: text } = side.half;
    const farther = [14 * scale, 28 * scale];
    const request = { text, x: tip.x, y: tip.y, size: 13 * scale, gap: 10 * scale, farther };
    labels.push({ request, color: side.text });
  }
  inside.push(...nameMarks(labels, input, plane));
  if (input.extra) inside.push(...input.extra(plane));
  return [clipped(rect, inside), ...axisMarks(plane, input), borderMark(rect, palette.hairline, palette)];
}

/** Returns the plane of samples with two features. */
export function planarPlane(input: PlanarAxes): Plane {
  const rect = mapRect(input.width, input.height, input.scale);
  return createPlane(input.window ?? windowOf(input, rect), rect);
}

/** Largest ratio of the features' sizes at which both share one scale, which preserves angles. */
const ALIKE = 4;

/** Returns a window with the origin in the middle and one scale for features of similar size, else one each. Without half-planes the
 * origin means nothing, so features with a comparatively small spread fill their axes. */
function windowOf({ points, planted, left, right }: PlanarAxes, rect: Rect): View {
  const axis = (first: 0 | 1) => {
    const values: number[] = [];
    for (let i = first; i < points.length; i += 2) values.push(points[i]!);
    const [low = 0, high = 0] = extent(values);
    return { low, high, reach: Math.max(Math.abs(low), Math.abs(high)), spread: high - low };
  };
  const [x, y] = [axis(0), axis(1)];
  const reach = Math.max(x.reach, y.reach) || 1;
  const isAlike = (a: number) => ALIKE * a >= reach;
  const isFree = !planted && !left && !right;
  if (isFree ? isAlike(x.spread) && isAlike(y.spread) : isAlike(x.reach) && isAlike(y.reach)) {
    const half = 1.12 * reach;
    return fitView({ x0: -half, x1: half, y0: -half, y1: half }, rect);
  }
  const ends = ({ low, high, reach, spread }: typeof x): [number, number] => {
    if (!isFree) return [-1.12 * (reach || 1), 1.12 * (reach || 1)];
    const room = 0.08 * (spread || Math.abs(high) || 1);
    return [low - room, high + room];
  };
  const [[x0, x1], [y0, y1]] = [ends(x), ends(y)];
  return { x0, x1, y0, y1 };
}

interface HalfStyle {
  readonly name: SideName | 'planted';
  readonly color: string;
  readonly text: string;
  readonly width: number;
  readonly fill: number;
  readonly dash: { readonly dash?: readonly number[] };
}

function isDirection([x, y]: readonly [number, number]): boolean {
  return Number.isFinite(x + y) && (x !== 0 || y !== 0);
}

/** Returns the direction of w, and a length beyond every corner of the view. */
function reachOf(w: readonly [number, number], { view }: Plane): { ux: number; uy: number; far: number } {
  const length = Math.sqrt(w[0] * w[0] + w[1] * w[1]);
  return { ux: w[0] / length, uy: w[1] / length, far: 4 * Math.max(view.x1 - view.x0, view.y1 - view.y0) };
}

/** Returns the line w.a = 0 across the view, flat in pixels; empty without a direction. */
function boundary({ w }: Pick<HalfPlane, 'w'>, plane: Plane): number[] {
  if (!isDirection(w)) return [];
  const { ux, uy, far } = reachOf(w, plane);
  return [...plane.toPixel(-uy * far, ux * far), ...plane.toPixel(uy * far, -ux * far)];
}

/** Draws the boundary w.a = 0 and tints the neuron's active side. */
function halfPlaneMarks({ w }: HalfPlane, style: HalfStyle, plane: Plane): Mark[] {
  if (!isDirection(w)) return [];
  const { ux, uy, far } = reachOf(w, plane);
  const pixel = (x: number, y: number) => [...plane.toPixel(x, y)];
  const line = boundary({ w }, plane);
  const [a, b] = [line.slice(0, 2), line.slice(2)];
  const marks: Mark[] = [];
  if (style.fill > 0) {
    const corner = [
      ...b,
      ...pixel(uy * far + ux * far, -ux * far + uy * far),
      ...pixel(-uy * far + ux * far, ux * far + uy * far),
      ...a,
    ];
    const polygon = clipPolygon(corner, plane.rect);
    if (polygon.length >= 6)
      marks.push({
        role: `half-plane-${style.name}`,
        kind: 'path',
        lines: [polygon],
        closed: true,
        fill: style.color,
        opacity: style.fill,
      });
  }
  const { name, color, width, dash } = style;
  marks.push(pathMark([line], [{ color, width, cap: 'butt', ...dash }], { role: `boundary-${name}` }));
  return marks;
}

interface Tip {
  readonly x: number;
  readonly y: number;
  /** Direction in pixels, of length one. */
  readonly ux: number;
  readonly uy: number;
}

/** Returns the tip of the arrow along w, clamped in length: it shows a direction and must stay inside the picture. */
function arrowTip({ w }: HalfPlane, plane: Plane, scale: number): Tip | null {
  if (!isDirection(w)) return null;
  const [ox, oy] = plane.toPixel(0, 0);
  const [tx, ty] = plane.toPixel(w[0], w[1]);
  const length = Math.hypot(tx - ox, ty - oy);
  // Perpendicular to the boundary at any scales of the axes.
  const steep = Math.hypot(w[0] / plane.kx, w[1] / plane.ky);
  if (!(length > 0 && steep > 0)) return null;
  const [ux, uy] = [w[0] / plane.kx / steep, w[1] / plane.ky / steep];
  const reach = Math.min(Math.max(length, 34 * scale), 0.36 * Math.min(plane.rect.width, plane.rect.height));
  return { x: ox + ux * reach, y: oy + uy * reach, ux, uy };
}

function directionMarks(
  { x, y, ux, uy }: Tip,
  style: HalfStyle,
  plane: Plane,
  { scale, palette }: DrawStyle,
): Mark[] {
  const [ox, oy] = plane.toPixel(0, 0);
  const wing = 7 * scale;
  const head = [
    x - wing * (ux + 0.6 * uy),
    y - wing * (uy - 0.6 * ux),
    x,
    y,
    x - wing * (ux - 0.6 * uy),
    y - wing * (uy + 0.6 * ux),
  ];
  const width = Math.min(style.width, 3 * scale);
  return [
    pathMark(
      [[ox, oy, x, y], head],
      [penStroke(palette.paper, width + 2.5 * scale), penStroke(style.color, width)],
      { role: `direction-${style.name}` },
    ),
  ];
}

/** Places the names at the arrows' tips without overlap. */
function nameMarks(
  labels: readonly { request: LabelRequest; color: string }[],
  { points, planted, left, right, scale, palette }: PlanarInput,
  plane: Plane,
): Mark[] {
  const samples = plane.toPixels(points);
  const [ox, oy] = plane.toPixel(0, 0);
  const lines = labels.map(({ request: { x, y } }) => [ox, oy, x, y]);
  for (const half of [planted, left, right]) if (half) lines.push(boundary(half, plane));
  const tips = labels.map(({ request: { x, y } }) => squareAt(x, y, 12));
  const requests = labels.map(({ request }) => request);
  const halo = { color: palette.paper, width: 2.5 * scale };
  return placeLabels(requests, plane.rect, tips, lines, samples).map((placed, i) =>
    nameMark(placed, labels[i]!.color, halo),
  );
}

/** Draws few samples by activity; else filled, hollow or a cross for labels above, at or below zero. */
function sampleMarks(input: PlanarInput, plane: Plane): Mark[] {
  const { points, labels, active, palette, scale } = input;
  const on: number[] = [];
  const off: number[] = [];
  const below: number[] = [];
  for (let i = 0; 2 * i + 1 < points.length; i++) {
    const group = labels[i]! > 0 ? on : labels[i]! < 0 ? below : off;
    group.push(...plane.toPixel(points[2 * i]!, points[2 * i + 1]!));
  }
  const many = points.length > 400;
  if (active && points.length <= 2 * MOST_HALVES)
    return activeMarks(plane.toPixels(points), active, 9 * scale, input);
  const size = (many ? 4 : 7) * scale;
  // A symbol's fill covers the inner half of its stroke.
  const hollow = [{ color: palette.ink, width: 2.6 * scale }];
  const strokes = [{ color: palette.ink, width: 1.3 * scale }];
  const opacity = many ? 0.6 : 1;
  return [
    symbolsMark('dot', off, size, { role: 'samples-off', fill: palette.paper, strokes: hollow, opacity }),
    { role: 'samples-below', kind: 'symbols', shape: 'cross', points: below, size, strokes, opacity },
    symbolsMark('dot', on, size, {
      role: 'samples-on',
      fill: palette.ink,
      strokes: [{ color: palette.paper, width: 1 * scale }],
      opacity,
    }),
  ];
}

function axisMarks({ rect, view, toPixel }: Plane, input: PlanarInput): Mark[] {
  const { scale, axes } = input;
  const size = 12 * scale;
  const [right, bottom] = [rect.x + rect.width, rect.y + rect.height];
  const nameX = shortName(axes.x, 0.6 * rect.width, scale);
  const nameY = shortName(axes.y, 0.6 * rect.height, scale);
  // Values avoid the axis's name and the other axis's last value.
  const reserved = (name: string) => Math.max(22 * scale, nameRoom(name, scale));
  const ticks = (from: number, to: number, pixels: number, place: (value: number) => number) =>
    linearTicks(from, to, pixels / (75 * scale), place);
  const columns = ticks(view.x0, view.x1, rect.width, (value) => toPixel(value, 0)[0]);
  const rows = ticks(view.y0, view.y1, rect.height, (value) => toPixel(0, value)[1]);
  const strong = { strong: true };
  return edgeMarks(
    input,
    {
      values: fitting(columns, size, [rect.x - 4 * scale, right - reserved(nameX)], size),
      name: axisText(input, nameX, right - 2, bottom + 13 * scale, 'end', strong),
    },
    {
      values: fitting(rows, size, [rect.y + reserved(nameY), bottom + 4 * scale], size),
      name: axisText(input, nameY, rect.x / 2, rect.y + 4, 'end', strong),
    },
  );
}
