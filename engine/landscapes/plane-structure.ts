import type { PairInstance, SideName, Vector } from '../contract.ts';
import { norm } from '../kernels/vector.ts';
import type { Scaling } from '../kernels/whitening.ts';
import { type PlanarLoss, planarScaling } from './planar-loss.ts';
import { findStationaryPoints, type StationaryPoints } from './stationary-points.ts';

/** What is known of both losses over the plane beside their values; directions and places in original units. */
export interface PlaneStructure extends Readonly<Record<SideName, StationaryPoints>> {
  /** Number of kink lines a.w = 0, coincident ones counted once. */
  readonly lines: number;
  /** Unit directions of the kink lines, flat [x, y, ...]: all of them, or an even choice of at most `MOST_LINES`. */
  readonly kinks: Vector;
}

/** What is said of lists that are not certain. */
export const UNCERTAIN = 'rows lie so close together that rounding may hide some stationary points';

/** Whether the lists of both sides are complete. */
export function isCertain({ left, right }: PlaneStructure): boolean {
  return left.certain && right.certain;
}

/** Most kink lines that are named. */
export const MOST_LINES = 500;

/** Those of a loss that is kept are kept with it: the left side's are the same under every blend of the right. */
const known = new WeakMap<PlanarLoss, StationaryPoints>();

function stationaryPointsOf(planar: PlanarLoss, scaling: Scaling): StationaryPoints {
  const points = known.get(planar) ?? findStationaryPoints(planar, scaling);
  known.set(planar, points);
  return points;
}

/**
 * Every stationary point of both losses over the plane (where `certain`), sector by sector and exact up to rounding; null where the losses are no
 * quadratics over sectors of one (d other than 2, n = inf, problems other than one neuron). O(n).
 */
export function describePlane({ left, right, scaling }: PairInstance): PlaneStructure | null {
  const [ofLeft, ofRight] = [left.planar(), right.planar()];
  if (!ofLeft || !ofRight) return null;
  const { directions, rays } = ofLeft.arrangement;
  const lines = rays / 2;
  const every = Math.max(1, Math.ceil(lines / MOST_LINES));
  const kinks = new Float64Array(2 * Math.ceil(lines / every));
  const direction = new Float64Array(2);
  const { toOriginal } = planarScaling(ofLeft, scaling);
  for (let k = 0; k < kinks.length / 2; k++) {
    toOriginal(direction, directions.subarray(2 * k * every, 2 * k * every + 2));
    const length = norm(direction);
    for (let j = 0; j < 2; j++) kinks[2 * k + j] = direction[j]! / length;
  }
  return {
    left: stationaryPointsOf(ofLeft, scaling),
    right: stationaryPointsOf(ofRight, scaling),
    lines,
    kinks,
  };
}
