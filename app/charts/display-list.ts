import type { Rect } from './geometry.ts';
import type { MarkRole } from './marks/roles.ts';

/**
 * A picture as plain data, in CSS pixels, first mark lowest. Whatever stands here can be painted on a canvas and written
 * as SVG: strokes in layers are stacked paths, hatching is a clipped set of lines, text is text, a raster is an RGBA image.
 */
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

/** One pen stroke over the outline; several, widest first, make a cased line. */
export interface StrokeLayer {
  readonly color: string;
  readonly width: number;
  /** Default 1. */
  readonly opacity?: number;
  /** On and off lengths in pixels; solid when left out. */
  readonly dash?: readonly number[];
  /** Default 'round'. */
  readonly cap?: 'round' | 'butt';
}

interface Drawn {
  /** What it stands for; not seen. */
  readonly role?: MarkRole;
}

/** Polylines that are stroked together, layer after layer, so that a casing never crosses its own path. */
export interface PathMark extends Drawn {
  readonly kind: 'path';
  /** Flat [x, y, x, y, ...] a polyline. */
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

/** dot: disc · ring: circle without fill · cross: two diagonals without fill · the others are closed outlines, halves those of a disc. */
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

/** The same symbol at one or many places. */
export interface SymbolsMark extends Drawn {
  readonly kind: 'symbols';
  readonly shape: SymbolShape;
  /** Flat [x, y, ...] centres. */
  readonly points: ArrayLike<number>;
  /** Width of the symbol (a star: diameter of its circumscribed circle). */
  readonly size: number;
  readonly fill?: string;
  readonly strokes?: readonly StrokeLayer[];
  readonly opacity?: number;
}

/** Parallel lines inside a polygon. */
export interface HatchMark extends Drawn {
  readonly kind: 'hatch';
  /** Flat [x, y, ...], closed by itself. */
  readonly polygon: ArrayLike<number>;
  /** Distance between lines in pixels. */
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
  /** middle: half the height of a capital lies above y. Backends shift by baselineShift and draw alphabetic. */
  readonly baseline: 'alphabetic' | 'middle';
  readonly color: string;
  readonly halo?: { readonly color: string; readonly width: number; readonly opacity?: number };
  /** Tabular figures: SVG can ask for them; a canvas cannot, and no number that changes in place is drawn on one. */
  readonly tabular?: boolean;
  /** Degrees, clockwise about (x, y). */
  readonly rotate?: number;
  readonly opacity?: number;
}

/** An RGBA image stretched over the rect, smoothly or, where it is crisp, pixel by pixel; its first row is the top. */
export interface RasterMark extends Drawn {
  readonly kind: 'raster';
  readonly rect: Rect;
  readonly columns: number;
  readonly rows: number;
  /** 4 · columns · rows bytes. Never changed after it was first drawn: backends cache by its identity. */
  readonly rgba: Uint8ClampedArray<ArrayBuffer>;
  readonly crisp?: true;
}

/** Marks clipped to the rect, or to the polygon (x and y in turn) where there is one. */
export interface ClipMark {
  readonly kind: 'clip';
  readonly rect: Rect;
  readonly polygon?: readonly number[];
  readonly marks: DisplayList;
}

/** A picture within a picture: marks whose coordinates count from (x, y). */
export interface GroupMark {
  readonly kind: 'group';
  readonly x: number;
  readonly y: number;
  readonly marks: DisplayList;
  /** Names the part in files that people open and edit; not seen. */
  readonly name?: string;
}

/** A whole, round stroke, but for what `rest` says. */
export function penStroke(
  color: string,
  width: number,
  rest: Omit<StrokeLayer, 'color' | 'width'> = {},
): StrokeLayer {
  return { color, width, ...rest };
}

/** Polylines under these strokes. */
export function pathMark(
  lines: PathMark['lines'],
  strokes: readonly StrokeLayer[],
  rest: Omit<PathMark, 'kind' | 'lines' | 'strokes'> = {},
): PathMark {
  return { kind: 'path', lines, strokes, ...rest };
}

/** A symbol of this width at every point. */
export function symbolsMark(
  shape: SymbolShape,
  points: ArrayLike<number>,
  size: number,
  rest: Omit<SymbolsMark, 'kind' | 'shape' | 'points' | 'size'>,
): SymbolsMark {
  return { kind: 'symbols', shape, points, size, ...rest };
}

/** The font stacks behind the two family names; what Latin fonts lack (Chinese) comes from the system's. */
export const FONT_STACKS: Readonly<Record<FontFamily, string>> = {
  sans: '"Inter Variable", system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
  serif: '"Source Serif 4 Variable", Georgia, "Songti SC", "Noto Serif CJK SC", SimSun, serif',
};

/** Pixels by which a text's alphabetic baseline lies below its y. */
export function baselineShift(mark: TextMark): number {
  return mark.baseline === 'middle' ? 0.36 * mark.size : 0;
}

/** Edges of the arc of half a disc. */
const HALF_CORNERS = 12;

/** Corners of a symbol about the origin, flat; empty for dot and ring, which are circles, and cross, which is two lines. */
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
    // The inner radius of a slightly full star: the regular pentagram's 0.382 looks thin at 22 px.
    const radius = i % 2 === 0 ? r : 0.45 * r;
    const angle = -Math.PI / 2 + (i * Math.PI) / 5;
    corners.push(radius * Math.cos(angle), radius * Math.sin(angle));
  }
  return corners;
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹⁻';
const PLAIN = '0123456789\u2212';
const RAISED = new RegExp(`[${SUPERSCRIPTS}]`);

/** A run of text; a raised one is drawn with ordinary digits at SUPERSCRIPT_SIZE, SUPERSCRIPT_RISE of the size higher. */
export interface TextRun {
  readonly text: string;
  readonly raised: boolean;
}

export const SUPERSCRIPT_SIZE = 0.72;
export const SUPERSCRIPT_RISE = 0.36;

/**
 * Splits a text at its superscript characters. Inter's Latin file holds only ¹²³, so that 10⁻⁴ would mix two fonts:
 * the words keep the real characters, the backends draw them from the same font.
 */
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
