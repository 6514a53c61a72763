import { MAX_LISTED, SHUFFLE_ENDS } from '../names.ts';
import { costOfPermutation, costOfRow } from '../permutation-costs.ts';
import type { Rounded } from '../types.ts';
import { createAssigner } from './assignment.ts';
import type { MatrixCost } from './cost.ts';

/** Permutations within `SHUFFLE_ENDS.tie` of the largest <X, M>: the lexicographically first, least and largest cost. */
interface Tied {
  readonly first: readonly number[];
  readonly costs: readonly [number, number];
}

/** Creates a rounding (n x n, row-major) to the permutation of largest <X, M>, by one assignment; lists ties up to n = 8. */
export function createRounding(cost: MatrixCost): (matrix: Float64Array) => Rounded {
  const { n } = cost;
  const whole = createAssigner(n);

  return (matrix) => {
    const sum = whole.assign(matrix, -1);
    const margin = whole.secondBest(matrix, -1);
    const tie = margin <= SHUFFLE_ENDS.tie;
    if (Number.isNaN(sum) || !tie) {
      const permutation = [...whole.permutation];
      return { permutation, cost: costOfPermutation(cost, permutation), margin, tie: false, tiedCosts: null };
    }
    if (n > MAX_LISTED) {
      const permutation = firstTied(matrix, n, -sum);
      return { permutation, cost: costOfPermutation(cost, permutation), margin, tie, tiedCosts: null };
    }
    const { first, costs } = listTied(matrix, cost, whole.rows, whole.columns);
    return { permutation: first, cost: costOfPermutation(cost, first), margin, tie, tiedCosts: costs };
  };
}

/** Returns the lexicographically first tied one: in each row the first column that leaves enough. */
function firstTied(matrix: Float64Array, n: number, largest: number): number[] {
  const permutation: number[] = [];
  const left = Array.from({ length: n }, (_, j) => j);
  let taken = 0;
  for (let i = 0; i < n; i++) {
    const size = n - 1 - i;
    const rest = createAssigner(size);
    const weights = new Float64Array(size * size);
    const at = left.findIndex((column) => {
      const others = left.filter((other) => other !== column);
      for (let k = 0; k < size; k++)
        for (let j = 0; j < size; j++) weights[k * size + j] = matrix[(i + 1 + k) * n + others[j]!]!;
      return taken + matrix[i * n + column]! - rest.assign(weights, -1) >= largest - SHUFFLE_ENDS.tie;
    });
    const [column] = left.splice(Math.max(0, at), 1);
    permutation.push(column!);
    taken += matrix[i * n + column!]!;
  }
  return permutation;
}

/** Lists tied permutations in lexicographic order by slack: the sum of u_i + v_j minus their entries. */
function listTied(
  matrix: Float64Array,
  { n, pairs }: MatrixCost,
  rows: Float64Array,
  columns: Float64Array,
): Tied {
  const permutation = new Int32Array(n);
  let first: number[] | null = null;
  let least = Number.POSITIVE_INFINITY;
  let largest = Number.NEGATIVE_INFINITY;
  const extend = (row: number, used: number, slack: number, cost: number): void => {
    if (row === n) {
      first ??= [...permutation];
      least = Math.min(least, cost);
      largest = Math.max(largest, cost);
      return;
    }
    for (let column = 0; column < n; column++) {
      if ((used >> column) & 1) continue;
      const after = slack + Math.max(0, -matrix[row * n + column]! - rows[row]! - columns[column]!);
      if (after > SHUFFLE_ENDS.tie) continue;
      permutation[row] = column;
      extend(row + 1, used | (1 << column), after, cost + costOfRow(pairs, n, permutation, row, column));
    }
  };
  extend(0, 0, 0, 0);
  return { first: first!, costs: [Math.max(0, least), Math.max(0, largest)] };
}

/** Returns all tied permutations' entries, as n row + column, ascending. */
export function tiedEntries(matrix: Float64Array, n: number): number[] {
  const largest = -createAssigner(n).assign(matrix, -1);
  const rest = createAssigner(n - 1);
  const weights = new Float64Array((n - 1) ** 2);
  return Array.from(matrix, (_, at) => at).filter((at) => {
    const [row, column] = [Math.floor(at / n), at % n];
    const others = matrix.filter((_, k) => Math.floor(k / n) !== row && k % n !== column);
    weights.set(others);
    return matrix[at]! - rest.assign(weights, -1) >= largest - SHUFFLE_ENDS.tie;
  });
}
