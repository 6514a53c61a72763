import { flushSync } from 'react-dom';

/** Changes the page and focuses an element synchronously: the next key may not wait a frame. */
export function focusAfter(change: () => void, id: string): void {
  flushSync(change);
  document.getElementById(id)?.focus();
}
