import type { Lecture } from '../../../session/lecture.ts';
import { readDocument, writeDocument } from '../document.ts';

/** What of a lecture a tab had not yet heard to be saved when it was left. */
export interface LeftBehind {
  readonly id: string;
  readonly lecture: Lecture;
  /** When it was changed last, in milliseconds since 1970. */
  readonly changed: number;
  /** The revision that it was made of, as far as the tab had heard. */
  readonly revision: number;
  /** When that was changed which was then on its way to be the next revision; null where nothing was. */
  readonly before: number | null;
}

/**
 * Where a tab that is being left writes at once what may not reach the store any more: a save waits for the one before it, and
 * the page does not live to see that done. No call fails; where the browser refuses it nothing is written.
 */
export interface Journal {
  write(left: LeftBehind): void;
  /** This tab's word about a lecture is saved. */
  forget(id: string): void;
  /** What any tab has left behind, each to whoever takes it first. */
  take(): LeftBehind[];
}

const NAME = 'twin-descent-left';

/** Null for what this page has not written. */
function read(text: string | null): LeftBehind | null {
  if (text === null) return null;
  try {
    const { id, document, changed, revision, before } = JSON.parse(text) as Record<string, unknown>;
    const reading = readDocument(String(document));
    if (!('lecture' in reading) || typeof id !== 'string') return null;
    if (!Number.isFinite(changed) || !Number.isSafeInteger(revision)) return null;
    return {
      id,
      lecture: reading.lecture,
      changed: changed as number,
      revision: revision as number,
      before: Number.isFinite(before) ? (before as number) : null,
    };
  } catch {
    return null;
  }
}

/** A journal of a tab in what all tabs share; a key for each tab and lecture, so that none overwrites another's. */
export function createJournal(tab: string, storage: () => Storage = () => localStorage): Journal {
  const keyOf = (id: string) => `${NAME} ${tab} ${id}`;
  /** Null where the browser refuses, or has no room. */
  function ask<Answer>(request: (from: Storage) => Answer): Answer | null {
    try {
      return request(storage());
    } catch {
      return null;
    }
  }
  return {
    write({ lecture, ...rest }) {
      const text = JSON.stringify({ ...rest, document: writeDocument(lecture) });
      ask((to) => to.setItem(keyOf(rest.id), text));
    },
    forget(id) {
      ask((from) => from.removeItem(keyOf(id)));
    },
    take() {
      const taken = ask((from) =>
        Array.from({ length: from.length }, (_, i) => from.key(i) ?? '')
          .filter((key) => key.startsWith(`${NAME} `))
          .map((key) => {
            const left = read(from.getItem(key));
            // What a newer page has written is left to it.
            if (left) from.removeItem(key);
            return left;
          }),
      );
      return (taken ?? []).filter((left) => left !== null);
    },
  };
}
