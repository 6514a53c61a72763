import type { SideName } from '../../../../engine/contract.ts';
import { mapAxes } from '../../../charts/chart-axes.ts';
import type { DrawStyle } from '../../../charts/colour/palette.ts';
import {
  type DisplayList,
  type Mark,
  pathMark,
  penStroke,
  symbolsMark,
  type TextMark,
} from '../../../charts/display-list.ts';
import { type AxisNames, borderMark, clipped, type Drawing } from '../../../charts/frame.ts';
import { clipSegment, createPlane, type Plane, type Rect, type View } from '../../../charts/geometry.ts';
import { landscapeRect } from '../../../pictures/landscape/rect.ts';
import { arrowMark } from '../../kit/arrow-mark.ts';
import type { Point } from './cone-scene.ts';
import { type ConeShape, rayPixels, shadedPolygon } from './cone-shape.ts';

export interface Written {
  readonly mark: TextMark;
  readonly box: Rect;
}

/** Labels, placed once for all steps. */
export interface Placed {
  readonly name: Written | null;
  readonly notes: readonly Written[];
}

/** Step-independent input, in data coordinates. */
export interface ConeGround extends Drawing, Placed {
  readonly side: SideName;
  readonly view: View;
  readonly axes: AxisNames;
  /** Flat x, y. */
  readonly columns: ArrayLike<number>;
  /** Null if projected: nothing is shaded. */
  readonly cone: ConeShape | null;
  /** x, and the nearest reachable place; null if x is reachable. */
  readonly mean: Point;
  readonly nearest: Point | null;
  /** Start of the run, which the cone's name avoids. */
  readonly start: Point | null;
  /** True while a read-out replaces the notes. */
  readonly isRead: boolean;
}

/** More columns than this are thin lines without heads. */
const MANY = 24;

export const conePlane = ({ width, height, scale, view }: Drawing & { readonly view: View }): Plane =>
  createPlane(view, landscapeRect(width, height, scale));

/** Draws cone and columns; if x is outside, also the separating line. */
export function drawConeGround(input: ConeGround): DisplayList {
  const { palette, axes } = input;
  const plane = conePlane(input);
  const { rect } = plane;
  const inside: Mark[] = [
    { kind: 'rect', rect, fill: palette.mapPaper },
    ...fillMarks(plane, input),
    ...originMarks(plane, input),
    ...boundMarks(plane, input),
    ...edgeMarks(plane, input),
    ...columnMarks(plane, input),
    ...(input.name ? [input.name.mark] : []),
    ...(input.isRead ? [] : input.notes.map(({ mark }) => mark)),
  ];
  return [clipped(rect, inside), ...mapAxes(plane, input, axes), borderMark(rect, palette.frame, palette)];
}

const colourOf = ({ side, palette }: ConeGround) => (side === 'left' ? palette.mapLeft : palette.mapRight);

function fillMarks(plane: Plane, input: ConeGround): Mark[] {
  const polygon = input.cone ? shadedPolygon(input.cone, plane.view) : [];
  if (polygon.length === 0) return [];
  const lines = [plane.toPixels(polygon)];
  return [{ role: 'regions', kind: 'path', lines, closed: true, fill: colourOf(input), opacity: 0.18 }];
}

function edgeMarks(plane: Plane, input: ConeGround): Mark[] {
  const { cone, scale } = input;
  if (!cone || cone.edges.length === 0) return [];
  const color = colourOf(input);
  const ways = cone.kind === 'line' ? [1, -1] : [1];
  const rays = cone.edges.flatMap(([x, y]) => ways.map((way): Point => [way * x, way * y]));
  const lines = rays.flatMap((ray) => rayPixels(plane, ray) ?? []);
  const edges = Array.from({ length: lines.length / 4 }, (_, i) => lines.slice(4 * i, 4 * i + 4));
  const broad = pathMark(edges, [penStroke(color, 9 * scale, { opacity: 0.3, cap: 'butt' })], {
    role: 'regions',
  });
  return [
    ...(cone.kind === 'ray' || cone.kind === 'line' ? [broad] : []),
    pathMark(edges, [penStroke(color, 2.4 * scale, { cap: 'butt' })], { role: 'band-edge' }),
  ];
}

function originMarks(plane: Plane, { palette, scale }: ConeGround): Mark[] {
  const { rect } = plane;
  const [x, y] = plane.toPixel(0, 0);
  const lines = [
    [rect.x, y, rect.x + rect.width, y],
    [x, rect.y, x, rect.y + rect.height],
  ];
  return [
    pathMark(lines, [penStroke(palette.mapInk, palette.rule, { opacity: 0.16, cap: 'butt' })]),
    { kind: 'circle', x, y, r: 3 * scale, fill: palette.mapInk },
  ];
}

/** Draws columns as arrows (longer is heavier), each on its ray. */
export function columnMarks(
  plane: Plane,
  { side, columns, palette, scale }: DrawStyle & Pick<ConeGround, 'side' | 'columns'>,
): Mark[] {
  const count = Math.floor(columns.length / 2);
  const many = count > MANY;
  const [ox, oy] = plane.toPixel(0, 0);
  const at = (j: number): Point => [columns[2 * j]!, columns[2 * j + 1]!];
  const lengths = Array.from({ length: count }, (_, j) => Math.hypot(...at(j)));
  const longest = Math.max(...lengths.filter(Number.isFinite), 0);
  const rays: number[][] = [];
  const tips: number[] = [];
  const stems: number[][] = [];
  const marks: Mark[] = [];
  for (let j = 0; j < count; j++) {
    if (!(lengths[j]! > 0) || !Number.isFinite(lengths[j]!)) continue;
    const ray = rayPixels(plane, at(j));
    if (ray) rays.push(ray);
    const tip = plane.toPixel(...at(j));
    tips.push(...tip);
    stems.push([ox, oy, ...tip]);
    if (!many)
      marks.push(
        ...arrowMark(
          [ox, oy],
          tip,
          [penStroke(palette.mapInk, (1 + 1.4 * (lengths[j]! / longest)) * scale, { opacity: 0.72 })],
          `weights-${side}`,
          scale,
        ),
      );
  }
  // Fade with the count, to keep the map visible.
  const thin = Math.max(0.035, Math.min(0.35, 12 / count));
  return [
    pathMark(rays, [penStroke(palette.mapInk, 1 * scale, { opacity: thin, cap: 'butt' })], { role: 'kinks' }),
    ...(many
      ? [
          pathMark(
            stems,
            [
              penStroke(palette.mapInk, 1 * scale, {
                opacity: Math.max(0.06, Math.min(0.4, 40 / count)),
                cap: 'butt',
              }),
            ],
            {
              role: `weights-${side}`,
            },
          ),
          symbolsMark('dot', tips, 3.2 * scale, {
            fill: palette.mapInk,
            opacity: Math.max(0.25, Math.min(0.7, 70 / count)),
          }),
        ]
      : marks),
  ];
}

export function readColumn(plane: Plane, column: Point, { palette, scale }: Drawing): Mark[] {
  if (!(Math.hypot(...column) > 0)) return [];
  const ray = rayPixels(plane, column);
  const dash = { dash: [2 * scale, 3 * scale] };
  const arrow = arrowMark(
    plane.toPixel(0, 0),
    plane.toPixel(...column),
    [penStroke(palette.mapPaper, 7 * scale), penStroke(palette.mapInk, 3.4 * scale)],
    'hover',
    scale,
  );
  return [
    ...(ray ? [pathMark([ray], [penStroke(palette.mapInk, 1.8 * scale, dash)], { role: 'hover' })] : []),
    ...arrow,
  ];
}

/** Draws the line through the origin that separates x from the columns, normal to d* = x - V h*. */
function boundMarks(plane: Plane, { mean, nearest, palette, scale }: ConeGround): Mark[] {
  if (!nearest) return [];
  const { rect } = plane;
  const [fx, fy] = plane.toPixel(...nearest);
  const [tx, ty] = plane.toPixel(...mean);
  const length = Math.hypot(tx - fx, ty - fy);
  if (!(length > 0)) return [];
  const [dx, dy] = [(tx - fx) / length, (ty - fy) / length];
  const [ox, oy] = plane.toPixel(0, 0);
  const far = 2 * (rect.width + rect.height) + Math.abs(ox) + Math.abs(oy);
  const line = clipSegment(ox - far * dy, oy + far * dx, ox + far * dy, oy - far * dx, rect);
  // The corner is on the far side from the origin.
  const way = (ox - fx) * -dy + (oy - fy) * dx > 0 ? -1 : 1;
  const corner = Math.min(11 * scale, length / 3);
  const [cx, cy] = [-dy * way * corner, dx * way * corner];
  const [ex, ey] = [dx * corner, dy * corner];
  return [
    ...(line
      ? [
          pathMark(
            [line],
            [penStroke(palette.mapInk, 1.6 * scale, { dash: [7 * scale, 5 * scale], cap: 'butt' })],
            {
              role: 'bound',
            },
          ),
        ]
      : []),
    pathMark(
      [[fx + cx, fy + cy, fx + cx + ex, fy + cy + ey, fx + ex, fy + ey]],
      [penStroke(palette.mapInk, 1.2 * scale)],
    ),
  ];
}
