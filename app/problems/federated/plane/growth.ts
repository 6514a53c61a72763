import { createNextFrame } from '../../../session/busy.ts';
import type { Session } from '../../../session/session.ts';
import { defineViewState } from '../../kit/state/view-state.ts';

/** Milliseconds of the animation of local steps. */
const LENGTH = 1500;

/** Drawn share of the local steps: 1 unless growing. */
export const GROWTH = defineViewState('growth', 1);

/** Animates a round's local steps when their stage begins; draws them at once with reduced motion. Returns a function that ends it. */
export function bindGrowth({ store }: Session): () => void {
  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  let began = 0;
  const frame = createNextFrame((now) => {
    const share = Math.min(1, Math.max(0, now - began) / LENGTH);
    GROWTH.set(store, share);
    if (share < 1) frame.ask();
  });

  const unsubscribe = store.subscribe(
    ({ extra }) => extra?.stage === 'residuals',
    (walks) => {
      frame.cancel();
      if (!walks || calm.matches) return GROWTH.set(store, 1);
      began = performance.now();
      GROWTH.set(store, 0);
      frame.ask();
    },
  );
  return () => {
    unsubscribe();
    frame.cancel();
  };
}
