import { type DisplayList, type Mark, pathMark, symbolsMark } from '../../../charts/display-list.ts';
import {
  type AxisNames,
  axisText,
  createFrame,
  type Drawing,
  linearTicks,
  outline,
  roomFor,
  rowMarks,
} from '../../../charts/frame.ts';
import { createPlane } from '../../../charts/geometry.ts';
import { sideStyle } from '../../../charts/marks/side-style.ts';
import { textWidth } from '../../../charts/text-width.ts';

export interface CoordinatesInput extends Drawing {
  /** Each of length d; null if there is none. */
  readonly plant: ArrayLike<number> | null;
  readonly left: ArrayLike<number>;
  readonly right: ArrayLike<number>;
  /** Names of the weights, one each; empty if they are only numbered. */
  readonly names?: readonly string[];
  /** Names of the axes: the weight's value and its index. */
  readonly axes: AxisNames;
}

/** Draws every weight of both iterates: one column each, joined to the plant's by a hairline. */
export function drawCoordinates(input: CoordinatesInput): DisplayList {
  const { width, height, scale, palette, plant, left, right } = input;
  const d = left.length;
  const all = [left, right, plant ?? []].flatMap((vector) => Array.from(vector).filter(Number.isFinite));
  const low = Math.min(0, ...all);
  const high = Math.max(0, ...all);
  const room = 0.08 * (high - low || 1);
  const view = { x0: 0.4, x1: d + 0.6, y0: low - room, y1: high + room };
  const tall = Math.max(1, height - 42 * scale);
  const ticks = (place?: (value: number) => number) =>
    linearTicks(view.y0, view.y1, tall / (45 * scale), place);
  const beside = roomFor(ticks(), scale);
  const rect = { x: beside, y: 14 * scale, width: Math.max(1, width - beside - 12 * scale), height: tall };
  const plane = createPlane(view, rect);
  // The kit's chart has its base at the plot's edge, not at zero.
  const frame = createFrame(input, rect);
  const zero = plane.toPixel(1, 0)[1];
  const foot = frame.bottom + 12 * scale;
  const marks: Mark[] = [
    outline(input),
    ...rowMarks(
      frame,
      ticks((value) => plane.toPixel(0, value)[1]),
      rect.y + 9 * scale,
    ),
    pathMark([[rect.x, zero, frame.right, zero]], [{ color: palette.muted, width: palette.rule }]),
  ];

  const column = rect.width / d;
  const size = Math.max(4, Math.min(11, column / 3)) * scale;
  const shift = Math.min(column / 5, size * 0.7);
  const every = Math.max(1, Math.ceil((26 * scale) / column));
  const named = frame.right + 2 * scale - textWidth(input.axes.x, 12 * scale);
  const names = input.names ?? [];
  const isNamed =
    names.length === d && names.every((name) => textWidth(name, 12 * scale) < column - 8 * scale);
  const stems: number[][] = [];
  const points = { left: [] as number[], right: [] as number[], plant: [] as number[] };
  for (let j = 0; j < d; j++) {
    const [x, ly] = plane.toPixel(j + 1, left[j]!);
    const ry = plane.toPixel(j + 1, right[j]!)[1];
    const base = plant ? plane.toPixel(j + 1, plant[j]!)[1] : zero;
    stems.push([x - shift, base, x - shift, ly], [x + shift, base, x + shift, ry]);
    points.left.push(x - shift, ly);
    points.right.push(x + shift, ry);
    if (plant) points.plant.push(x, base);
    const label = isNamed ? names[j]! : String(j + 1);
    if (isNamed || (((j + 1) % every === 0 || d <= 12) && x + textWidth(label, 6 * scale) < named))
      marks.push(axisText(input, label, x, foot, 'middle'));
  }
  marks.push(pathMark(stems, [{ color: palette.muted, width: 1 * scale, opacity: 0.5 }]));
  const side = (name: 'left' | 'right'): Mark =>
    symbolsMark(sideStyle(name, input).shape, points[name], size, {
      role: `weights-${name}`,
      fill: sideStyle(name, input).color,
      strokes: [{ color: palette.paper, width: 1.2 * scale }],
    });
  return [
    ...marks,
    symbolsMark('star', points.plant, 1.9 * size, {
      role: 'plant',
      fill: palette.plant,
      strokes: [{ color: palette.ink, width: 1 * scale }],
    }),
    side('left'),
    side('right'),
    ...(isNamed
      ? []
      : [axisText(input, input.axes.x, frame.right + 6 * scale, foot, 'end', { strong: true })]),
    axisText(input, input.axes.y, 6 * scale, 9 * scale, 'start', { strong: true }),
  ];
}
