import { scaleLinear } from 'd3-scale';
import { type DisplayList, type Mark, pathMark, penStroke } from '../../../charts/display-list.ts';
import { clipped, linearTicks, rowMarks } from '../../../charts/frame.ts';
import { keyLine, stretch } from '../../../charts/marks/key-marks.ts';
import { sideStyle } from '../../../charts/marks/side-style.ts';
import { textWidth } from '../../../charts/text-width.ts';
import { curveLines } from '../../../pictures/curve/curve-plot.ts';
import { cursorMarks, curveRect, type StepsInput, stepPlot } from '../../../pictures/curve/step-plot.ts';

/** At equal distances from step 0; arrays may be longer than `count`. */
export interface SigmaSeries {
  readonly values: readonly ArrayLike<number>[];
  readonly count: number;
  readonly perStep: number;
}

export interface SigmaInput extends StepsInput {
  /** Left at each step; right at the last, descending. */
  readonly left: SigmaSeries;
  readonly right: ArrayLike<number>;
  /** Limit of the axis. */
  readonly labels: ArrayLike<number>;
  readonly names: { readonly left: string; readonly right: string };
}

/** Axis limit in multiples of the labels' or program's largest value. */
const HIGHEST = 1.25;

/** Pixels of the table button. */
const BUTTON = 34;

/** Draws singular values of descent's outputs per step, the program's as levels. */
export function drawSigmas(input: SigmaInput): DisplayList {
  const { width, height, scale, left, right, span, palette } = input;
  const rect = curveRect(width, height, scale);
  const { frame, x, axes } = stepPlot(input, rect);
  let top = Math.max(0, ...Array.from(right).filter(Number.isFinite));
  for (const values of left.values)
    for (let k = 0; k < left.count; k++)
      if (values[k]! < Number.POSITIVE_INFINITY) top = Math.max(top, values[k]!);
  const most = Math.max(...[...Array.from(right), ...Array.from(input.labels)].filter(Number.isFinite), 0);
  if (most > 0) top = Math.min(top, HIGHEST * most);
  const y = scaleLinear([0, 1.06 * top || 1], [frame.bottom, rect.y]);
  const own = sideStyle('left', input);
  const other = sideStyle('right', input);
  const lines = left.values.flatMap((values) =>
    curveLines({ values, count: left.count, perStep: left.perStep, label: '' }, rect, x, y),
  );
  const levels = Array.from(right, (value) => [rect.x, y(value), frame.right, y(value)]);
  const inside: Mark[] = [
    ...cursorMarks(frame, x, input.step),
    pathMark(levels, [other.line(1.6 * scale)], { role: 'curve-right' }),
    pathMark(lines, [own.line(2 * scale)], { role: 'curve-left' }),
  ];
  if (input.hover !== null) {
    const at = x(Math.min(span, input.hover));
    const hair = penStroke(palette.muted, scale, { cap: 'butt' });
    inside.push(pathMark([[at, rect.y, at, frame.bottom]], [hair], { role: 'hover' }));
  }
  const key = (['left', 'right'] as const).map((side) => {
    const { text, line } = sideStyle(side, input);
    return { label: input.names[side], color: text, sign: stretch(20 * scale, [line(1.8 * scale)]) };
  });
  // The key is optional: other pictures have the same colours and dashes.
  const names = textWidth(`${input.title}${input.names.left}${input.names.right}`, 13 * scale);
  const hasRoom = rect.x + names + 100 * scale < width - BUTTON;
  return [
    ...axes(rowMarks(frame, linearTicks(0, 1.06 * top || 1, Math.max(2, rect.height / (30 * scale)), y))),
    clipped(rect, inside, 3),
    ...(hasRoom ? keyLine(input, width - BUTTON, input.title, 25 * scale, key) : []),
  ];
}
