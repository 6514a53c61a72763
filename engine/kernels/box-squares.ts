import { addScaled, dot, norm } from './vector.ts';

/** A row whose remainder after orthogonalisation is below this depends on earlier ones. */
const DEPENDENT = 1e-11;

/** A slope below this, relative to the lengths in its product, is level. */
const LEVEL = 1e-12;

/**
 * Returns the shortest g + sum of x_k rows[k] with low[k] <= x_k <= high[k], by the active-set method of Stark & Parker, Bounded-variable
 * least squares (1995), starting with every factor free in the middle of its box. Rows may be dependent. Stops after at most 3 rounds per
 * row plus 20; the result is then in the box, but not the shortest.
 */
export function shortestInBox(
  g: Float64Array,
  rows: readonly Float64Array[],
  low: ArrayLike<number>,
  high: ArrayLike<number>,
) {
  const factors = Float64Array.from(rows, (_, k) => (low[k]! + high[k]!) / 2);
  let free = rows.map((_, k) => k);
  const restOf = (without: readonly number[] = []) => {
    const rest = Float64Array.from(g);
    for (const [k, row] of rows.entries()) if (!without.includes(k)) addScaled(rest, row, factors[k]!);
    return rest;
  };
  /** Factor freed in the previous round: if it returned at once, rounding had freed it. */
  let freed = -1;
  const barred = new Set<number>();
  for (let round = 0; round < 3 * rows.length + 20; round++) {
    // Minimise over the free factors, stop where the first meets its bound, fix that one, and repeat until none does.
    for (;;) {
      const goal = leastSquares(restOf(free), free, rows, factors);
      let reach = 1;
      let blocking = -1;
      for (const [at, k] of free.entries()) {
        const [now, to] = [factors[k]!, goal[at]!];
        const bound = clamp(to, low[k]!, high[k]!);
        if (bound === to) continue;
        const until = (bound - now) / (to - now);
        if (blocking < 0 || until < reach) [reach, blocking] = [until, k];
      }
      for (const [at, k] of free.entries())
        factors[k] = clamp(factors[k]! + reach * (goal[at]! - factors[k]!), low[k]!, high[k]!);
      if (blocking < 0) break;
      factors[blocking] =
        factors[blocking]! - low[blocking]! < high[blocking]! - factors[blocking]!
          ? low[blocking]!
          : high[blocking]!;
      free = free.filter((k) => factors[k]! > low[k]! && factors[k]! < high[k]!);
    }
    if (freed >= 0 && !free.includes(freed)) barred.add(freed);
    else barred.clear();
    const rest = restOf();
    const length = norm(rest);
    let steepest = 0;
    freed = -1;
    for (const [k, row] of rows.entries()) {
      if (free.includes(k) || barred.has(k)) continue;
      const slope = dot(row, rest);
      const inwards = factors[k] === low[k] ? -slope : slope;
      if (inwards > LEVEL * length * norm(row) && inwards > steepest) [steepest, freed] = [inwards, k];
    }
    if (freed < 0) return { rest, factors };
    free = [...free, freed];
  }
  return {
    /** g + sum of factors[k] rows[k]. */
    rest: restOf(),
    /** One per row, within its bounds. */
    factors,
  };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

/** Returns x_k, k in `free`, of the shortest b + sum x_k rows[k]; factors of rows that depend on earlier ones stay unchanged. */
function leastSquares(
  b: Float64Array,
  free: readonly number[],
  rows: readonly Float64Array[],
  factors: Float64Array,
): Float64Array {
  const { basis, shares, kept } = orthonormalised(free.map((k) => rows[k]!));
  const goal = Float64Array.from(free, (k) => factors[k]!);
  const rest = Float64Array.from(b);
  for (const [at, k] of free.entries()) if (!kept.includes(at)) addScaled(rest, rows[k]!, factors[k]!);
  const sums = new Float64Array(basis.length);
  for (let pass = 0; pass < 2; pass++)
    for (const [i, q] of basis.entries()) {
      const part = dot(q, rest);
      sums[i] = sums[i]! - part;
      addScaled(rest, q, -part);
    }
  for (let i = basis.length - 1; i >= 0; i--) {
    const x = sums[i]! / shares[i]![i]!;
    goal[kept[i]!] = x;
    for (let m = 0; m < i; m++) sums[m] = sums[m]! - x * shares[i]![m]!;
  }
  return goal;
}

/** Orthonormalises by Gram-Schmidt, each row twice: returns the basis, the coefficients of each kept row, and the kept rows. */
export function orthonormalised(rows: readonly Float64Array[]): {
  readonly basis: readonly Float64Array[];
  readonly shares: readonly Float64Array[];
  readonly kept: readonly number[];
} {
  const basis: Float64Array[] = [];
  const shares: Float64Array[] = [];
  const kept: number[] = [];
  for (const [at, row] of rows.entries()) {
    const left = Float64Array.from(row);
    const share = new Float64Array(basis.length + 1);
    for (let pass = 0; pass < 2; pass++)
      for (const [i, q] of basis.entries()) {
        const part = dot(q, left);
        share[i] = share[i]! + part;
        addScaled(left, q, -part);
      }
    const length = norm(left);
    if (!(length > DEPENDENT * norm(row))) continue;
    share[basis.length] = length;
    shares.push(share);
    kept.push(at);
    basis.push(left.map((value) => value / length));
  }
  return { basis, shares, kept };
}
