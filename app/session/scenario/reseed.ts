import { scenarioParams } from '../../../engine/catalog.ts';
import type { Values } from '../../../engine/params.ts';
import type { Scenario } from '../../../engine/scenario/scenario.ts';

/** Returns new seeds. Given numbers stay; without randomness the start, if any, is new. */
export function reseeded(scenario: Scenario): Values {
  const { values } = scenario;
  const specs = scenarioParams(scenario.problem);
  const next = (key: 'seed' | 'pseed' | 'sseed') => {
    const [spec, seed] = [specs[key], values[key]];
    return spec?.kind === 'integer' && seed !== undefined && seed !== spec.max ? seed + 1 : 0;
  };
  const made =
    (values.features !== 'csv' || !('sseed' in specs)) &&
    !(values.features === 'line' && values.spacing === 'even' && values.noise === 0);
  const drawn: Values = {
    ...(made ? { seed: next('seed') } : {}),
    ...((values.plant ?? null) === null && values.features !== 'csv' ? { pseed: next('pseed') } : {}),
    ...(values.start === null || !made || !('seed' in specs) ? { start: null, sseed: next('sseed') } : {}),
  };
  const isUsed = (key: string) => key in specs && (specs[key]!.when?.(values) ?? true);
  return Object.fromEntries(Object.entries(drawn).filter(([key]) => isUsed(key)));
}
