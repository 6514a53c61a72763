import { flushSync } from 'react-dom';

/** Changes what the page shows and gives the focus to what then has this id, before the next key comes: a frame later it would miss it. */
export function focusAfter(change: () => void, id: string): void {
  flushSync(change);
  document.getElementById(id)?.focus();
}
