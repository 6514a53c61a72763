import type { SideName } from '../../engine/contract.ts';
import { parseLink, type Scenario } from '../../engine/scenario/scenario.ts';
import { SIDES } from '../../engine/side-names.ts';
import type { Scene } from './lecture.ts';
import { fieldOf } from './picture/in-plane.ts';
import { autoStopStep, endOf } from './run/auto-stop.ts';
import { type AppState, MOST_GUESSES, NO_GUESSES } from './store.ts';
import { canVote, hasMaps, viewOf } from './view.ts';

type Open = Pick<AppState, 'lecture' | 'scenario'>;
type Shown = Pick<AppState, 'opened' | 'openedProblem'>;

/** Returns the open scene's number, from 1; a link may name one beyond the last. */
export function sceneNumber({ lecture, scenario }: Open): number {
  return Math.min(lecture?.scenes.length ?? 1, scenario.values.scene);
}

export function openScene(state: Open): Scene | null {
  return state.lecture?.scenes[sceneNumber(state) - 1] ?? null;
}

type Running = Pick<AppState, 'k' | 'sides' | 'openedProblem'>;

/**
 * True before the open scene's bookmark, or else before the run's end, unless forecasts are on; anything that reveals the end waits for it.
 */
export function isAsking(state: Open & Running): boolean {
  if (state.scenario.values.forecast) return false;
  const mark = openScene(state)?.bookmark ?? null;
  if (mark !== null) return state.k < mark;
  const { foretells } = viewOf(state);
  const until = foretells === 'start' ? 1 : foretells;
  return typeof until === 'number' ? state.k < until && !isOver(state) : until === true && !isOver(state);
}

/** True once both sides have arrived or ended. */
export function isOver({ k, sides }: Pick<AppState, 'k' | 'sides'>): boolean {
  const end = autoStopStep(sides.left, sides.right);
  return end !== null && k >= end;
}

const scenarios = new WeakMap<Scene, Scenario>();

export function scenarioOf(scene: Scene): Scenario {
  const known = scenarios.get(scene) ?? parseLink(scene.scenario).scenario;
  scenarios.set(scene, known);
  return known;
}

function openingStep(scene: Scene): number {
  return scenarioOf(scene).values.k;
}

/** Returns the open scene's kind of guess: flags on flat maps (two weights or fields), else votes for the better side; null for none. */
export function guessKind(state: Open & Shown): 'flags' | 'votes' | null {
  if (openScene(state)?.guess !== true) return null;
  const { opened, scenario } = state;
  const isFlat = hasMaps(state)
    ? opened?.dimension === 2 && !scenario.values.solid
    : SIDES.some((side) => fieldOf(opened, side) !== null);
  if (isFlat) return 'flags';
  return canVote(state) ? 'votes' : null;
}

export const asksGuess = (state: Open & Shown): boolean => guessKind(state) === 'flags';

export function flagsOf(state: Open & Shown & Pick<AppState, 'guesses'>, side: SideName) {
  return (asksGuess(state) ? state.guesses : NO_GUESSES)[side];
}

/** True while guesses can be placed: before play, and back at the scene's step. */
export function isGuessing(state: Open & Shown & Pick<AppState, 'playing' | 'k'>): boolean {
  return guessKind(state) !== null && !state.playing && state.k <= openingStep(openScene(state)!);
}

/** Adds a side's flag or vote if there is room; null removes the last. */
export function withGuess(
  guesses: AppState['guesses'],
  side: SideName,
  at: readonly [number, number] | null,
): AppState['guesses'] {
  const before = guesses[side];
  return { ...guesses, [side]: at ? [...before, at].slice(0, MOST_GUESSES) : before.slice(0, -1) };
}

/** Outcome that a guess is compared with. */
export interface Outcome {
  /** ended: final · paused: play moves it on · falling: no end · diverged: its last finite iterate. */
  readonly how: 'ended' | 'paused' | 'falling' | 'diverged';
  readonly k: number;
}

/** Returns a side's outcome; null before play and while it moves. */
export function outcomeOf(
  state: Open & Shown & Pick<AppState, 'playing' | 'k' | 'sides'>,
  side: SideName,
): Outcome | null {
  if (guessKind(state) === null) return null;
  const { status, last } = state.sides[side];
  const end = endOf(state.sides[side]);
  const k = Math.min(state.k, last);
  if (end !== null && state.k >= end && state.k > 0) {
    const how = status === 'unbounded' ? 'falling' : status === 'diverged' ? 'diverged' : 'ended';
    return { how, k };
  }
  if (state.playing || state.k <= openingStep(openScene(state)!)) return null;
  return { how: 'paused', k };
}
