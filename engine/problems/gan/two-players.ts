import type { Iteration, Vector } from '../../contract.ts';
import { allFinite, dot, norm } from '../../kernels/vector.ts';
import { GAN } from './card.ts';
import type { GameData } from './game-data.ts';
import { createLiveFloor } from './live-floor.ts';
import { GAME_ENDS, type Play } from './rules.ts';

/** h_j depends on block j of w only; zeta_j = dh_j/dw_j. */
export interface Generator {
  /** Numbers per block. */
  readonly block: number;
  /** Blocks per call of `pass`. */
  readonly stride: number;
  /** Writes h_j and zeta_j for from <= j < to. A non-finite w gives a non-finite h, or 0. */
  pass(h: Float64Array, zeta: Float64Array, w: Float64Array, from: number, to: number): void;
  /** Projects w in place to its domain. */
  readonly project?: (w: Float64Array) => void;
}

export interface TwoPlayers {
  readonly data: GameData;
  readonly play: Play;
  /** Least mse of this width. */
  readonly floor: number;
  readonly generator: Generator;
  readonly start: { readonly weights: Float64Array; readonly discriminator: Float64Array };
  /** Two directions for showing g (2 x m); null: its first two numbers, or g and d. */
  readonly basis: Vector | null;
}

interface Point {
  readonly w: Vector;
  readonly d: Vector;
  readonly h: Vector;
  readonly zeta: Vector;
  /** e = x - V h. */
  readonly e: Vector;
}

/**
 * Iterates L(w, d) = d.e - rho/2 ||d||^2, e = x - V h(w): w descends, d ascends (docs/mathematics.md, section 14.1). A state is w, then d.
 * Records `loss` = ||e||^2, `value` = L, g as `g1` and `g2`, the number of `dead` neurons and the least mse in `reach`. Bits do not depend
 * on pauses. Sums run in index order.
 */
export function createTwoPlayers({ data, play, floor, generator, start, basis }: TwoPlayers): Iteration {
  const { m, width: k, mean, columns } = data;
  const { rule, eta, mu, rho } = play;
  const { block } = generator;
  const size = k * block;
  const isOptimistic = rule === 'optimistic';
  // Everything that later rounds depend on; the last number flags that the last round changed nothing.
  const memory = new Float64Array(pointLength() + (isOptimistic ? size + m : 0) + 1);
  const round = memory.subarray(0, -1);
  const isStill = memory.subarray(-1);
  const here = pointIn(round);
  const before = {
    w: round.subarray(pointLength(), pointLength() + size),
    d: round.subarray(pointLength() + size),
  };
  const state = round.subarray(0, size + m);
  const last = new Float64Array(round.length);
  const ahead = rule === 'extragradient' ? pointIn(new Float64Array(pointLength())) : here;
  const pulls = new Float64Array(k);
  const meanLength = norm(mean);

  /** Null between two rounds. */
  let passing: Point | null = null;
  let next = 0;

  here.w.set(start.weights);
  here.d.set(start.discriminator);
  generator.pass(here.h, here.zeta, here.w, 0, k);
  residual(here);
  if (isOptimistic) {
    // Round 1 uses its own gradients as the previous ones.
    pullBy(here.d);
    for (let j = 0; j < k; j++)
      for (let q = j * block; q < (j + 1) * block; q++) before.w[q] = pulls[j]! * here.zeta[q]!;
    for (let i = 0; i < m; i++) before.d[i] = here.e[i]! - rho * here.d[i]!;
  }
  const firstSquare = dot(here.e, here.e);
  const farthest = GAME_ENDS.diverged * Math.max(Math.sqrt(firstSquare), meanLength);
  const live = createLiveFloor(data, floor);
  let status = statusNow();

  function pointLength(): number {
    return 2 * size + 2 * m + k;
  }

  function pointIn(whole: Vector): Point {
    let from = 0;
    const next = (length: number) => {
      from += length;
      return whole.subarray(from - length, from);
    };
    return { w: next(size), d: next(m), h: next(k), zeta: next(size), e: next(m) };
  }

  function residual({ e, h }: Point): void {
    for (let i = 0; i < m; i++) {
      let sum = mean[i]!;
      for (let j = 0, at = i * k; j < k; j++, at++) sum -= columns[at]! * h[j]!;
      e[i] = sum;
    }
  }

  /** Writes v_j.d to `pulls`. */
  function pullBy(d: Vector): void {
    pulls.fill(0);
    for (let i = 0; i < m; i++) {
      const own = d[i]!;
      for (let j = 0, at = i * k; j < k; j++, at++) pulls[j] = pulls[j]! + columns[at]! * own;
    }
  }

  /** Writes here.w + eta G_w. */
  function descend(to: Vector, zeta: Vector): void {
    const { w } = here;
    for (let j = 0; j < k; j++) {
      const pull = pulls[j]!;
      for (let q = j * block; q < (j + 1) * block; q++) to[q] = w[q]! + eta * (pull * zeta[q]!);
    }
    generator.project?.(to);
  }

  /** Writes here.d + mu G_d, G_d at `at`. */
  function ascend(to: Vector, at: Point): void {
    for (let i = 0; i < m; i++) to[i] = here.d[i]! + mu * (at.e[i]! - rho * at.d[i]!);
  }

  function moveOptimistically(): void {
    const { w, d, e, zeta } = here;
    for (let j = 0; j < k; j++)
      for (let q = j * block; q < (j + 1) * block; q++) {
        const gradient = pulls[j]! * zeta[q]!;
        w[q] = w[q]! + eta * (2 * gradient - before.w[q]!);
        before.w[q] = gradient;
      }
    generator.project?.(w);
    for (let i = 0; i < m; i++) {
      const gradient = e[i]! - rho * d[i]!;
      d[i] = d[i]! + mu * (2 * gradient - before.d[i]!);
      before.d[i] = gradient;
    }
  }

  /** Moves `here` to the point of the round's first pass. */
  function setOut(): void {
    if (rule === 'alternating') ascend(here.d, here);
    if (rule === 'best') for (let i = 0; i < m; i++) here.d[i] = here.e[i]! / rho;
    pullBy(here.d);
    if (isOptimistic) moveOptimistically();
    else descend(ahead.w, here.zeta);
    if (rule === 'simultaneous' || rule === 'extragradient') ascend(ahead.d, here);
  }

  /** Moves `here` by the gradients at `ahead`. */
  function land(): void {
    residual(ahead);
    pullBy(ahead.d);
    descend(here.w, ahead.zeta);
    ascend(here.d, ahead);
  }

  /** Returns g = x - e along a direction of the basis. */
  function shown(direction: 0 | 1): number {
    const { d, e } = here;
    if (!basis) return m === 1 && direction === 1 ? d[0]! : mean[direction]! - e[direction]!;
    let sum = 0;
    for (let i = 0, at = direction * m; i < m; i++, at++) sum += basis[at]! * (mean[i]! - e[i]!);
    return sum;
  }

  function statusNow(): string {
    const mse = dot(here.e, here.e);
    if (!(Math.sqrt(mse) <= farthest) || !allFinite(state)) return 'diverged';
    const isQuiet = norm(here.d) <= GAME_ENDS.reachedDiscriminator * Math.max(1, meanLength);
    live.tell(isDead);
    if (mse <= GAME_ENDS.reachedLoss * firstSquare && isQuiet) return 'reached';
    const isAt = (least: number, { share }: { share: number }) => least > 0 && mse - least <= share * least;
    if (isAt(floor, GAN.ends.atFloor.criterion)) return 'atFloor';
    const hasDied = live.reach > floor && isAt(live.reach, GAN.ends.deadEnd.criterion);
    if (hasDied && rests()) return 'deadEnd';
    // A round that changes no bit repeats forever.
    return isStill[0] ? 'stationary' : 'moving';
  }

  /** True if no later round moves neuron j. */
  function isDead(j: number): boolean {
    if (here.h[j] !== 0) return false;
    for (let q = j * block; q < (j + 1) * block; q++)
      if (here.zeta[q] !== 0 || (isOptimistic && before.w[q] !== 0)) return false;
    return true;
  }

  /** True if both gradients vanish relative to x and the columns, ignoring dead neurons. */
  function rests(): boolean {
    const most = GAN.ends.deadEnd.criterion.slope * Math.max(1, meanLength);
    pullBy(here.d);
    const moving = pulls.map((pull, j) => (live.dead[j] ? 0 : pull));
    return norm(here.e.map((e, i) => e - rho * here.d[i]!)) <= most && norm(moving) <= most * norm(columns);
  }

  return {
    dimension: state.length,
    carried: { floor },
    read: (into) => into.set(state),
    record() {
      const { d, e } = here;
      return {
        loss: dot(e, e),
        value: dot(d, e) - (rho / 2) * dot(d, d),
        g1: shown(0),
        g2: shown(1),
        reach: live.reach,
        dead: live.count,
      };
    },
    get status() {
      return status;
    },
    get ended() {
      return status === 'diverged';
    },
    step(pause) {
      if (status === 'diverged') return 'done';
      if (passing === null) {
        last.set(round);
        setOut();
        passing = ahead;
        next = 0;
      }
      for (;;) {
        while (next < k) {
          const to = Math.min(k, next + generator.stride);
          generator.pass(passing.h, passing.zeta, passing.w, next, to);
          next = to;
          if ((next < k || passing !== here) && pause?.()) return 'paused';
        }
        if (passing === here) break;
        land();
        passing = here;
        next = 0;
      }
      passing = null;
      residual(here);
      isStill[0] = Number(round.every((value, at) => value === last[at]));
      status = statusNow();
      return 'done';
    },
    memory: {
      save: () => memory.slice(),
      restore(saved) {
        memory.set(saved as Vector);
        passing = null;
        status = statusNow();
      },
    },
  };
}
