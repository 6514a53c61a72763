import type { Iteration } from '../../../contract.ts';
import { GAME_ENDS, type Play } from '../rules.ts';
import { roundOf, spectralRadius, verdictOf } from './map.ts';

/** `before` is the previous gradient, for `optimistic`. */
interface Memory {
  readonly w: number;
  readonly d: number;
  readonly beforeW: number;
  readonly beforeD: number;
  readonly rounds: number;
}

/**
 * Iterates states (w, d), a round a step. Ends as `diverged` if not finite or too far out; `reached` and `cycles` are labels only. A start
 * with w = x has no loss, so its d^2 is the reference. The saddle has `reached` from round 0 on.
 */
export function createPlaneGame(play: Play, x: number, start: readonly [number, number]): Iteration {
  const { rule, eta, mu, rho } = play;
  const round = roundOf(play, x);
  const cycles = verdictOf(play) === 'cycles';
  const state = Float64Array.from(start);
  /** (d, x - w - rho d). */
  const before = new Float64Array(2);
  let rounds = 0;
  const loss = () => (state[0]! - x) * (state[0]! - x);
  const distance = () => Math.sqrt(loss() + state[1]! * state[1]!);
  const farthest = GAME_ENDS.diverged * distance();
  const leastLoss = GAME_ENDS.reachedLoss * (loss() || start[1] * start[1]);
  const leastDiscriminator = GAME_ENDS.reachedDiscriminator * Math.max(1, Math.abs(x));
  const diverged = () => !(distance() <= farthest);

  function optimisticRound(): void {
    const w = state[0]!;
    const d = state[1]!;
    const push = x - w - rho * d;
    if (rounds === 0) {
      before[0] = d;
      before[1] = push;
    }
    state[0] = w + eta * (2 * d - before[0]!);
    state[1] = d + mu * (2 * push - before[1]!);
    before[0] = d;
    before[1] = push;
  }

  return {
    dimension: 2,
    read: (into) => into.set(state),
    record: () => ({
      loss: loss(),
      distance: distance(),
      value: state[1]! * (x - state[0]!) - (rho * state[1]! * state[1]!) / 2,
    }),
    get status() {
      if (diverged()) return 'diverged';
      if (loss() <= leastLoss && Math.abs(state[1]!) <= leastDiscriminator) return 'reached';
      return cycles ? 'cycles' : 'moving';
    },
    get ended() {
      return diverged();
    },
    ...(cycles && { carried: { factor: spectralRadius(play) } }),
    step() {
      if (diverged()) return 'done';
      if (rule === 'optimistic') optimisticRound();
      else round(state, state[0]!, state[1]!);
      rounds++;
      return 'done';
    },
    memory: {
      save: (): Memory => ({
        w: state[0]!,
        d: state[1]!,
        beforeW: before[0]!,
        beforeD: before[1]!,
        rounds,
      }),
      restore(saved) {
        const { w, d, beforeW, beforeD, rounds: taken } = saved as Memory;
        state.set([w, d]);
        before.set([beforeW, beforeD]);
        rounds = taken;
      },
    },
  };
}
