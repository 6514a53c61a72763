import type { SideName } from '../../../engine/contract.ts';
import { createNextFrame, type NextFrame } from '../busy.ts';
import type { AppStore } from '../store.ts';

/** Milliseconds of the star's pulse. */
const LENGTH = 700;

/** Pulses a side's star once when it arrives during play; returns a function that ends this. */
export function bindPulse(store: AppStore): () => void {
  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  const began: Record<SideName, number> = { left: 0, right: 0 };
  const frames: Record<SideName, NextFrame> = { left: frameOf('left'), right: frameOf('right') };

  function frameOf(side: SideName): NextFrame {
    const frame = createNextFrame((now) => {
      const phase = Math.min(1, Math.abs(now - began[side]) / LENGTH);
      store.setState({ pulse: { ...store.getState().pulse, [side]: phase < 1 ? phase : null } });
      if (phase < 1) frame.ask();
    });
    return frame;
  }

  function run(side: SideName): void {
    began[side] = performance.now();
    frames[side].ask();
  }

  const unsubscribe = store.subscribe((state, before) => {
    if (state.k <= before.k || state.version < before.version || calm.matches) return;
    for (const side of ['left', 'right'] as const) {
      const { arrivedAt } = state.sides[side];
      if (arrivedAt !== null && before.k < arrivedAt && state.k >= arrivedAt) run(side);
    }
  });
  return () => {
    unsubscribe();
    frames.left.cancel();
    frames.right.cancel();
  };
}
