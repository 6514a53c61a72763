import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ProblemId, scenarioParams } from '../catalog.ts';
import { allowedValues, CHECK, character } from '../fixtures/arbitraries.ts';
import table from '../fixtures/links.json';
import type { Values } from '../params.ts';
import { describePhrase } from '../phrase.ts';
import { createScenario, presetScenario } from './create-scenario.ts';
import { describeNotice } from './describe-notice.ts';
import { notice } from './notice.ts';
import {
  formatLink,
  fragmentOf,
  isNewer,
  isSceneLink,
  openingScenario,
  parseLink,
  valueAt,
  withDefaults,
} from './scenario.ts';
import { ScenarioError } from './scenario-error.ts';

/** Valid values of a scenario: within declarations, windows with ordered ends. */
const scenarioValues = (problem: ProblemId) => {
  const specs = scenarioParams(problem);
  const ends = fc
    .uniqueArray(
      fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((end) => end + 0),
      { minLength: 2, maxLength: 2, comparator: 'IsStrictlyEqual' },
    )
    .map(([a, b]) => [Math.min(a!, b!), Math.max(a!, b!)]);
  const windows = fc.option(fc.tuple(ends, ends).map(([x, y]) => [...x, ...y]));
  return fc
    .tuple(allowedValues(specs), windows, windows)
    .map(([values, view, crowdbox]): Values => ({ ...values, view, crowdbox }));
};

describe('links of version 1', () => {
  it.each(table.links)('$name: $link', ({ link, values, notices }) => {
    const parsed = parseLink(link);
    expect(parsed.scenario).toEqual(withDefaults('one-neuron', values as Values));
    expect(parsed.notices.map(({ code, key }) => `${code} ${key}`)).toEqual(notices);
  });

  it('keep the defaults that they leave out', () => {
    expect(parseLink('#v=1').scenario.values).toMatchObject(table.defaults);
  });

  it('do not change the prototype of the values', () => {
    const { values } = parseLink('#v=1&__proto__=1&constructor=2').scenario;
    expect(Object.getPrototypeOf(values)).toBe(Object.prototype);
    expect(Object.hasOwn(values, 'constructor')).toBe(false);
    expect(({} as Record<string, unknown>).v).toBeUndefined();
  });
});

describe('an address without a scenario', () => {
  it.each(['', '#', 'https://example.org/', 'https://example.org/#', '   ', '#&&'])(
    '%j opens the opening scene',
    (text) => {
      expect(parseLink(text)).toEqual({ scenario: openingScenario(), notices: [] });
      expect(openingScenario().values).toMatchObject({
        features: 'line',
        n: 8,
        plant: [1, 0.2],
        start: [-1.6, 0.3],
      });
    },
  );

  it('opens the opening scene with a notice where nothing can be read', () => {
    const { scenario, notices } = parseLink('#hello');
    expect(scenario).toEqual(openingScenario());
    expect(notices).toEqual([{ code: 'not-a-link', key: '', expected: '', got: 'hello' }]);
  });

  it('opens the opening scene with a notice where the link is longer than what is read', () => {
    const { scenario, notices } = parseLink(`#v=1&n=9&data=${'a'.repeat(80_000)}`);
    expect(scenario).toEqual(openingScenario());
    expect(notices).toEqual([{ code: 'too-long', key: '', expected: '80000', got: '80013' }]);
  });
});

describe('scenario and link', () => {
  it('writes only what differs from the defaults, version and problem first', () => {
    expect(formatLink(createScenario('one-neuron'))).toBe('#v=1&problem=one-neuron');
    expect(
      formatLink(createScenario('one-neuron', { n: 9, bias: true, plant: [1, -2.5e-7], noise: 0 })),
    ).toBe('#v=1&problem=one-neuron&n=9&bias=1&plant=1,-2.5e-7');
  });

  it.each(['2', '1e9', 'abc', '', '0', '-1', '1.0', '01', '1,1', '2&v=3'])(
    'of version "%s" is not guessed: nothing of it is read, and one sentence says so',
    (version) => {
      const parsed = parseLink(`#n=12&v=${version}&problem=lift&bogus=1&seed=x`);
      expect(parsed.scenario).toEqual(openingScenario());
      expect(parsed.notices.filter(({ code }) => code !== 'repeated-key')).toEqual([
        { code: 'newer-version', key: 'v', expected: '1', got: version.split('=').at(-1) },
      ]);
      expect(isNewer(parsed)).toBe(true);
      expect(isSceneLink(`#v=${version}&lecture=stuck`)).toBe(true);
    },
  );

  it('of version 1, or of none, is read', () => {
    for (const link of ['#v=1&n=12', '#n=12', '#v=2&n=12&v=1']) {
      const parsed = parseLink(link);
      expect(isNewer(parsed)).toBe(false);
      expect(parsed.scenario.values.n).toBe(12);
    }
  });

  it('never throws on any text, and what it gives can be written and read again', () => {
    const noise = fc.string({ unit: fc.constantFrom(...'#&=%?,.-+09anvk_ \n\u00e9\ud83d'), maxLength: 60 });
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: character }), noise), (text) => {
        const { scenario } = parseLink(text);
        expect(parseLink(formatLink(scenario))).toEqual({ scenario, notices: [] });
      }),
      CHECK,
    );
  });

  it('a default never depends on another key', () => {
    fc.assert(
      fc.property(scenarioValues('one-neuron'), (values) => {
        const { scenario } = parseLink(formatLink(withDefaults('one-neuron', values)));
        const defaults = createScenario('one-neuron');
        for (const key of Object.keys(defaults.values))
          if (!(key in values)) expect(valueAt(scenario, key)).toEqual(valueAt(defaults, key));
      }),
      CHECK,
    );
  });

  it('refuses a preset that is none', () => {
    expect(() => presetScenario('one-neuron', 'nothing')).toThrow(
      'expected a preset of one-neuron; got "nothing"',
    );
  });
});

describe('fragmentOf', () => {
  it.each([
    ['https://a.b/c#v=1', 'v=1'],
    ['#v=1#2', 'v=1#2'],
    ['v=1&n=2', 'v=1&n=2'],
    ['http://localhost:4173/?x=1', ''],
    ['FILE:///srv/index.html', ''],
    ['', ''],
  ])('%j gives %j', (text, fragment) => {
    expect(fragmentOf(text)).toBe(fragment);
  });

  it('damaged percent-encoding is left as it is', () => {
    const { scenario, notices } = parseLink('#v=1&n=12&data=%E0%A4%A');
    expect(scenario.values.n).toBe(12);
    expect(notices.map(({ code }) => code)).toEqual(['not-text']);
  });
});

describe('notices', () => {
  it.each(table.links.filter(({ notices }) => notices.length > 0))(
    '$name: every one is a sentence',
    ({ link }) => {
      for (const one of parseLink(link).notices) {
        const sentence = describeNotice(one);
        expect(sentence).toMatch(/^.+\.$/s);
        expect(sentence).not.toContain('undefined');
        if (one.got) expect(sentence).toContain(describePhrase(one.got));
        if (one.expected) expect(sentence).toContain(describePhrase(one.expected));
      }
    },
  );

  it('an error carries its notice and speaks its sentence', () => {
    const cause = notice('no-feature', 'data', '', 'speed');
    const error = new ScenarioError(cause);
    expect(error.notice).toBe(cause);
    expect(error.message).toBe(
      'The data has no feature: expected at least one column besides the label "speed".',
    );
  });
});
