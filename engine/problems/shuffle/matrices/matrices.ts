import type { Relaxation } from '../instance.ts';
import { twoTriangles } from '../two-triangles.ts';
import type { MatricesReading, MatrixTold } from '../types.ts';
import { measureLengths } from './penalty.ts';
import { tiedEntries } from './rounding.ts';

export function tellMatrices(
  relaxation: Relaxation,
  { left, right }: MatricesReading['asked'],
): MatricesReading['told'] {
  return { left: tellMatrix(relaxation, left), right: tellMatrix(relaxation, right) };
}

export function tellMatrix(relaxation: Relaxation, state: Float64Array): MatrixTold {
  const { n } = relaxation;
  const matrix = relaxation.matrix(state);
  const rounded = relaxation.round(state);
  let along = 0;
  for (const [i, j] of rounded.permutation.entries()) along += matrix[i * n + j]!;
  const lengths = new Float64Array(2 * n);
  measureLengths(lengths, matrix, n);
  // A length above 1 is rounding.
  const shares = lengths.map((length) => Math.max(0, 1 - length));
  return {
    matrix,
    rounded,
    tied: rounded.tie ? tiedEntries(matrix, n) : [],
    // ||M - X||_1 of a doubly stochastic M.
    distance: Math.max(0, 2 * (n - along)),
    penalty: relaxation.penalty(state),
    rows: shares.slice(0, n),
    columns: shares.slice(n),
    planes: n === 3 ? twoTriangles(matrix) : null,
  };
}
