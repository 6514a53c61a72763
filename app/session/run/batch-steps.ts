import type { SideName } from '../../../engine/contract.ts';
import { PLANE_DIRECT } from '../../../engine/limits.ts';
import { VIEW_PARAMS } from '../../../engine/scenario/view-params.ts';
import { SIDES } from '../../../engine/side-names.ts';
import type { Frame, Opened } from '../../../workers/protocol.ts';
import { endOf, type Stands } from './auto-stop.ts';

/** Most multiplications and steps per request. */
const MOST_WORK = 2e7;
const MOST_STEPS = 2000;

/** Most rounds per request, and numbers in their states. */
const MOST_ROUNDS = 20_000;
const MOST_NUMBERS = 1e6;

/** Longest run: the largest step that a link can name. */
export const MAX_STEPS = VIEW_PARAMS.k.max;

/** Target milliseconds per request: short, for cancelling and progress. */
const REQUEST = 100;

export interface Asked {
  readonly steps: number;
  readonly frame: Promise<Frame | null>;
}

/** Chooses steps per request by measured times: a round may take a second or a microsecond. */
export function createBatches() {
  let rounds = 1;
  let inRounds = false;
  return {
    /** Returns the next request's steps, at least one. */
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
    /** Records a request's time; the next has at most twice as many rounds. */
    took(steps: number, milliseconds: number): void {
      if (!inRounds || (steps < rounds && milliseconds < REQUEST)) return;
      const inTime = (steps * REQUEST) / Math.max(milliseconds, REQUEST / 2);
      rounds = Math.max(1, Math.min(MOST_ROUNDS, Math.floor(inTime)));
    },
    /** Resets the estimate, because another problem's rounds differ. */
    forget(): void {
      rounds = 1;
    },
  };
}

export type Batches = ReturnType<typeof createBatches>;
