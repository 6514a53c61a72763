import { categoryColours, categorySymbol, readableOn } from '../../../charts/colour/category-colours.ts';
import type { DrawStyle } from '../../../charts/colour/palette.ts';
import {
  type DisplayList,
  type Mark,
  pathMark,
  penStroke,
  symbolsMark,
} from '../../../charts/display-list.ts';
import { clipped, type Drawing } from '../../../charts/frame.ts';
import type { Plane } from '../../../charts/geometry.ts';
import { sideStyle } from '../../../charts/marks/side-style.ts';
import type { FedMark } from '../fed-marks.ts';
import { nearestPoint, turnOf, valueAt, wrap } from './circle-geometry.ts';
import { type CircleGround, circlePlane, localStroke } from './circle-ground.ts';

export interface CircleInput extends CircleGround {
  /** y and client of each sample. */
  readonly labels: ArrayLike<number>;
  readonly owners: ArrayLike<number>;
  /** f at evenly spaced angles; null before it is known. */
  readonly curve: ArrayLike<number> | null;
  /** f at the samples; empty before it is known. */
  readonly outputs: ArrayLike<number>;
  /** The clients' models after their local steps, concatenated. */
  readonly locals: ArrayLike<number>;
  /** In a walk: true in the stage about local models, and the resulting curve. */
  readonly isBold?: boolean;
  readonly over?: ArrayLike<number> | null;
  readonly read: number | null;
  /** Mark that the explanation points at. */
  readonly lit: FedMark | null;
}

/** Most pixels beyond the plot where lines are drawn. */
const FAR = 1000;

/** Samples above which stems are faint. */
const MANY = 60;

/** Draws a side's model, samples, residuals, and the clients' models after their local steps. */
export function drawCircle(input: CircleInput): DisplayList {
  const { scale, palette, side, curve, over, read, lit } = input;
  const plane = circlePlane(input);
  const line = curve ? lineOf(curve, input, plane) : [];
  const f = [
    ...(lit === side ? haloStrokes(6, input) : [penStroke(palette.paper, 5 * scale)]),
    penStroke(sideStyle(side, input).color, 2.6 * scale),
  ];
  return [
    clipped(plane.rect, [
      ...localMarks(input, plane),
      ...residualMarks(input, plane),
      pathMark(line.length > 0 ? [line] : [], f, { role: `curve-${side}` }),
      ...(over
        ? [
            pathMark([lineOf(over, input, plane)], haloStrokes(3, input), {
              role: 'average',
            }),
          ]
        : []),
      ...(read === null ? [] : crosshairMarks(read, input, plane)),
    ]),
    ...sampleMarks(input, plane),
  ];
}

/** Returns a model as pixels, clamped outside the plot; empty if any value is NaN. */
function lineOf(model: ArrayLike<number>, { unrolled }: CircleInput, plane: Plane): number[] {
  const pixels = plane.toPixels(turnOf(model, unrolled.from));
  if (pixels.some(Number.isNaN)) return [];
  return pixels.map((at, i) => (i % 2 === 0 ? at : held(at, plane)));
}

const held = (y: number, { rect }: Plane) => Math.max(rect.y - FAR, Math.min(rect.y + rect.height + FAR, y));

/** Amber on ink, under a highlighted mark. */
const haloStrokes = (width: number, { palette, scale }: Drawing) => [
  penStroke(palette.ink, (width + 2.4) * scale),
  penStroke(palette.plant, width * scale),
];

function localMarks(input: CircleInput, plane: Plane): Mark[] {
  const { clients, locals, scale, lit } = input;
  const points = locals.length / Math.max(1, clients.length);
  const lines = clients.map((_, c) => {
    const local = Array.from({ length: points }, (_, j) => locals[c * points + j]!);
    return points > 0 ? lineOf(local, input, plane) : [];
  });
  return [
    ...(lit === 'locals' ? [pathMark(lines, haloStrokes(3, input))] : []),
    ...clients.map(({ color }, c) =>
      pathMark([lines[c]!], [localStroke(c, color, input.isBold ? 3 : 1.5, scale)], { role: 'locals' }),
    ),
  ];
}

/** Draws a stem from each label to the model. */
function residualMarks(input: CircleInput, plane: Plane): Mark[] {
  const { outputs, labels, unrolled, lit } = input;
  const stems = Array.from({ length: outputs.length }, (_, i) => {
    const [x, y] = plane.toPixel(unrolled.angles[i]!, labels[i]!);
    const end = held(plane.toPixel(0, outputs[i]!)[1], plane);
    return [x, y, x, Number.isNaN(end) ? y : end];
  });
  return [
    pathMark(
      stems,
      [...(lit === 'residuals' ? haloStrokes(3.4, input) : []), stemStroke(stems.length > MANY, input)],
      { role: 'residuals' },
    ),
  ];
}

export const stemStroke = (isFaint: boolean, { palette, scale }: DrawStyle) =>
  penStroke(palette.ink, 1.2 * scale, { cap: 'butt', opacity: isFaint ? 0.3 : 1 });

/** Draws samples in their client's colour: numbered if dots are large enough, else with a symbol per client. */
function sampleMarks(input: CircleInput, plane: Plane): Mark[] {
  const { labels, owners, clients, unrolled, palette, scale, lit } = input;
  const each = plane.rect.width / labels.length;
  const size = Math.max(4.4, Math.min(15, (0.85 * each) / scale)) * scale;
  const [isNumbered, isTiny] = [size >= 10.5 * scale, size < 6 * scale];
  const casing = penStroke(palette.paper, 2 * scale);
  const places = Array.from({ length: labels.length }, (_, i) =>
    plane.toPixel(unrolled.angles[i]!, labels[i]!),
  );
  const own = (c: number) => places.flatMap((at, i) => (owners[i] === c ? at : []));
  const dots = clients.map(({ color }, c) =>
    isNumbered || isTiny
      ? symbolsMark('dot', own(c), size, { role: 'samples', fill: color, strokes: isTiny ? [] : [casing] })
      : {
          ...categorySymbol(c, own(c), size, categoryColours(palette), palette, scale),
          role: 'samples' as const,
        },
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
        color: readableOn(clients[owners[i]!]!.color, [palette.paper, palette.ink]),
      }))
    : [];
  const lights =
    lit === 'samples'
      ? [symbolsMark('ring', places.flat(), size + 6 * scale, { strokes: haloStrokes(3, input) })]
      : [];
  return [...lights, ...dots, ...numbers];
}

/** Draws a line at the angle being read, with dots on models. */
function crosshairMarks(read: number, input: CircleInput, plane: Plane): Mark[] {
  const { curve, locals, clients, palette, scale, unrolled, side } = input;
  const { y, height } = plane.rect;
  const points = locals.length / Math.max(1, clients.length);
  const angle = wrap(read, unrolled.from);
  const [x] = plane.toPixel(angle, 0);
  const j = nearestPoint(read, points);
  const dot = (value: number, fill: string, size: number): Mark[] => {
    const at = held(plane.toPixel(0, value)[1], plane);
    const strokes = [penStroke(palette.paper, 1.6 * scale)];
    return Number.isNaN(at)
      ? []
      : [symbolsMark('dot', [x, at], size * scale, { role: 'hover', fill, strokes })];
  };
  return [
    pathMark([[x, y, x, y + height]], [penStroke(palette.ink, scale, { dash: [3, 3], cap: 'butt' })], {
      role: 'hover',
    }),
    ...clients.flatMap(({ color }, c) => (points > 0 ? dot(locals[c * points + j]!, color, 6) : [])),
    ...(curve ? dot(valueAt(curve, read), sideStyle(side, input).color, 9) : []),
  ];
}
