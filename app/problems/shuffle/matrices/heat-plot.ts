import { interpolateLab } from 'd3-interpolate';
import type { SideName } from '../../../../engine/contract.ts';
import type { Permutation } from '../../../../engine/problems/shuffle/types.ts';
import { readableOn } from '../../../charts/colour/category-colours.ts';
import { type DrawStyle, PALETTES, PULL_COLOURS } from '../../../charts/colour/palette.ts';
import {
  type DisplayList,
  type Mark,
  pathMark,
  penStroke,
  symbolsMark,
} from '../../../charts/display-list.ts';
import { axisText, type Drawing } from '../../../charts/frame.ts';
import { growRect, type Rect, type Size } from '../../../charts/geometry.ts';
import { type KeyEntry, keyLine, stretch } from '../../../charts/marks/key-marks.ts';
import { textWidth } from '../../../charts/text-width.ts';
import type { ShuffleMark } from '../shuffle-marks.ts';

/** Displayed row and column, from 0. */
export type Entry = readonly [row: number, column: number];

export interface HeatInput extends Drawing {
  readonly side: SideName;
  readonly n: number;
  /** M, row-major; negative entries only in a stage. */
  readonly matrix: ArrayLike<number>;
  /** Null in a tie, and while asking. */
  readonly nearest: Permutation | null;
  /** n row + column of all tied permutations' entries. */
  readonly tied: readonly number[];
  /** First best permutation; null if unknown or asked for by a scene. */
  readonly best: Permutation | null;
  /** Column of M at each place. */
  readonly order: readonly number[];
  /** 1 - length of each row and column; each sums to P. */
  readonly rows: ArrayLike<number>;
  readonly columns: ArrayLike<number>;
  /** False hides P's parts. */
  readonly bars: boolean;
  /** Group size; n without groups. */
  readonly group: number;
  readonly lit: ShuffleMark | null;
  /** Displayed place being read. */
  readonly read: Entry | null;
  readonly names: Readonly<Record<'rows' | 'columns' | 'penalty' | 'nearest' | 'tied' | 'best', string>>;
}

/** Pixels at scale 1: numbers and names, bars, key. */
const [STRIP, BARS, KEY] = [32, 28, 20];

export interface HeatLayout {
  readonly cells: Rect;
  readonly rows: Rect;
  readonly columns: Rect;
}

export function heatLayout({ width, height }: Size, scale: number): HeatLayout {
  const [strip, bars, key] = [STRIP * scale, BARS * scale, KEY * scale];
  const gap = 4 * scale;
  const side = Math.max(1, Math.min(width - strip - bars - gap - 2, height - strip - bars - gap - key));
  const x = strip + (width - strip - bars - gap - side) / 2;
  const cells = { x, y: strip, width: side, height: side };
  return {
    cells,
    rows: { x: x + side + gap, y: strip, width: bars, height: side },
    columns: { x, y: strip + side + gap, width: side, height: bars },
  };
}

/** Colours from 0 to 1, and from 0 to -1, in every theme. */
const UP = [...PALETTES.light.ramp].reverse();
const LADDER = UP.slice(1).map((to, k) => interpolateLab(UP[k]!, to));
const DOWN = interpolateLab(UP[0]!, PULL_COLOURS.negative);

export function heatColour(value: number): string {
  if (value < 0) return DOWN(Math.min(1, -value));
  const at = Math.max(0, Math.min(1, value)) * LADDER.length;
  const k = Math.min(LADDER.length - 1, Math.floor(at));
  return LADDER[k]!(at - k);
}

function hexOf(value: number): string {
  const [r, g, b] = (heatColour(value).match(/\d+/g) ?? []).map(Number);
  return `#${[r, g, b].map((byte) => byte!.toString(16).padStart(2, '0')).join('')}`;
}

/** Returns the place at a pixel; null outside. */
export function entryAt(
  input: Size & { readonly scale: number; readonly n: number },
  px: number,
  py: number,
): Entry | null {
  const { x, y, width } = heatLayout(input, input.scale).cells;
  const { n } = input;
  const [row, column] = [Math.floor(((py - y) / width) * n), Math.floor(((px - x) / width) * n)];
  return row >= 0 && column >= 0 && row < n && column < n ? [row, column] : null;
}

/** Draws M as colours with its nearest permutation, and rows' and columns' parts of P. */
export function drawHeat(input: HeatInput): DisplayList {
  const layout = heatLayout(input, input.scale);
  const { palette } = input;
  return [
    ...cellMarks(input, layout),
    { kind: 'rect', rect: layout.cells, strokes: [penStroke(palette.frame, palette.rule)] },
    ...groupMarks(input, layout),
    ...overlayMarks(input, layout),
    ...numberMarks(input, layout),
    ...stripMarks(input, layout),
    ...(input.bars ? barMarks(input, layout) : []),
    ...litMarks(input, layout),
    ...readMarks(input, layout),
    ...keyMarks(input, layout),
  ];
}

function cellRect({ n }: HeatInput, { cells }: HeatLayout, [row, column]: Entry): Rect {
  const side = cells.width / n;
  return { x: cells.x + column * side, y: cells.y + row * side, width: side, height: side };
}

/** Returns all places with indices into M. */
function placed({ n, order }: HeatInput): { readonly place: Entry; readonly at: number }[] {
  return Array.from({ length: n * n }, (_, k) => {
    const [row, column] = [Math.floor(k / n), k % n];
    return { place: [row, column] as const, at: n * row + order[column]! };
  });
}

function cellMarks(input: HeatInput, layout: HeatLayout): Mark[] {
  return placed(input).map(({ place, at }) => ({
    role: 'colours',
    kind: 'rect',
    // Avoids seams.
    rect: growRect(cellRect(input, layout, place), 0.25),
    fill: heatColour(input.matrix[at]!),
  }));
}

/** Returns the font size in pixels; 0 if unreadable. */
function numberSize({ n, scale }: HeatInput, { cells }: HeatLayout): number {
  const size = Math.min(13 * scale, (0.3 * cells.width) / n);
  return size > 9.5 ? size : 0;
}

function numberMarks(input: HeatInput, layout: HeatLayout): Mark[] {
  const size = numberSize(input, layout);
  if (size === 0) return [];
  const { n, matrix, tied, best, palette, scale } = input;
  return placed(input).map(({ place, at }) => {
    const { x, y, width } = cellRect(input, layout, place);
    // A star needs the room above.
    const down = best?.[place[0]] === at % n ? 0.64 : 0.5;
    const value = matrix[at]!;
    const color = readableOn(hexOf(value), [palette.mapPaper, palette.mapInk]);
    const text = axisText(input, twoDigits(value), x + width / 2, y + down * width, 'middle');
    // Covers hatching.
    const halo = { color: heatColour(value), width: 4 * scale };
    return { ...text, size, color, ...(tied.includes(at) && { halo }) };
  });
}

/** Formats as .41, and 0 and 1 without decimals. */
function twoDigits(value: number): string {
  if (value === 0 || value === 1) return `${value}`;
  return value
    .toFixed(2)
    .replace(/^(-?)0(?=\.)/, '$1')
    .replace('-', '−');
}

/** Draws lines between groups; between columns only if unsorted. */
function groupMarks({ n, group, order, palette, scale }: HeatInput, { cells }: HeatLayout): Mark[] {
  const lines: number[][] = [];
  const isOwn = order.every((column, k) => column === k);
  for (let k = group; k < n; k += group) {
    const off = (k / n) * cells.width;
    lines.push([cells.x, cells.y + off, cells.x + cells.width, cells.y + off]);
    if (isOwn) lines.push([cells.x + off, cells.y, cells.x + off, cells.y + cells.height]);
  }
  if (lines.length === 0) return [];
  const strokes = [
    penStroke(palette.mapPaper, 4.4 * scale, { cap: 'butt' }),
    penStroke(palette.mapInk, 2 * scale, { cap: 'butt' }),
  ];
  return [pathMark(lines, strokes, { role: 'regions' })];
}

/** Outlines the nearest permutation, hatches tied ones, stars the best. */
function overlayMarks(input: HeatInput, layout: HeatLayout): Mark[] {
  const { n, nearest, tied, best, side, palette, scale } = input;
  const color = side === 'left' ? palette.mapLeft : palette.mapRight;
  const isTied = new Set(tied);
  const long = layout.cells.width / n;
  return placed(input).flatMap(({ place, at }): Mark[] => {
    const [row, column] = [place[0], at % n];
    const rect = growRect(cellRect(input, layout, place), -Math.min(3.4 * scale, 0.12 * long));
    const marks: Mark[] = [];
    if (isTied.has(at)) {
      const { x, y, width, height } = rect;
      const polygon = [x, y, x + width, y, x + width, y + height, x, y + height];
      const hatch = { kind: 'hatch', polygon, spacing: 6 * scale, angle: 45 } as const;
      marks.push(
        { role: 'match', ...hatch, stroke: penStroke(palette.mapPaper, 2.6 * scale, { opacity: 0.8 }) },
        { ...hatch, stroke: penStroke(color, 1.3 * scale) },
        outlineMark(rect, color, input, [4 * scale, 3 * scale]),
      );
    } else if (nearest?.[row] === column) marks.push({ ...outlineMark(rect, color, input), role: 'match' });
    if (best?.[row] === column) {
      const hasNumber = numberSize(input, layout) > 0;
      const size = Math.min(13 * scale, (hasNumber ? 0.34 : 0.42) * long);
      // Above the number, else centred.
      const [across, down] = hasNumber ? [0.76, 0.24] : [0.5, 0.5];
      const cell = cellRect(input, layout, place);
      marks.push(
        symbolsMark('star', [cell.x + across * long, cell.y + down * long], size, {
          role: 'star',
          fill: palette.plant,
          strokes: [penStroke(palette.mapInk, 1.8 * scale)],
        }),
      );
    }
    return marks;
  });
}

export function outlineMark(
  rect: Rect,
  color: string,
  { palette, scale }: DrawStyle,
  dash?: readonly number[],
): Extract<Mark, { kind: 'rect' }> {
  const strokes = [
    penStroke(palette.mapPaper, 5 * scale),
    penStroke(color, 2.8 * scale, dash ? { dash, cap: 'butt' } : {}),
  ];
  return { kind: 'rect', rect, strokes };
}

function stripMarks(input: HeatInput, { cells }: HeatLayout): Mark[] {
  const { n, order, scale, names } = input;
  const side = cells.width / n;
  const near = 8 * scale;
  const far = 23 * scale;
  const room = cells.width;
  return [
    ...order.flatMap((column, k): Mark[] => {
      const at = (k + 0.5) * side;
      return [
        axisText(input, `${k + 1}`, cells.x - 5 * scale, cells.y + at, 'end'),
        axisText(input, `${column + 1}`, cells.x + at, cells.y - near, 'middle'),
      ];
    }),
    axisText(input, names.columns, cells.x + cells.width / 2, cells.y - far, 'middle', {
      strong: true,
      room,
    }),
    axisText(input, names.rows, cells.x - far, cells.y + cells.height / 2, 'middle', {
      strong: true,
      room,
      rotate: -90,
    }),
  ];
}

export const barMark = (
  [x, y, width, height]: readonly [x: number, y: number, width: number, height: number],
  fill: string,
): Mark => ({ role: 'band', kind: 'rect', rect: { x, y, width, height }, fill, opacity: 0.85 });

/** Draws bars of P's parts; full length is that of a uniform row, 1 - 1/sqrt(n). */
function barMarks(input: HeatInput, layout: HeatLayout): Mark[] {
  const { n, order, palette, scale, side } = input;
  const color = side === 'left' ? palette.leftPath : palette.rightPath;
  const most = 1 - 1 / Math.sqrt(n);
  const long = layout.cells.width / n;
  const inset = 0.28 * long;
  const thick = long - 2 * inset;
  const deep = (value: number) => Math.min(1, value / most) * BARS * scale;
  const { rows, columns } = layout;
  return [
    ...order.flatMap((column, k): Mark[] => [
      barMark([rows.x, rows.y + k * long + inset, deep(input.rows[k]!), thick], color),
      barMark([columns.x + k * long + inset, columns.y, thick, deep(input.columns[column]!)], color),
    ]),
    pathMark(
      [
        [rows.x, rows.y, rows.x, rows.y + rows.height],
        [columns.x, columns.y, columns.x + columns.width, columns.y],
      ],
      [penStroke(palette.hairline, palette.rule)],
    ),
  ];
}

function readMarks(input: HeatInput, layout: HeatLayout): Mark[] {
  const { read, palette, scale } = input;
  if (!read) return [];
  const strokes = [penStroke(palette.mapPaper, 5 * scale), penStroke(palette.mapInk, 2.4 * scale)];
  return [{ role: 'hover', kind: 'rect', rect: cellRect(input, layout, read), strokes }];
}

/** Highlights M, its nearest permutation, or the row bars. */
function litMarks(input: HeatInput, layout: HeatLayout): Mark[] {
  const { n, lit, side, nearest, tied, palette, scale } = input;
  const strokes = [penStroke(palette.mapInk, 5.6 * scale), penStroke(palette.plant, 3 * scale)];
  const framed = (rect: Rect): Mark => ({ kind: 'rect', rect, strokes });
  if (lit === side) return [framed(layout.cells)];
  if (lit === 'lengths') return [framed(growRect(layout.rows, 2 * scale))];
  if (lit !== 'rounded') return [];
  return placed(input).flatMap(({ place, at }) =>
    nearest?.[place[0]] === at % n || tied.includes(at)
      ? [framed(growRect(cellRect(input, layout, place), -2 * scale))]
      : [],
  );
}

function keyMarks(input: HeatInput, layout: HeatLayout): Mark[] {
  const { scale, palette, side, names, nearest, tied, best, height, width } = input;
  const color = side === 'left' ? palette.leftPath : palette.rightPath;
  const ink = side === 'left' ? palette.leftText : palette.rightText;
  const dash = nearest ? {} : { dash: [4 * scale, 3 * scale], cap: 'butt' as const };
  const entries: KeyEntry[] = [];
  if (nearest || tied.length > 0)
    entries.push({
      label: nearest ? names.nearest : names.tied,
      color: ink,
      sign: stretch(14 * scale, [penStroke(color, 2.8 * scale, dash)]),
    });
  if (best)
    entries.push({
      label: names.best,
      color: palette.ink,
      sign: (x, y) =>
        symbolsMark('star', [x + 7 * scale, y], 12 * scale, {
          fill: palette.plant,
          strokes: [penStroke(palette.ink, 1.8 * scale)],
        }),
    });
  if (input.bars)
    entries.push({
      label: names.penalty,
      color: ink,
      sign: (x, y) => ({
        kind: 'rect',
        rect: { x, y: y - 5 * scale, width: 14 * scale, height: 10 * scale },
        fill: color,
        opacity: 0.85,
      }),
    });
  const y = Math.min(height - 9 * scale, layout.columns.y + layout.columns.height + 12 * scale);
  // Long lines shrink to 10-pixel type, then drop entries.
  const long = () => entries.reduce((sum, { label }) => sum + 32 * scale + textWidth(label, 10 * scale), 0);
  while (entries.length > 1 && long() > width - 14 * scale) entries.pop();
  const marks = keyLine(input, width - 8 * scale, '', 20 * scale, entries);
  return [{ kind: 'group', x: 0, y: y - 11 * scale, marks }];
}
