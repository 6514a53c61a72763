import { openScene, scenarioOf } from '../../session/guessing.ts';
import { autoStopStep } from '../../session/run/auto-stop.ts';
import { isSameRun } from '../../session/scenario/preset-of.ts';
import type { AppState } from '../../session/store.ts';

type Shown = Pick<AppState, 'lecture' | 'scenario' | 'k' | 'sides' | 'crowd'>;

/** Returns the step at which the open scene's sides and dots have ended; null before, and for another run. */
function endOfScene({ scenario, sides, lecture, crowd }: Shown): number | null {
  const scene = openScene({ lecture, scenario });
  if (!scene || !isSameRun(scenario, scenarioOf(scene))) return null;
  const end = autoStopStep(sides.left, sides.right);
  // Statements about many starts hold once the last has ended.
  if (end === null || scenarioOf(scene).values.crowd === 0) return end;
  return crowd?.end == null ? null : Math.max(end, crowd.end);
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
