import { openScene, scenarioOf } from '../../session/guessing.ts';
import { autoStopStep } from '../../session/run/auto-stop.ts';
import { isSameRun } from '../../session/scenario/preset-of.ts';
import type { AppState } from '../../session/store.ts';

type Shown = Pick<AppState, 'lecture' | 'scenario' | 'k' | 'sides' | 'crowd'>;

/** The step at which both sides of the open scene have ended, and its dots; null while one moves, and where the page shows another run. */
function endOfScene({ scenario, sides, lecture, crowd }: Shown): number | null {
  const scene = openScene({ lecture, scenario });
  if (!scene || !isSameRun(scenario, scenarioOf(scene))) return null;
  const end = autoStopStep(sides.left, sides.right);
  // What a scene says of many starts is true when the last of them has ended.
  if (end === null || scenarioOf(scene).values.crowd === 0) return end;
  return crowd?.end == null ? null : Math.max(end, crowd.end);
}

/**
 * Whether the open scene has come to what it is about: its bookmark, or, where it has none, the end of both sides. It depends
 * on the shown step alone: back at the start the scene asks again. What a scene says is said of its own run: where the page shows
 * another one (another start, say) the scene asks, too.
 */
export function isSceneReached(state: Shown): boolean {
  const scene = openScene(state);
  if (!scene || !isSameRun(state.scenario, scenarioOf(scene))) return false;
  const end = scene.bookmark ?? endOfScene(state);
  return end !== null && state.k >= end;
}

/** Whether both sides of the open scene have ended at the shown step or before. */
export function isSceneOver(state: Shown): boolean {
  const end = endOfScene(state);
  return end !== null && state.k >= end;
}
