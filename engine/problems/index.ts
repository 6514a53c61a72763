import type { ProblemId } from '../catalog.ts';
import type { Values } from '../params.ts';
import type { Problem } from '../problem.ts';
import { isPlanarRecipe } from './one-neuron/card.ts';
import { planarRecipe } from './one-neuron/population/planar-recipe.ts';

/**
 * The whole problem, or as much of it as the scenario of these values needs: that of one neuron with two weights is at hand, the
 * rest is loaded when it is first asked for (a dynamic import, which rejects where the file cannot be had).
 */
export async function loadProblem(id: ProblemId, values: Values | null = null): Promise<Problem> {
  if (id === 'one-neuron' && values && isPlanarRecipe(values)) return planarRecipe;
  // The bundlers make a file of its own of each folder; the names are those of the catalog, never of a link.
  const { problem } = (await import(`./${id}/problem.ts`)) as {
    readonly problem: Problem | Promise<Problem>;
  };
  return problem;
}
