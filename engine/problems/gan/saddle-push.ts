import { smoothnessOf } from '../../kernels/smoothness.ts';
import type { GameData } from './game-data.ts';
import { createPass } from './network/game.ts';

/**
 * Returns eta sigma_max^2, sigma^2 the eigenvalues of sum_j ||zeta_j||^2 v_j v_j^T at W (k x dz), to compare with rho (docs/mathematics.md,
 * section 14.5). NaN if W is not finite.
 */
export function pushOf(data: GameData, weights: Float64Array, eta: number): number {
  const { m, width: k, dz, columns } = data;
  const zeta = new Float64Array(weights.length);
  createPass(data)(new Float64Array(k), zeta, weights, 0, k);
  if (!weights.every(Number.isFinite)) return Number.NaN;
  /** ||zeta_j|| v_j^T, k x m. */
  const rows = new Float64Array(k * m);
  for (let j = 0; j < k; j++) {
    let square = 0;
    for (let q = j * dz; q < (j + 1) * dz; q++) square += zeta[q]! * zeta[q]!;
    const length = Math.sqrt(square);
    for (let i = 0; i < m; i++) rows[j * m + i] = length * columns[i * k + j]!;
  }
  return eta * (smoothnessOf(rows, k, m) * k);
}
