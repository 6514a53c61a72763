import type { SideName } from '../../engine/contract.ts';
import type { AppStore } from './store.ts';

/** Length of the star's pulse in milliseconds. */
const LENGTH = 700;

/** Lets the star pulse once on a side that arrives while playing. Returns a function that ends it. */
export function bindPulse(store: AppStore): () => void {
  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  const handles: Record<SideName, number> = { left: 0, right: 0 };

  function run(side: SideName): void {
    const began = performance.now();
    const frame = (now: number) => {
      const phase = Math.min(1, Math.abs(now - began) / LENGTH);
      store.setState({ pulse: { ...store.getState().pulse, [side]: phase < 1 ? phase : null } });
      handles[side] = phase < 1 ? requestAnimationFrame(frame) : 0;
    };
    cancelAnimationFrame(handles[side]);
    handles[side] = requestAnimationFrame(frame);
  }

  const unsubscribe = store.subscribe((state, before) => {
    if (state.k <= before.k || state.version < before.version || calm.matches) return;
    for (const side of ['left', 'right'] as const) {
      const { status, endedAt } = state.sides[side];
      if (status === 'reached' && endedAt !== null && before.k < endedAt && state.k >= endedAt) run(side);
    }
  });
  return () => {
    unsubscribe();
    cancelAnimationFrame(handles.left);
    cancelAnimationFrame(handles.right);
  };
}
