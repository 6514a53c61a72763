import type { SideName } from '../../../../engine/contract.ts';
import { categoryDash, readableOn } from '../../../charts/colour/category-colours.ts';
import {
  type DisplayList,
  type Mark,
  pathMark,
  penStroke,
  type StrokeLayer,
  symbolsMark,
} from '../../../charts/display-list.ts';
import {
  axisText,
  type Drawing,
  linearTicks,
  nameRoom,
  outline,
  plotRect,
  roomFor,
  shortName,
} from '../../../charts/frame.ts';
import { createPlane, type Plane } from '../../../charts/geometry.ts';
import { type KeyEntry, keyLine, stretch } from '../../../charts/marks/key-marks.ts';
import { sideStyle } from '../../../charts/marks/side-style.ts';
import { textWidth } from '../../../charts/text-width.ts';
import { drawChart } from '../../kit/chart.ts';
import { TURN, type Unrolled } from './circle-geometry.ts';

/** Fixed part of the picture: axes, arcs, key. */
export interface CircleGround extends Drawing {
  readonly side: SideName;
  readonly unrolled: Unrolled;
  /** One per client. */
  readonly clients: readonly { readonly name: string; readonly color: string }[];
  /** Range of y of both sides. */
  readonly heights: Heights;
  readonly names: {
    readonly x: string;
    readonly f: string;
    readonly locals: string;
    readonly label: string;
  };
}

export interface Heights {
  readonly low: number;
  readonly high: number;
}

/** Heights at scale 1 of the key, the strip of arcs and the angles. */
const KEY = 22;
const STRIP = 14;
const ANGLES = 22;

/** Width in pixels at scale 1 below which there is no key. */
const NARROW = 250;

/** Most arcs that get names. */
const MOST_NAMED = 24;

/** Free share of the labels' spread above and below them. */
const ROOM = 0.3;

/** Factors by which the axis grows for large curves, coarse so that it stays fixed in a run. Curves beyond the last leave the plot. */
const STRETCHES = [1, 2, 5, 10, 20];

/** Returns a range of the labels, with a margin, and both sides' curves. */
export function heightsOf(labels: ArrayLike<number>, curves: readonly ArrayLike<number>[]): Heights {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < labels.length; i++)
    [low, high] = [Math.min(low, labels[i]!), Math.max(high, labels[i]!)];
  const middle = (low + high) / 2;
  const half = low < high ? (0.5 + ROOM) * (high - low) : 1;
  const fars = curves.map((curve) => {
    let far = 0;
    for (let j = 0; j < curve.length; j++) far = Math.max(far, Math.abs(curve[j]! - middle));
    return far;
  });
  const far = Math.max(0, ...fars.filter((own) => own <= half * STRETCHES.at(-1)!));
  const times = STRETCHES.find((stretch) => far <= half * stretch)!;
  return { low: middle - half * times, high: middle + half * times };
}

const rowCount = ({ height, scale }: Pick<Drawing, 'height' | 'scale'>) => Math.max(2, height / (60 * scale));

/** Returns the plot above the strip of arcs. */
export function circlePlane({
  width,
  height,
  scale,
  heights,
  unrolled,
}: Omit<CircleGround, 'names' | 'side'>): Plane {
  const view = { x0: unrolled.from, x1: unrolled.from + TURN, y0: heights.low, y1: heights.high };
  const rows = linearTicks(heights.low, heights.high, rowCount({ height, scale }));
  const top = (width < NARROW * scale ? 4 : KEY) * scale;
  const margins = { left: roomFor(rows, scale, 34), top, right: 4, bottom: (STRIP + ANGLES) * scale };
  return createPlane(view, plotRect({ width, height }, margins));
}

const ANGLE_TICKS = [
  { label: '0', value: 0 },
  { label: 'π/2', value: Math.PI / 2 },
  { label: 'π', value: Math.PI },
  { label: '3π/2', value: (3 * Math.PI) / 2 },
];

export function drawCircleGround(input: CircleGround): DisplayList {
  const { scale, heights, names } = input;
  const plane = circlePlane(input);
  const { rect } = plane;
  const right = rect.x + rect.width;
  const rowAt = (y: number) => plane.toPixel(0, y)[1];
  const below = STRIP + 12;
  return [
    outline(input),
    ...drawChart(input, {
      rect,
      y: { ticks: linearTicks(heights.low, heights.high, rowCount(input), rowAt) },
      x: {
        ticks: ANGLE_TICKS.map(({ label, value }) => ({ label, at: plane.toPixel(value, 0)[0] })),
        to: right - nameRoom(names.x, scale),
        below,
        hasLines: true,
        name: { text: names.x, x: right, below, anchor: 'end' },
      },
      layers: () => [...stripMarks(input, plane), ...keyMarks(input, right)],
    }),
  ];
}

/** Draws the clients' arcs below the plot, with names where they fit. */
function stripMarks(input: CircleGround, plane: Plane): Mark[] {
  const { unrolled, clients, palette, scale } = input;
  const top = plane.rect.y + plane.rect.height + 2 * scale;
  const high = (STRIP - 3) * scale;
  const gap = unrolled.arcs.length > 40 ? 0 : 0.5 * scale;
  return unrolled.arcs.flatMap(({ client, from, to }): Mark[] => {
    const [x, right] = [plane.toPixel(from, 0)[0] + gap, plane.toPixel(to, 0)[0] - gap];
    const { color, name } = clients[client]!;
    const room = right - x - 2 * scale;
    const text = shortName(name, room + 6.8 * scale, 0.85 * scale);
    const fits = unrolled.arcs.length <= MOST_NAMED && textWidth(text, 10.2 * scale) <= room;
    return [
      { role: 'strip', kind: 'rect', rect: { x, y: top, width: right - x, height: high }, fill: color },
      ...(fits
        ? [
            {
              ...axisText(input, text, (x + right) / 2, top + high / 2, 'middle', { strong: true }),
              size: 10.2 * scale,
              color: readableOn(color, [palette.paper, palette.ink]),
            },
          ]
        : []),
    ];
  });
}

/** Returns the colour and dash of a client's model. */
export function localStroke(client: number, color: string, width: number, scale: number): StrokeLayer {
  const dash = categoryDash(client, scale);
  return { color, width: width * scale, cap: 'butt', ...(dash && { dash }) };
}

function keyMarks(input: CircleGround, right: number): Mark[] {
  const { width, scale, palette, names, side, clients } = input;
  if (width < NARROW * scale) return [];
  const { color, text } = sideStyle(side, input);
  const shown = clients.slice(0, 3);
  const entries: KeyEntry[] = [
    { label: names.f, color: text, sign: stretch(15 * scale, [penStroke(color, 2.6 * scale)]) },
    {
      label: names.locals,
      color: palette.ink,
      sign: (x, y) => ({
        kind: 'group',
        x: 0,
        y: 0,
        marks: shown.map((client, i) => {
          const at = y + (i - (shown.length - 1) / 2) * 3.2 * scale;
          return pathMark([[x, at, x + 15 * scale, at]], [localStroke(i, client.color, 1.5, scale)]);
        }),
      }),
    },
    {
      label: names.label,
      color: palette.ink,
      sign: (x, y) => symbolsMark('dot', [x + 8 * scale, y], 8 * scale, { fill: palette.muted }),
    },
  ];
  return keyLine(input, right, '', 20 * scale, entries);
}
