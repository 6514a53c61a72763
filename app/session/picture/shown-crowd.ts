import { scenarioParams } from '../../../engine/catalog.ts';
import { SIDES } from '../../../engine/side-names.ts';
import type { AppState, ShownCrowd } from '../store.ts';
import { hasMaps } from '../view.ts';
import { fieldOf, planeMap } from './in-plane.ts';

/** Dots by button and key. */
export const CROWD = 200;

/** True if both sides have maps that can choose a start. */
const haveMaps = ({ opened }: Pick<AppState, 'opened'>) =>
  SIDES.every((side) => fieldOf(opened, side)?.[1].starts);

/** True if both sides descend over a plane from a free start (or may, before an opening), or have their own maps. */
export function suitsCrowd({ opened, openedProblem, scenario }: AppState): boolean {
  const problem = opened ? openedProblem : scenario.problem;
  const hasPlane = hasMaps({ openedProblem: problem }) && (opened?.dimension ?? 2) > 1;
  return (hasPlane || haveMaps({ opened })) && 'start' in scenarioParams(problem);
}

export function canCrowd(state: AppState): boolean {
  return suitsCrowd(state) && (planeMap(state) !== null || haveMaps(state));
}

/** True if many starts are shown or due. */
export function hasCrowd(state: AppState): boolean {
  return state.scenario.values.crowd > 0 && canCrowd(state);
}

/** Returns the dots at the shown step; null if none, or if still at another step. */
export function shownCrowd({ crowd, k }: Pick<AppState, 'crowd' | 'k'>): ShownCrowd | null {
  return crowd?.frame.step === k ? crowd : null;
}
