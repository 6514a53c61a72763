import type { DrawStyle, Palette } from '../../charts/colour/palette.ts';
import {
  type DisplayList,
  type Mark,
  pathMark,
  penStroke,
  type StrokeLayer,
  symbolsMark,
} from '../../charts/display-list.ts';
import type { FadingBand } from '../../charts/fading-path.ts';
import {
  containsPixel,
  createPlane,
  growRect,
  type Plane,
  type Rect,
  squareAt,
} from '../../charts/geometry.ts';
import type { Arrow, ArrowPen, DrawnArrows } from '../../charts/marks/arrow-marks.ts';
import { type LabelRequest, placeLabels } from '../../charts/place-labels.ts';
import type { ThinnedPath } from '../../charts/thin.ts';
import { flagAt } from '../flag.ts';
import { type LandscapeFrame, mapText } from './frame.ts';
import { landscapeRect } from './rect.ts';

/** Pixels of marks at scale 1. */
export const MARKS = {
  ...{ plant: 22, start: 15, minimum: 13, stable: 13, saddle: 9, unstable: 10 },
  ...{ head: 13, dot: 6, square: 6 },
} as const;

/** Width of the outline around a target after arrival, and of its line with casing. */
const [OUTLINE, CASING] = [30, 6.6];

/** Within this many pixels of a target the head would cover it, so it is small, or an outline after arrival. */
const NEAR = 9;
const SMALL = 7;

export interface Target {
  /** Star, amber ring, cross; attracting points are discs, repelling ones rings. */
  readonly kind: 'plant' | 'minimum' | 'saddle' | 'stable' | 'unstable';
  readonly at: readonly [number, number];
  /** Empty for no name. */
  readonly label: string;
}

export interface LandscapeOverlayInput extends LandscapeFrame {
  readonly side: 'left' | 'right';
  /** The path up to the shown step, and the present iterate (data coordinates); null before the run is open. */
  readonly path: ThinnedPath | null;
  /** Replaces the path over a slice: bands by distance from it. */
  readonly fading: readonly FadingBand[];
  readonly head: readonly [number, number] | null;
  /** True after arrival at the plant; `ended`: at any end. A head near a target may be passing. */
  readonly arrived: boolean;
  readonly ended: boolean;
  readonly start: { readonly at: readonly [number, number]; readonly label: string } | null;
  readonly targets: readonly Target[];
  /** False to leave marks without their names. */
  readonly named?: boolean;
  /** Flags, which names avoid. */
  readonly flags?: readonly (readonly [number, number])[];
  /** Boxes around a triangle, also avoided. */
  readonly about?: readonly Rect[] | null;
  /** Points that names avoid: flat, in data coordinates. */
  readonly dots?: ArrayLike<number>;
  readonly arrows: readonly Arrow[];
  readonly pen?: ArrowPen | undefined;
  /** Many starts, below the rest. */
  readonly crowd?: ((plane: Plane) => Mark[]) | null;
  readonly crosshair: readonly [number, number] | null;
  /** 0 at arrival, 1 at the end of the star's pulse. */
  readonly pulse: number | null;
  /** The layer below, whose text arrow names avoid. */
  readonly base?: DisplayList;
  /** Marks over the rest. */
  readonly extra?: ((plane: Plane) => Mark[]) | null;
}

/** Draws path, start, plant, iterate and crosshair, which depend on the step. */
export function drawLandscapeOverlay(input: LandscapeOverlayInput): DisplayList {
  const { width, height, scale, view } = input;
  const rect = landscapeRect(width, height, scale);
  // A triangle has no values beside it: its marks may stand there.
  const clip = input.about ? { x: 0, y: 0, width, height } : rect;
  const plane = createPlane(view, rect);
  const marks: Mark[] = input.crowd?.(plane) ?? [];
  if (input.crosshair) marks.push(...crosshairMarks(input.crosshair, plane, input));
  if (input.path) marks.push(...pathMarks(input.path, 1, input));
  // Faintest first, so points in the plane are on top.
  for (const { lines, marks: points, opacity } of [...input.fading].reverse())
    marks.push(...pathMarks({ lines, marks: points }, opacity, input));
  const arrows = input.pen?.(plane, input.head, input.arrows, input.base ?? [], input) ?? null;
  marks.push(...(arrows?.marks ?? []), ...placeMarks(plane, clip, input, arrows));
  if (input.extra) marks.push(...input.extra(plane));
  return [{ kind: 'clip', rect: clip, marks }];
}

function pathColour({ side, palette }: LandscapeOverlayInput): string {
  return side === 'left' ? palette.mapLeft : palette.mapRight;
}

/** Returns a coloured stroke with paper casing and thin ink outline, visible on every ramp colour. */
export function cased(color: string, width: number, palette: Palette, scale: number): StrokeLayer[] {
  return [
    penStroke(palette.mapInk, width + 4 * scale, { opacity: 0.5 }),
    penStroke(palette.mapPaper, width + 3 * scale),
    penStroke(color, width),
  ];
}

function pathMarks(
  path: { readonly lines: readonly ArrayLike<number>[]; readonly marks: ArrayLike<number> },
  opacity: number,
  input: LandscapeOverlayInput,
): Mark[] {
  const { side, palette, scale } = input;
  const color = pathColour(input);
  return [
    pathMark(path.lines, cased(color, 2.4 * scale, palette, scale), { role: `path-${side}`, opacity }),
    symbolsMark(
      side === 'left' ? 'dot' : 'square',
      path.marks,
      (side === 'left' ? MARKS.dot : MARKS.square) * scale,
      { fill: color, strokes: [{ color: palette.mapPaper, width: 1.2 * scale }], opacity },
    ),
  ];
}

function crosshairMarks(
  at: readonly [number, number],
  plane: Plane,
  { scale, palette }: LandscapeOverlayInput,
): Mark[] {
  const [x, y] = plane.toPixel(at[0], at[1]);
  const { rect } = plane;
  const lines = [
    [rect.x, y, rect.x + rect.width, y],
    [x, rect.y, x, rect.y + rect.height],
  ];
  return [
    pathMark(
      lines,
      [
        penStroke(palette.mapPaper, 3 * scale, { opacity: 0.7 }),
        penStroke(palette.mapInk, 1 * scale, { opacity: 0.9 }),
      ],
      { role: 'crosshair' },
    ),
  ];
}

/** Pixels at scale 1 that names leave to a dot. */
const DOT = 6;

function placeMarks(
  plane: Plane,
  clip: Rect,
  input: LandscapeOverlayInput,
  arrows: DrawnArrows | null,
): Mark[] {
  const { palette, scale } = input;
  const marks: Mark[] = [];
  const labels: LabelRequest[] = [];
  const keepOut: Rect[] = [...(input.about ?? [])];
  const dots = plane.toPixels(input.dots ?? []);
  for (let i = 0; i < dots.length; i += 2) keepOut.push(squareAt(dots[i]!, dots[i + 1]!, DOT * scale));
  for (const at of input.flags ?? []) {
    const [x, y] = plane.toPixel(at[0], at[1]);
    keepOut.push(flagAt(x, y, plane.rect, scale).box);
  }
  // A name without a visible mark would point at nothing.
  const name = (request: LabelRequest, size: number): void => {
    if (input.named === false) return;
    if (containsPixel(growRect(plane.rect, size / 2), request.x, request.y))
      labels.push({ ...request, farther: [14 * scale] });
  };
  const head = input.head ? plane.toPixel(input.head[0], input.head[1]) : null;
  /** Kinds of targets at the head. */
  const near = new Set<Target['kind']>();

  for (const target of input.targets) {
    const [x, y] = plane.toPixel(target.at[0], target.at[1]);
    const isBare = target.kind === 'saddle' || target.kind === 'unstable';
    const size = MARKS[target.kind] * scale;
    if (isBare) {
      marks.push(...targetMarks(target.kind, x, y, size, input));
      keepOut.push(squareAt(x, y, size));
      if (target.label !== '') name({ text: target.label, x, y, size: 13 * scale, gap: size }, size);
      continue;
    }
    const isNear = head !== null && Math.hypot(head[0] - x, head[1] - y) < NEAR * scale;
    if (isNear) near.add(target.kind);
    if (input.pulse !== null && target.kind === 'plant')
      marks.push({
        role: 'pulse',
        kind: 'circle',
        x,
        y,
        r: size * (0.6 + 1.4 * input.pulse),
        strokes: [{ color: palette.plant, width: 3 * scale * (1 - input.pulse) + 0.5 }],
        opacity: 1 - input.pulse,
      });
    marks.push(...targetMarks(target.kind, x, y, size, input));
    // Room for the outline in advance, so arrival moves no label.
    keepOut.push(squareAt(x, y, OUTLINE * scale));
    if (target.label !== '')
      name({ text: target.label, x, y, size: 13 * scale, gap: (OUTLINE / 2 + 4) * scale }, size);
  }

  if (input.start) {
    const [x, y] = plane.toPixel(input.start.at[0], input.start.at[1]);
    const size = MARKS.start * scale;
    marks.push(startMark(x, y, input));
    keepOut.push(squareAt(x, y, size));
    name({ text: input.start.label, x, y, size: 13 * scale, gap: size / 2 + 5 * scale }, size);
    // On its start, the head must not hide the handle.
    if (head && Math.abs(head[0] - x) + Math.abs(head[1] - y) < 2) {
      marks.push(headMark(x, y, SMALL * scale, input));
      return [...marks, ...labelMarks(labels, plane, keepOut, arrows, input)];
    }
  }
  if (head) {
    const size = MARKS.head * scale;
    keepOut.push(squareAt(head[0], head[1], size));
    // Beside a star the outline means arrival at it only.
    const hasStar = input.targets.some(({ kind }) => kind === 'plant');
    const outlined = near.size > 0 && (hasStar ? near.has('plant') && input.arrived : input.ended);
    marks.push(
      outlined
        ? arrivedMark(head[0], head[1], clip, input)
        : headMark(head[0], head[1], near.size > 0 ? SMALL * scale : size, input),
    );
  }
  return [...marks, ...labelMarks(labels, plane, keepOut, arrows, input)];
}

export function startMark(x: number, y: number, { palette, scale }: DrawStyle): Mark {
  const strokes = [penStroke(palette.mapPaper, 5 * scale), penStroke(palette.mapInk, 2.5 * scale)];
  return {
    role: 'start',
    kind: 'circle',
    x,
    y,
    r: (MARKS.start * scale) / 2,
    fill: palette.mapPaper,
    strokes,
  };
}

export function targetMarks(
  kind: Target['kind'],
  x: number,
  y: number,
  size: number,
  { palette, scale }: DrawStyle,
): Mark[] {
  if (kind === 'plant')
    return [
      symbolsMark('star', [x, y], size, {
        role: 'star',
        fill: palette.plant,
        strokes: [{ color: palette.mapInk, width: 1.4 * scale }],
      }),
    ];
  if (kind === 'saddle' || kind === 'unstable')
    return [
      symbolsMark(kind === 'saddle' ? 'cross' : 'ring', [x, y], size, {
        role: kind,
        strokes: [penStroke(palette.mapPaper, 5 * scale), penStroke(palette.mapInk, 2.2 * scale)],
      }),
    ];
  const look =
    kind === 'stable'
      ? { fill: palette.plant, strokes: [penStroke(palette.mapInk, 1.6 * scale)] }
      : { strokes: [penStroke(palette.mapInk, 5 * scale), penStroke(palette.plant, 2.6 * scale)] };
  return [{ role: kind, kind: 'circle', x, y, r: size / 2, ...look }];
}

function headMark(x: number, y: number, size: number, input: LandscapeOverlayInput): Mark {
  return symbolsMark(input.side === 'left' ? 'dot' : 'square', [x, y], size, {
    role: `head-${input.side}`,
    fill: pathColour(input),
    strokes: [{ color: input.palette.mapPaper, width: 2 * input.scale }],
  });
}

/** Draws arrival as an outline around the star, smaller at an edge, which would cut it. */
function arrivedMark(x: number, y: number, rect: Rect, input: LandscapeOverlayInput): Mark {
  const { side, scale } = input;
  const room = Math.min(x - rect.x, rect.x + rect.width - x, y - rect.y, rect.y + rect.height - y);
  const size = Math.max(0.9 * MARKS.plant * scale, Math.min(OUTLINE * scale, 2 * room - CASING * scale));
  const strokes = cased(pathColour(input), 2.6 * scale, input.palette, scale);
  const role = `head-${side}` as const;
  if (side === 'left') return { role, kind: 'circle', x, y, r: size / 2, strokes };
  return {
    role,
    kind: 'rect',
    rect: squareAt(x, y, size),
    radius: 2,
    strokes,
  };
}

function labelMarks(
  names: readonly LabelRequest[],
  plane: Plane,
  keepOut: readonly Rect[],
  arrows: DrawnArrows | null,
  { path, fading, palette, scale }: LandscapeOverlayInput,
): Mark[] {
  const lines = path?.lines ?? fading.flatMap((band) => band.lines);
  const { labels, written } = arrows ?? { labels: [], written: [] };
  return placeLabels(
    [...names, ...labels],
    plane.rect,
    keepOut,
    [...lines, ...(arrows?.lines ?? [])],
    [],
    written,
  ).map(({ text, x, y, size }) => mapText(text, x, y, size, palette, scale));
}
