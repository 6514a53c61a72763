import { createNextFrame } from '../../session/busy.ts';
import type { Session } from '../../session/session.ts';
import type { AppState } from '../../session/store.ts';

/** Milliseconds in which the local steps of a round are drawn when their stage begins. */
const LENGTH = 1500;

/** How much of the local steps is drawn: 1 but while they grow. */
export const growthOf = ({ readings }: Pick<AppState, 'readings'>): number =>
  (readings.growth?.value as number | undefined) ?? 1;

/** Draws the local steps of a round step by step when their stage begins, at once where motion is not wanted. Returns a function that ends it. */
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
