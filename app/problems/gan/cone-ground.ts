import type { SideName } from '../../../engine/contract.ts';
import { mapAxes } from '../../charts/chart-axes.ts';
import {
  type DisplayList,
  type Mark,
  type PathMark,
  pathMark,
  penStroke,
  type StrokeLayer,
  symbolsMark,
  type TextMark,
} from '../../charts/display-list.ts';
import { type AxisNames, borderMark, clipped, type Drawing } from '../../charts/frame.ts';
import {
  clipSegment,
  containsPixel,
  createPlane,
  type Plane,
  type Rect,
  type View,
} from '../../charts/geometry.ts';
import { covered, type Place, placeInTurn } from '../../charts/place-labels.ts';
import type { MarkRole } from '../../charts/roles.ts';
import { LEADING, wrapText } from '../../charts/text-lines.ts';
import { textWidth } from '../../charts/text-width.ts';
import { landscapeRect, mapText } from '../../pictures/landscape-frame.ts';
import type { Point } from './cone-scene.ts';
import { type ConeShape, shadedPolygon } from './cone-shape.ts';

/** What a side can reach; no step changes it. Places are in data coordinates. */
export interface ConeGround extends Drawing {
  readonly side: SideName;
  readonly view: View;
  readonly axes: AxisNames;
  /** Columns one after the other, flat x, y. */
  readonly columns: ArrayLike<number>;
  /** Null where columns are seen projected: nothing is shaded then. */
  readonly cone: ConeShape | null;
  /** x, and the nearest place that the columns reach where that is another one. */
  readonly mean: Point;
  readonly nearest: Point | null;
  /** Where the run starts: the cone's name keeps off; null before it is open. */
  readonly start: Point | null;
  /** What stands in the cone; empty for nothing. */
  readonly name: string;
  /** What stands in the lower left corner where there is room; empty for nothing. */
  readonly note: string;
}

/** More columns than this are thin lines without heads. */
const MANY = 24;

export const conePlane = ({ width, height, scale, view }: Drawing & { readonly view: View }): Plane =>
  createPlane(view, landscapeRect(width, height, scale));

/** The cone of the columns, shaded, with the columns on it; where x lies outside, the line that parts it from the cone, and d* across it. */
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
    ...nameMarks(plane, input),
    ...noteLines(plane, input).map(({ mark }) => mark),
  ];
  return [clipped(rect, inside), ...mapAxes(plane, input, axes), borderMark(rect, palette.frame, palette)];
}

const colourOf = ({ side, palette }: ConeGround) => (side === 'left' ? palette.mapLeft : palette.mapRight);

/** The part of the ray from the origin through a place that the map shows, in pixels; null where it misses it. */
function rayPixels(plane: Plane, [x, y]: Point): number[] | null {
  const { x0, x1, y0, y1 } = plane.view;
  const reach = 2 * Math.max(Math.abs(x0), Math.abs(x1), Math.abs(y0), Math.abs(y1));
  const far = reach / Math.hypot(x, y);
  const [fromX, fromY] = plane.toPixel(0, 0);
  const [toX, toY] = plane.toPixel(far * x, far * y);
  return clipSegment(fromX, fromY, toX, toY, plane.rect);
}

function fillMarks(plane: Plane, input: ConeGround): Mark[] {
  const polygon = input.cone ? shadedPolygon(input.cone, plane.view) : [];
  if (polygon.length === 0) return [];
  const lines = [plane.toPixels(polygon)];
  return [{ role: 'regions', kind: 'path', lines, closed: true, fill: colourOf(input), opacity: 0.18 }];
}

/** Where the cone ends; a cone without an area is a broad line. */
function edgeMarks(plane: Plane, input: ConeGround): Mark[] {
  const { cone, scale } = input;
  if (!cone || cone.edges.length === 0) return [];
  const color = colourOf(input);
  const rays = cone.edges.flatMap(([x, y]): Point[] =>
    cone.kind === 'line'
      ? [
          [x, y],
          [-x, -y],
        ]
      : [[x, y]],
  );
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

/** Both axes and the origin, which every width reaches. */
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

/** Columns as arrows from the origin, heavier the longer they are, each on the ray of what it reaches. */
function columnMarks(plane: Plane, { side, columns, palette, scale }: ConeGround): Mark[] {
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
  // The more of them, the fainter: a thousand must not hide what lies below.
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

/** A column that is read, with its ray. */
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

/** An arrow from one pixel to another under these strokes, with barbs for the narrowest; nothing where it has no length. */
export function arrowMark(
  [x0, y0]: Point,
  [x1, y1]: Point,
  strokes: readonly StrokeLayer[],
  role: MarkRole,
  scale: number,
): PathMark[] {
  const length = Math.hypot(x1 - x0, y1 - y0);
  if (!(length > 1) || !Number.isFinite(length)) return [];
  const [dx, dy] = [(x1 - x0) / length, (y1 - y0) / length];
  const barb = Math.min(0.5 * length, 5 * scale + 2 * strokes.at(-1)!.width);
  const wing = (turn: number) => [x1 - barb * (dx - turn * dy), y1 - barb * (dy + turn * dx)];
  const lines = [
    [x0, y0, x1, y1],
    [...wing(0.5), x1, y1, ...wing(-0.5)],
  ];
  return [pathMark(lines, strokes, { role })];
}

/** The line through the origin that parts x from every column, with the right angle at which d* = x - V h* leaves it. */
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
  // The corner stands on the far side from the origin.
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

/** The cone's name where it covers least, if it has room there. */
function nameMarks(plane: Plane, input: ConeGround): Mark[] {
  const { name, cone, columns, mean, nearest, start, palette, scale } = input;
  const polygon = cone ? plane.toPixels(shadedPolygon(cone, plane.view)) : [];
  if (name === '' || polygon.length < 6) return [];
  const size = 13 * scale;
  const [width, height] = [textWidth(name, size) + 8 * scale, 1.5 * size];
  const { rect } = plane;
  const notes = noteLines(plane, input).map(({ box }) => box);
  const spots = [mean, nearest, start]
    .flatMap((spot) => (spot ? [spot] : []))
    .map((spot): Rect => {
      const [x, y] = plane.toPixel(...spot);
      return { x: x - 70 * scale, y: y - 34 * scale, width: 140 * scale, height: 68 * scale };
    });
  const rays = Array.from({ length: Math.min(MANY, columns.length / 2) }, (_, j) =>
    rayPixels(plane, [columns[2 * j]!, columns[2 * j + 1]!]),
  );
  const steps = 14;
  const places = Array.from({ length: steps * steps }, (_, i): Place => {
    const x = rect.x + ((0.5 + (i % steps)) / steps) * rect.width;
    const y = rect.y + ((0.5 + Math.floor(i / steps)) / steps) * rect.height;
    return { box: { x: x - width / 2, y: y - height / 2, width, height } };
  });
  const [placed] = placeInTurn([
    {
      places,
      cost({ box }) {
        const { x, y } = box;
        const corners = [
          [x, y],
          [x + width, y],
          [x, y + height],
          [x + width, y + height],
        ] as const;
        const isIn = corners.every(([cx, cy]) => holdsPixel(polygon, cx, cy) && containsPixel(rect, cx, cy));
        if (!isIn) return Number.POSITIVE_INFINITY;
        const crossed = rays.reduce((sum, ray) => {
          const part = ray && clipSegment(ray[0]!, ray[1]!, ray[2]!, ray[3]!, box);
          return sum + (part ? Math.hypot(part[2] - part[0], part[3] - part[1]) : 0);
        }, 0);
        const [mx, my] = [x + width / 2 - rect.x - rect.width / 2, y + height / 2 - rect.y - rect.height / 2];
        return size * crossed + covered(box, [...spots, ...notes]) + 0.3 * Math.hypot(mx, my);
      },
    },
  ]);
  if (!placed) return [];
  const { box } = placed;
  return [mapText(name, box.x + width / 2, box.y + height / 2, size, palette, scale)];
}

/** Lines that a note takes at most. */
const NOTE_LINES = 2;

/** The lines of the note, the last one lowest, with their boxes; none where it does not fit. */
export function noteLines(
  { rect }: Plane,
  { note, palette, scale }: Pick<ConeGround, 'note' | 'palette' | 'scale'>,
): { readonly mark: TextMark; readonly box: Rect }[] {
  const size = 12 * scale;
  const style = { font: 'sans', size, weight: 500, color: palette.mapInk } as const;
  const margin = 8 * scale;
  const lines = note === '' ? [] : wrapText(note, Math.max(1, rect.width - 2 * margin), style);
  if (lines.length > NOTE_LINES) return [];
  return lines.map((text, i) => {
    const y = rect.y + rect.height - margin - (lines.length - i - 0.5) * LEADING * size;
    const width = textWidth(text, size);
    const mark = mapText(text, rect.x + margin + width / 2, y, size, palette, scale);
    const box = { x: rect.x + margin, y: y - 0.7 * size, width, height: 1.4 * size };
    return { mark: { ...mark, weight: style.weight }, box };
  });
}

/** Whether a convex polygon, either way round, holds a pixel. */
function holdsPixel(polygon: readonly number[], x: number, y: number): boolean {
  let [left, right] = [false, false];
  for (let i = 0; i < polygon.length; i += 2) {
    const j = (i + 2) % polygon.length;
    const cross =
      (polygon[j]! - polygon[i]!) * (y - polygon[i + 1]!) -
      (polygon[j + 1]! - polygon[i + 1]!) * (x - polygon[i]!);
    if (cross > 0) left = true;
    if (cross < 0) right = true;
  }
  return !(left && right);
}
