import { type DBSchema, type IDBPDatabase, type IDBPObjectStore, type OpenDBCallbacks, openDB } from 'idb';

import { during } from '../session/busy.ts';

/** Reason why items are in memory only or unreadable. */
export type StorageTrouble = 'missing' | 'refused' | 'blocked' | 'newer' | 'full' | 'broken' | 'unreadable';

/** Milliseconds of silence that count as refusal: some browsers never answer. */
const REFUSES_AFTER = 4000;

class Blocked extends Error {}

function errorName(error: unknown): string {
  return error instanceof Error || error instanceof DOMException ? error.name : '';
}

function troubleOf(error: unknown): StorageTrouble {
  if (error instanceof Blocked) return 'blocked';
  if (error instanceof ReferenceError) return 'missing';
  switch (errorName(error)) {
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

/** Opens a database, created or upgraded by `upgrade`. Calls `onLost` if lost later. Rejects on failure. */
export async function openDatabase<Schema extends DBSchema | unknown>(
  name: string,
  version: number,
  upgrade: NonNullable<OpenDBCallbacks<Schema>['upgrade']>,
  onLost: () => void,
): Promise<IDBPDatabase<Schema>> {
  if (typeof indexedDB === 'undefined') throw new ReferenceError('expected indexedDB; got none');
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Blocked()), REFUSES_AFTER);
    openDB<Schema>(name, version, {
      upgrade,
      blocked: () => reject(new Blocked()),
      // Close, so that a newer page in another tab can upgrade.
      blocking: (_current, _wanted, event) => {
        (event.target as IDBDatabase).close();
        onLost();
      },
      terminated: onLost,
    })
      .then(resolve, reject)
      .finally(() => clearTimeout(timer));
  });
}

/** Changes a store and commits at once, because a closing page may not live to commit. Rejects on failure. */
export async function writeAtOnce(
  database: IDBPDatabase<unknown>,
  store: string,
  change: (to: IDBPObjectStore<unknown, [string], string, 'readwrite'>) => Promise<unknown>,
): Promise<void> {
  const transaction = database.transaction(store, 'readwrite');
  const changed = change(transaction.store);
  transaction.commit();
  await Promise.all([changed, transaction.done]);
}

/** A resource that may be missing or lost; requests never fail. */
export interface Store<Source> {
  /** Null if everything is stored. */
  trouble: StorageTrouble | null;
  /** Resolves with null if the browser fails. */
  ask<Answer>(request: (from: Source) => Promise<Answer>): Promise<{ readonly value: Answer } | null>;
}

export async function openStore<Source>(
  open: (onLost: () => void) => Promise<Source>,
): Promise<Store<Source>> {
  let source: Source | null = null;
  const store: Store<Source> = {
    trouble: null,
    async ask(request) {
      if (!source) return null;
      try {
        return { value: await during(request(source)) };
      } catch (error) {
        store.trouble = troubleOf(error);
        return null;
      }
    },
  };
  try {
    const opening = open(() => {
      source = null;
      store.trouble = 'broken';
    });
    source = await during(opening);
  } catch (error) {
    store.trouble = troubleOf(error);
  }
  return store;
}
