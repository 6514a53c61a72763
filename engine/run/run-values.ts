import { defaultValues, type Values } from '../params.ts';
import { checkValues } from '../scenario/check-values.ts';
import type { RunValues } from './create-run.ts';
import { RUN_PARAMS } from './run-params.ts';

/**
 * Those of a scenario's values that set its run: rule, step and what the rules take. What is not among them is its default.
 * Throws ScenarioError for a value that its declaration does not allow.
 */
export function runValues(values: Values): RunValues {
  const names = Object.keys(RUN_PARAMS).filter((name) => values[name] !== undefined);
  const given = Object.fromEntries(names.map((name) => [name, values[name]]));
  return { ...defaultValues(RUN_PARAMS), ...checkValues(RUN_PARAMS, given) };
}
