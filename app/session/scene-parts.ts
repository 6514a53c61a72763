import { openScene } from './guessing.ts';
import { autoStopStep } from './run/auto-stop.ts';
import type { AppState } from './store.ts';
import type { ProblemView } from './view.ts';

type Open = Pick<AppState, 'lecture' | 'scenario' | 'k' | 'sides' | 'crowd'>;

/** Returns the step at which the run's sides and dots have ended; null before. */
export function endOfRun({ scenario, sides, crowd }: Open): number | null {
  const end = autoStopStep(sides.left, sides.right);
  // Statements about many starts hold once the last has ended.
  if (end === null || !scenario.values.crowd) return end;
  return crowd?.end == null ? null : Math.max(end, crowd.end);
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
  const from = entry === 'bookmark' && scene.bookmark !== null ? scene.bookmark : endOfRun(state);
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

/** Lets a scene call its sides left and right alone, in all that is drawn and said. */
export const sceneName =
  (name: ProblemView['title']): ProblemView['title'] =>
  (state, side, t) =>
    hasPart(state, 'titles') ? name(state, side, t) : t('side.alone', { side });
