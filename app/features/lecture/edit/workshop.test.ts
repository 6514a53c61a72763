import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Lecture } from '../../../session/lecture.ts';
import type { Library, StoredLecture } from '../library.ts';
import { fileName } from './carry.ts';
import type { Draft } from './draft.ts';
import { createJournal } from './left-behind.ts';
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

describe('a page that is left while a save is on its way', () => {
  const typed = (title: string) => (draft: Draft) => ({ ...draft, title });

  /** What a browser keeps for all tabs. */
  function sharedStorage(): Storage {
    const texts = new Map<string, string>();
    return {
      get length() {
        return texts.size;
      },
      key: (i) => [...texts.keys()][i] ?? null,
      getItem: (key) => texts.get(key) ?? null,
      setItem: (key, text) => void texts.set(key, text),
      removeItem: (key) => void texts.delete(key),
      clear: () => texts.clear(),
    };
  }

  /** A tab whose library, from now on, takes what it is given but never says so: the page does not live to hear it. */
  async function leaving(takes = true) {
    const { rows, library } = memory();
    const storage = sharedStorage();
    let lives = true;
    const dying: Library = {
      ...library,
      put: async (stored) => {
        if (lives || takes) await library.put(stored);
        return lives || new Promise<never>(() => undefined);
      },
    };
    let time = 0;
    const clock = () => ++time;
    const open = (name: string, of = library, at: () => Storage = () => storage) =>
      createWorkshop(async () => of, clock, createJournal(name, at));
    const here = open('here', dying);
    const id = await here.create(LECTURE);
    here.edit(id);
    await vi.advanceTimersByTimeAsync(0);
    lives = false;
    const titles = () => [...rows.values()].map(({ lecture }) => lecture.title).sort();
    return { rows, storage, here, open, id, titles };
  }

  it.each([
    ['was taken', true],
    ['was lost', false],
  ])('loses nothing of what waits behind it, whether that one %s', async (_, takes) => {
    const { rows, storage, here, open, id, titles } = await leaving(takes);
    here.change(typed('Half a wor'));
    await vi.advanceTimersByTimeAsync(0);
    here.change(typed('Half a word'), 'title');
    here.hold();
    await vi.advanceTimersByTimeAsync(1000);
    expect(titles()).toEqual([takes ? 'Half a wor' : 'A lecture']);
    const next = open('next');
    await next.load();
    expect(titles()).toEqual(['Half a word']);
    expect(rows.get(id)!.revision).toBe(takes ? 3 : 2);
    expect(next.store.getState()).toMatchObject({ said: null, lectures: [{ id }] });
    expect(storage.length).toBe(0);
  });

  it('saves nothing twice where the last one was taken', async () => {
    const { rows, here, open, id, titles } = await leaving();
    here.change(typed('A word'));
    here.hold();
    await open('next').load();
    expect(titles()).toEqual(['A word']);
    expect(rows.get(id)!.revision).toBe(2);
  });

  it('keeps both where another tab has changed the lecture since', async () => {
    const { here, open, id, titles } = await leaving(false);
    const there = open('there');
    await there.load();
    there.edit(id);
    here.change(typed('Here'));
    await vi.advanceTimersByTimeAsync(0);
    here.change(typed('Here, on'));
    here.hold();
    there.change(typed('There'));
    await vi.advanceTimersByTimeAsync(0);
    const next = open('next');
    await next.load();
    expect(titles()).toEqual(['Here, on (2)', 'There']);
    expect(next.store.getState().said).toEqual({ what: 'conflict', title: 'Here, on', copy: 'Here, on (2)' });
  });

  it('keeps both where two tabs have left the same lecture', async () => {
    const { storage, here, open, id, titles } = await leaving(false);
    createJournal('there', () => storage).write({
      id,
      lecture: { ...LECTURE, title: 'There' },
      changed: 9,
      revision: 1,
      before: null,
    });
    here.change(typed('Here'));
    here.hold();
    await open('next').load();
    expect(titles()).toEqual(['Here (2)', 'There']);
  });

  it('puts back what another tab has deleted, since it was changed here', async () => {
    const { rows, here, open, id, titles } = await leaving(false);
    here.change(typed('Here'));
    here.hold();
    rows.delete(id);
    await open('next').load();
    expect(titles()).toEqual(['Here']);
  });

  it('writes nothing that stays where the page lives on', async () => {
    const { rows, library } = memory();
    const storage = sharedStorage();
    const workshop = createWorkshop(
      async () => library,
      () => 1,
      createJournal('here', () => storage),
    );
    const id = await workshop.create(LECTURE);
    workshop.edit(id);
    workshop.change(typed('One'));
    workshop.change(typed('Two'), 'title');
    workshop.hold();
    expect(storage.length).toBe(1);
    await vi.advanceTimersByTimeAsync(1000);
    expect(rows.get(id)!.lecture.title).toBe('Two');
    expect(storage.length).toBe(0);
  });

  it('goes on without a place to write, and reads nothing that no page has written', async () => {
    const { here, open, titles, storage } = await leaving();
    const refused = () => {
      throw new DOMException('refused', 'SecurityError');
    };
    here.change(typed('Here'));
    here.hold();
    for (const [i, text] of ['', '{', '{}', 'null', '{"id":"x","document":"{}"}'].entries())
      storage.setItem(`twin-descent-left x ${i}`, text);
    storage.setItem('other', 'stays');
    const next = open('next', undefined, refused);
    await next.load();
    next.hold();
    expect(titles()).toEqual(['Here']);
    await open('last').load();
    expect(titles()).toEqual(['Here']);
    expect(storage.getItem('other')).toBe('stays');
    // What cannot be read may be a newer page's.
    expect(storage.length).toBe(6);
  });

  it('stays written down where the store takes nothing, of this page and of the one before', async () => {
    const { storage, here, open, titles } = await leaving(false);
    here.change(typed('Here'));
    here.hold();
    const kept = new Map<string, StoredLecture>();
    const refusing: Library = {
      trouble: () => 'blocked',
      unsaved: () => [...kept.values()],
      list: async () => [],
      get: async () => null,
      put: async (stored) => {
        kept.set(stored.id, stored);
        return true;
      },
      delete: async () => undefined,
    };
    const next = open('next', refusing);
    await next.load();
    expect(storage.length).toBe(1);
    const id = await next.create({ ...LECTURE, title: 'Refused' });
    await vi.advanceTimersByTimeAsync(1000);
    next.hold();
    expect(storage.length).toBe(2);
    await open('last').load();
    expect(titles()).toEqual(['Here', 'Refused']);
    expect(storage.length).toBe(0);
    expect(id).not.toBe('');
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
