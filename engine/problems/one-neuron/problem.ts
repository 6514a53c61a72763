import { followLazily } from './lazy-loss.ts';
import { makeProblem } from './make-problem.ts';
import { readOwnData } from './own-data.ts';
import { populationInstance } from './population-instance.ts';
import { createSlicer } from './slice-loss.ts';
import { neuronTerms } from './terms.ts';

/** One ReLU neuron: left its squared loss, right the convex relaxation (or the blend of both). */
export const problem = makeProblem(
  { readOwnData, populationInstance, followLazily, createSlicer },
  { terms: neuronTerms },
);
