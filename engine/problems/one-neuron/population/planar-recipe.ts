import { makeProblem } from '../make-problem.ts';

/** One neuron for planar recipes, with the digits of the full problem and a third of its code. */
export const planarRecipe = makeProblem(null);
