import type { Iteration, Vector } from '../contract.ts';
import type { RoundsReader } from '../problem.ts';

/** A run that is followed: its rounds so far, and how to take the next. */
export interface Followed<Run> {
  readonly run: Run;
  readonly k: number;
  step(): void;
}

/**
 * Follows a fresh run of a side and keeps its latest reading; an earlier round begins it anew. `most`: rounds of one `approach`, a few
 * milliseconds. `readAt` reads the round that begins at the current k, and may take it.
 */
export function followRounds<Run extends { step(): unknown }, Round>(
  start: () => Run,
  hasEnded: (run: Run) => boolean,
  most: number,
  readAt: (followed: Followed<Run>) => Round | null,
): RoundsReader {
  let followed = begin();
  let latest: { readonly k: number; readonly round: Round } | null = null;

  function begin() {
    const run = start();
    const own = {
      run,
      k: 0,
      step() {
        run.step();
        own.k++;
      },
    };
    return own;
  }

  return {
    approach(to) {
      if (latest?.k === to) return true;
      if (to < followed.k) followed = begin();
      for (let taken = 0; taken < most && followed.k < to && !hasEnded(followed.run); taken++)
        followed.step();
      return followed.k === to || hasEnded(followed.run);
    },
    read(k) {
      if (latest?.k === k) return latest.round;
      if (followed.k !== k) return null;
      const round = readAt(followed);
      if (round !== null) latest = { k, round };
      return round;
    },
  };
}

/** Returns the current state of a run. */
export function readState(run: Pick<Iteration, 'dimension' | 'read'>): Vector {
  const state = new Float64Array(run.dimension);
  run.read(state);
  return state;
}
