import { createRoot } from 'react-dom/client';
import type { Session } from '../../session/session.ts';
import { SessionProvider } from '../../session/session-context.tsx';
import { followUpdates, type TakeUpdate } from './follow-updates.ts';
import { UpdateNotice } from './UpdateNotice.tsx';

/** Keeps the page for times without a network, and shows a notice where a newer version is there. */
export async function startOffline(session: Session): Promise<void> {
  const take = await keepOffline();
  if (!take) return;
  const place = document.createElement('div');
  document.body.append(place);
  createRoot(place).render(
    <SessionProvider session={session}>
      <UpdateNotice take={take} />
    </SessionProvider>,
  );
}

/** Milliseconds between two looks for a newer version in a tab that stays open. */
const BETWEEN_LOOKS = 3_600_000;

/**
 * Keeps the page in the browser, so that it opens without a network, and tells `updates` of newer versions. Returns what a yes to
 * one does; null where the browser has no service workers for this page (no https, a sandboxed frame) or no room for it.
 */
async function keepOffline(): Promise<TakeUpdate | null> {
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

/** What a browser may tell of the connection; Firefox and Safari tell nothing. */
interface Connection {
  readonly saveData?: boolean;
}

/** What the service worker (workers/service-worker.ts) is asked to keep: these files, and some more. */
interface Ask {
  readonly urls: readonly string[];
  readonly some: boolean;
}

/**
 * Once the service worker has installed what the first screen and the lectures need, asks it for the rest, a few files at a time, each
 * time when nothing else is to do. Not where the person saves data: there a file is kept with its first use. Ends where the network
 * does; the next visit goes on.
 */
async function keepRest(container: ServiceWorkerContainer): Promise<void> {
  await container.ready;
  const { connection } = navigator as { connection?: Connection };
  // What the page has loaded before the worker was in control is its first use too; the browser has it at hand.
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  if (connection?.saveData) {
    await ask(container, { urls: loaded, some: false });
    return;
  }
  for (let left = 1; left > 0; ) {
    await idle();
    left = await ask(container, { urls: [], some: true });
  }
}

/** How many files are left; 0 also where no more can be had. */
async function ask(container: ServiceWorkerContainer, what: Ask): Promise<number> {
  const { active } = await container.ready;
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
    active?.postMessage({ type: 'KEEP', ...what }, [port2]);
  });
}

/** Safari has no idle callback. */
function idle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve());
    else setTimeout(resolve, 200);
  });
}
