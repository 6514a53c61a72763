import { createRoot } from 'react-dom/client';
import type { Session } from '../../session/session.ts';
import { SessionProvider } from '../../session/session-context.tsx';
import { followUpdates, type TakeUpdate } from './follow-updates.ts';
import { UpdateNotice } from './UpdateNotice.tsx';

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

/** Least ms between two checks for a newer version in an open tab. */
const BETWEEN_LOOKS = 3_600_000;

/**
 * Stores the page for use without a network; reports newer versions. Returns the update function; null if the browser has no service
 * workers here (no https, a sandboxed frame) or no room.
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
    // Storage is refused or full: the page works online only.
    return null;
  }
}

/** Reading it throws in a sandboxed frame. */
function hasServiceWorker(): boolean {
  try {
    return Boolean(navigator.serviceWorker);
  } catch {
    return false;
  }
}

/** Checks for updates when the tab becomes visible, hourly at most. */
function lookAgain(registration: ServiceWorkerRegistration): void {
  let last = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || Date.now() - last < BETWEEN_LOOKS) return;
    last = Date.now();
    // Offline, nothing is newer.
    registration.update().catch(() => undefined);
  });
}

/** Firefox and Safari do not report it. */
interface Connection {
  readonly saveData?: boolean;
}

/** Request to the service worker (workers/service-worker.ts): store these files, and `some` more. */
interface Ask {
  readonly urls: readonly string[];
  readonly some: boolean;
}

/**
 * After the worker has installed the first screen and the lectures, requests the rest, a few files at a time while idle. If the reader
 * saves data, stores files on first use only. Stops offline; the next visit continues.
 */
async function keepRest(container: ServiceWorkerContainer): Promise<void> {
  await container.ready;
  const { connection } = navigator as { connection?: Connection };
  // Files loaded before the worker's control count as used; the browser has cached them.
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

/** Resolves with the number of files left; 0 also if no more are available. */
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
