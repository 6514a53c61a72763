/**
 * Returns the weight of the relaxation's regulariser at step k: `blend` falls linearly to 0 over `anneal` steps, or stays constant if
 * `anneal` is 0 (docs/mathematics.md, section 7.5: a graduated start).
 */
export function annealedWeight(blend: number, anneal: number, k: number): number {
  return anneal > 0 ? blend * Math.max(0, 1 - k / anneal) : blend;
}
