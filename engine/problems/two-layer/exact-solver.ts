import type { Solver } from '../../contract.ts';
import { CRITERIA, type Status } from '../../race/status.ts';
import { BLOCK, createConvexProgram } from './convex-program.ts';

/** Most rounds; what has not closed its gap by then resists. */
export const MOST_ROUNDS = 200;

/** Rounds at rest after which the program has ended. */
const PATIENCE = 3;

/** Room for the neurons of one state: a round takes in 8 at most, and each sector keeps one of either sign when joined. */
export function exactCapacity(samples: number): number {
  return Math.min(8 * MOST_ROUNDS, 8 * samples);
}

/**
 * The exact convex program as a side of the race: its state is the network that its blocks make, w = v/sqrt||v|| and
 * alpha = sign sqrt||v||, for planar rows (n x 2). Ends `optimal` where the gap is certified to be within `tightest`, and
 * `resists` where rounding or the limit of rounds keeps it from there. Throws as `createConvexProgram` does.
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
    return resting >= PATIENCE || rounds >= MOST_ROUNDS ? 'resists' : 'moving';
  }

  return {
    dimension: 3 * capacity,
    write(state) {
      state.fill(0);
      const { blocks } = program.state;
      for (let j = 0; j < blocks.length / BLOCK; j++) {
        const [sign, v1, v2] = [blocks[BLOCK * j]!, blocks[BLOCK * j + 1]!, blocks[BLOCK * j + 2]!];
        const root = Math.sqrt(Math.sqrt(v1 * v1 + v2 * v2));
        if (root === 0) continue;
        state[2 * j] = v1 / root;
        state[2 * j + 1] = v2 / root;
        state[2 * capacity + j] = sign * root;
      }
    },
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
      if (status !== 'moving') return;
      const { atRest, gap } = program.step();
      rounds++;
      resting = atRest ? resting + 1 : 0;
      status = statusOf(gap);
    },
  };
}
