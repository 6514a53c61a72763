import { nearestPoint, TURN, wrap } from './circle-geometry.ts';
import { circlePlane } from './circle-ground.ts';
import type { CircleInput } from './circle-plot.ts';
import { POINTS } from './readings.ts';

/** A pointer that is no farther from a sample than this, in pixels along the axis, reads the sample. */
const REACH = 6;

/** An angle on one of the points that a model was asked for. */
const onPoint = (angle: number): number => (nearestPoint(angle, POINTS) * TURN) / POINTS;

/** The angle that a pixel means: a sample's own where one is within reach, else that of a point; null beside the plot. */
export function angleAt(input: CircleInput, x: number): number | null {
  const { rect, toPixel, toData } = circlePlane(input);
  if (x < rect.x - REACH || x > rect.x + rect.width + REACH) return null;
  const { angles, from } = input.unrolled;
  let [nearest, away] = [-1, REACH];
  angles.forEach((angle, i) => {
    const distance = Math.abs(toPixel(angle, 0)[0] - x);
    if (distance <= away) [nearest, away] = [i, distance];
  });
  if (nearest >= 0) return angles[nearest]!;
  const inside = Math.max(rect.x, Math.min(x, rect.x + rect.width - 1));
  return wrap(onPoint(toData(inside, 0)[0]), from);
}

/** The angle of the next sample in a direction, round and round; `fine` goes from point to point. */
export function nextAngle(
  { unrolled: { order, angles, from } }: Pick<CircleInput, 'unrolled'>,
  now: number | null,
  way: 1 | -1,
  fine: boolean,
): number {
  const first = angles[order[0]!]!;
  if (now === null) return first;
  if (fine) return wrap(onPoint(now) + (way * TURN) / POINTS, from);
  const ahead = way > 0 ? order : [...order].reverse();
  const next = ahead.find((i) => way * (angles[i]! - now) > 0) ?? ahead[0]!;
  return angles[next]!;
}
