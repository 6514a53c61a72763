import { defaultValues, type Values } from '../params.ts';
import { checkValues } from '../scenario/check-values.ts';
import type { RunValues } from './create-run.ts';
import { RULES, RUN_PARAMS, type RuleName } from './run-params.ts';

/**
 * Those of a scenario's values that set its run: rule, step and what the rules take. What is not among them is its default.
 * Throws ScenarioError for a value that its declaration does not allow. The rule of a problem that no optimizer moves is its own business.
 */
export function runValues(values: Values): RunValues {
  const isOwn = (name: string) => name === 'rule' && !RULES.includes(values.rule as RuleName);
  const names = Object.keys(RUN_PARAMS).filter((name) => values[name] !== undefined && !isOwn(name));
  const given = Object.fromEntries(names.map((name) => [name, values[name]]));
  return { ...defaultValues(RUN_PARAMS), ...checkValues(RUN_PARAMS, given) };
}
