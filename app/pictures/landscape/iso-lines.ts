import {
  EXCESS_FLOOR,
  excessPosition,
  type LossGrid,
  type SideScale,
} from '../../charts/colour/loss-colour.ts';
import {
  clipSegment,
  containsPixel,
  growRect,
  type Plane,
  type Rect,
  type View,
} from '../../charts/geometry.ts';
import { formatLevel } from '../../charts/number-label.ts';
import { covered, type Place, placeInTurn } from '../../charts/place-labels.ts';
import { textWidth } from '../../charts/text-width.ts';
import { traceLevels } from '../../charts/trace-levels.ts';

export interface IsoLevel {
  readonly excess: number;
  readonly major: boolean;
}

/** A level's flat lines [x, y, ...] in data coordinates; closed ones repeat their first point. */
export interface IsoLine extends IsoLevel {
  /** The level's position on the ramp. */
  readonly t: number;
  readonly lines: readonly Float64Array[];
}

const LINES = 12;
/** Lines per decade that include the powers of ten. */
const DENSITIES = [1, 2, 3, 4, 6, 8, 12, 16, 24, 48];

/**
 * Returns about 12 levels evenly spaced in log excess strictly between lo and hi, on a lattice with the powers of ten, which are major:
 * over four decades three lines each. With fewer than two powers of ten every fourth is major.
 */
export function isoLevels(scale: SideScale): IsoLevel[] {
  const low = Math.log10(scale.lo);
  const high = Math.log10(scale.hi);
  const ideal = LINES / (high - low);
  const density = DENSITIES.reduce((a, b) => (Math.abs(b - ideal) < Math.abs(a - ideal) ? b : a));
  const first = Math.floor(low * density + 1e-9) + 1;
  const last = Math.ceil(high * density - 1e-9) - 1;
  const powers = Math.floor(last / density) - Math.ceil(first / density) + 1;
  const levels: IsoLevel[] = [];
  for (let k = first; k <= last; k++) {
    const major = powers >= 2 ? k % density === 0 : (k - first) % 4 === 2;
    levels.push({ excess: 10 ** (k / density), major });
  }
  return levels;
}

/**
 * Traces levels by marching squares on the log excess, in data coordinates. The grid is extended by half a cell and border segments are
 * dropped, so lines are open and reach the frame. Non-finite values are above every level.
 */
export function traceIsoLines(grid: LossGrid, view: View, scale: SideScale): IsoLine[] {
  return [...isoLinesOf(grid, view, scale)];
}

/** Yields the same lines one by one. */
export function* isoLinesOf(grid: LossGrid, view: View, scale: SideScale): Generator<IsoLine, void> {
  if (grid.columns < 2 || grid.rows < 2) return;
  const levels = isoLevels(scale);
  const logs = levels.map(({ excess }) => Math.log10(excess));
  let k = 0;
  for (const lines of traceLogs(grid, view, scale, logs, withoutBorder)) {
    const level = levels[k++]!;
    yield { ...level, t: excessPosition(scale, scale.reference + level.excess), lines };
  }
}

/** Colour bands between iso-lines: enough that steps are barely visible. */
const BANDS = 4;

/** A colour to fill over lower ones: flat rings in data coordinates, holes running the other way. */
export interface ColourBand {
  readonly color: string;
  readonly rings: readonly Float64Array[];
}

/**
 * Returns the loss as filled regions: the view in the lowest band's colour, then the region above each level. Every iso-line borders two
 * bands. `table`: the ramp's 256 colours; non-finite values are above every level.
 */
export function traceBands(
  grid: LossGrid,
  view: View,
  scale: SideScale,
  table: ArrayLike<number>,
): ColourBand[] {
  const { columns, rows } = grid;
  const [low, high] = [Math.log10(scale.lo), Math.log10(scale.hi)];
  const lines = isoLevels(scale).map(({ excess }) => Math.log10(excess));
  const step = lines.length > 1 ? (lines[1]! - lines[0]!) / BANDS : (high - low) / 48;
  const anchor = lines[0] ?? low;
  const levels: number[] = [];
  for (let k = Math.ceil((low - anchor) / step + 1e-9); anchor + k * step < high; k++)
    levels.push(anchor + k * step);
  const colorAt = (log: number): string => {
    const t = excessPosition(scale, scale.reference + 10 ** log);
    const at = 3 * Math.round(255 * t);
    return `#${[0, 1, 2].map((i) => table[at + i]!.toString(16).padStart(2, '0')).join('')}`;
  };
  const { x0, x1, y0, y1 } = view;
  const bands: ColourBand[] = [
    { color: colorAt(low), rings: [Float64Array.of(x0, y0, x1, y0, x1, y1, x0, y1)] },
  ];
  if (columns < 2 || rows < 2) return bands;
  let k = 0;
  for (const rings of traceLogs(grid, view, scale, levels, (ring) => [ring])) {
    const middle = (levels[k]! + (levels[++k] ?? high)) / 2;
    if (rings.length > 0) bands.push({ color: colorAt(middle), rings });
  }
  return bands;
}

/** Yields each ring's lines by level of log10 excess, in data coordinates. */
function* traceLogs(
  grid: LossGrid,
  view: View,
  scale: SideScale,
  levels: readonly number[],
  linesOf: (ring: Float64Array, width: number, height: number) => readonly Float64Array[],
): Generator<Float64Array[], void> {
  const [width, height] = [grid.columns + 2, grid.rows + 2];
  const dx = (view.x1 - view.x0) / grid.columns;
  const dy = (view.y1 - view.y0) / grid.rows;
  for (const rings of traceLevels(paddedLogs(grid, scale), width, height, levels)) {
    const lines = rings.flatMap((ring) => linesOf(ring, width, height));
    for (const line of lines)
      for (let i = 0; i < line.length; i += 2) {
        line[i] = view.x0 + (line[i]! - 1) * dx;
        line[i + 1] = view.y0 + (line[i + 1]! - 1) * dy;
      }
    yield lines;
  }
}

/** Returns log10 of the excess, extended linearly by a ring of cells. */
function paddedLogs(grid: LossGrid, scale: SideScale): Float64Array {
  const { columns, rows, values } = grid;
  const wide = columns + 2;
  const out = new Float64Array(wide * (rows + 2));
  const top = Math.log10(scale.hi) + 2;
  // Clamp the depth: -16 next to -4 would distort the interpolation.
  const bottom = Math.log10(Math.max(scale.lo / 10, EXCESS_FLOOR));
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const excess = values[row * columns + column]! - scale.reference;
      const log = Number.isFinite(excess) ? Math.log10(Math.max(excess, EXCESS_FLOOR)) : top;
      out[(row + 1) * wide + column + 1] = Math.min(top, Math.max(bottom, log));
    }
  }
  for (let row = 1; row <= rows; row++) {
    const at = row * wide;
    out[at] = 2 * out[at + 1]! - out[at + 2]!;
    out[at + columns + 1] = 2 * out[at + columns]! - out[at + columns - 1]!;
  }
  for (let column = 0; column < wide; column++) {
    out[column] = 2 * out[wide + column]! - out[2 * wide + column]!;
    const end = (rows + 1) * wide + column;
    out[end] = 2 * out[end - wide]! - out[end - 2 * wide]!;
  }
  return out;
}

/** Cuts a closed ring at segments on the border. */
function withoutBorder(ring: Float64Array, width: number, height: number): Float64Array[] {
  const count = ring.length / 2 - 1;
  const isOutside = (i: number): boolean =>
    ring[2 * i]! <= 0 || ring[2 * i]! >= width || ring[2 * i + 1]! <= 0 || ring[2 * i + 1]! >= height;
  let start = 0;
  while (start < count && !isOutside(start)) start++;
  if (start === count) return [ring];
  const pieces: Float64Array[] = [];
  let piece: number[] = [];
  for (let i = 1; i <= count; i++) {
    const at = (start + i) % count;
    if (!isOutside(at)) piece.push(ring[2 * at]!, ring[2 * at + 1]!);
    else {
      if (piece.length > 2) pieces.push(Float64Array.from(piece));
      piece = [];
    }
  }
  return pieces;
}

/** A major line's label: centre in pixels, degrees clockwise, never upside down. */
export interface IsoLabel {
  readonly x: number;
  readonly y: number;
  readonly rotate: number;
  readonly text: string;
  readonly level: number;
  /** Index of the polyline, and the arc lengths in pixels between which the label interrupts it. */
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

/** Iso-lines in pixels and their labels. */
export interface PlacedIsoLines {
  /** Flat pixel polylines by level, cut at labels. */
  readonly paths: readonly (readonly Float64Array[])[];
  readonly labels: readonly IsoLabel[];
}

/**
 * Converts iso-lines to pixels and labels each major level once, where the line is horizontal and straight enough and `size` away from
 * frame, keep-out rects and other labels, if anywhere.
 */
export function placeIsoLabels(
  lines: readonly IsoLine[],
  plane: Plane,
  size: number,
  keepOut: readonly Rect[],
): PlacedIsoLines {
  const inner = growRect(plane.rect, -0.9 * size);
  const paths: Float64Array[][] = lines.map((level) =>
    level.lines.map((line) => Float64Array.from(plane.toPixels(line))),
  );
  const majors = lines.flatMap(({ major }, level) => (major ? [level] : []));
  const wanted = majors.map((level) => ({
    places: isoPlaces(paths[level]!, level, formatLevel(lines[level]!.excess), size, plane.rect, inner),
    cost: ({ box, tilt }: IsoPlace, taken: readonly Rect[]) =>
      covered(box, taken) > 0 ? Number.POSITIVE_INFINITY : tilt,
  }));
  const labels = placeInTurn(wanted, keepOut, size).flatMap((place) => (place ? [place.label] : []));
  for (const label of labels) {
    const level = paths[label.level]!;
    const path = level[label.line]!;
    // Append the second piece, so other indices stay.
    level[label.line] = cutPath(path, 0, label.from);
    level.push(cutPath(path, label.to, Infinity));
  }
  return { paths, labels };
}

interface IsoPlace extends Place {
  readonly label: IsoLabel;
  /** Deviation from horizontal and straight. */
  readonly tilt: number;
}

/** Yields straight enough positions inside the map. */
function* isoPlaces(
  paths: readonly Float64Array[],
  level: number,
  text: string,
  size: number,
  rect: Rect,
  inner: Rect,
): Generator<IsoPlace> {
  const half = textWidth(text, size) / 2 + 0.35 * size;
  for (const [line, path] of paths.entries()) {
    const arc = arcLengths(path);
    const total = arc.at(-1) ?? 0;
    if (total < 5 * half) continue;
    for (const s of placesInside(path, arc, rect, half, total - half)) {
      const [ax, ay] = pointAt(path, arc, s - half);
      const [x, y] = pointAt(path, arc, s);
      const [bx, by] = pointAt(path, arc, s + half);
      const bend = 1 - Math.hypot(bx - ax, by - ay) / (2 * half);
      if (bend > 0.03) continue;
      let angle = Math.atan2(by - ay, bx - ax);
      if (angle > Math.PI / 2) angle -= Math.PI;
      if (angle <= -Math.PI / 2) angle += Math.PI;
      const w = half * Math.abs(Math.cos(angle)) + 0.6 * size * Math.abs(Math.sin(angle));
      const h = half * Math.abs(Math.sin(angle)) + 0.6 * size * Math.abs(Math.cos(angle));
      const box = { x: x - w, y: y - h, width: 2 * w, height: 2 * h };
      if (!containsPixel(inner, box.x, box.y) || !containsPixel(inner, box.x + 2 * w, box.y + 2 * h))
        continue;
      const rotate = (angle * 180) / Math.PI;
      const label = { x, y, rotate, text, level, line, from: s - half, to: s + half };
      yield { box, label, tilt: Math.abs(angle) + 20 * bend };
    }
  }
}

/** Pixels between tried positions. */
const APART = 6;

/**
 * Yields arc lengths from `first` to `last`, `APART` apart, at which a flat polyline is within a rect. Skips parts outside, almost all in a
 * small window.
 */
function* placesInside(
  path: Float64Array,
  arc: Float64Array,
  rect: Rect,
  first: number,
  last: number,
): Generator<number> {
  const most = (rect.width + rect.height) / APART;
  for (let i = 1; i < arc.length; i++) {
    const ax = path[2 * i - 2]!;
    const ay = path[2 * i - 1]!;
    const bx = path[2 * i]!;
    const by = path[2 * i + 1]!;
    const part = clipSegment(ax, ay, bx, by, rect);
    if (!part) continue;
    const place = (x: number, y: number) => (arc[i - 1]! + Math.hypot(x - ax, y - ay) - first) / APART;
    const from = Math.max(0, Math.ceil(place(part[0], part[1])));
    const to = place(part[2], part[3]);
    // Counted, since adding to a large arc length may not change it.
    for (let n = 0; n <= most && from + n <= to; n++) {
      const s = first + APART * (from + n);
      if (s <= last) yield s;
    }
  }
}

/** Returns a flat polyline's arc length at each point. */
function arcLengths(path: Float64Array): Float64Array {
  const out = new Float64Array(path.length / 2);
  for (let i = 1; i < out.length; i++) {
    out[i] = out[i - 1]! + Math.hypot(path[2 * i]! - path[2 * i - 2]!, path[2 * i + 1]! - path[2 * i - 1]!);
  }
  return out;
}

function pointAt(path: Float64Array, arc: Float64Array, s: number): [number, number] {
  let low = 0;
  let high = arc.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (arc[middle]! <= s) low = middle;
    else high = middle;
  }
  const span = arc[high]! - arc[low]!;
  const t = span > 0 ? Math.min(1, Math.max(0, (s - arc[low]!) / span)) : 0;
  return [
    path[2 * low]! + t * (path[2 * high]! - path[2 * low]!),
    path[2 * low + 1]! + t * (path[2 * high + 1]! - path[2 * low + 1]!),
  ];
}

function cutPath(path: Float64Array, from: number, to: number): Float64Array {
  const arc = arcLengths(path);
  const total = arc.at(-1) ?? 0;
  const end = Math.min(to, total);
  if (end <= from) return new Float64Array(0);
  const out: number[] = [...pointAt(path, arc, from)];
  for (let i = 0; i < arc.length; i++) {
    if (arc[i]! > from && arc[i]! < end) out.push(path[2 * i]!, path[2 * i + 1]!);
  }
  out.push(...pointAt(path, arc, end));
  return Float64Array.from(out);
}
