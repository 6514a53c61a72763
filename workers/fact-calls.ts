import { createFactSearch, type Facts } from '../engine/facts/scenario-facts.ts';
import { loadProblem } from '../engine/problems/index.ts';
import { ScenarioError } from '../engine/scenario/notice.ts';
import type { Scenario } from '../engine/scenario/scenario.ts';
import { breathe, elapsed } from './breathe.ts';

/** Milliseconds between two looks for a newer request. */
const PATIENCE = 20;

/**
 * The named numbers of a scenario, whatever else is open; loaded with the first question. None where the scenario cannot be met,
 * null where `isStale` says so meanwhile.
 */
export async function findFacts(
  scenario: Scenario,
  names: readonly string[],
  isStale: () => boolean,
): Promise<Facts | null> {
  const problem = await loadProblem(scenario.problem);
  if (isStale()) return null;
  try {
    const search = createFactSearch(problem, scenario.values, names);
    let heard = performance.now();
    while (search.step()) {
      if (elapsed(heard) < PATIENCE) continue;
      await breathe();
      if (isStale()) return null;
      heard = performance.now();
    }
    return search.found();
  } catch (error) {
    if (error instanceof ScenarioError) return {};
    throw error;
  }
}
