import type { DrawStyle } from '../../../charts/colour/palette.ts';
import {
  type DisplayList,
  type Mark,
  penStroke,
  symbolsMark,
  type TextMark,
} from '../../../charts/display-list.ts';
import { containsPixel, type Plane, type Rect, squareAt } from '../../../charts/geometry.ts';
import type { LabelRequest } from '../../../charts/place-labels.ts';
import { textWidth } from '../../../charts/text-width.ts';
import type { ThinnedPath } from '../../../charts/thin.ts';
import { mapText } from '../../../pictures/landscape/frame.ts';
import { drawLandscapeOverlay, type Target } from '../../../pictures/landscape/overlay.ts';
import { arrowMark } from '../../kit/arrow-mark.ts';
import { type ConeGround, conePlane, readColumn } from './cone-ground.ts';
import { SMALL } from './cone-names.ts';
import type { Point } from './cone-scene.ts';

/** Input in data coordinates. */
export interface ConeRun extends Omit<ConeGround, 'axes' | 'columns' | 'cone' | 'isRead'> {
  /** Path of g up to the shown step; null before the run is open. */
  readonly path: ThinnedPath | null;
  readonly head: Point | null;
  readonly start: Point | null;
  /** Drawn from g; null if not drawn. */
  readonly discriminator: Point | null;
  /** Flat x, y; empty until known. */
  readonly cloud: ArrayLike<number>;
  readonly read: { readonly kind: 'sample' | 'column'; readonly at: Point } | null;
  readonly crosshair: Point | null;
  readonly arrived: boolean;
  readonly ended: boolean;
  readonly pulse: number | null;
  /** Topmost marks. */
  readonly extra: (plane: Plane) => Mark[];
  /** Small maps use the short names. */
  readonly names: {
    readonly mean: readonly [full: string, short: string];
    readonly start: string;
    readonly nearest: readonly [full: string, short: string];
    readonly discriminator: string;
    /** Labels of d*, longest first. */
    readonly certificate: readonly string[];
  };
}

export function drawConeRun(input: ConeRun): DisplayList {
  const { mean, nearest, names, start, head, cloud, scale } = input;
  const plane = conePlane(input);
  const which = plane.rect.width < SMALL * scale ? 1 : 0;
  const targets: Target[] = [
    // Labelled with those that may be placed farther off.
    { kind: 'plant', at: mean, label: '' },
    ...(nearest ? [{ kind: 'minimum', at: nearest, label: names.nearest[which] } as const] : []),
  ];
  return drawLandscapeOverlay({
    ...input,
    fading: [],
    start: start && { at: start, label: names.start },
    targets,
    arrows: [],
    // Names that avoided moving dots would move, too.
    dots: head && start && apart(plane, head, start) < 1 ? cloud : [],
    crowd: (plane) => [
      ...(input.read?.kind === 'column' ? readColumn(plane, input.read.at, input) : []),
      ...cloudMarks(plane, input),
      ...certificateMarks(plane, input),
    ],
    pen: (plane) => discriminatorMarks(plane, input, names.mean[which]),
  });
}

export function cloudMarks(
  plane: Plane,
  { cloud, side, read, palette, scale }: DrawStyle & Pick<ConeRun, 'cloud' | 'side' | 'read'>,
): Mark[] {
  const color = side === 'left' ? palette.mapLeft : palette.mapRight;
  const many = cloud.length > 300;
  const dots = symbolsMark('dot', plane.toPixels(cloud), (many ? 3.4 : 5) * scale, {
    role: 'samples',
    fill: color,
    opacity: many ? 0.35 : 0.55,
  });
  if (read?.kind !== 'sample') return [dots];
  const ring = symbolsMark('ring', plane.toPixel(...read.at), 12 * scale, {
    role: 'hover',
    strokes: [penStroke(palette.mapPaper, 4 * scale), penStroke(palette.mapInk, 1.8 * scale)],
  });
  return [dots, ring];
}

/** Largest share of the arrow that its label may take. */
const FITS = 0.95;

/** Draws d* = x - V h* as a broad arrow to x; the discriminator converges into it. */
function certificateMarks(plane: Plane, { mean, nearest, ...style }: ConeRun): Mark[] {
  if (!nearest) return [];
  const [from, to] = [plane.toPixel(...nearest), plane.toPixel(...mean)];
  return arrowMark(from, to, certificateStrokes(style), 'criterion', style.scale);
}

export const certificateStrokes = ({ palette, scale }: DrawStyle) => [
  penStroke(palette.mapInk, 7 * scale),
  penStroke(palette.plant, 4.6 * scale),
];

/** Labels d* along its arrow; null if nothing fits. */
function certificateWords(plane: Plane, { mean, nearest, names, palette, scale }: ConeRun): TextMark | null {
  if (!nearest) return null;
  const [from, to] = [plane.toPixel(...nearest), plane.toPixel(...mean)];
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  const size = 13 * scale;
  const words = names.certificate.find((one) => textWidth(one, size) <= FITS * length);
  if (words === undefined) return null;
  const way = dx < 0 ? -1 : 1;
  const off = (way * 14 * scale) / length;
  const [x, y] = [(from[0] + to[0]) / 2 + off * dy, (from[1] + to[1]) / 2 - off * dx];
  const text = mapText(words, x, y, size, palette, scale);
  return { ...text, rotate: (Math.atan2(way * dy, way * dx) * 180) / Math.PI };
}

/** Distance in pixels at scale 1 at which d counts as d* and loses its name. */
const MEETS = 10;

function apart(plane: Plane, one: Point, other: Point): number {
  return Math.hypot(plane.kx * (one[0] - other[0]), plane.ky * (one[1] - other[1]));
}

export const discriminatorStrokes = ({ palette, scale }: DrawStyle) => [
  penStroke(palette.mapPaper, 6 * scale),
  penStroke(palette.mapInk, 2.4 * scale),
];

/** Side in pixels at scale 1 of the square around 0 that names leave free. */
const ORIGIN = 14;

/** Draws d from g, and the remaining names. */
function discriminatorMarks(plane: Plane, input: ConeRun, ofMean: string) {
  const { head, discriminator, mean, nearest, names, scale } = input;
  const size = 13 * scale;
  const marks: Mark[] = [];
  const [x, y] = plane.toPixel(...mean);
  const [farther, ofD] = [[10 * scale, 20 * scale], [6, 12, 18].map((by) => by * scale)];
  const labels: LabelRequest[] = containsPixel(plane.rect, x, y)
    ? [{ text: ofMean, x, y, size, gap: 19 * scale, farther }]
    : [];
  const lines: (readonly number[])[] = [];
  // All columns start at 0.
  const [x0, y0] = plane.toPixel(0, 0);
  const origin = squareAt(x0, y0, ORIGIN * scale);
  const written: Rect[] = [origin, ...[input.name, ...input.notes].flatMap((line) => line?.box ?? [])];
  const words = certificateWords(plane, input);
  if (nearest) {
    const [from, to] = [plane.toPixel(...nearest), plane.toPixel(...mean)];
    lines.push([...from, ...to]);
    const at = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2] as const;
    if (words) {
      marks.push(words);
      // Cover the rotated words by boxes.
      const half = textWidth(words.text, size) / 2;
      const turn = ((words.rotate ?? 0) * Math.PI) / 180;
      for (const share of [-0.8, -0.4, 0, 0.4, 0.8])
        written.push({
          x: words.x + share * half * Math.cos(turn) - 0.25 * half,
          y: words.y + share * half * Math.sin(turn) - 0.7 * size,
          width: 0.5 * half,
          height: 1.4 * size,
        });
    } else if (containsPixel(plane.rect, ...at))
      labels.push({ text: 'd*', x: at[0], y: at[1], size, gap: 8 * scale, farther: [10 * scale] });
  }
  if (head && discriminator && Number.isFinite(discriminator[0] + discriminator[1])) {
    const from = plane.toPixel(...head);
    const tip: Point = [head[0] + discriminator[0], head[1] + discriminator[1]];
    const to = plane.toPixel(...tip);
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
    const length = Math.hypot(dx, dy);
    if (length > 4 * scale) {
      // Inside d* it needs no casing.
      const strokes = discriminatorStrokes(input).slice(nearest ? 1 : 0);
      marks.unshift(...arrowMark(from, to, strokes, `direction-${input.side}`, scale));
      lines.push([...from, ...to]);
      const isApart =
        !nearest || apart(plane, head, nearest) > MEETS * scale || apart(plane, tip, mean) > MEETS * scale;
      const at = [from[0] + 0.5 * dx, from[1] + 0.5 * dy] as const;
      if (length > 26 * scale && isApart && containsPixel(plane.rect, ...at))
        labels.push({ text: names.discriminator, x: at[0], y: at[1], size, gap: 9 * scale, farther: ofD });
    }
  }
  return { marks, labels, lines, written };
}
