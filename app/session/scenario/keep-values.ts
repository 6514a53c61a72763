import type { Keeps, Values } from '../../../engine/params.ts';
import { keysThatKeep } from '../../../engine/scenario/page-keys.ts';
import { type Scenario, withValues } from '../../../engine/scenario/scenario.ts';

/** What stays of the present scenario when another takes its place, by how that comes about. */
const KEPT = {
  /** Opened from the page, or by a lecture: a scene has its own display. */
  opened: ['page', 'limits', 'display'],
  scene: ['page', 'limits'],
  /** Taken back: who changed the speed wants it at once. */
  undone: ['page', 'limits', 'display', 'pace'],
  sceneUndone: ['page', 'limits', 'pace'],
  /** A preset, or the first one of another problem. */
  preset: ['page', 'limits', 'display', 'layers', 'scene'],
  /** A file of one's own. */
  file: ['page', 'limits', 'display', 'layers', 'scene', 'pace', 'counts'],
} as const satisfies Readonly<Record<string, readonly Keeps[]>>;

/** A scenario with what stays of `before` when it takes its place. */
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
