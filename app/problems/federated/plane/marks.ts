import type { SideName, Vector } from '../../../../engine/contract.ts';
import type { PlaneInfo, PlaneRoundTold, Point } from '../../../../engine/problems/federated/types.ts';
import { mapCategoryColours, readableOn } from '../../../charts/colour/category-colours.ts';
import type { DrawStyle } from '../../../charts/colour/palette.ts';
import { type Mark, pathMark, penStroke, symbolsMark } from '../../../charts/display-list.ts';
import { containsPixel, type Plane, squareAt } from '../../../charts/geometry.ts';
import type { DrawnArrows } from '../../../charts/marks/arrow-marks.ts';
import { type LabelRequest, nameMark } from '../../../charts/place-labels.ts';
import { simplify } from '../../../charts/simplify.ts';
import { letterOf } from '../fed-marks.ts';

/** Marks on a side's map: round, minima, curve of rests over K. */

/** K at the ticks of the curve of rests. */
export const TICKS = [1, 2, 5, 20, 100];

/** Biases up to this are 0 whatever K is. */
const APART = 1e-9;

/** Least pixels at scale 1: between dots of steps, between numbers on the curve, from the start to a named average. */
const STEP = 6;
const NUMBERS = 16;
const NAMED = 26;

/** Pixels at which lines are cut: nothing is visible there, and files would grow. */
const FAR = 1e5;

/** Most clients with thick lines, and lines from their ends to the average. */
export const FEW = 6;

/** Width in pixels at scale 1 below which only the map's own marks are named. */
const SMALL = 190;

/** Marks with label requests, and the lines and boxes that labels avoid, in pixels. */
export type Named = DrawnArrows;

const NOTHING: Named = { marks: [], labels: [], lines: [], written: [] };

const isSmall = ({ rect }: Plane, scale: number) => rect.width < SMALL * scale;

const boxes = (pixels: ArrayLike<number>, size: number) =>
  Array.from({ length: pixels.length >> 1 }, (_, i) => squareAt(pixels[2 * i]!, pixels[2 * i + 1]!, size));

export const colourOf = (client: number) => mapCategoryColours[client % mapCategoryColours.length]!;

/** Null without a rest. */
export function restAt({ rests }: Pick<PlaneInfo, 'rests'>, local: number): Point | null {
  const [x, y] = [rests[2 * local - 2], rests[2 * local - 1]];
  return Number.isFinite(x) && Number.isFinite(y) ? [x!, y!] : null;
}

/** True if every K has a rest and the rest depends on K. */
export const hasCurve = ({ biases, sides }: Pick<PlaneInfo, 'biases' | 'sides'>) =>
  sides.left.limit !== null && biases.some((bias) => bias > APART);

/** Draws the curve of rests from t* to its limit (K infinite); names its ticks except near t* and the present rest, which the map names. */
export function restMarks(
  info: PlaneInfo,
  plane: Plane,
  { palette, scale }: DrawStyle,
  nameOf: (local: number) => string,
): Named {
  const { limit, local } = info.sides.left;
  if (!limit || !hasCurve(info)) return NOTHING;
  const line = simplify([...plane.toPixels(info.rests), ...plane.toPixel(...limit)], 0.2);
  const named = [...TICKS, Number.POSITIVE_INFINITY];
  const places = named.map((k) => plane.toPixel(...(Number.isFinite(k) ? restAt(info, k)! : limit)));
  const kept = [plane.toPixel(...info.mean.at), plane.toPixel(...restAt(info, local)!)];
  const labels = places.flatMap((at, i): LabelRequest[] => {
    const [x, y] = at;
    if (kept.some(([u, v]) => Math.hypot(u - x, v - y) < NUMBERS * scale)) return [];
    kept.push(at);
    if (isSmall(plane, scale) || !containsPixel(plane.rect, x, y)) return [];
    return [{ ...label(nameOf(named[i]!), at, 12, scale), farther: [7 * scale] }];
  });
  const dots = places.flat();
  const marks = [
    pathMark([line], [penStroke(palette.mapPaper, 4 * scale), penStroke(palette.mapInk, 1.6 * scale)], {
      role: 'rests',
    }),
    symbolsMark('dot', dots, 6.5 * scale, {
      role: 'rests',
      fill: palette.mapPaper,
      strokes: [penStroke(palette.mapInk, 3.4 * scale)],
    }),
  ];
  return { marks, labels, lines: [line], written: boxes(dots, 10 * scale) };
}

/** Returns flat pixels up to the first that cannot be drawn. */
export function drawable(plane: Plane, places: ArrayLike<number>): number[] {
  const pixels = plane.toPixels(places);
  const end = pixels.findIndex((at) => !(Math.abs(at) < FAR));
  return end < 0 ? pixels : pixels.slice(0, end - (end % 2));
}

/** Returns a path's steps far enough from both neighbours for dots. */
function stepsSeen(path: readonly number[], apart: number): number[] {
  const seen: number[] = [];
  for (let i = 2; i + 3 < path.length; i += 2) {
    const before = Math.hypot(path[i]! - path[i - 2]!, path[i + 1]! - path[i - 1]!);
    const after = Math.hypot(path[i]! - path[i + 2]!, path[i + 1]! - path[i + 3]!);
    if (Math.min(before, after) >= apart) seen.push(path[i]!, path[i + 1]!);
  }
  return seen;
}

/** Draws a round's client paths, average end and server step; `name` labels the average. */
export function roundMarks(
  { paths, average, next }: PlaneRoundTold,
  side: SideName,
  plane: Plane,
  drawStyle: DrawStyle,
  name: string,
): Named {
  const { palette, scale } = drawStyle;
  const isFew = paths.length <= FEW;
  const thin = isFew ? 1.9 : 1.3;
  const lines = paths.map((path: Vector) => drawable(plane, path));
  const walked = lines.flatMap((line, c): Mark[] => {
    const color = colourOf(c);
    return [
      pathMark([simplify(line, 0.15)], pathStrokes(c, thin, drawStyle), { role: 'locals' }),
      symbolsMark('dot', stepsSeen(line, STEP * scale), (thin + 2) * scale, { role: 'locals', fill: color }),
    ];
  });
  const [mean, to] = [drawable(plane, average), drawable(plane, next)];
  const isWhole = lines.every((line, c) => line.length === paths[c]!.length);
  if (!isWhole || mean.length + to.length < 4) return { ...NOTHING, marks: walked, lines };
  const [from, ends] = [lines[0]!.slice(0, 2), lines.map((line) => line.slice(-2))];
  const pulls = ends.map((end) => [...end, ...mean]);
  const size = (isFew ? 13 : 5.5) * scale;
  const marks = [
    ...walked,
    ...(isFew && ends.length > 1 ? [pathMark(pulls, dashed(palette.mapInk, 1.1, drawStyle))] : []),
    ...ends.flatMap((end, c) => endMarks(end, c, size, isFew && isApart(ends, c, size), drawStyle)),
    ...serverMarks(from, mean, to, side, drawStyle),
    averageMark(mean, drawStyle),
  ];
  const isNamed = ends.length > 1 && apart(from, mean) >= NAMED * scale && !isSmall(plane, scale);
  return {
    marks,
    labels: isNamed ? [{ ...label(name, mean, 12, scale), farther: [9 * scale] }] : [],
    lines: [...lines, ...(isFew ? pulls : [])],
    written: boxes([...mean, ...(isFew ? ends.flat() : [])], 13 * scale),
  };
}

export const pathStrokes = (client: number, width: number, { palette, scale }: DrawStyle) => [
  penStroke(palette.mapPaper, (width + 1.8) * scale, { opacity: 0.9 }),
  penStroke(colourOf(client), width * scale),
];

export const averageMark = (at: readonly number[], { palette, scale }: DrawStyle): Mark =>
  symbolsMark('dot', at, 9 * scale, {
    role: 'average',
    fill: palette.mapPaper,
    strokes: [penStroke(palette.mapPaper, 5.5 * scale), penStroke(palette.mapInk, 2.4 * scale)],
  });

/** True if there are several ends and none before this is within `size`. */
const isApart = (ends: readonly (readonly number[])[], client: number, size: number) =>
  ends.length > 1 && ends.slice(0, client).every((other) => apart(other, ends[client]!) >= size);

export function endMarks(
  end: readonly number[],
  client: number,
  size: number,
  isNumbered: boolean,
  { palette, scale }: DrawStyle,
): Mark[] {
  const dot = symbolsMark('dot', end, size, {
    role: 'locals',
    fill: colourOf(client),
    strokes: [penStroke(palette.mapPaper, 1.4 * scale)],
  });
  if (!isNumbered) return [dot];
  const number = { text: letterOf(client), x: end[0]!, y: end[1]!, size: 9.5 * scale };
  return [
    dot,
    nameMark(number, readableOn(colourOf(client), [palette.mapPaper, palette.mapInk]), {
      color: colourOf(client),
      width: 0,
    }),
  ];
}

const label = (text: string, at: ArrayLike<number>, size: number, scale: number): LabelRequest => ({
  ...{ text, x: at[0]!, y: at[1]! },
  size: size * scale,
  gap: 0.7 * size * scale,
});

const apart = (a: ArrayLike<number>, b: ArrayLike<number>) => Math.hypot(a[0]! - b[0]!, a[1]! - b[1]!);

const dashed = (color: string, width: number, { palette, scale }: DrawStyle) => [
  penStroke(palette.mapPaper, (width + 1.9) * scale, { opacity: 0.7 }),
  penStroke(color, width * scale, { dash: [3 * scale, 3 * scale], cap: 'butt' }),
];

/** Draws the server step if it does not lead to the average. */
function serverMarks(
  from: readonly number[],
  mean: readonly number[],
  to: readonly number[],
  side: SideName,
  drawStyle: DrawStyle,
): Mark[] {
  const { palette, scale } = drawStyle;
  if (apart(mean, to) < 2 * scale) return [];
  const color = side === 'left' ? palette.mapLeft : palette.mapRight;
  return [
    pathMark([[...from, ...to]], dashed(color, 2, drawStyle)),
    symbolsMark(side === 'left' ? 'dot' : 'square', to, 9 * scale, {
      role: 'average',
      fill: palette.mapPaper,
      strokes: [penStroke(palette.mapPaper, 5 * scale), penStroke(color, 2.6 * scale)],
    }),
  ];
}

/** Draws the clients' minima as named diamonds; one at t* has no name. */
export function minimaMarks(
  info: PlaneInfo,
  side: SideName,
  plane: Plane,
  drawStyle: DrawStyle,
  nameOf: (client: string) => string,
): Named {
  const { scale } = drawStyle;
  const { count, minima } = info.sides[side].clients;
  if (count < 2) return NOTHING;
  const best = plane.toPixel(...info.mean.at);
  const places = Array.from({ length: count }, (_, c) => plane.toPixel(minima[2 * c]!, minima[2 * c + 1]!));
  const isFew = count <= FEW;
  const size = (isFew ? 10 : 7) * scale;
  return {
    marks: places.map((at, c) => minimumMark(at, c, size, drawStyle)),
    labels: places.flatMap(([x, y], c) =>
      containsPixel(plane.rect, x, y) && apart([x, y], best) > 14 * scale
        ? [label(nameOf(letterOf(c)), [x, y], isFew ? 12 : 10.5, scale)]
        : [],
    ),
    lines: [],
    written: isFew ? boxes(places.flat(), size) : [],
  };
}

export const minimumMark = (
  at: readonly number[],
  client: number,
  size: number,
  { palette, scale }: DrawStyle,
): Mark =>
  symbolsMark('diamond', at, size, {
    role: 'clients',
    fill: colourOf(client),
    strokes: [penStroke(palette.mapPaper, 1.6 * scale)],
  });

/** Returns the ellipse of a quadratic's contour through a point; empty if none. */
export function contourThrough(
  { hessian: [xx, xy, yy], at: [x, y] }: Pick<PlaneInfo['mean'], 'hessian' | 'at'>,
  through: Point,
): number[] {
  const form = (u: number, v: number) => xx * u * u + 2 * xy * u * v + yy * v * v;
  const level = form(through[0] - x, through[1] - y);
  if (!(level > 0) || !(xx * yy - xy * xy > 0)) return [];
  const places: number[] = [];
  for (let i = 0; i <= 240; i++) {
    const angle = (2 * Math.PI * i) / 240;
    const [u, v] = [Math.cos(angle), Math.sin(angle)];
    const r = Math.sqrt(level / form(u, v));
    places.push(x + r * u, y + r * v);
  }
  return places;
}
