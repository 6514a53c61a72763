import type { Permutation } from '../../../engine/problems/shuffle/types.ts';

const FEW = 4;

/** Formats “1→3, 2→1, 3→2”; above `FEW` nodes “1…6 → 3 1 2 6 5 4”. */
export function permutationName(permutation: Permutation): string {
  const to = permutation.map((column) => column + 1);
  if (to.length <= FEW) return to.map((column, row) => `${row + 1}→${column}`).join(', ');
  return `1…${to.length} → ${to.join(' ')}`;
}
