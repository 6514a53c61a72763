import { axisText, linearTicks, roomFor, rowMarks } from '../charts/axis-marks.ts';
import type { DisplayList, Mark } from '../charts/display-list.ts';
import { createPlane, type Rect } from '../charts/geometry.ts';
import type { Palette } from '../charts/palette.ts';
import { textWidth } from '../charts/text-width.ts';

export interface CoordinatesInput {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly palette: Palette;
  /** Each of length d; null where there is none. */
  readonly plant: ArrayLike<number> | null;
  readonly left: ArrayLike<number>;
  readonly right: ArrayLike<number>;
  /** What the weights belong to, one each; empty where they have numbers alone. */
  readonly names?: readonly string[];
  /** Axis names: the weight's value and its index. */
  readonly axes: { readonly x: string; readonly y: string };
}

/** Every weight of both iterates against the plant's: one column a weight, joined to the plant by a hairline. */
export function drawCoordinates(input: CoordinatesInput): DisplayList {
  const { width, height, scale, palette, plant, left, right } = input;
  const d = left.length;
  const all = [left, right, plant ?? []].flatMap((vector) => Array.from(vector).filter(Number.isFinite));
  const low = Math.min(0, ...all);
  const high = Math.max(0, ...all);
  const room = 0.08 * (high - low || 1);
  const tall = Math.max(1, height - 42 * scale);
  const ticks = linearTicks(low - room, high + room, tall / (45 * scale));
  const beside = roomFor(ticks, scale);
  const rect: Rect = {
    x: beside,
    y: 14 * scale,
    width: Math.max(1, width - beside - 12 * scale),
    height: tall,
  };
  const plane = createPlane({ x0: 0.4, x1: d + 0.6, y0: low - room, y1: high + room }, rect);
  const marks: Mark[] = [
    {
      kind: 'rect',
      rect: { x: 0.5, y: 0.5, width: width - 1, height: height - 1 },
      strokes: [{ color: palette.hairline, width: palette.rule }],
    },
    ...rowMarks(ticks, plane, input, 9),
  ];
  const zero = plane.toPixel(1, 0)[1];
  marks.push({
    kind: 'path',
    lines: [[rect.x, zero, rect.x + rect.width, zero]],
    strokes: [{ color: palette.muted, width: palette.rule }],
  });

  const column = rect.width / d;
  const size = Math.max(4, Math.min(11, column / 3)) * scale;
  const shift = Math.min(column / 5, size * 0.7);
  const every = Math.max(1, Math.ceil((26 * scale) / column));
  const named = rect.x + rect.width + 6 * scale - textWidth(input.axes.x, 12 * scale) - 4 * scale;
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
      marks.push(axisText(palette, scale, label, x, rect.y + rect.height + 12 * scale, 'middle'));
  }
  marks.push({
    kind: 'path',
    lines: stems,
    strokes: [{ color: palette.muted, width: 1 * scale, opacity: 0.5 }],
  });
  const outline = [{ color: palette.paper, width: 1.2 * scale }];
  marks.push(
    {
      kind: 'symbols',
      shape: 'star',
      points: points.plant,
      size: 1.9 * size,
      fill: palette.plant,
      strokes: [{ color: palette.ink, width: 1 * scale }],
    },
    { kind: 'symbols', shape: 'dot', points: points.left, size, fill: palette.leftPath, strokes: outline },
    {
      kind: 'symbols',
      shape: 'square',
      points: points.right,
      size,
      fill: palette.rightPath,
      strokes: outline,
    },
    ...(isNamed
      ? []
      : [
          axisText(
            palette,
            scale,
            input.axes.x,
            rect.x + rect.width + 6 * scale,
            rect.y + rect.height + 12 * scale,
            'end',
            { strong: true },
          ),
        ]),
    axisText(palette, scale, input.axes.y, 6 * scale, 9 * scale, 'start', { strong: true }),
  );
  return marks;
}
