import { flushSync } from 'react-dom';

/** Changes the page and focuses an element synchronously; a frame later the next key would miss it. */
export function focusAfter(change: () => void, id: string): void {
  flushSync(change);
  document.getElementById(id)?.focus();
}
