import atan2 from '@stdlib/math-base-special-atan2';
import { largestEigenvalue } from '../../../kernels/eigen.ts';
import { gram } from '../../../kernels/vector.ts';
import type { LayersInfo } from '../types.ts';
import type { MatrixCost } from './cost.ts';

/**
 * E(M) = tr(D S D'), D = W2' M - W2 Pi: the mean over x ~ N(0, I) of the squared distance between the outputs of network and student, who
 * mixes channels by M. grad E = 2 W2'' D S, L = 2 lmax(W2'' W2') lmax(S).
 */
export function layersCost({ groups, size, first, second, known, planted }: LayersInfo): MatrixCost {
  const n = groups * size;
  const covariance = reluCovariance(first, n);
  // W2 Pi: channel i of W2 reads channel planted[i].
  const target = new Float64Array(groups * n);
  for (let g = 0; g < groups; g++)
    for (let i = 0; i < n; i++) target[g * n + planted[i]!] = second[g * n + i]!;
  const off = new Float64Array(groups * n);
  const spread = new Float64Array(groups * n);

  function evaluate(gradient: Float64Array, matrix: Float64Array): number {
    let cost = 0;
    for (let g = 0; g < groups; g++)
      for (let l = 0; l < n; l++) {
        let sum = 0;
        for (let k = 0; k < n; k++) sum += known[g * n + k]! * matrix[k * n + l]!;
        off[g * n + l] = sum - target[g * n + l]!;
      }
    for (let g = 0; g < groups; g++)
      for (let l = 0; l < n; l++) {
        let sum = 0;
        for (let k = 0; k < n; k++) sum += off[g * n + k]! * covariance[k * n + l]!;
        spread[g * n + l] = sum;
        cost += sum * off[g * n + l]!;
      }
    for (let i = 0; i < n; i++)
      for (let l = 0; l < n; l++) {
        let sum = 0;
        for (let g = 0; g < groups; g++) sum += known[g * n + i]! * spread[g * n + l]!;
        gradient[i * n + l] = 2 * sum;
      }
    // S is positive semidefinite: a negative value is rounding.
    return Math.max(0, cost);
  }

  const mixed = new Float64Array(n * n);
  gram(mixed, known, groups, n);
  return {
    n,
    smoothness: 2 * groups * largestEigenvalue(mixed, n) * largestEigenvalue(covariance, n),
    evaluate,
    pairs: layersPairs(known, target, covariance, groups, n),
  };
}

/**
 * Returns S_kl = E relu(w_k.x) relu(w_l.x), x ~ N(0, I), for n rows: |w_k||w_l|(sin t + (pi - t) cos t)/(2 pi), t their angle (Cho & Saul,
 * 2009). |w_k||w_l| sin t by Lagrange's identity, so nothing cancels at small t.
 */
export function reluCovariance(rows: Float64Array, n: number): Float64Array {
  const d = rows.length / n;
  const covariance = new Float64Array(n * n);
  for (let k = 0; k < n; k++)
    for (let l = 0; l < n; l++) {
      let along = 0;
      let square = 0;
      for (let p = 0; p < d; p++) {
        along += rows[k * d + p]! * rows[l * d + p]!;
        for (let q = p + 1; q < d; q++) {
          const minor = rows[k * d + p]! * rows[l * d + q]! - rows[k * d + q]! * rows[l * d + p]!;
          square += minor * minor;
        }
      }
      const across = Math.sqrt(square);
      covariance[k * n + l] = (across + atan2(across, -along) * along) / (2 * Math.PI);
    }
  return covariance;
}

/** For i -> a, column a of D is W2'_i - (W2 Pi)_a: i -> a and j -> b add S_ab times the inner product of their columns, twice if i != j. */
function layersPairs(
  known: Float64Array,
  target: Float64Array,
  covariance: Float64Array,
  groups: number,
  n: number,
): Float64Array {
  const pairs = new Float64Array(n ** 4);
  for (let i = 0, at = 0; i < n; i++)
    for (let a = 0; a < n; a++)
      for (let j = 0; j < n; j++)
        for (let b = 0; b < n; b++, at++) {
          let sum = 0;
          for (let g = 0; g < groups; g++)
            sum += (known[g * n + i]! - target[g * n + a]!) * (known[g * n + j]! - target[g * n + b]!);
          pairs[at] = (i === j ? 1 : 2) * covariance[a * n + b]! * sum;
        }
  return pairs;
}
