import type { DBSchema } from 'idb';
import type { RunColumns } from '../../../engine/ensemble/columns.ts';
import { openDatabase, openStore, writeAtOnce } from '../../storage/browser-store.ts';

/** What an ensemble or a diagram has come to, as the browser stores it. */
export interface StoredRuns {
  /** One of `newId` (own-shelf.ts): each tab has runs of its own. */
  readonly id: string;
  /** The file of the sweep: what is read is checked like any file. */
  readonly spec: string;
  readonly columns: RunColumns;
  readonly done: Uint8Array<ArrayBuffer>;
  /** A person's own table that the link does not carry. */
  readonly own: Blob | null;
  /** 1 where it was under way: then it goes on when it is met again. No truth value: those are no keys of an index. */
  readonly running: 0 | 1;
  /** Whether it was read from a file, and none of it was run here. */
  readonly read?: boolean;
}

/** Stores runs; no call fails. What the browser does not store is gone with the page, and `kept` says so. */
export interface Cupboard {
  /** False once something could not be stored. */
  kept(): boolean;
  /** Ids of all that is stored. */
  ids(): Promise<readonly string[]>;
  /** Whether something was under way when it was stored. */
  anyRunning(): Promise<boolean>;
  get(id: string): Promise<StoredRuns | null>;
  put(stored: StoredRuns): Promise<void>;
  delete(id: string): Promise<void>;
}

/** What it asks of the browser; each call rejects where it is not done. */
export interface Shelves {
  ids(): Promise<readonly string[]>;
  anyRunning(): Promise<boolean>;
  get(id: string): Promise<StoredRuns | undefined>;
  put(stored: StoredRuns): Promise<unknown>;
  delete(id: string): Promise<unknown>;
}

/** A database of its own: those of lectures and saved scenarios have versions of their own. */
const NAME = 'twin-descent-ensembles';
const STORE = 'runs';
const STORES = [STORE] as const;
/** 2: the index of what is under way, so that a page that opens need not read a million runs to know. */
const VERSION = 2;
const RUNNING = 'running';

interface Schema extends DBSchema {
  runs: { key: string; value: StoredRuns; indexes: { running: 0 | 1 } };
}

async function openShelves(onLost: () => void): Promise<Shelves> {
  const database = await openDatabase<Schema>(
    NAME,
    VERSION,
    (opened, from, _to, change) => {
      const store =
        from === 0 ? opened.createObjectStore(STORE, { keyPath: 'id' }) : change.objectStore(STORE);
      store.createIndex(RUNNING, RUNNING);
    },
    onLost,
  );
  return {
    ids: () => database.getAllKeys(STORE),
    anyRunning: async () => (await database.countFromIndex(STORE, RUNNING, 1)) > 0,
    get: (id) => database.get(STORE, id),
    put: (stored) => writeAtOnce(database, STORES, (to) => [to.store.put(stored)]),
    delete: (id) => writeAtOnce(database, STORES, (to) => [to.store.delete(id)]),
  };
}

/** Opens the cupboard. `open` is the browser's database; another stands in for it in tests. */
export async function openCupboard(
  open: (onLost: () => void) => Promise<Shelves> = openShelves,
): Promise<Cupboard> {
  const store = await openStore(open);
  return {
    kept: () => store.trouble === null,
    ids: async () => (await store.ask((from) => from.ids()))?.value ?? [],
    anyRunning: async () => (await store.ask((from) => from.anyRunning()))?.value ?? false,
    get: async (id) => (await store.ask((from) => from.get(id)))?.value ?? null,
    async put(stored) {
      await store.ask((from) => from.put(stored));
    },
    async delete(id) {
      await store.ask((from) => from.delete(id));
    },
  };
}
