import { CATALOG } from '../catalog.ts';
import type { ProblemCard } from '../contract.ts';
import { defaultValues, type ParamValue, type Values } from '../params.ts';
import { checkValues } from '../scenario/check-values.ts';
import type { RunValues } from './create-run.ts';
import { RULES, RUN_PARAMS } from './run-params.ts';

/** Rules that problems have of their own, by which no optimizer moves. */
const OWN_RULES = new Set<ParamValue>(
  Object.values<ProblemCard>(CATALOG)
    .flatMap(({ params: { rule } }) => (rule?.kind === 'choice' ? rule.options : []))
    .filter((rule) => !RULES.some((known) => known === rule)),
);

/**
 * Those of a scenario's values that set its run: rule, step and what the rules take. What is not among them is its default, and so is a rule of
 * the problem's own. Throws ScenarioError for a value that its declaration does not allow.
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
