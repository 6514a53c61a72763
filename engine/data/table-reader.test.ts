import { dsvFormat } from 'd3-dsv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runsAll } from '../../scripts/tier.mjs';
import { CHECK } from '../fixtures/arbitraries.ts';
import { describePhrase } from '../phrase.ts';
import { LONGEST_ROW } from './csv-rows.ts';
import { createRowSplitter } from './row-splitter.ts';
import { createTableReader, MOST_REFUSED, type Table } from './table-reader.ts';

function piecesOf(text: string, cuts: readonly number[]): string[] {
  const ends = [...cuts.map((cut) => cut % (text.length + 1)), text.length].sort((a, b) => a - b);
  return ends.map((end, at) => text.slice(ends[at - 1] ?? 0, end));
}

/** Reads chunked text: the table, or the words of the refusal. */
function read(text: string, cuts: readonly number[] = [], maxRows = 1000): Table | string {
  const reader = createTableReader(maxRows);
  for (const piece of piecesOf(text, cuts)) reader.push(piece);
  try {
    return reader.finish();
  } catch (error) {
    return String(error);
  }
}

function table(text: string, cuts: readonly number[] = [], maxRows = 1000): Table {
  const found = read(text, cuts, maxRows);
  if (typeof found === 'string') throw new Error(`expected a table; got ${found}`);
  return found;
}

/** Random text of cell, row and quote delimiters and of valid rows. */
const csvText = fc
  .tuple(
    fc.constantFrom('', '\uFEFF', '\n', '\r\n', ' \r'),
    fc.constantFrom('a,y', 'a;y', '"a\r\nb"\ty', '"a""",y', ''),
    fc.array(
      fc.oneof(
        fc.constantFrom(
          '1,2\n',
          '1;2\r\n',
          '3,4\r',
          '"5",6\n',
          '"7\n",8\n',
          '9\t"1"\r\n',
          '"',
          ',',
          '\r',
          '\n',
        ),
        fc.string({ unit: fc.constantFrom(...'1",;\t\n\rx '), maxLength: 6 }),
      ),
      { maxLength: 12 },
    ),
  )
  .map(([lead, header, rows]) => `${lead}${header}\n${rows.join('')}`);

const cuts = fc.array(fc.nat(200), { maxLength: 8 });

describe('a table in pieces', () => {
  it('is the same table wherever the text is cut', () => {
    fc.assert(
      fc.property(csvText, cuts, (text, at) => {
        expect(read(text, at)).toEqual(read(text));
      }),
      { ...CHECK, numRuns: runsAll ? 2000 : 600 },
    );
  });

  it('is the same table character by character', () => {
    fc.assert(
      fc.property(csvText, (text) => {
        const everywhere = Array.from({ length: text.length }, (_, at) => at);
        expect(read(text, everywhere)).toEqual(read(text));
      }),
      CHECK,
    );
  });

  it('has the rows that d3-dsv finds in the whole text', () => {
    fc.assert(
      fc.property(csvText, cuts, (text, at) => {
        const rows: string[][] = [];
        const splitter = createRowSplitter(',', LONGEST_ROW, (row) => {
          const parsed = dsvFormat(',').parseRows(row!);
          expect(parsed).toHaveLength(1);
          rows.push(...parsed);
        });
        for (const piece of piecesOf(text, at)) splitter.push(piece);
        splitter.finish();
        expect(rows).toEqual(dsvFormat(',').parseRows(text));
      }),
      { ...CHECK, numRuns: runsAll ? 2000 : 600 },
    );
  });

  it.each([
    ['between CR and LF', 'a,y\r|\n1,2\r|\n3,4\r|\n'],
    ['within a number', 'a,y\n1|,2\n3|e0,|4'],
    ['within a doubled quote', '"a"|"|",y\n1,2\n3,4'],
    ['after a byte order mark', '\uFEFF|a,y\n1,2\n3,4'],
    ['within the header', 'a|;|y\n1;2\n3;4'],
    ['within a quoted line break', 'a,y\n"1|\n|",2\n3,4'],
  ])('can be cut %s', (_, text) => {
    const whole = text.replaceAll('|', '');
    const at = [...text.matchAll(/\|/g)].map(({ index }, count) => index - count);
    expect(Array.from(table(whole, at).values)).toEqual([1, 2, 3, 4]);
    expect(table(whole, at).refused).toEqual([]);
  });

  it('finds the separator of a header that is long', () => {
    const names = Array.from({ length: 9000 }, (_, j) => `"na,me${j}"`);
    const text = `${names.join(';')}\n${names.map((_, j) => j).join(';')}\n`;
    expect(text.length).toBeGreaterThan(65_536);
    expect(table(text, [1, 1000, 65_535, 65_536, 65_537]).values).toEqual(
      Float64Array.from(names, (_, j) => j),
    );
  });

  it('keeps the numbers of many rows', () => {
    const rows = Array.from({ length: 5000 }, (_, i) => `${i},${i / 7}`);
    expect(table(`a,y\n${rows.join('\n')}`, [777], 5000).values).toEqual(
      Float64Array.from({ length: 10_000 }, (_, at) => (at % 2 ? (at - 1) / 14 : at / 2)),
    );
  });

  it('takes no more of wide rows than there is place for', () => {
    const reader = createTableReader(10, 11);
    reader.push('a,b,y\n1,2,3\n4,5,6\n7,8,9\n10,11,12\n');
    const found = reader.finish();
    expect(Array.from(found.values)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(found.notices).toEqual([{ code: 'rows-cut', key: 'data', expected: '3', got: '4' }]);
  });

  it(`lists the first ${MOST_REFUSED} refused rows and counts them all`, () => {
    const found = table(`a,y\n1,2\n${'x,1\n'.repeat(MOST_REFUSED + 7)}`);
    expect(found.refused).toHaveLength(MOST_REFUSED);
    expect(found.refused[MOST_REFUSED - 1]!.line).toBe(MOST_REFUSED + 2);
    expect(found.refusedCount).toBe(MOST_REFUSED + 7);
    expect(read(`a,y\n${'x,1\n'.repeat(MOST_REFUSED + 7)}`)).toContain(
      'got 1007 unusable rows (line 2: not a number: "x" in column "a").',
    );
  });

  it('refuses a row that is too long, however it is cut, and goes on after it', () => {
    const long = `"${'1\n'.repeat(LONGEST_ROW / 2)}",2`;
    const text = `a,y\n1,2\n${long}\n3,4\nx,5\n`;
    for (const at of [[], [20], [LONGEST_ROW - 5, LONGEST_ROW + 5], [LONGEST_ROW + 14]]) {
      const found = table(text, at);
      expect(Array.from(found.values)).toEqual([1, 2, 3, 4]);
      expect(found.refused.map(({ line, reason }) => ({ line, reason: describePhrase(reason) }))).toEqual([
        { line: 3, reason: 'longer than 1000000 characters: is a quote never closed?' },
        { line: LONGEST_ROW / 2 + 5, reason: 'not a number: "x" in column "a"' },
      ]);
    }
    expect(table(`a,y\n${'1'.padStart(LONGEST_ROW - 2)},2\n3,4\n`).refusedCount).toBe(1);
    expect(table(`a,y\n${'1'.padStart(LONGEST_ROW - 3)},2\n3,4\n`).refusedCount).toBe(0);
  });

  it('says so where a quote opens in the header and never closes', () => {
    expect(read(`"a,y\n${'1,2\n'.repeat(LONGEST_ROW / 4)}`)).toContain(
      'got 1 unusable row (line 1: longer than 1000000 characters: is a quote never closed?).',
    );
  });
});
