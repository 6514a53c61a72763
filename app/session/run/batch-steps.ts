import type { SideName } from '../../../engine/contract.ts';
import { PLANE_DIRECT } from '../../../engine/limits.ts';
import { VIEW_PARAMS } from '../../../engine/scenario/view-params.ts';
import { SIDES } from '../../../engine/side-names.ts';
import type { Frame, Opened } from '../../../workers/protocol.ts';
import { endOf, type Stands } from './auto-stop.ts';

/** Numbers that one request may multiply, and steps that it may take. */
const MOST_WORK = 2e7;
const MOST_STEPS = 2000;

/** Rounds that one request may take, and numbers of their states. */
const MOST_ROUNDS = 20_000;
const MOST_NUMBERS = 1e6;

/** Longest run of the page: the largest step that a link can name. */
export const MAX_STEPS = VIEW_PARAMS.k.max;

/** Milliseconds that rounds of one request should take: the worker hears a cancel soon after, and the page says how far it is. */
const REQUEST = 100;

/** Steps that an engine was asked for. */
export interface Asked {
  readonly steps: number;
  readonly frame: Promise<Frame | null>;
}

/** Chooses the steps per request to the engine from the time of earlier rounds: a round may take a second or a microsecond. */
export function createBatches() {
  let rounds = 1;
  let inRounds = false;
  return {
    /** As both sides stand: at least one. */
    next(opened: Opened | null, sides: Readonly<Record<SideName, Stands>>): number {
      if (!opened) return MOST_STEPS;
      const { count } = opened.samples;
      const samples = opened.dimension === 2 ? Math.min(count, PLANE_DIRECT) : count;
      const dimension = Math.max(opened.sides.left.dimension, opened.sides.right.dimension);
      const work = (Number.isFinite(samples) ? samples : 1) * dimension;
      inRounds = SIDES.some((side) => opened.sides[side].iterates && endOf(sides[side]) === null);
      const most = inRounds
        ? Math.min(rounds, MOST_NUMBERS / dimension)
        : Math.min(MOST_STEPS, MOST_WORK / work);
      return Math.max(1, Math.floor(most));
    },
    /** Notes what so many rounds took: twice as many are asked for next, or as many as would have been in time. */
    took(steps: number, milliseconds: number): void {
      if (!inRounds || (steps < rounds && milliseconds < REQUEST)) return;
      const inTime = (steps * REQUEST) / Math.max(milliseconds, REQUEST / 2);
      rounds = Math.max(1, Math.min(MOST_ROUNDS, Math.floor(inTime)));
    },
    /** Rounds of another problem cost something else. */
    forget(): void {
      rounds = 1;
    },
  };
}

export type Batches = ReturnType<typeof createBatches>;
