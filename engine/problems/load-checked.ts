import type { ProblemId } from '../catalog.ts';
import type { Values } from '../params.ts';
import type { Problem } from '../problem.ts';
import { checkProblem } from '../scenario/create-scenario.ts';
import * as problems from './index.ts';

/**
 * Loads the problem, or the part that a scenario with these values needs. Except for one neuron with two weights, this is a dynamic import,
 * which rejects if the file cannot be loaded. Rejects with ScenarioError for an unknown problem.
 */
export async function loadProblem(id: ProblemId, values: Values | null = null): Promise<Problem> {
  checkProblem(id);
  return problems.loadProblem(id, values);
}
