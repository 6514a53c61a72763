import { type ScaleContinuousNumeric, scaleLinear } from 'd3-scale';
import type { SideName } from '../../../../engine/contract.ts';
import {
  type DisplayList,
  type Mark,
  pathMark,
  penStroke,
  symbolsMark,
} from '../../../charts/display-list.ts';
import {
  axisText,
  clipped,
  type Drawing,
  type Frame,
  linearTicks,
  outline,
  plotRect,
} from '../../../charts/frame.ts';
import type { Size } from '../../../charts/geometry.ts';
import type { KeyEntry } from '../../../charts/marks/key-marks.ts';
import { sideStyle } from '../../../charts/marks/side-style.ts';
import { drawChart, keyHeight, litStrokes, upright } from '../../kit/chart.ts';

/** First pixel of rest points and cycle points, flat (key value, pixel). */
export interface LevelPoints {
  readonly side: SideName;
  readonly stable: readonly number[];
  readonly unstable: readonly number[];
  readonly cycles: readonly number[];
}

export interface LevelsInput extends Drawing {
  /** Left and right end of the axis, which may decrease. */
  readonly from: number;
  readonly to: number;
  readonly points: readonly LevelPoints[];
  /** Values from which a side may cycle; NaN off the axis. */
  readonly bounds: Readonly<Record<SideName, number>>;
  /** Value set, and value being read. */
  readonly value: number;
  readonly pointed: number | null;
  /** Both sides' first pixel; NaN if unknown. */
  readonly heads: Readonly<Record<SideName, number>>;
  readonly lit: boolean;
  readonly names: Readonly<Record<'x' | 'y' | 'stable' | 'unstable' | 'cycle' | 'bound', string>>;
}

type Scale = ScaleContinuousNumeric<number, number>;

/** Range of the pixel's axis. */
const [LOW, HIGH] = [-0.12, 1.12];
const [LEFT, RIGHT, FOOT] = [40, 18, 36];

function keyOf(input: LevelsInput): KeyEntry[] {
  const { palette, scale, names, points } = input;
  const sign =
    (kind: keyof typeof LOOKS): KeyEntry['sign'] =>
    (x, y) =>
      symbolsMark(
        LOOKS[kind].shape,
        [x + 8 * scale, y],
        LOOKS[kind].key * scale,
        lookOf(kind, palette.ink, input),
      );
  const kinds = (['stable', 'unstable', 'cycle'] as const).filter(
    (kind) => kind !== 'cycle' || points.some(({ cycles }) => cycles.length > 0),
  );
  return kinds.map((kind) => ({ label: names[kind], color: palette.ink, sign: sign(kind) }));
}

/** A disc if stable, a ring if unstable, a cross for a cycle. */
const LOOKS = {
  stable: { shape: 'dot', size: 4, key: 7 },
  unstable: { shape: 'ring', size: 3.2, key: 7 },
  cycle: { shape: 'cross', size: 3.2, key: 6 },
} as const;

function lookOf(kind: keyof typeof LOOKS, color: string, { scale }: Drawing) {
  return kind === 'stable' ? { fill: color } : { strokes: [penStroke(color, 1.1 * scale)] };
}

function layout(input: LevelsInput) {
  const { width, height, scale, names, from, to } = input;
  const entries = keyOf(input);
  const top = keyHeight(input, names.y, entries, 14);
  const margins = { left: LEFT * scale, right: RIGHT * scale, top, bottom: FOOT * scale };
  const rect = plotRect({ width, height }, margins);
  const x = scaleLinear([from, to], [rect.x, rect.x + rect.width]).clamp(true);
  const y = scaleLinear([LOW, HIGH], [rect.y + rect.height, rect.y]);
  return { entries, rect, x, y };
}

export function levelAt(
  { width }: Size,
  scale: number,
  [from, to]: readonly [number, number],
  px: number,
): number {
  const share = (px - LEFT * scale) / Math.max(1, width - (LEFT + RIGHT) * scale);
  return Number((from + Math.max(0, Math.min(1, share)) * (to - from)).toFixed(2));
}

export function drawLevels(input: LevelsInput): DisplayList {
  const { palette, scale, names, points, pointed, value, from, to } = input;
  const { entries, rect, x, y } = layout(input);
  const right = rect.x + rect.width;
  return [
    outline(input),
    ...drawChart(input, {
      rect,
      title: { text: names.y, y: 13 * scale },
      key: entries,
      y: { ticks: linearTicks(0, 1, 3, y) },
      x: {
        ticks: linearTicks(Math.min(from, to), Math.max(from, to), rect.width / (56 * scale), x),
        to: right + RIGHT * scale,
        below: 13,
        name: { text: names.x, x: 8 * scale, below: 27, room: input.width - 16 * scale },
      },
      hasBase: true,
      layers: (frame) => [
        ...boundMarks(input, frame, x),
        ...(pointed === null ? [] : [upright(input, rect, x(pointed), 'hover', 1.2)]),
        upright(input, rect, x(value), 'cursor', 2),
        clipped(
          rect,
          points.flatMap((one) => pointMarks(one, input, x, y)),
          2 * scale,
        ),
        symbolsMark('down', [x(value), rect.y], 13 * scale, {
          fill: palette.focus,
          strokes: [penStroke(palette.paper, 3 * scale)],
        }),
      ],
    }),
  ];
}

function pointMarks({ side, ...of }: LevelPoints, input: LevelsInput, x: Scale, y: Scale): Mark[] {
  const { color } = sideStyle(side, input);
  const placed = (flat: readonly number[]) => flat.map((value, i) => (i % 2 === 0 ? x(value) : y(value)));
  const marks = (kind: keyof typeof LOOKS, flat: readonly number[]): Mark[] =>
    flat.length === 0
      ? []
      : [
          symbolsMark(LOOKS[kind].shape, placed(flat), LOOKS[kind].size * input.scale, {
            role: kind === 'cycle' ? 'jumps' : kind,
            ...lookOf(kind, color, input),
          }),
        ];
  return [...marks('unstable', of.unstable), ...marks('cycle', of.cycles), ...marks('stable', of.stable)];
}

/** Names only one bound, the left's if both exist. */
function boundMarks(input: LevelsInput, frame: Frame, x: Scale): Mark[] {
  const { bounds, names, palette, scale, lit } = input;
  const { rect, bottom, right } = frame;
  return (['right', 'left'] as const).flatMap((side): Mark[] => {
    if (Number.isNaN(bounds[side])) return [];
    const at = x(bounds[side]);
    const { color, text, dash } = sideStyle(side, input);
    // On the side with more room.
    const isLeft = at > (rect.x + right) / 2;
    const name = axisText(
      frame,
      names.bound,
      at + (isLeft ? -5 : 5) * scale,
      bottom - 9 * scale,
      isLeft ? 'end' : 'start',
    );
    return [
      pathMark(
        [[at, rect.y, at, bottom]],
        [
          ...(lit ? litStrokes(input, 5) : []),
          { ...penStroke(color, 1.8 * scale, { cap: 'butt' }), ...dash },
        ],
        { role: 'bound' },
      ),
      ...(side === 'left' || Number.isNaN(bounds.left)
        ? [{ ...name, color: text, halo: { color: palette.paper, width: 3 * scale } }]
        : []),
    ];
  });
}

export function drawLevelHeads(input: LevelsInput): DisplayList {
  const { palette, scale, heads, value, points } = input;
  const { rect, x, y } = layout(input);
  return points.flatMap(({ side }): Mark[] => {
    if (!Number.isFinite(heads[side])) return [];
    const { shape, color } = sideStyle(side, input);
    const at = Math.max(rect.y, Math.min(rect.y + rect.height, y(heads[side])));
    return [
      symbolsMark(shape, [x(value), at], (side === 'left' ? 12 : 10) * scale, {
        role: `head-${side}`,
        fill: color,
        strokes: [penStroke(palette.paper, 3.4 * scale)],
      }),
    ];
  });
}
