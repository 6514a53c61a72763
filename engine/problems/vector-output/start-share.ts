import { namesOf, type Values } from '../../params.ts';
import type { OutputValues } from './make-data.ts';

/**
 * Returns an upper bound of the share of Gaussian starts from which descent with step beta < 1 comes within a relative excess of the
 * optimum, for A A^T = I and one-hot labels (docs/mathematics.md, section 13.6): each class whose loss costs more needs a neuron that
 * starts active on all its samples. 1 if no class does.
 */
export function startShare(sizes: readonly number[], neurons: number, beta: number, within = 0): number {
  const n = sizes.reduce((sum, size) => sum + size, 0);
  const optimum = sizes.reduce((sum, size) => sum + classValue(size, Math.sqrt(size), n, beta), 0);
  let share = 1;
  for (const size of sizes) {
    const excess =
      classValue(size, Math.sqrt(size - 1), n, beta) - classValue(size, Math.sqrt(size), n, beta);
    // Rounding never counts a class without cost.
    if (!(excess > (within + ROUNDING) * optimum)) continue;
    const hit = 2 ** -size;
    let found = 0;
    for (let j = 0; j < neurons; j++) found += hit * (1 - found);
    share *= found;
  }
  return share;
}

const ROUNDING = 1e-12;

/**
 * Returns the least cost of a class: min over t of size (1 - t)^2/(2n) + beta size t/reach, where unit neurons reach at most `reach` of its
 * indicator: sqrt(size), or sqrt(size - 1) if each misses a sample.
 */
function classValue(size: number, reach: number, n: number, beta: number): number {
  const rest = Math.min(1, (n * beta) / reach);
  return rest < 1 ? size * ((rest * rest) / (2 * n) + (beta * (1 - rest)) / reach) : size / (2 * n);
}

/** Returns the bound for an ensemble; null if 1 or unproved (other data or rules, longer steps, fixed starts). */
export function mostArrive(values: Values): number | null {
  const { features, rotate, rule, c, step, beta, start, sizes, neurons } = values as unknown as OutputValues;
  if (features !== 'words' || rotate || rule !== 'gd' || start !== null) return null;
  // L is above beta.
  const isShort = step === null ? c <= 1 : step * beta <= 1 - ROUNDING;
  if (!isShort || !namesOf(values.vary).includes('start')) return null;
  const share = startShare(sizes!, neurons, beta, values.within as number);
  return share < 1 ? share : null;
}
