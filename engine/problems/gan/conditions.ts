import { orthonormalised } from '../../kernels/box-squares.ts';
import { norm } from '../../kernels/vector.ts';
import { coneFloor } from './cone-floor.ts';
import type { GameData } from './game-data.ts';

/** What is left of a sum after its projection on a cone, against its length, below which the sum lies in it. */
const INSIDE = 1e-9;

/** Whether V has rank m, up to rounding: then only d = 0 pulls at no column. */
export function spans({ m, width: k, columns }: Pick<GameData, 'm' | 'width' | 'columns'>): boolean {
  return rankOf(columns, m, k) === m;
}

/**
 * Whether the noise samples lie in no closed half-space through 0, up to rounding. They do so iff they have rank dz and minus the sum s of their
 * directions lies in their cone: then s + (-s) = 0 is a combination with every weight above 0, so that each -z_i lies in the cone, which is the
 * whole space; and in a half-space a.z >= 0 that holds them all, -s lies in it only where a.z_i = 0 for every i.
 */
export function surroundsOrigin({ noise, n, dz }: Pick<GameData, 'noise' | 'n' | 'dz'>): boolean {
  if (rankOf(noise, n, dz) < dz) return false;
  /** Directions, dz x n. */
  const directions = new Float64Array(dz * n);
  const sum = new Float64Array(dz);
  for (let i = 0; i < n; i++) {
    const sample = noise.subarray(i * dz, (i + 1) * dz);
    const length = norm(sample) || 1;
    for (let q = 0; q < dz; q++) {
      directions[q * n + i] = sample[q]! / length;
      sum[q] = sum[q]! - sample[q]! / length;
    }
  }
  const { d } = coneFloor(directions, dz, n, sum);
  return norm(d) <= INSIDE * norm(sum);
}

/** Rank of a matrix with so many rows and columns, up to rounding. */
function rankOf(matrix: Float64Array, rows: number, columns: number): number {
  const listed = Array.from({ length: columns }, (_, j) =>
    Float64Array.from({ length: rows }, (_, i) => matrix[i * columns + j]!),
  );
  return orthonormalised(listed).basis.length;
}
