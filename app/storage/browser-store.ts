import { type DBSchema, type IDBPDatabase, type IDBPObjectStore, type OpenDBCallbacks, openDB } from 'idb';

import { during } from '../session/busy.ts';

/** Why what a person saves is kept in memory alone, or some of it could not be read. */
export type StorageTrouble = 'missing' | 'refused' | 'blocked' | 'newer' | 'full' | 'broken' | 'unreadable';

/** Milliseconds after which a browser that does not answer is taken to refuse: some never do. */
const REFUSES_AFTER = 4000;

class Blocked extends Error {}

/** The name by which browsers tell what went wrong; empty of what is no error. */
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

/** Opens a database of the browser, made or renewed by `upgrade`; `onLost` is called where it is taken away later. Rejects where it cannot be had. */
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
}

/**
 * Changes a store in one transaction. It is committed at once: a page that is being left does not live to commit it later. Rejects where
 * it is not done.
 */
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

/** Something of the browser that may be missing, or be lost: what is asked of it never fails. */
export interface Store<Source> {
  /** Null where everything is stored as it should be. */
  trouble: StorageTrouble | null;
  /** Asks the browser; null where it does not do it. */
  ask<Answer>(request: (from: Source) => Promise<Answer>): Promise<{ readonly value: Answer } | null>;
}

/** Opens what is to be asked. */
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
