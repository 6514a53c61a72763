import type { SideName } from '../../../engine/contract.ts';
import type { Permutation } from '../../../engine/problems/shuffle/types.ts';
import { type DisplayList, type Mark, pathMark, penStroke, symbolsMark } from '../../charts/display-list.ts';
import { axisText, type Drawing } from '../../charts/frame.ts';
import { createPlane, type Plane, type Rect, type Size } from '../../charts/geometry.ts';
import { sideStyle } from '../../charts/marks/side-style.ts';
import { textWidth } from '../../charts/text-width.ts';
import type { ThinnedPath } from '../../charts/thin.ts';

/** Six weights: three even permutations, then three odd ones. */
export type Weights = readonly number[] | Float64Array;

export interface Corner {
  readonly name: string;
  readonly cost: string;
  readonly isBest: boolean;
  /** True also in a tie. */
  readonly isNearest: boolean;
  readonly isTied: boolean;
  readonly isTrap: boolean;
}

export interface TrianglesInput extends Drawing {
  readonly side: SideName;
  readonly corners: readonly Corner[];
  readonly at: Weights;
  /** The run so far, in pixels of each triangle. */
  readonly paths: readonly [ThinnedPath, ThinnedPath];
  /** Part being read: corner 0..5, or 6 for the matrix; null for none. */
  readonly read: number | null;
  readonly names: Readonly<Record<'evens' | 'odds' | 'even' | 'odd' | 'out', string>>;
}

/** Planes of both triangles (side length 1), and the bar below. */
export interface TrianglesLayout {
  readonly planes: readonly [Plane, Plane];
  readonly bar: Rect;
}

/** Pixels at scale 1: names above and below, gap, bar with words. */
const [NAMES, GAP, FOOT] = [20, 56, 40];
const HIGH = Math.sqrt(3) / 2;
const VIEW = { x0: 0, x1: 1, y0: 0, y1: HIGH };

/** Permutations in the order of `TwoTriangles`, and their points. */
export const CORNERS: readonly Permutation[] = [
  [0, 1, 2],
  [1, 2, 0],
  [2, 0, 1],
  [0, 2, 1],
  [1, 0, 2],
  [2, 1, 0],
];
const PLACES = [
  [0.5, HIGH],
  [1, 0],
  [0, 0],
  [0.5, 0],
  [0, HIGH],
  [1, HIGH],
] as const;

/** Returns the weights of a row-major 3 x 3 matrix: <X, M>/3 per permutation. */
export function weightsOf(matrix: ArrayLike<number>, from = 0): number[] {
  return CORNERS.map(
    (p) => (matrix[from + p[0]!]! + matrix[from + 3 + p[1]!]! + matrix[from + 6 + p[2]!]!) / 3,
  );
}

/** Returns x and y in the even triangle, then in the odd one. */
export function pointsOf(weights: Weights): [number, number, number, number] {
  const of = (from: number, axis: 0 | 1) =>
    [0, 1, 2].reduce((sum, k) => sum + weights[from + k]! * PLACES[from + k]![axis], 0);
  return [of(0, 0), of(0, 1), of(3, 0), of(3, 1)];
}

/** Returns 1 - 3 min(weights) per triangle: 1 on its border. */
export function gaugesOf(weights: Weights): readonly [number, number] {
  const [a, b, c, d, e, f] = weights as readonly number[];
  return [1 - 3 * Math.min(a!, b!, c!), 1 - 3 * Math.min(d!, e!, f!)];
}

export function trianglesLayout({ width, height }: Size, scale: number): TrianglesLayout {
  const [names, foot] = [NAMES * scale, FOOT * scale];
  const gap = Math.min(GAP * scale, 0.16 * width);
  const rim = 9 * scale;
  const [wide, tall] = [width - gap - 2 * rim, height - 2 * names - foot - 2 * rim];
  const long = Math.max(1, Math.min(wide / 1.5, tall / HIGH));
  const left = (width - 1.5 * long - gap) / 2;
  const top = Math.max(names + rim, (height - foot - HIGH * long) / 2);
  const rect = (x: number) => ({ x, y: top, width: long, height: HIGH * long });
  const bar = Math.min(width - 2 * rim, 1.5 * long + gap);
  return {
    planes: [createPlane(VIEW, rect(left)), createPlane(VIEW, rect(left + gap + long / 2))],
    bar: { x: (width - bar) / 2, y: height - 12 * scale, width: bar, height: 9 * scale },
  };
}

const cornerAt = ({ planes }: TrianglesLayout, k: number) =>
  planes[k < 3 ? 0 : 1]!.toPixel(PLACES[k]![0], PLACES[k]![1]);

function headsAt({ planes: [one, other] }: TrianglesLayout, weights: Weights) {
  const [ex, ey, ox, oy] = pointsOf(weights);
  return [one.toPixel(ex, ey), other.toPixel(ox, oy)] as const;
}

/** Scales a triangle about its centre; flat pixels. */
function scaledTriangle(layout: TrianglesLayout, which: 0 | 1, by: number): number[] {
  const own = [0, 1, 2].map((k) => cornerAt(layout, 3 * which + k));
  const [cx, cy] = [0, 1].map((axis) => own.reduce((sum, at) => sum + at[axis]!, 0) / 3) as [number, number];
  return own.flatMap(([x, y]) => [cx + by * (x - cx), cy + by * (y - cy)]);
}

/** Returns the part within reach, numbered as `read`. */
export function partAt(
  input: Size & { readonly scale: number; readonly at: Weights },
  px: number,
  py: number,
): number | null {
  const layout = trianglesLayout(input, input.scale);
  const places = [...PLACES.map((_, k) => cornerAt(layout, k)), ...headsAt(layout, input.at)];
  const away = places.map(([x, y]) => Math.hypot(x - px, y - py));
  // On a corner, the matrix comes first.
  const nearest = away.lastIndexOf(Math.min(...away));
  return away[nearest]! <= 26 * input.scale ? Math.min(6, nearest) : null;
}

/** Draws a doubly stochastic 3 x 3 matrix as a point in each of two triangles, without loss. */
export function drawTriangles(input: TrianglesInput): DisplayList {
  const layout = trianglesLayout(input, input.scale);
  const both = [0, 1] as const;
  const gauges = gaugesOf(input.at);
  return [
    ...both.flatMap((which) => groundMarks(input, layout, which, 1 - gauges[1 - which]!)),
    linkMark(input, layout),
    ...both.flatMap((which) => runMarks(input, which)),
    ...input.corners.flatMap((corner, k) => cornerMarks(input, layout, corner, k)),
    ...both.map((which) => headMark(input, layout, which)),
    ...readMarks(input, layout),
    ...kindMarks(input, layout),
    ...barMarks(input, layout, gauges),
  ];
}

/** Draws a triangle, and the region of its point for a fixed other point. */
function groundMarks(input: TrianglesInput, layout: TrianglesLayout, which: 0 | 1, free: number): Mark[] {
  const { palette, scale, side } = input;
  const { color } = sideStyle(side, input);
  const copy = scaledTriangle(layout, which, Math.max(0, Math.min(1, free)));
  return [
    { kind: 'path', lines: [copy], closed: true, fill: color, opacity: 0.13 },
    pathMark([copy], [penStroke(color, 1.2 * scale, { dash: [3 * scale, 3 * scale] })], {
      role: 'band-edge',
      closed: true,
    }),
    pathMark([scaledTriangle(layout, which, 1)], [penStroke(palette.frame, 1.4 * scale)], { closed: true }),
  ];
}

function kindMarks(input: TrianglesInput, { planes: [even, odd] }: TrianglesLayout): Mark[] {
  const { names, scale } = input;
  const { rect } = odd;
  if (rect.width < 110 * scale) return [];
  return [
    axisText(input, names.evens, even.rect.x, even.rect.y + 0.3 * even.rect.height, 'start', {
      strong: true,
    }),
    axisText(input, names.odds, rect.x + rect.width, rect.y + 0.7 * rect.height, 'end', { strong: true }),
  ];
}

/** Links both points: they are one matrix. */
function linkMark({ at, palette, scale }: TrianglesInput, layout: TrianglesLayout): Mark {
  const stroke = penStroke(palette.muted, 1.2 * scale, { dash: [1.5 * scale, 4 * scale] });
  return pathMark([headsAt(layout, at).flat()], [stroke]);
}

function runMarks({ paths, side, palette, scale, ...style }: TrianglesInput, which: 0 | 1): Mark[] {
  const { lines } = paths[which];
  const first = lines[0];
  if (!first) return [];
  const { color, line } = sideStyle(side, { palette, scale, ...style });
  return [
    pathMark(lines, [penStroke(palette.paper, 4 * scale, { opacity: 0.7 }), line(2 * scale)], {
      role: `path-${side}`,
    }),
    symbolsMark('ring', first.subarray(0, 2), 8 * scale, {
      role: 'start',
      strokes: [penStroke(color, 1.8 * scale)],
    }),
  ];
}

function headMark(input: TrianglesInput, layout: TrianglesLayout, which: 0 | 1): Mark {
  const { at, side, palette, scale } = input;
  const { color, shape } = sideStyle(side, input);
  return symbolsMark(shape, headsAt(layout, at)[which], 11 * scale, {
    role: `head-${side}`,
    fill: color,
    strokes: [penStroke(palette.paper, 3.4 * scale), penStroke(palette.ink, 1.2 * scale)],
  });
}

/** Draws a corner: a star if best, filled if a trap, ringed if nearest. */
function cornerMarks(input: TrianglesInput, layout: TrianglesLayout, corner: Corner, k: number): Mark[] {
  const { palette, scale, side } = input;
  const [x, y] = cornerAt(layout, k);
  const { color } = sideStyle(side, input);
  const ring = penStroke(
    color,
    2.4 * scale,
    corner.isTied ? { dash: [3.4 * scale, 3 * scale], cap: 'butt' } : {},
  );
  const [above, anchor] = LABELS[k]!;
  const long = layout.planes[0].rect.width;
  const text = `${corner.name}: ${corner.cost}`;
  const room = long / 2 - 2 * scale;
  const at = x + (anchor === 'start' ? -9 : 9) * scale;
  const label = axisText(input, text, at, y + (above ? -17 : 17) * scale, anchor, {
    strong: corner.isTrap,
    room,
  });
  return [
    ...(corner.isNearest
      ? [symbolsMark('ring', [x, y], 20 * scale, { role: 'match', strokes: [ring] })]
      : []),
    corner.isBest
      ? symbolsMark('star', [x, y], 17 * scale, {
          role: 'star',
          fill: palette.plant,
          strokes: [penStroke(palette.ink, 2 * scale)],
        })
      : symbolsMark('dot', [x, y], 8 * scale, {
          fill: corner.isTrap ? palette.ink : palette.paper,
          strokes: [penStroke(palette.ink, 3 * scale)],
        }),
    { ...label, color: palette.ink, halo: { color: palette.paper, width: 2.5 * scale } },
  ];
}

/** Per corner: true for a label above, and its anchor. */
const LABELS = [
  [true, 'end'],
  [false, 'end'],
  [false, 'start'],
  [false, 'start'],
  [true, 'start'],
  [true, 'end'],
] as const;

/** Returns highlighted pixels: the side's matrix, all corners, or the nearest ones. */
export function litPlaces(input: TrianglesInput, highlight: string | null): number[] {
  const layout = trianglesLayout(input, input.scale);
  const corners = (which: (corner: Corner) => boolean) =>
    input.corners.flatMap((corner, k) => (which(corner) ? [...cornerAt(layout, k)] : []));
  if (highlight === input.side) return headsAt(layout, input.at).flat();
  if (highlight === 'corners') return corners(() => true);
  return highlight === 'rounded' ? corners(({ isNearest }) => isNearest) : [];
}

function readMarks({ read, at, palette, scale }: TrianglesInput, layout: TrianglesLayout): Mark[] {
  if (read === null) return [];
  const places = read < 6 ? cornerAt(layout, read) : headsAt(layout, at).flat();
  const stroke = penStroke(palette.focus, 2.4 * scale);
  return [symbolsMark('ring', places, 28 * scale, { role: 'hover', strokes: [stroke] })];
}

/** Draws both gauges; they sum to at most 1. */
function barMarks(
  input: TrianglesInput,
  { bar }: TrianglesLayout,
  [even, odd]: readonly [number, number],
): Mark[] {
  const { palette, scale, side, names } = input;
  const { color } = sideStyle(side, input);
  const part = (x: number, share: number): Mark => ({
    kind: 'rect',
    rect: { ...bar, x, width: share * bar.width },
    fill: color,
    role: 'band',
  });
  const [one, other] = [even, odd].map((gauge) => Math.max(0, Math.min(1, gauge))) as [number, number];
  const y = bar.y - 10 * scale;
  const room = bar.width - textWidth(`${names.even}${names.odd}`, 12 * scale) - 16 * scale;
  return [
    part(bar.x, one),
    { ...part(bar.x + (1 - other) * bar.width, other), opacity: 0.55 } as Mark,
    { kind: 'rect', rect: bar, strokes: [penStroke(palette.frame, 1.2 * scale)] },
    axisText(input, names.even, bar.x, y, 'start'),
    axisText(input, names.odd, bar.x + bar.width, y, 'end'),
    ...(textWidth(names.out, 12 * scale) < 1.1 * room
      ? [axisText(input, names.out, bar.x + bar.width / 2, y, 'middle', { room })]
      : []),
  ];
}
