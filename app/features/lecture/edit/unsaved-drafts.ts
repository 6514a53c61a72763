import { readDocument, writeDocument } from '../../../storage/lectures/document.ts';
import type { StoredLecture } from '../../../storage/lectures/lecture-store.ts';

const NAME = 'twin-descent-left';

/** Null if no page has written it. */
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
 * Creates synchronous storage for drafts of a closing tab, which would end before the store confirms. Never throws; writes nothing if the
 * browser refuses. Keys contain tab and lecture, so that tabs do not overwrite each other.
 */
export function createUnsavedDrafts(tab: string, storage: () => Storage = () => localStorage) {
  const keyOf = (id: string) => `${NAME} ${tab} ${id}`;
  /** Null if the browser refuses or is full. */
  function ask<Answer>(request: (from: Storage) => Answer): Answer | null {
    try {
      return request(storage());
    } catch {
      return null;
    }
  }
  /** Returns readable drafts; a newer page's stay. */
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
    forget: (id: string) => void ask((from) => from.removeItem(keyOf(id))),
    /** Ids of lectures with drafts from any tab. */
    ids: () => [...new Set(all().map(([, { id }]) => id))],
    /** Removes and returns a lecture's drafts, newest first. */
    take(wanted: string): readonly StoredLecture[] {
      const taken = all().filter(([, { id }]) => id === wanted);
      for (const [key] of taken) ask((from) => from.removeItem(key));
      return taken.map(([, draft]) => draft).sort((a, b) => b.changed - a.changed);
    },
  };
}

export type UnsavedDrafts = ReturnType<typeof createUnsavedDrafts>;
