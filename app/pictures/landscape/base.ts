import { type DisplayList, type Mark, pathMark, type TextMark } from '../../charts/display-list.ts';
import {
  type AxisNames,
  axisText,
  borderMark,
  clipped,
  createFrame,
  edgeMarks,
  fitting,
  linearTicks,
} from '../../charts/frame.ts';
import { clipPolygon, createPlane, type Plane, type Rect, type View } from '../../charts/geometry.ts';
import { rest } from '../../charts/paint/in-parts.ts';
import { covered, type Place, placeInTurn } from '../../charts/place-labels.ts';
import { simplify } from '../../charts/simplify.ts';
import { textWidth } from '../../charts/text-width.ts';
import { mapText } from './frame.ts';
import { type ColourBand, type IsoLine, placeIsoLabels } from './iso-lines.ts';
import { type LandscapeLayers, layerMarks } from './layers.ts';
import { landscapeRect, STRIP } from './rect.ts';

export interface LandscapeBaseInput extends LandscapeLayers {
  readonly axes: AxisNames;
  /** Coloured losses and window; null before the first grid. */
  readonly picture: {
    readonly view: View;
    readonly size: number;
    readonly rgba: Uint8ClampedArray<ArrayBuffer>;
    lines(shown?: () => DisplayList): readonly IsoLine[];
    /** Filled regions instead of cells, for vector figures. */
    readonly bands?: readonly ColourBand[];
  } | null;
  /**
   * Flat polygon in data coordinates, label, and a flag for a dark ground; null for none. The label goes into the first of `rooms`, its
   * convex parts, with space.
   */
  readonly deadZone: {
    readonly polygon: readonly number[];
    readonly rooms: readonly (readonly number[])[];
    readonly label: string;
    readonly isDark: boolean;
  } | null;
  /** Marks over the colours, below the rest. */
  readonly flow?: (plane: Plane) => readonly Mark[];
  /** A flat polygon in data coordinates that limits the window, and marks that replace border and graduation. */
  readonly within?: { readonly polygon: readonly number[]; about(plane: Plane): readonly Mark[] } | undefined;
}

/** Draws colours, iso-lines, dead zone, frame and graduation, which do not depend on the step. */
export function drawLandscapeBase(input: LandscapeBaseInput): DisplayList {
  const { palette, view, within } = input;
  const rect = landscapeRect(input.width, input.height, input.scale);
  const plane = createPlane(view, rect);
  const shown = (marks: readonly Mark[]): readonly Mark[] =>
    within ? [{ kind: 'clip', rect, polygon: plane.toPixels(within.polygon), marks }] : marks;
  const map: Mark[] = [];
  const coloured = input.ground ?? input.picture;
  if (!input.ground && input.picture?.bands) map.push(...bandMarks(input.picture.bands, plane));
  else if (coloured) map.push(rasterMark(coloured, plane));
  // Colours, flow and lines are cached with the loss.
  const border = within ? [] : [borderMark(rect, palette.frame, palette)];
  const colours = () => [clipped(rect, shown(map)), ...border];
  rest(colours);
  if (input.flow) map.push(...input.flow(plane));
  rest(colours);
  const lines = input.picture?.lines(colours) ?? [];
  rest(colours);
  const zone = input.deadZone && input.deadZone.polygon.length >= 6 ? input.deadZone : null;
  const deadZone = zone ? deadZoneMarks(zone, plane, input) : null;
  const keepOut = deadZone?.words ? [...input.keepOut, deadZone.words] : input.keepOut;
  const iso = isoMarks(lines, plane, { ...input, keepOut });
  map.push(...iso);
  if (deadZone) map.push(...deadZone.marks);
  // Names also avoid iso-lines' numbers, which may be rotated.
  const numbers = iso.flatMap((mark) => (mark.kind === 'text' ? [roomOf(mark)] : []));
  const layers = layerMarks(plane, { ...input, keepOut: [...keepOut, ...numbers] });
  const about = within ? within.about(plane) : graduation(plane, input);
  return [clipped(rect, [...shown(map), ...layers]), ...about, ...border];
}

function roomOf({ text, x, y, size }: TextMark): Rect {
  const side = Math.max(textWidth(text, size), size);
  return { x: x - side / 2, y: y - side / 2, width: side, height: side };
}

function rasterMark(
  {
    view,
    size,
    rgba,
  }: { readonly view: View; readonly size: number; readonly rgba: Uint8ClampedArray<ArrayBuffer> },
  plane: Plane,
): Mark {
  const [left, top] = plane.toPixel(view.x0, view.y1);
  const [right, bottom] = plane.toPixel(view.x1, view.y0);
  const rect = { x: left, y: top, width: right - left, height: bottom - top };
  return { role: 'loss', kind: 'raster', rect, columns: size, rows: size, rgba };
}

/** Tolerance of a colour border in pixels, below what printers show. */
const BAND_TOLERANCE = 0.05;

function bandMarks(bands: readonly ColourBand[], plane: Plane): Mark[] {
  return bands.map(({ color, rings }) => ({
    role: 'loss',
    kind: 'path',
    lines: rings.map((ring) => simplify(plane.toPixels(ring), BAND_TOLERANCE)),
    closed: true,
    fill: color,
  }));
}

function isoMarks(
  lines: readonly IsoLine[],
  plane: Plane,
  { scale, palette, keepOut }: LandscapeBaseInput,
): Mark[] {
  const size = 11 * scale;
  const { paths, labels } = placeIsoLabels(lines, plane, size, keepOut);
  const marks: Mark[] = lines.map((line, index) => {
    const { width, opacity } = palette.iso[line.major ? 'major' : 'minor'];
    const color = line.t < 0.35 ? palette.mapPaper : palette.mapInk;
    return pathMark(paths[index]!, [{ color, width: width * scale }], { role: 'iso-line', opacity });
  });
  for (const { x, y, rotate, text, level } of labels)
    marks.push({
      role: 'iso-number',
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
      opacity: palette.rule > 1 ? 1 : 0.85,
    });
  return marks;
}

/** Hatches the dead zone, labelled if there is room; also returns the label's box. */
function deadZoneMarks(
  { polygon, rooms, label, isDark }: NonNullable<LandscapeBaseInput['deadZone']>,
  plane: Plane,
  { scale, palette, keepOut }: LandscapeBaseInput,
): { marks: Mark[]; words: Rect | null } {
  const marks: Mark[] = [
    {
      role: 'dead-zone',
      kind: 'hatch',
      polygon: plane.toPixels(polygon),
      spacing: 9 * scale,
      angle: 45,
      stroke: isDark
        ? { color: palette.mapPaper, width: 1 * scale, opacity: 0.35 }
        : { color: palette.mapInk, width: 1 * scale, opacity: 0.22 },
    },
  ];
  const size = 13 * scale;
  const box = [textWidth(label, size) + 4, 1.2 * size] as const;
  // First try to leave room for a mark's own name.
  const named = keepOut.map((rect) => ({ ...rect, x: rect.x - 9 * size, width: rect.width + 18 * size }));
  const parts = rooms.map((room) => clipPolygon(plane.toPixels(room), plane.rect));
  // The first combination of rule and part with space wins.
  const place = [named, keepOut]
    .flatMap((taken) => parts.map((part) => [taken, part] as const))
    .reduce<Place | null>(
      (found, [taken, part]) => found ?? roomiestPlace(part, box, taken, 4 * scale),
      null,
    );
  const words = place?.box ?? null;
  if (words)
    marks.push(mapText(label, words.x + words.width / 2, words.y + words.height / 2, size, palette, scale));
  return { marks, words };
}

/**
 * Returns the box of this size farthest from the sides of a convex polygon (flat, in pixels) and off every keep-out rect; null if none is
 * `least` pixels from the sides. Of 24 x 24 positions the last best one wins.
 */
function roomiestPlace(
  polygon: readonly number[],
  [width, height]: readonly [number, number],
  keepOut: readonly Rect[],
  least: number,
): Place | null {
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
      // Distance of the centre, minus the box's extent.
      const centre = (turn * (dx * (cy - ys[i]!) - dy * (cx - xs[i]!))) / length;
      const reach = (Math.abs(dy) * width + Math.abs(dx) * height) / (2 * length);
      nearest = Math.min(nearest, centre - reach);
    }
    return nearest;
  };
  if (area === 0) return null;
  // In reverse, so that of equals the last wins.
  const steps = Array.from({ length: 23 }, (_, i) => (23 - i) / 24);
  const places = steps.flatMap((across) =>
    steps.map((down) => {
      const [cx, cy] = [left + (right - left) * across, top + (bottom - top) * down];
      const box = { x: cx - width / 2, y: cy - height / 2, width, height };
      return { box, room: clearance(cx, cy) };
    }),
  );
  const cost = ({ box, room }: (typeof places)[number], taken: readonly Rect[]) =>
    room < least || covered(box, taken) > 0 ? Number.POSITIVE_INFINITY : -room;
  return placeInTurn([{ places, cost }], keepOut)[0] ?? null;
}

/** Draws ticks and labels, with the weights' names at the ends. */
function graduation({ rect, view, toPixel }: Plane, input: LandscapeBaseInput): Mark[] {
  const { scale, palette, axes } = input;
  const size = 12 * scale;
  const strip = (STRIP * scale) / 2;
  const { right, bottom } = createFrame(input, rect);
  // Semi-bold letters are a tenth wider.
  const style = { strong: true, room: 0.9 * rect.width };
  const x = axisText(input, axes.x, right - 4, bottom + strip + 2, 'end', style);
  const y = axisText(input, axes.y, rect.x - strip - 1.5, rect.y + 4, 'end', style);
  const ticks = (from: number, to: number, pixels: number, place: (value: number) => number) =>
    linearTicks(from, to, pixels / (70 * scale), place);
  const columns = ticks(view.x0, view.x1, rect.width, (value) => toPixel(value, 0)[0]);
  const rows = ticks(view.y0, view.y1, rect.height, (value) => toPixel(0, value)[1]);
  const lines = [
    ...columns.map(({ at }) => [at, bottom, at, bottom + 4]),
    ...rows.map(({ at }) => [rect.x, at, rect.x - 4, at]),
  ];
  const freeX = x.x - textWidth(axes.x, x.size) - size;
  const freeY = y.y + textWidth(axes.y, y.size) + size;
  return [
    ...lines.map((line): Mark => {
      const strokes = [{ color: palette.frame, width: palette.rule, cap: 'butt' as const }];
      return { kind: 'path', lines: [line], strokes };
    }),
    ...edgeMarks(
      input,
      { values: fitting(columns, size, [rect.x - 6, freeX]), name: x },
      { values: fitting(rows, size, [freeY, bottom]), name: y },
    ),
  ];
}
