import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHECK } from '../fixtures/arbitraries.ts';
import { GAN } from '../problems/gan/card.ts';
import { describeNotice } from '../scenario/describe-notice.ts';
import { choiceOf } from '../scenario/file-choice.ts';
import { meanValues } from '../scenario/own-means.ts';
import { formatLink, parseLink, withDefaults } from '../scenario/scenario.ts';
import { ScenarioError } from '../scenario/scenario-error.ts';
import { columnMeans } from './column-means.ts';
import { readFileText } from './file-reader.ts';

const CHOICE = choiceOf({}, GAN);
const read = (text: string) => readFileText(text, CHOICE, 1000);
const meansOf = (text: string) => columnMeans(read(text));
const valuesOf = (text: string) => meanValues(GAN.params, GAN.ownMeans!, meansOf(text));

function refusalOf(text: string): string {
  try {
    const found = valuesOf(text);
    return 'failure' in found ? describeNotice(found.failure) : 'nothing';
  } catch (error) {
    if (error instanceof ScenarioError) return error.message;
    throw error;
  }
}

describe('own data as the means of their columns', () => {
  it('are sums from the first row to the last, divided by their number, to the digit', () => {
    const rows = fc.array(
      fc.tuple(fc.double({ min: -900, max: 900, noNaN: true }), fc.integer({ min: -900, max: 900 })),
      {
        minLength: 1,
        maxLength: 40,
      },
    );
    fc.assert(
      fc.property(rows, (list) => {
        const sum = (j: 0 | 1) => list.reduce((all, row) => all + row[j], 0) / list.length;
        const found = valuesOf(`a,b\n${list.map((row) => row.join(',')).join('\n')}\n`);
        // A sum of negative zeros starts at 0.
        expect(found).toEqual({
          values: { level: 'network', m: 2, xmean: [sum(0) + 0, sum(1) + 0] },
          notices: [],
        });
      }),
      CHECK,
    );
    // Another order gives another last digit.
    expect(meansOf('a\n0.1\n0.2\n0.3\n')).toEqual([(0.1 + 0.2 + 0.3) / 3]);
    expect(meansOf('a\n0.3\n0.2\n0.1\n')).not.toEqual([(0.1 + 0.2 + 0.3) / 3]);
  });

  it('go by a link without losing a digit', () => {
    const found = valuesOf('0.1,1e-300\n0.2,3\n0.7,4\n');
    const scenario = withDefaults('gan', 'values' in found ? found.values : {});
    const again = parseLink(formatLink(scenario));
    expect(again).toEqual({ scenario, notices: [] });
    expect(scenario.values).toMatchObject({ m: 2, xmean: [(0.1 + 0.2 + 0.7) / 3, (1e-300 + 3 + 4) / 3] });
  });

  it('need no header, no label and no second column; a column called y is one like the others', () => {
    expect(meansOf('1\n2\n3\n')).toEqual([2]);
    expect(meansOf('1,4\n3,6\n')).toEqual([2, 5]);
    expect(meansOf('y,a\n1,4\n3,6\n')).toEqual([2, 5]);
    expect(meansOf('y\n1\n3\n')).toEqual([2]);
    expect(meansOf('name,a\nx,2\ny,4\n')).toEqual([3]);
    expect(meansOf('1;ones\n5;1\n7;1\n')).toEqual([6, 1]);
  });

  it('leave out columns of text and row numbers, refuse rows with a bad cell, and say so', () => {
    const table = read('id,name,a,b\n1,x,1,2\n2,y,oops,9\n3,z,3,4\n');
    expect([columnMeans(table), table.refused]).toEqual([
      [2, 3],
      [{ line: 3, reason: { say: 'bad-cell', cell: 'oops', column: 'a' } }],
    ]);
    expect(table.notices.map(describeNotice)).toEqual([
      'The column "name" is not used: it holds text.',
      'The column "id" is not used: it holds row numbers.',
    ]);
    expect(columnMeans(readFileText('a,b,c\n1,2,3\n3,4,5\n', { ...CHOICE, columns: [3] }, 9))).toEqual([4]);
    expect(columnMeans(readFileText('a;b\n1,5;2\n2,5;4\n', { ...CHOICE, decimal: 'comma' }, 9))).toEqual([
      2, 3,
    ]);
  });

  it.each([
    ['no row', 'a,b\n', /^The data has no usable row: .* got a header alone\.$/],
    ['nothing', '', /^The data has no usable row: /],
    [
      'no column of numbers',
      'a,b\nx,y\nu,v\n',
      /^The data has no usable row: .*not a number: "x" in column "a"/,
    ],
    [
      'more than 50 columns',
      `${new Array(51).fill('1').join(',')}\n`,
      /^The data has 51 columns of numbers; the means of at most 50 are used\.$/,
    ],
    [
      'a mean out of bounds',
      'a\n1e4\n',
      /^xmean: expected -1000 to 1000 \(divide the whole file by one number\); got 10000\.$/,
    ],
    [
      'a mean that overflows',
      'a\n1e308\n1e308\n',
      /^xmean: expected -1000 to 1000 \(divide the whole file by one number\); got Infinity\.$/,
    ],
  ])('of %s are refused in a sentence', (_, text, sentence) => {
    expect(refusalOf(text)).toMatch(sentence);
  });

  it('of 50 columns are taken', () => {
    expect(meansOf(`${new Array(50).fill('2').join(',')}\n`)).toEqual(new Array(50).fill(2));
  });
});
