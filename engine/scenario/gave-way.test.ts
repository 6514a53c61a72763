import { expect, it } from 'vitest';
import { CATALOG, PROBLEM_IDS, scenarioParams } from '../catalog.ts';
import type { ProblemCard } from '../contract.ts';
import { type ParamSpec, type ParamValue, shapesRun, type Values } from '../params.ts';
import { createScenario } from './create-scenario.ts';
import { formatLink, parseLink, withDefaults } from './scenario.ts';
import { ScenarioError } from './scenario-error.ts';

/** Bounds of a number, or all options. */
function outermost(spec: ParamSpec): readonly ParamValue[] {
  if (spec.kind === 'choice') return spec.options;
  if (spec.kind === 'flag') return [true, false];
  return spec.kind === 'number' || spec.kind === 'integer' ? [spec.min, spec.max] : [];
}

it('a value that nobody gave is neither told nor refused: each preset with each key at its bounds', () => {
  const silent = new Set<string>();
  const told = new Set<string>();
  for (const problem of PROBLEM_IDS) {
    const card: ProblemCard = CATALOG[problem];
    const specs = Object.entries(scenarioParams(problem)).filter(([, spec]) => shapesRun(spec));
    for (const base of [{}, ...card.presets.map(({ values }) => values)] as readonly Values[])
      for (const [key, spec] of specs)
        for (const value of outermost(spec)) {
          const given: Values = { ...base, [key]: value };
          // A link omits defaults, which were not given.
          const link = `${formatLink({ problem, values: { ...withDefaults(problem, given).values } })}`;
          const { notices } = parseLink(link);
          const named = notices.filter(({ code }) => code === 'clamped' || code === 'gave-way');
          for (const one of named)
            expect(`&${link.slice(1)}`, `${link} names ${one.key}`).toContain(`&${one.key}=`);
          for (const { key: way } of card.adjust?.(withDefaults(problem, given).values) ?? [])
            if (!named.some((one) => one.key === way)) silent.add(`${problem} ${way}`);
          try {
            createScenario(problem, given);
          } catch (error) {
            if (!(error instanceof ScenarioError)) throw error;
            told.add(`${problem} ${error.notice.key}`);
            expect(Object.keys(given), `${link}: ${error.message}`).toContain(error.notice.key);
          }
        }
  }
  // Some give way silently, and the given value is still rejected.
  expect([...silent]).toEqual(expect.arrayContaining(['shuffle shape', 'federated clients', 'gan rho']));
  expect(told.size).toBeGreaterThan(3);
});

it('a default that was given is told, as any other value', () => {
  const two = 'A=1,2,3&B=3,1,5';
  expect(parseLink(`#v=1&problem=shuffle&${two}`)).toMatchObject({
    scenario: { values: { shape: 'all' } },
    notices: [],
  });
  expect(parseLink(`#v=1&problem=shuffle&${two}&shape=triangle`)).toMatchObject({
    scenario: { values: { shape: 'all' } },
    notices: [{ code: 'gave-way', key: 'shape' }],
  });
  const values = { A: [1, 2, 3], B: [3, 1, 5] };
  expect(createScenario('shuffle', values).values.shape).toBe('all');
  expect(() => createScenario('shuffle', { ...values, shape: 'triangle' })).toThrow(/shape/);
});
