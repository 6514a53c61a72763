import { CATALOG, isProblemId, type ProblemId, scenarioParams, startLength } from '../catalog.ts';
import type { Values } from '../params.ts';
import { checkValues } from './check-values.ts';
import { notice } from './notice.ts';
import { adjusted, checkedForPage, type Scenario, unknownProblem, withDefaults } from './scenario.ts';
import { ScenarioError } from './scenario-error.ts';

/**
 * Creates the scenario of a problem's defaults with some values set. Throws ScenarioError for an unknown problem or key, a value that a
 * link could not carry, an invalid window, and a `start` or `plant` of wrong length. (With own data the number of weights is not yet known:
 * `prepare` then reports a bad vector in the instance's `notices`.)
 */
export function createScenario(problem: ProblemId, values: Values = {}): Scenario {
  checkProblem(problem);
  const checked = checkValues(scenarioParams(problem), values);
  const { scenario, notices: gaveWay } = adjusted(withDefaults(problem, checked), checked);
  const notices = [...gaveWay];
  checkedForPage(scenario.values, notices);
  const length = startLength(problem, scenario.values, null);
  const { start, plant } = scenario.values;
  for (const [key, vector] of Object.entries({ start, plant })) {
    if (length !== null && Array.isArray(vector) && vector.length !== length)
      notices.push(notice('vector-length', key, String(length), String(vector.length)));
  }
  if (notices[0]) throw new ScenarioError({ ...notices[0], refused: true });
  return scenario;
}

export function checkProblem(id: string): void {
  if (!isProblemId(id)) throw new ScenarioError(unknownProblem(id));
}

/** Creates the scenario of a preset. Throws ScenarioError for an unknown problem, RangeError for an unknown id. */
export function presetScenario(problem: ProblemId, id: string): Scenario {
  checkProblem(problem);
  const preset = CATALOG[problem].presets.find((candidate) => candidate.id === id);
  if (!preset) throw new RangeError(`expected a preset of ${problem}; got "${id}"`);
  return withDefaults(problem, preset.values);
}
