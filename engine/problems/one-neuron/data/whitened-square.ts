/** Relative square of a column's pivot, times d, below which it is rounding. */
const PARALLEL = 2 ** -50;

/**
 * Returns g -> g^T C^+ g for a symmetric positive semidefinite C (d x d, row-major, unchanged): the squared length of g where C is the
 * identity. g must be in the range of C, as gradients A^T r / n are for C = A^T A / n; C may be singular, and linear maps of columns change
 * nothing. Pivoted Cholesky of columns scaled to equal length (Golub & Van Loan, Matrix Computations, 4.2.8): d^3/3 products once, d^2/2
 * per call. Non-finite input gives non-finite results.
 */
export function createWhitenedSquare(matrix: Float64Array, d: number): (g: Float64Array) => number {
  const lengths = Float64Array.from({ length: d }, (_, j) => Math.sqrt(matrix[j * d + j]!));
  const order = Int32Array.from({ length: d }, (_, j) => j).filter((j) => lengths[j] !== 0);
  const rest = new Float64Array(order.length).fill(1);
  /** Cholesky factor, m x m, row-major, in the order of `order`. */
  const factor = new Float64Array(order.length * order.length);
  const m = order.length;
  let rank = 0;
  for (; rank < m; rank++) {
    let best = rank;
    for (let i = rank + 1; i < m; i++) if (rest[i]! > rest[best]!) best = i;
    if (rest[best]! <= PARALLEL * d) break;
    swap(order, rest, factor, rank, best);
    const pivot = Math.sqrt(rest[rank]!);
    factor[rank * m + rank] = pivot;
    const column = order[rank]!;
    for (let i = rank + 1; i < m; i++) {
      const row = order[i]!;
      let sum = matrix[row * d + column]! / lengths[row]! / lengths[column]!;
      for (let k = 0; k < rank; k++) sum -= factor[i * m + k]! * factor[rank * m + k]!;
      factor[i * m + rank] = sum / pivot;
      rest[i] = rest[i]! - factor[i * m + rank]! * factor[i * m + rank]!;
    }
  }
  const solved = new Float64Array(rank);
  return (g) => {
    let square = 0;
    for (let i = 0; i < rank; i++) {
      let sum = g[order[i]!]! / lengths[order[i]!]!;
      for (let k = 0; k < i; k++) sum -= factor[i * m + k]! * solved[k]!;
      solved[i] = sum / factor[i * m + i]!;
      square += solved[i]! * solved[i]!;
    }
    return square;
  };
}

function swap(order: Int32Array, rest: Float64Array, factor: Float64Array, i: number, j: number): void {
  if (i === j) return;
  const m = order.length;
  [order[i], order[j]] = [order[j]!, order[i]!];
  [rest[i], rest[j]] = [rest[j]!, rest[i]!];
  for (let k = 0; k < i; k++)
    [factor[i * m + k], factor[j * m + k]] = [factor[j * m + k]!, factor[i * m + k]!];
}
