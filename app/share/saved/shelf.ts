import { type IDBPDatabase, openDB } from 'idb';
import { type SavedScenario, savedLastFirst } from './saved.ts';
import { readEntry } from './saved-document.ts';

/** Why scenarios are kept in memory alone, or some of them could not be read. */
export type ShelfTrouble = 'missing' | 'refused' | 'blocked' | 'newer' | 'full' | 'broken' | 'unreadable';

/** Stores scenarios; no call ever fails. What the browser does not store stays in memory as long as the page. */
export interface Shelf {
  /** Null where everything is stored as it should be. */
  trouble(): ShelfTrouble | null;
  /** All of them, saved last first. */
  list(): Promise<readonly SavedScenario[]>;
  put(saved: SavedScenario): Promise<void>;
  delete(id: string): Promise<void>;
}

/** What the shelf asks of the browser; each call rejects where it is not done. */
export interface Rows {
  getAll(): Promise<readonly unknown[]>;
  put(row: SavedScenario): Promise<unknown>;
  delete(id: string): Promise<unknown>;
}

/** A database of its own: that of the lectures has versions of its own. */
const NAME = 'twin-descent-saved';
const STORE = 'scenarios';
const VERSION = 1;

/** Milliseconds after which a browser that does not answer is taken to refuse: some never do. */
const PATIENCE = 4000;

class Blocked extends Error {}

/** Opens the database of the browser; `onLost` is called where it is taken away later. Rejects where it cannot be had. */
async function openRows(onLost: () => void): Promise<Rows> {
  if (typeof indexedDB === 'undefined') throw new ReferenceError('expected indexedDB; got none');
  const database = await new Promise<IDBPDatabase>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Blocked()), PATIENCE);
    openDB(NAME, VERSION, {
      upgrade: (opened) => {
        opened.createObjectStore(STORE, { keyPath: 'id' });
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
  return {
    getAll: () => database.getAll(STORE),
    put: (row) => database.put(STORE, row),
    delete: (id) => database.delete(STORE, id),
  };
}

function troubleOf(error: unknown): ShelfTrouble {
  if (error instanceof Blocked) return 'blocked';
  if (error instanceof ReferenceError) return 'missing';
  switch (error instanceof Error || error instanceof DOMException ? error.name : '') {
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

/** Opens the shelf. `open` is the browser's database; another stands in for it in tests. */
export async function openShelf(open: (onLost: () => void) => Promise<Rows> = openRows): Promise<Shelf> {
  /** What the browser did not take, by id. */
  const kept = new Map<string, SavedScenario>();
  /** Deleted here, but not in the browser. */
  const gone = new Set<string>();
  let trouble: ShelfTrouble | null = null;
  let rows: Rows | null = null;
  try {
    rows = await open(() => {
      rows = null;
      trouble = 'broken';
    });
  } catch (error) {
    trouble = troubleOf(error);
  }

  /** Asks the browser; null where it does not do it. */
  async function ask<T>(request: (from: Rows) => Promise<T>): Promise<{ value: T } | null> {
    if (!rows) return null;
    try {
      return { value: await request(rows) };
    } catch (error) {
      trouble = troubleOf(error);
      return null;
    }
  }

  /** A row is checked like an entry of any file: another version of the page may have written it. */
  function read(row: unknown): SavedScenario | null {
    const { id } = row as { id: string };
    const reading = readEntry(row);
    if ('entry' in reading) return { id, ...reading.entry };
    trouble ??= 'unreadable';
    return null;
  }

  return {
    trouble: () => trouble,
    async list() {
      const stored = (await ask((from) => from.getAll()))?.value ?? [];
      const readable = stored.map(read).filter((saved) => saved !== null);
      const others = readable.filter(({ id }) => !kept.has(id) && !gone.has(id));
      return [...kept.values(), ...others].sort(savedLastFirst);
    },
    async put(saved) {
      gone.delete(saved.id);
      // Kept first: whoever lists while it is on its way has it already.
      kept.set(saved.id, saved);
      if (!(await ask((from) => from.put(saved)))) return;
      if (kept.get(saved.id) === saved) kept.delete(saved.id);
      // The browser has room again.
      if (trouble === 'full' && kept.size === 0) trouble = null;
    },
    async delete(id) {
      kept.delete(id);
      gone.add(id);
      if (await ask((from) => from.delete(id))) gone.delete(id);
    },
  };
}
