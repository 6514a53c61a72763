import { chartAxes, chartRect } from '../../charts/chart-axes.ts';
import { type DisplayList, type Mark, pathMark, penStroke } from '../../charts/display-list.ts';
import { type AxisNames, clipped, type Drawing, outline } from '../../charts/frame.ts';
import { createPlane } from '../../charts/geometry.ts';
import { type KeyEntry, keyLine } from '../../charts/marks/key-marks.ts';
import { sideStyle } from '../../charts/marks/side-style.ts';

export interface FitInput extends Drawing {
  readonly axes: AxisNames;
  /** One per sample. */
  readonly labels: ArrayLike<number>;
  /** Network outputs, one per sample; non-finite ones are not drawn. */
  readonly left: { readonly outputs: ArrayLike<number>; readonly label: string } | null;
  readonly right: { readonly outputs: ArrayLike<number>; readonly label: string } | null;
}

/** Draws outputs against labels, for data that no plane can show; the diagonal is exact. */
export function drawFit(input: FitInput): DisplayList {
  const { width, height, scale, palette, labels } = input;
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < labels.length; i++)
    if (Number.isFinite(labels[i]!)) [low, high] = [Math.min(low, labels[i]!), Math.max(high, labels[i]!)];
  if (!(low < high)) [low, high] = low === high ? [low - 1, high + 1] : [-1, 1];
  // The labels set the window: a diverged run would shrink them to a dot.
  const room = 0.15 * (high - low);
  const view = { x0: low - room, x1: high + room, y0: low - room, y1: high + room };
  const rect = chartRect(width, height, scale, view);
  const plane = createPlane(view, rect);
  const many = labels.length > 200;
  const size = (many ? 4.5 : 7) * scale;
  const pixels = (outputs: ArrayLike<number>) => {
    const points: number[] = [];
    for (let i = 0; i < labels.length; i++) {
      const [x, y] = plane.toPixel(labels[i]!, outputs[i] ?? Number.NaN);
      // Outputs beyond the window are drawn at its edge.
      if (Number.isFinite(x + y)) points.push(x, Math.max(rect.y, Math.min(rect.y + rect.height, y)));
    }
    return points;
  };
  const { x0, y0, x1, y1 } = view;
  const inside: Mark[] = [
    pathMark(
      [plane.toPixels([x0, y0, x1, y1])],
      [{ color: palette.muted, width: 1.4 * scale, cap: 'butt' }],
      { role: 'diagonal' },
    ),
  ];
  // The right's open squares leave the left's disc visible.
  const looks = {
    left: { size, fill: palette.leftPath, strokes: [{ color: palette.paper, width: 2 * scale }] },
    right: {
      size: 1.3 * size,
      strokes: [
        penStroke(palette.paper, 3.2 * scale, { opacity: 0.4 }),
        penStroke(palette.rightPath, 1.6 * scale),
      ],
    },
  };
  const key: KeyEntry[] = [];
  for (const name of ['left', 'right'] as const) {
    const side = input[name];
    if (!side) continue;
    const { text, shape } = sideStyle(name, input);
    const symbol = { kind: 'symbols', shape, ...looks[name] } as const;
    inside.push({
      ...symbol,
      role: `outputs-${name}`,
      points: pixels(side.outputs),
      opacity: many ? 0.7 : 1,
    });
    const sign = (x: number, y: number) => ({ ...symbol, points: [x + 4 * scale, y] });
    key.push({ label: side.label, color: text, sign });
  }
  return [
    outline(input),
    ...chartAxes(plane, input, input.axes),
    clipped(rect, inside),
    // Above the plot: inside it they would look like samples.
    ...keyLine(input, rect.x + rect.width, input.axes.y, 12 * scale, key),
  ];
}
