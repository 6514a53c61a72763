import { autoStopStep } from '../../session/auto-stop.ts';
import { openScene } from '../../session/guessing.ts';
import type { AppState } from '../../session/store.ts';

/**
 * Whether the open scene has come to what it is about: its bookmark, or, where it has none, the end of both sides. It depends
 * on the shown step alone: back at the start the scene asks again.
 */
export function isSceneReached(state: Pick<AppState, 'lecture' | 'scenario' | 'k' | 'sides'>): boolean {
  const scene = openScene(state);
  if (!scene) return false;
  const end = scene.bookmark ?? autoStopStep(state.sides.left, state.sides.right);
  return end !== null && state.k >= end;
}
