import type { DBSchema, IDBPDatabase } from 'idb';
import type { RunColumns } from '../../engine/ensemble/columns.ts';
import { openDatabase, openStore } from '../storage/browser-store.ts';

/** What an ensemble or a diagram has come to, as the browser stores it. */
export interface StoredRuns {
  readonly id: string;
  /** The file of the sweep: what is read is checked like any file. */
  readonly spec: string;
  readonly columns: RunColumns;
  readonly done: Uint8Array<ArrayBuffer>;
  /** A person's own table that the link does not carry. */
  readonly own: Blob | null;
  /** Whether it was under way: then it goes on when it is met again. */
  readonly running: boolean;
}

/** Stores runs; no call fails. What the browser does not store is gone with the page, and `kept` says so. */
export interface Cupboard {
  /** False once something could not be stored. */
  kept(): boolean;
  get(id: string): Promise<StoredRuns | null>;
  put(stored: StoredRuns): Promise<void>;
  delete(id: string): Promise<void>;
}

/** What it asks of the browser; each call rejects where it is not done. */
export interface Shelves {
  get(id: string): Promise<StoredRuns | undefined>;
  put(stored: StoredRuns): Promise<unknown>;
  delete(id: string): Promise<unknown>;
}

/** A database of its own: those of lectures and saved scenarios have versions of their own. */
const NAME = 'twin-descent-ensembles';
const STORE = 'runs';
const VERSION = 1;

interface Schema extends DBSchema {
  runs: { key: string; value: StoredRuns };
}

async function openShelves(onLost: () => void): Promise<Shelves> {
  const upgrade = (opened: IDBPDatabase<Schema>) => {
    opened.createObjectStore(STORE, { keyPath: 'id' });
  };
  const database = await openDatabase<Schema>(NAME, VERSION, upgrade, onLost);
  return {
    get: (id) => database.get(STORE, id),
    put: (stored) => database.put(STORE, stored),
    delete: (id) => database.delete(STORE, id),
  };
}

/** Opens the cupboard. `open` is the browser's database; another stands in for it in tests. */
export async function openCupboard(
  open: (onLost: () => void) => Promise<Shelves> = openShelves,
): Promise<Cupboard> {
  const store = await openStore(open);
  return {
    kept: () => store.trouble === null,
    get: async (id) => (await store.ask((from) => from.get(id)))?.value ?? null,
    async put(stored) {
      await store.ask((from) => from.put(stored));
    },
    async delete(id) {
      await store.ask((from) => from.delete(id));
    },
  };
}
