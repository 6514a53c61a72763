import type { DBSchema, IDBPDatabase } from 'idb';
import { openDatabase, openStore, type StorageTrouble, writeAtOnce } from '../../../storage/browser-store.ts';
import { type SavedScenario, savedLastFirst } from './saved.ts';
import { readEntry } from './saved-document.ts';

/** Stores scenarios; no call ever fails. What the browser does not store stays in memory as long as the page. */
export interface Shelf {
  /** Null where everything is stored as it should be. */
  trouble(): StorageTrouble | null;
  /** What the browser has not taken: it is gone with the page. */
  unsaved(): readonly SavedScenario[];
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

interface Schema extends DBSchema {
  scenarios: { key: string; value: SavedScenario };
}

/** A database of its own: that of the lectures has versions of its own. */
const NAME = 'twin-descent-saved';
const STORE = 'scenarios';
const STORES = [STORE] as const;
const VERSION = 1;

/** Opens the database of the browser; `onLost` is called where it is taken away later. Rejects where it cannot be had. */
async function openRows(onLost: () => void): Promise<Rows> {
  const upgrade = (opened: IDBPDatabase<Schema>) => {
    opened.createObjectStore(STORE, { keyPath: 'id' });
  };
  const database = await openDatabase<Schema>(NAME, VERSION, upgrade, onLost);
  return {
    getAll: () => database.getAll(STORE),
    put: (row) => writeAtOnce(database, STORES, (to) => [to.store.put(row)]),
    delete: (id) => writeAtOnce(database, STORES, (to) => [to.store.delete(id)]),
  };
}

/** Opens the shelf. `open` is the browser's database; another stands in for it in tests. */
export async function openShelf(open: (onLost: () => void) => Promise<Rows> = openRows): Promise<Shelf> {
  /** What the browser did not take, by id. */
  const kept = new Map<string, SavedScenario>();
  /** Deleted here, but not in the browser. */
  const gone = new Set<string>();
  const store = await openStore(open);

  /** A row is checked like an entry of any file: another version of the page may have written it. */
  function read(row: unknown): SavedScenario | null {
    const { id } = row as { id: string };
    const reading = readEntry(row);
    if ('entry' in reading) return { id, ...reading.entry };
    store.trouble ??= 'unreadable';
    return null;
  }

  return {
    trouble: () => store.trouble,
    unsaved: () => [...kept.values()],
    async list() {
      const stored = (await store.ask((from) => from.getAll()))?.value ?? [];
      const readable = stored.map(read).filter((saved) => saved !== null);
      const others = readable.filter(({ id }) => !kept.has(id) && !gone.has(id));
      return [...kept.values(), ...others].sort(savedLastFirst);
    },
    async put(saved) {
      gone.delete(saved.id);
      // Kept first: whoever lists while it is on its way has it already.
      kept.set(saved.id, saved);
      if (!(await store.ask((from) => from.put(saved)))) return;
      if (kept.get(saved.id) === saved) kept.delete(saved.id);
      // The browser has room again.
      if (store.trouble === 'full' && kept.size === 0) store.trouble = null;
    },
    async delete(id) {
      kept.delete(id);
      gone.add(id);
      if (await store.ask((from) => from.delete(id))) gone.delete(id);
    },
  };
}
