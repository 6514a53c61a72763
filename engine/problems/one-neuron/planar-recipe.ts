import type { Values } from '../../params.ts';
import { isPopulation } from './card.ts';
import { makeProblem } from './make-problem.ts';

/** Whether a scenario is a recipe of finitely many samples with two weights: what a first visit opens. */
export function isPlanarRecipe(values: Values): boolean {
  const { features, d } = values;
  return features !== 'csv' && !isPopulation(values) && (features === 'line' || d === 2);
}

/** One neuron for those scenarios alone, with the digits of the whole problem and a third of its code. */
export const planarRecipe = makeProblem(null);
