import { expect, it } from 'vitest';
import type { Lecture } from '../../session/lecture.ts';
import { createFakeRows } from '../fake-rows.ts';
import { writeDocument } from './document.ts';
import { lastChangedFirst, openLectureStore, type StoredLecture } from './lecture-store.ts';

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

const stored = (id: string, changed: number, title = id): StoredLecture => ({
  id,
  changed,
  lecture: { ...LECTURE, title },
});

it('stores each lecture as its document; the one changed last comes first', async () => {
  const { rows, open } = createFakeRows();
  const lectures = await openLectureStore(open);
  for (const one of [stored('a', 10), stored('b', 30), stored('a', 40, 'changed')]) await lectures.put(one);
  expect(rows.get('b')).toEqual({ id: 'b', changed: 30, document: writeDocument(stored('b', 30).lecture) });
  const next = await openLectureStore(open);
  expect([...(await next.list())].sort(lastChangedFirst)).toEqual([
    stored('a', 40, 'changed'),
    stored('b', 30),
  ]);
});

it('reads rows of every earlier version, which counted revisions or did not', async () => {
  const { rows, open } = createFakeRows();
  rows.set('old', { id: 'old', changed: 5, document: writeDocument(LECTURE) });
  rows.set('later', { id: 'later', changed: 6, document: writeDocument(LECTURE), revision: 4 });
  const lectures = await openLectureStore(open);
  expect(await lectures.get('old')).toEqual({ id: 'old', changed: 5, lecture: LECTURE });
  expect(await lectures.get('later')).toEqual({ id: 'later', changed: 6, lecture: LECTURE });
});

it('leaves a stored lecture that cannot be read where it is, and says so', async () => {
  const { rows, open } = createFakeRows();
  rows.set('x', { id: 'x', changed: 5, document: '{"format":"twin-descent-lecture","v":9}' });
  const lectures = await openLectureStore(open);
  await lectures.put(stored('a', 1));
  expect(await lectures.list()).toEqual([stored('a', 1)]);
  expect(lectures.trouble()).toBe('unreadable');
  expect(rows.has('x')).toBe(true);
});
