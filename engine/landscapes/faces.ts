import { orthonormalised, shortestInBox } from '../kernels/box-squares.ts';
import { solveSymmetric } from '../kernels/cholesky.ts';
import { addOuterProducts } from '../kernels/symmetric.ts';
import { addScaled, dot, norm } from '../kernels/vector.ts';
import type { Kinks } from './kinks.ts';

/** Sides of a kink; `HELD` is on it. */
const OFF = -1;
const HELD = 0;
const ON = 1;

/** A gradient below this, relative to its terms, is rounding. */
const ROUNDING = 1e-14;

/** A move below this, relative to |a||v|, is zero: the row depends on the held kinks. */
const ALONG = 1e-11;

/** A slope below this, relative to its terms, is no endless fall. */
const LEVEL = 1e-9;

/** A curvature below this is zero (all samples: 1). */
const FLAT = 1e-13;

/** Move limit; a few dozen are typical. */
const MOST_MOVES = 2000;

/**
 * Descends in place along the faces of a piecewise quadratic with orthogonal columns of mean square 1. A face is the intersection of the
 * held kinks; a move is a Newton step on it, cut where the slope no longer falls. If that is a kink, it is then held. On a face without
 * slope the shortest subgradient determines which kinks are released; if that is zero too, w is a minimum of the pieces that meet there
 * (for a convex loss the minimum). Returns the final length of the shortest subgradient relative to its terms: below 1e-9 for such a point;
 * Infinity if the loss falls forever. Source: docs/mathematics.md, section 6.3.
 */
export function descendOnFaces(kinks: Kinks, w: Float64Array): number {
  const { rows, lengths, curvatures, slopes, samples: n } = kinks;
  const d = w.length;
  const count = rows.length;
  const flat = new Float64Array(count * d);
  for (const [i, row] of rows.entries()) flat.set(row, i * d);
  const side = Int8Array.from(rows, (row) => (dot(row, w) > 0 ? ON : OFF));
  const jump = Float64Array.from(slopes.on, (slope, i) => slope - slopes.off[i]!);
  const curvatureOf = (i: number, at: number) =>
    at === ON ? curvatures.on[i]! : at === OFF ? curvatures.off[i]! : 0;
  const slopeOf = (i: number, at: number) => (at === ON ? slopes.on[i]! : slopes.off[i]!);
  let held: number[] = [];
  let basis: readonly Float64Array[] = [];

  /** n times the Hessian on `side`, lower triangle only. */
  const matrix = new Float64Array(d * d);
  const picked = new Int32Array(count);
  const factors = new Float64Array(count);
  function addCurvatures(changes: readonly (readonly [number, number])[]): void {
    let used = 0;
    for (const [i, change] of changes) {
      if (change === 0) continue;
      picked[used] = i;
      factors[used++] = change;
    }
    addOuterProducts(matrix, flat, d, picked, factors, used);
  }
  addCurvatures(rows.map((_, i) => [i, curvatureOf(i, side[i]!)]));

  function turn(changes: readonly (readonly [number, number])[]): void {
    addCurvatures(changes.map(([i, to]) => [i, curvatureOf(i, to) - curvatureOf(i, side[i]!)]));
    for (const [i, to] of changes) side[i] = to;
    held = held.filter((i) => side[i] === HELD);
    for (const [i, to] of changes) if (to === HELD) held.push(i);
    const made = orthonormalised(held.map((i) => rows[i]!));
    basis = made.basis;
    if (basis.length === d) w.fill(0);
    for (const q of basis) addScaled(w, q, -dot(q, w));
  }

  function inFace(vector: Float64Array): Float64Array {
    const inside = Float64Array.from(vector);
    for (let pass = 0; pass < 2; pass++) for (const q of basis) addScaled(inside, q, -dot(q, inside));
    return inside;
  }

  /** n times the gradient of the free samples, and the sum of its absolute terms. */
  const gradient = new Float64Array(d);
  function slope(): number {
    gradient.fill(0);
    let size = 0;
    for (let i = 0; i < count; i++) {
      if (side[i] === HELD) continue;
      const bend = curvatureOf(i, side[i]!) * dot(rows[i]!, w);
      const push = bend + slopeOf(i, side[i]!);
      size += lengths[i]! * (Math.abs(bend) + Math.abs(slopeOf(i, side[i]!)));
      if (push !== 0) addScaled(gradient, rows[i]!, push);
    }
    return size;
  }

  const work = new Float64Array(d * d);
  const bent = new Float64Array(d * d);
  /** Null if the matrix breaks down. */
  function newton(projected: Float64Array): Float64Array | null {
    for (let j = 0; j < d; j++)
      for (let k = j; k < d; k++) bent[k * d + j] = bent[j * d + k] = matrix[j * d + k]!;
    const along = new Float64Array(d);
    for (const q of basis) {
      for (let j = 0; j < d; j++) along[j] = dot(bent.subarray(j * d, j * d + d), q);
      // (I - qq) M (I - qq) + n qq.
      const own = dot(q, along) + n;
      for (let j = 0; j < d; j++)
        for (let k = 0; k < d; k++)
          bent[j * d + k] = bent[j * d + k]! - q[j]! * along[k]! - along[j]! * q[k]! + own * q[j]! * q[k]!;
    }
    const move = new Float64Array(d);
    if (!solveSymmetric(move, bent, projected, 1e-12 * n, work)) return null;
    for (let j = 0; j < d; j++) move[j] = -move[j]!;
    return inFace(move);
  }

  /** Moves along v to the first point where the loss stops falling. Returns the step; Infinity if there is none. */
  function moveAlong(v: Float64Array, size: number): number {
    const speed = norm(v);
    let fall = dot(gradient, v);
    if (!(fall < 0)) return 0;
    const steps: { at: number; i: number; dz: number }[] = [];
    let bend = 0;
    for (let i = 0; i < count; i++) {
      if (side[i] === HELD) continue;
      const dz = dot(rows[i]!, v);
      bend += curvatureOf(i, side[i]!) * dz * dz;
      if (Math.abs(dz) <= ALONG * lengths[i]! * speed || dz > 0 === (side[i] === ON)) continue;
      steps.push({ at: Math.max(0, -dot(rows[i]!, w) / dz), i, dz });
    }
    steps.sort((a, b) => a.at - b.at || a.i - b.i);
    let at = 0;
    const changes: [number, number][] = [];
    const stop = (to: number) => {
      addScaled(w, v, to);
      turn(changes);
      return to;
    };
    for (const { at: next, i, dz } of steps) {
      const there = fall + bend * (next - at);
      if (there >= 0) return stop(at - fall / bend);
      fall = there + Math.abs(dz) * jump[i]!;
      at = next;
      if (fall >= 0) {
        changes.push([i, HELD]);
        return stop(at);
      }
      changes.push([i, dz > 0 ? ON : OFF]);
      bend += (dz > 0 ? 1 : -1) * (curvatures.on[i]! - curvatures.off[i]!) * dz * dz;
    }
    if (bend > FLAT * n * speed * speed) return stop(at - fall / bend);
    return -fall > LEVEL * size * speed ? Number.POSITIVE_INFINITY : stop(at);
  }

  let before = Number.POSITIVE_INFINITY;
  /** Moves in a row that changed only sides. */
  let idle = 0;
  for (let round = 0; round < MOST_MOVES && idle <= d + 20; round++) {
    const size = slope();
    const projected = inFace(gradient);
    const length = norm(projected);
    // If a move within one piece did not halve the slope, rounding limits it.
    if (length > ROUNDING * size && length < before / 2) {
      const move = newton(projected);
      if (!move) return Number.POSITIVE_INFINITY;
      const sides = side.slice();
      const far = moveAlong(move, size);
      if (far === Number.POSITIVE_INFINITY) return far;
      before = side.every((value, i) => value === sides[i]) ? length : Number.POSITIVE_INFINITY;
      idle = far > 0 ? 0 : idle + 1;
      continue;
    }
    const all = held.reduce(
      (sum, i) => sum + lengths[i]! * Math.max(Math.abs(slopes.on[i]!), Math.abs(slopes.off[i]!)),
      size,
    );
    if (all === 0) return 0;
    if (held.length === 0) return length / all;
    const { rest, factors: pulls } = shortestInBox(
      gradient,
      held.map((i) => rows[i]!),
      held.map((i) => slopes.off[i]!),
      held.map((i) => slopes.on[i]!),
    );
    const steepness = norm(rest);
    const down = rest.map((value) => -value);
    const loose = held.flatMap((i, k): [number, number][] => {
      const turns = dot(rows[i]!, down) / (lengths[i]! * steepness);
      if (pulls[k] === slopes.on[i] && turns > ALONG) return [[i, ON]];
      return pulls[k] === slopes.off[i] && turns < -ALONG ? [[i, OFF]] : [];
    });
    if (steepness <= 1e-13 * all || loose.length === 0) return steepness / all;
    turn(loose);
    const far = moveAlong(inFace(down), slope());
    if (far === Number.POSITIVE_INFINITY) return far;
    idle = far > 0 ? 0 : idle + 1;
    before = Number.POSITIVE_INFINITY;
  }
  return Number.POSITIVE_INFINITY;
}
