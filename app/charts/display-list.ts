import type { Rect } from './geometry.ts';
import type { MarkRole } from './marks/roles.ts';

/** A picture as plain data in CSS pixels, first mark lowest. Every mark can be painted on a canvas and written as SVG. */
export type DisplayList = readonly Mark[];

export type Mark =
  | PathMark
  | CircleMark
  | RectMark
  | SymbolsMark
  | HatchMark
  | TextMark
  | RasterMark
  | ClipMark
  | GroupMark;

/** One stroke of an outline; several, widest first, make a casing. */
export interface StrokeLayer {
  readonly color: string;
  readonly width: number;
  /** Default 1. */
  readonly opacity?: number;
  /** On and off lengths in pixels; default solid. */
  readonly dash?: readonly number[];
  /** Default 'round'. */
  readonly cap?: 'round' | 'butt';
}

interface Drawn {
  /** Meaning, for exported files and tests. */
  readonly role?: MarkRole;
}

/** Polylines stroked together layer by layer, so a casing never crosses its own path. */
export interface PathMark extends Drawn {
  readonly kind: 'path';
  /** Flat [x, y, x, y, ...] per polyline. */
  readonly lines: readonly ArrayLike<number>[];
  readonly closed?: boolean;
  readonly fill?: string;
  readonly strokes?: readonly StrokeLayer[];
  readonly opacity?: number;
}

export interface CircleMark extends Drawn {
  readonly kind: 'circle';
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly fill?: string;
  readonly strokes?: readonly StrokeLayer[];
  readonly opacity?: number;
}

export interface RectMark extends Drawn {
  readonly kind: 'rect';
  readonly rect: Rect;
  /** Corner radius, default 0. */
  readonly radius?: number;
  readonly fill?: string;
  readonly strokes?: readonly StrokeLayer[];
  readonly opacity?: number;
}

/** dot: disc · ring: unfilled circle · cross: two diagonals · others: closed outlines; halves are of a disc. */
export type SymbolShape =
  | 'dot'
  | 'ring'
  | 'square'
  | 'diamond'
  | 'triangle'
  | 'down'
  | 'star'
  | 'cross'
  | 'left-half'
  | 'right-half';

export interface SymbolsMark extends Drawn {
  readonly kind: 'symbols';
  readonly shape: SymbolShape;
  /** Flat [x, y, ...] centres. */
  readonly points: ArrayLike<number>;
  /** Symbol width (a star: diameter of its circumscribed circle). */
  readonly size: number;
  readonly fill?: string;
  readonly strokes?: readonly StrokeLayer[];
  readonly opacity?: number;
}

export interface HatchMark extends Drawn {
  readonly kind: 'hatch';
  /** Flat [x, y, ...], closed implicitly. */
  readonly polygon: ArrayLike<number>;
  readonly spacing: number;
  /** Direction of the lines in degrees, clockwise from the x axis. */
  readonly angle: number;
  readonly stroke: StrokeLayer;
}

export type FontFamily = 'sans' | 'serif';

export interface TextMark extends Drawn {
  readonly kind: 'text';
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly font: FontFamily;
  /** Pixels. */
  readonly size: number;
  readonly weight: number;
  readonly anchor: 'start' | 'middle' | 'end';
  /** middle: half the capital height is above y; backends shift by baselineShift. */
  readonly baseline: 'alphabetic' | 'middle';
  readonly color: string;
  readonly halo?: { readonly color: string; readonly width: number; readonly opacity?: number };
  /** Tabular digits: SVG only. A canvas lacks them, so changing numbers are never drawn on one. */
  readonly tabular?: boolean;
  /** Degrees, clockwise about (x, y). */
  readonly rotate?: number;
  readonly opacity?: number;
}

/** An RGBA image stretched over the rect, smoothly or, if crisp, by pixel; first row on top. */
export interface RasterMark extends Drawn {
  readonly kind: 'raster';
  readonly rect: Rect;
  readonly columns: number;
  readonly rows: number;
  /** 4 · columns · rows bytes. Immutable once drawn: backends cache by identity. */
  readonly rgba: Uint8ClampedArray<ArrayBuffer>;
  readonly crisp?: true;
}

/** Marks clipped to the rect, or to a flat polygon. */
export interface ClipMark {
  readonly kind: 'clip';
  readonly rect: Rect;
  readonly polygon?: readonly number[];
  readonly marks: DisplayList;
}

/** A nested picture: coordinates are relative to (x, y). */
export interface GroupMark {
  readonly kind: 'group';
  readonly x: number;
  readonly y: number;
  readonly marks: DisplayList;
  /** Group name in exported files, for their editors. */
  readonly name?: string;
}

export function penStroke(
  color: string,
  width: number,
  rest: Omit<StrokeLayer, 'color' | 'width'> = {},
): StrokeLayer {
  return { color, width, ...rest };
}

export function pathMark(
  lines: PathMark['lines'],
  strokes: readonly StrokeLayer[],
  rest: Omit<PathMark, 'kind' | 'lines' | 'strokes'> = {},
): PathMark {
  return { kind: 'path', lines, strokes, ...rest };
}

export function symbolsMark(
  shape: SymbolShape,
  points: ArrayLike<number>,
  size: number,
  rest: Omit<SymbolsMark, 'kind' | 'shape' | 'points' | 'size'>,
): SymbolsMark {
  return { kind: 'symbols', shape, points, size, ...rest };
}

/** Font stacks; Chinese glyphs come from system fonts. */
export const FONT_STACKS: Readonly<Record<FontFamily, string>> = {
  sans: '"Inter Variable", system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
  serif: '"Source Serif 4 Variable", Georgia, "Songti SC", "Noto Serif CJK SC", SimSun, serif',
};

/** Returns the pixels from a text's y down to its alphabetic baseline. */
export function baselineShift(mark: TextMark): number {
  return mark.baseline === 'middle' ? 0.36 * mark.size : 0;
}

/** Edges in the arc of a half disc. */
const HALF_CORNERS = 12;

/** Returns a symbol's flat corners about the origin; empty for dot, ring and cross. */
export function symbolOutline(shape: SymbolShape, size: number): number[] {
  const r = size / 2;
  if (shape === 'square') return [-r, -r, r, -r, r, r, -r, r];
  if (shape === 'diamond') return [0, -r, r, 0, 0, r, -r, 0];
  if (shape === 'triangle') return [0, -r, r, 0.75 * r, -r, 0.75 * r];
  if (shape === 'down') return [0, r, r, -0.75 * r, -r, -0.75 * r];
  const corners: number[] = [];
  if (shape === 'left-half' || shape === 'right-half') {
    const sign = shape === 'left-half' ? -1 : 1;
    for (let i = 0; i <= HALF_CORNERS; i++) {
      const angle = (i * Math.PI) / HALF_CORNERS;
      corners.push(sign * r * Math.sin(angle), -r * Math.cos(angle));
    }
  }
  if (shape !== 'star') return corners;
  for (let i = 0; i < 10; i++) {
    // Fuller than the regular pentagram (0.382), which looks thin at 22 px.
    const radius = i % 2 === 0 ? r : 0.45 * r;
    const angle = -Math.PI / 2 + (i * Math.PI) / 5;
    corners.push(radius * Math.cos(angle), radius * Math.sin(angle));
  }
  return corners;
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹⁻';
const PLAIN = '0123456789\u2212';
const RAISED = new RegExp(`[${SUPERSCRIPTS}]`);

/** A run of text; raised ones use ordinary digits at SUPERSCRIPT_SIZE, raised by SUPERSCRIPT_RISE of the size. */
export interface TextRun {
  readonly text: string;
  readonly raised: boolean;
}

export const SUPERSCRIPT_SIZE = 0.72;
export const SUPERSCRIPT_RISE = 0.36;

/** Splits a text at superscripts. Inter's Latin file has only ¹²³, so 10⁻⁴ would mix two fonts: backends raise ordinary digits. */
export function splitSuperscripts(text: string): readonly TextRun[] {
  if (text !== '' && !RAISED.test(text)) return [{ text, raised: false }];
  const runs: { text: string; raised: boolean }[] = [];
  for (const character of text) {
    const at = SUPERSCRIPTS.indexOf(character);
    const raised = at >= 0;
    const drawn = raised ? PLAIN[at]! : character;
    const last = runs.at(-1);
    if (last && last.raised === raised) last.text += drawn;
    else runs.push({ text: drawn, raised });
  }
  return runs;
}
