import type { ProblemId } from '../catalog.ts';
import type { Problem } from '../contract.ts';
import type { Values } from '../params.ts';
import { isPlanarRecipe, planarRecipe } from './one-neuron/planar-recipe.ts';

/**
 * The list: one line a problem. The compiler asks for a line for every card of the catalog. They are loaded
 * when they are first asked for, so that a first visit does not wait for them.
 */
const LOADERS: Readonly<Record<ProblemId, () => Promise<Problem>>> = {
  'one-neuron': async () => (await import('./one-neuron/problem.ts')).oneNeuron,
  'two-layer': async () => (await import('./two-layer/problem.ts')).twoLayer,
  lift: async () => (await import('./lift/problem.ts')).lift,
};

/**
 * The whole problem, or as much of it as the scenario of these values needs: that of one neuron with two weights is at hand, the
 * rest is loaded when it is first asked for (a dynamic import, which rejects where the file cannot be had).
 */
export async function loadProblem(id: ProblemId, values: Values | null = null): Promise<Problem> {
  if (id === 'one-neuron' && values && isPlanarRecipe(values)) return planarRecipe;
  return LOADERS[id]();
}
