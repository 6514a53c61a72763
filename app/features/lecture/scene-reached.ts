import { openScene, scenarioOf } from '../../session/guessing.ts';
import { isSameRun } from '../../session/scenario/preset-of.ts';
import { endOfScene } from '../../session/scene-parts.ts';
import type { AppState } from '../../session/store.ts';

type Shown = Pick<AppState, 'lecture' | 'scenario' | 'k' | 'sides' | 'crowd'>;

/** True if the open scene's own run is shown at a step from `stepOf` on. The words are about that run. */
function isFrom(
  state: Shown,
  stepOf: (end: number | null, bookmark: number | null) => number | null,
): boolean {
  const scene = openScene(state);
  if (!scene || !isSameRun(state.scenario, scenarioOf(scene))) return false;
  const from = stepOf(endOfScene(state), scene.bookmark);
  return from !== null && state.k >= from;
}

/** True if the open scene has reached its bookmark or, without one, its end. Depends on the shown step: at the start the scene asks again. */
export const isSceneReached = (state: Shown): boolean => isFrom(state, (end, bookmark) => bookmark ?? end);

export const isSceneOver = (state: Shown): boolean => isFrom(state, (end) => end);
