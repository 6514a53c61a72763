import type { Iteration, Vector } from '../../../contract.ts';
import { distance, norm } from '../../../kernels/vector.ts';
import type { ImageDenoiser, ImageModel } from '../instance.ts';
import { DENOISER_ENDS, IMAGE_PIXELS } from '../names.ts';
import { type Clean, createClean } from './clean.ts';
import { errorOf, isBeyond, snrOf } from './measures.ts';
import { createImageRound, type ImageRound, type RoundSettings } from './round.ts';

/** Largest move of z that is rounding and so has no ratio. */
const STILL = 1e-9;

export interface RunSettings extends RoundSettings {
  readonly start: Vector;
  readonly truth: Vector | null;
  /** Contraction factor, if proved below 1. */
  readonly rate: number | null;
  /** True if convergence is proved: then cycles are not sought. */
  readonly comesToRest: boolean;
  /** Dirty image for CLEAN, one step a round. */
  readonly cleans: Vector | null;
  /** True to continue after `settled` or `stationary`. */
  readonly goesOn?: boolean;
}

export interface ImageRun extends Iteration {
  readonly round: ImageRound;
  readonly rounds: number;
  /** Numbers as in the card; NaN at the start. */
  readonly latest: { readonly step: number; readonly ratio: number; readonly radius: number };
}

/** Runs one side of an image with its ends (docs/mathematics.md, section 17.6). */
export function createImageRun(model: ImageModel, denoiser: ImageDenoiser, settings: RunSettings): ImageRun {
  const { start, truth, rate, comesToRest, cleans, goesOn = false } = settings;
  const round = createImageRound(model, denoiser, settings);
  const { x, z, denoised } = round;
  const longest = DENOISER_ENDS.longestCycle;
  // State k at k mod 9.
  const states = Array.from({ length: longest + 1 }, () => new Float64Array(IMAGE_PIXELS));
  const [zBefore, denoisedBefore] = [new Float64Array(IMAGE_PIXELS), new Float64Array(IMAGE_PIXELS)];
  const clean: Clean | null = cleans && createClean(cleans, model.mask);
  const restored = new Float64Array(IMAGE_PIXELS);
  let rounds = 0;
  let latest = { step: Number.NaN, ratio: Number.NaN, radius: Number.NaN };
  let status = 'moving';
  let carried: Readonly<Record<string, number>> = {};

  round.begin(start);
  states[0]!.set(start);

  function judge(): void {
    carried = {};
    status = 'moving';
    if (isBeyond(x, DENOISER_ENDS.diverged)) {
      status = 'diverged';
      return;
    }
    if (rounds === 0) return;
    const size = norm(x);
    const { step, radius } = latest;
    if (rate !== null) {
      if (radius > DENOISER_ENDS.settled * size) return;
      status = 'settled';
      carried = { radius };
    } else if (step <= DENOISER_ENDS.stationary * Math.max(1, size)) {
      status = 'stationary';
    } else if (step > DENOISER_ENDS.moves && !comesToRest) {
      const period = periodNow();
      if (period === null) return;
      status = 'cycles';
      carried = { period };
    }
  }

  const hasEnded = () =>
    status === 'diverged' || (!goesOn && (status === 'settled' || status === 'stationary'));

  /** Returns the least p from 2 to 8 with x_{k-p} near x_k, relative to the longest image between (stable along a cycle). */
  function periodNow(): number | null {
    let size = Math.max(1, norm(x));
    for (let p = 1; p <= Math.min(longest, rounds); p++) {
      const before = states[(rounds - p) % states.length]!;
      size = Math.max(size, norm(before));
      if (p > 1 && distance(x, before) <= DENOISER_ENDS.cycle * size) return p;
    }
    return null;
  }

  return {
    round,
    dimension: IMAGE_PIXELS,
    get rounds() {
      return rounds;
    },
    get latest() {
      return latest;
    },
    read: (into) => into.set(x),
    record() {
      clean?.restore(restored);
      const residual = round.residual();
      return {
        loss: (residual * residual) / 2,
        snr: snrOf(truth, x),
        error: errorOf(truth, x),
        ...(clean && { clean: snrOf(truth, restored) }),
        ...latest,
        residual,
      };
    },
    get status() {
      return status;
    },
    get ended() {
      return hasEnded();
    },
    get carried() {
      return carried;
    },
    step() {
      if (hasEnded()) return 'done';
      zBefore.set(z);
      denoisedBefore.set(denoised);
      const before = states[rounds % states.length]!;
      round.go();
      clean?.step();
      rounds++;
      states[rounds % states.length]!.set(x);
      const moved = rounds > 1 ? distance(z, zBefore) : 0;
      const step = distance(x, before);
      latest = {
        step,
        ratio: moved > STILL ? distance(denoised, denoisedBefore) / moved : Number.NaN,
        radius: rate === null ? Number.NaN : (rate / (1 - rate)) * step,
      };
      judge();
      return 'done';
    },
    memory: {
      save: () => ({
        rounds,
        latest,
        states: states.map((state) => state.slice()),
        z: z.slice(),
        denoised: denoised.slice(),
        clean: clean?.state.slice(),
      }),
      restore(saved) {
        const memory = saved as {
          rounds: number;
          latest: typeof latest;
          states: Vector[];
          z: Vector;
          denoised: Vector;
          clean?: Vector;
        };
        ({ rounds, latest } = memory);
        for (const [i, state] of states.entries()) state.set(memory.states[i]!);
        z.set(memory.z);
        denoised.set(memory.denoised);
        if (clean) clean.state.set(memory.clean!);
        round.begin(states[rounds % states.length]!);
        judge();
      },
    },
  };
}
