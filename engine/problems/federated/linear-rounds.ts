import type { Iteration, Vector } from '../../contract.ts';
import { allFinite, distance, dot, multiply, norm } from '../../kernels/vector.ts';
import { FEDERATED } from './card.ts';
import { type WeightBlock, weigh } from './linear-rates.ts';
import { FED_ENDS } from './names.ts';
import type { LinearRest } from './types.ts';

export interface LinearRounds {
  readonly kernel: Vector;
  readonly weights: readonly WeightBlock[];
  /** sg/N. */
  readonly share: number;
}

/** A round costs n^2, for any width and K. */
export interface LinearFlow {
  readonly u: Vector;
  readonly alpha: Vector;
  /** G u, length n. */
  readonly pull: Vector;
  /** (sg/N) H G u. */
  readonly move: Vector;
  round(): void;
  /** Updates `pull` and `move` after u was set. */
  look(): void;
}

/** Runs `state`: u, then alpha (2n numbers). */
export function createLinearFlow({ kernel, weights, share }: LinearRounds, state: Vector): LinearFlow {
  const n = state.length / 2;
  const [u, alpha] = [state.subarray(0, n), state.subarray(n)];
  const [pull, move, scaled] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)];

  function look(): void {
    weigh(pull, weights, u);
    for (let i = 0; i < n; i++) scaled[i] = share * pull[i]!;
    multiply(move, kernel, scaled);
  }

  return {
    u,
    alpha,
    pull,
    move,
    look,
    round() {
      for (let i = 0; i < n; i++) {
        u[i] = u[i]! - move[i]!;
        alpha[i] = alpha[i]! - scaled[i]!;
      }
      look();
    },
  };
}

/**
 * Iterates FedAvg on the linearisation: u+ = u - (sg/N) H G u, alpha+ = alpha - (sg/N) G u. A state is u, then alpha. Records `loss` = 1/2
 * u'u and `surrogate` = u' G u. At `rest` it carries `bias` = ||u - u_ls|| and the `excess` over least squares; NaN if no rest point is
 * known.
 */
export function createLinearRounds(
  rounds: LinearRounds,
  residual: Vector,
  rest: LinearRest | null,
): Iteration {
  const n = residual.length;
  const state = new Float64Array(2 * n);
  state.set(residual);
  const flow = createLinearFlow(rounds, state);
  const { u } = flow;
  const { move, near } = FEDERATED.ends.rest.criterion;
  const farthest = FED_ENDS.diverged * Math.max(1, dot(u, u) / 2);
  const excess = rest?.excess ?? Number.NaN;
  flow.look();
  let status = statusNow();

  function statusNow(): string {
    const loss = dot(u, u) / 2;
    if (!(loss <= farthest) || !allFinite(state)) return 'diverged';
    if (loss <= FEDERATED.ends.global.criterion.excess) return 'global';
    return rest && norm(flow.move) <= move && distance(u, rest.residual) <= near ? 'rest' : 'moving';
  }

  const hasEnded = () => status === 'diverged' || status === 'rest';

  return {
    dimension: 2 * n,
    carried: { bias: Math.sqrt(2 * excess), excess },
    read: (into) => into.set(state),
    record: () => ({ loss: dot(u, u) / 2, surrogate: dot(u, flow.pull) }),
    get status() {
      return status;
    },
    get ended() {
      return hasEnded();
    },
    step() {
      if (hasEnded()) return 'done';
      flow.round();
      status = statusNow();
      return 'done';
    },
    memory: {
      save: () => state.slice(),
      restore(saved) {
        state.set(saved as Vector);
        flow.look();
        status = statusNow();
      },
    },
  };
}
