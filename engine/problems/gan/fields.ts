import type { Field, Mark } from '../../field.ts';
import { flowOf } from './plane/flow.ts';
import { ellipsePoints } from './plane/invariant-ellipse.ts';
import { displacementOf } from './plane/map.ts';
import type { Play } from './rules.ts';
import type { Ellipse } from './types.ts';

/** Half width of a map, relative to its contents. */
const ROOM = 1.6;
const LEAST = 0.5;
/** Drawn length of infinite lines, in half widths of the map. */
const FAR = 1000;
const ORBIT = 240;

type View = readonly [x0: number, x1: number, y0: number, y1: number];

const square = (x: number, y: number, half: number): View => [x - half, x + half, y - half, y + half];

/** Maps the displacement by a round (of `optimistic`, the first), the lines that runs follow, saddle and closed orbit over (w, d). */
export function planeField(
  play: Play,
  x: number,
  start: readonly [number, number],
  ellipse: Ellipse | null,
): Field {
  const far = Math.max(Math.abs(start[0] - x), Math.abs(start[1]));
  const flow = flowOf(play);
  const marks: Mark[] = [{ kind: 'saddle', at: [x, 0], height: Number.NaN }];
  if (ellipse) marks.push({ kind: 'cycle', at: [...ellipsePoints(ellipse, x, ORBIT)], height: Number.NaN });
  return {
    domain: { kind: 'plane', view: square(x, 0, Math.max(LEAST, ROOM * far)) },
    place: ([w, d]) => [{ x: w!, y: d!, weight: 1, role: 'players', off: 0 }],
    arrow: displacementOf(play, x),
    ...(flow && {
      flow(into: Float64Array, w: number, d: number) {
        into[0] = flow[0]! * (w - x) + flow[1]! * d;
        into[1] = flow[2]! * (w - x) + flow[3]! * d;
      },
    }),
    marks: () => marks,
    startAt: (w, d) => [w, d],
  };
}

/**
 * Maps Phi(w) = ||x - g||^2/(2 rho), g = (v_1 |w_1| + v_2 |w_2|)/2, the value against the best discriminator; a rho of 0, which has none,
 * counts as 1. A state is (w_1, w_2, d).
 */
export function twoWeightsField(
  signs: readonly [number, number],
  x: number,
  rho: number,
  start: readonly [number, number],
): Field {
  const half = Math.max(LEAST, ROOM * Math.max(Math.abs(start[0]), Math.abs(start[1]), Math.abs(2 * x)));
  const height = (w1: number, w2: number) => {
    const e = x - (signs[0] * Math.abs(w1) + signs[1] * Math.abs(w2)) / 2;
    return (e * e) / (2 * (rho || 1));
  };
  const minima = minimaOf(signs, x, FAR * half);
  const marks = minima.map(
    (at): Mark => ({ kind: at.length === 2 ? 'minimum' : 'segment', at, height: height(at[0]!, at[1]!) }),
  );
  return {
    domain: { kind: 'plane', view: square(0, 0, half) },
    place: ([w1, w2]) => [{ x: w1!, y: w2!, weight: 1, role: 'weights', off: 0 }],
    height,
    marks: () => marks,
    startAt: (w1, w2) => [w1, w2],
  };
}

/** Returns a point, a diamond, or two lines with a corner each. */
function minimaOf(signs: readonly [number, number], x: number, far: number): (readonly number[])[] {
  const [first, second] = signs;
  // v_1 |w_1| + v_2 |w_2| at a minimum.
  const sum = 2 * x;
  if (first === second) {
    const size = first * sum;
    return size > 0 ? [[size, 0, 0, size, -size, 0, 0, -size, size, 0]] : [[0, 0]];
  }
  // |w_1| - |w_2|; both grow without bound.
  const along = first * sum;
  const [corner, off] = [Math.abs(along), far + Math.abs(along)];
  return [1, -1].map((side) =>
    along < 0
      ? [-far, side * off, 0, side * corner, far, side * off]
      : [side * off, -far, side * corner, 0, side * off, far],
  );
}
