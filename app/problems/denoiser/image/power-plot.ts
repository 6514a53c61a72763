import { scaleLog } from 'd3-scale';
import type { SideName } from '../../../../engine/contract.ts';
import { SIDES } from '../../../../engine/side-names.ts';
import {
  type DisplayList,
  type Mark,
  pathMark,
  penStroke,
  symbolsMark,
} from '../../../charts/display-list.ts';
import { axisText, type Drawing, plotRect, type Tick } from '../../../charts/frame.ts';
import { growRect, type Rect, type Size } from '../../../charts/geometry.ts';
import { keyLine } from '../../../charts/marks/key-marks.ts';
import { sideStyle } from '../../../charts/marks/side-style.ts';
import { formatPower } from '../../../charts/number-label.ts';
import { drawChart } from '../../kit/chart.ts';

/** Mean power per frequency on a logarithmic axis, for measured and other frequencies. */

export interface PowerRow {
  readonly label: string;
  readonly group: string;
  /** Not drawn unless positive and finite. */
  readonly values: Readonly<Record<SideName, number>>;
}

export interface PowerInput extends Drawing {
  readonly rows: readonly PowerRow[];
  /** Row being read, from 0. */
  readonly pointed: number | null;
  readonly names: Readonly<Record<SideName, string>>;
  readonly axis: string;
}

const MARGINS = { left: 64, top: 26, right: 14, bottom: 22 };

/** Exponents (base 10) of the axis's ends, extended by numbers beyond. */
const POWERS = [-6, 0] as const;

/** Relative heights of a row and a heading. */
const [ROW, GROUP] = [1, 0.8];

const rectOf = (size: Size, scale: number): Rect =>
  plotRect(size, {
    left: MARGINS.left * scale,
    top: MARGINS.top * scale,
    right: MARGINS.right * scale,
    bottom: MARGINS.bottom * scale,
  });

function bandsOf(rows: readonly Pick<PowerRow, 'group'>[], rect: Rect): Rect[] {
  const heights = rows.map(({ group }) => ROW + (group ? GROUP : 0));
  const unit = rect.height / heights.reduce((sum, height) => sum + height, 0);
  let y = rect.y;
  return heights.map((height) => {
    const band = { ...rect, y, height: unit * height };
    y += band.height;
    return band;
  });
}

/** Returns the row at a pixel; null outside. */
export function rowAt(
  input: Size & { readonly scale: number; readonly rows: readonly Pick<PowerRow, 'group'>[] },
  y: number,
): number | null {
  const found = bandsOf(input.rows, rectOf(input, input.scale)).findIndex(
    (band) => y >= band.y && y < band.y + band.height,
  );
  return found < 0 ? null : found;
}

export function drawPower(input: PowerInput): DisplayList {
  const { rows, pointed, names, axis, palette, scale } = input;
  const rect = rectOf(input, scale);
  const all = rows.flatMap(({ values }) => SIDES.map((side) => values[side])).filter((value) => value > 0);
  const [low, high] = [
    Math.min(POWERS[0], ...all.map((value) => Math.floor(Math.max(-18, Math.log10(value))))),
    Math.max(POWERS[1], ...all.map((value) => Math.ceil(Math.min(300, Math.log10(value))))),
  ];
  const x = scaleLog([10 ** low, 10 ** high], [rect.x, rect.x + rect.width]).clamp(true);
  const every = Math.ceil((high - low) / Math.max(2, rect.width / (52 * scale)));
  const ticks: Tick[] = [];
  for (let power = low; power <= high; power += every)
    ticks.push({ label: formatPower(power), at: x(10 ** power) });
  const bands = bandsOf(rows, rect);
  return [
    ...drawChart(input, {
      rect,
      x: { ticks, to: input.width, hasLines: true },
      layers: () => rows.flatMap((row, i) => rowMarks(input, row, bands[i]!, x, pointed === i)),
    }),
    ...keyLine(
      input,
      input.width - 4 * scale,
      axis,
      16 * scale,
      SIDES.map((side) => {
        const { shape, color, text } = sideStyle(side, { palette, scale });
        return {
          label: names[side],
          color: text,
          sign: (px, py) => symbolsMark(shape, [px + 5 * scale, py], 10 * scale, { fill: color }),
        };
      }),
    ),
    axisText(input, axis, 0, 11 * scale, 'start', { strong: true }),
  ];
}

function rowMarks(
  input: PowerInput,
  { label, group, values }: PowerRow,
  band: Rect,
  x: (value: number) => number,
  isPointed: boolean,
): Mark[] {
  const { palette, scale } = input;
  const head = group ? (band.height * GROUP) / (ROW + GROUP) : 0;
  const middle = band.y + head + (band.height - head) / 2;
  const sides = SIDES.filter((side) => values[side] > 0 && values[side] < Number.POSITIVE_INFINITY);
  const [from, to] = [
    Math.min(...sides.map((side) => x(values[side]))),
    Math.max(...sides.map((side) => x(values[side]))),
  ];
  const row = { ...band, x: 0, width: input.width, y: band.y + head, height: band.height - head };
  return [
    ...(isPointed
      ? [
          {
            role: 'hover',
            kind: 'rect',
            rect: growRect(row, -1),
            fill: palette.hairline,
            opacity: 0.45,
          } as const,
        ]
      : []),
    ...(group ? [axisText(input, group, 0, band.y + 0.6 * head, 'start', { strong: true })] : []),
    axisText(input, label, 8 * scale, middle, 'start', { room: band.x - 14 * scale }),
    ...(sides.length > 1
      ? [pathMark([[from, middle, to, middle]], [penStroke(palette.muted, 1.4 * scale, { cap: 'butt' })])]
      : []),
    ...sides.map((side): Mark => {
      const { shape, color } = sideStyle(side, input);
      const strokes = [penStroke(palette.paper, 3 * scale)];
      return symbolsMark(shape, [x(values[side]), middle], 11 * scale, {
        role: `head-${side}`,
        fill: color,
        strokes,
      });
    }),
  ];
}
