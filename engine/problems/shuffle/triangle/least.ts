import type { Vector } from '../../../contract.ts';
import type { RestPoint } from '../types.ts';
import {
  BORDER,
  CENTRE,
  CORNERS,
  costAt,
  edgeOf,
  type Flat,
  planeOf,
  plus,
  restPoint,
  type Three,
  zeroOf,
} from './flats.ts';

/** Minimisers of E: a point, a segment or the whole triangle. */
export interface Least {
  /** The middle one. */
  readonly rest: RestPoint;
  /** Null for a point, and if E is constant. */
  readonly ends: readonly [Three, Three] | null;
}

/** Minimises x'Qx, Q positive semidefinite. Two minimisers differ by a d with Qd = 0. */
export function leastOf(q: Vector): Least {
  const plane = planeOf(q);
  const zero = zeroOf(q, 0);
  const told = (at: Three, ends: Least['ends'], isolated: boolean): Least => {
    const smallest = Math.min(...at);
    const on = smallest > BORDER ? 'interior' : Math.max(...at) < 1 ? 'edge' : 'vertex';
    return { rest: restPoint(q, 0, { at, on, kind: 'minimum', isolated }), ends };
  };
  const [high, low] = plane.curvatures as [number, number];
  if (high <= zero) return told(CENTRE, null, false);
  const at = oneLeast(q, plane, zero);
  if (low > zero) return told(at, null, true);
  const way = plane.directions[1]!.map((part) => (Math.abs(part) > BORDER ? part : 0)) as unknown as Three;
  const [back, forth] = [-reach(at, plus([0, 0, 0], -1, way)), reach(at, way)];
  if (!(forth - back > BORDER)) return told(at, null, true);
  const ends = [plus(at, back, way), plus(at, forth, way)] as const;
  return told(plus(at, (back + forth) / 2, way), ends, false);
}

/** Inside, else on an edge, else a corner. */
function oneLeast(q: Vector, plane: Flat, zero: number): Three {
  const inside = bottomOf(plane, zero);
  if (Math.min(...inside) > BORDER) return inside;
  let [best, least] = [CORNERS[0]!, Number.POSITIVE_INFINITY];
  const edges = [0, 1, 2].map((k) => bottomOf(edgeOf(q, k), zero));
  for (const at of [
    ...CORNERS,
    ...edges.filter((x) => x.every((weight) => weight > BORDER || weight === 0)),
  ]) {
    const value = costAt(q, at);
    if (value < least) [best, least] = [at, value];
  }
  return best;
}

/** Minimises E along a flat; of several returns the one nearest to its base. */
function bottomOf(on: Flat, zero: number): Three {
  const { base, directions, curvatures, slopes } = on;
  return directions.reduce(
    (sum, e, i) => (curvatures[i]! > zero ? plus(sum, -slopes[i]! / curvatures[i]!, e) : sum),
    base,
  );
}

/** Returns the distance to the border along `way` (a unit vector of sum 0). */
function reach(x: Three, way: Three): number {
  let most = Number.POSITIVE_INFINITY;
  for (let k = 0; k < 3; k++) if (way[k]! < 0) most = Math.min(most, (x[k]! > BORDER ? x[k]! : 0) / -way[k]!);
  return most;
}
