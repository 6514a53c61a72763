import { describe, expect, it } from 'vitest';
import { PROBLEM_IDS } from '../catalog.ts';
import { defaultValues } from '../params.ts';
import { createScenario } from '../scenario/scenario.ts';
import { RACE_PARAMS } from './race-params.ts';
import { raceValues } from './race-values.ts';

describe('raceValues', () => {
  it.each(PROBLEM_IDS)('takes the race of %s and nothing else', (problem) => {
    const { values } = createScenario(problem, { rule: 'adam', c: 0.5, unlock: true, rstep: 0.25 });
    expect(raceValues(values)).toEqual({
      ...defaultValues(RACE_PARAMS),
      rule: 'adam',
      c: 0.5,
      unlock: true,
      rstep: 0.25,
    });
  });

  it('gives what is not there its default', () => {
    expect(raceValues({ momentum: 0.5, n: 3 })).toEqual({ ...defaultValues(RACE_PARAMS), momentum: 0.5 });
  });
});
