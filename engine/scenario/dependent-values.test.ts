import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { ProblemId } from '../catalog.ts';
import { CHECK } from '../fixtures/arbitraries.ts';
import { defaultOf, parseParam, type Values } from '../params.ts';
import { createScenario } from './create-scenario.ts';
import { describeNotice } from './describe-notice.ts';
import { formatLink, parseLink, valueAt, withValues } from './scenario.ts';

/** A problem whose n is bounded by N, and whose step depends on the level. */
vi.mock('../problems/cards.ts', async (original) => {
  const { shaping } = await import('../params.ts');
  return {
    ...(await original<object>()),
    ROUNDS: {
      id: 'rounds',
      params: {
        level: { kind: 'choice', default: 'plane', options: ['plane', 'image'], ...shaping('data') },
        most: { kind: 'integer', default: 5, min: 1, max: 9, ...shaping('data') },
        count: { kind: 'integer', default: 3, min: 1, max: 9, ...shaping('data') },
        step: {
          kind: 'number',
          default: 0.5,
          defaultsBy: { key: 'level', of: { image: 0.125 } },
          min: 0,
          max: 1,
          slider: 'linear',
          ...shaping('loss'),
        },
      },
      adjust: ({ most, count }: Values) =>
        (count as number) > (most as number)
          ? [{ key: 'count', value: most, expected: { say: 'range', min: '1', max: String(most) } }]
          : [],
      presets: [{ id: 'rounds', values: {} }],
    },
  };
});

const ROUNDS = 'rounds' as ProblemId;
const open = (text: string) => parseLink(`#v=1&problem=rounds${text}`);

describe('a default that depends on a choice', () => {
  it('is taken where a link leaves the key out, or has no good value of it', () => {
    expect(valueAt(open('').scenario, 'step')).toBe(0.5);
    expect(valueAt(open('&level=image').scenario, 'step')).toBe(0.125);
    expect(valueAt(open('&step=much&level=image').scenario, 'step')).toBe(0.125);
    expect(valueAt(open('&level=image&step=7').scenario, 'step')).toBe(1);
  });

  it('is what a link need not say, and the other one it must', () => {
    expect(formatLink(open('&level=image').scenario)).toBe('#v=1&problem=rounds&level=image');
    expect(formatLink(open('&level=image&step=0.5').scenario)).toBe(
      '#v=1&problem=rounds&level=image&step=0.5',
    );
  });

  it('follows the choice, until a value is set', () => {
    const scenario = open('').scenario;
    expect(valueAt(withValues(scenario, { level: 'image' }), 'step')).toBe(0.125);
    expect(valueAt(withValues(scenario, { level: 'image', step: 0.5 }), 'step')).toBe(0.5);
    expect(valueAt(withValues(withValues(scenario, { step: 0.7 }), { level: 'image' }), 'step')).toBe(0.7);
  });

  it('loses no value between a scenario and its link, whatever is set first', () => {
    const level = fc.constantFrom('plane', 'image');
    const step = fc.constantFrom(0.5, 0.125, 0.7);
    const change = fc.oneof(fc.record({ level }), fc.record({ step }), fc.record({ level, step }));
    fc.assert(
      fc.property(fc.array(change), (changes) => {
        const scenario = changes.reduce((before, changed) => withValues(before, changed), open('').scenario);
        expect(parseLink(formatLink(scenario))).toEqual({ scenario, notices: [] });
      }),
      CHECK,
    );
  });
});

describe('a value that others bound', () => {
  it('gives way in a link, which says so', () => {
    const { scenario, notices } = open('&most=4&count=8');
    expect(scenario.values).toMatchObject({ most: 4, count: 4 });
    expect(notices.map(describeNotice)).toEqual([
      'count: expected 1 to 4; got 8. The nearest bound is used.',
    ]);
  });

  it('is refused where a scenario is made of values', () => {
    expect(() => createScenario(ROUNDS, { most: 4, count: 8 })).toThrow('count: expected 1 to 4; got 8.');
    expect(createScenario(ROUNDS, { most: 4, count: 4 }).values).toMatchObject({ count: 4 });
  });

  it('is within its bounds in every scenario that a link opens', () => {
    const most = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(most, most, (a, b) => {
        const { scenario } = open(`&most=${a}&count=${b}`);
        expect(valueAt(scenario, 'count')).toBe(Math.min(a, b));
        expect(parseLink(formatLink(scenario))).toEqual({ scenario, notices: [] });
      }),
      CHECK,
    );
  });
});

it('no default of a shipped key depends on what is no choice, or is a value that a link could not carry', async () => {
  const { CATALOG, scenarioParams } = await import('../catalog.ts');
  for (const id of Object.keys(CATALOG) as ProblemId[]) {
    const specs = scenarioParams(id);
    for (const spec of Object.values(specs)) {
      if (!spec.defaultsBy) continue;
      const choice = specs[spec.defaultsBy.key];
      if (choice?.kind !== 'choice') throw new Error(`"${spec.defaultsBy.key}" is no choice`);
      expect(choice.defaultsBy).toBeUndefined();
      for (const [option, value] of Object.entries(spec.defaultsBy.of)) {
        expect(choice.options).toContain(option);
        expect(parseParam(spec, String(value))).toEqual({
          value: defaultOf(spec, { [spec.defaultsBy.key]: option }),
        });
      }
    }
  }
});
