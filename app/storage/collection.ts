import type { IDBPDatabase, OpenDBCallbacks } from 'idb';
import { openDatabase, openStore, type StorageTrouble, writeAtOnce } from './browser-store.ts';

/** Rows of one object store with key `id`; calls reject on failure. */
export interface Rows {
  getAll(): Promise<readonly unknown[]>;
  get(id: string): Promise<unknown>;
  keys(): Promise<readonly string[]>;
  /** Counts rows by indexed value. */
  count(index: string, value: IDBValidKey): Promise<number>;
  put(row: unknown): Promise<unknown>;
  delete(id: string): Promise<unknown>;
}

/** Storage of one kind of items. */
export interface CollectionSpec<Item extends { readonly id: string }> {
  /** One database per kind: versions are separate. */
  readonly database: string;
  readonly version: number;
  readonly store: string;
  /** `from` is 0 for a new database. */
  readonly upgrade: (
    database: IDBPDatabase<unknown>,
    from: number,
    change: Parameters<NonNullable<OpenDBCallbacks<unknown>['upgrade']>>[3],
  ) => void;
  /** Checks a row, maybe of another version of the page; null if unreadable. */
  readonly read: (row: unknown) => Item | null;
  readonly write: (item: Item) => unknown;
}

/** Items in the browser; calls never fail. Refused items stay in memory until the page ends. */
export interface Collection<Item> {
  /** Null if everything is stored. */
  trouble(): StorageTrouble | null;
  /** Refused items. */
  unsaved(): readonly Item[];
  /** Unordered. */
  list(): Promise<readonly Item[]>;
  ids(): Promise<readonly string[]>;
  count(index: string, value: IDBValidKey): Promise<number>;
  get(id: string): Promise<Item | null>;
  put(item: Item): Promise<void>;
  delete(id: string): Promise<void>;
}

/** Returns a unique random name of letters and digits. */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => (byte % 36).toString(36)).join('');
}

async function openRows<Item extends { readonly id: string }>(
  { database: name, version, store, upgrade }: CollectionSpec<Item>,
  onLost: () => void,
): Promise<Rows> {
  const database = await openDatabase<unknown>(
    name,
    version,
    (opened, from, _to, change) => upgrade(opened, from, change),
    onLost,
  );
  return {
    getAll: () => database.getAll(store),
    get: (id) => database.get(store, id),
    keys: async () => (await database.getAllKeys(store)).map(String),
    count: (index, value) => database.countFromIndex(store, index, value),
    put: (row) => writeAtOnce(database, store, (to) => to.put(row)),
    delete: (id) => writeAtOnce(database, store, (to) => to.delete(id)),
  };
}

/** Tests replace `open`. */
export async function openCollection<Item extends { readonly id: string }>(
  spec: CollectionSpec<Item>,
  open: (onLost: () => void) => Promise<Rows> = (onLost) => openRows(spec, onLost),
): Promise<Collection<Item>> {
  const kept = new Map<string, Item>();
  /** Ids deleted here but not in the browser. */
  const gone = new Set<string>();
  const store = await openStore(open);

  function read(row: unknown): Item | null {
    const item = spec.read(row);
    if (!item) store.trouble ??= 'unreadable';
    return item;
  }

  const isHere = (id: string) => kept.has(id) || gone.has(id);

  return {
    trouble: () => store.trouble,
    unsaved: () => [...kept.values()],
    async list() {
      const rows = (await store.ask((from) => from.getAll()))?.value ?? [];
      const stored = rows.map(read).filter((item) => item !== null);
      return [...kept.values(), ...stored.filter(({ id }) => !isHere(id))];
    },
    async ids() {
      const stored = (await store.ask((from) => from.keys()))?.value ?? [];
      return [...kept.keys(), ...stored.filter((id) => !isHere(id))];
    },
    count: async (index, value) => (await store.ask((from) => from.count(index, value)))?.value ?? 0,
    async get(id) {
      const found = isHere(id) ? null : await store.ask((from) => from.get(id));
      return kept.get(id) ?? (found?.value === undefined || found === null ? null : read(found.value));
    },
    async put(item) {
      gone.delete(item.id);
      // Keep first: `list` during the write includes it.
      kept.set(item.id, item);
      if (!(await store.ask((to) => to.put(spec.write(item))))) return;
      if (kept.get(item.id) === item) kept.delete(item.id);
      // There is room again.
      if (store.trouble === 'full' && kept.size === 0) store.trouble = null;
    },
    async delete(id) {
      kept.delete(id);
      gone.add(id);
      if (await store.ask((from) => from.delete(id))) gone.delete(id);
    },
  };
}
