import { addScaled, allFinite, dot, norm } from '../../../kernels/vector.ts';

/** Tolerance of A r <= 0 relative to |a||r|: rounding of sixteen-digit data and of r. */
const LEVEL = 1e-12;

/** Least r.target relative to |r||sizes|: ten times more, beyond rounding. */
const CLEAR = 1e-11;

/** Remaining share of a vector that depends on the previous ones. */
const DEPENDENT = 1e-13;

/** Slope of a level direction: the rounding of a few dozen products. */
const FLAT = 1e-15;

/**
 * Proves `target` (length d) outside the cone {A^T x, x >= 0} of rows A (n x d, row-major): returns r with A r <= 0 and r.target > 0
 * (Farkas' lemma; docs/mathematics.md, section 2.5), or zero if the target is inside, or too close to the border for rounding. `sizes`: per
 * component, the size of the numbers summed to the target.
 *
 * The search uses orthonormal columns, which separate nearly parallel rows. The result is tested against the original rows: a.r <= 1e-12
 * |a||r| and r.target > 1e-11 |r||sizes|, lengths measured in column units. Non-finite input gives zero.
 */
export function proveOutsideCone(
  features: Float64Array,
  n: number,
  d: number,
  target: Float64Array,
  sizes: Float64Array = target,
): Float64Array {
  if (!allFinite(features) || !allFinite(target)) return new Float64Array(d);
  const units = columnUnits(features, n, d);
  const proof = (r: Float64Array) => isProof(r, features, n, d, target, sizes, units);

  const { rows, kept, triangle, level } = orthonormalised(features, n, d, units);
  const scaled = target.map((value, j) => value / units[j]!);
  // Orthogonal to all rows but not to the target.
  for (const v of level) {
    const sign = dot(v, scaled) < 0 ? -1 : 1;
    const r = v.map((value, j) => (sign * value) / units[j]!);
    if (proof(r)) return r;
  }

  const p = kept.length;
  const goal = new Float64Array(p);
  for (let k = 0; k < p; k++) goal[k] = scaled[kept[k]!]!;
  substitute(goal, triangle, p);
  const rest = restFromCone(rows, n, p, goal);
  // q.rest = a.r for a = R^T q and R r = rest.
  for (let k = p - 1; k >= 0; k--) {
    let sum = rest[k]!;
    for (let m = k + 1; m < p; m++) sum -= triangle[k * p + m]! * rest[m]!;
    rest[k] = sum / triangle[k * p + k]!;
  }
  const r = new Float64Array(d);
  for (let k = 0; k < p; k++) r[kept[k]!] = rest[k]! / units[kept[k]!]!;
  return proof(r) ? r : new Float64Array(d);
}

/** Returns each column's largest entry after dividing every row by its own largest; 1 for a column of zeros. */
function columnUnits(features: Float64Array, n: number, d: number): Float64Array {
  const units = new Float64Array(d);
  for (let i = 0; i < n; i++) {
    const row = features.subarray(i * d, i * d + d);
    const most = largest(row);
    if (most > 0) for (let j = 0; j < d; j++) units[j] = Math.max(units[j]!, Math.abs(row[j]!) / most);
  }
  return units.map((unit) => unit || 1);
}

function largest(vector: Float64Array): number {
  let most = 0;
  for (let j = 0; j < vector.length; j++) most = Math.max(most, Math.abs(vector[j]!));
  return most;
}

function isProof(
  r: Float64Array,
  features: Float64Array,
  n: number,
  d: number,
  target: Float64Array,
  sizes: Float64Array,
  units: Float64Array,
): boolean {
  const length = norm(r.map((value, j) => value * units[j]!));
  const size = norm(sizes.map((value, j) => value / units[j]!));
  if (!(dot(r, target) > CLEAR * length * size)) return false;
  const scaled = new Float64Array(d);
  for (let i = 0; i < n; i++) {
    const row = features.subarray(i * d, i * d + d);
    for (let j = 0; j < d; j++) scaled[j] = row[j]! / units[j]!;
    if (!(dot(row, r) <= LEVEL * length * norm(scaled))) return false;
  }
  return true;
}

/** Orthonormalises (Gram-Schmidt, each column twice) rows divided by their largest entry and columns by their units. */
function orthonormalised(features: Float64Array, n: number, d: number, units: Float64Array) {
  const whole = new Float64Array(n * d);
  const column = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const row = whole.subarray(i * d, i * d + d);
    for (let j = 0; j < d; j++) row[j] = features[i * d + j]! / units[j]!;
    const most = largest(row);
    if (most > 0) for (let j = 0; j < d; j++) row[j] = row[j]! / most;
  }
  const kept: number[] = [];
  const basis: Float64Array[] = [];
  const shares: Float64Array[] = [];
  const level: Float64Array[] = [];
  for (let j = 0; j < d; j++) {
    for (let i = 0; i < n; i++) column[i] = whole[i * d + j]!;
    const share = new Float64Array(basis.length + 1);
    const left = orthogonalise(column, basis, share);
    if (left > 0) {
      share[basis.length] = left;
      kept.push(j);
      shares.push(share);
      basis.push(column.map((value) => value / left));
    } else level.push(levelDirection(share, kept, shares, j, d));
  }
  const p = kept.length;
  const triangle = new Float64Array(p * p);
  for (const [k, share] of shares.entries()) for (let m = 0; m <= k; m++) triangle[m * p + k] = share[m]!;
  // Transform each row through the triangle, so that rounding in the triangle does not matter.
  const rows = new Float64Array(n * p);
  for (let i = 0; i < n; i++) {
    const row = rows.subarray(i * p, i * p + p);
    for (let k = 0; k < p; k++) row[k] = whole[i * d + kept[k]!]!;
    substitute(row, triangle, p);
    const length = norm(row);
    if (length > 0) for (let k = 0; k < p; k++) row[k] = row[k]! / length;
  }
  return {
    /** n x p: the rows in the new basis, of length 1 (or 0). */
    rows,
    /** Indices of the independent columns. */
    kept,
    /** R, p x p, upper: row q of the new basis was R^T q. */
    triangle,
    /** One direction per dependent column, orthogonal to all rows. */
    level,
  };
}

/** Returns the direction in which column j and its sum of share times the basis cancel. */
function levelDirection(
  share: Float64Array,
  kept: readonly number[],
  shares: readonly Float64Array[],
  j: number,
  d: number,
): Float64Array {
  const direction = new Float64Array(d);
  direction[j] = 1;
  for (let k = kept.length - 1; k >= 0; k--) {
    const factor = share[k]! / shares[k]![k]!;
    direction[kept[k]!] = -factor;
    for (let m = 0; m < k; m++) share[m] = share[m]! - factor * shares[k]![m]!;
  }
  return direction;
}

/**
 * Subtracts from `vector` its components along the orthonormal `basis`, twice, and adds them to `share`. Returns the remaining length; 0 if
 * rounding.
 */
function orthogonalise(vector: Float64Array, basis: readonly Float64Array[], share: Float64Array): number {
  const before = norm(vector);
  for (let pass = 0; pass < 2; pass++)
    for (const [k, q] of basis.entries()) {
      const part = dot(q, vector);
      share[k] = share[k]! + part;
      addScaled(vector, q, -part);
    }
  const left = norm(vector);
  return left > DEPENDENT * before ? left : 0;
}

/** Solves R^T x = b in place for an upper triangle R (p x p). */
function substitute(x: Float64Array, triangle: Float64Array, p: number): void {
  for (let k = 0; k < p; k++) {
    let sum = x[k]!;
    for (let m = 0; m < k; m++) sum -= triangle[m * p + k]! * x[m]!;
    x[k] = sum / triangle[k * p + k]!;
  }
}

/**
 * Returns the target minus its projection on the cone of unit rows, by active sets (Lawson & Hanson, Solving Least Squares Problems,
 * chapter 23): the independent rows with positive weights gain the steepest and lose those whose weights would turn negative.
 */
function restFromCone(rows: Float64Array, n: number, p: number, target: Float64Array): Float64Array {
  const flat = FLAT * norm(target);
  const row = (i: number) => rows.subarray(i * p, i * p + p);
  let passive: readonly number[] = [];
  let weights: readonly number[] = [];
  let rest = Float64Array.from(target);
  /** Rows that rounding removed at once, until the residual changes. */
  const barred = new Set<number>();
  for (let round = 0; round < 10 * p + 100 && passive.length < p; round++) {
    let best = -1;
    let steepest = flat;
    for (let i = 0; i < n; i++) {
      const slope = dot(rest, row(i));
      if (slope > steepest && !barred.has(i) && !passive.includes(i)) {
        steepest = slope;
        best = i;
      }
    }
    if (best < 0) return rest;
    const next = grown([...passive, best], [...weights, 0], row, target);
    if (next === null || !next.passive.includes(best)) {
      barred.add(best);
      continue;
    }
    ({ passive, weights, rest } = next);
    barred.clear();
  }
  return passive.length < p ? rest : new Float64Array(p);
}

/**
 * Fits the passive rows; while a weight would be negative, moves back to its zero and drops that row. Null if rows are dependent. `rest` is
 * orthogonal to the remaining rows, to the last digit.
 */
function grown(
  passive: number[],
  weights: number[],
  row: (i: number) => Float64Array,
  target: Float64Array,
): { passive: number[]; weights: number[]; rest: Float64Array<ArrayBuffer> } | null {
  for (;;) {
    const p = passive.length;
    const basis: Float64Array[] = [];
    const shares: Float64Array[] = [];
    for (const i of passive) {
      const vector = Float64Array.from(row(i));
      const share = new Float64Array(p);
      const left = orthogonalise(vector, basis, share);
      if (left === 0) return null;
      share[basis.length] = left;
      shares.push(share);
      basis.push(vector.map((value) => value / left));
    }
    const rest = Float64Array.from(target);
    const fit = new Float64Array(p);
    orthogonalise(rest, basis, fit);
    for (let k = p - 1; k >= 0; k--) {
      fit[k] = fit[k]! / shares[k]![k]!;
      for (let m = 0; m < k; m++) fit[m] = fit[m]! - fit[k]! * shares[k]![m]!;
    }
    let reach = 1;
    let blocking = -1;
    for (let k = 0; k < p; k++) {
      const [now, goal] = [weights[k]!, fit[k]!];
      const until = goal > 0 ? 1 : now / (now - goal || 1);
      if (goal <= 0 && (blocking < 0 || until < reach)) {
        reach = until;
        blocking = k;
      }
    }
    if (blocking < 0) return { passive, weights: Array.from(fit), rest };
    const moved = weights.map((now, k) => now + reach * (fit[k]! - now));
    const stays = moved.map((weight, k) => k !== blocking && weight > 0);
    weights = moved.filter((_, k) => stays[k]);
    passive = passive.filter((_, k) => stays[k]);
  }
}
