import { interpolateRgb } from 'd3-interpolate';
import type { Palette } from '../../charts/colour/palette.ts';
import { type DisplayList, type Mark, pathMark, penStroke } from '../../charts/display-list.ts';
import {
  type AxisNames,
  axisText,
  borderMark,
  columnMarks,
  createFrame,
  type Drawing,
  type Frame,
  plotRect,
  roomFor,
} from '../../charts/frame.ts';
import type { Rect } from '../../charts/geometry.ts';
import { textWidth } from '../../charts/text-width.ts';

export interface PhaseInput extends Drawing {
  /** Labels from left and from below. */
  readonly columns: readonly string[];
  readonly rows: readonly string[];
  /** Row by row; NaN where unknown. */
  readonly values: ArrayLike<number>;
  /** Shares from 0 to 1, or differences from -extent to extent. */
  readonly kind: 'share' | 'difference';
  /** Largest difference of the colours. Shares end at 1. */
  readonly extent?: number;
  /** Labelled values of the colour bar. */
  readonly ticks: readonly { readonly value: number; readonly label: string }[];
  readonly axes: AxisNames;
  /** Polylines in cells: 0 is the middle of the first column or row. */
  readonly lines: readonly { readonly points: readonly number[]; readonly strong: boolean }[];
  /** Cell of the keyboard cursor. */
  readonly cursor: number | null;
}

export function phaseRect({
  width,
  height,
  scale,
  rows,
}: Pick<PhaseInput, 'width' | 'height' | 'scale' | 'rows'>): Rect {
  const labels = rows.map((label) => ({ label }));
  const left = roomFor(labels, scale, 40);
  return plotRect({ width, height }, { left, top: 8 * scale, right: 8 * scale, bottom: 66 * scale });
}

export function cellAt(
  input: Pick<PhaseInput, 'width' | 'height' | 'scale' | 'columns' | 'rows'>,
  x: number,
  y: number,
): number | null {
  const { columns, rows } = input;
  const rect = phaseRect(input);
  const column = Math.floor(((x - rect.x) / rect.width) * columns.length);
  const row = Math.floor(((rect.y + rect.height - y) / rect.height) * rows.length);
  if (column < 0 || column >= columns.length || row < 0 || row >= rows.length) return null;
  return row * columns.length + column;
}

/** Returns a value's colour: loss ramp for shares, paper to a side's colour for differences. */
export function phaseColour(palette: Palette, kind: PhaseInput['kind'], value: number, extent = 1): string {
  if (kind === 'difference') {
    // Map colours are dark enough on map paper in every theme.
    const end = value < 0 ? palette.mapLeft : palette.mapRight;
    return interpolateRgb(palette.mapPaper, end)(Math.min(1, Math.abs(value) / extent));
  }
  const { ramp } = palette;
  const at = Math.min(1, Math.max(0, value)) * (ramp.length - 1);
  const below = Math.min(ramp.length - 2, Math.floor(at));
  return interpolateRgb(ramp[below]!, ramp[below + 1]!)(at - below);
}

/** Draws one panel of a phase diagram: a square per cell, hatched if unknown. */
export function drawPhase(input: PhaseInput): DisplayList {
  const { scale, palette, columns, rows, values, kind, cursor } = input;
  const rect = phaseRect(input);
  const frame = createFrame(input, rect);
  const wide = rect.width / columns.length;
  const high = rect.height / rows.length;
  const { right, bottom } = frame;
  const cellRect = (cell: number): Rect => ({
    x: rect.x + (cell % columns.length) * wide,
    y: bottom - (Math.floor(cell / columns.length) + 1) * high,
    width: wide,
    height: high,
  });
  const marks: Mark[] = [
    {
      kind: 'hatch',
      polygon: [rect.x, rect.y, right, rect.y, right, bottom, rect.x, bottom],
      spacing: 7 * scale,
      angle: 45,
      stroke: { color: palette.hairline, width: 1 },
    },
  ];
  for (let cell = 0; cell < columns.length * rows.length; cell++) {
    if (Number.isNaN(values[cell] ?? Number.NaN)) continue;
    const { x, y, width: w, height: h } = cellRect(cell);
    // Half a pixel wider against seams.
    marks.push({
      kind: 'rect',
      rect: { x, y: y - 0.5, width: w + 0.5, height: h + 0.5 },
      fill: phaseColour(palette, kind, values[cell]!, input.extent),
    });
  }
  const lines: Mark[] = input.lines.map(({ points, strong }) =>
    pathMark(
      [
        points.map((value, i) =>
          i % 2 === 0 ? rect.x + (value + 0.5) * wide : bottom - (value + 0.5) * high,
        ),
      ],
      [
        penStroke(palette.mapPaper, (strong ? 5 : 3.4) * scale),
        {
          color: palette.mapInk,
          width: (strong ? 2.2 : 1.3) * scale,
          ...(strong ? {} : { dash: [5 * scale, 4 * scale], cap: 'butt' as const }),
        },
      ],
    ),
  );
  if (lines.length > 0) marks.push({ kind: 'clip', rect, marks: lines });
  marks.push(borderMark(rect, palette.frame, palette));
  if (cursor !== null)
    marks.push({
      kind: 'rect',
      rect: cellRect(cursor),
      strokes: [penStroke(palette.mapPaper, 5 * scale), penStroke(palette.focus, 2.5 * scale)],
    });
  return [...marks, ...labels(input, frame, wide, high), ...colourBar(input, rect)];
}

const STEPS = 64;

function colourBar(input: PhaseInput, rect: Rect): Mark[] {
  const { height, scale, palette, kind, extent = 1, ticks } = input;
  const low = kind === 'difference' ? -extent : 0;
  const bar = { x: rect.x, y: height - 27 * scale, width: rect.width, height: 9 * scale };
  const wide = bar.width / STEPS;
  const marks: Mark[] = Array.from({ length: STEPS }, (_, i) => ({
    kind: 'rect',
    // All but the last cover the next one's seam.
    rect: { ...bar, x: bar.x + i * wide, width: i === STEPS - 1 ? wide : wide + 1 },
    fill: phaseColour(palette, kind, low + ((i + 0.5) / STEPS) * (extent - low), extent),
  }));
  marks.push(borderMark(bar, palette.frame, palette));
  for (const { value, label } of ticks) {
    const share = (value - low) / (extent - low);
    const anchor = share <= 0 ? 'start' : share >= 1 ? 'end' : 'middle';
    marks.push(axisText(input, label, bar.x + share * bar.width, height - 9 * scale, anchor));
  }
  return marks;
}

function labels({ columns, rows, axes }: PhaseInput, frame: Frame, wide: number, high: number): Mark[] {
  const { rect, right, bottom, scale } = frame;
  const places = columns.map((label, i) => ({ label, at: rect.x + (i + 0.5) * wide }));
  const every = Math.max(1, Math.ceil((1.3 * 12 * scale) / high));
  const foot = bottom + 28 * scale;
  const name = (text: string, x: number, anchor: 'start' | 'end', room: number) =>
    axisText(frame, text, x, foot, anchor, { strong: true, room });
  const x = name(axes.x, right, 'end', 0.5 * rect.width);
  // The remaining width, minus the arrow.
  const left = Math.max(0.4 * rect.width, right - textWidth(x.text, x.size) - 36 * scale);
  return [
    ...columnMarks(frame, places, Number.POSITIVE_INFINITY, { below: 11 }),
    ...rows.flatMap((label, i) =>
      i % every === 0 ? [axisText(frame, label, rect.x - 5 * scale, bottom - (i + 0.5) * high, 'end')] : [],
    ),
    x,
    ...(axes.y === '' ? [] : [{ ...name(axes.y, 4 * scale, 'start', left), text: `↑ ${axes.y}` }]),
  ];
}
