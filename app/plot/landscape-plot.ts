import { axisText, linearTicks, withoutCollisions } from './axis-marks.ts';
import type { DisplayList, Mark, StrokeLayer, TextMark } from './display-list.ts';
import {
  clipPolygon,
  containsPixel,
  createPlane,
  growRect,
  overlapArea,
  type Plane,
  type Rect,
  type View,
} from './geometry.ts';
import { type IsoLine, placeIsoLabels } from './iso-lines.ts';
import type { Palette } from './palette.ts';
import { type LabelRequest, placeLabels } from './place-labels.ts';
import { textWidth } from './text-width.ts';
import type { ThinnedPath } from './thin.ts';

/** Width of the strip with the graduation, left and below. */
const STRIP = 20;

/** Sizes of marks at scale 1, in pixels. */
export const MARKS = { star: 22, start: 15, head: 13, dot: 6, square: 6, ring: 13 } as const;

/** Width of the outline about a target where the head has arrived. */
const OUTLINE = 30;

/** Closer than this many pixels the head stands at a target and must not cover it. */
const ARRIVED = 9;

/** What both layers of a landscape are drawn into. */
export interface LandscapeFrame {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly palette: Palette;
  readonly view: View;
}

/** The map inside the strip, in CSS pixels of a panel of this size. */
export function landscapeRect(width: number, height: number, scale: number): Rect {
  const strip = STRIP * scale;
  return { x: strip, y: 1, width: Math.max(1, width - strip - 1), height: Math.max(1, height - strip - 1) };
}

export interface LandscapeBaseInput extends LandscapeFrame {
  /** Names of the two weights. */
  readonly axes: { readonly x: string; readonly y: string };
  /** The coloured losses and the window that they were sampled over; null before the first grid has come. */
  readonly picture: {
    readonly view: View;
    readonly size: number;
    readonly rgba: Uint8ClampedArray<ArrayBuffer>;
    readonly lines: readonly IsoLine[];
  } | null;
  /** Flat polygon in data coordinates with the words on it; empty for none. */
  readonly deadZone: { readonly polygon: readonly number[]; readonly label: string } | null;
  /** Places in pixels that labels of iso-lines and of the dead zone leave free: targets, the start. */
  readonly keepOut: readonly Rect[];
}

/** Colour, iso-lines, dead zone, frame and graduation: what changes with the window and the loss, not with the step. */
export function drawLandscapeBase(input: LandscapeBaseInput): DisplayList {
  const { palette, view } = input;
  const rect = landscapeRect(input.width, input.height, input.scale);
  const plane = createPlane(view, rect);
  const map: Mark[] = [];
  const zone = input.deadZone && input.deadZone.polygon.length >= 6 ? input.deadZone : null;
  const deadZone = zone ? deadZoneMarks(zone, plane, input) : null;
  if (input.picture) {
    const { view: from, size, rgba, lines } = input.picture;
    const [left, top] = plane.toPixel(from.x0, from.y1);
    const [right, bottom] = plane.toPixel(from.x1, from.y0);
    map.push({
      kind: 'raster',
      rect: { x: left, y: top, width: right - left, height: bottom - top },
      columns: size,
      rows: size,
      rgba,
    });
    const keepOut = deadZone?.words ? [...input.keepOut, deadZone.words] : input.keepOut;
    map.push(...isoMarks(lines, plane, { ...input, keepOut }));
  }
  if (deadZone) map.push(...deadZone.marks);
  return [
    { kind: 'clip', rect, marks: map },
    ...graduation(plane, input),
    { kind: 'rect', rect, strokes: [{ color: palette.frame, width: 1 }] },
  ];
}

function isoMarks(
  lines: readonly IsoLine[],
  plane: Plane,
  { scale, palette, keepOut }: LandscapeBaseInput,
): Mark[] {
  const size = 11 * scale;
  const { paths, labels } = placeIsoLabels(lines, plane, size, keepOut);
  const marks: Mark[] = lines.map((line, index) => ({
    kind: 'path',
    lines: paths[index]!,
    strokes: [
      { color: line.t < 0.35 ? palette.mapPaper : palette.mapInk, width: (line.major ? 1.1 : 0.9) * scale },
    ],
    opacity: line.major ? 0.4 : 0.22,
  }));
  for (const { x, y, rotate, text, level } of labels)
    marks.push({
      kind: 'text',
      x,
      y,
      rotate,
      text,
      font: 'sans',
      size,
      weight: 500,
      anchor: 'middle',
      baseline: 'middle',
      color: (lines[level]?.t ?? 1) < 0.5 ? palette.mapPaper : palette.mapInk,
      opacity: 0.85,
    });
  return marks;
}

/** Hatching over the dead zone, with its words where there is room for them, and the box that they take. */
function deadZoneMarks(
  { polygon, label }: NonNullable<LandscapeBaseInput['deadZone']>,
  plane: Plane,
  { scale, palette, keepOut }: LandscapeBaseInput,
): { marks: Mark[]; words: Rect | null } {
  const pixels: number[] = [];
  for (let i = 0; i < polygon.length; i += 2) pixels.push(...plane.toPixel(polygon[i]!, polygon[i + 1]!));
  const marks: Mark[] = [
    {
      kind: 'hatch',
      polygon: pixels,
      spacing: 9 * scale,
      angle: 45,
      stroke: { color: palette.mapInk, width: 1 * scale, opacity: 0.22 },
    },
  ];
  const size = 13 * scale;
  const inside = clipPolygon(pixels, plane.rect);
  const box = [textWidth(label, size) + 4, 1.2 * size] as const;
  // Beside a mark its own name may stand: first a place is sought that leaves room for one.
  const named = keepOut.map((rect) => ({ ...rect, x: rect.x - 9 * size, width: rect.width + 18 * size }));
  const words =
    roomiestBox(inside, ...box, named, 4 * scale) ?? roomiestBox(inside, ...box, keepOut, 4 * scale);
  if (words)
    marks.push(mapText(label, words.x + words.width / 2, words.y + words.height / 2, size, palette, scale));
  return { marks, words };
}

/**
 * The upright box of this size that stays farthest from the sides of a convex polygon (flat, in pixels) and off every
 * keep-out rect; null where none is at least `least` pixels away from the sides. Of 24 x 24 places the best is taken.
 */
function roomiestBox(
  polygon: readonly number[],
  width: number,
  height: number,
  keepOut: readonly Rect[],
  least: number,
): Rect | null {
  const corners = polygon.length / 2;
  const xs = polygon.filter((_, i) => i % 2 === 0);
  const ys = polygon.filter((_, i) => i % 2 === 1);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  let area = 0;
  for (let i = 0; i < corners; i++) {
    const j = (i + 1) % corners;
    area += xs[i]! * ys[j]! - xs[j]! * ys[i]!;
  }
  const turn = area < 0 ? -1 : 1;
  const clearance = (cx: number, cy: number): number => {
    let nearest = Number.POSITIVE_INFINITY;
    for (let i = 0; i < corners; i++) {
      const j = (i + 1) % corners;
      const [dx, dy] = [xs[j]! - xs[i]!, ys[j]! - ys[i]!];
      const length = Math.hypot(dx, dy);
      if (length < 1e-6) continue;
      // Distance of the centre to the side, less what the box reaches towards it.
      const centre = (turn * (dx * (cy - ys[i]!) - dy * (cx - xs[i]!))) / length;
      const reach = (Math.abs(dy) * width + Math.abs(dx) * height) / (2 * length);
      nearest = Math.min(nearest, centre - reach);
    }
    return nearest;
  };
  let best: Rect | null = null;
  let most = least;
  if (area === 0) return null;
  for (let i = 1; i < 24; i++) {
    for (let j = 1; j < 24; j++) {
      const cx = left + ((right - left) * i) / 24;
      const cy = top + ((bottom - top) * j) / 24;
      const room = clearance(cx, cy);
      const box = { x: cx - width / 2, y: cy - height / 2, width, height };
      if (room < most || keepOut.some((rect) => overlapArea(rect, box) > 0)) continue;
      best = box;
      most = room;
    }
  }
  return best;
}

/** Words on a map: ink in a casing of paper, like the paths. */
function mapText(
  text: string,
  x: number,
  y: number,
  size: number,
  palette: Palette,
  scale: number,
): TextMark {
  return {
    kind: 'text',
    x,
    y,
    text,
    font: 'sans',
    size,
    weight: 600,
    anchor: 'middle',
    baseline: 'middle',
    color: palette.mapInk,
    halo: { color: palette.mapPaper, width: 2 * scale },
  };
}

/** Ticks and labels in the strip, the names of the weights at its ends. */
function graduation(plane: Plane, { scale, palette, axes, height }: LandscapeBaseInput): Mark[] {
  const { rect, view } = plane;
  const size = 12 * scale;
  const marks: Mark[] = [];
  const tick = (x0: number, y0: number, x1: number, y1: number) =>
    marks.push({
      kind: 'path',
      lines: [[x0, y0, x1, y1]],
      strokes: [{ color: palette.frame, width: 1, cap: 'butt' }],
    });
  const baseline = rect.y + rect.height;
  const below = (baseline + height) / 2 + 1;
  const beside = rect.x / 2 - 0.5;
  const nameX = rect.x + rect.width - 4;
  const nameY = rect.y + 4;
  const freeX = nameX - textWidth(axes.x, size) - size;
  const freeY = nameY + textWidth(axes.y, size) + size;

  const columns = linearTicks(view.x0, view.x1, rect.width / (70 * scale)).map(({ value, label }) => ({
    label,
    at: plane.toPixel(value, 0)[0],
  }));
  for (const { at } of columns) tick(at, baseline, at, baseline + 4);
  for (const { label, at } of withoutCollisions(columns, size))
    if (at + textWidth(label, size) / 2 < freeX && at - textWidth(label, size) / 2 > rect.x - 6)
      marks.push(axisText(palette, scale, label, at, below + 1, 'middle'));

  const rows = linearTicks(view.y0, view.y1, rect.height / (70 * scale)).map(({ value, label }) => ({
    label,
    at: plane.toPixel(0, value)[1],
  }));
  for (const { at } of rows) tick(rect.x, at, rect.x - 4, at);
  for (const { label, at } of withoutCollisions(rows, size))
    if (at - textWidth(label, size) / 2 > freeY && at + textWidth(label, size) / 2 < baseline)
      marks.push(axisText(palette, scale, label, beside - 1, at, 'middle', { rotate: -90 }));

  marks.push(axisText(palette, scale, axes.x, nameX, below + 1, 'end', { strong: true }));
  marks.push(axisText(palette, scale, axes.y, beside - 1, nameY, 'end', { rotate: -90, strong: true }));
  return marks;
}

/** A place that is marked on the map. */
export interface Target {
  readonly kind: 'plant' | 'minimum';
  readonly at: readonly [number, number];
  readonly label: string;
}

export interface LandscapeOverlayInput extends LandscapeFrame {
  readonly side: 'left' | 'right';
  /** The path up to the shown step, and the present iterate (data coordinates); null before the run is open. */
  readonly path: ThinnedPath | null;
  readonly head: readonly [number, number] | null;
  readonly start: { readonly at: readonly [number, number]; readonly label: string } | null;
  readonly targets: readonly Target[];
  readonly crosshair: readonly [number, number] | null;
  /** 0 at the moment of arrival, 1 when the star's pulse has passed; null for none. */
  readonly pulse: number | null;
}

/** Path, start, plant, present iterate and crosshair: what changes with the step. */
export function drawLandscapeOverlay(input: LandscapeOverlayInput): DisplayList {
  const { width, height, scale, view } = input;
  const rect = landscapeRect(width, height, scale);
  const plane = createPlane(view, rect);
  const marks: Mark[] = [];
  if (input.crosshair) marks.push(...crosshairMarks(input.crosshair, plane, input));
  if (input.path) marks.push(...pathMarks(input.path, input));
  marks.push(...placeMarks(plane, input));
  return [{ kind: 'clip', rect, marks }];
}

function pathColour({ side, palette }: LandscapeOverlayInput): string {
  return side === 'left' ? palette.mapLeft : palette.mapRight;
}

/** A coloured stroke with a paper casing and a thin ink line about it: readable on every stop of the ramp. */
function cased(color: string, width: number, palette: Palette, scale: number): StrokeLayer[] {
  return [
    { color: palette.mapInk, width: width + 4 * scale, opacity: 0.5 },
    { color: palette.mapPaper, width: width + 3 * scale },
    { color, width },
  ];
}

function pathMarks(path: ThinnedPath, input: LandscapeOverlayInput): Mark[] {
  const { side, palette, scale } = input;
  const color = pathColour(input);
  return [
    { kind: 'path', lines: path.lines, strokes: cased(color, 2.4 * scale, palette, scale) },
    {
      kind: 'symbols',
      shape: side === 'left' ? 'dot' : 'square',
      points: path.marks,
      size: (side === 'left' ? MARKS.dot : MARKS.square) * scale,
      fill: color,
      strokes: [{ color: palette.mapPaper, width: 1.2 * scale }],
    },
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
    {
      kind: 'path',
      lines,
      strokes: [
        { color: palette.mapPaper, width: 3 * scale, opacity: 0.7 },
        { color: palette.mapInk, width: 1 * scale, opacity: 0.9 },
      ],
    },
  ];
}

function placeMarks(plane: Plane, input: LandscapeOverlayInput): Mark[] {
  const { palette, scale, side } = input;
  const marks: Mark[] = [];
  const labels: LabelRequest[] = [];
  const keepOut: Rect[] = [];
  // A name without its mark in view would point at nothing.
  const name = (request: LabelRequest, size: number): void => {
    if (containsPixel(growRect(plane.rect, size / 2), request.x, request.y)) labels.push(request);
  };
  const box = (x: number, y: number, size: number): Rect => ({
    x: x - size / 2,
    y: y - size / 2,
    width: size,
    height: size,
  });
  const head = input.head ? plane.toPixel(input.head[0], input.head[1]) : null;
  let arrived = false;

  for (const target of input.targets) {
    const [x, y] = plane.toPixel(target.at[0], target.at[1]);
    const size = (target.kind === 'plant' ? MARKS.star : MARKS.ring) * scale;
    const near = head !== null && Math.hypot(head[0] - x, head[1] - y) < ARRIVED * scale;
    arrived ||= near;
    if (input.pulse !== null && target.kind === 'plant')
      marks.push({
        kind: 'circle',
        x,
        y,
        r: size * (0.6 + 1.4 * input.pulse),
        strokes: [{ color: palette.plant, width: 3 * scale * (1 - input.pulse) + 0.5 }],
        opacity: 1 - input.pulse,
      });
    marks.push(...targetMarks(target.kind, x, y, size, input));
    // Room for the outline from the beginning, so that arriving moves no label.
    keepOut.push(box(x, y, OUTLINE * scale));
    name({ text: target.label, x, y, size: 13 * scale, gap: (OUTLINE / 2 + 4) * scale }, size);
  }

  if (input.start) {
    const [x, y] = plane.toPixel(input.start.at[0], input.start.at[1]);
    const size = MARKS.start * scale;
    marks.push({
      kind: 'circle',
      x,
      y,
      r: size / 2,
      fill: palette.mapPaper,
      strokes: [
        { color: palette.mapPaper, width: 5 * scale },
        { color: palette.mapInk, width: 2.5 * scale },
      ],
    });
    keepOut.push(box(x, y, size));
    name({ text: input.start.label, x, y, size: 13 * scale, gap: size / 2 + 5 * scale }, size);
    // The head hides nothing of the handle while it stands on it.
    if (head && Math.abs(head[0] - x) + Math.abs(head[1] - y) < 2) {
      marks.push(headMark(x, y, 7 * scale, input));
      return [...marks, ...labelMarks(labels, plane, keepOut, input)];
    }
  }
  if (head) {
    const size = MARKS.head * scale;
    keepOut.push(box(head[0], head[1], size));
    marks.push(
      arrived ? arrivedMark(head[0], head[1], side, input) : headMark(head[0], head[1], size, input),
    );
  }
  return [...marks, ...labelMarks(labels, plane, keepOut, input)];
}

function targetMarks(
  kind: Target['kind'],
  x: number,
  y: number,
  size: number,
  { palette, scale }: LandscapeOverlayInput,
): Mark[] {
  if (kind === 'plant')
    return [
      {
        kind: 'symbols',
        shape: 'star',
        points: [x, y],
        size,
        fill: palette.plant,
        strokes: [{ color: palette.mapInk, width: 1.4 * scale }],
      },
    ];
  return [
    {
      kind: 'circle',
      x,
      y,
      r: size / 2,
      strokes: [
        { color: palette.mapInk, width: 5 * scale },
        { color: palette.plant, width: 2.6 * scale },
      ],
    },
  ];
}

/** The present iterate: a large dot or square of its side. */
function headMark(x: number, y: number, size: number, input: LandscapeOverlayInput): Mark {
  return {
    kind: 'symbols',
    shape: input.side === 'left' ? 'dot' : 'square',
    points: [x, y],
    size,
    fill: pathColour(input),
    strokes: [{ color: input.palette.mapPaper, width: 2 * input.scale }],
  };
}

/** Arrived: an outline about the star rather than a mark on it. */
function arrivedMark(x: number, y: number, side: 'left' | 'right', input: LandscapeOverlayInput): Mark {
  const size = OUTLINE * input.scale;
  const strokes = cased(pathColour(input), 2.6 * input.scale, input.palette, input.scale);
  if (side === 'left') return { kind: 'circle', x, y, r: size / 2, strokes };
  return {
    kind: 'rect',
    rect: { x: x - size / 2, y: y - size / 2, width: size, height: size },
    radius: 2,
    strokes,
  };
}

function labelMarks(
  requests: readonly LabelRequest[],
  plane: Plane,
  keepOut: readonly Rect[],
  { path, palette, scale }: LandscapeOverlayInput,
): Mark[] {
  return placeLabels(requests, plane.rect, keepOut, path?.lines ?? []).map(({ text, x, y, size }) =>
    mapText(text, x, y, size, palette, scale),
  );
}
