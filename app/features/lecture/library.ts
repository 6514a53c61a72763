import type { DBSchema, IDBPDatabase } from 'idb';
import type { Lecture } from '../../session/lecture.ts';
import {
  errorName,
  openDatabase,
  openStore,
  type StorageTrouble,
  writeAtOnce,
} from '../../storage/browser-store.ts';
import { readDocument, writeDocument } from './document.ts';

/** A person's own lecture. */
export interface StoredLecture {
  readonly id: string;
  readonly lecture: Lecture;
  /** When it was changed last, in milliseconds since 1970, as the caller's clock has it. */
  readonly changed: number;
  /** Counts the changes: each is saved with one more than what it was made of, so that two tabs cannot overwrite each other. */
  readonly revision: number;
}

/** Saves lectures; no call ever fails. What the browser does not store stays in memory as long as the page. */
export interface Library {
  /** Null where everything is stored as it should be. */
  trouble(): StorageTrouble | null;
  /** What the browser has not taken: it is gone with the page. */
  unsaved(): readonly StoredLecture[];
  /** All lectures, the one changed last first. */
  list(): Promise<readonly StoredLecture[]>;
  get(id: string): Promise<StoredLecture | null>;
  /** Saves a revision; false, and nothing is saved, where another tab has saved that revision already. */
  put(stored: StoredLecture): Promise<boolean>;
  delete(id: string): Promise<void>;
}

/** A lecture is stored as its document, so that what is read is checked like any file. */
interface Row {
  readonly id: string;
  readonly changed: number;
  readonly document: string;
  /** Missing in rows of the first version of the store. */
  readonly revision?: number;
}

interface Schema extends DBSchema {
  lectures: { key: string; value: Row };
  /** Every revision that was saved of each lecture, by id and number; it says when. */
  revisions: { key: [string, number]; value: number };
}

/** What the library asks of the browser; each call rejects where it is not done. */
export interface Database {
  getAll(): Promise<Row[]>;
  get(id: string): Promise<Row | undefined>;
  /** Rejects with a `ConstraintError` where that revision has been saved. */
  put(row: Row): Promise<void>;
  delete(id: string): Promise<void>;
}

const STORES = ['lectures', 'revisions'] as const;

const NAME = 'twin-descent';

const VERSION = 2;

/** Opens the database of the browser; `onLost` is called where it is taken away later. Rejects where it cannot be had. */
async function openLectures(onLost: () => void): Promise<Database> {
  const upgrade = (opened: IDBPDatabase<Schema>, before: number) => {
    if (before < 1) opened.createObjectStore('lectures', { keyPath: 'id' });
    opened.createObjectStore('revisions');
  };
  const database = await openDatabase<Schema>(NAME, VERSION, upgrade, onLost);

  return {
    getAll: () => database.getAll('lectures'),
    get: (id) => database.get('lectures', id),
    // A revision is claimed by adding its key, which fails, and takes back the whole, where another tab has it.
    put: (row) =>
      writeAtOnce(database, STORES, (to) => [
        to.objectStore('revisions').add(row.changed, [row.id, row.revision ?? 0]),
        to.objectStore('lectures').put(row),
      ]),
    delete: (id) =>
      writeAtOnce(database, STORES, (to) => [
        to.objectStore('revisions').delete(IDBKeyRange.bound([id, 0], [id, Number.MAX_VALUE])),
        to.objectStore('lectures').delete(id),
      ]),
  };
}

function lastChangedFirst(a: StoredLecture, b: StoredLecture): number {
  return b.changed - a.changed || (a.id < b.id ? -1 : 1);
}

/** Opens the library. `open` is the browser's database; another stands in for it in tests. */
export async function openLibrary(
  open: (onLost: () => void) => Promise<Database> = openLectures,
): Promise<Library> {
  /** What the browser did not take, by id. */
  const kept = new Map<string, StoredLecture>();
  /** Deleted here, but not in the browser. */
  const gone = new Set<string>();
  const store = await openStore(open);

  function read({ id, changed, document, revision = 0 }: Row): StoredLecture | null {
    const reading = readDocument(document);
    if ('lecture' in reading) return { id, changed, lecture: reading.lecture, revision };
    store.trouble ??= 'unreadable';
    return null;
  }

  return {
    trouble: () => store.trouble,
    unsaved: () => [...kept.values()],
    async list() {
      const rows = (await store.ask((from) => from.getAll()))?.value ?? [];
      const stored = rows.filter(({ id }) => !kept.has(id) && !gone.has(id)).map(read);
      return [...kept.values(), ...stored.filter((lecture) => lecture !== null)].sort(lastChangedFirst);
    },
    async get(id) {
      const row = kept.has(id) || gone.has(id) ? null : await store.ask((from) => from.get(id));
      return kept.get(id) ?? (row?.value ? read(row.value) : null);
    },
    async put(stored) {
      const { id, changed, lecture, revision } = stored;
      gone.delete(id);
      // Kept first: whoever lists while it is on its way has it already.
      kept.set(id, stored);
      let claimed = true;
      const done = await store.ask(async (from) => {
        try {
          await from.put({ id, changed, document: writeDocument(lecture), revision });
        } catch (error) {
          if (errorName(error) !== 'ConstraintError') throw error;
          claimed = false;
        }
      });
      if (!done) return true;
      if (kept.get(id) === stored) kept.delete(id);
      // The browser has room again.
      if (store.trouble === 'full' && kept.size === 0) store.trouble = null;
      return claimed;
    },
    async delete(id) {
      kept.delete(id);
      gone.add(id);
      if (await store.ask((from) => from.delete(id))) gone.delete(id);
    },
  };
}

let shared: Promise<Library> | null = null;

/** The one library of the page, opened when it is first asked for. */
export function sharedLibrary(): Promise<Library> {
  shared ??= openLibrary();
  return shared;
}
