import { CATALOG, scenarioParams } from '../../engine/catalog.ts';
import { sameValue, shapesRun, type Values } from '../../engine/params.ts';
import { type Scenario, withDefaults } from '../../engine/scenario/scenario.ts';

/** The preset that the scenario is, what is merely shown apart; null where it was changed. */
export function presetOf({ problem, values }: Scenario): string | null {
  const specs = scenarioParams(problem);
  const same = (preset: Values) => {
    const whole: Values = withDefaults(problem, preset).values;
    const shown: Values = values;
    return Object.keys(whole).every((key) => !shapesRun(specs[key]!) || sameValue(whole[key]!, shown[key]!));
  };
  return CATALOG[problem].presets.find((preset) => same(preset.values))?.id ?? null;
}
