import { solveSymmetric } from './cholesky.ts';
import { dot, norm } from './vector.ts';

/**
 * Distance vector from `target` (length d) to the cone {A^T x, x >= 0} of the rows of A (n x d, row-major), by the
 * active-set method of Lawson & Hanson, Solving Least Squares Problems, chapter 23.
 *
 * Where the result r is zero (to 1e-10 of the target's length) the target lies in the cone. Otherwise A r <= 0 and
 * r.target = ||r||^2 > 0: by Farkas' lemma r is the proof that it does not. Non-finite input gives NaN.
 */
export function residualFromCone(
  features: Float64Array,
  n: number,
  d: number,
  target: Float64Array,
): Float64Array {
  const residual = Float64Array.from(target);
  const scale = norm(target);
  const lengths = new Float64Array(n);
  for (let i = 0; i < n; i++) lengths[i] = norm(features.subarray(i * d, i * d + d));
  const passive: number[] = [];
  const weights = new Map<number, number>();
  for (let round = 0; round < 3 * d + 30; round++) {
    if (!(norm(residual) > 1e-10 * scale)) return residual.fill(Number.isFinite(scale) ? 0 : Number.NaN);
    let best = -1;
    let steepest = 1e-12 * scale;
    for (let i = 0; i < n; i++) {
      const length = lengths[i]!;
      if (length === 0 || weights.has(i)) continue;
      const slope = dot(residual, features.subarray(i * d, i * d + d)) / length;
      if (slope > steepest) {
        steepest = slope;
        best = i;
      }
    }
    if (best < 0 || passive.length >= d) return residual;
    passive.push(best);
    weights.set(best, 0);
    if (!fitPassive(features, d, target, passive, weights, lengths)) {
      weights.delete(passive.pop()!);
      return residual;
    }
    residual.set(target);
    for (const i of passive)
      for (let j = 0; j < d; j++) residual[j] = residual[j]! - weights.get(i)! * features[i * d + j]!;
  }
  return residual;
}

/** Least squares on the passive rows, moved back to the boundary until every weight is positive. */
function fitPassive(
  features: Float64Array,
  d: number,
  target: Float64Array,
  passive: number[],
  weights: Map<number, number>,
  lengths: Float64Array,
): boolean {
  while (passive.length > 0) {
    const p = passive.length;
    const gram = new Float64Array(p * p);
    const right = new Float64Array(p);
    const row = (k: number) => features.subarray(passive[k]! * d, passive[k]! * d + d);
    for (let a = 0; a < p; a++) {
      right[a] = dot(row(a), target) / lengths[passive[a]!]!;
      for (let b = 0; b < p; b++)
        gram[a * p + b] = dot(row(a), row(b)) / (lengths[passive[a]!]! * lengths[passive[b]!]!);
    }
    const fit = new Float64Array(p);
    if (!solveSymmetric(fit, gram, right, 0, new Float64Array(p * p))) return false;
    let share = 1;
    let blocking = -1;
    for (let k = 0; k < p; k++) {
      const goal = fit[k]! / lengths[passive[k]!]!;
      const now = weights.get(passive[k]!)!;
      const reach = goal <= 0 ? (now === 0 ? 0 : now / (now - goal)) : 1;
      if (reach < share) {
        share = reach;
        blocking = k;
      }
    }
    for (let k = p - 1; k >= 0; k--) {
      const i = passive[k]!;
      const now = weights.get(i)!;
      const next = now + share * (fit[k]! / lengths[i]! - now);
      if (k === blocking || (share < 1 && next <= 0)) {
        weights.delete(i);
        passive.splice(k, 1);
      } else weights.set(i, next);
    }
    if (blocking < 0) return true;
  }
  return true;
}
