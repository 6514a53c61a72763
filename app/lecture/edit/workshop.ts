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

  async function put(stored: StoredLecture): Promise<void> {
    const others = (now().lectures ?? []).filter(({ id }) => id !== stored.id);
    store.setState({ lectures: [stored, ...others] });
    await library?.put(stored);
    store.setState({ trouble: library?.trouble() ?? null });
  }

  /** Saves the lecture in the editor now. */
  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const { editing } = now();
    if (!editing || editing.saved) return;
    const { present } = editing.history;
    await put({ id: editing.id, lecture: lectureOf(present), changed: clock() });
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
    void put({ id, lecture: { ...lecture, title }, changed: clock() });
    return id;
  }

  return {
    store,
    load,
    flush,
    /** Keeps a new lecture and returns its id. */
    create,
    /** Opens a lecture in the editor. */
    edit(id: string): void {
      void flush();
      const stored = now().lectures?.find((lecture) => lecture.id === id);
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
      const stored = now().lectures?.find((lecture) => lecture.id === id);
      if (!stored || stored.lecture.title === title) return;
      void put({ id, lecture: { ...stored.lecture, title }, changed: clock() });
    },
    async remove(id: string): Promise<void> {
      const deleted = now().lectures?.find((lecture) => lecture.id === id);
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
    async restore(stored: StoredLecture): Promise<void> {
      await put(stored);
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
