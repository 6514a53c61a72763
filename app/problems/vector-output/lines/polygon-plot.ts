import type { SideName } from '../../../../engine/contract.ts';
import { chartAxes, chartRect } from '../../../charts/chart-axes.ts';
import {
  type DisplayList,
  type Mark,
  pathMark,
  penStroke,
  symbolsMark,
} from '../../../charts/display-list.ts';
import { type AxisNames, clipped, type Drawing, outline } from '../../../charts/frame.ts';
import { createPlane, fitView, type Plane, type View } from '../../../charts/geometry.ts';
import { keyLine, stretch } from '../../../charts/marks/key-marks.ts';
import { sideStyle } from '../../../charts/marks/side-style.ts';

export interface PolygonInput extends Drawing {
  readonly axes: AxisNames;
  /** In the order of the feature, flat. */
  readonly labels: ArrayLike<number>;
  /** Flat (t, z_1, z_2) at ends and kinks; null until known. */
  readonly left: { readonly corners: ArrayLike<number>; readonly label: string } | null;
  readonly right: { readonly corners: ArrayLike<number>; readonly label: string } | null;
}

/** Returns a window around labels and origin with equal units; networks are cut off. */
export function polygonView(labels: ArrayLike<number>, drawing: Drawing): View {
  let reach = { x0: 0, x1: 0, y0: 0, y1: 0 };
  for (let i = 0; i + 1 < labels.length; i += 2) {
    const [x, y] = [labels[i]!, labels[i + 1]!];
    if (!Number.isFinite(x + y)) continue;
    const { x0, x1, y0, y1 } = reach;
    reach = { x0: Math.min(x0, x), x1: Math.max(x1, x), y0: Math.min(y0, y), y1: Math.max(y1, y) };
  }
  const room = 0.12 * Math.max(reach.x1 - reach.x0, reach.y1 - reach.y0) || 1;
  const view = { x0: reach.x0 - room, x1: reach.x1 + room, y0: reach.y0 - room, y1: reach.y1 + room };
  return fitView(view, chartRect(drawing.width, drawing.height, drawing.scale, view));
}

/** Draws both networks' outputs over one feature as polygons with corners at kinks. */
export function drawPolygons(input: PolygonInput): DisplayList {
  const { width, height, scale, labels, palette } = input;
  const view = polygonView(labels, input);
  const rect = chartRect(width, height, scale, view);
  const plane = createPlane(fitView(view, rect), rect);
  const dots = plane.toPixels(labels);
  const size = (labels.length > 240 ? 5 : 8) * scale;
  const inside: Mark[] = [
    // Thin: the samples' order where a network misses them.
    pathMark([dots], [penStroke(palette.muted, scale, { opacity: 0.35, dash: [2 * scale, 3 * scale] })]),
    symbolsMark('dot', dots, size, {
      role: 'samples',
      fill: palette.paper,
      strokes: [penStroke(palette.ink, 2.4 * scale)],
    }),
    ...sideMarks(plane, 'right', input),
    ...sideMarks(plane, 'left', input),
  ];
  const key = (['left', 'right'] as const).flatMap((side) => {
    const { text, line } = sideStyle(side, input);
    const own = input[side];
    return own ? [{ label: own.label, color: text, sign: stretch(22 * scale, [line(2.6 * scale)]) }] : [];
  });
  return [
    outline(input),
    ...chartAxes(plane, input, input.axes),
    clipped(rect, inside),
    ...keyLine(input, rect.x + rect.width, input.axes.y, 28 * scale, key),
  ];
}

/** Draws a polygon; its ends are no kinks and have no mark. */
function sideMarks(plane: Plane, side: SideName, input: PolygonInput): Mark[] {
  const own = input[side];
  if (!own) return [];
  const { palette, scale } = input;
  const { color, shape, line } = sideStyle(side, input);
  const pixels: number[] = [];
  for (let i = 0; i + 2 < own.corners.length; i += 3)
    pixels.push(...plane.toPixel(own.corners[i + 1]!, own.corners[i + 2]!));
  const casing = penStroke(palette.paper, 4.6 * scale, { cap: 'butt', opacity: 0.85 });
  return [
    pathMark([pixels], [casing, line(2.4 * scale)], { role: `curve-${side}` }),
    symbolsMark(shape, pixels.slice(2, -2), 7 * scale, {
      role: `hinges-${side}`,
      fill: color,
      strokes: [penStroke(palette.paper, 2 * scale)],
    }),
  ];
}
