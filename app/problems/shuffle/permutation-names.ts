import type { Permutation } from '../../../engine/problems/shuffle/types.ts';

/** So many nodes are named one by one. */
const FEW = 4;

/** A permutation as the page writes it, from 1 on: “1→3, 2→1, 3→2”; of more nodes “1…6 → 3 1 2 6 5 4”. */
export function permutationName(permutation: Permutation): string {
  const to = permutation.map((column) => column + 1);
  if (to.length <= FEW) return to.map((column, row) => `${row + 1}→${column}`).join(', ');
  return `1…${to.length} → ${to.join(' ')}`;
}
