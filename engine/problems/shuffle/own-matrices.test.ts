import { describe, expect, it } from 'vitest';
import { readFileText } from '../../data/file-reader.ts';
import { createRandom, STREAMS } from '../../kernels/random.ts';
import { describeNotice } from '../../scenario/describe-notice.ts';
import { choiceOf } from '../../scenario/file-choice.ts';
import { matrixValues } from '../../scenario/own-matrices.ts';
import { formatLink, parseLink, withDefaults } from '../../scenario/scenario.ts';
import { ScenarioError } from '../../scenario/scenario-error.ts';
import { SHUFFLE } from './card.ts';

function read(text: string) {
  const table = readFileText(text, choiceOf({}, SHUFFLE), 1000);
  return matrixValues(SHUFFLE.params, SHUFFLE.ownMatrices!, table, table.values);
}

/** Returns the reason why a file is refused. */
function refusal(text: string): string {
  try {
    const found = read(text);
    return 'failure' in found ? describeNotice(found.failure) : 'nothing';
  } catch (error) {
    if (error instanceof ScenarioError) return error.message;
    throw error;
  }
}

function taken(text: string) {
  const found = read(text);
  if ('failure' in found) throw new ScenarioError(found.failure);
  return { ...found.values, said: found.notices.map(describeNotice) };
}

const WRONG_CORNER = '2,2,0\n2,0,4\n0,4,4\n0,0,3\n0,4,1\n3,1,0\n';
const LISTS = { A: [2, 2, 0, 0, 4, 4], B: [0, 0, 3, 4, 1, 0], loss: 'matching', graphs: 'given', said: [] };

describe('a file of two matrices', () => {
  it.each<[string, string]>([
    ['numbers alone', WRONG_CORNER],
    ['a header', `a,b,c\n${WRONG_CORNER}`],
    ['a blank line between the two', WRONG_CORNER.replace('4,4\n0', '4,4\n\n0')],
    ['comments, semicolons, tabs', `# two graphs\n${WRONG_CORNER.replaceAll(',', '\t')}`],
    ['names of rows and columns', `name,x,y,z\n${WRONG_CORNER.replace(/^(?=.)/gm, 'node,')}`],
  ])('with %s gives both upper triangles', (_, text) => {
    expect(taken(text)).toEqual(LISTS);
  });

  it('of any size it goes by a link without losing a digit', () => {
    const random = createRandom(5, STREAMS.data);
    for (let n = 2; n <= 10; n++) {
      const [a, b] = [0, 1].map(() => {
        const rows = Array.from({ length: n }, () => Array.from({ length: n }, () => random.normal()));
        for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) rows[i]![j] = rows[j]![i]!;
        return rows;
      }) as [number[][], number[][]];
      const { said, ...values } = taken([...a, ...b].map((row) => row.join(',')).join('\n'));
      const triangle = (rows: number[][]) => rows.flatMap((row, i) => row.slice(i));
      expect([said, values]).toMatchObject([[], { A: triangle(a), B: triangle(b) }]);
      const scenario = withDefaults('shuffle', { ...values, shape: 'all' });
      expect(parseLink(formatLink(scenario))).toEqual({ scenario, notices: [] });
    }
  });

  it('is symmetrised where it is not symmetric, and says by how much', () => {
    expect(taken('1,2.5\n2,3\n4,-1\n-1,1e-20\n')).toMatchObject({
      A: [1, 2.25, 3],
      B: [4, -1, 1e-20],
      said: [
        'A: expected a symmetric matrix; got entries that differ by up to 0.5 across the diagonal. Their means are used.',
      ],
    });
    expect(taken('0,1\n2,0\n0,1e-9\n3,0\n').said).toHaveLength(2);
  });

  it.each<[string, string, RegExp]>([
    ['an odd number of rows', '1,2\n2,1\n3,4\n', /n = 2 to 10; got 3 rows of 2\.$/],
    ['too few rows', '1,2,3\n2,1,3\n3,3,1\n', /^Expected 2 square matrices .* got 3 rows of 3\.$/],
    ['too many rows', `${WRONG_CORNER}${WRONG_CORNER}`, /got 12 rows of 3\.$/],
    ['one number a row', '1\n2\n', /n = 2 to 10; got 2 rows of 1\.$/],
    ['eleven nodes', `${`${new Array(11).fill('1').join(',')}\n`.repeat(22)}`, /got 22 rows of 11\.$/],
    [
      'a hundred columns',
      `${`${new Array(100).fill('1').join(',')}\n`.repeat(200)}`,
      /got 200 rows of 100\.$/,
    ],
    ['more rows than are read', '1,2\n'.repeat(2000), /got 1000 rows of 2\.$/],
    ['no text', '', /^The data has no usable row: .* got an empty text\.$/],
    ['blank lines', '\n\n\n', /^The data has no usable row: /],
    ['a header alone', 'a,b\n', /got a header alone\.$/],
    [
      'a text among the numbers',
      WRONG_CORNER.replace('0,4,4', '0,x,4'),
      /got 1 unusable row \(line 3: not a number: "x" in column "c2"\)\.$/,
    ],
    ['a text in the first row', WRONG_CORNER.replace('2,2,0', '2,x,0'), /got 5 rows of 3\.$/],
    ['text alone', 'to be\nor not\n', /^The data has no usable row: /],
    [
      'a number too few',
      WRONG_CORNER.replace('0,4,4', '0,4'),
      /line 3: wrong count: expected 3 cells, got 2/,
    ],
    ['an infinite number', WRONG_CORNER.replace('0,4,4', '0,4,1e999'), /line 3: not a number: "1e999"/],
    ['no number', WRONG_CORNER.replace('0,4,4', '0,4,NaN'), /line 3: not a number: "NaN"/],
    [
      'a number out of bounds',
      WRONG_CORNER.replace('0,4,1', '0,4,-1001'),
      /^B: expected -1000 to 1000 \(divide the whole file by one number\); got -1001\.$/,
    ],
  ])('with %s is refused in a sentence', (_, text, sentence) => {
    expect(refusal(text)).toMatch(sentence);
  });
});
