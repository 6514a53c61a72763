import { type ScaleContinuousNumeric, scaleLinear, scaleLog } from 'd3-scale';
import { CATALOG } from '../../../../engine/catalog.ts';
import type { SideName, Vector } from '../../../../engine/contract.ts';
import type { CureCurve } from '../../../../engine/problems/federated/types.ts';
import {
  type DisplayList,
  type Mark,
  pathMark,
  penStroke,
  symbolsMark,
} from '../../../charts/display-list.ts';
import { clipped, type Drawing, linearTicks, outline, plotRect } from '../../../charts/frame.ts';
import type { Rect, Size } from '../../../charts/geometry.ts';
import { sideStyle } from '../../../charts/marks/side-style.ts';
import { formatCount } from '../../../charts/number-label.ts';
import { simplify } from '../../../charts/simplify.ts';
import { drawChart, upright } from '../../kit/chart.ts';

/** A side's bias and factor at its K. */
export interface LocalDot {
  readonly side: SideName;
  readonly local: number;
  /** NaN without a rest. */
  readonly bias: number;
  readonly slowest: number;
}

export interface LocalInput extends Drawing {
  /** For K = 1, 2, ...: bias (NaN without a rest) and largest |factor| of a round. */
  readonly biases: Vector;
  readonly slowests: Vector;
  /** The right side's, for SCAFFOLD and FedProx: dashed. */
  readonly cure: CureCurve | null;
  readonly dots: readonly LocalDot[];
  /** K being read; null for none. */
  readonly pointed: number | null;
  readonly names: { readonly bias: string; readonly slowest: string; readonly axis: string };
}

export const MOST = CATALOG.federated.params.local.max;

/** Ticks of the K axis, and stops of Page Up and Page Down. */
export const STOPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, MOST];

/** Largest factor drawn; larger ones are clamped and reported as growing. */
export const HIGHEST = 1.5;

type Scale = ScaleContinuousNumeric<number, number>;

/** Places the bias above the factors, each below its title. */
function layout({ width, height }: Size, scale: number): { bias: Rect; slowest: Rect } {
  const [head, foot] = [24 * scale, 26 * scale];
  const tall = Math.max(2, height - 2 * head - foot - 4 * scale) / 2;
  const rect = (top: number): Rect => ({
    ...plotRect({ width, height }, { left: 44 * scale, right: 18 * scale, top, bottom: 0 }),
    height: tall,
  });
  return { bias: rect(head), slowest: rect(height - foot - tall) };
}

const across = ({ x, width }: Rect): Scale => scaleLog([1, MOST], [x, x + width]);

/** Returns the nearest whole K at a pixel. */
export function localAt(size: Size, scale: number, px: number): number {
  const k = across(layout(size, scale).bias).invert(px);
  return Math.round(Math.max(1, Math.min(MOST, k)));
}

/** Draws the distance of rest and best, and the speed towards it, over K. */
export function drawLocal(input: LocalInput): DisplayList {
  const { biases, slowests, cure } = input;
  const most = largestOf(cure?.biases ?? [], largestOf(biases, 0));
  const fastest = largestOf(cure?.slowests ?? [], largestOf(slowests, 1));
  return [
    outline(input),
    ...chartMarks(input, 'bias', biases, most > 1e-9 ? 1.08 * most : 1),
    ...chartMarks(input, 'slowest', slowests, Math.min(HIGHEST, 1.02 * fastest)),
  ];
}

/** Returns the largest of `least` and the values that are not NaN. */
export const largestOf = (values: ArrayLike<number>, least: number) =>
  Math.max(least, ...Array.from(values).filter((value) => !Number.isNaN(value)));

function chartMarks(input: LocalInput, kind: 'bias' | 'slowest', values: Vector, top: number): Mark[] {
  const { scale, palette, pointed, names, dots, width, cure } = input;
  const rect = layout(input, scale)[kind];
  const x = across(rect);
  const y = scaleLinear([0, top], [rect.y + rect.height, rect.y]).clamp(true);
  /** Splits the line where a value is NaN. */
  const linesOf = (values: Vector, localOf: (i: number) => number) => {
    const lines: number[][] = [[]];
    for (const [i, value] of values.entries())
      if (Number.isNaN(value)) lines.push([]);
      else lines.at(-1)!.push(x(localOf(i)), y(value));
    return lines.filter(({ length }) => length > 2).map((line) => simplify(line, 0.1));
  };
  const seen = linesOf(values, (i) => i + 1);
  const cured = cure ? linesOf(kind === 'bias' ? cure.biases : cure.slowests, (i) => cure.locals[i]!) : [];
  const rows = rect.height < 34 * scale ? 1 : rect.height < 70 * scale ? 2 : 4;
  const columns = {
    ticks: STOPS.map((k) => ({ label: formatCount(k), at: x(k) })),
    to: width - 2 * scale,
    name: { text: names.axis, x: rect.x - 6 * scale, below: 12, anchor: 'end' as const },
  };
  return drawChart(input, {
    rect,
    title: { text: names[kind], y: rect.y - 12 * scale },
    y: { ticks: linearTicks(0, top, rows, y) },
    ...(kind === 'slowest' && { x: columns }),
    hasBase: true,
    layers: () => [
      ...(pointed === null ? [] : [upright(input, rect, x(pointed), 'hover')]),
      clipped(
        rect,
        [
          // Plain descent: one local step a round.
          ...(cured.length > 0 && kind === 'slowest'
            ? [
                pathMark(
                  [[rect.x, y(values[0]!), rect.x + rect.width, y(values[0]!)]],
                  [penStroke(palette.muted, scale)],
                  { role: 'criterion' },
                ),
              ]
            : []),
          pathMark(seen, [penStroke(palette.ink, 1.8 * scale)], { role: 'bound' }),
          pathMark(
            cured,
            [penStroke(sideStyle('right', input).color, 1.8 * scale, { dash: [5 * scale, 3 * scale] })],
            { role: 'curve-right' },
          ),
        ],
        2 * scale,
      ),
      ...dots
        .filter((dot) => Number.isFinite(dot[kind]))
        .map((dot) => {
          const { shape, color } = sideStyle(dot.side, input);
          const size = (dot.side === 'left' ? 12 : 10) * scale;
          return symbolsMark(shape, [x(dot.local), y(dot[kind])], size, {
            role: `head-${dot.side}`,
            fill: color,
            strokes: [penStroke(palette.paper, 3 * scale)],
          });
        }),
    ],
  });
}
