/** Undo limit. */
const LIMIT = 200;

export interface History<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
  /** Gesture of the last change, such as typing in a field: undo reverts all of it. */
  readonly gesture: string | null;
}

export function historyOf<T>(present: T): History<T> {
  return { past: [], present, future: [], gesture: null };
}

/** Adds a change unless the value is identical. */
export function commit<T>(history: History<T>, next: T, gesture: string | null = null): History<T> {
  const { past, present } = history;
  if (next === present) return history;
  const merged = gesture !== null && gesture === history.gesture;
  return { past: merged ? past : [...past, present].slice(-LIMIT), present: next, future: [], gesture };
}

export function undo<T>({ past, present, future, gesture }: History<T>): History<T> {
  const before = past.at(-1);
  if (before === undefined) return { past, present, future, gesture };
  return { past: past.slice(0, -1), present: before, future: [present, ...future], gesture: null };
}

export function redo<T>({ past, present, future, gesture }: History<T>): History<T> {
  const after = future[0];
  if (after === undefined) return { past, present, future, gesture };
  return { past: [...past, present], present: after, future: future.slice(1), gesture: null };
}
