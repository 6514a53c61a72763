import { followUpdates, type TakeUpdate } from './follow-updates.ts';
import { keepRest } from './keep-rest.ts';

/** Milliseconds between two looks for a newer version in a tab that stays open. */
const BETWEEN_LOOKS = 3_600_000;

/**
 * Keeps the page in the browser, so that it opens without a network, and tells `updates` of newer versions. Returns what a yes to
 * one does; null where the browser has no service workers for this page (no https, a sandboxed frame) or no room for it.
 */
export async function keepOffline(): Promise<TakeUpdate | null> {
  if (!hasServiceWorker()) return null;
  const container = navigator.serviceWorker;
  try {
    const registration = await container.register(new URL('service-worker.js', document.baseURI).href);
    lookAgain(registration);
    void keepRest(container);
    return followUpdates(container, registration, () => location.reload());
  } catch {
    // Storage that is refused or full: the page works, though not without a network.
    return null;
  }
}

/** In a sandboxed frame the mere look throws. */
function hasServiceWorker(): boolean {
  try {
    return Boolean(navigator.serviceWorker);
  } catch {
    return false;
  }
}

/** A tab that stays open for days looks when it is turned to, at most once an hour. */
function lookAgain(registration: ServiceWorkerRegistration): void {
  let last = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || Date.now() - last < BETWEEN_LOOKS) return;
    last = Date.now();
    // Without a network there is nothing newer.
    registration.update().catch(() => undefined);
  });
}
