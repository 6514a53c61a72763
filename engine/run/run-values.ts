import { CATALOG } from '../catalog.ts';
import type { ProblemCard } from '../contract.ts';
import { defaultValues, type ParamValue, type Values } from '../params.ts';
import { checkValues } from '../scenario/check-values.ts';
import type { RunValues } from './create-run.ts';
import { RULES, RUN_PARAMS } from './run-params.ts';

/** Problem-specific rules, which no optimizer uses. */
const OWN_RULES = new Set<ParamValue>(
  Object.values<ProblemCard>(CATALOG)
    .flatMap(({ params: { rule } }) => (rule?.kind === 'choice' ? rule.options : []))
    .filter((rule) => !RULES.some((known) => known === rule)),
);

/**
 * Extracts the values that set the run: rule, step and the rule's parameters. Missing values and problem-specific rules become defaults.
 * Throws ScenarioError for a value that its declaration does not allow.
 */
export function runValues(values: Values): RunValues {
  const isGiven = (name: string) =>
    values[name] !== undefined && !(name === 'rule' && OWN_RULES.has(values.rule!));
  const given = Object.fromEntries(
    Object.keys(RUN_PARAMS)
      .filter(isGiven)
      .map((name) => [name, values[name]]),
  );
  return { ...defaultValues(RUN_PARAMS), ...checkValues(RUN_PARAMS, given) };
}
