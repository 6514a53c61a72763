import { scaleLinear } from 'd3-scale';
import type { SideName } from '../../../../engine/contract.ts';
import type { CornerEdges } from '../../../../engine/problems/shuffle/types.ts';
import {
  type DisplayList,
  type Mark,
  pathMark,
  penStroke,
  symbolsMark,
} from '../../../charts/display-list.ts';
import { axisText, clipped, type Drawing, type Frame } from '../../../charts/frame.ts';
import { sideStyle } from '../../../charts/marks/side-style.ts';
import { drawIdea } from '../../kit/curve/idea-plot.ts';

export interface EdgeInput extends Drawing {
  readonly side: SideName;
  readonly edges: CornerEdges;
  /** Value at the upper edge, shared by both sides. */
  readonly top: number;
  readonly title: string;
  /** Names below: the other corners at both ends, the dearest in the middle. */
  readonly names: readonly [string, string, string];
}

/** Draws a cost along both edges of the dearest corner, which stands in the middle. */
export const drawEdges = (input: EdgeInput): DisplayList =>
  drawIdea(input, (frame) => edgeMarks(input, frame));

function edgeMarks(input: EdgeInput, frame: Frame): Mark[] {
  const { scale, palette, side, edges, top, names } = input;
  const { rect } = frame;
  const x = scaleLinear([-1, 1], [rect.x, frame.right]);
  const y = scaleLinear([0, top], [frame.bottom, rect.y + 4 * scale]);
  const [to, from] = edges.values;
  const last = to.length - 1;
  const line: number[] = [];
  for (let i = last; i > 0; i--) line.push(x(-i / last), y(to[i]!));
  for (let i = 0; i <= last; i++) line.push(x(i / last), y(from[i]!));
  const { line: stroke, color, shape } = sideStyle(side, input);
  const under = frame.bottom + 12 * scale;
  return [
    clipped(
      rect,
      [
        pathMark([[x(0), rect.y, x(0), frame.bottom]], [penStroke(palette.hairline, scale)]),
        pathMark([line], [stroke(2.4 * scale)], { role: `curve-${side}` }),
        symbolsMark(shape, [x(0), y(from[0]!)], 9 * scale, { fill: color }),
      ],
      4 * scale,
    ),
    axisText(frame, names[0], rect.x, under, 'start'),
    axisText(frame, names[1], x(0), under, 'middle', { strong: true }),
    axisText(frame, names[2], frame.right, under, 'end'),
  ];
}
