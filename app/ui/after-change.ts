import { flushSync } from 'react-dom';

/** Changes what the page shows and then acts on it, before the next key or click can come: a frame later one may have missed it. */
export function afterChange(change: () => void, act: () => void): void {
  flushSync(change);
  act();
}

/** Changes what the page shows and gives the focus to what then has this id, at once. */
export function focusAfter(change: () => void, id: string): void {
  afterChange(change, () => document.getElementById(id)?.focus());
}
