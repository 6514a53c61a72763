import type { ProblemId } from '../catalog.ts';
import type { Problem } from '../contract.ts';
import { oneNeuron } from './one-neuron/problem.ts';

/**
 * The list: one line a problem. The compiler asks for a line for every card of the catalog. The opening scene's problem is at
 * hand; the others are loaded when they are first asked for, so that a first visit does not wait for them.
 */
const LOADERS: Readonly<Record<ProblemId, () => Promise<Problem>>> = {
  'one-neuron': async () => oneNeuron,
  'two-layer': async () => (await import('./two-layer/problem.ts')).twoLayer,
  lift: async () => (await import('./lift/problem.ts')).lift,
};

export function loadProblem(id: ProblemId): Promise<Problem> {
  return LOADERS[id]();
}
