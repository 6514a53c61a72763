import type { Iteration } from '../../contract.ts';
import { FEDERATED } from './card.ts';
import { halfForm, lengthOf, minus } from './curvature.ts';
import { FED_ENDS } from './names.ts';
import { takeRound } from './plane-round.ts';
import type { PlaneSide, Point, Quadratic } from './types.ts';

const { move: STILL, near: NEAR } = FEDERATED.ends.rest.criterion;

/**
 * Federated averaging over the plane from `start`: states (t1, t2), a round a step. It records `loss` = F (`mean`, whatever clients the side has),
 * `excess` = F - F(t*), `surrogate` = F_K - F_K(theta_K) (NaN where no F_K has a minimum) and `distance` = ||t - t*||. It ends as `diverged`; `global`
 * and `rest` only label.
 */
export function createPlaneRounds(side: PlaneSide, mean: Quadratic, start: Point): Iteration {
  const { surrogate, rest, bias, excess: biasExcess } = side;
  // The state, and what the round that begins there comes to: whether it rests is asked of the next round.
  const state = Float64Array.from(start);
  const led = new Float64Array(4);
  takeRound(led, side, start[0], start[1]);
  const here = (): Point => [state[0]!, state[1]!];
  const excess = () => halfForm(mean.hessian, minus(here(), mean.at));
  const farthest = FED_ENDS.diverged * Math.max(1, excess());
  const diverged = () => !(excess() <= farthest);
  const rests = () =>
    rest !== null &&
    lengthOf(minus([led[2]!, led[3]!], here())) <= STILL &&
    lengthOf(minus(here(), rest)) <= NEAR;

  const statusNow = () => {
    if (diverged()) return 'diverged';
    if (excess() <= FED_ENDS.global) return 'global';
    return rests() ? 'rest' : 'moving';
  };

  return {
    dimension: 2,
    read: (into) => into.set(state),
    record: () => ({
      loss: mean.least + excess(),
      excess: excess(),
      surrogate: rest ? halfForm(surrogate.hessian, minus(here(), surrogate.at)) : Number.NaN,
      distance: lengthOf(minus(here(), mean.at)),
    }),
    get status() {
      return statusNow();
    },
    get ended() {
      return diverged();
    },
    get carried() {
      return statusNow() === 'rest' ? { bias, excess: biasExcess } : {};
    },
    step() {
      if (diverged()) return 'done';
      state.set(led.subarray(2));
      takeRound(led, side, state[0]!, state[1]!);
      return 'done';
    },
    memory: {
      save: () => state.slice(),
      restore(saved) {
        state.set(saved as Float64Array);
        takeRound(led, side, state[0]!, state[1]!);
      },
    },
  };
}
