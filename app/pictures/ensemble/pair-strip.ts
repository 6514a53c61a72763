import type { Bins } from '../../../engine/ensemble/summary.ts';
import type { DisplayList } from '../../charts/display-list.ts';
import type { Drawing } from '../../charts/frame.ts';
import { sideStyle } from '../../charts/marks/side-style.ts';

/** Most bars of a strip. */
export const MOST_BARS = 250;

/** Share of the runs whose bars are drawn whole; longer bars are cut. */
const WHOLE = 0.95;

export interface PairBars {
  /** Differences in ascending order, positive where the right is better; infinite if a side diverged. */
  readonly heights: readonly number[];
  readonly runsOfBar: number;
  /** Difference of the longest whole bar; 0 if all are 0. */
  readonly most: number;
}

/** Returns the bars of differences (right minus left) with counts; `better` is 1 if more is better, else -1. A bar of several runs has their middle difference. */
export function barsOf({ values, counts }: Bins, better: 1 | -1): PairBars {
  const runs: number[] = [];
  for (const [i, value] of values.entries())
    for (let k = 0; k < counts[i]!; k++) runs.push(value === 0 ? 0 : better * value);
  runs.sort((a, b) => a - b);
  const runsOfBar = Math.max(1, Math.ceil(runs.length / MOST_BARS));
  const heights = Array.from(
    { length: Math.ceil(runs.length / runsOfBar) },
    (_, i) => runs[Math.min(runs.length - 1, i * runsOfBar + (runsOfBar >> 1))]!,
  );
  const sizes = heights
    .map(Math.abs)
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  return { heights, runsOfBar, most: sizes[Math.ceil(WHOLE * sizes.length) - 1] ?? 0 };
}

/** Share of a bar's width that it fills. */
const FILLED = 0.7;

/** Least height in pixels of a bar that is not 0. */
const LEAST = 1;

/** Draws bars up from the zero line in the right's colour, down in the left's, equal runs as ticks on it. */
export function drawPairs(input: Drawing & { readonly bars: PairBars }): DisplayList {
  const { width, height, scale, palette, bars } = input;
  const { heights } = bars;
  const most = bars.most || 1;
  const [highest, lowest] = [heights.at(-1) ?? 0, heights[0] ?? 0];
  const cut = (value: number) => Math.max(-most, Math.min(most, value));
  const [up, down] = [Math.max(0, cut(highest)), Math.max(0, -cut(lowest))];
  const range = up + down || 1;
  const zero = Math.round((height - 2) * (up + down === 0 ? 0.5 : up / range)) + 1;
  const pitch = width / Math.max(1, heights.length);
  const marks = heights.map((value, i): DisplayList[number] => {
    const isBetter = value > 0;
    const room = isBetter ? zero : height - zero;
    const share = Math.abs(cut(value)) / ((isBetter ? up : down) || 1);
    const long = value === 0 ? LEAST : Math.max(LEAST, Math.min(room, share * (room - 1)));
    return {
      kind: 'rect',
      rect: {
        x: (i + (1 - FILLED) / 2) * pitch,
        y: isBetter ? zero - long : zero,
        width: FILLED * pitch,
        height: long,
      },
      fill: value === 0 ? palette.muted : sideStyle(isBetter ? 'right' : 'left', input).color,
    };
  });
  return [
    ...marks,
    {
      kind: 'rect',
      rect: { x: 0, y: zero - scale / 2, width, height: scale },
      fill: palette.ink,
    },
  ];
}
