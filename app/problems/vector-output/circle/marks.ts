import type { OutputsUpdate, TouchTold } from '../../../../engine/problems/vector-output/types.ts';
import { type Mark, pathMark, penStroke } from '../../../charts/display-list.ts';
import type { Shown } from '../../../session/picture/extra-marks.ts';
import { comingMarks, finite, halos } from '../../kit/halo-marks.ts';
import { circleIn, pixelOf, radiusOfShare, radiusOfWeight } from './geometry.ts';
import type { CircleInput, CircleNeurons } from './input.ts';

function pixelsOf(input: CircleInput, { directions, weights }: CircleNeurons): number[] {
  const circle = circleIn(input.width, input.height, input.scale);
  return Array.from(weights, (weight, j) =>
    pixelOf(circle, directions[2 * j]!, directions[2 * j + 1]!, radiusOfWeight(circle, weight, input.unit)),
  ).flat();
}

export function circleMarks({ highlight, stage, update }: Shown, neuron: number, input: CircleInput): Mark[] {
  const { neurons, atoms, scale, palette } = input;
  const left = neurons ? pixelsOf(input, neurons) : [];
  const dead = left.filter((_, at) => neurons?.dead[at >> 1]);
  const circle = circleIn(input.width, input.height, scale);
  const marks: Mark[] = [];
  if (highlight === 'left') marks.push(...halos(finite(left), input));
  if (highlight === 'right' && atoms) marks.push(...halos(finite(pixelsOf(input, atoms)), input));
  if (highlight === 'dead' || stage === 'off') marks.push(...halos(finite(dead), input));
  if (highlight === 'band')
    marks.push({
      kind: 'circle',
      x: circle.cx,
      y: circle.cy,
      r: circle.beta,
      strokes: [penStroke(palette.ink, 6 * scale), penStroke(palette.plant, 3 * scale)],
    });
  if (!stage) return marks;
  if (stage !== 'off') marks.push(...halos(finite(left.slice(2 * neuron, 2 * neuron + 2)), input));
  const taken = (update as OutputsUpdate | null)?.round?.taken ?? [];
  const onCurve = ({ direction, height }: TouchTold) =>
    pixelOf(circle, direction[0]!, direction[1]!, radiusOfShare(circle, height / input.beta));
  const begun = ({ direction, weight }: TouchTold) =>
    pixelOf(circle, direction[0]!, direction[1]!, radiusOfWeight(circle, weight, input.unit));
  if (stage === 'off') marks.push(...comingMarks('diamond', taken.flatMap(onCurve), input));
  if (stage === 'gradient' && taken.length > 0) {
    const stems = taken.map((touch) => [...onCurve(touch), ...begun(touch)]);
    const dash = { dash: [4 * scale, 3 * scale], cap: 'butt' } as const;
    marks.push(
      pathMark(stems, [penStroke(palette.paper, 4 * scale), penStroke(palette.rightPath, 1.8 * scale, dash)]),
      ...comingMarks('square', taken.flatMap(begun), input),
    );
  }
  return marks;
}
