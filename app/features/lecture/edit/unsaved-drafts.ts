import { readDocument, writeDocument } from '../../../storage/lectures/document.ts';
import type { StoredLecture } from '../../../storage/lectures/lecture-store.ts';

const NAME = 'twin-descent-left';

/** Null for what no page has written. */
function read(text: string | null): StoredLecture | null {
  if (text === null) return null;
  try {
    const { id, document, changed } = JSON.parse(text) as Record<string, unknown>;
    const reading = readDocument(String(document));
    if (!('lecture' in reading) || typeof id !== 'string' || !Number.isFinite(changed)) return null;
    return { id, lecture: reading.lecture, changed: changed as number };
  } catch {
    return null;
  }
}

/**
 * Where a tab that is being left writes at once what may not reach the store any more: the page does not live to hear that it did. No
 * call fails; where the browser refuses it nothing is written. The drafts of a tab in what all tabs share; a key for each tab and
 * lecture, so that none overwrites another's.
 */
export function createUnsavedDrafts(tab: string, storage: () => Storage = () => localStorage) {
  const keyOf = (id: string) => `${NAME} ${tab} ${id}`;
  /** Null where the browser refuses, or has no room. */
  function ask<Answer>(request: (from: Storage) => Answer): Answer | null {
    try {
      return request(storage());
    } catch {
      return null;
    }
  }
  /** What can be read; what a newer page has written is left to it. */
  function all(): (readonly [key: string, draft: StoredLecture])[] {
    const found = ask((from) =>
      Array.from({ length: from.length }, (_, i) => from.key(i) ?? '')
        .filter((key) => key.startsWith(`${NAME} `))
        .map((key) => [key, read(from.getItem(key))] as const),
    );
    return (found ?? []).flatMap(([key, draft]) => (draft ? [[key, draft] as const] : []));
  }
  return {
    write({ id, lecture, changed }: StoredLecture): void {
      const text = JSON.stringify({ id, changed, document: writeDocument(lecture) });
      ask((to) => to.setItem(keyOf(id), text));
    },
    /** This tab's draft of a lecture is saved. */
    forget: (id: string) => void ask((from) => from.removeItem(keyOf(id))),
    /** The lectures that some tab has left a draft of. */
    ids: () => [...new Set(all().map(([, { id }]) => id))],
    /** What tabs left unsaved of a lecture, newest first. The first tab that takes one has it. */
    take(wanted: string): readonly StoredLecture[] {
      const taken = all().filter(([, { id }]) => id === wanted);
      for (const [key] of taken) ask((from) => from.removeItem(key));
      return taken.map(([, draft]) => draft).sort((a, b) => b.changed - a.changed);
    },
  };
}

export type UnsavedDrafts = ReturnType<typeof createUnsavedDrafts>;
