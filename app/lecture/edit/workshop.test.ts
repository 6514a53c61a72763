import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Lecture } from '../lecture.ts';
import type { Library, StoredLecture } from '../library.ts';
import { fileName } from './carry.ts';
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
    list: async () => [...rows.values()],
    get: async (id) => rows.get(id) ?? null,
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
    expect(rows.get(id)).toEqual({ id, changed: 1, lecture: LECTURE });
  });

  it('begins with what the library has, and cuts a title that no document takes', async () => {
    const { rows, library } = memory(new Map([['a', { id: 'a', changed: 3, lecture: LECTURE }]]));
    const workshop = createWorkshop(async () => library);
    const id = await workshop.create({ ...LECTURE, title: 'x'.repeat(200) });
    expect(workshop.store.getState().lectures).toHaveLength(2);
    expect(rows.get(id)!.lecture.title).toHaveLength(120);
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
