import { CATALOG, scenarioParams } from '../../../engine/catalog.ts';
import { sameValue, shapesRun, type Values } from '../../../engine/params.ts';
import { type Scenario, withDefaults } from '../../../engine/scenario/scenario.ts';

/** True if two scenarios have the same run, however displayed. */
export function isSameRun(a: Scenario, b: Scenario): boolean {
  if (a.problem !== b.problem) return false;
  const [one, other]: readonly Values[] = [a.values, b.values];
  const specs = Object.entries(scenarioParams(a.problem));
  return specs.every(([key, spec]) => !shapesRun(spec) || sameValue(one![key]!, other![key]!));
}

/** True if the run is that of a problem's defaults, as in a link with `problem=` alone. */
export function isBare(scenario: Scenario): boolean {
  return isSameRun(withDefaults(scenario.problem, {}), scenario);
}

/** Returns the preset's id, ignoring display values; null if changed. */
export function presetOf(scenario: Scenario): string | null {
  const { problem } = scenario;
  const isIt = (preset: Values) => isSameRun(withDefaults(problem, preset), scenario);
  return CATALOG[problem].presets.find(({ values }) => isIt(values))?.id ?? null;
}
