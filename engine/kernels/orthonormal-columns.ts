import { orthonormalised } from './box-squares.ts';
import { multiply } from './vector.ts';

/**
 * Coordinates u in which the columns of n x d rows A are orthogonal and of mean square 1: A w = A' u. By Gram and Schmidt, each column
 * twice: rows that are nearly parallel (years beside ones) lie apart in it. O(n d^2).
 */
export function orthonormalColumns(features: Float64Array, n: number, d: number) {
  const columns = Array.from({ length: d }, (_, j) => {
    const column = new Float64Array(n);
    for (let i = 0; i < n; i++) column[i] = features[i * d + j]!;
    return column;
  });
  const { basis, shares, kept } = orthonormalised(columns);
  const rank = basis.length;
  const size = Math.sqrt(n);
  const own = new Float64Array(n * rank);
  for (const [m, q] of basis.entries()) for (let i = 0; i < n; i++) own[i * rank + m] = q[i]! * size;
  const outputs = new Float64Array(n);
  return {
    /** A', n x p, row-major; equal rows stay equal, and opposite ones opposite. */
    features: own,
    /** p, the rank of A. */
    rank,
    /** The u of w. */
    of(w: Float64Array): Float64Array {
      multiply(outputs, features, w);
      const u = new Float64Array(rank);
      for (let i = 0; i < n; i++)
        for (let m = 0; m < rank; m++) u[m] = u[m]! + own[i * rank + m]! * outputs[i]!;
      return u.map((value) => value / n);
    },
    /** Moves w by what leads from u to v; weights of columns that depend on others stay. */
    move(w: Float64Array, u: Float64Array, v: Float64Array): void {
      const left = v.map((value, m) => (value - u[m]!) * size);
      for (let m = rank - 1; m >= 0; m--) {
        const by = left[m]! / shares[m]![m]!;
        w[kept[m]!] = w[kept[m]!]! + by;
        for (let i = 0; i < m; i++) left[i] = left[i]! - by * shares[m]![i]!;
      }
    },
  };
}

export type ColumnFrame = ReturnType<typeof orthonormalColumns>;
