/**
 * The weight of the relaxation's regulariser at step k: `blend` falls to 0 in a straight line over `anneal` steps, and stays
 * as it is where `anneal` is 0 (docs/mathematics.md, section 7.5: a graduated start).
 */
export function annealedWeight(blend: number, anneal: number, k: number): number {
  return anneal > 0 ? blend * Math.max(0, 1 - k / anneal) : blend;
}
