import type { Projector } from '../instance.ts';
import { createAssigner } from './assignment.ts';

/** Most Newton steps; 5 or 6 are usual. */
const MOST_STEPS = 100;
/** Tolerance of the sums at which Newton stops, times max(1, the largest |entry|). */
const SUMS = 1e-14;
/** Largest error of the returned sums. */
const CLOSED = 1e-10;
/** Pivots below this belong to a direction r + t, c - t of one block: the dual is constant along it. */
const NULL_PIVOT = 1e-9;
/** Armijo's share of the slope, and the shortest step tried. */
const ARMIJO = 1e-4;
const SHORTEST = 1e-12;

/**
 * Projects onto doubly stochastic matrices, n x n row-major, by a semismooth Newton method on the dual (Li, Sun, Toh, arXiv 1702.05934): M
 * = (V + r 1' + 1 c')_+ where r and c minimise 1/2 ||M||^2 - sum r - sum c, whose gradient g is the row and column sums minus 1. Newton's
 * matrix is [[diag(D 1), D], [D', diag(D' 1)]] + mu I, D = 1 where M > 0, mu = min(1, |g|_inf)/10; steps by Armijo's rule, or if they at
 * least halve the least |g|_inf so far (near the end the dual lacks digits). `kept` has the last r and c, a warm start; NaN before the
 * first call, which starts at r = (1 - row sums)/n, c = 0. If Newton fails, projects `afresh`. Non-finite entries or sums give NaN.
 */
export function createBirkhoffProjector(n: number): Projector {
  const kept = new Float64Array(2 * n).fill(Number.NaN);
  let [now, next] = [dualAt(n), dualAt(n)];
  const newton = new Float64Array(2 * n);
  const schur = new Float64Array(n * n);
  const rowPivots = new Float64Array(n);
  const reduced = new Float64Array(n * n);
  const assigner = createAssigner(n);

  function project(state: Float64Array): void {
    let size = 1;
    for (const value of state) size = Math.max(size, Math.abs(value));
    if (!Number.isFinite(8 * n * n * size)) {
      state.fill(Number.NaN);
      return;
    }
    if (Number.isNaN(kept[0]!)) beginAt(now, state, n);
    else now.at.set(kept);
    evaluateDual(now, state, n);
    descend(state, size);
    if (!(now.far <= CLOSED)) afresh(state);
    kept.set(now.at);
    state.set(now.matrix);
    finishCorner(state, Math.min(2 * SUMS * size, CLOSED));
  }

  /**
   * Cold start for any entries. The duals u, v of the nearest permutation give V + u 1' + 1 v' <= 0 with the same projection, in which an
   * entry below -n is 0. (<V - M, Y> is the same, and largest, for every permutation Y mixed in M; through that entry it is below -n, along
   * the assignment at least -n.) So no number stays large. Between Newton's runs come 1, 2, 4 ... gradient steps of 1/(2 n), at most 1 over
   * the dual's smoothness, which alone converge from anywhere.
   */
  function afresh(state: Float64Array): void {
    const { rows, columns } = assigner;
    assigner.assign(state, -1);
    for (let k = 0; k < n * n; k++)
      reduced[k] = Math.min(0, Math.max(-n - 1, state[k]! + rows[Math.floor(k / n)]! + columns[k % n]!));
    beginAt(now, reduced, n);
    evaluateDual(now, reduced, n);
    for (let steps = 1; ; steps *= 2) {
      descend(reduced, 1);
      if (!(now.far > CLOSED)) break;
      for (let step = 0; step < steps; step++) {
        for (let k = 0; k < 2 * n; k++) now.at[k] = now.at[k]! - now.gradient[k]! / (2 * n);
        evaluateDual(now, reduced, n);
      }
    }
    for (let i = 0; i < n; i++) {
      now.at[i] = now.at[i]! + rows[i]!;
      now.at[n + i] = now.at[n + i]! + columns[i]!;
    }
  }

  /** Takes Newton's steps as long as they help. */
  function descend(state: Float64Array, size: number): void {
    let least = now.far;
    for (let step = 0; step < MOST_STEPS && now.far >= SUMS * size; step++) {
      let slope = findDirection();
      if (!(slope < 0)) {
        slope = 0;
        for (let k = 0; k < 2 * n; k++) {
          newton[k] = -now.gradient[k]! / n;
          slope += newton[k]! * now.gradient[k]!;
        }
      }
      let length = 1;
      for (; length >= SHORTEST; length /= 2) {
        for (let k = 0; k < 2 * n; k++) next.at[k] = now.at[k]! + length * newton[k]!;
        evaluateDual(next, state, n);
        if (next.value <= now.value + ARMIJO * length * slope || next.far < least / 2) break;
      }
      if (length < SHORTEST) return;
      [now, next] = [next, now];
      least = Math.min(least, now.far);
    }
  }

  /** Writes Newton's direction, eliminating r; returns the slope along it. */
  function findDirection(): number {
    const { matrix, gradient } = now;
    const mu = 0.1 * Math.min(1, now.far);
    schur.fill(0);
    for (let j = 0; j < n; j++) newton[n + j] = -gradient[n + j]!;
    for (let j = 0; j < n; j++) schur[j * n + j] = mu;
    for (let i = 0; i < n; i++) {
      let on = 0;
      for (let j = 0; j < n; j++) if (matrix[i * n + j]! > 0) on++;
      const pivot = on + mu;
      rowPivots[i] = pivot;
      for (let j = 0; j < n; j++) {
        if (!(matrix[i * n + j]! > 0)) continue;
        newton[n + j] = newton[n + j]! + gradient[i]! / pivot;
        schur[j * n + j] = schur[j * n + j]! + 1;
        for (let k = 0; k <= j; k++)
          if (matrix[i * n + k]! > 0) schur[j * n + k] = schur[j * n + k]! - 1 / pivot;
      }
    }
    solveSchur();
    let slope = 0;
    for (let i = 0; i < n; i++) {
      let sum = -gradient[i]!;
      for (let j = 0; j < n; j++) if (matrix[i * n + j]! > 0) sum -= newton[n + j]!;
      newton[i] = sum / rowPivots[i]!;
      slope += newton[i]! * gradient[i]! + newton[n + i]! * gradient[n + i]!;
    }
    return slope;
  }

  /** Factors the lower triangle as L D L' in place and solves for c in place; 0 without a pivot. */
  function solveSchur(): void {
    const c = newton.subarray(n);
    for (let j = 0; j < n; j++) {
      const pivot = schur[j * n + j]!;
      for (let i = j + 1; i < n; i++) {
        const factor = pivot > NULL_PIVOT ? schur[i * n + j]! / pivot : 0;
        for (let k = j + 1; k <= i; k++) schur[i * n + k] = schur[i * n + k]! - factor * schur[k * n + j]!;
        c[i] = c[i]! - factor * c[j]!;
      }
    }
    for (let j = n - 1; j >= 0; j--) {
      const pivot = schur[j * n + j]!;
      let sum = c[j]!;
      for (let i = j + 1; i < n; i++) sum -= schur[i * n + j]! * c[i]!;
      c[j] = pivot > NULL_PIVOT ? sum / pivot : 0;
    }
  }

  return { project, kept };
}

/** Rounds to a permutation within `near`, so that rounding moves no run. */
function finishCorner(matrix: Float64Array, near: number): void {
  for (const entry of matrix) if (entry > near && Math.abs(entry - 1) > near) return;
  for (let at = 0; at < matrix.length; at++) matrix[at] = matrix[at]! > near ? 1 : 0;
}

/** The dual: M, the gradient, its largest |entry| and the value. */
interface Dual {
  readonly at: Float64Array;
  readonly gradient: Float64Array;
  readonly matrix: Float64Array;
  value: number;
  far: number;
}

function dualAt(n: number): Dual {
  return {
    at: new Float64Array(2 * n),
    gradient: new Float64Array(2 * n),
    matrix: new Float64Array(n * n),
    value: 0,
    far: 0,
  };
}

function beginAt({ at }: Dual, state: Float64Array, n: number): void {
  at.fill(0);
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += state[i * n + j]!;
    at[i] = (1 - sum) / n;
  }
}

function evaluateDual(dual: Dual, state: Float64Array, n: number): void {
  const { at, gradient, matrix } = dual;
  gradient.fill(-1);
  let value = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const entry = Math.max(0, state[i * n + j]! + at[i]! + at[n + j]!);
      matrix[i * n + j] = entry;
      gradient[i] = gradient[i]! + entry;
      gradient[n + j] = gradient[n + j]! + entry;
      value += (entry * entry) / 2;
    }
  }
  dual.far = 0;
  for (let k = 0; k < 2 * n; k++) {
    value -= at[k]!;
    dual.far = Math.max(dual.far, Math.abs(gradient[k]!));
  }
  dual.value = value;
}
