import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runsAll } from '../scripts/tier.mjs';
import { CATALOG, type ProblemId, scenarioParams } from './catalog.ts';
import { allowedValue, CHECK } from './fixtures/arbitraries.ts';
import {
  defaultValues,
  formatNumber,
  formatParam,
  namesOf,
  type ParamSpec,
  parseNumber,
  parseParam,
  sameValue,
  shaping,
} from './params.ts';
import { describePhrase } from './phrase.ts';

const SPECS = Object.keys(CATALOG).flatMap((problem) =>
  Object.entries(scenarioParams(problem as ProblemId)).map(([key, spec]) => ({
    problem,
    key,
    kind: spec.kind,
    spec,
  })),
);
const COMMON = shaping('data');
const NUMBER: ParamSpec = { ...COMMON, kind: 'number', default: 2, min: -5, max: 5, slider: 'linear' };
const INTEGER: ParamSpec = { ...COMMON, kind: 'integer', default: 2, min: 0, max: 100 };
const INFINITE: ParamSpec = { ...INTEGER, infinite: true };
const OPTIONAL: ParamSpec = { ...COMMON, kind: 'optional-number', default: null, min: 1, max: 5 };
const VECTOR: ParamSpec = { ...COMMON, kind: 'vector', default: null, min: -5, max: 5, maxLength: 3 };
const CHOICE: ParamSpec = { ...COMMON, kind: 'choice', default: 'a', options: ['a', 'b'] };
const FLAG: ParamSpec = { ...COMMON, kind: 'flag', default: true };
const TEXT: ParamSpec = { ...COMMON, kind: 'text', default: '', maxLength: 4 };
const NAMES: ParamSpec = { ...COMMON, kind: 'names', default: '', maxCount: 2, maxLength: 4 };
const KNOWN_NAMES: ParamSpec = { ...NAMES, options: ['a', 'b'] };

const isInfinity = (spec: ParamSpec, value: unknown) =>
  value === Number.POSITIVE_INFINITY && spec.kind === 'integer' && spec.infinite === true;

describe('declared parameters', () => {
  it('have every kind among them', () => {
    expect(new Set(SPECS.map(({ kind }) => kind)).size).toBe(8);
  });

  it.each(SPECS)('$problem $key ($kind): every allowed value is read back as it was written', ({ spec }) => {
    fc.assert(
      fc.property(allowedValue(spec), (value) => {
        fc.pre(value !== null);
        const text = formatParam(value);
        expect(text).toMatch(/^[\w.,-]*$/); // what survives a chat program
        const parsed = parseParam(spec, text);
        expect(parsed.issue).toBeUndefined();
        expect(sameValue(parsed.value, value)).toBe(true);
      }),
      { ...CHECK, numRuns: runsAll ? 40 : 12 },
    );
  });

  it.each(SPECS)(
    '$problem $key ($kind): any text gives an allowed value, and a changed one is named',
    ({ spec }) => {
      const near = fc.string({ unit: fc.constantFrom(...'0123456789eE+-.,xNaInf_ '), maxLength: 12 });
      fc.assert(
        fc.property(fc.oneof(fc.string(), near), (text) => {
          const { value, issue } = parseParam(spec, text);
          if (issue) expect(issue.expected).not.toBe('');
          if (value === null || issue?.code.startsWith('not-')) expect(value).toBe(spec.default);
          for (const number of Array.isArray(value) ? value : [value])
            if (typeof number === 'number' && 'min' in spec && !isInfinity(spec, number)) {
              expect(number).toBeGreaterThanOrEqual(spec.min);
              expect(number).toBeLessThanOrEqual(spec.max);
            }
          if (value !== null) expect(parseParam(spec, formatParam(value))).toEqual({ value });
        }),
        { ...CHECK, numRuns: runsAll ? 60 : 20 },
      );
    },
  );

  it.each(SPECS)('$problem $key: the default lies within the bounds', ({ spec }) => {
    if (spec.default !== null)
      expect(parseParam(spec, formatParam(spec.default))).toEqual({ value: spec.default });
    else expect(formatParam(spec.default)).toBe('');
  });

  it('give their defaults', () => {
    expect(defaultValues({ a: NUMBER, b: VECTOR, c: FLAG })).toEqual({ a: 2, b: null, c: true });
  });
});

describe('parseNumber', () => {
  it.each([
    ['1', 1],
    ['-1.5', -1.5],
    ['+2', 2],
    ['.5', 0.5],
    ['5.', 5],
    ['1e3', 1000],
    ['1E-3', 0.001],
    ['1e+3', 1000],
    ['  7\t', 7],
    ['-0', 0],
    ['1e-999', 0],
    ['-1e-999', 0],
    ['0.1', 0.1],
    ['9007199254740993', 9007199254740992],
  ])('reads %j', (text, value) => {
    expect(Object.is(parseNumber(text), value)).toBe(true);
  });

  it.each([
    '',
    ' ',
    '.',
    '-',
    '+',
    'e3',
    '1e',
    '1e999',
    '-1e999',
    'NaN',
    'Infinity',
    '-Infinity',
    'inf',
    '-inf',
    '0x10',
    '0b1',
    '1_000',
    '1,5',
    '1 2',
    '--1',
    '٣',
    '1n',
    'null',
  ])('refuses %j', (text) => {
    expect(parseNumber(text)).toBeNaN();
  });

  it('reads what formatNumber writes as the same bits, and the text has no plus', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = formatNumber(value);
        expect(text).not.toContain('+');
        expect(Object.is(parseNumber(text), value === 0 ? 0 : value)).toBe(true);
      }),
      CHECK,
    );
  });
});

describe('parseParam', () => {
  it.each<[string, ParamSpec, string, unknown, string, string]>([
    ['a number above', NUMBER, '1e300', 5, 'clamped', '-5 to 5'],
    ['a number below', NUMBER, '-7', -5, 'clamped', '-5 to 5'],
    ['one that is not finite', NUMBER, '1e999', 2, 'not-a-number', 'a number from -5 to 5'],
    ['no number', NUMBER, 'NaN', 2, 'not-a-number', 'a number from -5 to 5'],
    ['a fraction', INTEGER, '2.5', 2, 'not-an-integer', 'an integer from 0 to 100'],
    ['a large integer', INTEGER, '1e300', 100, 'clamped', '0 to 100'],
    ['no integer', INTEGER, 'two', 2, 'not-a-number', 'an integer from 0 to 100'],
    ['infinity where there is none', INTEGER, 'inf', 2, 'not-a-number', 'an integer from 0 to 100'],
    ['its name in full', INFINITE, 'Infinity', 2, 'not-a-number', 'an integer from 0 to 100, or inf'],
    ['its negative', INFINITE, '-inf', 2, 'not-a-number', 'an integer from 0 to 100, or inf'],
    ['a fraction beside infinity', INFINITE, '2.5', 2, 'not-an-integer', 'an integer from 0 to 100, or inf'],
    ['a large integer beside infinity', INFINITE, '1e300', 100, 'clamped', '0 to 100'],
    ['an optional number below', OPTIONAL, '0', 1, 'clamped', '1 to 5'],
    ['no optional number', OPTIONAL, '', null, 'not-a-number', 'a number from 1 to 5'],
    ['an unknown choice', CHOICE, 'c', 'a', 'not-a-choice', 'a, b'],
    ['a choice in capitals', CHOICE, 'A', 'a', 'not-a-choice', 'a, b'],
    ['a choice of every object', CHOICE, 'constructor', 'a', 'not-a-choice', 'a, b'],
    ['no flag', FLAG, 'no', true, 'not-a-flag', '0 or 1'],
    ['a vector too long', VECTOR, '1,2,3,4', null, 'not-a-vector', 'at most 3 comma-separated numbers'],
    ['a vector with a gap', VECTOR, '1,,3', null, 'not-a-vector', 'at most 3 comma-separated numbers'],
    ['an empty vector', VECTOR, '', null, 'not-a-vector', 'at most 3 comma-separated numbers'],
    ['a vector out of bounds', VECTOR, '9,-9,1', [5, -5, 1], 'clamped', '-5 to 5'],
    ['text too long', TEXT, 'abcde', '', 'not-text', 'at most 4 letters, digits, - _ .'],
    ['text with other characters', TEXT, 'a b', '', 'not-text', 'at most 4 letters, digits, - _ .'],
    ['text with a line break', TEXT, 'ab\n', '', 'not-text', 'at most 4 letters, digits, - _ .'],
  ])('names %s', (_, spec, text, value, code, expected) => {
    const { issue, ...rest } = parseParam(spec, text);
    expect(rest).toEqual({ value });
    expect(issue && { ...issue, expected: describePhrase(issue.expected) }).toEqual({
      code,
      expected,
      got: text,
    });
  });

  it.each([
    ['a name too long', NAMES, 'abcde,ab', 'ab', 'abcde', 'at most 2 comma-separated names'],
    ['too many names', NAMES, 'a,b,c', 'a,b', 'c', 'at most 2 comma-separated names'],
    ['other characters', NAMES, 'a,<b>', 'a', '<b>', 'at most 2 comma-separated names'],
    ['a name that is none', KNOWN_NAMES, 'b,x', 'b', 'x', 'some of a, b'],
  ])('keeps the good names and names the others: %s', (_, spec, text, value, got, expected) => {
    const { issue, ...rest } = parseParam(spec, text);
    expect(rest).toEqual({ value });
    expect(issue).toMatchObject({ code: 'unknown-names', got });
    expect(describePhrase(issue!.expected)).toBe(expected);
  });

  it('keeps each name once, in its order', () => {
    expect(parseParam(NAMES, ' b,,a,b')).toEqual({ value: 'b,a' });
    expect(namesOf('b,a')).toEqual(['b', 'a']);
    expect(namesOf('')).toEqual([]);
  });

  it('reads infinity where a declaration allows it, as formatParam writes it', () => {
    expect(formatParam(Number.POSITIVE_INFINITY)).toBe('inf');
    for (const text of ['inf', ' inf\t'])
      expect(parseParam(INFINITE, text)).toEqual({ value: Number.POSITIVE_INFINITY });
    expect(
      SPECS.filter(({ spec }) => parseParam(spec, 'inf').value === Number.POSITIVE_INFINITY),
    ).toMatchObject([{ key: 'n' }]);
  });

  it('repeats at most forty characters of a bad value', () => {
    expect(parseParam(NUMBER, 'x'.repeat(1e5)).issue!.got).toBe(`${'x'.repeat(39)}…`);
    expect(parseParam(VECTOR, '1,'.repeat(1e5)).issue!.code).toBe('not-a-vector');
  });
});

describe('sameValue', () => {
  it('compares vectors component by component, and tells kinds apart', () => {
    expect(sameValue([1, 2], [1, 2])).toBe(true);
    expect(sameValue([1, 2], [1, 2, 3])).toBe(false);
    expect(sameValue([1, 2], [1, 3])).toBe(false);
    expect(sameValue([1], null)).toBe(false);
    expect(sameValue(1, true)).toBe(false);
    expect(sameValue('a', 'a')).toBe(true);
  });
});
