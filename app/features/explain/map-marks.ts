import type { SideName } from '../../../engine/contract.ts';
import type { SideUpdate, Update } from '../../../workers/protocol.ts';
import type { DrawStyle } from '../../charts/colour/palette.ts';
import type { Mark, StrokeLayer } from '../../charts/display-list.ts';
import type { Plane } from '../../charts/geometry.ts';
import { placeLabels } from '../../charts/place-labels.ts';
import { mapText } from '../../pictures/landscape/frame.ts';
import { MARKS } from '../../pictures/landscape/overlay.ts';
import type { SampleSigns } from '../../session/explanation.ts';
import type { MarkName, Stage } from '../../session/picture/extra-marks.ts';

/** Sizes in px at scale 1: a halo's radius, a single arrow's length, the longest chain's length. */
const HALO = 21;
const ARROW = 84;
const CHAIN = 130;

/** Margin in px between arrows and map's edge. */
const MARGIN = 22;

/** Shortest drawn arrow, in px. */
const LEAST = 2;

/** Positions are in the map's plane. */
export interface MapInput {
  readonly side: SideName;
  readonly highlight: MarkName | null;
  readonly stage: Stage | null;
  readonly head: readonly [number, number] | null;
  readonly plant: readonly [number, number] | null;
  readonly start: readonly [number, number] | null;
  /** Null until known. */
  readonly update: Update | null;
  /** Null if the side has no values at samples. */
  readonly samples: SampleSigns | null;
  /** True if both sides share weights, and each map shows both gradients. */
  readonly shared: boolean;
  readonly toPlane: (w: ArrayLike<number>) => readonly [number, number];
  readonly words: Readonly<Record<'left' | 'right' | 'difference' | 'next', string>>;
}

export function mapMarks(input: MapInput, plane: Plane, drawStyle: DrawStyle): Mark[] {
  const { side, stage, highlight, update } = input;
  const own = update?.[side] ?? null;
  const marks: Mark[] = [];
  if (stage && own) {
    if (stage === 'gradient') marks.push(...chainMarks(input, own, plane, drawStyle));
    else if (stage === 'step') marks.push(...stepMarks(input, own, plane, drawStyle));
    else marks.push(...haloAt(input.toPlane(own.original.weights), plane, drawStyle));
  }
  if (highlight === side) marks.push(...haloAt(input.head, plane, drawStyle));
  if (highlight === 'plant') marks.push(...haloAt(input.plant, plane, drawStyle));
  if (highlight === 'start') marks.push(...haloAt(input.start, plane, drawStyle));
  const style = slopeStyle(input);
  if (own && style) marks.push(...slopeMarks(input, own, style, plane, drawStyle));
  return marks;
}

/** Returns the pointed-at gradient if the map shows it. */
export function slopeStyle({ highlight, shared, side }: MapInput): ArrowStyle | null {
  const style = { 'slope-left': 'left', 'slope-right': 'right', difference: 'difference' } as const;
  const which = Object.hasOwn(style, highlight ?? '') ? style[highlight as keyof typeof style] : null;
  return shared || which === side ? which : null;
}

/** Draws an amber ring with an ink outline, visible on every ground. */
export function haloMarks(at: readonly [number, number] | null, { scale, palette }: DrawStyle): Mark[] {
  if (!at || !Number.isFinite(at[0] + at[1])) return [];
  const [x, y] = at;
  const ring = (width: number, color: string): StrokeLayer => ({ color, width: width * scale });
  const strokes = [ring(9, palette.mapInk), ring(6.5, palette.mapPaper), ring(4, palette.plant)];
  return [{ kind: 'circle', x, y, r: HALO * scale, strokes }];
}

function haloAt(at: readonly [number, number] | null, plane: Plane, drawStyle: DrawStyle): Mark[] {
  return haloMarks(at && pixelOf(at, plane), drawStyle);
}

/** Pixels per unit. */
type Units = Pick<Plane, 'kx' | 'ky'>;

function movePixels(
  { toPlane }: MapInput,
  weights: ArrayLike<number>,
  move: ArrayLike<number>,
  { kx, ky }: Units,
): [number, number] {
  const moved = Array.from(weights, (w, j) => w + move[j]!);
  const [from, to] = [toPlane(weights), toPlane(moved)];
  return [kx * (to[0] - from[0]), ky * (to[1] - from[1])];
}

/** Returns the downhill gradient and the longest that shares its scale; null if invisible. */
export function slopeMove(
  input: MapInput,
  own: SideUpdate,
  style: ArrowStyle,
  units: Units,
): { readonly move: readonly [number, number]; readonly longest: number } | null {
  const { left, right } = own.descents;
  const difference = Array.from(right, (value, j) => value - left[j]!);
  const moveOf = (descent: ArrayLike<number>) => movePixels(input, own.original.weights, descent, units);
  const moves = { left: moveOf(left), right: moveOf(right), difference: moveOf(difference) };
  const compared = input.shared ? Object.values(moves) : [moves[style]];
  const longest = Math.max(...compared.map((move) => Math.hypot(...move)));
  return longest > 0 && Number.isFinite(longest) ? { move: moves[style], longest } : null;
}

function slopeMarks(
  input: MapInput,
  own: SideUpdate,
  style: ArrowStyle,
  plane: Plane,
  drawStyle: DrawStyle,
): Mark[] {
  const slope = slopeMove(input, own, style, plane);
  if (!slope) return [];
  const unit = (ARROW * drawStyle.scale) / slope.longest;
  const [dx, dy] = slope.move;
  const [x, y] = pixelOf(input.toPlane(own.original.weights), plane);
  return namedArrow([x, y, x + unit * dx, y + unit * dy], style, input.words[style], plane, drawStyle);
}

const pixelOf = (at: readonly [number, number], plane: Plane): [number, number] => {
  const [x, y] = plane.toPixel(at[0], at[1]);
  return [x, y];
};

/** Draws listed samples' contributions head to tail, and the total. */
function chainMarks(input: MapInput, own: SideUpdate, plane: Plane, drawStyle: DrawStyle): Mark[] {
  const { side, update, samples } = input;
  const { weights } = own.original;
  const d = weights.length;
  const [x, y] = pixelOf(input.toPlane(weights), plane);
  const [dx, dy] = movePixels(input, weights, own.descents[side], plane);
  const parts: [number, number][] = [];
  if (samples?.moves && update?.told && update.told.rows.length === update.told.count)
    for (let i = 0; i < samples.slopes.length; i++)
      if (samples.slopes[i] !== 0)
        parts.push(movePixels(input, weights, samples.moves.subarray(i * d, i * d + d), plane));
  let [px, py] = [0, 0];
  let reach = Math.hypot(dx, dy);
  let unit = fitting(x, y, dx, dy, plane, drawStyle);
  for (const [qx, qy] of parts) {
    px += qx;
    py += qy;
    reach = Math.max(reach, Math.hypot(px, py));
    unit = Math.min(unit, fitting(x, y, px, py, plane, drawStyle));
  }
  if (!(reach > 0) || !Number.isFinite(reach)) return haloAt(input.toPlane(weights), plane, drawStyle);
  // Near the edge an arrow may be cut off, not too short.
  const most = ((parts.length > 0 ? CHAIN : ARROW) * drawStyle.scale) / reach;
  unit = Math.min(most, Math.max(unit, most / 3));
  const marks: Mark[] = [];
  [px, py] = [x, y];
  for (const [qx, qy] of parts) {
    const to = [px + unit * qx, py + unit * qy] as const;
    marks.push(...thinArrow([px, py, ...to], drawStyle));
    [px, py] = to;
  }
  marks.push(...namedArrow([x, y, x + unit * dx, y + unit * dy], side, input.words[side], plane, drawStyle));
  return marks;
}

/** Returns how many times a move from (x, y) fits in the map. */
function fitting(
  x: number,
  y: number,
  dx: number,
  dy: number,
  { rect }: Plane,
  { scale }: DrawStyle,
): number {
  const room = (at: number, by: number, from: number, length: number) =>
    by > 0
      ? (from + length - MARGIN * scale - at) / by
      : by < 0
        ? (from + MARGIN * scale - at) / by
        : Infinity;
  return Math.max(0, Math.min(room(x, dx, rect.x, rect.width), room(y, dy, rect.y, rect.height)));
}

/** Draws the move to scale, and the next weights. */
function stepMarks(input: MapInput, own: SideUpdate, plane: Plane, drawStyle: DrawStyle): Mark[] {
  const { side } = input;
  if (!own.original.next) return haloAt(input.toPlane(own.original.weights), plane, drawStyle);
  const from = pixelOf(input.toPlane(own.original.weights), plane);
  const to = pixelOf(input.toPlane(own.original.next), plane);
  const r = ((MARKS.head + 9) * drawStyle.scale) / 2;
  const strokes = outline(side, drawStyle);
  const [x, y] = to;
  return [
    side === 'left'
      ? { kind: 'circle', x, y, r, strokes }
      : { kind: 'rect', rect: { x: x - r, y: y - r, width: 2 * r, height: 2 * r }, strokes },
    ...namedArrow([...from, ...to], side, input.words.next, plane, drawStyle),
  ];
}

export function outline(side: SideName, drawStyle: DrawStyle): StrokeLayer[] {
  const { scale, palette } = drawStyle;
  return [
    { color: palette.mapInk, width: 5.5 * scale },
    { color: palette.mapPaper, width: 4.2 * scale },
    { color: colourOf(side, drawStyle), width: 2.4 * scale },
  ];
}

function colourOf(style: ArrowStyle, { palette }: DrawStyle): string {
  return { left: palette.mapLeft, right: palette.mapRight, difference: palette.plant }[style];
}

type ArrowStyle = SideName | 'difference';

type Ends = readonly [number, number, number, number];

/** Returns shaft and barbs; null if too short. */
function arrowLines([x, y, ex, ey]: Ends, barbs: number, { scale }: DrawStyle): number[][] | null {
  const [dx, dy] = [ex - x, ey - y];
  const length = Math.hypot(dx, dy);
  if (!(length >= LEAST * scale)) return null;
  const barb = Math.min(barbs * scale, 0.5 * length) / length;
  const wing = (turn: number) => [ex - barb * (dx - turn * dy), ey - barb * (dy + turn * dx)];
  return [
    [x, y, ex, ey],
    [...wing(0.6), ex, ey, ...wing(-0.6)],
  ];
}

function thinArrow(ends: Ends, drawStyle: DrawStyle): Mark[] {
  const lines = arrowLines(ends, 6, drawStyle);
  if (!lines) return [];
  const { scale, palette } = drawStyle;
  const strokes = [
    { color: palette.mapPaper, width: 3.6 * scale, opacity: 0.9 },
    { color: palette.mapInk, width: 1.4 * scale },
  ];
  return [{ kind: 'path', lines, strokes }];
}

function namedArrow(
  ends: Ends,
  style: ArrowStyle,
  text: string,
  { rect }: Plane,
  drawStyle: DrawStyle,
): Mark[] {
  // Thin short arrows, so that the casing shows.
  const short = Math.hypot(ends[2] - ends[0], ends[3] - ends[1]) < 36 * drawStyle.scale;
  const lines = arrowLines(ends, short ? 7 : 12, drawStyle);
  return lines ? arrowMarks(lines, style, text, rect, drawStyle, short ? 2 : 3.6, !short) : [];
}

/** Draws a cased arrow, `width` in px at scale 1, with a label at its tip; solid for the left only. */
export function arrowMarks(
  lines: readonly (readonly number[])[],
  style: ArrowStyle,
  text: string,
  rect: Plane['rect'],
  drawStyle: DrawStyle,
  wide: number,
  dashes = true,
): Mark[] {
  const { scale, palette } = drawStyle;
  const width = wide * scale;
  const color = colourOf(style, drawStyle);
  const dash = dashes && style !== 'left' ? { dash: [9 * scale, 4 * scale], cap: 'butt' as const } : {};
  const [x, y] = lines[0]!.slice(-2);
  const label = { text, x: x!, y: y!, size: 14 * scale, gap: 16 * scale };
  return [
    {
      kind: 'path',
      lines,
      strokes: [
        { color: palette.mapInk, width: width + 4.4 * scale },
        { color: palette.mapPaper, width: width + 2.4 * scale },
      ],
    },
    { kind: 'path', lines: [lines[0]!], strokes: [{ color, width, ...dash }] },
    { kind: 'path', lines: [lines[1]!], strokes: [{ color, width }] },
    ...placeLabels([label], rect, [], lines).map((placed) =>
      mapText(placed.text, placed.x, placed.y, placed.size, palette, scale),
    ),
  ];
}
