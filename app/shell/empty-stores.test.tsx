/** Before each file of component tests: those that share a page share its stores, and in these is what a file before has kept. */
import { commands, page } from 'vitest/browser';

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
