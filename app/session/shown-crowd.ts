import { scenarioParams } from '../../engine/catalog.ts';
import { planeMap } from './in-plane.ts';
import type { AppState, ShownCrowd } from './store.ts';
import { viewOf } from './view.ts';

/** Dots of the button and of the key. */
export const CROWD = 200;

/** Whether the maps can show many starts: both sides descend over the plane that is shown, from a start that can be chosen. */
export function canCrowd(state: AppState): boolean {
  const { maps } = viewOf(state);
  return maps !== null && planeMap(state) !== null && 'start' in scenarioParams(state.openedProblem);
}

/** Whether the page shows many starts, or will in a moment. */
export function hasCrowd(state: AppState): boolean {
  return state.scenario.values.crowd > 0 && canCrowd(state);
}

/** The dots at the step that is shown; null where there are none, or they are still at another step. */
export function shownCrowd({ crowd, k }: Pick<AppState, 'crowd' | 'k'>): ShownCrowd | null {
  return crowd?.frame.step === k ? crowd : null;
}
