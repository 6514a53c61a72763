import { type Collection, openCollection, type Rows } from '../../../storage/collection.ts';
import type { SavedScenario } from './saved.ts';
import { readEntry } from './saved-document.ts';

const STORE = 'scenarios';

/** Opens the scenarios that the browser stores; `open` stands in for its rows in tests. */
export function openSavedStore(
  open?: (onLost: () => void) => Promise<Rows>,
): Promise<Collection<SavedScenario>> {
  return openCollection(
    {
      database: 'twin-descent-saved',
      version: 1,
      store: STORE,
      upgrade: (database) => void database.createObjectStore(STORE, { keyPath: 'id' }),
      // Checked like an entry of any file.
      read(row) {
        const reading = readEntry(row);
        return 'entry' in reading ? { id: (row as { id: string }).id, ...reading.entry } : null;
      },
      write: (saved) => saved,
    },
    open,
  );
}
