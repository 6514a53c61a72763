import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHECK } from '../fixtures/arbitraries.ts';
import { describePhrase } from '../phrase.ts';
import { ScenarioError } from '../scenario/scenario-error.ts';
import { formatTable, readTable } from './read-table.ts';
import type { Table } from './table-reader.ts';

const MANY = 1000;

const rowsOf = ({ names, rows, values }: Table) =>
  Array.from({ length: rows }, (_, i) => [...values.subarray(i * names.length, (i + 1) * names.length)]);

/** Text that must give the columns a and y with the rows (1, 2) and (3, 4), nothing refused. */
const TWO_ROWS = [
  [1, 2],
  [3, 4],
];

describe('a table', () => {
  it.each([
    ['commas', 'a,y\n1,2\n3,4\n'],
    ['no last line break', 'a,y\n1,2\n3,4'],
    ['a byte order mark', '\uFEFFa,y\n1,2\n3,4\n'],
    ['CRLF', 'a,y\r\n1,2\r\n3,4\r\n'],
    ['lone carriage returns', 'a,y\r1,2\r3,4'],
    ['semicolons', 'a;y\n1;2\n3;4'],
    ['tabs', 'a\ty\n1\t2\n3\t4'],
    ['quotes', '"a","y"\n"1","2"\n3,"4"'],
    ['spaces', ' a , y \n 1 , 2\n3 ,\t4'],
    ['blank lines above the header', '\n\n  \na,y\n1,2\n3,4'],
    ['blank lines above a header with semicolons', '\n \t \na;y\n1;2\n3;4'],
    ['quoted names and tabs', '"a"\t"y"\n1\t2\n3\t4'],
    ['signs and exponents', 'a,y\n+1,2e0\n0.3e1,400E-2'],
  ])('is read with %s', (_, text) => {
    const table = readTable(text, MANY);
    expect(table.names).toEqual(['a', 'y']);
    expect(rowsOf(table)).toEqual(TWO_ROWS);
    expect(table.refused).toEqual([]);
    expect(table.notices).toEqual([]);
  });

  it('keeps separators, quotes and line breaks of quoted names', () => {
    const table = readTable('"speed, mph","the ""y""\nof it",y\n1,2,3\n', MANY);
    expect(table.names).toEqual(['speed, mph', 'the "y"\nof it', 'y']);
    expect(rowsOf(table)).toEqual([[1, 2, 3]]);
  });

  it('finds the separator outside of quotes', () => {
    expect(readTable('"a;b;c;d",y\n1,2\n', MANY).names).toEqual(['a;b;c;d', 'y']);
    expect(readTable('"a\nb";y\n1;2\n', MANY).names).toEqual(['a\nb', 'y']);
    expect(readTable('"say ""a;b;c""",y\n1,2\n', MANY).names).toEqual(['say "a;b;c"', 'y']);
    expect(readTable('5" pipe;6" pipe;y\n1;2;3\n', MANY).names).toEqual(['5" pipe', '6" pipe', 'y']);
  });

  it('names every refused row with its line and reason', () => {
    const text = [
      'a,b,y',
      '1,2,3',
      '1,2',
      '1,2,3,4',
      '1,,3',
      '',
      '  ,,',
      '1,NaN,3',
      'inf,2,3',
      '0x1,2,3',
      '1,2,"1,5"',
      '4,5,6',
    ].join('\n');
    const table = readTable(text, MANY);
    expect(rowsOf(table)).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    expect(table.refused.map(({ line, reason }) => ({ line, reason: describePhrase(reason) }))).toEqual([
      { line: 3, reason: 'wrong count: expected 3 cells, got 2' },
      { line: 4, reason: 'wrong count: expected 3 cells, got 4' },
      { line: 5, reason: 'empty: column "b"' },
      { line: 6, reason: 'empty' },
      { line: 7, reason: 'empty' },
      { line: 8, reason: 'not a number: "NaN" in column "b"' },
      { line: 9, reason: 'not a number: "inf" in column "a"' },
      { line: 10, reason: 'not a number: "0x1" in column "a"' },
      { line: 11, reason: 'not a number: "1,5" in column "y"' },
    ]);
  });

  it.each(['\n', '\r\n'])('counts the lines inside of quoted cells (line break %j)', (end) => {
    const text = ['a,y', `"1${end}${end}",2`, 'x,2', `"note${end}on two lines",2`, '3,4', 'z,4'].join(end);
    const table = readTable(text, MANY);
    // The header is line 1; the first cell spans lines 2 to 4, the note lines 6 and 7.
    expect(table.refused.map(({ line }) => line)).toEqual([5, 6, 9]);
    expect(rowsOf(table)).toEqual(TWO_ROWS);
  });

  it('counts blank lines above the header', () => {
    expect(readTable('\n\na,y\nx,1\n1,2', MANY).refused.map(({ line }) => line)).toEqual([4]);
  });

  it('takes the first rows up to the bound and says so; rows beyond are still checked', () => {
    const table = readTable('a,y\n1,2\nx,0\n3,4\n5,6\n7,\n', 2);
    expect(rowsOf(table)).toEqual(TWO_ROWS);
    expect(table.notices).toEqual([{ code: 'rows-cut', key: 'data', expected: '2', got: '3' }]);
    expect(table.refused.map(({ line }) => line)).toEqual([3, 6]);
    expect(readTable('a,y\n1,2\n3,4\n', 2).notices).toEqual([]);
  });

  it('takes a row of numbers as the header and says so', () => {
    const table = readTable('1,2\n3,4\n', MANY);
    expect(table.names).toEqual(['1', '2']);
    expect(rowsOf(table)).toEqual([[3, 4]]);
    expect(table.notices).toEqual([{ code: 'header-is-numeric', key: '', expected: '', got: '1, 2' }]);
  });

  it.each([
    ['', 'an empty text'],
    ['\uFEFF', 'an empty text'],
    [' \n\n', 'an empty text'],
    ['a,y', 'a header alone'],
    ['a,y\r\n', 'a header alone'],
    ['a,y\nx,1\n', '1 unusable row (line 2: not a number: "x" in column "a")'],
    ['a,y\nx,1\n1\n', '2 unusable rows (line 2: not a number: "x" in column "a")'],
  ])('%j has no row: %s', (text, got) => {
    expect(() => readTable(text, MANY)).toThrow(ScenarioError);
    expect(() => readTable(text, MANY)).toThrow(
      `expected a header and at least one row of numbers; got ${got}.`,
    );
  });

  it('reads every digit of a number', () => {
    const finite = fc
      .double({ noNaN: true, noDefaultInfinity: true })
      .map((value) => (value === 0 ? 0 : value));
    fc.assert(
      fc.property(fc.array(fc.tuple(finite, finite), { minLength: 1, maxLength: 5 }), (pairs) => {
        const text = ['a,y', ...pairs.map((pair) => pair.join(','))].join('\n');
        expect(rowsOf(readTable(text, MANY))).toEqual(pairs);
      }),
      CHECK,
    );
  });

  it('is read back from what formatTable writes, whatever the names', () => {
    const name = fc
      .string({ unit: fc.constantFrom(...'ab,;\t"\n\r '), minLength: 0, maxLength: 6 })
      .map((text) => `n${text}n`);
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 3 }), (names) => {
        const values = Float64Array.from({ length: 2 * names.length }, (_, at) => at / 7);
        const back = readTable(formatTable({ names, rows: 2, values }), MANY);
        expect(back.names).toEqual(names);
        expect(back.values).toEqual(values);
      }),
      CHECK,
    );
  });
});
