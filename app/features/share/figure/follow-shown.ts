import { shallow } from 'zustand/shallow';
import { createLater } from '../../../session/busy.ts';
import type { AppState, AppStore } from '../../../session/store.ts';

/** Quiet time before a figure follows what is shown, in milliseconds: grids come coarse to fine, and a figure is made of the last. */
const SETTLE = 150;

/** Time between two figures while the run plays, in milliseconds: a figure costs as much as a picture of the page. */
const SETTLE_PLAYING = 2000;

/** The run as it is shown, and what the pictures of it have been given. */
const watch = (state: AppState) => [
  ...[state.k, state.version, state.opened, state.scenario, state.autoView, state.readings],
  ...[state.grid, state.references, state.structure, state.slice, state.basins, state.pull],
  ...[state.slopes, state.projections, state.crowd],
];

/** Acts when what a figure shows has changed and come to rest; what is returned ends that. */
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
