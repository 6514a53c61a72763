import { openScene, scenarioOf } from '../../session/guessing.ts';
import { isSameRun } from '../../session/scenario/preset-of.ts';
import { endOfRun } from '../../session/scene-parts.ts';
import type { AppState } from '../../session/store.ts';

type Shown = Pick<AppState, 'lecture' | 'scenario' | 'k' | 'sides' | 'crowd'>;

/** Returns the end of the open scene's run; null before, and for another run. */
function endOfScene(state: Shown): number | null {
  const scene = openScene(state);
  return scene && isSameRun(state.scenario, scenarioOf(scene)) ? endOfRun(state) : null;
}

/**
 * True if the open scene has reached its bookmark or, without one, both sides' end. Depends on the shown step: at the start the scene asks
 * again. False for another run: the words are about the scene's.
 */
export function isSceneReached(state: Shown): boolean {
  const scene = openScene(state);
  if (!scene || !isSameRun(state.scenario, scenarioOf(scene))) return false;
  const end = scene.bookmark ?? endOfScene(state);
  return end !== null && state.k >= end;
}

export function isSceneOver(state: Shown): boolean {
  const end = endOfScene(state);
  return end !== null && state.k >= end;
}
