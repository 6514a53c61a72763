/** Clears the browser's stores before each file of component tests: files on one page share them. */
import * as React from 'react';
import { commands, page } from 'vitest/browser';

/**
 * React's development build records a call stack for the first 10,000 elements of each second, a sixth of all work here. A large count
 * switches that off, not its warnings.
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

// Clear rows only: the page is still connected.
for (const { name } of await indexedDB.databases()) {
  const database = await answer(indexedDB.open(name!));
  for (const store of database.objectStoreNames)
    await answer(database.transaction(store, 'readwrite').objectStore(store).clear());
  database.close();
}

await Promise.all([page.viewport(1280, 720), commands.reduceMotion(false)]);
