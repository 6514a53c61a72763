import { Workbox } from 'workbox-window';
import { updates } from './update.ts';

/** Milliseconds between two looks for a newer version in a tab that stays open. */
const BETWEEN_LOOKS = 3_600_000;

/** Uses the newer version: the page begins anew with it. */
export type TakeUpdate = () => void;

/**
 * Keeps the page in the browser, so that it opens without a network, and tells `updates` of newer versions. Nothing reloads by
 * itself. Returns what a yes does; null where the browser has no service workers for this page (no https, a sandboxed frame).
 */
export function keepOffline(): TakeUpdate | null {
  if (!hasServiceWorker()) return null;
  const workbox = new Workbox(new URL('service-worker.js', document.baseURI).href);
  let isWanted = false;

  workbox.addEventListener('waiting', () => updates.setState({ update: 'waiting' }));
  // The first worker takes over the page it came with, which is no news.
  let isFirst = navigator.serviceWorker.controller === null;
  workbox.addEventListener('controlling', () => {
    if (isWanted) location.reload();
    else if (!isFirst) updates.setState({ update: 'taken' });
    isFirst = false;
  });
  workbox.register().then(
    (registration) => registration && lookAgain(registration),
    // Storage that is refused or full: the page works, though not without a network.
    () => undefined,
  );

  return () => {
    isWanted = true;
    if (updates.getState().update === 'taken') location.reload();
    else workbox.messageSkipWaiting();
  };
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
