import { CATALOG } from '../../engine/catalog.ts';
import { sameValue, type Values } from '../../engine/params.ts';
import { createScenario, type Scenario } from '../../engine/scenario/scenario.ts';
import { VIEW_PARAMS } from '../../engine/scenario/view-params.ts';

/** The preset that the scenario is, what is merely shown apart; null where it was changed. */
export function presetOf({ problem, values }: Scenario): string | null {
  const same = (preset: Values) => {
    const whole = createScenario(problem, preset).values;
    return Object.keys(whole).every(
      (key) => Object.hasOwn(VIEW_PARAMS, key) || sameValue(whole[key]!, values[key]!),
    );
  };
  return CATALOG[problem].presets.find((preset) => same(preset.values))?.id ?? null;
}
