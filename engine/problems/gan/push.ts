import type { Vector } from '../../contract.ts';
import { smoothnessOf } from '../../kernels/smoothness.ts';
import type { GameData } from './game-data.ts';

/**
 * sigma_max^2, the largest eigenvalue of Dg Dg^T = sum_j ||zeta_j||^2 v_j v_j^T, with zeta_j k x dz row-major. NaN where zeta is not finite.
 * Times eta it is the push that the brake must outweigh at a saddle (docs/mathematics.md, section 14).
 */
export function largestSquare(
  { m, width: k, columns }: Pick<GameData, 'm' | 'width' | 'columns'>,
  zeta: Vector,
): number {
  const block = zeta.length / k;
  const rows = new Float64Array(k * m);
  for (let j = 0; j < k; j++) {
    let square = 0;
    for (let q = j * block; q < (j + 1) * block; q++) square += zeta[q]! * zeta[q]!;
    for (let i = 0; i < m; i++) rows[j * m + i] = Math.sqrt(square) * columns[i * k + j]!;
  }
  return smoothnessOf(rows, k, m) * k;
}
