import { createStore } from 'zustand/vanilla';
import { createLater } from '../../../session/busy.ts';
import type { Lecture } from '../../../session/lecture.ts';
import type { StorageTrouble } from '../../../storage/browser-store.ts';
import { newId } from '../../../storage/collection.ts';
import { LIMITS, writeDocument } from '../../../storage/lectures/document.ts';
import {
  type LectureStore,
  lastChangedFirst,
  type StoredLecture,
  sharedLectureStore,
} from '../../../storage/lectures/lecture-store.ts';
import { createTabLocks } from '../../../storage/tab-lock.ts';
import { type Draft, draftOf, lectureOf } from './draft.ts';
import type { EditorMessage } from './editor-message.ts';
import { commit, type History, historyOf, redo, undo } from './history.ts';
import { createUnsavedDrafts, type UnsavedDrafts } from './unsaved-drafts.ts';

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
  /** Whether this tab may change it, another tab has it, or the browser has not said yet. */
  readonly access: 'mine' | 'elsewhere' | 'asked';
}

export interface LectureEditorState {
  readonly trouble: StorageTrouble | null;
  /** What the browser has not taken. */
  readonly unsaved: readonly StoredLecture[];
  /** A person's own lectures, the one changed last first; null before they have been read. */
  readonly lectures: readonly StoredLecture[] | null;
  readonly editing: Editing | null;
  readonly message: EditorMessage | null;
}

/** Whether two lectures say the same. */
function isSame(a: Lecture, b: Lecture): boolean {
  return writeDocument(a) === writeDocument(b);
}

/** The title of a copy in any language; that of a copy counts on. */
export function copyTitle(title: string): string {
  const [, stem = title, number = '1'] = /^(.*) \((\d{1,2})\)$/.exec(title) ?? [];
  const ending = ` (${Number(number) + 1})`;
  return stem.slice(0, LIMITS.title - ending.length) + ending;
}

const lockOf = (id: string) => `lecture-${id}`;

/**
 * Where lectures are made: it outlives the drawer, so that closing it loses nothing, neither steps back. What is typed is saved after a
 * moment of quiet, everything else at once. A lecture that is open here is locked: other tabs show it and change nothing.
 */
export function createLectureEditor(
  open: () => Promise<LectureStore> = sharedLectureStore,
  clock = () => Date.now(),
  drafts: UnsavedDrafts = createUnsavedDrafts(newId()),
  locks = createTabLocks(),
) {
  const store = createStore<LectureEditorState>(() => ({
    trouble: null,
    unsaved: [],
    lectures: null,
    editing: null,
    message: null,
  }));
  let lectures: LectureStore | null = null;
  let loading: Promise<void> | null = null;
  const later = createLater(() => void flush());
  /** What is on its way to be saved, by id. */
  const pending = new Map<string, StoredLecture>();
  let saving: Promise<unknown> = Promise.resolve();
  /** Lets the lock of the lecture in the editor go. */
  let letGo: (() => void) | null = null;
  const now = store.getState;
  const kept = () => ({ trouble: lectures?.trouble() ?? null, unsaved: lectures?.unsaved() ?? [] });

  function load(): Promise<void> {
    loading ??= open().then(async (opened) => {
      lectures = opened;
      await takeIn();
      // Nobody edits a lecture before it has its drafts. Where the store does not answer they stay where they are.
      const trouble = lectures.trouble();
      if (trouble !== null && trouble !== 'unreadable') return;
      for (const id of drafts.ids()) await withLock(id, () => takeUp(id));
      await saving;
    });
    return loading;
  }

  /** Saves what tabs that are gone have left of a lecture: the newest under its id, unless it was changed since; the rest as copies. */
  function takeUp(id: string): void {
    for (const { lecture, changed } of drafts.take(id)) {
      const stored = find(id);
      if (stored && isSame(stored.lecture, lecture)) continue;
      const isNewest = !pending.has(id) && (!stored || changed >= stored.changed);
      if (isNewest) void put(id, lecture, changed);
      else {
        const copy = copyTitle(lecture.title);
        void put(newId(), { ...lecture, title: copy }, changed);
        say({ what: 'conflict', title: lecture.title, copy });
      }
    }
  }

  /** Does something to a lecture while no other tab has it; false, and nothing is done, where one has. */
  async function withLock(id: string, act: () => unknown): Promise<boolean> {
    const { editing } = now();
    const giveBack =
      editing?.id === id && editing.access === 'mine' ? () => undefined : await locks.take(lockOf(id));
    if (!giveBack) return false;
    try {
      await act();
      await saving;
    } finally {
      giveBack();
    }
    return true;
  }

  function sayElsewhere(id: string): void {
    say({ what: 'elsewhere', title: find(id)?.lecture.title ?? '' });
  }

  function find(id: string): StoredLecture | undefined {
    return now().lectures?.find((lecture) => lecture.id === id);
  }

  function keep(stored: StoredLecture): void {
    const others = (now().lectures ?? []).filter(({ id }) => id !== stored.id);
    store.setState({ lectures: [stored, ...others] });
  }

  /** Shows a lecture at once and saves it. */
  function put(id: string, lecture: Lecture, changed = clock()): Promise<void> {
    const stored = { id, lecture, changed };
    keep(stored);
    pending.set(id, stored);
    const saved = save(stored);
    saving = Promise.all([saving, saved]);
    return saved;
  }

  async function save(stored: StoredLecture): Promise<void> {
    await lectures?.put(stored);
    if (pending.get(stored.id) === stored) {
      pending.delete(stored.id);
      if (!kept().unsaved.some(({ id }) => id === stored.id)) drafts.forget(stored.id);
    }
    store.setState(kept());
  }

  /** Reads what is stored. What was changed here and is not saved stays; what is the same stays the same object, so that nothing redraws. */
  async function takeIn(): Promise<void> {
    const listed = [...((await lectures?.list()) ?? [])].sort(lastChangedFirst);
    const { lectures: known, editing } = now();
    const isOnItsWay = (id: string) => pending.has(id) || (editing?.id === id && !editing.saved);
    const own = (known ?? []).filter(({ id }) => isOnItsWay(id));
    const read = listed
      .filter(({ id }) => !isOnItsWay(id))
      .map((stored) => {
        const before = find(stored.id);
        return before?.changed === stored.changed ? before : stored;
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
    if (!stored || !known || stored.changed === known.changed) return;
    store.setState({ editing: { ...editing, history: historyOf(draftOf(stored.lecture)) } });
    say({ what: 'renewed', title: stored.lecture.title });
  }

  /** Asks for the lock of the lecture in the editor; it can be changed once this tab has it. */
  function lock(): void {
    const { editing } = now();
    if (!editing || letGo) return;
    const { id } = editing;
    const set = (access: Editing['access']) => {
      const { editing: current } = now();
      if (current?.id === id) store.setState({ editing: { ...current, access } });
    };
    if (locks.isAlone) {
      set('mine');
      return;
    }
    set('asked');
    letGo = locks.hold(lockOf(id), (isMine) => {
      if (!isMine) {
        set('elsewhere');
        return;
      }
      void begin(id, now().editing?.access === 'elsewhere');
    });
  }

  /** Makes the lecture in the editor one that can be changed, as it is stored now. */
  async function begin(id: string, hasWaited: boolean): Promise<void> {
    const title = find(id)?.lecture.title ?? '';
    await refresh();
    takeUp(id);
    const { editing } = now();
    if (editing?.id !== id || !letGo) return;
    const stored = find(id);
    if (!stored) {
      leave();
      say({ what: 'gone', title });
      return;
    }
    const isShown = isSame(lectureOf(editing.history.present), stored.lecture);
    const history = isShown ? editing.history : historyOf(draftOf(stored.lecture));
    store.setState({ editing: { ...editing, history, access: 'mine' } });
    if (hasWaited) say({ what: 'free', title: stored.lecture.title });
  }

  /** Lets the lecture in the editor go once it is saved. */
  function unlock(): void {
    const give = letGo;
    letGo = null;
    const { editing } = now();
    void flush();
    if (!give) return;
    if (editing) store.setState({ editing: { ...now().editing!, access: 'asked' } });
    void saving.then(give);
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
    for (const stored of [...kept().unsaved, ...pending.values()]) drafts.write(stored);
  }

  /** Takes other steps in; a change that belongs to a gesture is saved when it rests. */
  function take(history: History<Draft>, rests: boolean): void {
    const { editing } = now();
    if (editing?.access !== 'mine' || history === editing.history) return;
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

  function leave(): void {
    unlock();
    store.setState({ editing: null, message: null });
  }

  return {
    store,
    load,
    refresh,
    flush,
    hold,
    lock,
    unlock,
    /** Keeps a new lecture and returns its id. */
    create,
    /** Opens a lecture in the editor. */
    edit(id: string): void {
      const stored = find(id);
      if (!stored || now().editing?.id === id) return;
      unlock();
      const history = historyOf(draftOf(stored.lecture));
      store.setState({ editing: { id, history, unfolded: null, saved: true, access: 'asked' } });
      lock();
    },
    leave,
    unfold(key: number | null): void {
      const { editing } = now();
      if (editing) store.setState({ editing: { ...editing, unfolded: key } });
    },
    /** Ends a gesture: undo takes back what is typed after it separately. */
    rest(): void {
      const { editing } = now();
      if (editing)
        store.setState({ editing: { ...editing, history: { ...editing.history, gesture: null } } });
      void flush();
    },
    /** Changes the lecture in the editor; one undo takes back all changes of a gesture. */
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
    async rename(id: string, title: string): Promise<void> {
      const isDone = await withLock(id, async () => {
        // Another tab may have changed it since.
        const stored = pending.get(id) ?? (await lectures?.get(id));
        if (stored && stored.lecture.title !== title) await put(id, { ...stored.lecture, title });
      });
      if (!isDone) sayElsewhere(id);
    },
    async remove(id: string): Promise<void> {
      const isDone = await withLock(id, async () => {
        const deleted = find(id);
        if (!deleted) return;
        pending.delete(id);
        drafts.forget(id);
        if (now().editing?.id === id) leave();
        store.setState({
          lectures: (now().lectures ?? []).filter((lecture) => lecture.id !== id),
          message: { what: 'deleted', deleted },
        });
        await lectures?.delete(id);
        store.setState(kept());
      });
      if (!isDone) sayElsewhere(id);
    },
    /** Puts a deleted lecture back, as it was. */
    async restore({ id, lecture, changed }: StoredLecture): Promise<void> {
      await put(id, lecture, changed);
      store.setState({ message: { what: 'undone' } });
    },
    say,
  };

  function say(message: EditorMessage | null): void {
    store.setState({ message });
  }
}

/** The one lecture editor of the page. */
export const lectureEditor = createLectureEditor();
