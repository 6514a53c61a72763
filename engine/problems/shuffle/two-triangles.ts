import type { TwoTriangles } from './types.ts';

type Three = [number, number, number];

/**
 * Converts a doubly stochastic 3 x 3 matrix to two points. P - J/3 of the even and of the odd permutations P span two orthogonal planes,
 * and <P - J/3, P' - J/3> is 2 for P = P' and -1 for two of a kind: the components of M - J/3 are sum a_k (P_k - J/3) with a_k = <M, P_k>/3
 * of sum 1. Entry (i, j) belongs to even permutation j - i and odd one i + j (mod 3).
 */
export function twoTriangles(matrix: Float64Array): TwoTriangles {
  const even: Three = [0, 0, 0];
  const odd: Three = [0, 0, 0];
  for (let i = 0; i < 3; i++)
    for (let j = 0; j < 3; j++) {
      even[(j - i + 3) % 3]! += matrix[3 * i + j]! / 3;
      odd[(i + j) % 3]! += matrix[3 * i + j]! / 3;
    }
  const gauge = (weights: Three) => 1 - 3 * Math.min(...weights);
  return { even, odd, gauges: [gauge(even), gauge(odd)] };
}
