import { scaleLinear } from 'd3-scale';
import type { SideName } from '../../../engine/contract.ts';
import type { SideOfSample } from '../../../engine/problems/one-neuron/types.ts';
import { type DisplayList, type Mark, pathMark, penStroke, symbolsMark } from '../../charts/display-list.ts';
import {
  axisText,
  clipped,
  columnMarks,
  type Drawing,
  type Frame,
  linearTicks,
  nameRoom,
  rowMarks,
} from '../../charts/frame.ts';
import type { Rect } from '../../charts/geometry.ts';
import { sideStyle } from '../../charts/marks/side-style.ts';
import { nameMark, placeLabels } from '../../charts/place-labels.ts';
import { textWidth } from '../../charts/text-width.ts';
import { drawIdea } from '../kit/curve/idea-plot.ts';

export interface SamplePlotInput extends Drawing {
  readonly side: SideName;
  /** Pre-activations, symmetric about 0, and the side's loss there. */
  readonly zs: ArrayLike<number>;
  readonly of: SideOfSample;
  /** Loss at the upper edge, shared by both sides. */
  readonly top: number;
  readonly title: string;
  readonly axis: string;
  readonly inactive: string;
  readonly note: string;
}

/** Half length of the tangent at the sample, in pixels. */
const TANGENT = 26;

/** Draws a sample's loss over its pre-activation; its tangent is level if it pulls nothing. */
export const drawSample = (input: SamplePlotInput): DisplayList =>
  drawIdea(input, (frame) => sampleMarks(input, frame));

function sampleMarks(input: SamplePlotInput, frame: Frame): Mark[] {
  const { scale, palette, zs, of, top, note } = input;
  const { rect } = frame;
  const reach = zs[zs.length - 1]!;
  const x = scaleLinear([-reach, reach], [rect.x, frame.right]);
  const y = scaleLinear([0, top], [frame.bottom, rect.y]);
  const style = sideStyle(input.side, input);

  const line: number[] = [];
  for (let i = 0; i < zs.length; i++) line.push(x(zs[i]!), y(of.losses[i]!));
  const [px, py] = [x(of.z), y(of.loss)];
  const rise = (y(of.slope) - y(0)) / (x(1) - x(0));
  const run = (TANGENT * scale) / Math.sqrt(1 + rise * rise);
  const tangent = [px - run, py - run * rise, px + run, py + run * rise];

  const ticks = linearTicks(-reach, reach, rect.width / (90 * scale), x);
  const rows = linearTicks(0, top, Math.max(1, rect.height / (30 * scale)), y);
  const request = { text: note, x: px, y: py, size: 12 * scale, gap: 10 * scale };
  const names = placeLabels([request], rect, [], [line, tangent], []);
  const halo = { color: palette.paper, width: 2.5 * scale };
  return [
    {
      kind: 'rect',
      rect: { ...rect, width: x(0) - rect.x },
      fill: palette.hairline,
      opacity: 0.35,
    },
    ...rowMarks(frame, rows),
    ...columnMarks(frame, ticks, frame.right - nameRoom(input.axis, scale)),
    axisText(frame, input.axis, frame.right, frame.bottom + 12 * scale, 'end', { strong: true }),
    captionMark(input, rect, line, rect.x + 5 * scale),
    clipped(
      rect,
      [
        pathMark([tangent], [penStroke(palette.ink, 1.2 * scale, { opacity: 0.7 })]),
        pathMark([line], [style.line(2.4 * scale)], { role: `curve-${input.side}` }),
        symbolsMark(style.shape, [px, py], 9 * scale, {
          role: 'samples',
          fill: style.color,
          strokes: [penStroke(palette.paper, 1.4 * scale)],
        }),
      ],
      6 * scale,
    ),
    ...names.map((name) => nameMark(name, style.text, halo)),
  ];
}

/** Uses the upper corner of the inactive half, or the lower one if the curve crosses it. */
function captionMark(input: SamplePlotInput, rect: Rect, line: readonly number[], left: number): Mark {
  const { scale, inactive } = input;
  const size = 12 * scale;
  const right = left + textWidth(inactive, size);
  const over = line.filter((_, i) => i % 2 === 1 && line[i - 1]! < right);
  const isFree = Math.min(...over) - rect.y > 1.6 * size;
  const at = isFree ? rect.y + 0.8 * size : rect.y + rect.height - 0.8 * size;
  return axisText(input, inactive, left, at, 'start');
}
