import { describe, expect, it } from 'vitest';
import { type CollectionSpec, openCollection } from './collection.ts';
import { createFakeRows } from './fake-rows.ts';

interface Item {
  readonly id: string;
  readonly text: string;
}

const SPEC: CollectionSpec<Item> = {
  database: 'test',
  version: 1,
  store: 'items',
  upgrade: () => undefined,
  read: (row) => (typeof (row as Item).text === 'string' ? (row as Item) : null),
  write: (item) => item,
};

const item = (id: string, text = id): Item => ({ id, text });

describe('a collection', () => {
  it('keeps items by their ids, also for the next page', async () => {
    const { open } = createFakeRows();
    const items = await openCollection(SPEC, open);
    expect(await items.list()).toEqual([]);
    for (const one of [item('a'), item('b'), item('a', 'changed')]) await items.put(one);
    await items.delete('b');
    expect(await items.get('b')).toBeNull();
    const next = await openCollection(SPEC, open);
    expect([await next.list(), await next.ids(), next.trouble()]).toEqual([
      [item('a', 'changed')],
      ['a'],
      null,
    ]);
  });

  it.each([
    ['refused', new DOMException('no', 'SecurityError')],
    ['newer', new DOMException('no', 'VersionError')],
    ['missing', new ReferenceError('no')],
    ['broken', new Error('no')],
  ] as const)('goes on in memory where the database is %s', async (trouble, error) => {
    const items = await openCollection(SPEC, () => Promise.reject(error));
    for (const one of [item('a'), item('b')]) await items.put(one);
    await items.delete('a');
    expect(items.trouble()).toBe(trouble);
    expect([await items.list(), await items.get('b'), await items.get('a')]).toEqual([
      [item('b')],
      item('b'),
      null,
    ]);
    expect(items.unsaved()).toEqual([item('b')]);
  });

  it('without a browser goes on in memory', async () => {
    expect((await openCollection(SPEC)).trouble()).toBe('missing');
  });

  it('keeps in memory what a full store did not take, and stores it when there is room again', async () => {
    const { rows, source } = createFakeRows();
    let isFull = false;
    const put = async (row: unknown) => {
      if (isFull) throw new DOMException('full', 'QuotaExceededError');
      return source.put(row);
    };
    const items = await openCollection(SPEC, async () => ({ ...source, put }));
    await items.put(item('a'));
    isFull = true;
    await items.put(item('a', 'longer'));
    expect([items.trouble(), items.unsaved()]).toEqual(['full', [item('a', 'longer')]]);
    expect([await items.list(), rows.get('a')]).toEqual([[item('a', 'longer')], item('a')]);
    isFull = false;
    await items.put(item('a', 'shorter'));
    expect([items.trouble(), rows.get('a')]).toEqual([null, item('a', 'shorter')]);
  });

  it('goes on where the database is taken away later', async () => {
    const { rows, source } = createFakeRows();
    let lose = () => {};
    const items = await openCollection(SPEC, async (onLost) => {
      lose = onLost;
      return source;
    });
    await items.put(item('a'));
    lose();
    await items.put(item('b'));
    expect([items.trouble(), await items.get('b'), rows.has('b')]).toEqual(['broken', item('b'), false]);
  });

  it('leaves a row that it cannot read where it is, and says so once', async () => {
    const { rows, open } = createFakeRows();
    rows.set('x', { id: 'x', text: 7 });
    const items = await openCollection(SPEC, open);
    await items.put(item('a'));
    expect([await items.list(), await items.get('x'), items.trouble()]).toEqual([
      [item('a')],
      null,
      'unreadable',
    ]);
    expect(rows.has('x')).toBe(true);
  });
});
