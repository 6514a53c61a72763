import type { SideName } from '../../../../engine/contract.ts';
import { chartRect } from '../../../charts/chart-axes.ts';
import {
  type DisplayList,
  type Mark,
  pathMark,
  penStroke,
  symbolsMark,
} from '../../../charts/display-list.ts';
import { axisText, type Drawing, linearTicks, outline } from '../../../charts/frame.ts';
import { type KeyEntry, keyLine } from '../../../charts/marks/key-marks.ts';
import { sideStyle } from '../../../charts/marks/side-style.ts';
import { textWidth } from '../../../charts/text-width.ts';
import { drawChart } from '../../kit/chart.ts';

export interface ValueBar {
  /** Class or index; `note` is the class' sample count. */
  readonly name: string;
  readonly note: string;
  readonly labels: number;
  /** (s - n beta)_+; null without a formula. */
  readonly target: number | null;
}

export interface ValuesInput extends Drawing {
  readonly axis: string;
  readonly bars: readonly ValueBar[];
  /** In the order of the bars; null if not drawn. */
  readonly left: ArrayLike<number> | null;
  readonly right: ArrayLike<number> | null;
  readonly names: {
    readonly left: string;
    readonly right: string;
    readonly labels: string;
    readonly target: string;
    /** Label for a target of 0. */
    readonly forgotten: string;
  };
}

/** Pixels at scale 1: second line of names, key sign, key line. */
const FOOT = 16;
const SIGN = 15;
const KEY = 18;
/** Pixels of the enlarge button next to a key line. */
const BUTTON = 28;

/** Draws the networks' singular values as bars in outlines of the labels', with ticks at the optimum. */
export function drawValues(input: ValuesInput): DisplayList {
  const { width, height, scale, palette, bars } = input;
  const top = 1.08 * Math.max(1e-9, ...bars.map(({ labels }) => labels).filter(Number.isFinite));
  const whole = chartRect(width, height - FOOT * scale, scale, { y0: 0, y1: top });
  const key = keyOf(input);
  const long = key.reduce((sum, { label }) => sum + (SIGN + 12) * scale + textWidth(label, 13 * scale), 0);
  const isBelow = 12 * scale + textWidth(input.axis, 13 * scale) + long > whole.x + whole.width;
  const head = (isBelow ? 4 + KEY : 4) * scale;
  const rect = { ...whole, y: whole.y + head, height: whole.height - head };
  const [right, bottom] = [rect.x + rect.width, rect.y + rect.height];
  const y = (value: number) => bottom - (rect.height * Math.max(0, Math.min(top, value))) / top;
  const slot = rect.width / Math.max(1, bars.length);
  const half = Math.min(0.36 * slot, 44 * scale);
  const sides = (['left', 'right'] as const).filter((side) => input[side] !== null);
  const marks: Mark[] = bars.flatMap((bar, k) => {
    const x = rect.x + (k + 0.5) * slot;
    const wide = (2 * half - 6 * scale) / Math.max(1, sides.length);
    return [
      ...sides.flatMap((side, i) => {
        const from = x - half + 3 * scale + i * wide;
        return barMarks(side, from, wide, y(input[side]![k] ?? Number.NaN), bottom, input);
      }),
      {
        role: 'outputs-planted',
        kind: 'rect',
        rect: { x: x - half, y: y(bar.labels), width: 2 * half, height: bottom - y(bar.labels) },
        strokes: [{ color: palette.muted, width: 1.2 * scale, dash: [4 * scale, 3 * scale], cap: 'butt' }],
      } as const,
      ...targetMarks(x, half, bar, y, input),
      ...[bar.name, bar.note].map((words, line) =>
        axisText(input, words, x, bottom + (12 + 15 * line) * scale, 'middle', {
          room: slot - 4 * scale,
        }),
      ),
    ];
  });
  return [
    outline(input),
    ...drawChart(input, {
      rect,
      y: { ticks: linearTicks(0, top, rect.height / (50 * scale), y), from: rect.y + 4 * scale },
      layers: () => marks,
    }),
    axisText(input, input.axis, 4 * scale, 11 * scale, 'start', { strong: true }),
    {
      kind: 'group',
      x: 0,
      y: isBelow ? KEY * scale : 0,
      marks: keyLine(input, isBelow ? width - BUTTON : right, isBelow ? '' : input.axis, SIGN * scale, key),
    },
  ];
}

function keyOf(input: ValuesInput): KeyEntry[] {
  const { scale, palette, bars, names } = input;
  const target: KeyEntry = {
    label: names.target,
    color: palette.ink,
    sign: (x, at) =>
      pathMark([[x, at, x + 11 * scale, at]], [penStroke(palette.ink, 3 * scale, { cap: 'butt' })]),
  };
  return [
    ...(['left', 'right'] as const)
      .filter((side) => input[side] !== null)
      .map((side): KeyEntry => {
        const { text, color, shape } = sideStyle(side, input);
        const sign: KeyEntry['sign'] = (x, at) =>
          symbolsMark(shape, [x + 5 * scale, at], 9 * scale, { fill: color });
        return { label: names[side], color: text, sign };
      }),
    ...(bars.some((bar) => bar.target !== null) ? [target] : []),
  ];
}

function barMarks(
  side: SideName,
  x: number,
  width: number,
  top: number,
  foot: number,
  input: ValuesInput,
): Mark[] {
  if (!Number.isFinite(top)) return [];
  const { color } = sideStyle(side, input);
  const rect = { x, y: top, width: Math.max(1, width - 2 * input.scale), height: foot - top };
  return [{ role: `outputs-${side}`, kind: 'rect', rect, fill: color, opacity: 0.85 }];
}

/** Draws the optimum as a heavy tick; crosses out and labels zeros. */
function targetMarks(
  x: number,
  half: number,
  { target }: ValueBar,
  y: (value: number) => number,
  input: ValuesInput,
): Mark[] {
  if (target === null) return [];
  const { palette, scale, names } = input;
  const at = y(target);
  // On the value, not across it: a bar that is there ends at it.
  const middle = at - 1.5 * scale;
  const line = [x - half - 4 * scale, middle, x + half + 4 * scale, middle];
  const tick = pathMark([line], [penStroke(palette.ink, 3 * scale, { cap: 'butt' })], { role: 'criterion' });
  if (target > 0) return [tick];
  const halo = { color: palette.paper, width: 3 * scale };
  return [
    tick,
    symbolsMark('cross', [x, at - 30 * scale], 14 * scale, {
      role: 'wrong',
      strokes: [penStroke(palette.paper, 5 * scale), penStroke(palette.ink, 2.4 * scale)],
    }),
    {
      ...axisText(input, names.forgotten, x, at - 13 * scale, 'middle', {
        strong: true,
        room: 2 * half + 20 * scale,
      }),
      halo,
    },
  ];
}
