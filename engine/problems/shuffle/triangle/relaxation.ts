import type { Vector } from '../../../contract.ts';
import { largestEigenvalue } from '../../../kernels/eigen.ts';
import type { Projector, Relaxation } from '../instance.ts';
import { SHUFFLE_ENDS } from '../names.ts';
import { projectSimplex } from '../simplex-projection.ts';
import type { Permutation, Rounded } from '../types.ts';

/** I, C, C^2, in lexicographic order: C^k matches node i with node i + k (mod 3). */
export const CYCLIC: readonly [Permutation, Permutation, Permutation] = [
  [0, 1, 2],
  [1, 2, 0],
  [2, 0, 1],
];

const STATELESS: Projector = { project: projectSimplex, kept: new Float64Array(0) };

/** Returns Q of E(x0 I + x1 C + x2 C^2) = x'Qx, 3 x 3 row-major: Q_kl = <R_k, R_l>, R_k = A C^k - C^k B. */
export function triangleQuadratic(a: Vector, b: Vector): Vector {
  const residuals = CYCLIC.map((p, k) =>
    Float64Array.from({ length: 9 }, (_, at) => {
      const [i, j] = [Math.floor(at / 3), at % 3];
      return a[3 * i + ((j + 3 - k) % 3)]! - b[3 * p[i]! + j]!;
    }),
  );
  const product = (k: number, l: number) => {
    let sum = 0;
    for (let at = 0; at < 9; at++) sum += residuals[k]![at]! * residuals[l]![at]!;
    return sum;
  };
  return Float64Array.from({ length: 9 }, (_, at) => product(Math.floor(at / 3), at % 3));
}

/**
 * Returns the lambda above which corner k is a strict local minimum on the triangle: the slope towards corner l is 6 lambda + 2 (Q_kl -
 * Q_kk) per unit of x_l. On B_3 it may be larger.
 */
export function triangleThreshold(q: Vector, k: number): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let l = 0; l < 3; l++) if (l !== k) most = Math.max(most, (q[4 * k]! - q[3 * k + l]!) / 3);
  return most;
}

/** E = x'Qx on the triangle; x has the weights of I, C and C^2, L = 2 lambda_max(Q). */
export function triangleRelaxation(q: Vector): Relaxation {
  const [q00, q01, q02, , q11, q12, , , q22] = q as unknown as readonly number[] & { length: 9 };
  const [a, b, c, d, e, f] = [q00!, q01!, q02!, q11!, q12!, q22!];
  const indexOf = (permutation: readonly number[]) =>
    CYCLIC.findIndex((corner) => corner.every((column, i) => column === permutation[i]));

  function round(x: Float64Array): Rounded {
    const most = Math.max(x[0]!, x[1]!, x[2]!);
    const least = Math.min(x[0]!, x[1]!, x[2]!);
    const second = x[0]! + x[1]! + x[2]! - most - least;
    // <C^k, M> = 3 x_k.
    const tied = [0, 1, 2].filter((k) => 3 * (most - x[k]!) <= SHUFFLE_ENDS.tie);
    // If not finite, rounds to the first.
    const [first = 0] = tied;
    const costs = tied.map((k) => q[4 * k]!);
    const isTie = tied.length > 1;
    return {
      permutation: CYCLIC[first]!,
      cost: q[4 * first]!,
      margin: 3 * (most - second),
      tie: isTie,
      tiedCosts: isTie ? [Math.min(...costs), Math.max(...costs)] : null,
    };
  }

  return {
    n: 3,
    dimension: 3,
    smoothness: Math.max(0, 2 * largestEigenvalue(q, 3)),
    cost(gradient, x) {
      const [x0, x1, x2] = [x[0]!, x[1]!, x[2]!];
      const g0 = a * x0 + b * x1 + c * x2;
      const g1 = b * x0 + d * x1 + e * x2;
      const g2 = c * x0 + e * x1 + f * x2;
      gradient[0] = 2 * g0;
      gradient[1] = 2 * g1;
      gradient[2] = 2 * g2;
      return Math.max(0, x0 * g0 + x1 * g1 + x2 * g2);
    },
    penalty: (x) => Math.max(0, 6 * (1 - lengthOf(x))),
    addPenalty(gradient, x, lambda) {
      const pull = (6 * lambda) / lengthOf(x);
      gradient[0] = gradient[0]! - pull * x[0]!;
      gradient[1] = gradient[1]! - pull * x[1]!;
      gradient[2] = gradient[2]! - pull * x[2]!;
    },
    least: (gradient) => Math.min(gradient[0]!, gradient[1]!, gradient[2]!),
    round,
    projector: () => STATELESS,
    matrix(x) {
      const matrix = new Float64Array(9);
      for (const [k, corner] of CYCLIC.entries())
        for (let i = 0; i < 3; i++) matrix[3 * i + corner[i]!] = x[k]!;
      return matrix;
    },
    corner(permutation) {
      const at = indexOf(permutation);
      return at < 0 ? null : Float64Array.from({ length: 3 }, (_, k) => (k === at ? 1 : 0));
    },
    threshold(permutation) {
      const at = indexOf(permutation);
      return at < 0 ? Number.NaN : triangleThreshold(q, at);
    },
  };
}

function lengthOf(x: Float64Array): number {
  return Math.sqrt(x[0]! * x[0]! + x[1]! * x[1]! + x[2]! * x[2]!);
}
