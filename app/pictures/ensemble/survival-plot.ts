import { scaleLinear, scaleLog } from 'd3-scale';
import type { SideName } from '../../../engine/contract.ts';
import { SIDES } from '../../../engine/side-names.ts';
import { chartRect } from '../../charts/chart-axes.ts';
import { type DisplayList, type Mark, type SymbolsMark, symbolsMark } from '../../charts/display-list.ts';
import {
  type AxisNames,
  axisText,
  clipped,
  columnLines,
  columnMarks,
  createFrame,
  type Drawing,
  linearTicks,
  rowMarks,
  type Tick,
} from '../../charts/frame.ts';
import { type KeyEntry, keyColumn, stretch } from '../../charts/marks/key-marks.ts';
import { sideStyle } from '../../charts/marks/side-style.ts';
import { formatCount } from '../../charts/number-label.ts';
import { textWidth } from '../../charts/text-width.ts';

/** A survival curve: after step `steps[i]` a share `left[i]` has not arrived; the first entry is (0, 1). */
export interface Survival {
  readonly steps: ArrayLike<number>;
  readonly left: ArrayLike<number>;
}

export interface SurvivalInput extends Drawing {
  /** Sides on these axes. */
  readonly sides: Readonly<Partial<Record<SideName, Survival & { readonly label: string }>>>;
  /** Last step, which censors runs that have not arrived. */
  readonly limit: number;
  readonly axes: AxisNames;
  readonly censored: string;
}

/** Draws the curves as staircases over the step's logarithm; a hollow mark at the limit is the censored share. */
export function drawSurvival(input: SurvivalInput): DisplayList {
  const { width, height, scale, palette, limit, axes } = input;
  const rect = chartRect(width, height, scale);
  const frame = createFrame(input, rect);
  const { right, bottom } = frame;
  const x = scaleLog([1, Math.max(2, limit)], [rect.x, right]);
  const y = scaleLinear([0, 1], [bottom, rect.y]);
  const columns: Tick[] = [];
  for (let power = 1; power <= limit; power *= 10) columns.push({ label: formatCount(power), at: x(power) });
  const sides = SIDES.flatMap((side) => {
    const of = input.sides[side];
    return of ? [{ side, ...of, ...sideStyle(side, input), share: of.left[of.left.length - 1] ?? 1 }] : [];
  });
  const place = (step: number) => x(Math.max(1, Math.min(limit, step)));
  const curves = sides.map((side): Mark => {
    const lines = [staircase(side, limit, place, y)];
    return { role: `curve-${side.side}`, kind: 'path', lines, strokes: [side.line(2 * scale)] };
  });
  const ring = (x: number, y: number, color: string): SymbolsMark =>
    symbolsMark('ring', [x, y], 8 * scale, { strokes: [{ color, width: 2 * scale }] });
  const key: KeyEntry[] = sides.map(({ label, text, line }) => ({
    label,
    color: text,
    sign: stretch(24 * scale, [line(2 * scale)]),
  }));
  const sign: KeyEntry['sign'] = (x, y) => ring(x + 12 * scale, y, palette.ink);
  const censored = { label: input.censored, color: palette.muted, quiet: true, sign };
  return [
    ...rowMarks(frame, linearTicks(0, 1, rect.height / (40 * scale), y)),
    axisText(frame, axes.y, 4 * scale, 9 * scale, 'start', { strong: true }),
    ...columnLines(frame, columns),
    ...columnMarks(frame, columns, right - textWidth(axes.x, 12 * scale) - 10 * scale),
    axisText(frame, axes.x, right, bottom + 12 * scale, 'end', { strong: true }),
    clipped({ ...rect, width: rect.width + 2 }, curves, 2),
    ...sides.flatMap(({ side, share, color }): Mark[] =>
      share > 0 ? [{ ...ring(right, y(share), color), role: `censored-${side}` }] : [],
    ),
    // A survival curve never reaches the lower left corner early.
    ...keyColumn(frame, rect.x, bottom - 46 * scale, [...key, censored]),
  ];
}

/** Returns a staircase in pixels that falls at each step. */
function staircase(
  { steps, left }: Survival,
  limit: number,
  x: (step: number) => number,
  y: (share: number) => number,
): number[] {
  const points = [x(1), y(1)];
  for (let i = 1; i < steps.length; i++)
    points.push(x(steps[i]!), y(left[i - 1]!), x(steps[i]!), y(left[i]!));
  points.push(x(limit), y(left[left.length - 1] ?? 1));
  return points;
}
