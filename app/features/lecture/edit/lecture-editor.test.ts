import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Lecture } from '../../../session/lecture.ts';
import { createFakeLocks } from '../../../storage/fake-locks.ts';
import type { LectureStore, StoredLecture } from '../../../storage/lectures/lecture-store.ts';
import { createTabLocks } from '../../../storage/tab-lock.ts';
import type { Draft } from './draft.ts';
import { fileName } from './hand-over.ts';
import { createLectureEditor } from './lecture-editor.ts';
import { createUnsavedDrafts } from './unsaved-drafts.ts';

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
  const library: LectureStore = {
    trouble: () => null,
    unsaved: () => [],
    list: async () => [...rows.values()],
    get: async (id) => rows.get(id) ?? null,
    ids: async () => [...rows.keys()],
    count: async () => 0,
    put: async (stored) => void rows.set(stored.id, stored),
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
  const lectureEditor = createLectureEditor(
    async () => library,
    () => ++time,
  );
  const id = await lectureEditor.create(LECTURE);
  lectureEditor.edit(id);
  const saved = () => lectureEditor.store.getState().editing?.saved;
  return { rows, lectureEditor, id, saved };
}

describe('the lecture editor', () => {
  it('saves typing after a moment of quiet, and says meanwhile that it has not', async () => {
    const { rows, lectureEditor, id, saved } = await opened();
    for (const title of ['B', 'Be', 'Bet']) lectureEditor.change((draft) => ({ ...draft, title }), 'title');
    expect(saved()).toBe(false);
    expect(rows.get(id)!.lecture.title).toBe('A lecture');
    await vi.advanceTimersByTimeAsync(1000);
    expect(saved()).toBe(true);
    expect(rows.get(id)!.lecture.title).toBe('Bet');
    lectureEditor.undo();
    await vi.advanceTimersByTimeAsync(0);
    expect(rows.get(id)!.lecture.title).toBe('A lecture');
  });

  it('saves what was typed last when the editor is left or another lecture opened', async () => {
    const { rows, lectureEditor, id } = await opened();
    const other = await lectureEditor.create({ ...LECTURE, title: 'Other' });
    lectureEditor.change((draft) => ({ ...draft, title: 'Typed' }), 'title');
    lectureEditor.edit(other);
    await vi.advanceTimersByTimeAsync(0);
    expect(rows.get(id)!.lecture.title).toBe('Typed');
    lectureEditor.change((draft) => ({ ...draft, title: 'Typed too' }), 'title');
    lectureEditor.leave();
    await vi.advanceTimersByTimeAsync(1000);
    expect(rows.get(other)!.lecture.title).toBe('Typed too');
    expect(lectureEditor.store.getState().editing).toBeNull();
  });

  it('takes typing before and after leaving a field back apart', async () => {
    const { lectureEditor } = await opened();
    lectureEditor.change((draft) => ({ ...draft, title: 'B' }), 'title');
    lectureEditor.rest();
    lectureEditor.change((draft) => ({ ...draft, title: 'C' }), 'title');
    lectureEditor.undo();
    expect(lectureEditor.store.getState().editing?.history.present.title).toBe('B');
  });

  it('puts a deleted lecture back as it was', async () => {
    const { rows, lectureEditor, id } = await opened();
    await lectureEditor.remove(id);
    expect(rows.size).toBe(0);
    const { message, lectures } = lectureEditor.store.getState();
    expect(lectures).toEqual([]);
    if (message?.what !== 'deleted') throw new Error('expected the word of a deletion');
    await lectureEditor.restore(message.deleted);
    expect(rows.get(id)).toEqual({ id, changed: 1, lecture: LECTURE });
  });

  it('begins with what the library has, and cuts a title that no document takes', async () => {
    const { rows, library } = memory(new Map([['a', { id: 'a', changed: 3, lecture: LECTURE }]]));
    const lectureEditor = createLectureEditor(async () => library);
    const id = await lectureEditor.create({ ...LECTURE, title: 'x'.repeat(200) });
    expect(lectureEditor.store.getState().lectures).toHaveLength(2);
    expect(rows.get(id)!.lecture.title).toHaveLength(120);
  });
});

describe('two tabs', () => {
  const typed = (title: string) => (draft: Draft) => ({ ...draft, title });

  /** Opens one lecture in two tabs of a browser, here first. */
  async function twoTabs() {
    const { rows, library } = memory();
    const { manager, held } = createFakeLocks();
    let time = 0;
    const tab = () =>
      createLectureEditor(
        async () => library,
        () => ++time,
        undefined,
        createTabLocks(manager),
      );
    const [here, there] = [tab(), tab()];
    const id = await here.create(LECTURE);
    here.edit(id);
    await vi.advanceTimersByTimeAsync(0);
    await there.load();
    there.edit(id);
    await vi.advanceTimersByTimeAsync(0);
    const of = ({ store }: typeof here) => {
      const { editing, message } = store.getState();
      return [editing?.access, editing?.history.present.title, message];
    };
    return { rows, here, there, id, of, held };
  }

  it('have a lecture open: the second reads it and changes nothing', async () => {
    const { rows, here, there, id, of } = await twoTabs();
    expect([of(here), of(there)]).toEqual([
      ['mine', 'A lecture', null],
      ['elsewhere', 'A lecture', null],
    ]);
    there.change(typed('There'));
    expect(of(there)[1]).toBe('A lecture');
    await vi.advanceTimersByTimeAsync(1000);
    expect(of(there)[1]).toBe('A lecture');
    expect(rows.get(id)!.lecture.title).toBe('A lecture');
    here.change(typed('Here'));
    await vi.advanceTimersByTimeAsync(0);
    await there.refresh();
    expect(of(there)).toEqual(['elsewhere', 'Here', { what: 'renewed', title: 'Here' }]);
  });

  it('the second goes on with all that was typed once the first lets go, and says so', async () => {
    const { rows, here, there, id, of, held } = await twoTabs();
    here.change(typed('Half a word'), 'title');
    here.unlock();
    await vi.advanceTimersByTimeAsync(50);
    expect(of(there)).toEqual(['mine', 'Half a word', { what: 'free', title: 'Half a word' }]);
    // The second tab keeps the lecture until it leaves it.
    here.lock();
    await vi.advanceTimersByTimeAsync(50);
    expect(of(here)[0]).toBe('elsewhere');
    there.change(typed('There'));
    there.leave();
    await vi.advanceTimersByTimeAsync(50);
    expect(of(here).slice(0, 2)).toEqual(['mine', 'There']);
    expect(rows.get(id)!.lecture.title).toBe('There');
    here.leave();
    await vi.advanceTimersByTimeAsync(50);
    expect(held.size).toBe(0);
  });

  it('neither rename nor delete what the other has open', async () => {
    const { rows, there, id, of } = await twoTabs();
    there.leave();
    await there.rename(id, 'There');
    expect(of(there)[2]).toEqual({ what: 'elsewhere', title: 'A lecture' });
    await there.remove(id);
    expect(rows.get(id)!.lecture.title).toBe('A lecture');
  });

  it('a lecture that the first deletes is gone in the second, which says so', async () => {
    const { here, there, id, of } = await twoTabs();
    await here.remove(id);
    await vi.advanceTimersByTimeAsync(0);
    expect(of(there)).toEqual([undefined, undefined, { what: 'gone', title: 'A lecture' }]);
  });

  it('steps back stay where nothing was changed meanwhile', async () => {
    const { here, of } = await twoTabs();
    here.change(typed('Here'));
    here.unlock();
    await vi.advanceTimersByTimeAsync(0);
    here.lock();
    await vi.advanceTimersByTimeAsync(0);
    expect(of(here)[0]).toBe('elsewhere');
    here.undo();
    expect(of(here)[1]).toBe('Here');
  });
});

describe('a page that is left while a save is on its way', () => {
  const typed = (title: string) => (draft: Draft) => ({ ...draft, title });

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

  /** Opens a tab whose library stores but never resolves, like a page being closed. */
  async function leaving(takes = true) {
    const { rows, library } = memory();
    const storage = sharedStorage();
    let lives = true;
    const dying: LectureStore = {
      ...library,
      put: async (stored) => {
        if (lives || takes) await library.put(stored);
        if (!lives) await new Promise<never>(() => undefined);
      },
    };
    let time = 0;
    const clock = () => ++time;
    const open = (name: string, of = library, at: () => Storage = () => storage) =>
      createLectureEditor(async () => of, clock, createUnsavedDrafts(name, at));
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
    const { storage, here, open, id, titles } = await leaving(takes);
    here.change(typed('Half a wor'));
    await vi.advanceTimersByTimeAsync(0);
    here.change(typed('Half a word'), 'title');
    here.hold();
    await vi.advanceTimersByTimeAsync(1000);
    expect(titles()).toEqual([takes ? 'Half a word' : 'A lecture']);
    const next = open('next');
    await next.load();
    expect(titles()).toEqual(['Half a word']);
    expect(next.store.getState()).toMatchObject({ message: null, lectures: [{ id }] });
    expect(storage.length).toBe(0);
  });

  it('saves nothing twice where the last one was taken', async () => {
    const { here, open, titles } = await leaving();
    here.change(typed('A word'));
    here.hold();
    await open('next').load();
    expect(titles()).toEqual(['A word']);
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
    expect(next.store.getState().message).toEqual({
      what: 'conflict',
      title: 'Here, on',
      copy: 'Here, on (2)',
    });
  });

  it('keeps both where two tabs have left the same lecture', async () => {
    const { storage, here, open, id, titles } = await leaving(false);
    createUnsavedDrafts('there', () => storage).write({
      id,
      lecture: { ...LECTURE, title: 'There' },
      changed: 9,
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
    const lectureEditor = createLectureEditor(
      async () => library,
      () => 1,
      createUnsavedDrafts('here', () => storage),
    );
    const id = await lectureEditor.create(LECTURE);
    lectureEditor.edit(id);
    lectureEditor.change(typed('One'));
    lectureEditor.change(typed('Two'), 'title');
    lectureEditor.hold();
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
    for (const [i, text] of ['', '{', '{}', 'null', '{"id":"x","document":"{}","changed":1}'].entries())
      storage.setItem(`twin-descent-left x ${i}`, text);
    storage.setItem('other', 'stays');
    const next = open('next', undefined, refused);
    await next.load();
    next.hold();
    expect(titles()).toEqual(['Here']);
    await open('last').load();
    expect(titles()).toEqual(['Here']);
    expect(storage.getItem('other')).toBe('stays');
    // An unreadable draft may be a newer page's.
    expect(storage.length).toBe(6);
  });

  it('stays written down where the store takes nothing, of this page and of the one before', async () => {
    const { storage, here, open, titles } = await leaving(false);
    here.change(typed('Here'));
    here.hold();
    const kept = new Map<string, StoredLecture>();
    const refusing: LectureStore = {
      trouble: () => 'blocked',
      unsaved: () => [...kept.values()],
      list: async () => [],
      get: async () => null,
      ids: async () => [],
      count: async () => 0,
      put: async (stored) => void kept.set(stored.id, stored),
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
