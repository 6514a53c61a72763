import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import { readDocument, writeDocument } from './document.ts';
import type { Lecture } from './lecture.ts';

/** A person's own lecture. */
export interface StoredLecture {
  readonly id: string;
  readonly lecture: Lecture;
  /** When it was changed last, in milliseconds since 1970, as the caller's clock has it. */
  readonly changed: number;
  /** Counts the changes: each is saved with one more than what it was made of, so that two tabs cannot overwrite each other. */
  readonly revision: number;
}

/** Why lectures are kept in memory alone, or one of them could not be read. */
export type LibraryTrouble = 'missing' | 'refused' | 'blocked' | 'newer' | 'full' | 'broken' | 'unreadable';

/** Saves lectures; no call ever fails. What the browser does not store stays in memory as long as the page. */
export interface Library {
  /** Null where everything is stored as it should be. */
  trouble(): LibraryTrouble | null;
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

type Writing = IDBPTransaction<Schema, typeof STORES, 'readwrite'>;

const NAME = 'twin-descent';

const VERSION = 2;

/** Milliseconds after which a browser that does not answer is taken to refuse: some never do. */
const PATIENCE = 4000;

class Blocked extends Error {}

function nameOf(error: unknown): string {
  return error instanceof Error || error instanceof DOMException ? error.name : '';
}

/** Opens the database of the browser; `onLost` is called where it is taken away later. Rejects where it cannot be had. */
async function openDatabase(onLost: () => void): Promise<Database> {
  if (typeof indexedDB === 'undefined') throw new ReferenceError('expected indexedDB; got none');
  const database = await new Promise<IDBPDatabase<Schema>>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Blocked()), PATIENCE);
    openDB<Schema>(NAME, VERSION, {
      upgrade: (opened, before) => {
        if (before < 1) opened.createObjectStore('lectures', { keyPath: 'id' });
        opened.createObjectStore('revisions');
      },
      blocked: () => reject(new Blocked()),
      // A page of a later version in another tab wants to renew the database: it goes first.
      blocking: (_current, _wanted, event) => {
        (event.target as IDBDatabase).close();
        onLost();
      },
      terminated: onLost,
    })
      .then(resolve, reject)
      .finally(() => clearTimeout(timer));
  });

  /**
   * Committed at once: a page that is being left does not live to commit it later, nor to read first what is stored. So a
   * revision is claimed by adding its key, which fails, and takes back the whole, where another tab has it.
   */
  async function write(change: (transaction: Writing) => Promise<unknown>[]): Promise<void> {
    const transaction = database.transaction(STORES, 'readwrite');
    const changes = change(transaction);
    transaction.commit();
    await Promise.all([...changes, transaction.done]);
  }

  return {
    getAll: () => database.getAll('lectures'),
    get: (id) => database.get('lectures', id),
    put: (row) =>
      write((to) => [
        to.objectStore('revisions').add(row.changed, [row.id, row.revision ?? 0]),
        to.objectStore('lectures').put(row),
      ]),
    delete: (id) =>
      write((to) => [
        to.objectStore('revisions').delete(IDBKeyRange.bound([id, 0], [id, Number.MAX_VALUE])),
        to.objectStore('lectures').delete(id),
      ]),
  };
}

function troubleOf(error: unknown): LibraryTrouble {
  if (error instanceof Blocked) return 'blocked';
  if (error instanceof ReferenceError) return 'missing';
  switch (nameOf(error)) {
    case 'QuotaExceededError':
      return 'full';
    case 'VersionError':
      return 'newer';
    case 'SecurityError':
    case 'InvalidStateError':
    case 'NotAllowedError':
      return 'refused';
    default:
      return 'broken';
  }
}

function lastChangedFirst(a: StoredLecture, b: StoredLecture): number {
  return b.changed - a.changed || (a.id < b.id ? -1 : 1);
}

/** Opens the library. `open` is the browser's database; another stands in for it in tests. */
export async function openLibrary(
  open: (onLost: () => void) => Promise<Database> = openDatabase,
): Promise<Library> {
  /** What the browser did not take, by id. */
  const kept = new Map<string, StoredLecture>();
  /** Deleted here, but not in the browser. */
  const gone = new Set<string>();
  let trouble: LibraryTrouble | null = null;
  let database: Database | null = null;
  try {
    database = await open(() => {
      database = null;
      trouble = 'broken';
    });
  } catch (error) {
    trouble = troubleOf(error);
  }

  /** Asks the browser; null where it does not do it. */
  async function ask<T>(request: (from: Database) => Promise<T>): Promise<{ value: T } | null> {
    if (!database) return null;
    try {
      return { value: await request(database) };
    } catch (error) {
      trouble = troubleOf(error);
      return null;
    }
  }

  function read({ id, changed, document, revision = 0 }: Row): StoredLecture | null {
    const reading = readDocument(document);
    if ('lecture' in reading) return { id, changed, lecture: reading.lecture, revision };
    trouble ??= 'unreadable';
    return null;
  }

  return {
    trouble: () => trouble,
    async list() {
      const rows = (await ask((from) => from.getAll()))?.value ?? [];
      const stored = rows.filter(({ id }) => !kept.has(id) && !gone.has(id)).map(read);
      return [...kept.values(), ...stored.filter((lecture) => lecture !== null)].sort(lastChangedFirst);
    },
    async get(id) {
      const row = kept.has(id) || gone.has(id) ? null : await ask((from) => from.get(id));
      return kept.get(id) ?? (row?.value ? read(row.value) : null);
    },
    async put(stored) {
      const { id, changed, lecture, revision } = stored;
      gone.delete(id);
      // Kept first: whoever lists while it is on its way has it already.
      kept.set(id, stored);
      let claimed = true;
      const done = await ask(async (from) => {
        try {
          await from.put({ id, changed, document: writeDocument(lecture), revision });
        } catch (error) {
          if (nameOf(error) !== 'ConstraintError') throw error;
          claimed = false;
        }
      });
      if (!done) return true;
      if (kept.get(id) === stored) kept.delete(id);
      // The browser has room again.
      if (trouble === 'full' && kept.size === 0) trouble = null;
      return claimed;
    },
    async delete(id) {
      kept.delete(id);
      gone.add(id);
      if (await ask((from) => from.delete(id))) gone.delete(id);
    },
  };
}

let shared: Promise<Library> | null = null;

/** The one library of the page, opened when it is first asked for. */
export function sharedLibrary(): Promise<Library> {
  shared ??= openLibrary();
  return shared;
}
