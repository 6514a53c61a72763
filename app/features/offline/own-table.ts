import type { DBSchema } from 'idb';
import { OWN_TABLE } from '../../session/scenario/own-table-name.ts';
import type { Session } from '../../session/session.ts';
import { openDatabase, openStore } from '../../storage/browser-store.ts';

/** A person's own table over the reload that takes a newer version, where the address is too short for it. */

interface Schema extends DBSchema {
  tables: { key: string; value: Blob };
}

/** Milliseconds after which a table whose page never came back is deleted with the next one that is kept. */
const FORGOTTEN_AFTER = 3_600_000;

/** Keys begin with the time, in as many digits as will do for two hundred years, so that they stand in its order. */
const keyOf = (time: number) => String(time).padStart(13, '0');

function openTables() {
  return openStore((onLost) =>
    openDatabase<Schema>(
      'twin-descent-own',
      1,
      (opened) => {
        opened.createObjectStore('tables');
      },
      onLost,
    ),
  );
}

/** Keeps a table for this tab's next page; false where the browser refuses. */
export async function keepOwn(table: Blob, now = Date.now()): Promise<boolean> {
  const key = `${keyOf(now)} ${crypto.randomUUID()}`;
  const store = await openTables();
  const kept = await store.ask(async (from) => {
    await from.delete('tables', IDBKeyRange.upperBound(keyOf(now - FORGOTTEN_AFTER)));
    await from.put('tables', table, key);
    sessionStorage.setItem(OWN_TABLE, key);
  });
  return kept !== null;
}

/** Gives the page the table that was kept for it, once: the link that had to leave it out is met with it. */
export async function takeOwn(session: Session): Promise<void> {
  const key = sessionStorage.getItem(OWN_TABLE);
  sessionStorage.removeItem(OWN_TABLE);
  if (key === null) return;
  const store = await openTables();
  const table = await store.ask((from) => from.get('tables', key));
  if (table?.value) session.meetOwn(table.value);
  await store.ask((from) => from.delete('tables', key));
}
