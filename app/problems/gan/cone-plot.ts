import { type DisplayList, type Mark, symbolsMark, penStroke } from '../../charts/display-list.ts';
import { containsPixel, type Plane } from '../../charts/geometry.ts';
import type { LabelRequest } from '../../charts/place-labels.ts';
import type { ThinnedPath } from '../../charts/thin.ts';
import { drawLandscapeOverlay, type Target } from '../../pictures/landscape-overlay.ts';
import { arrowAlong, type ConeGround } from './cone-ground.ts';

type Point = readonly [x: number, y: number];

/** Both players over the cone. Places are in data coordinates. */
export interface ConeRun extends Omit<ConeGround, 'axes' | 'columns' | 'cone' | 'name'> {
  /** The path of g up to the shown step, g there and at the start; null before the run is open. */
  readonly path: ThinnedPath | null;
  readonly head: Point | null;
  readonly start: Point | null;
  /** The discriminator, as an arrow from g; null where it is not drawn. */
  readonly discriminator: Point | null;
  /** What the noise samples become, flat x, y; empty before it is known. */
  readonly cloud: ArrayLike<number>;
  /** The sample that is read, from 0; -1 for none. */
  readonly sample: number;
  readonly crosshair: Point | null;
  readonly arrived: boolean;
  readonly ended: boolean;
  readonly pulse: number | null;
  readonly ground: DisplayList;
  readonly names: {
    readonly mean: string;
    readonly start: string;
    readonly nearest: string;
    readonly discriminator: string;
    /** d*, which no generator of this width can answer. */
    readonly certificate: string;
  };
}

/** The cloud with its mean g, the path of g, and the discriminator that pulls it; x, and what is nearest to it. */
export function drawConeRun(input: ConeRun): DisplayList {
  const { mean, nearest, names, start } = input;
  const targets: Target[] = [
    { kind: 'plant', at: mean, label: names.mean },
    ...(nearest ? [{ kind: 'minimum', at: nearest, label: names.nearest } as const] : []),
  ];
  return drawLandscapeOverlay({
    ...input,
    fading: [],
    start: start && { at: start, label: names.start },
    targets,
    arrows: [],
    crowd: (plane) => [...cloudMarks(plane, input), ...certificateMarks(plane, input)],
    pen: (plane) => discriminatorMarks(plane, input),
  });
}

function cloudMarks(plane: Plane, { cloud, side, sample, palette, scale }: ConeRun): Mark[] {
  const color = side === 'left' ? palette.mapLeft : palette.mapRight;
  const many = cloud.length > 300;
  const dots = symbolsMark('dot', plane.toPixels(cloud), (many ? 3.4 : 5) * scale, {
    role: 'samples',
    fill: color,
    opacity: many ? 0.35 : 0.55,
  });
  const read = sample < 0 ? [] : plane.toPixels([cloud[2 * sample]!, cloud[2 * sample + 1]!]);
  const ring = symbolsMark('ring', read, 12 * scale, {
    role: 'hover',
    strokes: [penStroke(palette.mapPaper, 4 * scale), penStroke(palette.mapInk, 1.8 * scale)],
  });
  return [dots, ...(read.length > 0 ? [ring] : [])];
}

/** d* = x - V h*, from what is nearest to x. */
function certificateMarks(plane: Plane, { mean, nearest, palette, scale }: ConeRun): Mark[] {
  if (!nearest) return [];
  const [from, to] = [plane.toPixel(...nearest), plane.toPixel(...mean)];
  return arrowAlong(from, to, 2.2 * scale, palette.mapInk, scale, palette.mapPaper).map((mark) => ({
    ...mark,
    role: 'criterion' as const,
  }));
}

/** d as an arrow from g, and the names that have no place of their own. */
function discriminatorMarks(plane: Plane, { head, discriminator, mean, nearest, names, palette, scale }: ConeRun) {
  const size = 13 * scale;
  const marks: Mark[] = [];
  const labels: LabelRequest[] = [];
  const lines: (readonly number[])[] = [];
  if (nearest) {
    const [fx, fy] = plane.toPixel(...nearest);
    const [tx, ty] = plane.toPixel(...mean);
    lines.push([fx, fy, tx, ty]);
    const [x, y] = [(fx + tx) / 2, (fy + ty) / 2];
    if (containsPixel(plane.rect, x, y))
      labels.push({ text: names.certificate, x, y, size, gap: 8 * scale, farther: [10 * scale, 20 * scale] });
  }
  if (head && discriminator && Number.isFinite(discriminator[0] + discriminator[1])) {
    const from = plane.toPixel(...head);
    const to = plane.toPixel(head[0] + discriminator[0], head[1] + discriminator[1]);
    if (Math.hypot(to[0] - from[0], to[1] - from[1]) > 4 * scale) {
      marks.push(
        ...arrowAlong(from, to, 2.6 * scale, palette.mapInk, scale, palette.mapPaper).map((mark) => ({
          ...mark,
          role: 'direction-left' as const,
        })),
      );
      lines.push([...from, ...to]);
      if (containsPixel(plane.rect, ...to))
        labels.push({ text: names.discriminator, x: to[0], y: to[1], size, gap: 7 * scale, farther: [8 * scale] });
    }
  }
  return { marks, labels, lines, written: [] };
}
