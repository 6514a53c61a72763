import type { Lecture } from '../../session/lecture.ts';
import { type Collection, openCollection, type Rows } from '../collection.ts';
import { readDocument, writeDocument } from './document.ts';

/** A person's own lecture. */
export interface StoredLecture {
  readonly id: string;
  readonly lecture: Lecture;
  /** When it was changed last, in milliseconds since 1970, as the caller's clock has it. */
  readonly changed: number;
}

export type LectureStore = Collection<StoredLecture>;

const STORE = 'lectures';

/** Opens the lectures that the browser stores, each as its document; `open` stands in for its rows in tests. */
export function openLectureStore(open?: (onLost: () => void) => Promise<Rows>): Promise<LectureStore> {
  return openCollection<StoredLecture>(
    {
      database: 'twin-descent',
      version: 2,
      store: STORE,
      upgrade(database, from) {
        if (from < 1) database.createObjectStore(STORE, { keyPath: 'id' });
        // Pages of an earlier version that are still open count what they save here.
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

/** The lecture changed last first. */
export function lastChangedFirst(a: StoredLecture, b: StoredLecture): number {
  return b.changed - a.changed || (a.id < b.id ? -1 : 1);
}

let shared: Promise<LectureStore> | null = null;

/** The one store of the page, opened when it is first asked for. */
export function sharedLectureStore(): Promise<LectureStore> {
  shared ??= openLectureStore();
  return shared;
}
