import type { Vector } from '../../../contract.ts';
import { createRandom, fillNormal, STREAMS } from '../../../kernels/random.ts';

/** f(x) = sum_r a_r relu(w_r.x)/sqrt m with a_r = +1, -1, +1, ... */
export interface NetworkStart {
  /** m. */
  readonly width: number;
  /** True if neurons 2i and 2i + 1 start equal, so f = 0. */
  readonly paired: boolean;
  /** W, m x 3, row-major. */
  readonly weights: Vector;
}

/** Draws standard normals, row by row: m/2 rows for pairs (m even), else m. */
export function drawStart(seed: number, m: number, paired: boolean): NetworkStart {
  const rows = new Float64Array(3 * (paired ? m / 2 : m));
  fillNormal(rows, createRandom(seed, STREAMS.start));
  return startOf(rows, paired);
}

/** Takes rows of three, each used twice for pairs. */
export function startOf(rows: Vector, paired: boolean): NetworkStart {
  if (!paired) return { width: rows.length / 3, paired, weights: rows };
  const weights = new Float64Array(2 * rows.length);
  for (let at = 0; at < rows.length; at += 3) {
    weights.set(rows.subarray(at, at + 3), 2 * at);
    weights.set(rows.subarray(at, at + 3), 2 * at + 3);
  }
  return { width: weights.length / 3, paired, weights };
}
