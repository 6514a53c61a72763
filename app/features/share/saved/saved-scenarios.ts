import { createStore } from 'zustand/vanilla';
import type { StorageTrouble } from '../../../storage/browser-store.ts';
import { type Collection, newId, openCollection, type Rows } from '../../../storage/collection.ts';
import { freeName, LIMITS, type SavedScenario, savedLastFirst } from './saved.ts';
import {
  type FileProblem,
  type RefusedEntry,
  readEntry,
  readSavedFile,
  writeSaved,
} from './saved-document.ts';

const STORE = 'scenarios';

/** Opens the browser's scenarios; tests replace `open`. */
export function openSavedStore(
  open?: (onLost: () => void) => Promise<Rows>,
): Promise<Collection<SavedScenario>> {
  return openCollection(
    {
      database: 'twin-descent-saved',
      version: 1,
      store: STORE,
      upgrade: (database) => void database.createObjectStore(STORE, { keyPath: 'id' }),
      // Checked like a file's entry.
      read(row) {
        const reading = readEntry(row);
        return 'entry' in reading ? { id: (row as { id: string }).id, ...reading.entry } : null;
      },
      write: (saved) => saved,
    },
    open,
  );
}

/** Message about the last action, as data (message `saved.said`). */
export type SavedSaid =
  | { readonly what: 'saved'; readonly name: string; readonly withoutData: boolean }
  | { readonly what: 'deleted'; readonly deleted: SavedScenario }
  | { readonly what: 'restored' | 'renamed'; readonly name: string }
  | { readonly what: 'exported'; readonly count: number; readonly file: string }
  | { readonly what: 'imported'; readonly count: number; readonly refused: readonly RefusedEntry[] }
  | { readonly what: 'refused'; readonly problem: FileProblem }
  | { readonly what: 'too-many'; readonly most: number };

export interface SavedState {
  /** Last saved first; null until read. */
  readonly saved: readonly SavedScenario[] | null;
  readonly trouble: StorageTrouble | null;
  /** Scenarios that the browser refused. */
  readonly unsaved: readonly SavedScenario[];
  readonly message: SavedSaid | null;
}

export interface Tabs {
  tell(): void;
  hear(changed: () => void): void;
}

function otherTabs(): Tabs {
  let channel: BroadcastChannel | null = null;
  return {
    tell: () => channel?.postMessage('changed'),
    hear(changed) {
      if (typeof BroadcastChannel === 'undefined') return;
      channel = new BroadcastChannel('twin-descent-saved');
      channel.addEventListener('message', changed);
    },
  };
}

type SavedStore = Collection<SavedScenario>;

const keptBy = (stored: SavedStore) => ({ trouble: stored.trouble(), unsaved: stored.unsaved() });

/** Stores scenarios in this browser, without account or server. Outlives its dialog. */
export function createSavedScenarios(
  open: () => Promise<SavedStore> = () => openSavedStore(),
  clock: () => number = () => Date.now(),
  tabs: Tabs = otherTabs(),
) {
  const store = createStore<SavedState>(() => ({ saved: null, trouble: null, unsaved: [], message: null }));
  const now = store.getState;
  let opening: Promise<SavedStore> | null = null;

  async function stored(): Promise<SavedStore> {
    if (!opening) {
      opening = open();
      tabs.hear(() => void list());
    }
    return opening;
  }

  async function list(): Promise<void> {
    const from = await stored();
    const saved = [...(await from.list())].sort(savedLastFirst);
    store.setState({ saved, ...keptBy(from) });
  }

  /** Adds or replaces scenarios, first on the page, then in the browser. */
  async function put(...changed: readonly SavedScenario[]): Promise<void> {
    const ids = new Set(changed.map(({ id }) => id));
    const others = (now().saved ?? []).filter(({ id }) => !ids.has(id));
    store.setState({ saved: [...changed, ...others].sort(savedLastFirst) });
    const to = await stored();
    for (const one of changed) await to.put(one);
    store.setState(keptBy(to));
    tabs.tell();
  }

  const say = (message: SavedSaid | null) => store.setState({ message });

  /** True, and reported, if `more` scenarios exceed the limit. */
  function isFull(more: number): boolean {
    const full = (now().saved?.length ?? 0) + more > LIMITS.count;
    if (full) say({ what: 'too-many', most: LIMITS.count });
    return full;
  }

  return {
    store,
    async load(): Promise<void> {
      say(null);
      await list();
    },
    async save(
      entry: { name: string; link: string; thumbnail: string },
      withoutData: boolean,
    ): Promise<void> {
      await stored();
      if (isFull(1)) return;
      const name = entry.name.trim().slice(0, LIMITS.name);
      await put({ ...entry, name, id: newId(), savedAt: clock() });
      say({ what: 'saved', name, withoutData });
    },
    async rename(id: string, wanted: string): Promise<void> {
      const one = now().saved?.find((saved) => saved.id === id);
      const name = wanted.trim().slice(0, LIMITS.name);
      if (!one || name === '' || name === one.name) return;
      await put({ ...one, name });
      say({ what: 'renamed', name });
    },
    async remove(id: string): Promise<void> {
      const deleted = now().saved?.find((saved) => saved.id === id);
      if (!deleted) return;
      const saved = (now().saved ?? []).filter((one) => one.id !== id);
      store.setState({ saved, message: { what: 'deleted', deleted } });
      const from = await stored();
      await from.delete(id);
      store.setState(keptBy(from));
      tabs.tell();
    },
    async restore(deleted: SavedScenario): Promise<void> {
      await put(deleted);
      say({ what: 'restored', name: deleted.name });
    },
    /** Adds a file's scenarios; numbers duplicate names. */
    async importFile(file: Blob): Promise<void> {
      const reading = await readSavedFile(file);
      if ('problem' in reading) {
        say({ what: 'refused', problem: reading.problem });
        return;
      }
      await stored();
      if (isFull(reading.entries.length)) return;
      const taken = new Set((now().saved ?? []).map(({ name }) => name));
      const added = reading.entries.map((entry) => {
        const name = freeName(entry.name, taken);
        taken.add(name);
        return { ...entry, name, id: newId() };
      });
      await put(...added);
      say({ what: 'imported', count: added.length, refused: reading.refused });
    },
    exportText: () => writeSaved(now().saved ?? []),
    /** Exports refused scenarios. */
    unsavedText: () => writeSaved(now().unsaved),
    say,
  };
}

export type Gallery = ReturnType<typeof createSavedScenarios>;

export const savedScenarios = createSavedScenarios();
