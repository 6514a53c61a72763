import type { Scene } from '../../../session/lecture.ts';

/** Planned minutes: start and end of a scene, total. */
export interface Plan {
  readonly from: number;
  readonly to: number;
  readonly total: number;
}

/** Returns the plan at a scene (from 1); null if any scene lacks minutes. */
export function planOf(scenes: readonly Scene[], number: number): Plan | null {
  let [from, total] = [0, 0];
  for (const [k, { minutes }] of scenes.entries()) {
    if (minutes === undefined) return null;
    if (k < number - 1) from += minutes;
    total += minutes;
  }
  return scenes.length === 0 ? null : { from, to: from + (scenes[number - 1]?.minutes ?? 0), total };
}
