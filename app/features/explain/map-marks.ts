import type { SideName } from '../../../engine/contract.ts';
import type { SideUpdate, Update } from '../../../workers/protocol.ts';
import type { Mark, StrokeLayer } from '../../charts/display-list.ts';
import type { Plane } from '../../charts/geometry.ts';
import type { Look } from '../../charts/palette.ts';
import { placeLabels } from '../../charts/place-labels.ts';
import { mapText } from '../../pictures/landscape-frame.ts';
import { MARKS } from '../../pictures/landscape-overlay.ts';
import type { SampleSigns } from '../../session/explanation.ts';
import type { MarkName, Stage } from '../../session/extra-marks.ts';

/** Radius of a halo, length of a lone arrow and of the widest chain of arrows at scale 1, in pixels. */
const HALO = 21;
const ARROW = 84;
const CHAIN = 130;

/** Room that arrows leave to the edge of the map. */
const MARGIN = 22;

/** Shorter arrows are not drawn. */
const LEAST = 2;

/** What the marks of one map are made of; places are in the plane that the map shows. */
export interface MapInput {
  readonly side: SideName;
  readonly highlight: MarkName | null;
  readonly stage: Stage | null;
  readonly head: readonly [number, number] | null;
  readonly plant: readonly [number, number] | null;
  readonly start: readonly [number, number] | null;
  /** The update that is told; null before it is known. */
  readonly update: Update | null;
  /** What the side makes of the told samples; null where it has none. */
  readonly samples: SampleSigns | null;
  /** Whether both sides are over the same weights: then each map shows both gradients. */
  readonly shared: boolean;
  /** The place of weights in the plane. */
  readonly toPlane: (w: ArrayLike<number>) => readonly [number, number];
  readonly words: Readonly<Record<'left' | 'right' | 'difference' | 'next', string>>;
}

/** The marks that the explanation lays over a map. */
export function mapMarks(input: MapInput, plane: Plane, look: Look): Mark[] {
  const { side, stage, highlight, update } = input;
  const own = update?.[side] ?? null;
  const marks: Mark[] = [];
  if (stage && own) {
    if (stage === 'gradient') marks.push(...chainMarks(input, own, plane, look));
    else if (stage === 'step') marks.push(...stepMarks(input, own, plane, look));
    else marks.push(...haloAt(input.toPlane(own.original.weights), plane, look));
  }
  if (highlight === side) marks.push(...haloAt(input.head, plane, look));
  if (highlight === 'plant') marks.push(...haloAt(input.plant, plane, look));
  if (highlight === 'start') marks.push(...haloAt(input.start, plane, look));
  if (own && highlight && isSlope(highlight)) marks.push(...slopeMarks(input, own, highlight, plane, look));
  return marks;
}

function isSlope(mark: MarkName): mark is 'slope-left' | 'slope-right' | 'difference' {
  return mark.startsWith('slope') || mark === 'difference';
}

/** A broad ring of amber in ink: on every ground and about every mark. */
function haloAt(at: readonly [number, number] | null, plane: Plane, { scale, palette }: Look): Mark[] {
  if (!at) return [];
  const [x, y] = plane.toPixel(at[0], at[1]);
  if (!Number.isFinite(x + y)) return [];
  const ring = (width: number, color: string): StrokeLayer => ({ color, width: width * scale });
  return [
    {
      kind: 'circle',
      x,
      y,
      r: HALO * scale,
      strokes: [ring(9, palette.mapInk), ring(6.5, palette.mapPaper), ring(4, palette.plant)],
    },
  ];
}

/** A move of the weights as one of pixels. */
function movePixels(
  { toPlane }: MapInput,
  weights: ArrayLike<number>,
  move: ArrayLike<number>,
  plane: Plane,
): [number, number] {
  const moved = Array.from(weights, (w, j) => w + move[j]!);
  const [from, to] = [toPlane(weights), toPlane(moved)];
  return [plane.kx * (to[0] - from[0]), plane.ky * (to[1] - from[1])];
}

function slopeMarks(
  input: MapInput,
  own: SideUpdate,
  which: 'slope-left' | 'slope-right' | 'difference',
  plane: Plane,
  look: Look,
): Mark[] {
  const { weights } = own.original;
  const style = which === 'difference' ? 'difference' : which === 'slope-left' ? 'left' : 'right';
  if (!input.shared && style !== input.side) return [];
  const { left, right } = own.descents;
  // All three are drawn to one scale, so that their lengths can be compared.
  const difference = Array.from(right, (value, j) => value - left[j]!);
  const pixels = { left, right, difference };
  const of = (name: keyof typeof pixels) => movePixels(input, weights, pixels[name], plane);
  const lengths = input.shared ? [of('left'), of('right'), of('difference')] : [of(style)];
  const longest = Math.max(...lengths.map(([dx, dy]) => Math.hypot(dx, dy)));
  if (!(longest > 0) || !Number.isFinite(longest)) return [];
  const unit = (ARROW * look.scale) / longest;
  const [dx, dy] = of(style);
  const [x, y] = pixelOf(input.toPlane(weights), plane);
  return namedArrow([x, y, x + unit * dx, y + unit * dy], style, input.words[style], plane, look);
}

const pixelOf = (at: readonly [number, number], plane: Plane): [number, number] => {
  const [x, y] = plane.toPixel(at[0], at[1]);
  return [x, y];
};

/** Every told sample's part head to tail where all are told, and the whole. */
function chainMarks(input: MapInput, own: SideUpdate, plane: Plane, look: Look): Mark[] {
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
  let unit = fitting(x, y, dx, dy, plane, look);
  for (const [qx, qy] of parts) {
    px += qx;
    py += qy;
    reach = Math.max(reach, Math.hypot(px, py));
    unit = Math.min(unit, fitting(x, y, px, py, plane, look));
  }
  if (!(reach > 0) || !Number.isFinite(reach)) return haloAt(input.toPlane(weights), plane, look);
  // Near the edge it may be cut off rather than be too small to be seen.
  const most = ((parts.length > 0 ? CHAIN : ARROW) * look.scale) / reach;
  unit = Math.min(most, Math.max(unit, most / 3));
  const marks: Mark[] = [];
  [px, py] = [x, y];
  for (const [qx, qy] of parts) {
    const to = [px + unit * qx, py + unit * qy] as const;
    marks.push(...thinArrow([px, py, ...to], look));
    [px, py] = to;
  }
  marks.push(...namedArrow([x, y, x + unit * dx, y + unit * dy], side, input.words[side], plane, look));
  return marks;
}

/** How many times a move from (x, y) fits into the map. */
function fitting(x: number, y: number, dx: number, dy: number, { rect }: Plane, { scale }: Look): number {
  const room = (at: number, by: number, from: number, length: number) =>
    by > 0
      ? (from + length - MARGIN * scale - at) / by
      : by < 0
        ? (from + MARGIN * scale - at) / by
        : Infinity;
  return Math.max(0, Math.min(room(x, dx, rect.x, rect.width), room(y, dy, rect.y, rect.height)));
}

/** The move as long as it is, with the next weights as an outline of their head. */
function stepMarks(input: MapInput, own: SideUpdate, plane: Plane, look: Look): Mark[] {
  const { side } = input;
  if (!own.original.next) return haloAt(input.toPlane(own.original.weights), plane, look);
  const from = pixelOf(input.toPlane(own.original.weights), plane);
  const to = pixelOf(input.toPlane(own.original.next), plane);
  const r = ((MARKS.head + 9) * look.scale) / 2;
  const strokes: StrokeLayer[] = [
    { color: look.palette.mapInk, width: 5.5 * look.scale },
    { color: look.palette.mapPaper, width: 4.2 * look.scale },
    { color: colourOf(side, look), width: 2.4 * look.scale },
  ];
  const [x, y] = to;
  return [
    side === 'left'
      ? { kind: 'circle', x, y, r, strokes }
      : { kind: 'rect', rect: { x: x - r, y: y - r, width: 2 * r, height: 2 * r }, strokes },
    ...namedArrow([...from, ...to], side, input.words.next, plane, look),
  ];
}

function colourOf(style: SideName | 'difference', { palette }: Look): string {
  return { left: palette.mapLeft, right: palette.mapRight, difference: palette.plant }[style];
}

type Ends = readonly [number, number, number, number];

/** Shaft and barbs; null where it is too short to be seen. */
function arrowLines([x, y, ex, ey]: Ends, barbs: number, { scale }: Look): number[][] | null {
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

function thinArrow(ends: Ends, look: Look): Mark[] {
  const lines = arrowLines(ends, 6, look);
  if (!lines) return [];
  const { scale, palette } = look;
  const strokes = [
    { color: palette.mapPaper, width: 3.6 * scale, opacity: 0.9 },
    { color: palette.mapInk, width: 1.4 * scale },
  ];
  return [{ kind: 'path', lines, strokes }];
}

function namedArrow(
  ends: Ends,
  style: SideName | 'difference',
  text: string,
  plane: Plane,
  look: Look,
): Mark[] {
  const { scale, palette } = look;
  // A short arrow is a thin one, or its casing would be all there is.
  const short = Math.hypot(ends[2] - ends[0], ends[3] - ends[1]) < 36 * scale;
  const lines = arrowLines(ends, short ? 7 : 12, look);
  if (!lines) return [];
  const width = (short ? 2 : 3.6) * scale;
  const dash = style === 'left' ? {} : { dash: [9 * scale, 4 * scale], cap: 'butt' as const };
  const label = { text, x: ends[2], y: ends[3], size: 14 * scale, gap: 16 * scale };
  return [
    {
      kind: 'path',
      lines,
      strokes: [
        { color: palette.mapInk, width: width + 4.4 * scale },
        { color: palette.mapPaper, width: width + 2.4 * scale },
      ],
    },
    {
      kind: 'path',
      lines: [lines[0]!],
      strokes: [{ color: colourOf(style, look), width, ...(short ? {} : dash) }],
    },
    { kind: 'path', lines: [lines[1]!], strokes: [{ color: colourOf(style, look), width }] },
    ...placeLabels([label], plane.rect, [], lines).map((placed) =>
      mapText(placed.text, placed.x, placed.y, placed.size, palette, scale),
    ),
  ];
}
