import type { NetworkUpdate } from '../../../../engine/problems/two-layer/types.ts';
import type { DrawStyle } from '../../../charts/colour/palette.ts';
import { type Mark, pathMark, penStroke } from '../../../charts/display-list.ts';
import type { Shown } from '../../../session/picture/extra-marks.ts';
import { comingMarks, finite, halos } from '../../kit/halo-marks.ts';
import { directionsOf } from '../network-facts.ts';
import {
  BAND,
  type Circle,
  type CircleNeurons,
  pixelAt,
  pixelsOf,
  radiusOfStrength,
  radiusOfValue,
} from './geometry.ts';

/** Pixels at scale 1 of the shortest drawn move. */
const LEAST = 2;

export interface CircleScene {
  readonly circle: Circle;
  /** Half the band's width, and the strength at UNIT. */
  readonly beta: number;
  readonly unit: number;
  readonly teacher: CircleNeurons | null;
  readonly left: CircleNeurons | null;
  readonly right: CircleNeurons | null;
}

/** The explanation's state; `neuron` counts from 0. */
interface CircleShown extends Shown {
  readonly update: NetworkUpdate | null;
  readonly neuron: number;
}

export function circleMarks(input: CircleShown, scene: CircleScene, drawStyle: DrawStyle): Mark[] {
  const { highlight, stage, update, neuron } = input;
  const marks: Mark[] = [];
  const all = (neurons: CircleNeurons | null) =>
    neurons ? halos(finite(pixelsOf(scene.circle, neurons, scene.unit)), drawStyle) : [];
  if (highlight === 'left') marks.push(...all(scene.left));
  if (highlight === 'right') marks.push(...all(scene.right));
  if (highlight === 'plant') marks.push(...all(scene.teacher));
  if (highlight === 'band') marks.push(...bandMarks(scene, drawStyle));
  if (highlight === 'dead') marks.push(...deadMarks(input, scene, drawStyle));
  if (!stage || !update) return marks;
  const chosen = scene.left ? pixelsOf(scene.circle, scene.left, scene.unit) : [];
  if (stage === 'off')
    marks.push(...deadMarks(input, scene, drawStyle), ...touchMarks(input, scene, drawStyle));
  else marks.push(...halos(finite(chosen.slice(2 * neuron, 2 * neuron + 2)), drawStyle));
  if (stage === 'gradient') marks.push(...takenMarks(input, scene, drawStyle));
  if (stage === 'step') marks.push(...moveMarks(input, scene, drawStyle));
  return marks;
}

function bandMarks({ circle, beta }: CircleScene, { scale, palette }: DrawStyle): Mark[] {
  if (!(beta > 0)) return [];
  return [-1, 1].map((sign) => ({
    kind: 'circle',
    x: circle.cx,
    y: circle.cy,
    r: circle.base + sign * BAND * circle.room,
    strokes: [penStroke(palette.ink, 6 * scale), penStroke(palette.plant, 3 * scale)],
  }));
}

function deadMarks(
  { update }: CircleShown,
  { circle, left, unit }: CircleScene,
  drawStyle: DrawStyle,
): Mark[] {
  const on = update?.left?.network?.on;
  if (!left || !on) return [];
  const pixels = pixelsOf(circle, left, unit);
  const points = Array.from(on).flatMap((count, j) =>
    count === 0 ? [pixels[2 * j]!, pixels[2 * j + 1]!] : [],
  );
  return halos(finite(points), drawStyle);
}

/** Marks the dual curve's points farthest outside the band. */
function touchMarks({ update }: CircleShown, { circle, beta }: CircleScene, drawStyle: DrawStyle): Mark[] {
  const taken = update?.round?.exact?.taken ?? [];
  const points = taken.flatMap(({ direction, sign, height }) =>
    pixelAt(circle, Math.atan2(direction[1], direction[0]), radiusOfValue(circle, sign * height, beta)),
  );
  return comingMarks('diamond', points, drawStyle);
}

/** Draws the blocks that a round adds, at their first lengths, with stems from the dual curve. */
function takenMarks(
  { update }: CircleShown,
  { circle, unit, beta }: CircleScene,
  drawStyle: DrawStyle,
): Mark[] {
  const points: number[] = [];
  const stems: number[][] = [];
  for (const { direction, sign, height, length } of update?.round?.exact?.taken ?? []) {
    const angle = Math.atan2(direction[1], direction[0]);
    const end = pixelAt(circle, angle, radiusOfStrength(circle, sign * length, unit));
    points.push(...end);
    stems.push([...pixelAt(circle, angle, radiusOfValue(circle, sign * height, beta)), ...end]);
  }
  if (stems.length === 0) return [];
  const { scale, palette } = drawStyle;
  return [
    pathMark(stems, [
      penStroke(palette.paper, 4 * scale),
      penStroke(palette.rightPath, 1.8 * scale, { dash: [4 * scale, 3 * scale], cap: 'butt' }),
    ]),
    ...comingMarks('square', points, drawStyle),
  ];
}

/** Draws the left neurons' moves, and the program's next neurons without lines, as they may be others. */
function moveMarks(
  { update }: CircleShown,
  { circle, left, unit }: CircleScene,
  drawStyle: DrawStyle,
): Mark[] {
  const { scale, palette } = drawStyle;
  const next = {
    left: neuronsOf(update?.left?.original.next),
    right: neuronsOf(update?.round?.after?.network),
  };
  const marks: Mark[] = [];
  if (left && next.left) {
    const [from, to] = [pixelsOf(circle, left, unit), pixelsOf(circle, next.left, unit)];
    const lines: number[][] = [];
    for (let j = 0; j < left.angles.length; j++) {
      const ends = [from[2 * j]!, from[2 * j + 1]!, to[2 * j]!, to[2 * j + 1]!];
      const length = Math.hypot(ends[2]! - ends[0]!, ends[3]! - ends[1]!);
      if (length >= LEAST * scale) lines.push(ends);
    }
    if (lines.length > 0)
      marks.push(
        pathMark(lines, [penStroke(palette.paper, 5 * scale), penStroke(palette.leftPath, 2.4 * scale)]),
      );
  }
  if (next.right) marks.push(...comingMarks('square', finite(pixelsOf(circle, next.right, unit)), drawStyle));
  return marks;
}

/** Returns a flat network's neurons, without a constant. */
function neuronsOf(flat: Float64Array | null | undefined): CircleNeurons | null {
  return flat ? directionsOf(flat.subarray(0, flat.length - (flat.length % 3))) : null;
}
