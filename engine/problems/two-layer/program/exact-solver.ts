import type { Solver } from '../../../program/solver.ts';
import { CRITERIA, type Status } from '../../../run/status.ts';
import { blocksToNeurons } from '../network/neurons.ts';
import { createConvexProgram } from './convex-program.ts';

/** Most rounds; an open gap then resists. */
export const MOST_ROUNDS = 200;

/** Multiplications after which it resists: about a minute. */
const MOST_WORK = 5e10;

/** Rounds at rest that end the program. */
const MOST_RESTING_ROUNDS = 3;

/** Returns the neurons that fit in a state: a round adds at most 8, and joined, a sector keeps one of either sign. */
export function exactCapacity(samples: number): number {
  return Math.min(8 * MOST_ROUNDS, 8 * samples);
}

/**
 * Creates the exact convex program as a side: its state is the network of its blocks, w = v/sqrt||v||, alpha = sign sqrt||v||, which
 * joining cannot shrink, for planar rows (n x 2). Ends `optimal` if the gap is certified within `tightest`, `resists` if rounding or the
 * limit of rounds and work prevents it. Throws like `createConvexProgram`.
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
