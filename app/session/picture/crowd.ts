import type { EngineClient } from '../../../workers/open-engine.ts';
import { during } from '../busy.ts';
import type { Trajectories } from '../run/trajectory.ts';
import { viewDigits } from '../scenario/scenario-loader.ts';
import type { Session } from '../session.ts';
import { type AppStore, shownView } from '../store.ts';
import type { CrowdFollower } from './crowd-follower.ts';
import { CROWD, canCrowd, hasCrowd } from './shown-crowd.ts';

/** Starts or removes many runs in the shown window. */
export function toggleCrowd({ store, change, say }: Session): void {
  const state = store.getState();
  const { crowd, solid } = state.scenario.values;
  store.setState({ brushing: false });
  if (crowd > 0) change({ crowd: 0, crowdbox: null });
  else if (!canCrowd(state)) say('toast.noCrowd');
  // Blocks in space have no dots.
  else change({ crowd: CROWD, crowdbox: viewDigits(shownView(state)), ...(solid && { solid: false }) });
}

/** Loads the follower with the first dots. Returns a getter; null until then. */
export function bindCrowd(
  store: AppStore,
  engine: EngineClient,
  trajectories: Trajectories,
): () => CrowdFollower | null {
  let follower: CrowdFollower | null = null;
  const unsubscribe = store.subscribe(hasCrowd, (isOn) => {
    if (!isOn || follower) return;
    during(import('./crowd-follower.ts')).then(
      ({ followCrowd }) => {
        unsubscribe();
        follower ??= followCrowd(store, engine, trajectories);
      },
      () => store.setState({ picturesFailed: true }),
    );
  });
  return () => follower;
}
