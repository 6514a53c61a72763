import type { ProblemId } from '../catalog.ts';
import type { Values } from '../params.ts';
import type { Problem } from '../problem.ts';
import { isPlanarRecipe } from './one-neuron/card.ts';
import { planarRecipe } from './one-neuron/population/planar-recipe.ts';

/**
 * Loads the whole problem, or the part that a scenario with these values needs. One neuron with two weights is loaded already; the rest is
 * a dynamic import, which rejects if the file cannot be loaded.
 */
export async function loadProblem(id: ProblemId, values: Values | null = null): Promise<Problem> {
  if (id === 'one-neuron' && values && isPlanarRecipe(values)) return planarRecipe;
  // The bundlers make one file of each folder. `id` comes from the catalog, never from a link.
  const { problem } = (await import(`./${id}/problem.ts`)) as {
    readonly problem: Problem | Promise<Problem>;
  };
  return problem;
}
