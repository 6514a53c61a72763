import type { DisplayList } from '../display-list.ts';

/** Time at which the present drawing rests. */
let end = Number.POSITIVE_INFINITY;

/** Thrown by a resting drawing; `list` can be shown until it resumes. */
export class Resting {
  readonly list: DisplayList;

  constructor(list: DisplayList) {
    this.list = list;
  }
}

/** Draws, allowing a rest after `span` milliseconds. */
export function inParts<T>(span: number, draw: () => T): T {
  end = performance.now() + span;
  try {
    return draw();
  } finally {
    end = Number.POSITIVE_INFINITY;
  }
}

/** Rests here once the time is over. The caller must cache its work so far: a repeated drawing resumes from it. */
export function rest(shown: () => DisplayList = () => []): void {
  if (performance.now() >= end) throw new Resting(shown());
}

/** Collects an iterator into a list, once. With `shown`, its intermediate list, it may rest after each item. */
export function gathered<T>(begin: () => Iterator<T, void>): (shown?: () => DisplayList) => readonly T[] {
  let source: Iterator<T, void> | null = null;
  let found: T[] = [];
  let isWhole = false;
  return (shown) => {
    try {
      while (!isWhole) {
        source ??= begin();
        const next = source.next();
        if (next.done) isWhole = true;
        else found.push(next.value);
        if (shown) rest(shown);
      }
    } catch (error) {
      // A failed iterator yields nothing more.
      if (!(error instanceof Resting)) [source, found] = [null, []];
      throw error;
    }
    return found;
  };
}
