import type { SideName } from '../../../../engine/contract.ts';
import { type Mark, pathMark, penStroke } from '../../../charts/display-list.ts';
import { type Drawing, linearTicks, plotRect, roomFor } from '../../../charts/frame.ts';
import type { Rect } from '../../../charts/geometry.ts';
import { sideStyle } from '../../../charts/marks/side-style.ts';
import { drawChart } from '../../kit/chart.ts';
import type { NeuronsInput, SideNeurons } from './neurons-input.ts';

/** Rounds up to 1, 2 or 5 times a power of ten, so that the scale seldom changes. */
export function ceilingOf(value: number): number {
  if (!(value > 0) || !Number.isFinite(value)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return (([1, 2, 5].find((step) => step * power >= value) ?? 10) as number) * power;
}

/** Lays out a side's bars; `slot` is the pitch in pixels. */
export function barsIn(rect: Rect, { hidden, target }: SideNeurons, { scale }: Pick<Drawing, 'scale'>) {
  let most = 0;
  for (const values of [hidden, target])
    for (let j = 0; j < values.length; j++)
      if (values[j]! > most && Number.isFinite(values[j]!)) most = values[j]!;
  const top = ceilingOf(most);
  const rows = linearTicks(0, top, Math.max(1, rect.height / (50 * scale)));
  const plot = plotRect(rect, {
    left: roomFor(rows, scale),
    top: 4 * scale,
    right: 8 * scale,
    bottom: 8 * scale,
  });
  const inner = { ...plot, x: rect.x + plot.x, y: rect.y + plot.y };
  return { plot: inner, top, slot: inner.width / Math.max(1, hidden.length) };
}

/** Draws h_j: filled if pushed out, hollow if pulled in, a cross if silent; h* as a tick. */
export function barMarks(side: SideName, neurons: SideNeurons, rect: Rect, input: NeuronsInput): Mark[] {
  const { palette, scale, pointed } = input;
  const { color } = sideStyle(side, input);
  const { plot, top, slot } = barsIn(rect, neurons, input);
  const bottom = plot.y + plot.height;
  const y = (value: number) => bottom - (plot.height * Math.max(0, Math.min(top, value))) / top;
  const wide = Math.max(0.6, Math.min(44 * scale, 0.72 * slot));
  const isHollow = slot > 4 * scale;
  const [out, inwards, ticks]: [number[][], number[][], number[][]] = [[], [], []];
  const dead: number[][] = [];
  for (let j = 0; j < neurons.hidden.length; j++) {
    const from = plot.x + (j + 0.5) * slot - wide / 2;
    const h = neurons.hidden[j]!;
    const bar = [from, bottom, from, y(h), from + wide, y(h), from + wide, bottom];
    if (neurons.silent[j]) {
      const [cx, arm] = [from + wide / 2, Math.min(4 * scale, slot / 2)];
      const cy = bottom - 6 * scale;
      dead.push([cx - arm, cy - arm, cx + arm, cy + arm], [cx - arm, cy + arm, cx + arm, cy - arm]);
    } else if (Number.isFinite(h)) ((neurons.pulls[j] ?? 0) < 0 ? inwards : out).push(bar);
    const target = neurons.target[j] ?? 0;
    if (target > 0) ticks.push([from - 0.1 * wide, y(target), from + 1.1 * wide, y(target)]);
  }
  const read = pointed?.side === side && pointed.j < neurons.hidden.length ? pointed.j : -1;
  return [
    ...drawChart(input, {
      rect: plot,
      y: { ticks: linearTicks(0, top, Math.max(1, rect.height / (50 * scale)), y) },
    }),
    ...(read >= 0
      ? [
          {
            role: 'hover',
            kind: 'rect',
            rect: { x: plot.x + read * slot, y: plot.y, width: Math.max(2, slot), height: plot.height },
            fill: palette.ink,
            opacity: 0.12,
          } as const,
        ]
      : []),
    { role: `neurons-positive-${side}`, kind: 'path', lines: out, closed: true, fill: color },
    {
      role: `neurons-negative-${side}`,
      kind: 'path',
      lines: inwards,
      closed: true,
      fill: isHollow ? palette.paper : color,
      opacity: isHollow ? 1 : 0.45,
      strokes: isHollow ? [penStroke(color, 1.6 * scale)] : [],
    },
    pathMark(dead, [penStroke(palette.muted, 1.6 * scale)], { role: 'dead' }),
    pathMark(
      ticks,
      [
        penStroke(palette.paper, 4.4 * scale, { cap: 'butt' }),
        penStroke(palette.ink, 2.4 * scale, { cap: 'butt' }),
      ],
      { role: 'criterion' },
    ),
  ];
}
