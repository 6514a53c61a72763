import type { SideName, Vector } from '../../contract.ts';
import { createRandom, fillNormal, STREAMS } from '../../kernels/random.ts';
import { smoothnessOf } from '../../kernels/smoothness.ts';
import type { Notice } from '../../scenario/notice.ts';

export interface GameData {
  readonly m: number;
  /** k. */
  readonly width: number;
  readonly dz: number;
  readonly n: number;
  /** Z, n x dz, row-major. */
  readonly noise: Vector;
  /** x, length m. */
  readonly mean: Vector;
  /** V, m x k, row-major. */
  readonly columns: Vector;
  /** W at the start, k x dz, row-major. */
  readonly weights: Vector;
  /** d at the start, length m; absent: zeros. */
  readonly discriminator?: Vector;
}

/** `right` is `left` if both are the same. */
export interface GivenGames extends Readonly<Record<SideName, GameData>> {
  readonly notices: readonly Notice[];
}

export interface GameDraw {
  readonly seed: number;
  readonly m: number;
  readonly width: number;
  readonly dz: number;
  readonly n: number;
  /** Drawn if null or not of length m. */
  readonly xmean: readonly number[] | null;
}

/**
 * Draws standard normals, each part from its own stream: Z row by row; x, then V column by column over sqrt k; W row by row over sqrt dz.
 * So a smaller width has the first columns, longer, and the first rows of W.
 */
export function drawGame({ seed, m, width, dz, n, xmean }: GameDraw): GameData {
  const noise = new Float64Array(n * dz);
  fillNormal(noise, createRandom(seed, STREAMS.data));
  const plant = createRandom(seed, STREAMS.plant);
  const drawn = new Float64Array(m);
  fillNormal(drawn, plant);
  const columns = new Float64Array(m * width);
  const root = Math.sqrt(width);
  for (let j = 0; j < width; j++) for (let i = 0; i < m; i++) columns[i * width + j] = plant.normal() / root;
  const weights = new Float64Array(width * dz);
  fillNormal(weights, createRandom(seed, STREAMS.start));
  const size = Math.sqrt(dz);
  const mean = xmean?.length === m ? Float64Array.from(xmean) : drawn;
  return { m, width, dz, n, noise, mean, columns, weights: weights.map((value) => value / size) };
}

/** Uses noise samples -1 and 1, so h_j = |w_j|/2; the columns are the signs. */
export function twoWeightsData(
  signs: readonly [number, number],
  x: number,
  start: readonly [number, number],
): GameData {
  return {
    m: 1,
    width: 2,
    dz: 1,
    n: 2,
    noise: Float64Array.of(-1, 1),
    mean: Float64Array.of(x),
    columns: Float64Array.from(signs),
    weights: Float64Array.from(start),
  };
}

/** Returns ||V||_2^2. */
export function columnNorm({ m, width, columns }: GameData): number {
  const transposed = new Float64Array(columns.length);
  for (let i = 0; i < m; i++) for (let j = 0; j < width; j++) transposed[j * m + i] = columns[i * width + j]!;
  return smoothnessOf(transposed, width, m) * width;
}

/** Returns Lg = ||V||_2^2 lambda_max(Z^T Z/n), a bound of the squared singular values of dg/dW; 0 without noise or columns. */
export function scaleOf(data: GameData): number {
  return columnNorm(data) * smoothnessOf(data.noise, data.n, data.dz);
}
