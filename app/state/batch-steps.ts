import { PLANE_DIRECT } from '../../engine/limits.ts';
import type { Opened } from '../../workers/protocol.ts';

/** Numbers that one request may multiply, and steps that it may take: the worker hears a cancel soon after. */
const MOST_WORK = 2e7;
const MOST_STEPS = 2000;

/** Steps that one request to the engine should ask for: at least one. */
export function batchSteps(opened: Opened | null): number {
  if (!opened) return MOST_STEPS;
  const { count } = opened.samples;
  const samples = opened.dimension === 2 ? Math.min(count, PLANE_DIRECT) : count;
  const work = (Number.isFinite(samples) ? samples : 1) * opened.dimension;
  return Math.max(1, Math.min(MOST_STEPS, Math.floor(MOST_WORK / work)));
}
