/** Before each file of component tests: those that share a page share its stores, and in these is what a file before has kept. */
import * as React from 'react';
import { commands, page } from 'vitest/browser';

/**
 * React as it is developed keeps a stack of calls for the first 10,000 elements of each second, a sixth of all that a page computes here,
 * and nothing reads one. Where it believes that it has kept so many its warnings are the same.
 */
const internals = (React as unknown as Record<string, object | undefined>)
  .__CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE;
if (internals)
  Object.defineProperty(internals, 'recentlyCreatedOwnerStacks', {
    get: () => Number.POSITIVE_INFINITY,
    set: () => undefined,
    configurable: true,
  });

localStorage.clear();
sessionStorage.clear();

const answer = <Value,>(asked: IDBRequest<Value>) =>
  new Promise<Value>((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });

// Its rows, not the database: the page is still connected to it.
for (const { name } of await indexedDB.databases()) {
  const database = await answer(indexedDB.open(name!));
  for (const store of database.objectStoreNames)
    await answer(database.transaction(store, 'readwrite').objectStore(store).clear());
  database.close();
}

await Promise.all([page.viewport(1280, 720), commands.reduceMotion(false)]);
