import type { SweepAggregate } from '../../../../engine/ensemble/aggregate-file.ts';
import type { RunColumns } from '../../../../engine/ensemble/columns.ts';
import { type Collection, openCollection, type Rows } from '../../../storage/collection.ts';

export interface StoredRuns {
  /** From `newId` (run-ids.ts): each tab has its own runs. */
  readonly id: string;
  /** Spec file; checked when read. */
  readonly spec: string;
  readonly columns: RunColumns;
  readonly done: Uint8Array<ArrayBuffer>;
  /** Set for an aggregate, which has no rows. */
  readonly counted?: Omit<SweepAggregate, 'sweep'>;
  /** Own table, if the link does not contain it. */
  readonly own: Blob | null;
  /** 1 if in progress, to be resumed. Not boolean: booleans cannot be index keys. */
  readonly running: 0 | 1;
  /** True if the runs came from a file and none ran here. */
  readonly read?: boolean;
}

export type RunsStore = Collection<StoredRuns>;

const STORE = 'runs';
const RUNNING = 'running';

/** Opens the browser's stored runs; tests replace `open`. */
export function openRunsStore(open?: (onLost: () => void) => Promise<Rows>): Promise<RunsStore> {
  return openCollection<StoredRuns>(
    {
      database: 'twin-descent-ensembles',
      // 2: index of runs in progress, so that a page opens without reading a million runs.
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

/** Resolves with true if runs were interrupted. Reads the index only. */
export async function hasCutRuns(): Promise<boolean> {
  return (await (await openRunsStore()).count(RUNNING, 1)) > 0;
}
