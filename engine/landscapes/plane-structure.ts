import type { PairInstance, SideName, Vector } from '../contract.ts';
import { norm } from '../kernels/vector.ts';
import type { Scaling } from '../kernels/whitening.ts';
import { type PlanarLoss, planarScaling } from './planar-loss.ts';
import { findStationaryPoints, type StationaryPoints } from './stationary-points.ts';

/** Directions and points in original units. */
export interface PlaneStructure extends Readonly<Record<SideName, StationaryPoints>> {
  /** Distinct kink lines a.w = 0. */
  readonly lines: number;
  /** Unit directions of the kink lines, flat: all, or an even selection of `MOST_LINES`. */
  readonly kinks: Vector;
}

export const UNCERTAIN = 'rows lie so close together that rounding may hide some stationary points';

/** True if both sides' lists are complete. */
export function isCertain({ left, right }: PlaneStructure): boolean {
  return left.certain && right.certain;
}

/** Most listed kink lines. */
export const MOST_LINES = 500;

/** By loss: the left's list is the same for every blend of the right. */
const known = new WeakMap<PlanarLoss, StationaryPoints>();

function stationaryPointsOf(planar: PlanarLoss, scaling: Scaling): StationaryPoints {
  const points = known.get(planar) ?? findStationaryPoints(planar, scaling);
  known.set(planar, points);
  return points;
}

/**
 * Returns every stationary point of both losses (if `certain`), exact up to rounding; null if they are not quadratics over sectors of a
 * plane (d other than 2, n = inf, problems other than one neuron). O(n).
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
