import type { Play } from '../rules.ts';
import { roundMatrix } from './map.ts';

/** Number of square roots, which leave a relative error of about 10^-6 in the generator. */
const HALVINGS = 20;

/**
 * Returns the generator G of a round, row-major, exp(G) = B on (w - x, d): every run follows its lines. Null if there is none (an
 * eigenvalue that is zero or negative) and for `optimistic`, whose rounds depend on two states. By principal square roots,
 * sqrt(B) = (B + sqrt(det) I)/sqrt(trace + 2 sqrt(det)), and G = 2^n (B^(1/2^n) - I).
 */
export function flowOf(play: Play): Float64Array | null {
  if (play.rule === 'optimistic') return null;
  const root = roundMatrix(play);
  for (let n = 0; n < HALVINGS; n++) {
    const determinant = root[0]! * root[3]! - root[1]! * root[2]!;
    if (!(determinant > 0)) return null;
    const size = Math.sqrt(determinant);
    const squared = root[0]! + root[3]! + 2 * size;
    if (!(squared > 0)) return null;
    const over = Math.sqrt(squared);
    root[0] = (root[0]! + size) / over;
    root[1] = root[1]! / over;
    root[2] = root[2]! / over;
    root[3] = (root[3]! + size) / over;
  }
  const times = 2 ** HALVINGS;
  return Float64Array.of(times * (root[0]! - 1), times * root[1]!, times * root[2]!, times * (root[3]! - 1));
}
