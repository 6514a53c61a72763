import { updates } from './update.ts';

/** Uses the newer version: the page is loaded again with it. Resolves where it did not come, and the old one goes on. */
export type TakeUpdate = () => Promise<void>;

/** Milliseconds after which a newer version that does not take over is given up. */
const TAKEOVER_MS = 8000;

/**
 * Tells `updates` of newer versions of the page. A first installation is none: nothing older is active beside it. Nothing reloads
 * by itself; returns what a yes does.
 */
export function followUpdates(
  container: ServiceWorkerContainer,
  registration: ServiceWorkerRegistration,
  reload: () => void,
): TakeUpdate {
  let isWanted = false;
  // The first worker takes over the page it came with, which is no news.
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
    // Another tab has taken it, or nothing keeps it any more: loaded again, the page is the newest there is.
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
