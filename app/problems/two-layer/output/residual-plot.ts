import { quickselect } from 'd3-array';
import { mapAxes } from '../../../charts/chart-axes.ts';
import { createRampTable } from '../../../charts/colour/ramp-table.ts';
import {
  type DisplayList,
  type Mark,
  pathMark,
  penStroke,
  symbolsMark,
  type TextMark,
} from '../../../charts/display-list.ts';
import {
  type AxisNames,
  axisText,
  borderMark,
  clipped,
  type Drawing,
  mapRect,
} from '../../../charts/frame.ts';
import { createPlane, type Plane } from '../../../charts/geometry.ts';
import { formatLevel } from '../../../charts/number-label.ts';
import { textWidth } from '../../../charts/text-width.ts';
import { squareView } from '../../kit/square-view.ts';
import { barSigns, type ResidualMap, residualSigns } from './residual-signs.ts';

/**
 * Colours of residuals, green below zero, magenta above. Both ends are equally dark: lightness shows size, and red-green blind eyes see the
 * sign. The same in every theme.
 */
export const RESIDUAL_RAMP = [
  '#3A6410',
  '#5F8C1F',
  '#94B84A',
  '#CBDD9A',
  '#F7F5F0',
  '#EDBEDD',
  '#D77CBB',
  '#B23A93',
  '#7B1E6A',
] as const;

export interface ResidualInput extends Drawing {
  readonly axes: AxisNames;
  /** Samples, flat [a1, a2, ...], and network minus label at each. */
  readonly points: ArrayLike<number>;
  readonly residuals: ArrayLike<number>;
  /** Null without a teacher: samples alone, larger with their residual. */
  readonly map: ResidualMap | null;
  /** Residual of full colour on both maps (see `residualExtent`). */
  readonly extent: number;
}

/** Returns full colour's residual: the 98th percentile of finite sizes, 1 if all are 0. */
export function residualExtent(fields: readonly ArrayLike<number>[]): number {
  const sizes: number[] = [];
  let largest = 0;
  for (const field of fields)
    for (let i = 0; i < field.length; i++) {
      const size = Math.abs(field[i]!);
      if (!(size < Number.POSITIVE_INFINITY)) continue;
      sizes.push(size);
      largest = Math.max(largest, size);
    }
  if (largest === 0) return 1;
  const at = Math.floor(0.98 * (sizes.length - 1));
  quickselect(sizes, at);
  return sizes[at] || largest;
}

let rampTable: Uint8ClampedArray | null = null;

/** Returns the index into the ramp's 256 colours; 127.5 is zero, NaN counts as far above. */
function colourRow(value: number, extent: number): number {
  const share = value / extent;
  return Number.isNaN(share) ? 255 : Math.round(127.5 + 127.5 * Math.max(-1, Math.min(1, share)));
}

/** Colours a map: opaque RGBA, one pixel per cell, top row first. */
export function rasteriseResiduals(
  { columns, rows, values }: Pick<ResidualMap, 'columns' | 'rows' | 'values'>,
  extent: number,
): Uint8ClampedArray<ArrayBuffer> {
  rampTable ??= createRampTable(RESIDUAL_RAMP);
  const rgba = new Uint8ClampedArray(4 * columns * rows);
  for (let row = 0; row < rows; row++) {
    let to = 4 * columns * (rows - 1 - row);
    for (let column = 0; column < columns; column++) {
      const at = 3 * colourRow(values[row * columns + column]!, extent);
      rgba[to++] = rampTable[at]!;
      rgba[to++] = rampTable[at + 1]!;
      rgba[to++] = rampTable[at + 2]!;
      rgba[to++] = 255;
    }
  }
  return rgba;
}

/** Draws a network's residual over the plane and at samples. */
export function drawResidualMap(input: ResidualInput): DisplayList {
  const { width, height, scale, palette, points, map } = input;
  const rect = mapRect(width, height, scale);
  const plane = createPlane(squareView(points, width, height, scale), rect);
  const inside: Mark[] = [];
  if (map) {
    const { x0, x1, y0, y1 } = map.view;
    const [left, top] = plane.toPixel(x0, y1);
    const [right, bottom] = plane.toPixel(x1, y0);
    inside.push({
      role: 'residuals',
      kind: 'raster',
      rect: { x: left, y: top, width: right - left, height: bottom - top },
      columns: map.columns,
      rows: map.rows,
      rgba: rasteriseResiduals(map, input.extent),
    });
    inside.push(residualSigns(map, input.extent, plane, input));
  }
  inside.push(...sampleMarks(plane, input));
  return [
    clipped(rect, inside),
    ...mapAxes(plane, input, input.axes),
    borderMark(rect, map ? palette.frame : palette.hairline, palette),
  ];
}

/** Shades that samples are sorted into. */
const SHADES = 16;

function hex(row: number): string {
  rampTable ??= createRampTable(RESIDUAL_RAMP);
  const [r, g, b] = rampTable.subarray(3 * row, 3 * row + 3);
  return `#${[r!, g!, b!].map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** Draws discs where the network is too high, diamonds where too low. */
function sampleMarks(
  plane: Plane,
  { points, residuals, map, extent, palette, scale }: ResidualInput,
): Mark[] {
  const shades: number[][] = Array.from({ length: SHADES }, () => []);
  for (let i = 0; 2 * i + 1 < points.length; i++) {
    const row = colourRow(residuals[i]!, extent);
    shades[Math.floor((row * SHADES) / 256)]!.push(...plane.toPixel(points[2 * i]!, points[2 * i + 1]!));
  }
  const many = points.length > 400;
  const ink = map ? palette.mapInk : palette.ink;
  const paper = map ? palette.mapPaper : palette.paper;
  const marks: Mark[] = [];
  // The largest residuals last, on top.
  const order = shades.map((_, shade) => shade).sort((a, b) => Math.abs(a - 7.5) - Math.abs(b - 7.5));
  for (const shade of order) {
    if (shades[shade]!.length === 0) continue;
    const share = Math.abs(2 * shade - SHADES + 1) / (SHADES - 1);
    const positive = 2 * shade >= SHADES;
    const width = (many ? 5 : 9) * (map ? 1 : 0.7 + 0.8 * share) * scale;
    marks.push({
      role: 'samples',
      kind: 'symbols',
      shape: positive ? 'dot' : 'diamond',
      points: shades[shade]!,
      // A diamond of the same width has two thirds of a disc's area.
      size: positive ? width : 1.25 * width,
      fill: hex(Math.round((255 * (shade + 0.5)) / SHADES)),
      strokes: [penStroke(paper, (many ? 2.4 : 4.4) * scale), penStroke(ink, (many ? 1.2 : 2.4) * scale)],
    });
  }
  return marks;
}

export interface ResidualLegendInput extends Drawing {
  readonly extent: number;
  readonly title: string;
  /** Words at the ends: "too low", "too high". */
  readonly low: string;
  readonly high: string;
}

/** Height at scale 1 from which the title is above the bar; a narrow legend has no other room. */
const TWO_LINES = 46;

/** Draws the ramp from -extent to extent with words and samples' shapes. Needs a height of 32 · scale. */
export function drawResidualLegend(input: ResidualLegendInput): DisplayList {
  const { width, height, scale, palette, extent, title, low, high } = input;
  const size = 12 * scale;
  const above = height >= TWO_LINES * scale;
  const gap = 8 * scale;
  const symbol = 10 * scale;
  const end = formatLevel(-extent);
  // Ends and zero are labelled below the bar. Words shrink if they leave no room.
  const least = Math.max(40, textWidth(end, size) + textWidth('0', size) + 8 * scale);
  const fixed = 2 * (symbol + 1.5 * gap) + 2 * gap;
  const wide = [above ? '' : title, low, high].map((text) => textWidth(text, size));
  const shrink = Math.min(1, Math.max(1, width - fixed - least) / (wide[0]! + wide[1]! + wide[2]!));
  const bar = {
    x: (wide[0]! + wide[1]!) * shrink + 2 * gap + symbol + 1.5 * gap,
    y: (above ? 21 : 5) * scale,
    width: Math.max(least, width - fixed - (wide[0]! + wide[1]! + wide[2]!) * shrink),
    height: 9 * scale,
  };
  const middle = bar.y + bar.height / 2;
  const titleSize = size * Math.min(1, width / Math.max(1, textWidth(title, size)));
  const text = (words: string, x: number, anchor: 'start' | 'end', strong: boolean): TextMark => ({
    ...axisText(input, words, x, middle, anchor, { strong }),
    size: size * shrink,
  });
  const rgba = rasteriseResiduals(
    { columns: 256, rows: 1, values: Float64Array.from({ length: 256 }, (_, i) => i / 127.5 - 1) },
    1,
  );
  const casing = [{ color: palette.ink, width: 2 * scale }];
  const beside = gap / 2 + symbol / 2;
  const marks: Mark[] = [
    { ...text(title, 0, 'start', true), ...(above && { y: 8 * scale, size: titleSize }) },
    { role: 'colours', kind: 'raster', rect: bar, columns: 256, rows: 1, rgba },
    barSigns(bar, palette, scale),
    borderMark(bar, palette.frame, palette),
    symbolsMark('diamond', [bar.x - beside, middle], symbol, { fill: hex(32), strokes: casing }),
    symbolsMark('dot', [bar.x + bar.width + beside, middle], 0.8 * symbol, {
      fill: hex(223),
      strokes: casing,
    }),
    text(low, bar.x - gap - symbol, 'end', false),
    text(high, bar.x + bar.width + gap + symbol, 'start', false),
  ];
  for (const share of [-1, 0, 1]) {
    const x = bar.x + (bar.width * (share + 1)) / 2;
    const foot = bar.y + bar.height;
    marks.push(
      pathMark([[x, foot, x, foot + 3 * scale]], [{ color: palette.frame, width: 1, cap: 'butt' }]),
      axisText(input, formatLevel(share * extent), x, foot + 10 * scale, 'middle'),
    );
  }
  return marks;
}
