import { updates } from './update.ts';

/** Reloads the page with the newer version. Resolves if that did not take over. */
export type TakeUpdate = () => Promise<void>;

/** Milliseconds until a newer version that does not take over is given up. */
const TAKEOVER_MS = 8000;

/** Reports newer versions to `updates`, not the first installation. Only the returned function reloads. */
export function followUpdates(
  container: ServiceWorkerContainer,
  registration: ServiceWorkerRegistration,
  reload: () => void,
): TakeUpdate {
  let isWanted = false;
  // The first worker's takeover is no news.
  let isFirst = container.controller === null;

  const look = () => {
    const { active, waiting } = registration;
    const { update } = updates.getState();
    if (waiting && active) updates.setState({ update: 'waiting' });
    else if (update === 'waiting') updates.setState({ update: 'none' });
  };
  const follow = () => registration.installing?.addEventListener('statechange', look);
  registration.addEventListener('updatefound', follow);
  follow();
  registration.waiting?.addEventListener('statechange', look);
  look();

  container.addEventListener('controllerchange', () => {
    if (isWanted) reload();
    else if (!isFirst) updates.setState({ update: 'taken' });
    isFirst = false;
  });

  return () => {
    const { waiting } = registration;
    // Another tab has taken it, or nothing is stored: a reload loads the newest version.
    if (updates.getState().update === 'taken' || !waiting) {
      reload();
      return new Promise(() => {});
    }
    isWanted = true;
    waiting.postMessage({ type: 'SKIP_WAITING' });
    return new Promise((resolve) => {
      setTimeout(() => {
        isWanted = false;
        resolve();
      }, TAKEOVER_MS);
    });
  };
}
