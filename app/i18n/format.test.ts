import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import {
  formatCount,
  formatDigits,
  formatFixed,
  formatNumberShort,
  formatPercent,
  formatPoint,
  formatReadout,
  formatShare,
  setNumberLanguage,
} from './format.ts';
import { formatApart } from './format-bound.ts';
import { createPlural } from './plural.ts';

afterEach(() => setNumberLanguage('en'));

test.each([
  [0.001, '0.001'],
  [1e-12, '10⁻¹²'],
  [2.5e-7, '2.5 × 10⁻⁷'],
  [-1e-7, '−10⁻⁷'],
  [-0.5, '−0.5'],
  [1e6, '10⁶'],
  [20, '20'],
  [0.2999999999999999, '0.3'],
])('%d is written %s', (value, text) => {
  expect(formatNumberShort(value)).toBe(text);
});

test('two different numbers are written with enough digits to differ, and at least four', () => {
  expect(formatApart(23.4072, 28.3333333)).toEqual(['23.41', '28.33']);
  expect(formatApart(28.3312, 28.3333333)).toEqual(['28.331', '28.333']);
  expect(formatApart(28.3333333, 28.3333333)).toEqual(['28.33', '28.33']);
  const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';
  const read = (text: string) => {
    const [, factor = '', power = ''] = /^(.*?)(?:(?: × )?10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+))?$/.exec(text)!;
    const digits = [...power].map((sign) => (sign === '⁻' ? '-' : raised.indexOf(sign))).join('');
    return Number(`${factor || 1}e${digits || 0}`);
  };
  const power = fc.integer({ min: -9, max: 9 });
  const apart = fc.integer({ min: -15, max: 0 });
  fc.assert(
    fc.property(fc.double({ min: 1, max: 10, noNaN: true }), power, apart, (one, size, near) => {
      const [a, b] = [one * 10 ** size, one * 10 ** size * (1 + 10 ** near)];
      const [first, second] = formatApart(a, b);
      if (a !== b) expect(read(first), `${first} ${second}`).toBeLessThan(read(second));
      expect(Math.abs(read(first) / a - 1)).toBeLessThan(5.1e-4);
    }),
  );
});

test.each(['en', 'zh-Hans', 'de'])('digits and thousands are as Intl has them in %s', (tag) => {
  setNumberLanguage(tag);
  const written = (value: number, digits: number) =>
    new Intl.NumberFormat(tag, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      useGrouping: digits === 0,
    })
      .format(Number(value.toFixed(digits)))
      .replaceAll('-', '−');
  const size = fc.integer({ min: -6, max: 20 });
  const value = fc.tuple(fc.double({ min: -10, max: 10, noNaN: true }), size).map(([a, e]) => a * 10 ** e);
  fc.assert(
    fc.property(fc.oneof(value, fc.double()), fc.integer({ min: 0, max: 9 }), (value, digits) => {
      fc.pre(Math.abs(value) < 1e21);
      expect(digits === 0 ? formatCount(value) : formatFixed(value, digits)).toBe(written(value, digits));
    }),
    { numRuns: 3000 },
  );
});

test('read-outs keep the digits that matter', () => {
  expect([0, 1, 0.17449, 0.99312, 1234.5].map(formatReadout)).toEqual(['0', '1', '0.174', '0.993', '1235']);
  expect(formatDigits(0.17449)).toBe('0.17449');
  expect(formatReadout(0.00001234)).toBe('1.2 × 10⁻⁵');
  expect(formatReadout(1e-12)).toBe('1.0 × 10⁻¹²');
  expect(formatReadout(-1234567)).toBe('−1.235 × 10⁶');
  expect(formatReadout(Number.NaN)).toBe('–');
  expect(formatPoint([-1.6, 0.3])).toBe('(−1.600, 0.300)');
});

test.each([
  [0, '0 %'],
  [0.0004, '< 0.1 %'],
  [0.005, '0.5 %'],
  [0.31, '31 %'],
  [0.995, '99.5 %'],
  [0.99951, '> 99.9 %'],
  [1, '100 %'],
])('the share %d is written %s', (share, text) => {
  expect(formatShare(share)).toBe(text);
});

test('digits are those of the number itself, not of its shortest text, in every language', () => {
  // The double 1.005 is slightly smaller; Intl alone would round its text up.
  expect(new Intl.NumberFormat('en', { maximumFractionDigits: 2 }).format(1.005)).toBe('1.01');
  for (const language of ['en', 'zh-Hans', 'de']) {
    setNumberLanguage(language);
    expect(formatFixed(1.005, 2).replace(',', '.')).toBe('1.00');
  }
});

test('numbers have the signs of the language', () => {
  const all = () => [
    formatCount(1234567),
    formatReadout(-0.17449),
    formatReadout(0.00001234),
    formatNumberShort(1234.5),
    formatShare(0.305),
  ];
  expect(all()).toEqual(['1,234,567', '−0.174', '1.2 × 10⁻⁵', '1234.5', '31 %']);
  setNumberLanguage('zh-Hans');
  expect(all()).toEqual(['1,234,567', '−0.174', '1.2 × 10⁻⁵', '1234.5', '31%']);
  setNumberLanguage('de');
  expect(all()).toEqual(['1.234.567', '−0,174', '1,2 × 10⁻⁵', '1234,5', '31\u00a0%']);
  expect(formatPercent('7')).toBe('7\u00a0%');
});

test('words follow the plural of their language', () => {
  const row = { one: 'row', other: 'rows' };
  expect([0, 1, 2].map((count) => createPlural('en')(count, row))).toEqual(['rows', 'row', 'rows']);
  expect(createPlural('zh-Hans')(1, { other: '行' })).toBe('行');
  expect(createPlural('pl')(3, { one: 'wiersz', few: 'wiersze', other: 'wierszy' })).toBe('wiersze');
});
