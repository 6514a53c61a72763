import type { Vector } from '../../contract.ts';
import { solveSymmetric } from '../../kernels/cholesky.ts';
import { distance, dot } from '../../kernels/vector.ts';
import type { RoundSettings } from './names.ts';
import type { PreparedNetwork } from './network/kernel.ts';
import { progress } from './surrogate.ts';
import { symmetricEigen } from './symmetric-eigen.ts';
import type { LinearRest } from './types.ts';

/** Rounding of eta Lmax, compared with 2. */
const ROUNDING = 1e-12;

/** One client's block q(H_cc) of G, row-major. */
export interface WeightBlock {
  readonly rows: Int32Array<ArrayBuffer>;
  readonly matrix: Vector;
}

/** Returns (1 - (1 - eta s)^K)/s, K eta at s = 0, by log2 K products without cancellation; infinite on overflow. */
export function localWeight(s: number, { local, eta }: Pick<RoundSettings, 'local' | 'eta'>): number {
  const x = eta * s;
  return eta * (x === 0 ? local : progress(x, local) / x);
}

/** Returns G. */
export function weightsOf({ blocks }: PreparedNetwork, settings: RoundSettings): WeightBlock[] {
  return blocks.map(({ rows, values, vectors }) => {
    const size = rows.length;
    const matrix = new Float64Array(size * size);
    for (let k = 0; k < size; k++) {
      const weight = localWeight(values[k]!, settings);
      for (let i = 0; i < size; i++) {
        const factor = weight * vectors[k * size + i]!;
        for (let j = 0; j < size; j++)
          matrix[i * size + j] = matrix[i * size + j]! + factor * vectors[k * size + j]!;
      }
    }
    return { rows, matrix };
  });
}

/** Writes G u. */
export function weigh(result: Vector, weights: readonly WeightBlock[], u: Vector): void {
  for (const { rows, matrix } of weights)
    for (let i = 0, at = 0; i < rows.length; i++) {
      let sum = 0;
      for (let j = 0; j < rows.length; j++, at++) sum += matrix[at]! * u[rows[j]!]!;
      result[rows[i]!] = sum;
    }
}

/** Returns the spectral radii of I - sg M: overall, and over the range of H. */
export function factorsOf(
  { spectrum, rank, data: { samples: n, count } }: PreparedNetwork,
  weights: readonly WeightBlock[],
  server: number,
): { readonly factor: number; readonly expected: number } {
  // On the range of H, M = H G/N has the eigenvalues of R G R'/N, R = the rows sqrt(lam) v'; otherwise 0.
  const roots = Array.from({ length: rank }, (_, k) => {
    const own = n - rank + k;
    const root = Math.sqrt(spectrum.values[own]!);
    return spectrum.vectors.slice(own * n, (own + 1) * n).map((value) => root * value);
  });
  const matrix = congruent(roots, weights);
  if (!matrix.every(Number.isFinite))
    return { factor: Number.POSITIVE_INFINITY, expected: Number.POSITIVE_INFINITY };
  let expected = 0;
  for (const value of symmetricEigen(matrix, rank).values)
    expected = Math.max(expected, Math.abs(1 - (server * value) / count));
  return { factor: rank < n ? Math.max(1, expected) : expected, expected };
}

/** Returns R G R', exactly symmetric. */
function congruent(rows: readonly Vector[], weights: readonly WeightBlock[]): Vector {
  const size = rows.length;
  const matrix = new Float64Array(size * size);
  const image = new Float64Array(rows[0]?.length ?? 0);
  for (const [i, row] of rows.entries()) {
    weigh(image, weights, row);
    for (let j = 0; j <= i; j++) {
      matrix[i * size + j] = dot(image, rows[j]!);
      matrix[j * size + i] = matrix[i * size + j]!;
    }
  }
  return matrix;
}

/**
 * Bounds `factor` (docs/mathematics.md, section 15.2): max(0, 1 - sg eta K lam_min/N), 1 - sg lam_min (1 - (1 - eta Lmax)^K)/(Lmax N). Null
 * if eta Lmax > 1 or sg > 1.
 */
export function bracketOf(
  { largest, smallest, data: { count } }: PreparedNetwork,
  settings: RoundSettings,
): readonly [low: number, high: number] | null {
  const { local, eta, server } = settings;
  if (eta * largest > 1 || server > 1) return null;
  const share = (server * smallest) / count;
  return [Math.max(0, 1 - share * eta * local), 1 - share * localWeight(largest, settings)];
}

/** Minimizes u' G u over u in b + range H. Null if eta Lmax >= 2 or G is singular to rounding, unless the round contracts. */
export function restOf(
  prepared: PreparedNetwork,
  weights: readonly WeightBlock[],
  { eta, server }: Pick<RoundSettings, 'eta' | 'server'>,
): LinearRest | null {
  const {
    spectrum,
    rank,
    residual,
    largest,
    data: { samples: n },
  } = prepared;
  const isShort = eta * largest < 2 - ROUNDING;
  if (!isShort && !(factorsOf(prepared, weights, server).expected < 1 - ROUNDING)) return null;
  // H > 0 reaches every u.
  if (rank === n) return { residual: new Float64Array(n), loss: 0, leastSquares: 0, excess: 0 };
  const rows = Array.from({ length: rank }, (_, k) =>
    spectrum.vectors.slice((n - rank + k) * n, (n - rank + k + 1) * n),
  );
  const [u, least] = [residual.slice(), residual.slice()];
  const [pull, along] = [new Float64Array(n), new Float64Array(rank)];
  weigh(pull, weights, residual);
  for (const [k, row] of rows.entries()) along[k] = dot(row, pull);
  const matrix = congruent(rows, weights);
  if (!solveSymmetric(along, matrix, along.slice(), 0, new Float64Array(rank * rank))) return null;
  for (const [k, row] of rows.entries()) {
    const own = dot(row, residual);
    for (let i = 0; i < n; i++) {
      u[i] = u[i]! - along[k]! * row[i]!;
      least[i] = least[i]! - own * row[i]!;
    }
  }
  // The least residual is orthogonal to range H.
  const off = distance(u, least);
  const excess = (off * off) / 2;
  return { residual: u, loss: dot(u, u) / 2, leastSquares: dot(least, least) / 2, excess };
}
