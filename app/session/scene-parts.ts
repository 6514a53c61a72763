import { CATALOG, type ProblemId } from '../../engine/catalog.ts';
import type { ProblemCard } from '../../engine/contract.ts';
import { isAsking, openScene } from './guessing.ts';
import { autoStopStep } from './run/auto-stop.ts';
import type { AppState, SideState } from './store.ts';
import { type ProblemView, unitOf } from './view.ts';

type Open = Pick<AppState, 'lecture' | 'scenario' | 'k' | 'sides' | 'crowd'>;

/** Returns a side whose end counts although the side goes on: it is proved, or the side has arrived. */
function settled(side: SideState, problem: ProblemId): SideState {
  const { ends }: ProblemCard = CATALOG[problem];
  const spec = ends?.[side.status];
  const { labels, ...final } = side;
  return labels && (!spec || spec.certified || spec.arrived) ? final : side;
}

/** Returns the step at which sides and dots have ended, never before the scene's bookmark; null while one of them moves. */
function endOfAll({ scenario, sides, ...state }: Open, dots: number | null): number | null {
  const scene = openScene({ scenario, ...state });
  const of = (side: SideState) => (scene ? settled(side, scenario.problem) : side);
  const end = autoStopStep(of(sides.left), of(sides.right));
  return end === null || dots === null ? null : Math.max(end, dots, scene?.bookmark ?? 0);
}

/** Returns the step at which the open scene is over: its last step, else the end of all. Null before, and without a scene. */
export function endOfScene(state: Open): number | null {
  const scene = openScene(state);
  // Statements about many starts hold once the last has ended.
  const dots = state.scenario.values.crowd ? (state.crowd?.end ?? null) : 0;
  return scene && (scene.last ?? endOfAll(state, dots));
}

/** Returns the step at which play stops by itself: the scene's last step, else the end of all that is shown, if the scenario asks for it. */
export function endOfPlay(state: Open): number | null {
  const { crowd, scenario } = state;
  const last = openScene(state)?.last ?? null;
  return last ?? (scenario.values.autostop ? endOfAll(state, crowd ? crowd.end : 0) : null);
}

/** True if the run is shown at the end where play stops by itself; false once it went on from there. */
export function isAtEnd(state: Open & Pick<AppState, 'wentOn' | 'playing' | 'phase'>): boolean {
  if (state.playing || state.wentOn || state.phase !== 'ready') return false;
  const end = endOfPlay(state);
  return end !== null && state.k >= end;
}

export type PartState = 'unlisted' | 'shown' | 'waits' | 'absent';

/**
 * Returns how the open scene shows a part at the shown step: `waits` keeps its room until it enters, `absent` gives it away. A part that the
 * scene does not list, and every part without a scene, is `unlisted`. A changed run counts like the scene's own.
 */
export function partState(state: Open, name: string): PartState {
  const scene = openScene(state);
  const parts = scene?.parts;
  const entry = parts && Object.hasOwn(parts, name) ? parts[name] : undefined;
  if (!scene || entry === undefined) return 'unlisted';
  if (entry === 'off') return 'absent';
  if (entry === 'on') return 'shown';
  const from = entry === 'bookmark' && scene.bookmark !== null ? scene.bookmark : endOfScene(state);
  return from !== null && state.k >= from ? 'shown' : 'waits';
}

/** Leaves out what the open scene gives no room. */
export const withRoom = <Part extends { readonly name: string }>(state: Open, all: readonly Part[]): Part[] =>
  all.filter(({ name }) => partState(state, name) !== 'absent');

/** True if nothing hides a part. */
export function hasPart(state: Open, name: string): boolean {
  const now = partState(state, name);
  return now === 'unlisted' || now === 'shown';
}

/** True if a proved floor is drawn: as the scene lists it, else once nothing asks. */
export function showsFloor(state: Open & Parameters<typeof isAsking>[0]): boolean {
  const now = partState(state, 'floor');
  return now === 'shown' || (now === 'unlisted' && !isAsking(state));
}

/** Returns the variant of words that the page speaks: the problem's unit, or plain words where the scene leaves out terms. */
export const variantOf = (state: Open & Pick<AppState, 'openedProblem'>): string =>
  hasPart(state, 'terms') ? unitOf(state) : 'plain';

/** Lets a scene call its sides left and right alone, in all that is drawn and said. */
export const sceneName =
  (name: ProblemView['title']): ProblemView['title'] =>
  (state, side, t) =>
    hasPart(state, 'titles') ? name(state, side, t) : t('side.alone', { side });
