import { createStore } from 'zustand/vanilla';
import { createLater } from '../../../session/busy.ts';
import type { Lecture } from '../../../session/lecture.ts';
import type { StorageTrouble } from '../../../storage/browser-store.ts';
import { LIMITS, writeDocument } from '../document.ts';
import { type Library, type StoredLecture, sharedLibrary } from '../library.ts';
import { type Draft, draftOf, lectureOf } from './draft.ts';
import { commit, type History, historyOf, redo, undo } from './history.ts';
import { createJournal, type Journal, type LeftBehind } from './left-behind.ts';
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
  readonly trouble: StorageTrouble | null;
  /** What the browser has not taken. */
  readonly unsaved: readonly StoredLecture[];
  /** A person's own lectures, the one changed last first; null before they have been read. */
  readonly lectures: readonly StoredLecture[] | null;
  readonly editing: Editing | null;
  readonly said: Said | null;
}

/** A name that no other lecture has, of letters and digits. */
function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => (byte % 36).toString(36)).join('');
}

/** Whether two lectures say the same. */
function isSame(a: Lecture, b: Lecture): boolean {
  return writeDocument(a) === writeDocument(b);
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
export function createWorkshop(
  open: () => Promise<Library> = sharedLibrary,
  clock = () => Date.now(),
  journal: Journal = createJournal(newId()),
) {
  const store = createStore<WorkshopState>(() => ({
    trouble: null,
    unsaved: [],
    lectures: null,
    editing: null,
    said: null,
  }));
  let library: Library | null = null;
  let loading: Promise<void> | null = null;
  const later = createLater(() => void flush());
  /** Ids of lectures that are shown as they are, but not yet on their way to be saved. */
  const unsaved = new Set<string>();
  /** What is being saved, one after another; it never fails. */
  let saving = Promise.resolve();
  /** What the library has, but has not told to be saved. */
  let onItsWay: StoredLecture | null = null;
  const now = store.getState;
  const kept = () => ({ trouble: library?.trouble() ?? null, unsaved: library?.unsaved() ?? [] });

  function load(): Promise<void> {
    loading ??= open().then(async (opened) => {
      library = opened;
      const lectures = await library.list();
      store.setState({ lectures, ...kept() });
      // All in one go: nobody edits a lecture before it has what was left behind. Where the store does not answer it stays where it is.
      const trouble = library.trouble();
      if (trouble === null || trouble === 'unreadable') for (const left of journal.take()) void takeUp(left);
      await saving;
    });
    return loading;
  }

  /** Saves what a tab left behind: under its id, unless somebody else has changed the lecture since; then as a copy. */
  async function takeUp({ id, lecture, changed, revision, before }: LeftBehind): Promise<void> {
    const stored = find(id);
    if (stored && isSame(stored.lecture, lecture)) return;
    const isNext = stored?.revision === revision + 1 && stored.changed === before;
    const isUnchanged = !stored || stored.revision === revision || isNext;
    // Two tabs may have left the same lecture behind: the second is a copy.
    if (isUnchanged && !unsaved.has(id)) return put(id, lecture, changed);
    const title = copyTitle(lecture.title);
    await put(newId(), { ...lecture, title }, changed);
    say({ what: 'conflict', title: lecture.title, copy: title });
  }

  function find(id: string): StoredLecture | undefined {
    return now().lectures?.find((lecture) => lecture.id === id);
  }

  function keep(stored: StoredLecture): void {
    const others = (now().lectures ?? []).filter(({ id }) => id !== stored.id);
    store.setState({ lectures: [stored, ...others] });
  }

  /** Shows a lecture at once and saves it after what is being saved: so each save knows whether the one before it was taken. */
  function put(id: string, lecture: Lecture, changed = clock()): Promise<void> {
    keep({ id, lecture, changed, revision: find(id)?.revision ?? 0 });
    unsaved.add(id);
    saving = saving.then(() => save(id));
    return saving;
  }

  /** Whether the browser has not taken what this tab has of a lecture. */
  function isRefused(id: string): boolean {
    return kept().unsaved.some((stored) => stored.id === id);
  }

  /** Saves what this tab has of a lecture as the next revision of what it was made of. */
  async function save(id: string): Promise<void> {
    const stored = find(id);
    if (!unsaved.delete(id) || !stored) return;
    const revision = stored.revision + 1;
    onItsWay = { ...stored, revision };
    const claimed = (await library?.put(onItsWay)) ?? true;
    onItsWay = null;
    if (!unsaved.has(id) && !isRefused(id)) journal.forget(id);
    const { lectures } = now();
    store.setState(kept());
    if (!claimed) await keepBoth(id);
    else if (lectures)
      store.setState({
        lectures: lectures.map((other) => (other.id === id ? { ...other, revision } : other)),
      });
  }

  /** Another tab has saved that revision: what this tab has goes on as a copy, and the other's comes back under its id. */
  async function keepBoth(id: string): Promise<void> {
    const mine = find(id);
    if (!mine) return;
    const copy = newId();
    const title = copyTitle(mine.lecture.title);
    let lecture: Lecture = { ...mine.lecture, title };
    let draft: Draft | null = null;
    // Until the other's is read nothing has this id.
    unsaved.delete(id);
    journal.forget(id);
    store.setState({ lectures: (now().lectures ?? []).filter((other) => other.id !== id) });
    const { editing } = now();
    if (editing?.id === id) {
      const { present } = editing.history;
      const history = commit(editing.history, { ...present, title: copyTitle(present.title) });
      draft = history.present;
      lecture = lectureOf(draft);
      store.setState({ editing: { ...editing, id: copy, copyOf: id, history, saved: false } });
    }
    keep({ ...mine, id: copy, lecture, revision: 0 });
    unsaved.add(copy);
    await save(copy);
    if (draft) settle(copy, draft);
    await takeIn();
    say({ what: 'conflict', title: mine.lecture.title, copy: title });
  }

  /**
   * Reads what is stored. What was changed here and is not saved stays, with what it was made of; what is the same stays
   * the same object, so that nothing that shows it is told of a change.
   */
  async function takeIn(): Promise<void> {
    const listed = (await library?.list()) ?? [];
    const { lectures, editing } = now();
    const isOnItsWay = (id: string) => unsaved.has(id) || (editing?.id === id && !editing.saved);
    const own = (lectures ?? []).filter(({ id }) => isOnItsWay(id));
    const read = listed
      .filter(({ id }) => !isOnItsWay(id))
      .map((stored) => {
        const known = find(stored.id);
        return known?.revision === stored.revision ? known : stored;
      });
    store.setState({ lectures: [...own, ...read], ...kept() });
  }

  /** Takes in what other tabs have saved, also into the editor. */
  async function refresh(): Promise<void> {
    await load();
    await flush();
    await saving;
    const { lectures: before } = now();
    await takeIn();
    const { editing } = now();
    const known = before?.find(({ id }) => id === editing?.id);
    const stored = editing && find(editing.id);
    if (!stored || !known || stored.revision === known.revision) return;
    store.setState({ editing: { ...editing, history: historyOf(draftOf(stored.lecture)) } });
    say({ what: 'renewed', title: stored.lecture.title });
  }

  /** The editor's word that all is kept, where nothing has changed since. */
  function settle(id: string, saved: Draft): void {
    const { editing } = now();
    if (editing?.id === id && editing.history.present === saved)
      store.setState({ editing: { ...editing, saved: true } });
  }

  /** Saves the lecture in the editor now. */
  async function flush(): Promise<void> {
    later.stop();
    const { editing } = now();
    if (!editing || editing.saved) return;
    const { present } = editing.history;
    await put(editing.id, lectureOf(present));
    settle(editing.id, present);
  }

  /** Saves on the way out; what is not known to be saved is written down too, for the page that comes next. */
  function hold(): void {
    void flush();
    const refused = kept().unsaved.map(({ id }) => id);
    for (const id of new Set([...unsaved, ...refused, ...(onItsWay ? [onItsWay.id] : [])])) {
      const stored = find(id);
      const before = onItsWay?.id === id ? onItsWay.changed : null;
      if (stored) journal.write({ ...stored, before });
    }
  }

  /** Takes other steps in; a change that belongs to a gesture is saved when it rests. */
  function take(history: History<Draft>, rests: boolean): void {
    const { editing } = now();
    if (!editing || history === editing.history) return;
    store.setState({ editing: { ...editing, history, saved: false } });
    if (rests) later.restart(QUIET);
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
    hold,
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
      unsaved.delete(id);
      journal.forget(id);
      store.setState({
        lectures: (now().lectures ?? []).filter((lecture) => lecture.id !== id),
        editing: now().editing?.id === id ? null : now().editing,
        said: { what: 'deleted', deleted },
      });
      await library?.delete(id);
      store.setState(kept());
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
