import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { CATALOG, PROBLEM_IDS, type ProblemId, scenarioParams } from '../catalog.ts';
import { allowedValues, CHECK } from '../fixtures/arbitraries.ts';
import * as engine from '../index.ts';
import type { RunValues } from '../run/create-run.ts';
import { RULES } from '../run/run-params.ts';
import { adjusted, withDefaults } from './scenario.ts';

const { createScenario, formatLink, loadProblem, parseLink, ScenarioError } = engine;

/** Error of createScenario for values that bypass the types. */
function refusalOf(values: unknown, problem = 'one-neuron'): InstanceType<typeof ScenarioError> | null {
  try {
    createScenario(problem as ProblemId, values as engine.Values);
    return null;
  } catch (error) {
    expect(error).toBeInstanceOf(ScenarioError);
    return error as InstanceType<typeof ScenarioError>;
  }
}

describe('createScenario of the package throws ScenarioError that names key, expected and given value', () => {
  test.each([
    [{ leek: 0.1 }, /^Unknown key "leek": expected one of features, n, .*\bleak\b.*; got 0\.1\.$/],
    [{ leak: 1.5 }, /^leak: expected 0 to 0\.99; got 1\.5\.$/],
    [{ c: -1 }, /^c: expected 0\.000001 to 1000000; got -1\.$/],
    [{ rule: 'sgdd' }, new RegExp(`^rule: expected ${RULES.join(', ')}; got "sgdd"\\.$`)],
    [{ n: -3 }, /^n: expected 1 to 1000000; got -3\.$/],
    // Siblings: values of another type or kind.
    [{ n: '12' }, /^n: expected an integer from 1 to 1000000, or inf; got "12 \(a string\)"\.$/],
    [{ n: 2.5 }, /^n: expected an integer from 1 to 1000000, or inf; got "2\.5"\.$/],
    [{ leak: Number.NaN }, /^leak: expected a number from 0 to 0\.99; got "NaN"\.$/],
    [{ leak: Number.POSITIVE_INFINITY }, /^leak: expected a number from 0 to 0\.99; got "Infinity"\.$/],
    [{ c: true }, /^c: expected a number from .*; got "true \(a boolean\)"\.$/],
    [{ c: null }, /^c: expected a number from .*; got "null"\.$/],
    [{ c: undefined }, /^c: expected a number from .*; got "undefined"\.$/],
    [{ bias: 1 }, /^bias: expected 0 or 1; got "1 \(a number\)"\.$/],
    [{ rule: 3 }, /^rule: expected gd, .*; got "3 \(a number\)"\.$/],
    [{ rule: ['gd'] }, /^rule: expected gd, .*; got "\["gd"\]"\.$/],
    [{ plant: '1,2' }, /^plant: expected at most 500 comma-separated numbers; got "1,2 \(a string\)"\.$/],
    [{ plant: [1, '2'] }, /^plant: .*; got "\[1,"2"\]"\.$/],
    [{ plant: [1, Number.NaN] }, /^plant: .*; got "\[1,null\]"\.$/],
    // biome-ignore lint/suspicious/noSparseArray: what a careless program hands over
    [{ plant: [1, ,] }, /^plant: /],
    [{ plant: [] }, /^plant: .*; got "\[\]"\.$/],
    [{ plant: new Float64Array(2) }, /^plant: .*; got "\{"0":0,"1":0\}"\.$/],
    [{ plant: [1, 1e9] }, /^plant: expected .*; got \[1,1000000000\]\.$/],
    [{ features: 'csv', data: 'a b' }, /^data: expected at most \d+ letters, digits, - _ \.; got "a b"\.$/],
    [{ seed: -1 }, /^seed: expected 0 to /],
    [{ plant: [1, 2, 3] }, /^plant: expected 2 numbers; got 3\.$/],
    [{ d: 3, start: [1, 2] }, /^start: expected 3 numbers; got 2\.$/],
    [{ view: [1, 0, 0, 1] }, /^view: expected x0,x1,y0,y1 with x0 < x1 and y0 < y1; got "1,0,0,1"\.$/],
    [{ hide: 'step,nonsense' }, /^hide: expected comma-separated names of controls; got "nonsense"\.$/],
    [{ keysoff: 'nonsense' }, /^keysoff: expected some of .*; got "nonsense"\.$/],
    [{ neurons: 3 }, /^Unknown key "neurons": expected one of features, .*; got 3\.$/],
    [{ problem: 'lift' }, /^Unknown key "problem": .*; got "lift"\.$/],
    [JSON.parse('{"__proto__":1}'), /^Unknown key "__proto__": .*; got 1\.$/],
    [{ toString: () => '' }, /^Unknown key "toString": /],
  ])('%j', (values, sentence) => {
    expect(refusalOf(values)?.message).toMatch(sentence);
  });

  test('of the other problems too', () => {
    expect(refusalOf({ start: [1] }, 'lift')?.message).toBe('start: expected 2 numbers; got 1.');
    expect(refusalOf({ neurons: 2, start: [1, 2] }, 'two-layer')?.message).toBe(
      'start: expected 6 numbers; got 2.',
    );
    expect(refusalOf({ n: 3 }, 'lift')?.message).toMatch(/^Unknown key "n": expected one of y, .*; got 3\.$/);
  });

  test.each(['one-layer', '', 'toString', 7, null])('an unknown problem: %j', async (problem) => {
    const sentence = `Unknown problem "${problem}": expected ${PROBLEM_IDS.join(', ')}.`;
    expect(refusalOf({}, problem as string)?.message).toBe(sentence);
    expect(() => engine.presetScenario(problem as ProblemId, 'trap')).toThrow(sentence);
    await expect(loadProblem(problem as ProblemId)).rejects.toThrow(sentence);
  });

  test('whatever comes: a scenario that its link reads back as the same, or a ScenarioError', () => {
    const some = fc.oneof(fc.anything(), fc.double(), fc.string(), fc.array(fc.double(), { maxLength: 3 }));
    const cases = fc
      .constantFrom(...PROBLEM_IDS)
      .chain((problem) =>
        fc.tuple(
          fc.constant(problem),
          fc.dictionary(fc.constantFrom(...Object.keys(scenarioParams(problem))), some, { maxKeys: 2 }),
        ),
      );
    fc.assert(
      fc.property(cases, ([problem, values]) => {
        if (refusalOf(values, problem)) return;
        const scenario = createScenario(problem, values as engine.Values);
        expect(parseLink(formatLink(scenario))).toEqual({ scenario, notices: [] });
      }),
      { ...CHECK, numRuns: 1000 },
    );
  });
});

describe('createScenario takes', () => {
  it.each(PROBLEM_IDS)('every value that the declarations of %s allow, and every preset', (problem) => {
    const { params, presets } = CATALOG[problem];
    const values = allowedValues(params).map(({ start, plant, ...others }) => others as engine.Values);
    fc.assert(
      fc.property(values, (given) => {
        // Values that would have to give way to others are rejected.
        fc.pre(adjusted(withDefaults(problem, given), given).notices.length === 0);
        expect(createScenario(problem, given).values).toMatchObject(given);
      }),
      CHECK,
    );
    for (const { id, values: given } of presets)
      expect(createScenario(problem, given)).toEqual(engine.presetScenario(problem, id));
  });

  it('infinitely many samples, a vector of own data whatever its length, and -0 as 0', () => {
    expect(createScenario('one-neuron', { n: Number.POSITIVE_INFINITY }).values.n).toBe(
      Number.POSITIVE_INFINITY,
    );
    expect(createScenario('one-neuron', { features: 'csv', start: [1, 2, 3] }).values.start).toEqual([
      1, 2, 3,
    ]);
    expect(createScenario('one-neuron', { noise: -0, start: [-0, 1] }).values).toMatchObject({
      noise: 0,
      start: [0, 1],
    });
  });
});

test('a run of a rule that is none, or of a bad value, is refused rather than a TypeError from within', async () => {
  expect(() => engine.runValues({ rule: 'sgdd' })).toThrow(ScenarioError);
  expect(() => engine.runValues({ c: -1 })).toThrow('c: expected 0.000001 to 1000000; got -1.');
  const { values } = createScenario('one-neuron');
  const instance = (await loadProblem('one-neuron')).prepare(values, null);
  const wrong = { ...engine.runValues(values), rule: 'sgdd' } as unknown as RunValues;
  const run = () => engine.createRun(instance, wrong);
  expect(run).toThrow(/expected one of [\w, ]+; got "sgdd"/);
  for (const rule of RULES) expect(run).toThrow(rule);
});
