import { scaleLinear, scaleLog } from 'd3-scale';
import { chartRect } from '../../charts/chart-axes.ts';
import { type DisplayList, type Mark, pathMark, type StrokeLayer } from '../../charts/display-list.ts';
import {
  type AxisNames,
  axisText,
  clipped,
  columnMarks,
  createFrame,
  type Drawing,
  linearTicks,
  rowMarks,
  type Tick,
} from '../../charts/frame.ts';
import { keyColumn, stretch } from '../../charts/marks/key-marks.ts';
import { sideStyle } from '../../charts/marks/side-style.ts';
import { formatPower } from '../../charts/number-label.ts';
import { textWidth } from '../../charts/text-width.ts';

/** Smaller distances are rounding, drawn at this floor. */
const FLOOR = 1e-16;

/** Factor for wider fallback fonts in a reader's program (figure/caption-marks.ts): nothing may touch then. */
const ROOMY = 1.17;

/** Ascending final distances, Infinity for diverged runs, and the number of runs with each. */
export interface Distances {
  readonly values: ArrayLike<number>;
  readonly counts: ArrayLike<number>;
}

export interface QuantileInput extends Drawing {
  readonly left: { readonly aways: Distances; readonly label: string };
  readonly right: { readonly aways: Distances; readonly label: string };
  /** The criterion, a line named in the key. */
  readonly within: number;
  readonly criterion: string;
  readonly axes: AxisNames;
}

/** Draws both sides' final distances by rank: a share q of the runs ended below the curve at q. */
export function drawQuantiles(input: QuantileInput): DisplayList {
  const { width, height, scale, palette, within, axes } = input;
  const rect = chartRect(width, height, scale);
  const frame = createFrame(input, rect);
  const { right, bottom } = frame;
  const [low, high] = decades([input.left.aways.values, input.right.aways.values, [within]]);
  const x = scaleLinear([0, 1], [rect.x, right]);
  const y = scaleLog([10 ** low, 10 ** high], [bottom, rect.y]);
  const rows: Tick[] = [];
  const every = Math.max(1, Math.ceil((high - low) / Math.max(2, Math.floor(rect.height / (20 * scale)))));
  for (let power = low; power <= high; power += every)
    rows.push({ label: formatPower(power), at: y(10 ** power) });
  const free = right - ROOMY * textWidth(axes.x, 12 * scale) - 10 * scale;

  const level = y(Math.min(10 ** high, Math.max(10 ** low, within)));
  const dash = [3 * scale, 3 * scale];
  const criterion: StrokeLayer = { color: palette.ink, width: 1.4 * scale, dash, cap: 'butt' };
  const sides = (['left', 'right'] as const).map((side) => {
    const { text, line } = sideStyle(side, input);
    return { side, ...input[side], text, stroke: line(2 * scale) };
  });
  const curves = sides.map(
    ({ side, aways, stroke }): Mark =>
      pathMark(
        [ranks(aways, rect.width).flatMap(([q, away]) => [x(q), y(Math.max(10 ** low, away))])],
        [stroke],
        { role: `curve-${side}` },
      ),
  );
  // All three in the key: a label on the criterion's line would always overlap a curve.
  const entries = [...sides, { label: input.criterion, text: palette.ink, stroke: criterion }];
  const key = entries.map(({ label, text, stroke }) => ({
    label,
    color: text,
    sign: stretch(24 * scale, [stroke]),
  }));
  return [
    ...rowMarks(frame, rows),
    ...columnMarks(frame, linearTicks(0, 1, rect.width / (60 * scale), x), free),
    axisText(frame, axes.x, right, bottom + 12 * scale, 'end', { strong: true }),
    axisText(frame, axes.y, 4 * scale, 9 * scale, 'start', { strong: true }),
    { role: 'criterion', kind: 'path', lines: [[rect.x, level, right, level]], strokes: [criterion] },
    clipped(rect, curves, 2),
    ...keyColumn(frame, rect.x, rect.y + 14 * scale, key),
  ];
}

/** Returns the finite distances' decades, at least two. */
function decades(lists: readonly ArrayLike<number>[]): [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = FLOOR;
  for (const list of lists)
    for (let i = 0; i < list.length; i++) {
      if (!Number.isFinite(list[i]!)) continue;
      low = Math.min(low, Math.max(FLOOR, list[i]!));
      high = Math.max(high, list[i]!);
    }
  const top = Math.ceil(Math.log10(high) + 0.05);
  return [Math.min(Math.floor(Math.log10(Math.min(low, high))), top - 2), top];
}

/** Returns ranks and distances, at most two points per pixel, until the first diverged run. */
function ranks({ values, counts }: Distances, pixels: number): [number, number][] {
  const count = Array.from(counts).reduce((sum, one) => sum + one, 0);
  const stride = Math.max(1, Math.floor(count / (2 * pixels)));
  const points: [number, number][] = [];
  let bin = 0;
  let behind = counts[0] ?? 0;
  for (let i = 0; i < count; i += stride) {
    while (i >= behind) behind += counts[++bin]!;
    if (Number.isFinite(values[bin]!)) points.push([(i + 0.5) / count, values[bin]!]);
  }
  const last = values[values.length - 1];
  if (last !== undefined && Number.isFinite(last)) points.push([(count - 0.5) / count, last]);
  return points;
}
