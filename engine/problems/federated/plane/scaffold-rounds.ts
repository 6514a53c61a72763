import type { Iteration } from '../../../contract.ts';
import { FEDERATED } from '../card.ts';
import { FED_ENDS } from '../names.ts';
import type { PlaneSide, Point, Quadratic } from '../types.ts';
import { axesOf, halfForm, lengthOf, minus, solved } from './curvature.ts';
import { goalsOf, potentialOf, scaffoldDimension, takeScaffoldRound } from './scaffold.ts';

/**
 * Iterates SCAFFOLD. A state is theta, the control variates c_c (N x 2, all 0 at the start) and rho, the minimum of the present surrogate,
 * which follows from the others. Records `loss` = F, `excess` = F - F(t*), `surrogate` = the present surrogate's excess over its minimum and
 * `distance` = ||t - t*||. With a certificate `global` lasts: lam_max(H) sg V/2 bounds the excess of all later rounds. Without one it labels
 * the present excess. Ends as `diverged`.
 */
export function createScaffoldRounds(side: PlaneSide, mean: Quadratic, start: Point): Iteration {
  const { clients, surrogate, bound, server } = side;
  const dimension = scaffoldDimension(clients.count);
  const state = new Float64Array(dimension);
  const variates = state.subarray(2, dimension - 2);
  const goals = goalsOf(clients, mean);
  const steepest = axesOf(mean.hessian).large;
  const ahead = new Float64Array(4 + variates.length);
  state.set(start);
  look();
  const farthest = FED_ENDS.diverged * Math.max(1, excess());
  let status = statusNow();

  function here(): Point {
    return [state[0]!, state[1]!];
  }

  /** Computes the next round and rho. */
  function look(): void {
    const at = here();
    takeScaffoldRound(ahead, side, variates, at[0], at[1]);
    const target = minus(at, solved(surrogate.hessian, minus(at, [ahead[0]!, ahead[1]!])));
    state.set(target, dimension - 2);
  }

  function excess(): number {
    return halfForm(mean.hessian, minus(here(), mean.at));
  }

  function statusNow(): 'diverged' | 'global' | 'moving' {
    const now = excess();
    if (!(now <= farthest)) return 'diverged';
    const most =
      bound === null ? now : (steepest * server * potentialOf(side, mean, goals, here(), variates)) / 2;
    return most <= FEDERATED.ends.global.criterion.excess ? 'global' : 'moving';
  }

  function put(values: ArrayLike<number>): void {
    state.set(values);
    look();
    status = statusNow();
  }

  return {
    dimension,
    ...(side.rest && { carried: { bias: side.bias, excess: side.excess } }),
    read: (into) => into.set(state),
    record: () => ({
      loss: mean.least + excess(),
      excess: excess(),
      surrogate: halfForm(surrogate.hessian, minus(here(), [state[dimension - 2]!, state[dimension - 1]!])),
      distance: lengthOf(minus(here(), mean.at)),
    }),
    get status() {
      return status;
    },
    get ended() {
      return status === 'diverged';
    },
    step() {
      if (status !== 'diverged') put(ahead.subarray(2));
      return 'done';
    },
    memory: {
      save: () => state.slice(),
      restore(saved) {
        put((saved as Float64Array).subarray(0, dimension - 2));
      },
    },
  };
}
