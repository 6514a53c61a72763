import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { runsAll } from '../../scripts/tier.mjs';
import { CHECK } from '../fixtures/arbitraries.ts';
import { describePhrase } from '../phrase.ts';
import { describeNotice } from '../scenario/describe-notice.ts';
import { NO_CHOICE, type TableChoice } from '../scenario/file-choice.ts';
import { ScenarioError } from '../scenario/scenario-error.ts';
import { type FileTable, readFileText } from './file-reader.ts';
import { formatTable, readTable } from './read-table.ts';

function read(text: string, choice: Partial<TableChoice> = {}): FileTable {
  return readFileText(text, { ...NO_CHOICE, ...choice }, 1000);
}

const rowsOf = ({ names, rows, values }: FileTable) =>
  Array.from({ length: rows }, (_, i) => [...values.subarray(i * names.length, (i + 1) * names.length)]);
const said = ({ notices }: FileTable) => notices.map(describeNotice);

describe('a European CSV', () => {
  it('is read with decimal commas, and the page says so', () => {
    const table = read('a;y\n1,5;2\n3;4,25\n-0,5;1\n');
    expect(rowsOf(table)).toEqual([
      [1.5, 2],
      [3, 4.25],
      [-0.5, 1],
    ]);
    expect(table.refusedCount).toBe(0);
    expect(table.decimal).toBe('comma');
    expect(said(table)).toEqual([
      'Commas are read as decimal marks: "1,5" is 1.5. Choose decimal=point for the other reading.',
    ]);
  });

  it.each([
    ['a;y\n1.500;0,5\n2.000;1\n', [1500, 0.5, 2000, 1], 'another column has decimal commas'],
    ['a;y\n1.500;2\n1.234.567;1\n', [1500, 2, 1234567, 1], 'a cell of the column has two groups'],
    ['a;y\n1.500;2\n0.250;1\n', [1.5, 2, 0.25, 1], 'a group never begins with 0'],
    ['a;y\n1.500;2\n2.25;1\n', [1.5, 2, 2.25, 1], 'a group has three digits'],
    ['a;y\n1.500;2\n3.000;1\n', [1.5, 2, 3, 1], 'nothing: a point is the decimal mark'],
    ['a;y\n1,500;2\n3,000;1\n', [1.5, 2, 3, 1], 'semicolons separate: a comma is the decimal mark'],
    ['a\ty\n"1,500"\t2\n3,000\t1\n', [1500, 2, 3000, 1], 'nothing: a point is the decimal mark'],
    ['a,y\n"1,500",2\n"3,000",1.5\n', [1500, 2, 3000, 1.5], 'another column has decimal points'],
    ["a;y\n1'234.5;2\n1’000;1\n", [1234.5, 2, 1000, 1], 'Swiss groups'],
    ['a;y\n1 234,5;2\n1\u00a0000;1\n', [1234.5, 2, 1000, 1], 'French groups'],
    ['a;y\n1\u202f234\u202f567,5;2\n12;1\n', [1234567.5, 2, 12, 1], 'groups with narrow spaces'],
  ])('%j has its thousands found from the whole file (%#)', (text, values, _why) => {
    const table = read(text);
    expect([...table.values]).toEqual(values);
    expect(table.refusedCount).toBe(0);
  });

  it('says what was assumed where both readings are possible, and offers the other one', () => {
    const table = read('a;y\n1.500;2\n3.000;1\n');
    expect(said(table)).toEqual([
      '"1.500" can be read in two ways: here it is 1.5, not as 1500. Choose decimal=comma for the other reading.',
    ]);
    expect([...read('a;y\n1.500;2\n3.000;1\n', { decimal: 'comma' }).values]).toEqual([1500, 2, 3000, 1]);
    expect(said(read('a;y\n1.500;2\n', { decimal: 'comma' }))).toEqual([]);
    expect(said(read("a,y\n1'234,2.5\n"))).toEqual(['"1\'234" is read as 1234, in groups of three digits.']);
    // Another column decides it.
    expect(said(read('a;y\n1.500;2,5\n'))).toEqual([
      'Commas are read as decimal marks: "1.500" is 1500. Choose decimal=point for the other reading.',
    ]);
  });

  it('keeps its negative rows: a Unicode minus is a minus', () => {
    const table = read('a,y\n\u22121.5,2\n\u20133,\uFF0D4\n');
    expect([...table.values]).toEqual([-1.5, 2, -3, -4]);
  });

  it('has no column behind a trailing delimiter, in header, rows or both', () => {
    for (const text of ['a;y;\n1;2;\n3;4;\n', 'a;y\n1;2;\n3;4;;\n', 'a;y;;\n1;2\n3;4;\n']) {
      const table = read(text);
      expect(table.names).toEqual(['a', 'y']);
      expect([...table.values]).toEqual([1, 2, 3, 4]);
      expect([table.refused, table.notices]).toEqual([[], []]);
    }
    expect(read('a;y\n1;2;\n3;4;5\n').refused).toEqual([
      { line: 3, reason: { say: 'cells', expected: 2, got: 3 } },
    ]);
  });

  it('leaves out columns of text, of dates and of row numbers with a notice, not its rows', () => {
    const table = read(
      ',name,day,speed,empty,y\n0,ann,2024-01-31,4,,2\n1,bob,31.12.2024,7,,22\n2,cyd,12/31/24,8,,16\n',
    );
    expect(table.names).toEqual(['speed', 'y']);
    expect(table.used).toEqual([4, 6]);
    expect([table.rows, table.refusedCount]).toEqual([3, 0]);
    expect(said(table)).toEqual([
      'The column "name" is not used: it holds text.',
      'The column "day" is not used: it holds dates.',
      'The column "" is not used: it holds row numbers.',
      'The column "empty" is not used: it holds nothing.',
    ]);
  });

  it('has the label and columns that a person chooses, the label last', () => {
    const text = 'y,name,b,c\n1,x,2,3\n4,x,5,6\n';
    const table = read(text, { columns: [4, 1, 3] });
    expect(table.names).toEqual(['c', 'y_', 'b']);
    expect([...table.values]).toEqual([3, 1, 2, 6, 4, 5]);
    expect(said(table)).toEqual([]);
    const wrong = read(text, { columns: [4, 9] });
    expect(wrong.names).toEqual(['y', 'b', 'c']);
    expect(said(wrong)[0]).toBe(
      'columns: expected numbers of two or more columns, from 1 to 4, the label last; got "4,9". The default is used.',
    );
  });

  it('refuses what it always refused: rows with a cell that is no number among numbers', () => {
    const table = read('speed,y\n4,2\n7,four\n8,16\n\n9,10\n10,18,3\n11,17\n12,\n13,26\n');
    expect(table.rows).toBe(5);
    expect(table.refused.map(({ line, reason }) => `${line}: ${describePhrase(reason)}`)).toEqual([
      '3: not a number: "four" in column "y"',
      '5: empty',
      '7: wrong count: expected 2 cells, got 3',
      '9: empty: column "y"',
    ]);
    for (const text of ['', 'a,y', 'a,y\nx,1\n', 'x,y\na,b\n', '1,2'])
      expect(() => read(text)).toThrow(ScenarioError);
  });

  it.each([
    ['a line that names it', 'sep=;\na;b;y\n1;2;3\n'],
    ['commas in names', 'speed, mph;b, in m;y\n1;2;3\n'],
    ['quoted names', '"a;b";"b";y\n1,0;2;3\n'],
  ])('has its separator found by the rows: %s', (_, text) => {
    expect(rowsOf(read(text))).toEqual([[1, 2, 3]]);
  });
});

describe('comment lines', () => {
  it('are no rows, refused or taken, whatever quotes they hold', () => {
    const table = read('# made by hand\na,y\n# "never closed, \n1,2\n#3,4\n5,6\n');
    expect([...table.values]).toEqual([1, 2, 5, 6]);
    expect([table.names, table.refused]).toEqual([['a', 'y'], []]);
  });

  it('above rows without a header hold the names, as NumPy writes them', () => {
    const table = read('# a,y\n1.5,2\n3,4\n');
    expect([table.names, [...table.values], said(table)]).toEqual([['a', 'y'], [1.5, 2, 3, 4], []]);
  });
});

describe('a column of ones', () => {
  it('in the file is the bias, and no second one is added', () => {
    const table = read('a,one,b,y\n1,1,2,3\n4,1,5,6\n');
    expect([table.names, table.ones, table.bias]).toEqual([['a', 'b', 'y'], 2, true]);
    expect([...table.values]).toEqual([1, 2, 3, 4, 5, 6]);
    expect(said(table)).toEqual([
      'The column "one" holds only ones: it is the bias, whose weight comes last.',
    ]);
  });

  it('is a column like others where no bias is wanted, or all columns are chosen, or it is the only feature', () => {
    const text = 'a,one,y\n1,1,3\n4,1,6\n';
    expect(read(text, { bias: false }).names).toEqual(['a', 'one', 'y']);
    expect(read(text, { columns: [1, 2, 3] }).names).toEqual(['a', 'one', 'y']);
    expect(read('one,y\n1,3\n1,6\n').names).toEqual(['one', 'y']);
    expect(read(`a,one,y\n# own data: bias=0\n1,1,3\n4,1,6\n`)).toMatchObject({ bias: false, ones: null });
  });
});

/** Number formats of locales: group separator of three digits, and decimal mark. */
const LOCALES = {
  en: { groups: [',', ''], mark: '.', separators: [',', ';', '\t'] },
  de: { groups: ['.', ''], mark: ',', separators: [';', '\t'] },
  fr: { groups: [' ', '\u00a0', '\u202f', ''], mark: ',', separators: [';', '\t'] },
  ch: { groups: ["'", '’', ''], mark: '.', separators: [',', ';', '\t'] },
} as const;

function writeNumber(digits: string, group: string, mark: string, minus: string): string {
  const [, sign, whole, fraction] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(digits)!;
  const grouped = whole!.replace(/\B(?=(\d{3})+$)/g, group);
  return `${sign ? minus : ''}${grouped}${fraction === undefined ? '' : mark + fraction}`;
}

const decimals = fc
  .tuple(fc.boolean(), fc.oneof(fc.nat(999), fc.nat(99_999_999)), fc.option(fc.stringMatching(/^\d{1,12}$/)))
  .map(
    ([isNegative, whole, fraction]) =>
      `${isNegative ? '-' : ''}${whole}${fraction === null ? '' : `.${fraction}`}`,
  );

describe.each(Object.entries(LOCALES))('tables written in %s', (_, { groups, mark, separators }) => {
  test('are read to the same numbers, to the bit', () => {
    const layout = fc.record({
      width: fc.integer({ min: 2, max: 5 }),
      group: fc.constantFrom<string>(...groups),
      separator: fc.constantFrom<string>(...separators),
      minus: fc.constantFrom('-', '\u2212'),
      end: fc.constantFrom('\n', '\r\n'),
      cells: fc.array(decimals, { minLength: 10, maxLength: 60 }),
    });
    fc.assert(
      fc.property(layout, ({ width, group, separator, minus, end, cells }) => {
        // One cell that determines the mark: 0.5 is never a group.
        const whole = ['0.5', ...cells.slice(0, Math.floor((cells.length + 1) / width) * width - 1)];
        const write = (cell: string) => {
          const text = writeNumber(cell, group, mark, minus);
          return text.includes(separator) ? `"${text}"` : text;
        };
        const lines = [Array.from({ length: width }, (_, j) => `c${j}`).join(separator)];
        for (let i = 0; i < whole.length; i += width)
          lines.push(
            whole
              .slice(i, i + width)
              .map(write)
              .join(separator),
          );
        const table = read(lines.join(end), { bias: false });
        expect(table.refused).toEqual([]);
        expect([...table.values]).toEqual(whole.map((cell) => Number(cell) + 0));
      }),
      { ...CHECK, numRuns: runsAll ? 500 : 150 },
    );
  });
});

describe('what programs write', () => {
  const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
  const names = fc.uniqueArray(fc.stringMatching(/^[a-z][a-z ,;"]{0,5}$/), { minLength: 2, maxLength: 5 });

  it('is read as it always was: the same table as a link’s packed text', () => {
    fc.assert(
      fc.property(names, fc.array(finite, { minLength: 10, maxLength: 40 }), (header, numbers) => {
        const rows = Math.floor(numbers.length / header.length);
        const values = Float64Array.from(numbers.slice(0, rows * header.length), (value) =>
          value === 0 ? 0 : value,
        );
        const text = formatTable({ names: header, rows, values });
        const { names: own, rows: count, values: found, refused } = read(text, { bias: false });
        expect({ names: own, rows: count, values: found, refused }).toMatchObject(
          (({ names, rows, values, refused }) => ({ names, rows, values, refused }))(readTable(text, 1000)),
        );
      }),
      CHECK,
    );
  });

  it('is read as the same table wherever the text is cut', () => {
    expect(rowsOf(read('\uFEFFa,y\r\n1,2\r\n"3",4'))).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });
});
