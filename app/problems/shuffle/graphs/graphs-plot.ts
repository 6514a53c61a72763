import type { SideName } from '../../../../engine/contract.ts';
import type { Permutation } from '../../../../engine/problems/shuffle/types.ts';
import { SIDES } from '../../../../engine/side-names.ts';
import {
  type DisplayList,
  type Mark,
  pathMark,
  penStroke,
  symbolsMark,
} from '../../../charts/display-list.ts';
import { axisText, type Drawing } from '../../../charts/frame.ts';
import type { Size } from '../../../charts/geometry.ts';
import { sideStyle } from '../../../charts/marks/side-style.ts';

/** A side's nearest permutation; null in a tie, and before it is read. */
export interface Matched {
  readonly permutation: Permutation | null;
  /** True if the side stands on it. */
  readonly isThere: boolean;
  readonly label: string;
}

export interface GraphsInput extends Drawing {
  readonly n: number;
  /** A above, B below: n x n, symmetric, row-major. */
  readonly graphs: readonly [ArrayLike<number>, ArrayLike<number>];
  readonly matched: Readonly<Record<SideName, Matched>>;
  readonly names: readonly [string, string];
  /** Says what a matching costs. */
  readonly rule: readonly string[];
}

/** Points of an arc. */
const ARC = 24;
/** Arcs' height per node that they pass, in gaps between nodes; a loop's height and half width. */
const [RISE, LOOP, HALF] = [0.4, 0.4, 0.15];

interface Layout {
  readonly xs: readonly number[];
  readonly rows: readonly [number, number];
  readonly gap: number;
  readonly radius: number;
}

/** Rows of nodes with room for the arcs above and below them, and for the words. */
export function graphsLayout({ width, height }: Size, scale: number, n: number, lines: number): Layout {
  const words = (18 * (lines + 2) + 8) * scale;
  const across = width - 64 * scale;
  const tall = Math.max(RISE * (n - 1), LOOP);
  // Between the rows is a gap and a half.
  const gap = Math.max(1, Math.min(across / (n - 1), (height - words - 40 * scale) / (2 * tall + 1.3)));
  const left = 40 * scale + (across - gap * (n - 1)) / 2;
  const top = 22 * scale + tall * gap;
  const room = height - words - 2 * (22 * scale + tall * gap);
  return {
    xs: Array.from({ length: n }, (_, k) => left + k * gap),
    rows: [top, top + Math.max(1.1 * gap, Math.min(room, 1.6 * gap))],
    gap,
    radius: Math.min(12 * scale, 0.16 * gap),
  };
}

/** Draws two weighted graphs as arcs over rows of numbered nodes, and the sides' matchings as lines between the rows. */
export function drawGraphs(input: GraphsInput): DisplayList {
  const layout = graphsLayout(input, input.scale, input.n, input.rule.length);
  return [
    ...([0, 1] as const).flatMap((which) => arcMarks(input, layout, which)),
    ...SIDES.flatMap((side) => matchMarks(input, layout, side)),
    ...([0, 1] as const).flatMap((which) => nodeMarks(input, layout, which)),
    ...wordMarks(input, layout),
  ];
}

function arcOf({ xs, rows, gap }: Layout, which: 0 | 1, i: number, j: number): number[] {
  const up = which === 0 ? -1 : 1;
  const [from, to, y] = [xs[i]!, xs[j]!, rows[which]];
  const [middle, half] = i === j ? [from, HALF * gap] : [(from + to) / 2, (to - from) / 2];
  const high = up * gap * (i === j ? LOOP : RISE * (j - i));
  return Array.from({ length: ARC + 1 }, (_, k) => {
    const turn = (Math.PI * k) / ARC;
    // A loop leaves its node and comes back to it.
    const wide = i === j ? -half * Math.sin(2 * turn) : -half * Math.cos(turn);
    return [middle + wide, y + high * Math.sin(turn)];
  }).flat();
}

function arcMarks(input: GraphsInput, layout: Layout, which: 0 | 1): Mark[] {
  const { n, graphs, palette, scale } = input;
  const weights = graphs[which];
  const most = Math.max(...graphs.flatMap((graph) => Array.from(graph)), 1e-300);
  const marks: Mark[] = [];
  const labels: Mark[] = [];
  for (let i = 0; i < n; i++)
    for (let j = i; j < n; j++) {
      const weight = weights[n * i + j]!;
      if (weight === 0) continue;
      const line = arcOf(layout, which, i, j);
      marks.push(pathMark([line], [penStroke(palette.muted, (1 + (2.6 * weight) / most) * scale)]));
      const [x, y] = [line[ARC]!, line[ARC + 1]!];
      const label = axisText(input, weightText(weight), x, y, 'middle', { strong: true });
      labels.push({
        ...label,
        size: Math.min(label.size, 0.27 * layout.gap),
        halo: { color: palette.paper, width: 4 * scale },
      });
    }
  return [...marks, ...labels];
}

/** Whole weights in full, others in two digits. */
export const weightText = (weight: number): string =>
  `${Number.isInteger(weight) ? weight : Number(weight.toPrecision(2))}`.replace('-', '−');

function nodeMarks(input: GraphsInput, { xs, rows, radius }: Layout, which: 0 | 1): Mark[] {
  const { palette, scale } = input;
  const y = rows[which];
  return [
    symbolsMark(
      'dot',
      xs.flatMap((x) => [x, y]),
      2 * radius,
      { fill: palette.paper, strokes: [penStroke(palette.ink, 1.6 * scale)] },
    ),
    ...xs.map((x, k) => ({
      ...axisText(input, `${k + 1}`, x, y, 'middle', { strong: true, room: 1.5 * radius }),
      color: palette.ink,
    })),
  ];
}

/** Draws a side's lines beside the other's: dashed while it is between permutations. */
function matchMarks(input: GraphsInput, { xs, rows, radius }: Layout, side: SideName): Mark[] {
  const { palette, scale } = input;
  const { permutation, isThere } = input.matched[side];
  if (!permutation) return [];
  const { color } = sideStyle(side, input);
  const [top, bottom] = [rows[0] + radius, rows[1] - radius];
  const off = (side === 'left' ? -3 : 3) * scale;
  const lines = permutation.map((to, k) => {
    const [dx, dy] = [xs[to]! - xs[k]!, bottom - top];
    const by = off / Math.sqrt(dx * dx + dy * dy);
    return [xs[k]! + by * dy, top - by * dx, xs[to]! + by * dy, bottom - by * dx];
  });
  const dash = isThere ? {} : ({ dash: [7 * scale, 5 * scale], cap: 'butt' } as const);
  return [
    pathMark(
      lines,
      [penStroke(palette.paper, 6 * scale, { opacity: 0.8 }), penStroke(color, 3 * scale, dash)],
      {
        role: 'match',
      },
    ),
  ];
}

function wordMarks(input: GraphsInput, { rows }: Layout): Mark[] {
  const { names, rule, matched, width, height, scale, palette } = input;
  const step = 18 * scale;
  const first = height - step * (rule.length + 2) + 4 * scale;
  const room = width - 12 * scale;
  const keyOf = (side: SideName, k: number): Mark[] => {
    const { color, shape } = sideStyle(side, input);
    const y = first + (rule.length + k) * step;
    const label = axisText(input, matched[side].label, 24 * scale, y, 'start', { room: room - 24 * scale });
    return matched[side].label === ''
      ? []
      : [symbolsMark(shape, [12 * scale, y], 9 * scale, { fill: color }), { ...label, color: palette.ink }];
  };
  return [
    ...names.map((name, which) =>
      axisText(input, name, 6 * scale, rows[which]!, 'start', { strong: true, room: 30 * scale }),
    ),
    ...rule.map((line, k) => axisText(input, line, 6 * scale, first + k * step, 'start', { room })),
    ...SIDES.flatMap(keyOf),
  ];
}
