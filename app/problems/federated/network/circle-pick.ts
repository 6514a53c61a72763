import { POINTS } from '../federated-readings.ts';
import { nearestPoint, TURN, wrap } from './circle-geometry.ts';
import { circlePlane } from './circle-ground.ts';
import type { CircleInput } from './circle-plot.ts';

/** Distance in pixels at scale 1 within which the pointer snaps to a sample. */
const REACH = 6;

/** Rounds an angle to the models' nearest point. */
const onPoint = (angle: number): number => (nearestPoint(angle, POINTS) * TURN) / POINTS;

/** Returns the angle at a pixel: a sample's within reach, else the nearest point's; null outside the plot. */
export function angleAt(input: CircleInput, x: number): number | null {
  const { rect, toPixel, toData } = circlePlane(input);
  const reach = REACH * input.scale;
  if (x < rect.x - reach || x > rect.x + rect.width + reach) return null;
  const { angles, from } = input.unrolled;
  let [nearest, away] = [-1, reach];
  angles.forEach((angle, i) => {
    const distance = Math.abs(toPixel(angle, 0)[0] - x);
    if (distance <= away) [nearest, away] = [i, distance];
  });
  if (nearest >= 0) return angles[nearest]!;
  const inside = Math.max(rect.x, Math.min(x, rect.x + rect.width - 1));
  return wrap(onPoint(toData(inside, 0)[0]), from);
}

/** Returns the next sample's angle in a direction, cyclically; `fine` moves by one point. */
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
