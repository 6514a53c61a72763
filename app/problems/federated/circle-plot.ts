import type { SideName } from '../../../engine/contract.ts';
import { type DisplayList, type Mark, pathMark, penStroke, symbolsMark } from '../../charts/display-list.ts';
import {
  axisText,
  clipped,
  columnLines,
  columnMarks,
  createFrame,
  type Drawing,
  linearTicks,
  outline,
  plotRect,
  roomFor,
  rowMarks,
  shortName,
} from '../../charts/frame.ts';
import { createPlane, type Plane } from '../../charts/geometry.ts';
import { type KeyEntry, keyLine, stretch } from '../../charts/key-marks.ts';
import { sideStyle } from '../../charts/side-style.ts';
import { textWidth } from '../../charts/text-width.ts';
import { nearestPoint, TURN, turnOf, type Unrolled, valueAt, wrap } from './circle-geometry.ts';
import type { FedMark } from './fed-marks.ts';

export interface CircleInput extends Drawing {
  readonly side: SideName;
  readonly unrolled: Unrolled;
  /** One a sample: y, and its client. */
  readonly labels: ArrayLike<number>;
  readonly owners: ArrayLike<number>;
  /** One a client. */
  readonly clients: readonly { readonly name: string; readonly color: string }[];
  /** f at evenly spaced angles; null before it is known. */
  readonly curve: ArrayLike<number> | null;
  /** f at the samples; empty before it is known. */
  readonly outputs: ArrayLike<number>;
  /** The clients' models at the end of their local steps, one after the other. */
  readonly locals: ArrayLike<number>;
  /** While a round is walked: whether these are what its stage is about, and the curve that it comes to. */
  readonly isBold?: boolean;
  readonly over?: ArrayLike<number> | null;
  /** What both sides' values are drawn between. */
  readonly heights: Heights;
  /** The angle that is read; null for none. */
  readonly read: number | null;
  /** What is pointed at from beside the picture. */
  readonly lit: FedMark | null;
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

/** Room at scale 1 for the key above, for the strip of arcs and for the angles below it. */
const KEY = 22;
const STRIP = 14;
const ANGLES = 22;

/** Narrower than this at scale 1, in pixels, a picture has no key. */
const NARROW = 250;

/** Share of the labels' spread that stays free above and below them. */
const ROOM = 0.3;

/** More samples than this have faint stems. */
const MANY = 60;

/** Curves beyond that make the axis longer by one of these, times a power of ten: it stays as it is while a run plays. */
const STRETCHES = [1, 2, 5];

/** The window that holds labels with room about them, and both sides' curves. */
export function heightsOf(labels: ArrayLike<number>, curves: readonly ArrayLike<number>[]): Heights {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < labels.length; i++)
    [low, high] = [Math.min(low, labels[i]!), Math.max(high, labels[i]!)];
  const middle = (low + high) / 2;
  const half = low < high ? (0.5 + ROOM) * (high - low) : 1;
  let far = 0;
  for (const curve of curves)
    for (let j = 0; j < curve.length; j++)
      if (Math.abs(curve[j]!) < Number.MAX_VALUE / 100) far = Math.max(far, Math.abs(curve[j]! - middle));
  let times = 1;
  for (let k = 0; half * times < far; k++) times = STRETCHES[k % 3]! * 10 ** Math.floor(k / 3);
  return { low: middle - half * times, high: middle + half * times };
}

/** The plot above its strip of arcs. */
export function circlePlane({ width, height, scale, heights, unrolled }: CircleInput): Plane {
  const view = { x0: unrolled.from, x1: unrolled.from + TURN, y0: heights.low, y1: heights.high };
  const rows = linearTicks(heights.low, heights.high, Math.max(2, height / (60 * scale)));
  const top = (width < NARROW * scale ? 4 : KEY) * scale;
  const margins = { left: roomFor(rows, scale, 34), top, right: 4, bottom: (STRIP + ANGLES) * scale };
  return createPlane(view, plotRect({ width, height }, margins));
}

/** A side's model over the circle with the samples, what is left of them, and the clients' models after their local steps. */
export function drawCircle(input: CircleInput): DisplayList {
  const { scale, palette, heights, side, curve, over, unrolled, read, lit, height } = input;
  const plane = circlePlane(input);
  const { rect } = plane;
  const frame = createFrame(input, rect);
  const rows = linearTicks(
    heights.low,
    heights.high,
    Math.max(2, height / (60 * scale)),
    (y) => plane.toPixel(0, y)[1],
  );
  const { color } = sideStyle(side, input);
  const line = curve ? plane.toPixels(turnOf(curve, unrolled.from)) : [];
  const columns = ANGLE_TICKS.map(({ label, value }) => ({ label, at: plane.toPixel(value, 0)[0] }));
  const f = [
    ...(lit === side ? haloStrokes(6, input) : [penStroke(palette.paper, 5 * scale)]),
    penStroke(color, 2.6 * scale),
  ];
  return [
    outline(input),
    ...columnLines(frame, columns),
    ...rowMarks(frame, rows),
    ...stripMarks(input, plane),
    ...columnMarks(
      { ...frame, bottom: frame.bottom + STRIP * scale },
      columns,
      frame.right - textWidth(input.names.x, 12 * scale) - 8 * scale,
    ),
    axisText(input, input.names.x, frame.right, frame.bottom + (STRIP + 12) * scale, 'end', { strong: true }),
    clipped(rect, [
      ...localMarks(input, plane),
      ...residualMarks(input, plane),
      pathMark(line.length > 0 ? [line] : [], f, { role: `curve-${side}` }),
      ...(over
        ? [
            pathMark([plane.toPixels(turnOf(over, unrolled.from))], haloStrokes(3, input), {
              role: 'average',
            }),
          ]
        : []),
      ...(read === null ? [] : crosshairMarks(read, input, plane)),
    ]),
    ...sampleMarks(input, plane),
    ...keyMarks(input, rect.x + rect.width),
  ];
}

const ANGLE_TICKS = [
  { label: '0', value: 0 },
  { label: 'π/2', value: Math.PI / 2 },
  { label: 'π', value: Math.PI },
  { label: '3π/2', value: (3 * Math.PI) / 2 },
];

/** Amber in ink under what is pointed at. */
const haloStrokes = (width: number, { palette, scale }: Drawing) => [
  penStroke(palette.ink, (width + 2.4) * scale),
  penStroke(palette.plant, width * scale),
];

/** The clients' models. */
function localMarks(input: CircleInput, plane: Plane): Mark[] {
  const { clients, locals, unrolled, scale, lit } = input;
  const points = locals.length / Math.max(1, clients.length);
  const lines = clients.map((_, c) => {
    const local = Array.from({ length: points }, (_, j) => locals[c * points + j]!);
    return points > 0 ? plane.toPixels(turnOf(local, unrolled.from)) : [];
  });
  return [
    ...(lit === 'locals' ? [pathMark(lines, haloStrokes(3, input))] : []),
    ...clients.map(({ color }, c) =>
      pathMark([lines[c]!], [penStroke(color, (input.isBold ? 3 : 1.4) * scale, { opacity: 0.9 })], {
        role: 'locals',
      }),
    ),
  ];
}

/** From each label to the model there. */
function residualMarks(input: CircleInput, plane: Plane): Mark[] {
  const { outputs, labels, unrolled, palette, scale, lit } = input;
  const stems = Array.from({ length: outputs.length }, (_, i) => {
    const angle = unrolled.angles[i]!;
    return [...plane.toPixel(angle, labels[i]!), ...plane.toPixel(angle, outputs[i]!)];
  });
  return [
    pathMark(
      stems,
      [
        ...(lit === 'residuals' ? haloStrokes(3.4, input) : []),
        penStroke(palette.ink, 1.2 * scale, { cap: 'butt', opacity: stems.length > MANY ? 0.3 : 1 }),
      ],
      { role: 'residuals' },
    ),
  ];
}

/** Symbols of clients whose dots are too small for a number. */
const SHAPES = ['dot', 'square', 'triangle', 'diamond', 'star'] as const;

/** Samples in their client's colour, with its number where the dots have room for it, else each client with a symbol of its own. */
function sampleMarks(input: CircleInput, plane: Plane): Mark[] {
  const { labels, owners, clients, unrolled, palette, scale, lit } = input;
  const each = plane.rect.width / labels.length;
  const size = Math.max(4.4, Math.min(15, (0.85 * each) / scale)) * scale;
  const isNumbered = size >= 12 * scale;
  const casing = penStroke(palette.paper, 2 * scale);
  const places = Array.from({ length: labels.length }, (_, i) =>
    plane.toPixel(unrolled.angles[i]!, labels[i]!),
  );
  const dots = clients.map(({ color }, c) =>
    symbolsMark(
      isNumbered ? 'dot' : SHAPES[c % SHAPES.length]!,
      places.flatMap((at, i) => (owners[i] === c ? at : [])),
      size,
      { role: 'samples', fill: color, strokes: [casing] },
    ),
  );
  const numbers: Mark[] = isNumbered
    ? places.map(([x, y], i) => ({
        kind: 'text',
        x,
        y,
        text: String(owners[i]! + 1),
        font: 'sans',
        size: 0.68 * size,
        weight: 600,
        anchor: 'middle',
        baseline: 'middle',
        color: palette.paper,
      }))
    : [];
  const lights =
    lit === 'samples'
      ? [symbolsMark('ring', places.flat(), size + 6 * scale, { strokes: haloStrokes(3, input) })]
      : [];
  return [...lights, ...dots, ...numbers];
}

/** Below the plot, whose arc is where: a stretch of its client's colour, with its name where that fits. */
function stripMarks(input: CircleInput, plane: Plane): Mark[] {
  const { unrolled, clients, palette, scale } = input;
  const top = plane.rect.y + plane.rect.height + 2 * scale;
  const high = (STRIP - 3) * scale;
  const gap = unrolled.arcs.length > 40 ? 0 : 0.5 * scale;
  return unrolled.arcs.flatMap(({ client, from, to }): Mark[] => {
    const [x, right] = [plane.toPixel(from, 0)[0] + gap, plane.toPixel(to, 0)[0] - gap];
    const { color, name } = clients[client]!;
    const room = right - x - 2 * scale;
    const text = shortName(name, room + 8 * scale, 0.85 * scale);
    const fits = textWidth(text, 10.2 * scale) <= room;
    return [
      { role: 'strip', kind: 'rect', rect: { x, y: top, width: right - x, height: high }, fill: color },
      ...(fits
        ? [
            {
              ...axisText(input, text, (x + right) / 2, top + high / 2, 'middle', { strong: true }),
              size: 10.2 * scale,
              color: palette.paper,
            },
          ]
        : []),
    ];
  });
}

/** A line at the angle that is read, with a ring on each model there. */
function crosshairMarks(read: number, input: CircleInput, plane: Plane): Mark[] {
  const { curve, locals, clients, palette, scale, unrolled, side } = input;
  const { y, height } = plane.rect;
  const points = locals.length / Math.max(1, clients.length);
  const angle = wrap(read, unrolled.from);
  const [x] = plane.toPixel(angle, 0);
  const j = nearestPoint(read, points);
  const dot = (value: number, fill: string, size: number): Mark =>
    symbolsMark('dot', plane.toPixel(angle, value), size * scale, {
      role: 'hover',
      fill,
      strokes: [penStroke(palette.paper, 1.6 * scale)],
    });
  return [
    pathMark([[x, y, x, y + height]], [penStroke(palette.ink, scale, { dash: [3, 3], cap: 'butt' })], {
      role: 'hover',
    }),
    ...clients.flatMap(({ color }, c) => (points > 0 ? [dot(locals[c * points + j]!, color, 6)] : [])),
    ...(curve ? [dot(valueAt(curve, read), sideStyle(side, input).color, 9)] : []),
  ];
}

function keyMarks(input: CircleInput, right: number): Mark[] {
  const { width, scale, palette, names, side, clients, curve } = input;
  if (width < NARROW * scale) return [];
  const { color, text } = sideStyle(side, input);
  const shown = clients.slice(0, 3);
  const entries: KeyEntry[] = [
    ...(curve
      ? [
          { label: names.f, color: text, sign: stretch(15 * scale, [penStroke(color, 2.6 * scale)]) },
          {
            label: names.locals,
            color: palette.ink,
            sign: (x: number, y: number): Mark => ({
              kind: 'group',
              x: 0,
              y: 0,
              marks: shown.map((client, i) => {
                const at = y + (i - (shown.length - 1) / 2) * 3.2 * scale;
                return pathMark([[x, at, x + 15 * scale, at]], [penStroke(client.color, 1.4 * scale)]);
              }),
            }),
          },
        ]
      : []),
    {
      label: names.label,
      color: palette.ink,
      sign: (x, y) => symbolsMark('dot', [x + 8 * scale, y], 8 * scale, { fill: palette.muted }),
    },
  ];
  return keyLine(input, right, '', 20 * scale, entries);
}
