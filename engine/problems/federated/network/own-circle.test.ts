import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readFileText } from '../../../data/file-reader.ts';
import { packText, unpackText } from '../../../data/pack.ts';
import { shareTable } from '../../../data/share-data.ts';
import { CHECK } from '../../../fixtures/arbitraries.ts';
import { describePhrase } from '../../../phrase.ts';
import { createScenario } from '../../../scenario/create-scenario.ts';
import { describeNotice } from '../../../scenario/describe-notice.ts';
import { choiceOf, type TableChoice } from '../../../scenario/file-choice.ts';
import { FEDERATED, type FedValues, MAX_FED_SAMPLES } from '../card.ts';
import { problem } from '../problem.ts';
import { readOwnCircle } from './own-circle.ts';

type Chosen = Partial<Pick<FedValues, 'clients' | 'split' | 'data'>>;

const valuesOf = (chosen: Chosen = {}) =>
  createScenario('federated', { level: 'network', features: 'csv', m: 8, ...chosen }).values as FedValues;

const tableOf = (text: string, more: Partial<TableChoice> = {}) =>
  readFileText(text, { ...choiceOf(valuesOf(), FEDERATED), ...more }, 1000);

function read(text: string, chosen: Chosen = {}, more: Partial<TableChoice> = {}) {
  const { data, refused, notices } = readOwnCircle(valuesOf(chosen), { table: tableOf(text, more) });
  const { angles, labels, owners, count, names } = data;
  return {
    rows: Array.from(angles, (angle, i) => [angle, labels[i], owners[i]]),
    count,
    names,
    refused: refused.map(({ line, reason }) => `${line}: ${describePhrase(reason)}`),
    notices: notices.map(describeNotice),
  };
}

describe('own data over the circle', () => {
  it('have clients by any text, numbered by first appearance, in the order of the file', () => {
    expect(read('angle,y,client\n3,1,007\n0.5,2, b c\n6,3,7\n1,4,007\n2,5,"<b>"\n')).toEqual({
      rows: [
        [3, 1, 0],
        [0.5, 2, 1],
        [6, 3, 2],
        [1, 4, 0],
        [2, 5, 3],
      ],
      count: 4,
      // 007 is another client than 7.
      names: ['007', 'b c', '7', '<b>'],
      refused: [],
      notices: [],
    });
  });

  it('have their columns by name in any order, else by place; a first row of numbers is data', () => {
    const rows = [
      [1, 0.5, 0],
      [2, -1, 1],
    ];
    expect(read('client,note,y,angle\nn,a,0.5,1\ns,b,-1,2\n')).toMatchObject({
      rows,
      names: ['n', 's'],
      notices: ['The column "note" is not used: it holds text.'],
    });
    expect(read('theta,value,site,more\n1,0.5,n,8\n2,-1,s,9\n')).toMatchObject({
      rows,
      names: ['n', 's'],
      notices: [
        'No column is called angle, y, client. The order is assumed: angle = theta, y = value, client = site.',
        'The column "more" is not used: it holds numbers.',
      ],
    });
    expect(read('1;0,5;n\n2;-1;s\n')).toMatchObject({ rows });
    expect(read('angle,other,y\n1,7,0.5\n2,8,-1\n', { clients: 2 })).toMatchObject({
      rows,
      names: [],
      notices: ['No column is called client.', 'The column "other" is not used: it holds numbers.'],
    });
    expect(read('a,b,c,d\n9,n,1,0.5\n9,s,2,-1\n', {}, { columns: [3, 4, 2] })).toMatchObject({ rows });
    // Ignore columns beyond the names.
    expect(tableOf('a,b,c,d\n1,2,3,4\n', { columns: [1, 2, 3, 4] }).names).toEqual(['angle', 'y', 'client']);
  });

  it('have of a named column what its name says, wherever it stands: what is missing or assumed or left out is said', () => {
    const HEADS = ['angle', 'y', 'client', 'x1', 'x2', 'note'];
    const cellOf: Record<string, (i: number) => string> = {
      angle: (i) => `${i}`,
      y: (i) => `${10 + i}`,
      client: (i) => `c${i % 2}`,
      x1: (i) => `${i / 2}`,
      x2: (i) => `${i / 4}`,
      note: (i) => `n${i}`,
    };
    fc.assert(
      fc.property(fc.shuffledSubarray(HEADS, { minLength: 2 }), fc.boolean(), (heads, isLink) => {
        const text = `${heads.join()}\n${[1, 2, 3].map((i) => `${heads.map((head) => cellOf[head]!(i)).join()}\n`).join('')}`;
        const has = (head: string) => heads.includes(head);
        const numbers = heads.filter((head) => /^x/.test(head));
        const taken = ['angle', 'y']
          .filter((head) => !has(head))
          .map((head, at) => [head, numbers[at]] as const);
        if (taken.some(([, column]) => column === undefined)) {
          expect(() => tableOf(text)).toThrow();
          return;
        }
        const { data, notices } = isLink
          ? readOwnCircle(valuesOf({ data: packText(text) }), null)
          : readOwnCircle(valuesOf(), { table: tableOf(text) });
        const columns = { angle: 'angle', y: 'y', ...Object.fromEntries(taken) };
        const values = (head: string) => [1, 2, 3].map((i) => Number(cellOf[head]!(i)));
        expect([[...data.angles], [...data.labels]]).toEqual([values(columns.angle), values(columns.y)]);
        const stands = has('client') ? ['c1', 'c0'] : null;
        if (stands) expect(data.names).toEqual(stands);
        const said = notices.map(describeNotice).join(' ');
        expect(said.includes('The order is assumed')).toBe(taken.length > 0);
        for (const [head, column] of taken) expect(said).toContain(`${head} = ${column}`);
        for (const head of ['angle', 'y', 'client'])
          if (!has(head) && (!isLink || taken.length > 0))
            expect(said).toMatch(new RegExp(`No column is called [^.]*\\b${head}\\b`));
        const used = [columns.angle, columns.y, ...(/client = (\w+)/.exec(said)?.slice(1) ?? ['client'])];
        for (const head of heads) if (!used.includes(head)) expect(said).toContain(`"${head}"`);
      }),
      CHECK,
    );
  });

  it('that look like degrees are asked about, from a file and from a link', () => {
    const asks = (angle: string) => {
      const text = `angle,y,client\n0,1,a\n${angle},2,b\n`;
      const table = tableOf(text);
      const { packed } = shareTable(table);
      return [readOwnCircle(valuesOf(), { table }), readOwnCircle(valuesOf({ data: packed }), null)].map(
        ({ notices }) => notices.map(describeNotice),
      );
    };
    for (const angle of ['6.2832', '-6.2832', '3']) expect(asks(angle)).toEqual([[], []]);
    const asked = 'beyond ±2π. Are the angles degrees? They are read as radians.';
    for (const angle of ['6.4', '-90', '359'])
      expect(asks(angle)).toEqual([[`angle: got ${angle}, ${asked}`], [`angle: got ${angle}, ${asked}`]]);
  });

  it('without clients are dealt in order of angle, and no client goes without', () => {
    const text = 'angle,y\n3,1\n1,2\n2,3\n1,4\n6,5\n';
    const of = (chosen: Chosen) => read(text, chosen).rows;
    expect(of({ clients: 2 })).toEqual([
      [1, 2, 0],
      [1, 4, 0],
      [2, 3, 0],
      [3, 1, 1],
      [6, 5, 1],
    ]);
    expect(of({ clients: 2, split: 'shuffled' }).map(([, , owner]) => owner)).toEqual([0, 1, 0, 1, 0]);
    expect(read(text, { clients: 7 })).toMatchObject({
      count: 5,
      notices: ['No column is called client.', 'clients: expected 1 to 5; got 7. The nearest bound is used.'],
    });
  });

  it('lose rows whose angle, y or client is missing or unreadable, each with its line', () => {
    const { rows, refused } = read(
      'angle,y,client\n1,2,a\n,2,a\n2,,a\n3,2,\nx,2,b\n4,y,b\n5,inf,b\n6,1\n7,3,b\n',
    );
    expect(rows).toEqual([
      [1, 2, 0],
      [7, 3, 1],
    ]);
    expect(refused).toEqual([
      '3: empty: column "angle"',
      '4: empty: column "y"',
      '5: empty: column "client"',
      '6: not a number: "x" in column "angle"',
      '7: not a number: "y" in column "y"',
      '8: not a number: "inf" in column "y"',
      '9: wrong count: expected 3 cells, got 2',
    ]);
  });

  it('are cut behind 200 rows, and with them clients that appear later', () => {
    const text = `angle,y,client\n${Array.from({ length: 250 }, (_, i) => `${i / 50},1,${i < 220 ? i % 3 : 'late'}\n`).join('')}`;
    const { rows, names, notices } = read(text);
    expect(rows).toHaveLength(MAX_FED_SAMPLES);
    expect(names).toEqual(['0', '1', '2']);
    expect(notices).toEqual(['The data has 250 usable rows; only the first 200 are used.']);
  });

  it('are refused where there are more than 16 clients, one column, or numbers without squares', () => {
    const many = (count: number) =>
      `angle,y,client\n${Array.from({ length: count }, (_, i) => `${i},1,c${i}\n`).join('')}`;
    expect(read(many(16)).count).toBe(16);
    expect(() => read(many(17))).toThrow(
      'The column "client" holds too many different texts: expected at most 16; got more.',
    );
    expect(() => read('angle\n1\n2\n')).toThrow('No column is called y, client.');
    expect(() => read('angle,y\n1,1e200\n')).toThrow('y: expected 0, or a largest absolute number of');
    expect(() => readOwnCircle(valuesOf(), null)).toThrow('features=csv needs data');
  });

  test('come back from a link as they were', () => {
    const cell = fc.tuple(
      fc.double({ min: -10, max: 10, noNaN: true }),
      fc.integer({ min: -1e6, max: 1e6 }).map((y) => y / 999),
      fc.constantFrom('1', '01', 'a', ' b, "c" ', '#', '-', '=1', 'ä;\t'),
    );
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 30 }), (rows) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const table = tableOf(
          `angle,y,client\n${rows.map(([a, y, c]) => `${a},${y},${quoted(c)}\n`).join('')}`,
        );
        const { packed } = shareTable(table);
        expect(unpackText(packed)!.split('\n')[0]).toBe('angle,y,client');
        const { data } = readOwnCircle(valuesOf({ data: packed }), null);
        expect(data).toEqual(readOwnCircle(valuesOf(), { table }).data);
        const names = [...new Set(rows.map(([, , c]) => c.trim()))];
        expect(data.names).toEqual(names);
        expect([...data.owners]).toEqual(rows.map(([, , c]) => names.indexOf(c.trim())));
        expect([...data.angles]).toEqual(rows.map(([a]) => a + 0));
      }),
      CHECK,
    );
  });

  it('are what the network learns, with what there is to say of them', () => {
    const table = tableOf('angle,y,client\n1,2,a\n1,2,b\n3,x,c\n');
    const { info, refused, refusedCount, notices } = problem.prepare(valuesOf({ clients: 9 }), { table });
    expect(info).toMatchObject({ level: 'network', samples: 2, count: 2, names: ['a', 'b'], rank: 1 });
    // Two equal angles: no rate is certified.
    expect(info).toMatchObject({ smallest: 0, bracket: [1, 1] });
    expect([refused.length, refusedCount]).toEqual([1, 1]);
    expect(notices.map(({ code, key }) => `${code} ${key}`)).toEqual(['without-effect clients']);
  });
});
