import { norm } from '../../kernels/vector.ts';
import { shorten } from './block-descent.ts';
import { createGroupProgram, type GroupData, type GroupProgram } from './working-set.ts';

/**
 * The gated ReLU program min 1/(2n) ||sum_i D_i A v_i - y||^2 + beta sum_i ||v_i|| over sampled patterns (Mishkin, Sahiner &
 * Pilanci 2022; docs/mathematics.md, section 7.7): a group lasso, since the vectors may lie anywhere, and so one of both signs. What it
 * reaches is not above the ReLU program of the same patterns. Errors as `createGroupProgram`.
 */
export function createGatedProgram(data: GroupData): GroupProgram {
  return createGroupProgram(data, {
    signs: [1],
    reach: (_pattern, _sign, pull) => norm(pull),
    isCheap: true,
    createShrink: () => shorten,
  });
}
