import type { Iteration } from '../../../contract.ts';
import { FEDERATED } from '../card.ts';
import { FED_ENDS } from '../names.ts';
import type { PlaneSide, Point, Quadratic } from '../types.ts';
import { halfForm, lengthOf, minus } from './curvature.ts';
import { takeRound } from './round.ts';

const { move: STILL, near: NEAR } = FEDERATED.ends.rest.criterion;

/**
 * Iterates states (t1, t2). Records `loss` = F (`mean`, for any clients), `excess` = F - F(t*), `surrogate` = F_K - F_K(theta_K) (NaN
 * without a rest point), `distance` = ||t - t*||. Ends as `diverged` or at `rest`, which carries the bias; `global` labels.
 */
export function createPlaneRounds(side: PlaneSide, mean: Quadratic, start: Point): Iteration {
  const { surrogate, rest, bias, excess: excessAtRest } = side;
  const state = Float64Array.from(start);
  /** The next round, which decides on `rest`. */
  const ahead = new Float64Array(4);
  takeRound(ahead, side, start[0], start[1]);
  const farthest = FED_ENDS.diverged * Math.max(1, excess());
  let status = statusNow();

  function here(): Point {
    return [state[0]!, state[1]!];
  }

  /** A difference of losses would round at 1e-16 of these. */
  function excess(): number {
    return halfForm(mean.hessian, minus(here(), mean.at));
  }

  function rests(): boolean {
    const next: Point = [ahead[2]!, ahead[3]!];
    return rest !== null && lengthOf(minus(next, here())) <= STILL && lengthOf(minus(here(), rest)) <= NEAR;
  }

  function statusNow(): 'diverged' | 'global' | 'rest' | 'moving' {
    const now = excess();
    if (!(now <= farthest)) return 'diverged';
    if (now <= FEDERATED.ends.global.criterion.excess) return 'global';
    return rests() ? 'rest' : 'moving';
  }

  function put(x: number, y: number): void {
    state[0] = x;
    state[1] = y;
    takeRound(ahead, side, x, y);
    status = statusNow();
  }

  return {
    dimension: 2,
    ...(rest && { carried: { bias, excess: excessAtRest } }),
    read: (into) => into.set(state),
    record: () => ({
      loss: mean.least + excess(),
      excess: excess(),
      surrogate: rest ? halfForm(surrogate.hessian, minus(here(), rest)) : Number.NaN,
      distance: lengthOf(minus(here(), mean.at)),
    }),
    get status() {
      return status;
    },
    get ended() {
      return status === 'diverged' || status === 'rest';
    },
    step() {
      if (!this.ended) put(ahead[2]!, ahead[3]!);
      return 'done';
    },
    memory: {
      save: () => state.slice(),
      restore(saved) {
        const [x, y] = saved as Float64Array;
        put(x!, y!);
      },
    },
  };
}
