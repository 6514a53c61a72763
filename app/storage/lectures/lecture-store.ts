import type { Lecture } from '../../session/lecture.ts';
import { type Collection, openCollection, type Rows } from '../collection.ts';
import { readDocument, writeDocument } from './document.ts';

export interface StoredLecture {
  readonly id: string;
  readonly lecture: Lecture;
  /** Last change in ms since 1970. */
  readonly changed: number;
}

export type LectureStore = Collection<StoredLecture>;

const STORE = 'lectures';

/** Opens the browser's lectures, stored as documents; tests replace `open`. */
export function openLectureStore(open?: (onLost: () => void) => Promise<Rows>): Promise<LectureStore> {
  return openCollection<StoredLecture>(
    {
      database: 'twin-descent',
      version: 2,
      store: STORE,
      upgrade(database, from) {
        if (from < 1) database.createObjectStore(STORE, { keyPath: 'id' });
        // Pages of an earlier version still count revisions here.
        database.createObjectStore('revisions');
      },
      read(row) {
        const { id, changed, document } = row as Readonly<Record<string, unknown>>;
        const reading = readDocument(String(document));
        if (!('lecture' in reading) || typeof id !== 'string') return null;
        return { id, changed: typeof changed === 'number' ? changed : 0, lecture: reading.lecture };
      },
      write: ({ id, changed, lecture }) => ({ id, changed, document: writeDocument(lecture) }),
    },
    open,
  );
}

export function lastChangedFirst(a: StoredLecture, b: StoredLecture): number {
  return b.changed - a.changed || (a.id < b.id ? -1 : 1);
}

let shared: Promise<LectureStore> | null = null;

/** Returns the page's only store. */
export function sharedLectureStore(): Promise<LectureStore> {
  shared ??= openLectureStore();
  return shared;
}
