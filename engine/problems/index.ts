import type { ProblemId } from '../catalog.ts';
import type { Values } from '../params.ts';
import type { Problem } from '../problem.ts';
import { isPlanarRecipe } from './one-neuron/card.ts';
import { planarRecipe } from './one-neuron/population/planar-recipe.ts';

/**
 * Loads the problem, or the part that a scenario with these values needs. Except for one neuron with two weights, this is a dynamic import,
 * which rejects if the file cannot be loaded.
 */
export async function loadProblem(id: ProblemId, values: Values | null = null): Promise<Problem> {
  if (id === 'one-neuron' && values && isPlanarRecipe(values)) return planarRecipe;
  // The bundlers make one file of each folder; `id` never comes from a link.
  const { problem } = (await import(`./${id}/problem.ts`)) as {
    readonly problem: Problem | Promise<Problem>;
  };
  return problem;
}
