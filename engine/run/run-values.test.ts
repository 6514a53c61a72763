import { describe, expect, it } from 'vitest';
import { PROBLEM_IDS, scenarioParams } from '../catalog.ts';
import { defaultValues } from '../params.ts';
import { createScenario } from '../scenario/create-scenario.ts';
import { RUN_PARAMS } from './run-params.ts';
import { runValues } from './run-values.ts';

describe('runValues', () => {
  it.each(PROBLEM_IDS)('takes the run of %s and nothing else', (problem) => {
    // A right side without a rule has no rule parameters.
    const unlocked = 'unlock' in scenarioParams(problem) ? { unlock: true, rstep: 0.25 } : {};
    const { rule, c } = scenarioParams(problem);
    const moved = rule?.kind === 'choice' && rule.options.includes('adam') ? { rule: 'adam' } : {};
    const given = { ...moved, ...(c && { c: 0.5 }), ...unlocked };
    const { values } = createScenario(problem, given);
    expect(runValues(values)).toEqual({ ...defaultValues(RUN_PARAMS), ...given });
  });

  it('gives what is not there its default', () => {
    expect(runValues({ momentum: 0.5, n: 3 })).toEqual({ ...defaultValues(RUN_PARAMS), momentum: 0.5 });
  });
});
