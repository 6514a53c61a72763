import { createFactSearch, type Facts } from '../../engine/facts/scenario-facts.ts';
import { loadProblem } from '../../engine/problems/index.ts';
import type { Scenario } from '../../engine/scenario/scenario.ts';
import { ScenarioError } from '../../engine/scenario/scenario-error.ts';
import { runSliced } from '../sliced.ts';

/** Computes numbers of any scenario. Empty for an impossible one, null once `isStale`. */
export async function findFacts(
  scenario: Scenario,
  names: readonly string[],
  isStale: () => boolean,
): Promise<Facts | null> {
  const problem = await loadProblem(scenario.problem);
  if (isStale()) return null;
  try {
    const search = createFactSearch(problem, scenario.values, names);
    return (await runSliced(search, isStale)) ? search.found() : null;
  } catch (error) {
    if (error instanceof ScenarioError) return {};
    throw error;
  }
}
