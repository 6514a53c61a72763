import { scaleLinear, scaleLog } from 'd3-scale';
import { axisText, hairline, linearTicks, withoutCollisions } from '../charts/axis-marks.ts';
import { chartRect } from '../charts/chart-axes.ts';
import type { DisplayList, Mark } from '../charts/display-list.ts';
import { formatPower } from '../charts/number-label.ts';
import type { Palette } from '../charts/palette.ts';
import { textWidth } from '../charts/text-width.ts';

/** Distances below are drawn on the floor: what is left there is rounding. */
const FLOOR = 1e-16;

/** In a reader's program other letters may stand in, which are up to so much wider (figure/caption-marks.ts): nothing may touch then. */
const ROOMY = 1.17;

export interface QuantileInput {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly palette: Palette;
  /** Final distances in ascending order; Infinity of a run that diverged. */
  readonly left: { readonly aways: ArrayLike<number>; readonly label: string };
  readonly right: { readonly aways: ArrayLike<number>; readonly label: string };
  /** The criterion, drawn as a line; the key names it. */
  readonly within: number;
  readonly criterion: string;
  readonly axes: { readonly x: string; readonly y: string };
}

/** Final distances of both sides by rank: a share q of the runs ended nearer than the curve at q. */
export function drawQuantiles(input: QuantileInput): DisplayList {
  const { width, height, scale, palette, left, right, within } = input;
  const rect = chartRect(width, height, scale);
  const bottom = rect.y + rect.height;
  const [low, high] = decades([left.aways, right.aways, [within]]);
  const x = scaleLinear([0, 1], [rect.x, rect.x + rect.width]);
  const y = scaleLog([10 ** low, 10 ** high], [bottom, rect.y]);
  const marks: Mark[] = [];
  const every = Math.max(1, Math.ceil((high - low) / Math.max(2, Math.floor(rect.height / (20 * scale)))));
  for (let power = low; power <= high; power += every) {
    const at = y(10 ** power);
    marks.push(hairline(palette, rect.x, at, rect.x + rect.width, at));
    marks.push(axisText(palette, scale, formatPower(power), rect.x - 6 * scale, at, 'end'));
  }
  const name = input.axes.x;
  const free = rect.x + rect.width - ROOMY * textWidth(name, 12 * scale) - 10 * scale;
  const ticks = linearTicks(0, 1, rect.width / (60 * scale)).map(({ value, label }) => ({
    label,
    at: x(value),
  }));
  for (const { label, at } of withoutCollisions(ticks, 12 * scale))
    if (at + textWidth(label, 12 * scale) / 2 < free)
      marks.push(axisText(palette, scale, label, at, bottom + 12 * scale, 'middle'));
  marks.push(
    axisText(palette, scale, name, rect.x + rect.width, bottom + 12 * scale, 'end', { strong: true }),
  );
  marks.push(axisText(palette, scale, input.axes.y, 4 * scale, 9 * scale, 'start', { strong: true }));

  const line = y(Math.min(10 ** high, Math.max(10 ** low, within)));
  const dashes = [3 * scale, 3 * scale];
  marks.push({
    kind: 'path',
    lines: [[rect.x, line, rect.x + rect.width, line]],
    strokes: [{ color: palette.ink, width: 1.4 * scale, dash: dashes, cap: 'butt' }],
  });
  const sides = [
    { side: left, color: palette.leftPath, text: palette.leftText },
    { side: right, color: palette.rightPath, text: palette.rightText, dash: [9 * scale, 5 * scale] },
  ];
  const curves: Mark[] = sides.map(({ side, color, dash }) => ({
    kind: 'path',
    lines: [ranks(side.aways, rect.width).flatMap(([q, away]) => [x(q), y(Math.max(10 ** low, away))])],
    strokes: [{ color, width: 2 * scale, cap: 'butt', ...(dash ? { dash } : {}) }],
  }));
  marks.push({ kind: 'clip', rect: { ...rect, y: rect.y - 2, height: rect.height + 4 }, marks: curves });
  // All three in the key: a word on the line of the criterion would lie on one of the curves, wherever it stood.
  const keys = [
    ...sides.map(({ side, color, text, dash }) => ({ label: side.label, color, text, width: 2, dash })),
    { label: input.criterion, color: palette.ink, text: palette.ink, width: 1.4, dash: dashes },
  ];
  keys.forEach(({ label, color, text, width, dash }, i) => {
    const at = rect.y + (14 + 17 * i) * scale;
    marks.push(
      {
        kind: 'path',
        lines: [[rect.x + 10 * scale, at, rect.x + 34 * scale, at]],
        strokes: [{ color, width: width * scale, cap: 'butt', ...(dash ? { dash } : {}) }],
      },
      {
        ...axisText(palette, scale, label, rect.x + 40 * scale, at, 'start', { strong: true }),
        color: text,
        halo: { color: palette.paper, width: 2.5 * scale },
      },
    );
  });
  return marks;
}

/** Decades of all finite distances, at least two. */
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

/** Rank and distance, at most two points a pixel; it ends where runs have diverged. */
function ranks(aways: ArrayLike<number>, pixels: number): [number, number][] {
  const count = aways.length;
  const stride = Math.max(1, Math.floor(count / (2 * pixels)));
  const points: [number, number][] = [];
  for (let i = 0; i < count; i += stride)
    if (Number.isFinite(aways[i]!)) points.push([(i + 0.5) / count, aways[i]!]);
  const last = aways[count - 1];
  if (last !== undefined && Number.isFinite(last)) points.push([(count - 0.5) / count, last]);
  return points;
}
