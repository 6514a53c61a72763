import type { SideName, Vector } from '../../../engine/contract.ts';
import type { PlaneInfo, PlaneRoundTold, Point } from '../../../engine/problems/federated/types.ts';
import { type Mark, pathMark, penStroke, symbolsMark } from '../../charts/display-list.ts';
import { containsPixel, type Plane } from '../../charts/geometry.ts';
import type { DrawStyle } from '../../charts/palette.ts';
import type { LabelRequest } from '../../charts/place-labels.ts';
import { simplify } from '../../charts/simplify.ts';
import { clientColour } from './client-colours.ts';

/** What a round does on the map of a side, and where the rest goes as the local steps grow. */

/** The values of K that the curve of rests is marked at. */
export const TICKS = [1, 2, 5, 20, 100];

/** Nearer than this the rest is the minimum, whatever K is. */
const APART = 1e-9;

/** Pixels at scale 1: least distance of two steps that are drawn as dots, of two numbers on the curve, of an average that is named. */
const STEP = 6;
const NUMBERS = 16;
const NAMED = 26;

/** Beyond so many pixels a line is cut off: nothing is seen there, and files would hold numbers without end. */
const FAR = 1e5;

/** What is drawn with the names that it wants and the lines that names keep off, in pixels. */
export interface Named {
  readonly marks: readonly Mark[];
  readonly labels: readonly LabelRequest[];
  readonly lines: readonly (readonly number[])[];
}

const NOTHING: Named = { marks: [], labels: [], lines: [] };

/** theta_K; null where there is no rest. */
export function restAt({ rests }: Pick<PlaneInfo, 'rests'>, local: number): Point | null {
  const [x, y] = [rests[2 * local - 2], rests[2 * local - 1]];
  return x === undefined || y === undefined ? null : [x, y];
}

/** Whether the rest depends on K. */
export const hasCurve = ({ biases }: Pick<PlaneInfo, 'biases'>) => biases.some((bias) => bias > APART);

/** The curve of rests from t* to its limit, with a dot and a number at each tick but those that the marks of the map name: t* and the present rest. */
export function restMarks(info: PlaneInfo, plane: Plane, { palette, scale }: DrawStyle): Named {
  const { limit, local } = info.sides.left;
  if (!limit || !hasCurve(info)) return NOTHING;
  const line = simplify([...plane.toPixels(info.rests), ...plane.toPixel(...limit)], 0.2);
  const places = TICKS.map((k) => ({ k, at: plane.toPixel(...restAt(info, k)!) }));
  const kept = [plane.toPixel(...info.mean.at), plane.toPixel(...restAt(info, local)!)];
  const labels = places.flatMap(({ k, at: [x, y] }): LabelRequest[] => {
    if (k === local || kept.some(([u, v]) => Math.hypot(u - x, v - y) < NUMBERS * scale)) return [];
    kept.push(plane.toPixel(...restAt(info, k)!));
    return containsPixel(plane.rect, x, y)
      ? [{ text: String(k), x, y, size: 12 * scale, gap: 8 * scale }]
      : [];
  });
  const marks = [
    pathMark([line], [penStroke(palette.mapPaper, 4 * scale), penStroke(palette.mapInk, 1.6 * scale)], {
      role: 'rests',
    }),
    symbolsMark(
      'dot',
      places.flatMap(({ at }) => [...at]),
      6.5 * scale,
      {
        role: 'rests',
        fill: palette.mapPaper,
        strokes: [penStroke(palette.mapInk, 3.4 * scale)],
      },
    ),
  ];
  return { marks, labels, lines: [line] };
}

/** Flat pixels of places up to the first that cannot be drawn. */
export function drawable(plane: Plane, places: ArrayLike<number>): number[] {
  const pixels = plane.toPixels(places);
  const end = pixels.findIndex((at) => !(Math.abs(at) < FAR));
  return end < 0 ? pixels : pixels.slice(0, end - (end % 2));
}

/** The steps of a path that are far enough from both neighbours to be seen as dots. */
function stepsSeen(path: readonly number[], apart: number): number[] {
  const seen: number[] = [];
  for (let i = 2; i + 3 < path.length; i += 2) {
    const before = Math.hypot(path[i]! - path[i - 2]!, path[i + 1]! - path[i - 1]!);
    const after = Math.hypot(path[i]! - path[i + 2]!, path[i + 1]! - path[i + 3]!);
    if (Math.min(before, after) >= apart) seen.push(path[i]!, path[i + 1]!);
  }
  return seen;
}

/** The clients' paths of a round from their common start, how their ends are averaged, and where the server goes from there. */
export function roundMarks(
  { paths, average, next }: PlaneRoundTold,
  side: SideName,
  plane: Plane,
  { palette, scale }: DrawStyle,
  name: string,
): Named {
  const lines = paths.map((path: Vector) => drawable(plane, path));
  const isWhole = lines.every((line, c) => line.length === paths[c]!.length);
  const thin = paths.length > 6 ? 1.4 : 1.9;
  const marks = lines.flatMap((line, c): Mark[] => {
    const color = clientColour(c);
    return [
      pathMark(
        [simplify(line, 0.15)],
        [penStroke(palette.mapPaper, (thin + 1.8) * scale, { opacity: 0.9 }), penStroke(color, thin * scale)],
        { role: 'locals' },
      ),
      symbolsMark('dot', stepsSeen(line, STEP * scale), (thin + 2) * scale, { role: 'locals', fill: color }),
    ];
  });
  const mean = drawable(plane, average);
  const to = drawable(plane, next);
  if (!isWhole || mean.length === 0 || to.length === 0) return { marks, labels: [], lines };
  const ends = lines.map((line) => line.slice(-2));
  const pull = [
    penStroke(palette.mapPaper, 3 * scale, { opacity: 0.7 }),
    penStroke(palette.mapInk, 1.1 * scale, { dash: [3 * scale, 3 * scale], cap: 'butt' }),
  ];
  if (ends.length > 1)
    marks.push(
      pathMark(
        ends.map((end) => [...end, ...mean]),
        pull,
        { role: 'average' },
      ),
    );
  for (const [c, end] of ends.entries())
    marks.push(
      symbolsMark('dot', end, 7 * scale, {
        role: 'locals',
        fill: clientColour(c),
        strokes: [penStroke(palette.mapPaper, 1.4 * scale)],
      }),
    );
  const [from] = lines;
  const isFar = Math.hypot(mean[0]! - from![0]!, mean[1]! - from![1]!) >= NAMED * scale;
  const moved = Math.hypot(mean[0]! - to[0]!, mean[1]! - to[1]!) >= 2 * scale;
  const color = side === 'left' ? palette.mapLeft : palette.mapRight;
  if (moved)
    marks.push(
      pathMark(
        [[...from!.slice(0, 2), ...to]],
        [
          penStroke(palette.mapPaper, 4 * scale),
          penStroke(color, 2 * scale, { dash: [5 * scale, 3 * scale], cap: 'butt' }),
        ],
        { role: 'average' },
      ),
      symbolsMark(side === 'left' ? 'dot' : 'square', to, 9 * scale, {
        role: 'average',
        fill: palette.mapPaper,
        strokes: [penStroke(color, 2.4 * scale)],
      }),
    );
  marks.push(
    symbolsMark('dot', mean, 9 * scale, {
      role: 'average',
      fill: palette.mapPaper,
      strokes: [penStroke(palette.mapPaper, 5.5 * scale), penStroke(palette.mapInk, 2.4 * scale)],
    }),
  );
  const labels =
    isFar && ends.length > 1
      ? [{ text: name, x: mean[0]!, y: mean[1]!, size: 12 * scale, gap: 9 * scale }]
      : [];
  return { marks, labels, lines };
}

/** The clients' own minima, each a diamond of its colour with its number; one that stands at t* is not named. */
export function minimaMarks(
  info: PlaneInfo,
  side: SideName,
  plane: Plane,
  { palette, scale }: DrawStyle,
): Named {
  const { count, minima } = info.sides[side].clients;
  if (count < 2) return NOTHING;
  const [bx, by] = plane.toPixel(...info.mean.at);
  const places = Array.from({ length: count }, (_, c) => plane.toPixel(minima[2 * c]!, minima[2 * c + 1]!));
  return {
    marks: places.map((at, c) =>
      symbolsMark('diamond', at, 10 * scale, {
        role: 'clients',
        fill: clientColour(c),
        strokes: [penStroke(palette.mapPaper, 1.6 * scale)],
      }),
    ),
    labels: places.flatMap(([x, y], c) =>
      containsPixel(plane.rect, x, y) && Math.hypot(x - bx, y - by) > 14 * scale
        ? [{ text: minimumName(c), x, y, size: 12 * scale, gap: 8 * scale }]
        : [],
    ),
    lines: [],
  };
}

const DIGITS = '₀₁₂₃₄₅₆₇₈₉';

/** A whole number as a subscript. */
export const lowered = (count: number) => String(count).replace(/\d/g, (digit) => DIGITS[Number(digit)]!);

/** What the minimum of a client is called, its number from 0. */
export const minimumName = (client: number) => `b${lowered(client + 1)}`;

/** The contour of a quadratic through a point: an ellipse about its minimum; nothing where it is none. */
export function contourThrough(
  { hessian: [xx, xy, yy], at: [x, y] }: PlaneInfo['mean'],
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
