import { orthonormalised } from '../../kernels/box-squares.ts';
import { norm } from '../../kernels/vector.ts';
import type { GameData } from './game-data.ts';
import { coneFloor } from './network/cone-floor.ts';

/** Relative distance below which a sum lies in a cone. */
const INSIDE = 1e-9;

/** True if V has rank m up to rounding: then only d = 0 pulls at no column. */
export function spans({ m, width: k, columns }: Pick<GameData, 'm' | 'width' | 'columns'>): boolean {
  return rankOf(columns, m, k) === m;
}

/**
 * True if the noise samples lie in no closed half-space through 0, up to rounding: iff they have rank dz and minus their sum lies in their
 * cone (docs/mathematics.md, section 14.4).
 */
export function surroundsOrigin({ noise, n, dz }: Pick<GameData, 'noise' | 'n' | 'dz'>): boolean {
  if (rankOf(noise, n, dz) < dz) return false;
  const samples = new Float64Array(dz * n);
  const opposite = new Float64Array(dz);
  for (let i = 0; i < n; i++)
    for (let q = 0; q < dz; q++) {
      samples[q * n + i] = noise[i * dz + q]!;
      opposite[q] = opposite[q]! - noise[i * dz + q]!;
    }
  const { d } = coneFloor(samples, dz, n, opposite);
  return norm(d) <= INSIDE * norm(opposite);
}

function rankOf(matrix: Float64Array, rows: number, columns: number): number {
  const listed = Array.from({ length: columns }, (_, j) =>
    Float64Array.from({ length: rows }, (_, i) => matrix[i * columns + j]!),
  );
  return orthonormalised(listed).basis.length;
}
