import { makeProblem } from '../make-problem.ts';

/** One neuron for those scenarios alone, with the digits of the whole problem and a third of its code. */
export const planarRecipe = makeProblem(null);
