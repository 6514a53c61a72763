import type { ProblemId } from '../catalog.ts';
import type { Values } from '../params.ts';
import type { Problem } from '../problem.ts';
import { checkProblem } from '../scenario/create-scenario.ts';
import * as problems from './index.ts';

/**
 * The whole problem, or as much of it as the scenario of these values needs: that of one neuron with two weights is at hand, the
 * rest is loaded when it is first asked for (a dynamic import, which rejects where the file cannot be had). Rejects with ScenarioError
 * for an unknown problem.
 */
export async function loadProblem(id: ProblemId, values: Values | null = null): Promise<Problem> {
  checkProblem(id);
  return problems.loadProblem(id, values);
}
