import type { MatrixCost } from './matrices/cost.ts';
import type { Best, Permutation } from './types.ts';

/** Most permutations listed by `bestOf`. */
const MOST_NAMED = 8;

/** Returns the largest difference of equal costs: 1e-12 n L, above rounding (matching has E <= n L/2). */
export function equalCost({ n, smoothness }: Pick<MatrixCost, 'n' | 'smoothness'>): number {
  return 1e-12 * n * smoothness;
}

export function costOfPermutation({ n, pairs }: MatrixCost, permutation: ArrayLike<number>): number {
  let cost = 0;
  for (let j = 0; j < n; j++) cost += costOfRow(pairs, n, permutation, j, permutation[j]!);
  return Math.max(0, cost);
}

/** Returns the terms that row j -> b adds to E, given rows 0 .. j - 1. */
export function costOfRow(
  pairs: Float64Array,
  n: number,
  permutation: ArrayLike<number>,
  j: number,
  b: number,
): number {
  const to = j * n + b;
  let sum = pairs[to * n * n + to]!;
  for (let i = 0; i < j; i++) sum += pairs[(i * n + permutation[i]!) * n * n + to]!;
  return sum;
}

/** Returns all n! costs in lexicographic order. n = 8: 40,320 numbers, some milliseconds. */
export function permutationCosts({ n, pairs }: MatrixCost): Float64Array<ArrayBuffer> {
  const costs = new Float64Array(factorial(n));
  const permutation = new Int32Array(n);
  let at = 0;
  const extend = (row: number, used: number, cost: number): void => {
    if (row === n) {
      costs[at++] = Math.max(0, cost);
      return;
    }
    for (let column = 0; column < n; column++) {
      if ((used >> column) & 1) continue;
      permutation[row] = column;
      extend(row + 1, used | (1 << column), cost + costOfRow(pairs, n, permutation, row, column));
    }
  };
  extend(0, 0, 0);
  return costs;
}

/** Returns the best of all n! costs: those at most `within` above the least. */
export function bestOf(costs: Float64Array, n: number, within: number): Best {
  let cost = Number.POSITIVE_INFINITY;
  for (const one of costs) cost = Math.min(cost, one);
  const permutations: Permutation[] = [];
  let count = 0;
  for (let index = 0; index < costs.length; index++) {
    if (!(costs[index]! <= cost + within)) continue;
    if (count++ < MOST_NAMED) permutations.push(permutationAt(index, n));
  }
  return { cost, permutations, count, within };
}

/** True if this is the best cost; false if not all are listed. */
export function isBest(cost: number, best: Best | null): boolean {
  return best !== null && cost - best.cost <= best.within;
}

/** Returns permutation number `index` in lexicographic order. */
export function permutationAt(index: number, n: number): number[] {
  const left = Array.from({ length: n }, (_, k) => k);
  let rest = index;
  return left.slice().map((_, i) => {
    const block = factorial(n - 1 - i);
    const [taken] = left.splice(Math.floor(rest / block), 1);
    rest %= block;
    return taken!;
  });
}

export function indexOf(permutation: Permutation): number {
  const n = permutation.length;
  let index = 0;
  for (let i = 0; i < n; i++) {
    let smaller = 0;
    for (let j = i + 1; j < n; j++) if (permutation[j]! < permutation[i]!) smaller++;
    index += smaller * factorial(n - 1 - i);
  }
  return index;
}

export function factorial(n: number): number {
  let product = 1;
  for (let k = 2; k <= n; k++) product *= k;
  return product;
}
