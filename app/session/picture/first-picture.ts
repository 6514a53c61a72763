import { during } from '../busy.ts';
import type { AppStore } from '../store.ts';
import { hasMaps } from '../view.ts';

let painted: Promise<void> = Promise.resolve();
let held = false;

/** Resolves when the first picture has been painted: what it does not need is loaded then. Resolved already where nobody holds it back. */
export const firstPicture = () => painted;

/** Whether it is still to be painted. */
export const isHeld = () => held;

/** Holds back what the first picture does not need until it is painted, or cannot be had; then the root element says so. */
export function holdForFirstPicture(store: AppStore): void {
  held = true;
  painted = during(
    new Promise<void>((resolve) => {
      const end = store.subscribe((state) => {
        const { phase, opened, grid, picturesFailed } = state;
        const waits = phase === 'opening' || !opened || (hasMaps(state) && opened.dimension > 1);
        if (phase !== 'lost' && !picturesFailed && !grid && waits) return;
        end();
        // Drawn in the next frame, painted before the one after it; a page that is not seen has no frames.
        if (document.hidden) resolve();
        else requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
      });
    }),
  ).then(() => {
    held = false;
    document.documentElement.dataset.pictured = '';
  });
}
