import type { SideName } from '../../../../engine/contract.ts';
import type { WedgesTold } from '../../../../engine/problems/vector-output/types.ts';
import { mapAxes } from '../../../charts/chart-axes.ts';
import { categorySymbol, isHollow, mapCategoryColours } from '../../../charts/colour/category-colours.ts';
import { type DrawStyle, type Palette, parseHex } from '../../../charts/colour/palette.ts';
import {
  type DisplayList,
  type Mark,
  pathMark,
  penStroke,
  symbolsMark,
} from '../../../charts/display-list.ts';
import {
  type AxisNames,
  axisText,
  borderMark,
  clipped,
  type Drawing,
  mapRect,
} from '../../../charts/frame.ts';
import { createPlane, type Plane, type Rect, type View } from '../../../charts/geometry.ts';
import { textWidth } from '../../../charts/text-width.ts';
import { squareView } from '../../kit/square-view.ts';
import { mixed } from '../output-looks.ts';
import { lineWithin } from './line-within.ts';

/** Largest output's class per cell, rows from below; -1 in a tie. */
export interface RegionsRaster {
  readonly view: View;
  readonly size: number;
  readonly classes: Int8Array;
}

export interface RegionsInput extends Drawing {
  readonly axes: AxisNames;
  readonly side: SideName;
  readonly hasBias: boolean;
  /** Flat [x, y, ...]; classes; the network's classes (-1: none; empty: unknown). */
  readonly points: ArrayLike<number>;
  readonly classes: ArrayLike<number>;
  readonly answers: ArrayLike<number>;
  /** Exact borders of wedges, else cells; null until known. */
  readonly wedges: WedgesTold | null;
  readonly raster: RegionsRaster | null;
  /** Flat (x, y, offset); ||u|| ||v||; dead flags. */
  readonly neurons: ArrayLike<number>;
  readonly weights: ArrayLike<number>;
  readonly dead: ArrayLike<number>;
  /** (x, y, offset) being read elsewhere; null for none. */
  readonly pointed: readonly [number, number, number] | null;
  readonly names: readonly string[];
}

/** Share of a class's colour; key height in pixels at scale 1. */
const TINT = 0.34;
const KEY = 20;

/** Names below this factor are dropped; their symbols stay. */
const LEAST = 0.7;

/** Uses the map's colours, the same in every theme. */
const onMap = ({ palette, scale }: DrawStyle) => ({
  scale,
  palette: { ...palette, paper: palette.mapPaper, ink: palette.mapInk },
});

export function regionsRect({ width, height, scale }: Drawing): Rect {
  const rect = mapRect(width, height - KEY * scale, scale);
  return { ...rect, y: rect.y + KEY * scale };
}

export const regionsView = (
  points: ArrayLike<number>,
  { width, height, scale }: Drawing,
  hasBias: boolean,
): View => squareView(points, width, height - KEY * scale, scale, hasBias);

export function drawRegions(input: RegionsInput): DisplayList {
  const { palette, points } = input;
  const rect = regionsRect(input);
  const plane = createPlane(regionsView(points, input, input.hasBias), rect);
  const inside = [
    { kind: 'rect', rect, fill: palette.mapPaper } as const,
    ...groundMarks(plane, input),
    ...kinkMarks(plane, input),
    ...(input.pointed ? pointedMarks(plane, input.pointed, input) : []),
    ...sampleMarks(plane, input),
  ];
  return [
    ...keyMarks(input),
    clipped(rect, inside),
    ...mapAxes(plane, input, input.axes),
    borderMark(rect, palette.frame, palette),
  ];
}

/** Returns a class's tint, paper in a tie. */
const tintOf = (k: number, { palette }: DrawStyle) =>
  k < 0
    ? palette.mapPaper
    : mixed([mapCategoryColours[k % mapCategoryColours.length]!, palette.mapPaper], [TINT, 1 - TINT]);

function groundMarks(plane: Plane, input: RegionsInput): Mark[] {
  const { wedges, raster } = input;
  if (wedges) return wedgeMarks(plane, wedges, input);
  if (!raster) return [];
  const { view, size, classes } = raster;
  const [left, top] = plane.toPixel(view.x0, view.y1);
  const [right, bottom] = plane.toPixel(view.x1, view.y0);
  const rgba = rasterise(raster, input);
  const rect = { x: left, y: top, width: right - left, height: bottom - top };
  return classes.length === 0
    ? []
    : [{ role: 'regions', kind: 'raster', rect, columns: size, rows: size, rgba }];
}

/** Cache by cells, which change less often than lines. */
const rasters = new WeakMap<
  Int8Array,
  { readonly palette: Palette; readonly rgba: Uint8ClampedArray<ArrayBuffer> }
>();

/** Returns opaque RGBA, first row on top. */
function rasterise({ size, classes }: RegionsRaster, style: DrawStyle): Uint8ClampedArray<ArrayBuffer> {
  const known = rasters.get(classes);
  if (known?.palette === style.palette) return known.rgba;
  const rgba = new Uint8ClampedArray(4 * size * size);
  rasters.set(classes, { palette: style.palette, rgba });
  const pixels = new Uint32Array(rgba.buffer);
  const colourOf = (k: number) =>
    new Uint32Array(Uint8Array.of(...parseHex(tintOf(k, style)), 255).buffer)[0]!;
  const tints = Uint32Array.from(mapCategoryColours, (_, k) => colourOf(k));
  const none = colourOf(-1);
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++)
      pixels[row * size + column] = tints[classes[(size - 1 - row) * size + column]! % tints.length] ?? none;
  return rgba;
}

/** Draws exact borders. */
function wedgeMarks(plane: Plane, { borders, classes }: WedgesTold, input: RegionsInput): Mark[] {
  const { rect } = plane;
  const [cx, cy] = plane.toPixel(0, 0);
  const count = borders.length / 2;
  if (count === 0) return [{ role: 'regions', kind: 'rect', rect, fill: tintOf(classes[0] ?? 0, input) }];
  const reach = 2 * (rect.width + rect.height);
  const angleOf = (k: number) => Math.atan2(borders[2 * k + 1]!, borders[2 * k]!);
  const marks = Array.from({ length: count }, (_, k): Mark => {
    const from = angleOf(k);
    const turn = (angleOf((k + 1) % count) - from + 4 * Math.PI) % (2 * Math.PI) || 2 * Math.PI;
    const steps = Math.max(2, Math.ceil(turn / 0.5));
    const arc = Array.from({ length: steps + 1 }, (_, i) => {
      const angle = from + (turn * i) / steps;
      return [cx + reach * Math.cos(angle), cy - reach * Math.sin(angle)];
    });
    const fill = tintOf(classes[k]!, input);
    return { role: 'regions', kind: 'path', lines: [[cx, cy, ...arc.flat()]], closed: true, fill };
  });
  const rays = Array.from({ length: count }, (_, k) => [
    cx,
    cy,
    cx + reach * borders[2 * k]!,
    cy - reach * borders[2 * k + 1]!,
  ]);
  const line = penStroke(input.palette.mapInk, 1.4 * input.scale, { opacity: 0.65, cap: 'butt' });
  return [...marks, pathMark(rays, [line], { role: 'band-edge' })];
}

/** Returns the pixels of u.(x, y, 1) = 0 and the unit step to its active side; null if outside. */
function lineOf(plane: Plane, line: readonly [number, number, number]) {
  const found = lineWithin(plane, line);
  const length = Math.hypot(line[0], line[1]);
  // In pixels, y points down.
  return found && { line: found, toActive: [line[0] / length, -line[1] / length] as const };
}

/** Draws heavier lines for larger weights, dotted ones if dead. */
function kinkMarks(plane: Plane, input: RegionsInput): Mark[] {
  const { neurons, weights, dead, side, palette, scale } = input;
  const color = side === 'left' ? palette.mapLeft : palette.mapRight;
  const most = Math.max(...Array.from(weights).filter(Number.isFinite), 0);
  return Array.from({ length: neurons.length / 3 }, (_, j): Mark[] => {
    const found = lineOf(plane, [neurons[3 * j]!, neurons[3 * j + 1]!, neurons[3 * j + 2]!]);
    if (!found || !(weights[j]! > 0)) return [];
    const share = Math.sqrt(weights[j]! / most);
    const width = (0.8 + 1.4 * share) * scale;
    const opacity = dead[j] ? 0.45 : 0.3 + 0.5 * share;
    const dash = dead[j]
      ? { dash: [1.5 * scale, 3 * scale] }
      : side === 'right'
        ? { dash: [7 * scale, 4 * scale] }
        : {};
    return [
      pathMark([found.line], [penStroke(color, width, { ...dash, cap: 'butt', opacity })], {
        role: 'kinks',
      }),
    ];
  }).flat();
}

/** Draws arrows to the active side. */
function pointedMarks(
  plane: Plane,
  at: readonly [number, number, number],
  { palette, scale }: DrawStyle,
): Mark[] {
  const found = lineOf(plane, at);
  if (!found) return [];
  const [x0, y0, x1, y1] = found.line;
  const [ax, ay] = found.toActive;
  const long = 14 * scale;
  const arrows = [0.25, 0.5, 0.75].map((share) => {
    const [x, y] = [x0 + share * (x1 - x0), y0 + share * (y1 - y0)];
    const [tx, ty] = [x + long * ax, y + long * ay];
    const head = (sign: number) => [tx - 5 * scale * (ax - sign * ay), ty - 5 * scale * (ay + sign * ax)];
    return [x, y, tx, ty, ...head(1), tx, ty, ...head(-1)];
  });
  const strokes = [penStroke(palette.mapPaper, 5.4 * scale), penStroke(palette.mapInk, 2.6 * scale)];
  return [pathMark([found.line, ...arrows], strokes, { role: 'hover' })];
}

/** Hollows wrong samples (crosses out those whose shape is hollow), rings undecided ones unless all are. */
function sampleMarks(plane: Plane, input: RegionsInput): Mark[] {
  const { points, classes, answers, scale } = input;
  const many = classes.length > 150;
  const places: number[][] = input.names.map(() => []);
  const crosses: number[] = [];
  const holes: number[] = [];
  const rings: number[] = [];
  for (let i = 0; i < classes.length; i++) {
    const at = plane.toPixel(points[2 * i]!, points[2 * i + 1]!);
    places[classes[i]!]?.push(...at);
    if (i < answers.length && answers[i] !== classes[i])
      (answers[i]! < 0 ? rings : isHollow(classes[i]!) ? crosses : holes).push(...at);
  }
  const style = onMap(input);
  const size = (many ? 6 : 10) * scale;
  const { mapInk, mapPaper } = input.palette;
  const strokes = [penStroke(mapPaper, 4.4 * scale), penStroke(mapInk, 2.2 * scale)];
  return [
    symbolsMark('cross', crosses, 1.7 * size, { role: 'wrong', strokes }),
    symbolsMark('ring', rings.length < 2 * classes.length ? rings : [], 1.7 * size, {
      role: 'undecided',
      strokes,
    }),
    ...places.map((at, k) => ({
      ...categorySymbol(k, at, size, mapCategoryColours, style.palette, many ? 0.6 * scale : scale),
      role: 'samples' as const,
    })),
    symbolsMark('dot', holes, 0.55 * size, { role: 'wrong', fill: mapPaper }),
  ];
}

/** Draws symbols and names above the map, shrunk to fit. */
function keyMarks(input: RegionsInput): Mark[] {
  const { width, scale, palette, names } = input;
  const size = 12 * scale;
  const [before, after] = [16 * scale, 12 * scale];
  const long = names.reduce((sum, name) => sum + textWidth(name, size), 0);
  const room = Math.max(1, width - 24 * scale - names.length * (before + after));
  const shrink = Math.min(1, room / Math.max(1, long));
  let x = 26 * scale;
  return names.flatMap((name, k) => {
    const at = x + 5 * scale;
    const start = x + before;
    x = start + (shrink < LEAST ? 0 : textWidth(name, size) * shrink) + after;
    return [
      {
        ...categorySymbol(
          k,
          [at, 9 * scale],
          9 * scale,
          mapCategoryColours,
          { ...palette, ink: palette.ink },
          scale,
        ),
        role: 'colours' as const,
      },
      ...(shrink < LEAST
        ? []
        : [{ ...axisText(input, name, start, 9 * scale, 'start'), size: size * shrink }]),
    ];
  });
}
