import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Lecture } from '../lecture.ts';
import type { Library, StoredLecture } from '../library.ts';
import { fileName } from './carry.ts';
import type { Draft } from './draft.ts';
import { createWorkshop } from './workshop.ts';

const LECTURE: Lecture = {
  title: 'A lecture',
  scenes: [
    {
      title: 'One',
      sentence: '',
      notes: '',
      question: '',
      scenario: '#v=1&problem=one-neuron',
      bookmark: null,
      guess: false,
    },
  ],
};

function memory(rows = new Map<string, StoredLecture>()) {
  const library: Library = {
    trouble: () => null,
    unsaved: () => [],
    list: async () => [...rows.values()],
    get: async (id) => rows.get(id) ?? null,
    put: async (stored) => {
      if ((rows.get(stored.id)?.revision ?? 0) >= stored.revision) return false;
      rows.set(stored.id, stored);
      return true;
    },
    delete: async (id) => void rows.delete(id),
  };
  return { rows, library };
}

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

async function opened() {
  const { rows, library } = memory();
  let time = 0;
  const workshop = createWorkshop(
    async () => library,
    () => ++time,
  );
  const id = await workshop.create(LECTURE);
  workshop.edit(id);
  const saved = () => workshop.store.getState().editing?.saved;
  return { rows, workshop, id, saved };
}

describe('the workshop', () => {
  it('saves typing after a moment of quiet, and says meanwhile that it has not', async () => {
    const { rows, workshop, id, saved } = await opened();
    for (const title of ['B', 'Be', 'Bet']) workshop.change((draft) => ({ ...draft, title }), 'title');
    expect(saved()).toBe(false);
    expect(rows.get(id)!.lecture.title).toBe('A lecture');
    await vi.advanceTimersByTimeAsync(1000);
    expect(saved()).toBe(true);
    expect(rows.get(id)!.lecture.title).toBe('Bet');
    workshop.undo();
    await vi.advanceTimersByTimeAsync(0);
    expect(rows.get(id)!.lecture.title).toBe('A lecture');
  });

  it('saves what was typed last when the editor is left or another lecture opened', async () => {
    const { rows, workshop, id } = await opened();
    const other = await workshop.create({ ...LECTURE, title: 'Other' });
    workshop.change((draft) => ({ ...draft, title: 'Typed' }), 'title');
    workshop.edit(other);
    await vi.advanceTimersByTimeAsync(0);
    expect(rows.get(id)!.lecture.title).toBe('Typed');
    workshop.change((draft) => ({ ...draft, title: 'Typed too' }), 'title');
    workshop.leave();
    await vi.advanceTimersByTimeAsync(1000);
    expect(rows.get(other)!.lecture.title).toBe('Typed too');
    expect(workshop.store.getState().editing).toBeNull();
  });

  it('takes typing before and after leaving a field back apart', async () => {
    const { workshop } = await opened();
    workshop.change((draft) => ({ ...draft, title: 'B' }), 'title');
    workshop.rest();
    workshop.change((draft) => ({ ...draft, title: 'C' }), 'title');
    workshop.undo();
    expect(workshop.store.getState().editing?.history.present.title).toBe('B');
  });

  it('puts a deleted lecture back as it was', async () => {
    const { rows, workshop, id } = await opened();
    await workshop.remove(id);
    expect(rows.size).toBe(0);
    const { said, lectures } = workshop.store.getState();
    expect(lectures).toEqual([]);
    if (said?.what !== 'deleted') throw new Error('expected the word of a deletion');
    await workshop.restore(said.deleted);
    expect(rows.get(id)).toEqual({ id, changed: 1, lecture: LECTURE, revision: 1 });
  });

  it('begins with what the library has, and cuts a title that no document takes', async () => {
    const { rows, library } = memory(
      new Map([['a', { id: 'a', changed: 3, lecture: LECTURE, revision: 1 }]]),
    );
    const workshop = createWorkshop(async () => library);
    const id = await workshop.create({ ...LECTURE, title: 'x'.repeat(200) });
    expect(workshop.store.getState().lectures).toHaveLength(2);
    expect(rows.get(id)!.lecture.title).toHaveLength(120);
  });
});

describe('two tabs', () => {
  const typed = (title: string) => (draft: Draft) => ({ ...draft, title });

  /** Two workshops over one store, the same lecture open in both. */
  async function twoTabs() {
    const { rows, library } = memory();
    const [here, there] = [createWorkshop(async () => library), createWorkshop(async () => library)];
    const id = await here.create(LECTURE);
    here.edit(id);
    await there.load();
    there.edit(id);
    return { rows, here, there, id };
  }

  it('that change the same lecture keep both: the later goes on as a copy, and says so', async () => {
    const { rows, here, there, id } = await twoTabs();
    here.change(typed('Here'));
    await vi.advanceTimersByTimeAsync(0);
    there.change(typed('There'));
    await vi.advanceTimersByTimeAsync(0);
    const { editing, said, lectures } = there.store.getState();
    expect(said).toEqual({ what: 'conflict', title: 'There', copy: 'There (2)' });
    expect(editing).toMatchObject({ copyOf: id, saved: true });
    expect(rows.get(id)!.lecture.title).toBe('Here');
    expect(rows.get(editing!.id)!.lecture.title).toBe('There (2)');
    expect(lectures!.map(({ lecture }) => lecture.title).sort()).toEqual(['Here', 'There (2)']);
    // The copy is its own from now on.
    there.change(typed('There, again'));
    here.change(typed('Here, again'));
    await vi.advanceTimersByTimeAsync(0);
    expect([...rows.values()].map(({ lecture }) => lecture.title).sort()).toEqual([
      'Here, again',
      'There, again',
    ]);
    // Its steps back are kept.
    there.undo();
    there.undo();
    there.undo();
    expect(there.store.getState().editing?.history.present.title).toBe('A lecture');
  });

  it('keep both also where the later one is changed again before it hears of the other', async () => {
    const { rows, here, there, id } = await twoTabs();
    here.change(typed('Here'));
    await vi.advanceTimersByTimeAsync(0);
    for (const title of ['There', 'There, on', 'There, and on']) there.change(typed(title));
    await vi.advanceTimersByTimeAsync(0);
    expect(rows.get(id)!.lecture.title).toBe('Here');
    expect([...rows.values()].map(({ lecture }) => lecture.title).sort()).toEqual([
      'Here',
      'There, and on (2)',
    ]);
    expect(there.store.getState().editing?.saved).toBe(true);
  });

  it('what is being typed while the other’s is read is not taken away', async () => {
    const { rows, here, there, id } = await twoTabs();
    here.change(typed('Here'));
    await vi.advanceTimersByTimeAsync(0);
    const reading = there.refresh();
    there.change(typed('There'), 'title');
    await reading;
    await vi.advanceTimersByTimeAsync(1000);
    expect(rows.get(id)!.lecture.title).toBe('Here');
    expect([...rows.values()].map(({ lecture }) => lecture.title).sort()).toEqual(['Here', 'There (2)']);
  });

  it('take in what the other has saved before they are used again', async () => {
    const { rows, here, there, id } = await twoTabs();
    here.change(typed('Here'));
    await vi.advanceTimersByTimeAsync(0);
    await there.refresh();
    const { editing, said } = there.store.getState();
    expect(said).toEqual({ what: 'renewed', title: 'Here' });
    expect(editing?.history.present.title).toBe('Here');
    there.change(typed('There'));
    await vi.advanceTimersByTimeAsync(0);
    expect([...rows.keys()]).toEqual([id]);
    expect(rows.get(id)!.lecture.title).toBe('There');
    // Nothing new: nothing is said, and what is shown stays the same object.
    const before = there.store.getState().lectures![0];
    await there.refresh();
    expect(there.store.getState().lectures![0]).toBe(before);
  });

  it('rename a lecture that the other has changed as a copy', async () => {
    const { rows, here, there, id } = await twoTabs();
    there.leave();
    here.change(typed('Here (2)'));
    await vi.advanceTimersByTimeAsync(0);
    there.rename(id, 'There (2)');
    await vi.advanceTimersByTimeAsync(0);
    expect([...rows.values()].map(({ lecture }) => lecture.title).sort()).toEqual(['Here (2)', 'There (3)']);
  });
});

describe('the name of a file', () => {
  it.each([
    ['Why it gets stuck', 'Why it gets stuck.lecture.json'],
    ['a/b\\c:d*e?"<f>|', 'a b c d e f.lecture.json'],
    ['..', 'lecture.lecture.json'],
    ['', 'lecture.lecture.json'],
    ['为什么', '为什么.lecture.json'],
    ['x'.repeat(120), `${'x'.repeat(80)}.lecture.json`],
    ['tab\tand\u0000nul', 'tab and nul.lecture.json'],
  ])('of %j is %j', (title, name) => {
    expect(fileName(title)).toBe(name);
  });
});
