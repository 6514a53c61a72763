import type { Solver } from '../../../program/solver.ts';
import { CRITERIA, type Status } from '../../../run/status.ts';
import { blocksToNeurons } from '../network/neurons.ts';
import { createConvexProgram } from './convex-program.ts';

/** Most rounds; what has not closed its gap by then resists. */
export const MOST_ROUNDS = 200;

/** Multiplications after which it resists too: about a minute. */
const MOST_WORK = 5e10;

/** Rounds at rest after which the program has ended. */
const MOST_RESTING_ROUNDS = 3;

/** Room for the neurons of one state: a round takes in 8 at most, and each sector keeps one of either sign when joined. */
export function exactCapacity(samples: number): number {
  return Math.min(8 * MOST_ROUNDS, 8 * samples);
}

/**
 * The exact convex program as a side of the run: its state is the network that its blocks make, which no joining makes smaller, w =
 * v/sqrt||v|| and alpha = sign sqrt||v||, for planar rows (n x 2). Ends `optimal` where the gap is certified to be within `tightest`, and
 * `resists` where rounding or the limit of rounds and work keeps it from there. Throws as `createConvexProgram` does.
 */
export function createExactSolver(
  features: Float64Array,
  labels: Float64Array,
  beta: number,
  tightest: number = CRITERIA.gap,
): Solver {
  const program = createConvexProgram(features, labels, beta);
  const capacity = exactCapacity(labels.length);
  let rounds = 0;
  let resting = 0;
  let status: Status = statusOf(program.state.gap);

  function statusOf(gap: number): Status {
    if (gap <= tightest) return 'optimal';
    return resting >= MOST_RESTING_ROUNDS || rounds >= MOST_ROUNDS || program.work >= MOST_WORK
      ? 'resists'
      : 'moving';
  }

  return {
    dimension: 3 * capacity,
    write: (state) => blocksToNeurons(state, program.state.blocks, 2),
    get objective() {
      return program.state.objective;
    },
    get lowerBound() {
      return program.state.lowerBound;
    },
    get status() {
      return status;
    },
    step() {
      if (status !== 'moving') return 'done';
      const { atRest, gap } = program.step();
      rounds++;
      resting = atRest ? resting + 1 : 0;
      status = statusOf(gap);
      return 'done';
    },
  };
}
