import { describe, expect, it, vi } from 'vitest';
import type { Lecture } from '../../session/lecture.ts';
import { writeDocument } from './document.ts';
import { openLibrary, type StoredLecture } from './library.ts';

const LECTURE: Lecture = {
  title: 'A lecture',
  scenes: [
    {
      title: 'One',
      sentence: '',
      notes: '',
      question: '',
      scenario: '#v=1&problem=one-neuron&n=8',
      bookmark: null,
      guess: false,
    },
  ],
};

/** A lecture as it is saved at that time, which is its revision too. */
const stored = (id: string, changed: number, title = id): StoredLecture => ({
  id,
  changed,
  lecture: { ...LECTURE, title },
  revision: changed,
});

interface Row {
  id: string;
  changed: number;
  document: string;
  revision?: number;
}

/** Rows in a map, in place of the browser's database; real ones are tested in e2e/lecture.spec.ts. */
function fakeDatabase() {
  const rows = new Map<string, Row>();
  const saved = new Set<string>();
  return {
    rows,
    getAll: vi.fn(async () => [...rows.values()]),
    get: vi.fn(async (id: string) => rows.get(id)),
    put: vi.fn(async (row: Row) => {
      const revision = `${row.id} ${row.revision}`;
      if (saved.has(revision)) throw new DOMException('saved before', 'ConstraintError');
      saved.add(revision);
      rows.set(row.id, row);
    }),
    delete: vi.fn(async (id: string) => {
      rows.delete(id);
    }),
  };
}

type Fake = ReturnType<typeof fakeDatabase>;
const opening = (database: Fake) => () => Promise.resolve(database);

describe('the library', () => {
  it('keeps several lectures, the one changed last first', async () => {
    const database = fakeDatabase();
    const library = await openLibrary(opening(database));
    expect(await library.list()).toEqual([]);
    await library.put(stored('a', 10));
    await library.put(stored('b', 30));
    await library.put(stored('c', 20));
    await library.put(stored('a', 40, 'changed'));
    expect((await library.list()).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(await library.get('a')).toEqual(stored('a', 40, 'changed'));
    await library.delete('b');
    expect(await library.get('b')).toBeNull();
    expect((await library.list()).map(({ id }) => id)).toEqual(['a', 'c']);
    expect(library.trouble()).toBeNull();

    const next = await openLibrary(opening(database));
    expect(await next.list()).toEqual([stored('a', 40, 'changed'), stored('c', 20)]);
  });

  it.each([
    ['refused', new DOMException('no', 'SecurityError')],
    ['newer', new DOMException('no', 'VersionError')],
    ['missing', new ReferenceError('no')],
    ['broken', new Error('no')],
  ] as const)('goes on in memory where the database is %s', async (trouble, error) => {
    const library = await openLibrary(() => Promise.reject(error));
    expect(library.trouble()).toBe(trouble);
    await library.put(stored('a', 1));
    await library.put(stored('b', 2));
    await library.delete('a');
    expect(await library.list()).toEqual([stored('b', 2)]);
    expect(await library.get('b')).toEqual(stored('b', 2));
    expect(await library.get('a')).toBeNull();
  });

  it('without a browser goes on in memory', async () => {
    expect((await openLibrary()).trouble()).toBe('missing');
  });

  it('keeps in memory what a full store did not take, and stores it when there is room again', async () => {
    const database = fakeDatabase();
    const library = await openLibrary(opening(database));
    await library.put(stored('a', 1));
    database.put.mockRejectedValueOnce(new DOMException('full', 'QuotaExceededError'));
    await library.put(stored('a', 2, 'longer'));
    expect(library.trouble()).toBe('full');
    expect(await library.list()).toEqual([stored('a', 2, 'longer')]);
    expect(database.rows.get('a')!.changed).toBe(1);
    await library.put(stored('a', 3, 'shorter'));
    expect(library.trouble()).toBeNull();
    expect(database.rows.get('a')!.changed).toBe(3);
  });

  it('goes on where the database is taken away later', async () => {
    const database = fakeDatabase();
    let lose = () => {};
    const library = await openLibrary(async (onLost) => {
      lose = onLost;
      return database;
    });
    await library.put(stored('a', 1));
    lose();
    expect(library.trouble()).toBe('broken');
    await library.put(stored('b', 2));
    expect(await library.get('b')).toEqual(stored('b', 2));
    expect(database.rows.has('b')).toBe(false);
  });

  it('saves a revision once: what another tab has saved is not overwritten', async () => {
    const database = fakeDatabase();
    const [here, there] = [await openLibrary(opening(database)), await openLibrary(opening(database))];
    expect(await here.put(stored('a', 1))).toBe(true);
    expect(await here.put(stored('a', 2, 'here'))).toBe(true);
    expect(await there.put(stored('a', 2, 'there'))).toBe(false);
    expect(there.trouble()).toBeNull();
    expect(await there.list()).toEqual([stored('a', 2, 'here')]);
    expect(await there.put(stored('a', 3, 'there'))).toBe(true);
    expect(await here.get('a')).toEqual(stored('a', 3, 'there'));
  });

  it('reads rows from before revisions were counted', async () => {
    const database = fakeDatabase();
    database.rows.set('old', { id: 'old', changed: 5, document: writeDocument(LECTURE) });
    const library = await openLibrary(opening(database));
    expect(await library.list()).toEqual([{ id: 'old', changed: 5, lecture: LECTURE, revision: 0 }]);
    expect(await library.put({ ...stored('old', 6), revision: 1 })).toBe(true);
  });

  it('leaves a stored lecture that cannot be read where it is, and says so', async () => {
    const database = fakeDatabase();
    database.rows.set('x', { id: 'x', changed: 5, document: '{"format":"twin-descent-lecture","v":9}' });
    const library = await openLibrary(opening(database));
    await library.put(stored('a', 1));
    expect(await library.list()).toEqual([stored('a', 1)]);
    expect(library.trouble()).toBe('unreadable');
    expect(database.rows.has('x')).toBe(true);
  });
});
