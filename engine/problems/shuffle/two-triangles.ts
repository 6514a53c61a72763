import type { TwoTriangles } from './types.ts';

/** The permutations of three in the order of the weights: even I, C, C^2 (entry i, j is in number j - i mod 3), odd (i + j mod 3). */
export const EVEN = [
  [0, 1, 2],
  [1, 2, 0],
  [2, 0, 1],
] as const;
export const ODD = [
  [0, 2, 1],
  [1, 0, 2],
  [2, 1, 0],
] as const;

type Three = [number, number, number];

/**
 * A doubly stochastic 3 x 3 matrix as two points. P - J/3 of the even and of the odd permutations P span two orthogonal planes, and
 * <P - J/3, P' - J/3> is 2 for P = P' and -1 for two of a kind: the parts of M - J/3 in them are sum a_k (P_k - J/3) with a_k = <M, P_k>/3,
 * whose sum is 1. A gauge is 1 - 3 times the least weight.
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

/** The matrix of two points: sum a_k P_k + sum b_k S_k - J/3. It is doubly stochastic iff the gauges sum to at most 1. */
export function matrixOf({ even, odd }: Pick<TwoTriangles, 'even' | 'odd'>): Float64Array<ArrayBuffer> {
  return Float64Array.from({ length: 9 }, (_, at) => {
    const [i, j] = [Math.floor(at / 3), at % 3];
    return even[(j - i + 3) % 3]! + odd[(i + j) % 3]! - 1 / 3;
  });
}
