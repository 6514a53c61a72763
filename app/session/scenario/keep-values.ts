import type { Keeps, Values } from '../../../engine/params.ts';
import { keysThatKeep } from '../../../engine/scenario/page-keys.ts';
import { type Scenario, withValues } from '../../../engine/scenario/scenario.ts';

/** Values that survive another scenario, by occasion. */
const KEPT = {
  /** Opened from the page or a lecture; a scene sets its own display. */
  opened: ['page', 'limits', 'display'],
  scene: ['page', 'limits'],
  /** Undone; pace stays, because a changed speed is wanted at once. */
  undone: ['page', 'limits', 'display', 'pace'],
  sceneUndone: ['page', 'limits', 'pace'],
  /** A preset, or another problem's first. */
  preset: ['page', 'limits', 'display', 'layers', 'scene'],
  file: ['page', 'limits', 'display', 'layers', 'scene', 'pace', 'counts'],
} as const satisfies Readonly<Record<string, readonly Keeps[]>>;

/** Returns the scenario with the values kept of `before`. */
export function keepValues(
  scenario: Scenario,
  before: Values,
  how: 'opened' | 'undone' | 'preset' | 'file',
): Scenario {
  const isScene = scenario.values.lecture !== '';
  const occasion = isScene && how === 'opened' ? 'scene' : isScene && how === 'undone' ? 'sceneUndone' : how;
  const kept = Object.fromEntries(keysThatKeep(...KEPT[occasion]).map((key) => [key, before[key]!]));
  return withValues(scenario, kept);
}
