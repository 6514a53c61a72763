import { allFinite, dot, norm } from '../../../kernels/vector.ts';
import type { Certificate } from '../types.ts';
import { createColumnSet } from './column-set.ts';

/** Relative slope that counts as level. */
const LEVEL = 1e-14;

/** Length of the rest that is rounding, relative to x. */
const NOTHING = 1e-15;

/** reachable: floor <= this max(1, ||x||^2). */
const REACHABLE = 1e-18;

/**
 * Projects x on the cone of the columns of V (m x k, row-major): min ||x - V h||^2 over h >= 0, by the active-set method of Lawson &
 * Hanson, Solving Least Squares Problems, chapter 23. d is the rest; rounding if x is reachable. Zero columns have h = 0. NaN if an input
 * is not finite.
 */
export function coneFloor(columns: Float64Array, m: number, k: number, mean: Float64Array): Certificate {
  if (!allFinite(columns) || !allFinite(mean)) return unknown(m, k);
  const size = length(mean);
  const target = mean.map((value) => value / (size || 1));
  const sizes = new Float64Array(k);
  const units = new Float64Array(k * m);
  for (let j = 0; j < k; j++) {
    const unit = units.subarray(j * m, (j + 1) * m);
    for (let i = 0; i < m; i++) unit[i] = columns[i * k + j]!;
    sizes[j] = length(unit);
    for (let i = 0; i < m; i++) unit[i] = unit[i]! / (sizes[j]! || 1);
  }
  const { rest, weights } = nearestInCone(units, m, k, target);
  const largest = sizes.reduce((most, value) => Math.max(most, value), 0);
  const h = weights.map((weight, j) => (weight === 0 ? 0 : (weight / sizes[j]!) * size));
  const d = rest.map((value) => value * size);
  const floor = dot(d, d);
  let steepest = 0;
  let along = 0;
  for (let j = 0; j < k; j++) {
    const slope = dot(rest, units.subarray(j * m, (j + 1) * m));
    steepest = Math.max(steepest, slope * (sizes[j]! / (largest || 1)));
    along += weights[j]! * slope;
  }
  const complementary = (Math.abs(along) * (size / (largest || 1))) / Math.max(1, length(h));
  return {
    h,
    d,
    floor,
    violation: Math.max(0, steepest, complementary),
    reachable: floor <= REACHABLE * Math.max(1, size * size),
  };
}

function unknown(m: number, k: number): Certificate {
  const nothing = (length: number) => new Float64Array(length).fill(Number.NaN);
  return { h: nothing(k), d: nothing(m), floor: Number.NaN, violation: Number.NaN, reachable: false };
}

/** Euclidean norm without overflow. */
function length(a: Float64Array): number {
  const most = a.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  if (most === 0) return 0;
  return norm(a.map((value) => value / most)) * most;
}

/** The same for columns and a target of length 1 (or 0). */
function nearestInCone(units: Float64Array, m: number, k: number, target: Float64Array) {
  const set = createColumnSet(units, m, k, target);
  const { rest } = set;
  /** Barred until the rest is shorter than ever, so that the loop ends. */
  const barred = new Uint8Array(k);
  let least = norm(rest);
  while (set.members.length < m && norm(rest) > NOTHING) {
    let best = -1;
    let steepest = LEVEL * norm(rest);
    for (let j = 0; j < k; j++) {
      if (barred[j] || set.has(j)) continue;
      let slope = 0;
      for (let i = 0, at = j * m; i < m; i++, at++) slope += units[at]! * rest[i]!;
      if (slope > steepest) {
        steepest = slope;
        best = j;
      }
    }
    if (best < 0) break;
    set.grow(best);
    if (norm(rest) < least) barred.fill(0);
    least = Math.min(least, norm(rest));
    barred[best] = 1;
  }
  const weights = new Float64Array(k);
  for (const [c, j] of set.members.entries()) weights[j] = set.weights[c]!;
  return { rest, weights };
}
