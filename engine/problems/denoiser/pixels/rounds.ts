import ln from '@stdlib/math-base-special-ln';
import type { Iteration } from '../../../contract.ts';
import type { PixelModel } from '../instance.ts';
import { DENOISER_ENDS } from '../names.ts';
import type { PixelSide, PixelsInfo } from '../types.ts';

const { settled, stationary, cycle, moves, longestCycle, diverged } = DENOISER_ENDS;
/** Enough for the longest cycle. */
const KEPT = longestCycle + 1;
/** Largest move of z without a ratio. */
const MOVED = 1e-9;

const lengthOf = (x: number, y: number) => Math.sqrt(x * x + y * y);

/**
 * Iterates states x; records the card's series. A side with a rate labels itself `settled`, another ends as `stationary` unless `goesOn`;
 * `cycles` labels with its period.
 */
export function createPixelRounds(
  { round, objective }: PixelModel,
  { rate, guaranteedBelow }: PixelSide,
  { phi, truth, y, start, c }: Pick<PixelsInfo, 'phi' | 'truth' | 'y' | 'start' | 'c'>,
  goesOn = false,
): Iteration {
  // State k at 2 (k mod KEPT); inputs of D for the last two states.
  const states = new Float64Array(2 * KEPT);
  const given = new Float64Array(4);
  const [next, stepped] = [new Float64Array(2), new Float64Array(2)];
  const size = lengthOf(truth[0], truth[1]);
  states.set(start);
  let k = 0;
  let [step, ratio] = [Number.NaN, Number.NaN];
  let period = 0;
  let status = statusNow();

  function past(back: number, axis: 0 | 1): number {
    return states[2 * ((k - back + KEPT) % KEPT) + axis]!;
  }

  function apart(back: number): number {
    return lengthOf(past(0, 0) - past(back, 0), past(0, 1) - past(back, 1));
  }

  function radius(): number {
    return rate === null ? Number.NaN : (rate / (1 - rate)) * step;
  }

  function statusNow(): 'diverged' | 'settled' | 'stationary' | 'cycles' | 'moving' {
    const [a, b] = [past(0, 0), past(0, 1)];
    period = 0;
    if (!(Math.max(Math.abs(a), Math.abs(b)) <= diverged)) return 'diverged';
    const far = lengthOf(a, b);
    if (radius() <= settled * far) return 'settled';
    if (rate === null && step <= stationary * Math.max(1, far)) return 'stationary';
    // Below the bound there is no cycle: a run may only oscillate slowly to rest.
    if (step > moves && c >= guaranteedBelow)
      for (let p = 2; p <= Math.min(k, longestCycle); p++)
        if (apart(p) <= cycle * Math.max(1, far)) {
          period = p;
          return 'cycles';
        }
    return 'moving';
  }

  function take(): void {
    next[0] = past(0, 0);
    next[1] = past(0, 1);
    round(next, next, stepped);
    const [z, w] = [stepped[0]! - given[0]!, stepped[1]! - given[1]!];
    given.set(stepped);
    const before = [past(0, 0), past(0, 1)] as const;
    k++;
    states.set(next, 2 * (k % KEPT));
    step = apart(1);
    const moved = lengthOf(z, w);
    ratio = k > 1 && moved > MOVED ? ratioOf(z, w, before) : Number.NaN;
    status = statusNow();
  }

  /** D(z_k) is state k. */
  function ratioOf(z: number, w: number, before: readonly [number, number]): number {
    return lengthOf(past(0, 0) - before[0], past(0, 1) - before[1]) / lengthOf(z, w);
  }

  return {
    dimension: 2,
    read(into) {
      into[0] = past(0, 0);
      into[1] = past(0, 1);
    },
    record() {
      const [a, b] = [past(0, 0), past(0, 1)];
      const error = lengthOf(truth[0] - a, truth[1] - b);
      const residual = Math.abs(phi[0] * a + phi[1] * b - y);
      return {
        loss: (residual * residual) / 2,
        snr: size > 0 ? (20 * ln(size / error)) / Math.LN10 : Number.NaN,
        step,
        ratio,
        radius: radius(),
        residual,
        objective: objective(a, b),
      };
    },
    get status() {
      return status;
    },
    get ended() {
      return status === 'diverged' || (!goesOn && (status === 'settled' || status === 'stationary'));
    },
    get carried(): Readonly<Record<string, number>> {
      if (status === 'settled') return { radius: radius() };
      return status === 'cycles' ? { period } : {};
    },
    step() {
      if (!this.ended) take();
      return 'done';
    },
    memory: {
      save: () => ({ k, step, ratio, states: states.slice(), given: given.slice() }),
      restore(saved) {
        const from = saved as { k: number; step: number; ratio: number } & Record<
          'states' | 'given',
          Float64Array
        >;
        ({ k, step, ratio } = from);
        states.set(from.states);
        given.set(from.given);
        status = statusNow();
      },
    },
  };
}
