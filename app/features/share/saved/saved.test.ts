import { describe, expect, test, vi } from 'vitest';
import { until } from '../../../session/run/until.ts';
import type { Rows } from '../../../storage/collection.ts';
import { freeName, LIMITS, type SavedScenario } from './saved.ts';
import { readEntry, readSaved, readSavedFile, writeSaved } from './saved-document.ts';
import { createSavedScenarios, openSavedStore, type Tabs } from './saved-scenarios.ts';
import { fitted } from './thumbnail.ts';

const PICTURE = 'data:image/webp;base64,AAAA';
const LINK = '#v=1&problem=one-neuron&n=9&k=40';

const saved = (id: string, savedAt: number, name = id): SavedScenario => ({
  id,
  name,
  link: LINK,
  thumbnail: PICTURE,
  savedAt,
});

/** Rows in a map; e2e/share.spec.ts tests the browser's database. */
function fakeRows() {
  const rows = new Map<string, unknown>();
  return {
    rows,
    getAll: vi.fn(async () => [...rows.values()]),
    get: async (id) => rows.get(id),
    keys: async () => [...rows.keys()],
    count: async () => 0,
    put: vi.fn(async (row: unknown) => void rows.set((row as SavedScenario).id, row)),
    delete: vi.fn(async (id: string) => void rows.delete(id)),
  } satisfies Rows & { rows: Map<string, unknown> };
}

describe('a file of saved scenarios', () => {
  const entry = { name: 'One', link: LINK, thumbnail: PICTURE, savedAt: 5 };
  const file = (entries: readonly unknown[]) =>
    JSON.stringify({ format: 'twin-descent-saved', v: 1, saved: entries });

  test('comes back as it was, without the ids of the browser', () => {
    const text = writeSaved([saved('a', 1, 'A <b>"quoted"</b>'), saved('b', 2, '讲座')]);
    expect(text).not.toContain('"id"');
    expect(readSaved(text)).toEqual({
      entries: [
        { ...entry, name: 'A <b>"quoted"</b>', savedAt: 1 },
        { ...entry, name: '讲座', savedAt: 2 },
      ],
      refused: [],
    });
  });

  test.each([
    ['not-an-entry', 7],
    ['not-an-entry', null],
    ['no-name', { link: LINK }],
    ['no-name', { ...entry, name: '' }],
    ['no-name', { ...entry, name: 3 }],
    ['name-too-long', { ...entry, name: 'x'.repeat(LIMITS.name + 1) }],
    ['no-link', { name: 'One' }],
    ['no-link', { ...entry, link: 'hello' }],
    ['no-link', { ...entry, link: 'javascript:alert(1)' }],
    ['no-link', { ...entry, link: '#v=1&lecture=stuck' }],
    ['link-too-long', { ...entry, link: `#v=1&data=${'a'.repeat(80_000)}` }],
    ['newer-link', { ...entry, link: '#v=2&n=9' }],
  ] as const)('refuses an entry that is %s: %j', (problem, bad) => {
    expect(readEntry(bad)).toEqual({ problem });
    const reading = readSaved(file([entry, bad, entry]));
    if ('problem' in reading) throw new Error('expected the others to be read');
    expect(reading.entries).toHaveLength(2);
    expect(reading.refused).toMatchObject([{ place: 2, problem }]);
  });

  test('names what it refuses', () => {
    expect(readSaved(file([{ name: 'Bad <i>', link: 'x' }]))).toMatchObject({
      refused: [{ name: 'Bad <i>', place: 1, problem: 'no-link' }],
    });
  });

  test.each([
    'data:image/svg+xml;base64,AAAA',
    'https://example.org/x.png',
    `data:image/png;base64,${'A'.repeat(LIMITS.thumbnail)}`,
    'data:image/png;base64,<svg>',
    7,
  ])('takes a scenario without a picture that is none: %s', (thumbnail) => {
    expect(readEntry({ ...entry, thumbnail })).toEqual({ entry: { ...entry, thumbnail: '' } });
  });

  test.each([undefined, -1, 1.5, '5', Number.MAX_SAFE_INTEGER])(
    'and without a date that is none: %s',
    (savedAt) => {
      expect(readEntry({ ...entry, savedAt })).toEqual({ entry: { ...entry, savedAt: 0 } });
    },
  );

  test.each([
    ['not-json', 'hello', 'hello'],
    ['not-saved', '[]', ''],
    ['not-saved', '{"format":"twin-descent-lecture","v":1,"saved":[]}', ''],
    ['newer-version', '{"format":"twin-descent-saved","v":2,"saved":[]}', '2'],
  ])('is refused whole where it is %s', (code, text, got) => {
    expect(readSaved(text)).toEqual({ problem: { code, got } });
  });

  test('is refused by its size before it is read', async () => {
    const text = vi.fn();
    const large = { size: LIMITS.file + 1, text } as unknown as Blob;
    expect(await readSavedFile(large)).toMatchObject({ problem: { code: 'too-large' } });
    expect(text).not.toHaveBeenCalled();
    const gone = { size: 9, text: () => Promise.reject(new Error('gone')) } as unknown as Blob;
    expect(await readSavedFile(gone)).toMatchObject({ problem: { code: 'unreadable' } });
  });
});

describe('the store of saved scenarios', () => {
  test('leaves what it cannot read where it is, and says so', async () => {
    const rows = fakeRows();
    rows.rows.set('x', { id: 'x', name: 'of a newer page', link: '#v=2&n=9', savedAt: 9 });
    const stored = await openSavedStore(async () => rows);
    await stored.put(saved('a', 1));
    expect(await stored.list()).toEqual([saved('a', 1)]);
    expect(stored.trouble()).toBe('unreadable');
    expect(rows.rows.has('x')).toBe(true);
  });
});

describe('the savedScenarios', () => {
  const NO_TABS: Tabs = { tell() {}, hear() {} };

  function start(rows = fakeRows(), tabs = NO_TABS) {
    let now = 0;
    const savedScenarios = createSavedScenarios(
      () => openSavedStore(async () => rows),
      () => ++now,
      tabs,
    );
    const state = () => savedScenarios.store.getState();
    return { savedScenarios, rows, state, names: () => state().saved?.map(({ name }) => name) };
  }

  test('saves, renames, deletes and takes back', async () => {
    const { savedScenarios, state, names } = start();
    await savedScenarios.load();
    expect(names()).toEqual([]);
    await savedScenarios.save({ name: ' One ', link: LINK, thumbnail: PICTURE }, false);
    await savedScenarios.save({ name: 'Two', link: LINK, thumbnail: '' }, true);
    expect(names()).toEqual(['Two', 'One']);
    expect(state().message).toEqual({ what: 'saved', name: 'Two', withoutData: true });
    const [two, one] = state().saved!;
    await savedScenarios.rename(one!.id, '  First ');
    expect(names()).toEqual(['Two', 'First']);
    await savedScenarios.rename(one!.id, '   ');
    expect(names()).toEqual(['Two', 'First']);
    await savedScenarios.remove(two!.id);
    expect(names()).toEqual(['First']);
    expect(state().message).toEqual({ what: 'deleted', deleted: two });
    await savedScenarios.restore(two!);
    expect(names()).toEqual(['Two', 'First']);
  });

  test('takes a file in beside what is there, and keeps those of one name apart', async () => {
    const { savedScenarios, state, names } = start();
    await savedScenarios.load();
    await savedScenarios.save({ name: 'One', link: LINK, thumbnail: '' }, false);
    const file = new Blob([savedScenarios.exportText()]);
    await savedScenarios.importFile(file);
    await savedScenarios.importFile(file);
    expect([...names()!].sort()).toEqual(['One', 'One (2)', 'One (3)']);
    expect(new Set(state().saved!.map(({ id }) => id)).size).toBe(3);
    expect(state().message).toEqual({ what: 'imported', count: 1, refused: [] });
    await savedScenarios.importFile(new Blob(['{']));
    expect(state().message).toMatchObject({ what: 'refused', problem: { code: 'not-json' } });
    expect(names()).toHaveLength(3);
  });

  test('says where it is full, and changes nothing', async () => {
    const rows = fakeRows();
    for (let i = 0; i < LIMITS.count; i++) rows.rows.set(`${i}`, saved(`${i}`, i));
    const { savedScenarios, state } = start(rows);
    await savedScenarios.load();
    await savedScenarios.save({ name: 'One more', link: LINK, thumbnail: '' }, false);
    expect(state().message).toEqual({ what: 'too-many', most: LIMITS.count });
    expect(state().saved).toHaveLength(LIMITS.count);
    expect(rows.rows.size).toBe(LIMITS.count);
  });

  test('two tabs see what the other changes', async () => {
    const rows = fakeRows();
    const heard: (() => void)[] = [];
    const told = (own: number): Tabs => ({
      tell: () => {
        for (const [i, hear] of heard.entries()) if (i !== own) hear();
      },
      hear(changed) {
        heard[own] = changed;
      },
    });
    const one = start(rows, told(0));
    const two = start(rows, told(1));
    await one.savedScenarios.load();
    await two.savedScenarios.load();
    await one.savedScenarios.save({ name: 'From one', link: LINK, thumbnail: '' }, false);
    await until(() => expect(two.names()).toEqual(['From one']));
    await two.savedScenarios.remove(two.state().saved![0]!.id);
    await until(() => expect(one.names()).toEqual([]));
  });
});

test('a free name is the name, or the first number behind it that is free, never too long', () => {
  expect(freeName('A', new Set())).toBe('A');
  expect(freeName('A', new Set(['A', 'A (2)']))).toBe('A (3)');
  const long = 'x'.repeat(LIMITS.name);
  expect(freeName(long, new Set([long]))).toHaveLength(LIMITS.name);
});

test('a picture fits its square, in the middle', () => {
  expect(fitted({ width: 400, height: 200 }, 160)).toEqual({ left: 0, top: 40, width: 160, height: 80 });
  expect(fitted({ width: 100, height: 400 }, 160)).toEqual({ left: 60, top: 0, width: 40, height: 160 });
});
