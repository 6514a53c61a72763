import { shallow } from 'zustand/shallow';
import { createLater } from '../../../session/busy.ts';
import type { AppState, AppStore } from '../../../session/store.ts';

/** Idle ms before an update: grids arrive from coarse to fine. */
const SETTLE = 150;

/** Ms between figures in playback: each costs as much as the page's picture. */
const SETTLE_PLAYING = 2000;

const watch = (state: AppState) => [
  ...[state.k, state.version, state.opened, state.scenario, state.autoView, state.readings, state.viewState],
  ...[state.grid, state.references, state.structure, state.slice, state.basins, state.pull],
  ...[state.slopes, state.projections, state.crowd],
];

/** Calls `act` when a change of the view has settled. Returns a function that stops. */
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
