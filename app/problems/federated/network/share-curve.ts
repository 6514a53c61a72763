import { scaleLinear } from 'd3-scale';
import type { DisplayList } from '../../../charts/display-list.ts';
import { clipped, linearTicks, rowMarks } from '../../../charts/frame.ts';
import { type CurveInput, hoverMarks, layLine, sideLook } from '../../../pictures/curve/curve-plot.ts';
import { cursorMarks, curveRect, stepPlot } from '../../../pictures/curve/step-plot.ts';

/** Ends of the axis, up to a power of ten. */
const ENDS = [1, 2, 5];

/** Returns the first end with room above the largest share; 0.01 if that is 0. */
function topOf(most: number): number {
  if (most === 0) return 0.01;
  for (let k = -9; k < 0; k++) for (const end of ENDS) if (most <= 0.95 * end * 10 ** k) return end * 10 ** k;
  return 1;
}

/** Draws a share of the left side from 0, in place of `drawCurves`. */
export function drawShare(input: Omit<CurveInput, 'right' | 'missing' | 'floors' | 'rays'>): DisplayList {
  const { width, height, scale, left } = input;
  const rect = curveRect(width, height, scale);
  const { frame, x, axes } = stepPlot(input, rect);
  let most = 0;
  for (let k = 0; k < left.count; k++) if (left.values[k]! > most) most = left.values[k]!;
  const y = scaleLinear([0, topOf(most)], [frame.bottom, rect.y]);
  const series = { ...left, signed: true, ended: false };
  const curve = layLine(frame, [x, y], series, sideLook('left', input));
  return [
    ...axes(rowMarks(frame, linearTicks(0, topOf(most), rect.height / (32 * scale), y))),
    ...cursorMarks(frame, x, input.step),
    clipped(rect, curve.marks, 2),
    ...hoverMarks(frame, input.hover, [curve], x, y),
  ];
}
