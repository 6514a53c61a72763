import { shallow } from 'zustand/shallow';
import { createLater } from '../../../session/busy.ts';
import type { AppState, AppStore } from '../../../session/store.ts';

/** Idle ms before a figure follows the view, because grids arrive from coarse to fine. */
const SETTLE = 150;

/** Milliseconds between figures during playback, because a figure costs as much as the page's picture. */
const SETTLE_PLAYING = 2000;

/** Returns everything that a figure's pictures depend on. */
const watch = (state: AppState) => [
  ...[state.k, state.version, state.opened, state.scenario, state.autoView, state.readings],
  ...[state.grid, state.references, state.structure, state.slice, state.basins, state.pull],
  ...[state.slopes, state.projections, state.crowd],
];

/** Calls `act` after a change of the view has settled. Returns a function that stops it. */
export function followShown(store: AppStore, act: () => void): () => void {
  const later = createLater(act);
  const unsubscribe = store.subscribe(
    watch,
    () => (store.getState().playing ? later.start(SETTLE_PLAYING) : later.restart(SETTLE)),
    { equalityFn: shallow },
  );
  return () => {
    later.stop();
    unsubscribe();
  };
}
