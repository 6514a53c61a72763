/** Before each file of component tests: those that share a page share its stores, and in these is what a test before has kept. */
localStorage.clear();
for (const { name } of await indexedDB.databases())
  await new Promise<void>((resolve, reject) => {
    const asked = indexedDB.deleteDatabase(name!);
    asked.onsuccess = () => resolve();
    asked.onerror = () => reject(asked.error);
  });

// A module may wait at its top.
export {};
