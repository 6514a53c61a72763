import type { SideName } from '../../engine/contract.ts';
import { PLANE_DIRECT } from '../../engine/limits.ts';
import { VIEW_PARAMS } from '../../engine/scenario/view-params.ts';
import type { Opened } from '../../workers/protocol.ts';
import { endOf, type Stands } from './auto-stop.ts';

/** Numbers that one request may multiply, and steps that it may take: the worker hears a cancel soon after. */
const MOST_WORK = 2e7;
const MOST_STEPS = 2000;

/** Longest run of the page: the largest step that a link can name. */
export const MAX_STEPS = VIEW_PARAMS.k.max;

/** Rounds of a side that moves by itself in one request: one may take a second. */
const MOST_ROUNDS = 4;

/** Steps that one request to the engine should ask for, as both sides stand: at least one. */
export function batchSteps(opened: Opened | null, sides: Readonly<Record<SideName, Stands>>): number {
  if (!opened) return MOST_STEPS;
  const { count } = opened.samples;
  const samples = opened.dimension === 2 ? Math.min(count, PLANE_DIRECT) : count;
  const inRounds = (side: SideName) => opened.sides[side].iterates && endOf(sides[side]) === null;
  if (inRounds('left') || inRounds('right')) return MOST_ROUNDS;
  const dimension = Math.max(opened.sides.left.dimension, opened.sides.right.dimension);
  const work = (Number.isFinite(samples) ? samples : 1) * dimension;
  return Math.max(1, Math.min(MOST_STEPS, Math.floor(MOST_WORK / work)));
}
