import type { DisplayList } from '../display-list.ts';

/** When the drawing that is under way rests. */
let end = Number.POSITIVE_INFINITY;

/** Thrown by a drawing that rests, with what can be shown of it until it goes on. */
export class Resting {
  readonly list: DisplayList;

  constructor(list: DisplayList) {
    this.list = list;
  }
}

/** Draws what may rest after so many milliseconds. */
export function inParts<T>(span: number, draw: () => T): T {
  end = performance.now() + span;
  try {
    return draw();
  } finally {
    end = Number.POSITIVE_INFINITY;
  }
}

/** A drawing in parts that has taken long rests here. All that it made before has to be kept: drawn again it goes on from here. */
export function rest(shown: () => DisplayList = () => []): void {
  if (performance.now() >= end) throw new Resting(shown());
}

/** Collects an iterator into a list, once. Given what is `shown` meanwhile, it may rest after each item. */
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
      // An iterator that has failed gives nothing more.
      if (!(error instanceof Resting)) [source, found] = [null, []];
      throw error;
    }
    return found;
  };
}
