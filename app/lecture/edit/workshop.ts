import { createStore } from 'zustand/vanilla';
import { LIMITS } from '../document.ts';
import type { Lecture } from '../lecture.ts';
import { type Library, type LibraryTrouble, type StoredLecture, sharedLibrary } from '../library.ts';
import { type Draft, draftOf, lectureOf } from './draft.ts';
import { commit, type History, historyOf, redo, undo } from './history.ts';
import type { Said } from './said.ts';

/** Milliseconds of quiet after which what was typed is saved. */
const QUIET = 400;

/** The lecture that is being edited; its steps back are kept until another one is opened. */
export interface Editing {
  readonly id: string;
  readonly history: History<Draft>;
  /** The scene whose form is open. */
  readonly unfolded: number | null;
  /** Whether all of it is kept. */
  readonly saved: boolean;
  /** The lecture that another tab has changed, of which this one goes on as a copy. */
  readonly copyOf?: string;
}

export interface WorkshopState {
  readonly trouble: LibraryTrouble | null;
  /** A person's own lectures, the one changed last first; null before they have been read. */
  readonly lectures: readonly StoredLecture[] | null;
  readonly editing: Editing | null;
  readonly said: Said | null;
}

/** A name that no other lecture has, of letters and digits. */
function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => (byte % 36).toString(36)).join('');
}

/** The title of a copy in any language; that of a copy counts on. */
function copyTitle(title: string): string {
  const [, stem = title, number = '1'] = /^(.*) \((\d{1,2})\)$/.exec(title) ?? [];
  const ending = ` (${Number(number) + 1})`;
  return stem.slice(0, LIMITS.title - ending.length) + ending;
}

/**
 * Where lectures are made: it outlives the drawer, so that closing it loses nothing, neither steps back. What is typed is
 * saved after a moment of quiet, everything else at once.
 */
export function createWorkshop(open: () => Promise<Library> = sharedLibrary, clock = () => Date.now()) {
  const store = createStore<WorkshopState>(() => ({
    trouble: null,
    lectures: null,
    editing: null,
    said: null,
  }));
  let library: Library | null = null;
  let loading: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const now = store.getState;

  function load(): Promise<void> {
    loading ??= open().then(async (opened) => {
      library = opened;
      const lectures = await library.list();
      store.setState({ lectures, trouble: library.trouble() });
    });
    return loading;
  }

  function find(id: string): StoredLecture | undefined {
    return now().lectures?.find((lecture) => lecture.id === id);
  }

  /** Saves a lecture as the next revision of what this tab has of it. */
  async function put(id: string, lecture: Lecture, changed = clock()): Promise<void> {
    const stored = { id, lecture, changed, revision: (find(id)?.revision ?? 0) + 1 };
    const others = (now().lectures ?? []).filter((other) => other.id !== id);
    store.setState({ lectures: [stored, ...others] });
    const claimed = (await library?.put(stored)) ?? true;
    store.setState({ trouble: library?.trouble() ?? null });
    if (!claimed) await keepBoth(stored);
  }

  /** Another tab has saved this revision: what this tab has goes on as a copy, and the other's comes back under its id. */
  async function keepBoth({ id, lecture, revision }: StoredLecture): Promise<void> {
    // Meanwhile a later save of this tab may have found the same.
    if (find(id)?.revision !== revision) return;
    const copy = newId();
    const title = copyTitle(lecture.title);
    const { editing } = now();
    // Until the other's is read nothing has this id: its revision must not pass for what was not saved.
    store.setState({ lectures: (now().lectures ?? []).filter((other) => other.id !== id) });
    if (editing?.id === id) {
      const { history } = editing;
      const renamed = commit(history, { ...history.present, title: copyTitle(history.present.title) });
      store.setState({ editing: { ...editing, id: copy, copyOf: id, history: renamed, saved: false } });
      await flush();
    } else await put(copy, { ...lecture, title });
    await refresh();
    say({ what: 'conflict', title: lecture.title, copy: title });
  }

  /** Takes in what other tabs have saved; the lecture in the editor too, once what was typed here is saved. */
  async function refresh(): Promise<void> {
    await load();
    await flush();
    const listed = (await library?.list()) ?? [];
    const { editing } = now();
    // What was changed here meanwhile is on its way to be saved, and that finds out for itself.
    if (editing && !editing.saved) return;
    const before = editing && find(editing.id);
    // What is the same stays the same object, so that nothing that shows it is told of a change.
    const lectures = listed.map((stored) => {
      const known = find(stored.id);
      return known?.revision === stored.revision ? known : stored;
    });
    store.setState({ lectures, trouble: library?.trouble() ?? null });
    const after = editing && find(editing.id);
    if (!before || !after || after.revision === before.revision) return;
    store.setState({ editing: { ...editing, history: historyOf(draftOf(after.lecture)) } });
    say({ what: 'renewed', title: after.lecture.title });
  }

  /** Saves the lecture in the editor now. */
  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const { editing } = now();
    if (!editing || editing.saved) return;
    const { present } = editing.history;
    await put(editing.id, lectureOf(present));
    const after = now().editing;
    if (after?.id === editing.id && after.history.present === present)
      store.setState({ editing: { ...after, saved: true } });
  }

  /** Takes other steps in; a change that belongs to a gesture is saved when it rests. */
  function take(history: History<Draft>, rests: boolean): void {
    const { editing } = now();
    if (!editing || history === editing.history) return;
    store.setState({ editing: { ...editing, history, saved: false } });
    clearTimeout(timer);
    if (rests) timer = setTimeout(() => void flush(), QUIET);
    else void flush();
  }

  async function create(lecture: Lecture): Promise<string> {
    await load();
    const id = newId();
    // The title of a copy may have grown too long for a document.
    const title = lecture.title.slice(0, LIMITS.title);
    void put(id, { ...lecture, title });
    return id;
  }

  return {
    store,
    load,
    refresh,
    flush,
    /** Keeps a new lecture and returns its id. */
    create,
    /** Opens a lecture in the editor. */
    edit(id: string): void {
      void flush();
      const stored = find(id);
      if (!stored) return;
      const { editing } = now();
      if (editing?.id !== id)
        store.setState({
          editing: { id, history: historyOf(draftOf(stored.lecture)), unfolded: null, saved: true },
        });
    },
    leave(): void {
      void flush();
      store.setState({ editing: null, said: null });
    },
    unfold(key: number | null): void {
      const { editing } = now();
      if (editing) store.setState({ editing: { ...editing, unfolded: key } });
    },
    /** Ends what belongs together: typing that goes on later is taken back apart. */
    rest(): void {
      const { editing } = now();
      if (editing)
        store.setState({ editing: { ...editing, history: { ...editing.history, gesture: null } } });
      void flush();
    },
    /** Changes the lecture in the editor; changes of one gesture are taken back together. */
    change(next: (draft: Draft) => Draft, gesture: string | null = null): void {
      const { editing } = now();
      if (editing) take(commit(editing.history, next(editing.history.present), gesture), gesture !== null);
    },
    undo(): void {
      const { editing } = now();
      if (!editing) return;
      say({ what: editing.history.past.length > 0 ? 'undone' : 'nothing' });
      if (editing.history.past.length > 0) take(undo(editing.history), false);
    },
    redo(): void {
      const { editing } = now();
      if (!editing) return;
      say({ what: editing.history.future.length > 0 ? 'redone' : 'nothing' });
      if (editing.history.future.length > 0) take(redo(editing.history), false);
    },
    rename(id: string, title: string): void {
      const stored = find(id);
      if (!stored || stored.lecture.title === title) return;
      void put(id, { ...stored.lecture, title });
    },
    async remove(id: string): Promise<void> {
      const deleted = find(id);
      if (!deleted) return;
      store.setState({
        lectures: (now().lectures ?? []).filter((lecture) => lecture.id !== id),
        editing: now().editing?.id === id ? null : now().editing,
        said: { what: 'deleted', deleted },
      });
      await library?.delete(id);
      store.setState({ trouble: library?.trouble() ?? null });
    },
    /** Puts a deleted lecture back, as it was. */
    async restore({ id, lecture, changed }: StoredLecture): Promise<void> {
      await put(id, lecture, changed);
      store.setState({ said: { what: 'undone' } });
    },
    say,
  };

  function say(said: Said | null): void {
    store.setState({ said });
  }
}

export type Workshop = ReturnType<typeof createWorkshop>;

/** The one workshop of the page. */
export const workshop = createWorkshop();
