import type { ProblemId } from '../catalog.ts';
import type { Problem } from '../contract.ts';
import { oneNeuron } from './one-neuron/problem.ts';

/** The list: one line a problem. The compiler asks for a line for every card of the catalog. */
export const PROBLEMS: Readonly<Record<ProblemId, Problem>> = {
  'one-neuron': oneNeuron,
};
