import { during } from '../busy.ts';
import type { AppStore } from '../store.ts';
import { hasMaps } from '../view.ts';

let painted: Promise<void> = Promise.resolve();
let held = false;

/** Resolves once the first picture is painted; at once without `holdForFirstPicture`. */
export const firstPicture = () => painted;

export const isHeld = () => held;

/** Delays all else until the first picture is painted or has failed, then sets `data-pictured` on the root element. */
export function holdForFirstPicture(store: AppStore): void {
  held = true;
  painted = during(
    new Promise<void>((resolve) => {
      const end = store.subscribe((state) => {
        const { phase, opened, grid, picturesFailed } = state;
        const waits = phase === 'opening' || !opened || (hasMaps(state) && opened.dimension > 1);
        if (phase !== 'lost' && !picturesFailed && !grid && waits) return;
        end();
        // Drawn in the next frame, painted before the one after. Hidden pages have no frames.
        if (document.hidden) resolve();
        else requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
      });
    }),
  ).then(() => {
    held = false;
    document.documentElement.dataset.pictured = '';
  });
}
