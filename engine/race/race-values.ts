import { defaultValues, type Values } from '../params.ts';
import { checkValues } from '../scenario/check-values.ts';
import type { RaceValues } from './create-race.ts';
import { RACE_PARAMS } from './race-params.ts';

/**
 * Those of a scenario's values that set its race: rule, step and what the rules take. What is not among them is its default.
 * Throws ScenarioError for a value that its declaration does not allow.
 */
export function raceValues(values: Values): RaceValues {
  const names = Object.keys(RACE_PARAMS).filter((name) => values[name] !== undefined);
  const given = Object.fromEntries(names.map((name) => [name, values[name]]));
  return { ...defaultValues(RACE_PARAMS), ...checkValues(RACE_PARAMS, given) };
}
