import { scaleLinear, scaleLog } from 'd3-scale';
import { axisText, hairline, linearTicks, withoutCollisions } from '../charts/axis-marks.ts';
import { chartRect } from '../charts/chart-axes.ts';
import type { DisplayList, Mark } from '../charts/display-list.ts';
import type { Rect } from '../charts/geometry.ts';
import { formatCount } from '../charts/number-label.ts';
import type { Palette } from '../charts/palette.ts';
import { textWidth } from '../charts/text-width.ts';

/** A survival curve: behind step `steps[i]` a share `left[i]` has not arrived; the first entry is (0, 1). */
export interface Survival {
  readonly steps: ArrayLike<number>;
  readonly left: ArrayLike<number>;
}

export interface SurvivalInput {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly palette: Palette;
  readonly left: Survival & { readonly label: string };
  readonly right: Survival & { readonly label: string };
  /** Steps at most: there the runs that have not arrived are censored. */
  readonly limit: number;
  readonly axes: { readonly x: string; readonly y: string };
  /** Beside the mark at the limit. */
  readonly censored: string;
}

/** Both curves as staircases over the logarithm of the step; a hollow mark at the limit stands for the censored runs. */
export function drawSurvival(input: SurvivalInput): DisplayList {
  const { width, height, scale, palette, limit } = input;
  const rect = chartRect(width, height, scale);
  const x = scaleLog([1, Math.max(2, limit)], [rect.x, rect.x + rect.width]);
  const y = scaleLinear([0, 1], [rect.y + rect.height, rect.y]);
  const marks: Mark[] = [...shareAxis(input, rect, (share) => y(share)), ...logAxis(input, rect, x, limit)];
  const sides = [
    { curve: input.left, color: palette.leftPath, text: palette.leftText },
    { curve: input.right, color: palette.rightPath, text: palette.rightText, dash: [9 * scale, 5 * scale] },
  ];
  const place = (step: number) => x(Math.max(1, Math.min(limit, step)));
  const inside: Mark[] = sides.map(({ curve, color, dash }) => ({
    kind: 'path',
    lines: [staircase(curve, limit, place, (share) => y(share))],
    strokes: [{ color, width: 2 * scale, cap: 'butt', ...(dash ? { dash } : {}) }],
  }));
  marks.push({
    kind: 'clip',
    rect: { ...rect, y: rect.y - 2, height: rect.height + 4, width: rect.width + 2 },
    marks: inside,
  });
  for (const { curve, color } of sides) {
    const last = curve.left[curve.left.length - 1] ?? 1;
    if (last > 0)
      marks.push({
        kind: 'symbols',
        shape: 'ring',
        points: [rect.x + rect.width, y(last)],
        size: 8 * scale,
        strokes: [{ color, width: 2 * scale }],
      });
  }
  return [...marks, ...names(input, rect, sides)];
}

/** A staircase in pixels: the share falls at the step. */
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

interface Named {
  readonly curve: { readonly label: string };
  readonly color: string;
  readonly text: string;
  readonly dash?: readonly number[];
}

/** The key in the lower left corner, where a survival curve never is at first. */
function names({ scale, palette, censored }: SurvivalInput, rect: Rect, sides: readonly Named[]): Mark[] {
  const size = 12 * scale;
  const marks: Mark[] = [];
  let y = rect.y + rect.height - (12 + 17 * 2) * scale;
  for (const { curve, color, text, dash } of sides) {
    const x = rect.x + 10 * scale;
    marks.push(
      {
        kind: 'path',
        lines: [[x, y, x + 24 * scale, y]],
        strokes: [{ color, width: 2 * scale, cap: 'butt', ...(dash ? { dash } : {}) }],
      },
      {
        ...axisText(palette, scale, curve.label, x + 30 * scale, y, 'start', { strong: true }),
        color: text,
        halo: { color: palette.paper, width: 2.5 * scale },
      },
    );
    y += 17 * scale;
  }
  const x = rect.x + 22 * scale;
  marks.push(
    {
      kind: 'symbols',
      shape: 'ring',
      points: [x, y],
      size: 8 * scale,
      strokes: [{ color: palette.ink, width: 2 * scale }],
    },
    {
      ...axisText(palette, scale, censored, rect.x + 40 * scale, y, 'start'),
      size,
      halo: { color: palette.paper, width: 2.5 * scale },
    },
  );
  return marks;
}

type ChartInput = Pick<SurvivalInput, 'palette' | 'scale' | 'axes' | 'width'>;

/** Shares 0 to 1 at the left, the axis's name above. */
export function shareAxis(
  { palette, scale, axes }: ChartInput,
  rect: Rect,
  y: (share: number) => number,
): Mark[] {
  const marks: Mark[] = [];
  for (const { value, label } of linearTicks(0, 1, rect.height / (40 * scale))) {
    marks.push(hairline(palette, rect.x, y(value), rect.x + rect.width, y(value)));
    marks.push(axisText(palette, scale, label, rect.x - 6 * scale, y(value), 'end'));
  }
  return [...marks, axisText(palette, scale, axes.y, 4 * scale, 9 * scale, 'start', { strong: true })];
}

function logAxis(
  { palette, scale, axes }: ChartInput,
  rect: Rect,
  x: (step: number) => number,
  limit: number,
): Mark[] {
  const marks: Mark[] = [];
  const bottom = rect.y + rect.height;
  const right = rect.x + rect.width;
  const steps = [];
  for (let power = 1; power <= limit; power *= 10) steps.push(power);
  const free = right - textWidth(axes.x, 12 * scale) - 10 * scale;
  const ticks = steps.map((step) => ({ label: formatCount(step), at: x(step) }));
  for (const { at } of ticks) marks.push(hairline(palette, at, rect.y, at, bottom));
  for (const { label, at } of withoutCollisions(ticks, 12 * scale))
    if (at + textWidth(label, 12 * scale) / 2 < free)
      marks.push(axisText(palette, scale, label, at, bottom + 12 * scale, 'middle'));
  return [...marks, axisText(palette, scale, axes.x, right, bottom + 12 * scale, 'end', { strong: true })];
}
