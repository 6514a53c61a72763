import { orthonormalised } from './box-squares.ts';
import { multiply } from './vector.ts';

/**
 * Finds coordinates u in which the columns of the n x d rows A are orthogonal with mean square 1: A w = A' u. Gram-Schmidt, each column
 * twice: nearly parallel rows (years next to ones) become well separated. O(n d^2).
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
    /** A', n x p, row-major; equal rows stay equal, opposite ones opposite. */
    features: own,
    /** p, the rank of A. */
    rank,
    /** Returns the u of w. */
    of(w: Float64Array): Float64Array {
      multiply(outputs, features, w);
      const u = new Float64Array(rank);
      for (let i = 0; i < n; i++)
        for (let m = 0; m < rank; m++) u[m] = u[m]! + own[i * rank + m]! * outputs[i]!;
      return u.map((value) => value / n);
    },
    /** Moves w by the change from u to v; weights of dependent columns stay. */
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
