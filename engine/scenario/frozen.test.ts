import { describe, expect, it, test } from 'vitest';
import { CATALOG, PROBLEM_IDS, scenarioParams } from '../catalog.ts';
import { digitsOf } from '../fixtures/frozen-digits.ts';
import keys from '../fixtures/frozen-keys.json';
import { addedKeys, changedKeys, type FrozenKeys, keysOfToday } from '../fixtures/frozen-keys.ts';
import digits from '../fixtures/frozen-links.json';
import { missingLinks } from '../fixtures/missing-links.ts';
import { sameValue, shapesRun } from '../params.ts';
import { presetScenario } from './create-scenario.ts';
import { formatLink, parseLink, valueAt } from './scenario.ts';

const FROZEN: FrozenKeys = keys.problems;
/** Instruction if a test of this file fails. */
const MAKE_V2 =
  'Links of version 1 would open something else: take the change back, or make v=2 (README.md).';
const ADD = 'Not frozen yet: node engine/fixtures/freeze-links.mjs adds it.';

describe('version 1 is frozen', () => {
  test.each(digits.links)('$name: the same bits for ever', async ({ link, left, right }) => {
    expect(parseLink(link).notices).toEqual([]);
    expect(await digitsOf(link), MAKE_V2).toEqual({ left, right });
  });

  test('no default, bound or choice has changed', () => {
    expect(changedKeys(FROZEN, keysOfToday()), MAKE_V2).toEqual([]);
  });

  test('every key and choice of today is frozen', () => {
    expect(addedKeys(FROZEN, keysOfToday()), ADD).toEqual(FROZEN);
  });

  test('every preset is among the links', () => {
    const frozen = digits.links.map(({ link }) => link.replace(/&k=\d+$/, ''));
    for (const problem of PROBLEM_IDS)
      for (const { id } of CATALOG[problem].presets)
        expect(frozen, `${id}: ${ADD}`).toContain(formatLink(presetScenario(problem, id)));
  });

  test('so is every key that digits hang on, off its default, and every choice of it', () => {
    const scenarios = digits.links.map(({ link }) => parseLink(link).scenario);
    const chosen = (key: string) => new Set(scenarios.map((scenario) => valueAt(scenario, key)));
    for (const problem of PROBLEM_IDS)
      for (const [key, spec] of Object.entries(scenarioParams(problem))) {
        if (!shapesRun(spec)) continue;
        const moved = scenarios.filter(
          (scenario) => key in scenario.values && !sameValue(valueAt(scenario, key)!, spec.default),
        );
        expect(moved.length, key).toBeGreaterThan(0);
        for (const option of spec.kind === 'choice' ? spec.options : [])
          expect(chosen(key)).toContain(option);
      }
  });

  test('links that are missing are made of the declarations: of every preset, key and choice', () => {
    const all = digits.links.map(({ link }) => link);
    expect(missingLinks(all)).toEqual({ links: [], unknown: [] });
    const { links } = missingLinks([]);
    for (const [name, link] of links) expect(parseLink(link).notices, `${name}: ${link}`).toEqual([]);
    const made = links.map(([, link]) => link);
    expect(missingLinks(made).links).toEqual([]);
    // Lists and texts come from users: without links that contain some, they are reported.
    expect(missingLinks(made).unknown).toContain('columns of one-neuron');
  });

  test('no name and no link stands twice', () => {
    expect(new Set(digits.links.map(({ name }) => name)).size).toBe(digits.links.length);
    expect(new Set(digits.links.map(({ link }) => link)).size).toBe(digits.links.length);
  });
});

describe('the keeper of the keys', () => {
  const was: FrozenKeys = {
    p: {
      n: { kind: 'integer', default: '40', min: 1, max: 9 },
      rule: { kind: 'choice', default: 'gd', options: ['gd', 'adam'] },
    },
  };
  const { n, rule } = was.p!;
  const today = (other: FrozenKeys[string]): FrozenKeys => ({ p: { n: n!, rule: rule!, ...other } });

  it.each([
    [{ n: { ...n!, default: '41' } }, 'n of p: default was 40 and is 41'],
    [{ n: { ...n!, max: 8 } }, 'n of p: max was 9 and is 8'],
    [{ n: { ...n!, min: 2 } }, 'n of p: min was 1 and is 2'],
    [{ n: { ...n!, infinite: true } }, 'n of p: infinite was undefined and is true'],
    [{ n: { ...n!, kind: 'number' } }, 'n of p: kind was integer and is number'],
    [{ rule: { ...rule!, options: ['gd'] } }, 'rule of p: the choice adam is gone'],
  ])('names what is otherwise: %j', (other, sentence) => {
    expect(changedKeys(was, today(other))).toEqual([sentence]);
  });

  it('names a key that is gone', () => {
    expect(changedKeys(was, { p: { n: n! } })).toEqual(['rule of p is no key any more']);
    expect(changedKeys(was, {})).toHaveLength(2);
  });

  it('adds keys and choices, and changes none', () => {
    const more = today({
      n: { ...n!, default: '41' },
      rule: { ...rule!, options: ['sgd', 'gd', 'adam'] },
      m: { kind: 'flag', default: '0' },
    });
    expect(changedKeys(was, { ...more, p: { ...more.p, n: n! } })).toEqual([]);
    const wider = today({ n: { ...n!, min: 0, max: 10 } });
    expect(changedKeys(was, wider)).toEqual([]);
    expect(addedKeys(was, wider)).toEqual(wider);
    expect(addedKeys(wider, was)).toEqual(wider);
    expect(addedKeys(was, more)).toEqual({
      p: { n, rule: { ...rule, options: ['gd', 'adam', 'sgd'] }, m: { kind: 'flag', default: '0' } },
    });
  });
});
