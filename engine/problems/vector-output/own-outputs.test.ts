import { describe, expect, it } from 'vitest';
import { readFileText } from '../../data/file-reader.ts';
import { packText, unpackText } from '../../data/pack.ts';
import { shareTable } from '../../data/share-data.ts';
import { describePhrase } from '../../phrase.ts';
import { createScenario } from '../../scenario/create-scenario.ts';
import { describeNotice } from '../../scenario/describe-notice.ts';
import { choiceOf, type TableChoice } from '../../scenario/file-choice.ts';
import { VECTOR_OUTPUT } from './card.ts';
import { readOwnOutputs } from './own-outputs.ts';

type Chosen = Readonly<Record<string, number | boolean>>;

const valuesOf = (chosen: Chosen, data = '') =>
  createScenario('vector-output', { features: 'csv', data, ...chosen }).values as Parameters<
    typeof readOwnOutputs
  >[0];

const tableOf = (text: string, chosen: Chosen = {}, more: Partial<TableChoice> = {}) =>
  readFileText(text, { ...choiceOf(valuesOf(chosen), VECTOR_OUTPUT), bias: null, ...more }, 1000);

const read = (text: string, chosen: Chosen = {}, more: Partial<TableChoice> = {}) =>
  readOwnOutputs(valuesOf(chosen), { table: tableOf(text, chosen, more) });

describe('a label of texts', () => {
  const LABELLED = 'a,b,kind\n1,2,red\n3,4,"green, dark"\n5,6, red\n7,8,1\n';

  it('is one-hot in the order of first appearance, whatever the number of outputs', () => {
    const own = read(LABELLED, { outputs: 2 });
    expect(own.outputNames).toEqual(['red', 'green, dark', '1']);
    expect([...own.classes!]).toEqual([0, 1, 0, 2]);
    expect([...own.labels]).toEqual([1, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 1]);
    expect([...own.features]).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect([own.samples, own.columns, own.outputs, own.notices]).toEqual([4, 2, 3, []]);
  });

  it('comes back from a link as it was, and stands there as text', () => {
    const { packed } = shareTable(tableOf(LABELLED));
    expect(unpackText(packed)).toBe('a,b,kind\n1,2,red\n3,4,"green, dark"\n5,6,red\n7,8,1');
    const { classes, outputNames, features } = read(LABELLED);
    expect(readOwnOutputs(valuesOf({}, packed), null)).toMatchObject({ classes, outputNames, features });
    const holed = packText('a,kind\n1,x\n2,\n3,y');
    expect(readOwnOutputs(valuesOf({}, holed), null)).toMatchObject({ samples: 2, refusedCount: 1 });
  });

  it('is refused with the column, the bound and the cell where it names more than 8', () => {
    const text = (most: number) =>
      `a,b,c\n${Array.from({ length: 2 * most }, (_, i) => `${i},1,k${i % most}`).join('\n')}`;
    expect(read(text(8)).outputs).toBe(8);
    expect(() => read(text(9))).toThrow(
      'The last column "c" holds "k0", which is no number: expected numbers alone, or names of at most 8 classes; got more.',
    );
    expect(() => read(`a,b,c\n${'1,2,n/a\n'}${[...'123456789'].map((y) => `1,2,${y}`).join('\n')}`)).toThrow(
      'holds "n/a"',
    );
  });

  it('of dates counts too; a row without its label is refused, and numbers are never classes', () => {
    expect(read('a,b,day\n1,2,2026-01-01\n1,2,2026-01-02\n').outputs).toBe(2);
    const { refused, samples } = read('a,b,kind\n1,2,x\n3,4,\n5,oops,y\n');
    expect(samples).toBe(1);
    expect(refused.map(({ line, reason }) => `${line}: ${describePhrase(reason)}`)).toEqual([
      '3: empty: column "kind"',
      '4: not a number: "oops" in column "b"',
    ]);
    expect(read('a,b,kind\n1,2,0\n3,4,1\n', { outputs: 1 }).classes).toBeNull();
  });

  it('is left out with a notice where a problem takes one label of numbers', () => {
    const table = tableOf(LABELLED.replace(',1\n', ',x\n'), {}, { outputs: null });
    expect(table.names).toEqual(['a', 'b']);
    expect(table.classes).toBeUndefined();
    expect(table.notices.map(describeNotice)).toEqual(['The column "kind" is not used: it holds text.']);
  });
});

describe('outputs', () => {
  it('are the last columns, whatever they are called', () => {
    const own = read('y,b,p,q,r\n1,2,3,4,5\n6,7,8,9,10\n', { outputs: 3 });
    expect([own.names, own.outputNames]).toEqual([
      ['y', 'b'],
      ['p', 'q', 'r'],
    ]);
    expect([...own.labels]).toEqual([3, 4, 5, 8, 9, 10]);
    expect(own.classes).toBeNull();
    expect(tableOf('y,b,p\n1,2,3\n', {}, { columns: [2, 1, 3] }).names).toEqual(['b', 'y', 'p']);
  });

  it('need fewer columns than there are', () => {
    expect(() => read('a,b\n1,2\n', { outputs: 2 })).toThrow(
      'outputs: expected fewer outputs than the 2 columns of the data, so that a feature is left; got 2.',
    );
    expect(() => read('kind\nx\ny\n', { outputs: 2 })).toThrow(
      /at least one column besides the label "kind"/,
    );
  });

  it('of a table without a header begin in its first row', () => {
    expect(read('1,2,3\n4,5,6\n', { outputs: 1 })).toMatchObject({ samples: 2, names: ['c1', 'c2'] });
    expect(read('1,2,red\n4,5,blue\n')).toMatchObject({ samples: 2, outputNames: ['red', 'blue'] });
    expect(read('p,q,red\n4,5,blue\n')).toMatchObject({ samples: 1, names: ['p', 'q'] });
  });

  it('a column of ones among the features is the bias where one is asked for, and no output ever is', () => {
    const text = 'one,a,p,q\n1,2,3,1\n1,5,6,1\n';
    const { features, columns, hasOnes, notices } = read(text, { bias: true });
    expect([[...features], columns, hasOnes]).toEqual([[2, 1, 5, 1], 2, true]);
    expect(notices.map(describeNotice)).toEqual([expect.stringContaining('"one" holds only ones')]);
    expect(read(text)).toMatchObject({ columns: 2, hasOnes: false, outputNames: ['p', 'q'], notices: [] });
  });
});

describe('standardised', () => {
  const years = Array.from({ length: 12 }, (_, i) => `${2000 + i},${(i * 7) % 5},${i % 3}`).join('\n');

  it('features are centred where there is a bias, else only divided: labels and ones stay', () => {
    for (const bias of [true, false]) {
      const plain = read(`year,b,y\n${years}`, { outputs: 1 }, {});
      const own = readOwnOutputs(valuesOf({ outputs: 1, std: true, bias }), {
        table: tableOf(`year,b,y\n${years}`),
      });
      expect([...own.labels]).toEqual([...plain.labels]);
      const d = bias ? 3 : 2;
      for (const j of [0, 1]) {
        const column = own.features.filter((_, at) => at % d === j);
        const mean = column.reduce((sum, x) => sum + x, 0) / 12;
        expect(column.reduce((sum, x) => sum + x * x, 0) / 12).toBeCloseTo(1, 12);
        if (bias) expect(mean).toBeCloseTo(0, 12);
        else expect(column[0]! * plain.features[2 + j]!).toBeCloseTo(column[1]! * plain.features[j]!, 9);
      }
      if (bias) expect(own.features.filter((_, at) => at % d === 2)).toEqual(new Float64Array(12).fill(1));
    }
  });

  it('a column without spread stays, and is named', () => {
    const own = readOwnOutputs(valuesOf({ outputs: 1, std: true, bias: true }), {
      table: tableOf('year,b,y\n2000,1,1\n2000,2,3\n2000,4,4\n'),
    });
    expect(own.notices.map(({ code, key }) => `${code} ${key}`)).toEqual(['constant-column year']);
  });
});
