import type { DBSchema } from 'idb';
import { OWN_TABLE } from '../../session/scenario/own-table-name.ts';
import type { Session } from '../../session/session.ts';
import { openDatabase, openStore } from '../../storage/browser-store.ts';

/** Stores the reader's own table across an update's reload if the address is too short for it. */

interface Schema extends DBSchema {
  tables: { key: string; value: Blob };
}

/** Milliseconds until a table whose page never returned is deleted, when the next is stored. */
const FORGOTTEN_AFTER = 3_600_000;

/** Returns a sortable time: 13 digits last two hundred years. */
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

/** Stores a table for this tab's next page; false if the browser refuses. */
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

/** Opens the stored table once, with the link that had to omit it. */
export async function takeOwn(session: Session): Promise<void> {
  const key = sessionStorage.getItem(OWN_TABLE);
  sessionStorage.removeItem(OWN_TABLE);
  if (key === null) return;
  const store = await openTables();
  const table = await store.ask((from) => from.get('tables', key));
  if (table?.value) session.meetOwn(table.value);
  await store.ask((from) => from.delete('tables', key));
}
