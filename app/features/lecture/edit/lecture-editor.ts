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

/** Idle ms before typed text is saved. */
const QUIET = 400;

export interface Editing {
  readonly id: string;
  readonly history: History<Draft>;
  /** Scene whose form is open. */
  readonly unfolded: number | null;
  /** True if everything is stored. */
  readonly saved: boolean;
  /** `asked`: awaiting the browser's answer. */
  readonly access: 'mine' | 'elsewhere' | 'asked';
}

export interface LectureEditorState {
  readonly trouble: StorageTrouble | null;
  /** Lectures that the browser refused. */
  readonly unsaved: readonly StoredLecture[];
  /** Last changed first; null until read. */
  readonly lectures: readonly StoredLecture[] | null;
  readonly editing: Editing | null;
  readonly message: EditorMessage | null;
}

function isSame(a: Lecture, b: Lecture): boolean {
  return writeDocument(a) === writeDocument(b);
}

/** Returns a copy's title in any language, with the next number. */
export function copyTitle(title: string): string {
  const [, stem = title, number = '1'] = /^(.*) \((\d{1,2})\)$/.exec(title) ?? [];
  const ending = ` (${Number(number) + 1})`;
  return stem.slice(0, LIMITS.title - ending.length) + ending;
}

const lockOf = (id: string) => `lecture-${id}`;

/**
 * Creates the lecture editor. It outlives the drawer, as do drafts and undo. Saves typing after `QUIET`, all else at once. Locks an open
 * lecture: other tabs show it read-only.
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
  const pending = new Map<string, StoredLecture>();
  let saving: Promise<unknown> = Promise.resolve();
  /** Releases the edited lecture's lock. */
  let letGo: (() => void) | null = null;
  const now = store.getState;
  const kept = () => ({ trouble: lectures?.trouble() ?? null, unsaved: lectures?.unsaved() ?? [] });

  function load(): Promise<void> {
    loading ??= open().then(async (opened) => {
      lectures = opened;
      await takeIn();
      // Restore drafts before anyone can edit; they stay if the store fails.
      const trouble = lectures.trouble();
      if (trouble !== null && trouble !== 'unreadable') return;
      for (const id of drafts.ids()) await withLock(id, () => takeUp(id));
      await saving;
    });
    return loading;
  }

  /** Saves closed tabs' drafts: the newest under its id unless the lecture changed since, others as copies. */
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

  /** Runs `act`, or returns false if another tab has the lecture. */
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

  /** Reads the stored lectures. Unsaved changes stay; unchanged lectures keep their objects, to avoid rendering. */
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

  /** Reads other tabs' changes, into the editor too. */
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

  /** Makes the edited lecture writable, as stored now. */
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

  /** Releases the edited lecture once saved. */
  function unlock(): void {
    const give = letGo;
    letGo = null;
    const { editing } = now();
    void flush();
    if (!give) return;
    if (editing) store.setState({ editing: { ...now().editing!, access: 'asked' } });
    void saving.then(give);
  }

  /** Marks the lecture as saved if unchanged since. */
  function settle(id: string, saved: Draft): void {
    const { editing } = now();
    if (editing?.id === id && editing.history.present === saved)
      store.setState({ editing: { ...editing, saved: true } });
  }

  async function flush(): Promise<void> {
    later.stop();
    const { editing } = now();
    if (!editing || editing.saved) return;
    const { present } = editing.history;
    await put(editing.id, lectureOf(present));
    settle(editing.id, present);
  }

  /** Saves a closing page; also writes unconfirmed lectures as drafts. */
  function hold(): void {
    void flush();
    for (const stored of [...kept().unsaved, ...pending.values()]) drafts.write(stored);
  }

  /** Applies a history; `rests` delays saving until typing pauses. */
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
    // A copy's title may exceed the limit.
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
    create,
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
    rest(): void {
      const { editing } = now();
      if (editing)
        store.setState({ editing: { ...editing, history: { ...editing.history, gesture: null } } });
      void flush();
    },
    /** Changes the edited lecture; one undo reverts a gesture. */
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
        // Another tab may have changed it.
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

export const lectureEditor = createLectureEditor();
