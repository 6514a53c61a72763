import { createNextFrame } from '../../session/busy.ts';
import type { Session } from '../../session/session.ts';
import type { AppState } from '../../session/store.ts';

/** Milliseconds of the animation of local steps. */
const LENGTH = 1500;

/** Returns the share of the local steps that is drawn: 1 unless they are growing. */
export const growthOf = ({ readings }: Pick<AppState, 'readings'>): number =>
  (readings.growth?.value as number | undefined) ?? 1;

/** Animates the local steps of a round when their stage begins; draws them at once with reduced motion. Returns a function that ends it. */
export function bindGrowth({ store }: Session): () => void {
  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  let began = 0;
  const frame = createNextFrame((now) => {
    const share = Math.min(1, Math.max(0, now - began) / LENGTH);
    draw(share);
    if (share < 1) frame.ask();
  });

  function draw(share: number): void {
    const { readings, landscape } = store.getState();
    store.setState({ readings: { ...readings, growth: { landscape, step: null, value: share } } });
  }

  const unsubscribe = store.subscribe(
    ({ extra }) => extra?.stage === 'residuals',
    (walks) => {
      frame.cancel();
      if (!walks || calm.matches) return draw(1);
      began = performance.now();
      draw(0);
      frame.ask();
    },
  );
  return () => {
    unsubscribe();
    frame.cancel();
  };
}
