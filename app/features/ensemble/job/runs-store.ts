import type { SweepAggregate } from '../../../../engine/ensemble/aggregate-file.ts';
import type { RunColumns } from '../../../../engine/ensemble/columns.ts';
import { type Collection, openCollection, type Rows } from '../../../storage/collection.ts';

/** What an ensemble or a diagram has come to, as the browser stores it. */
export interface StoredRuns {
  /** One of `newId` (runs-ids.ts): each tab has runs of its own. */
  readonly id: string;
  /** The file of the sweep: what is read is checked like any file. */
  readonly spec: string;
  readonly columns: RunColumns;
  readonly done: Uint8Array<ArrayBuffer>;
  /** Of an aggregate, which has no row. */
  readonly counted?: Omit<SweepAggregate, 'sweep'>;
  /** A person's own table that the link does not carry. */
  readonly own: Blob | null;
  /** 1 where it was under way: then it goes on when it is met again. No truth value: those are no keys of an index. */
  readonly running: 0 | 1;
  /** Whether it was read from a file, and none of it was run here. */
  readonly read?: boolean;
}

export type RunsStore = Collection<StoredRuns>;

const STORE = 'runs';
const RUNNING = 'running';

/** Opens the runs that the browser stores; `open` stands in for its rows in tests. */
export function openRunsStore(open?: (onLost: () => void) => Promise<Rows>): Promise<RunsStore> {
  return openCollection<StoredRuns>(
    {
      database: 'twin-descent-ensembles',
      // 2: the index of what is under way, so that a page that opens need not read a million runs to know.
      version: 2,
      store: STORE,
      upgrade(database, from, change) {
        const store =
          from === 0 ? database.createObjectStore(STORE, { keyPath: 'id' }) : change.objectStore(STORE);
        store.createIndex!(RUNNING, RUNNING);
      },
      read(row) {
        const { id, spec, columns, done } = row as Readonly<Record<string, unknown>>;
        const isRead = typeof id === 'string' && typeof spec === 'string' && done instanceof Uint8Array;
        return isRead && typeof columns === 'object' && columns !== null ? (row as StoredRuns) : null;
      },
      write: (runs) => runs,
    },
    open,
  );
}

/** Whether runs were under way when a page was left. It reads no run. */
export async function hasCutRuns(): Promise<boolean> {
  return (await (await openRunsStore()).count(RUNNING, 1)) > 0;
}
