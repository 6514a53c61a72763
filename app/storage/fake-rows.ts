import type { Rows } from './collection.ts';

/** For tests: rows in a map instead of a database. */
export function createFakeRows<Row = unknown>() {
  const rows = new Map<string, Row>();
  const source: Rows = {
    getAll: async () => [...rows.values()],
    get: async (id) => rows.get(id),
    keys: async () => [...rows.keys()],
    count: async () => 0,
    put: async (row) => rows.set((row as { id: string }).id, structuredClone(row) as Row),
    delete: async (id) => rows.delete(id),
  };
  return { rows, source, open: async () => source };
}
