import { type IDBPDatabase, openDB } from 'idb';
import type { RunColumns } from '../../engine/ensemble/columns.ts';

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

/** Milliseconds after which a browser that does not answer is taken to refuse: some never do. */
const PATIENCE = 4000;

async function openShelves(onLost: () => void): Promise<Shelves> {
  if (typeof indexedDB === 'undefined') throw new ReferenceError('expected indexedDB; got none');
  const database = await new Promise<IDBPDatabase>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('expected an answer of indexedDB; got none')), PATIENCE);
    openDB(NAME, VERSION, {
      upgrade: (opened) => {
        opened.createObjectStore(STORE, { keyPath: 'id' });
      },
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
    get: (id) => database.get(STORE, id),
    put: (stored) => database.put(STORE, stored),
    delete: (id) => database.delete(STORE, id),
  };
}

/** Opens the cupboard. `open` is the browser's database; another stands in for it in tests. */
export async function openCupboard(
  open: (onLost: () => void) => Promise<Shelves> = openShelves,
): Promise<Cupboard> {
  let kept = true;
  let shelves: Shelves | null = null;
  const lose = () => {
    shelves = null;
    kept = false;
  };
  try {
    shelves = await open(lose);
  } catch {
    lose();
  }

  async function ask<T>(request: (from: Shelves) => Promise<T>): Promise<T | null> {
    if (!shelves) return null;
    try {
      return await request(shelves);
    } catch {
      kept = false;
      return null;
    }
  }

  return {
    kept: () => kept,
    get: async (id) => (await ask((from) => from.get(id))) ?? null,
    async put(stored) {
      await ask((from) => from.put(stored));
    },
    async delete(id) {
      await ask((from) => from.delete(id));
    },
  };
}
