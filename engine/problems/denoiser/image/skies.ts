import type { Vector } from '../../../contract.ts';
import { MAX_SEED } from '../../../kernels/random.ts';
import { distance } from '../../../kernels/vector.ts';
import type { Search } from '../../../search.ts';
import type { DenoiserValues } from '../card.ts';
import type { ImageModel } from '../instance.ts';
import { DENOISER_ENDS, IMAGE_PIXELS } from '../names.ts';
import type { ImageInfo, SkiesReading, SkyTold } from '../types.ts';
import { type Clean, createClean } from './clean.ts';
import { isBeyond, snrOf } from './measures.ts';
import { createImageRound, type ImageRound } from './round.ts';
import { prepareImage, startOf } from './sides.ts';

/** Rounds per slice: some milliseconds. */
const ROUNDS = 3;

/** Last step that counts as settled in this tally. */
const STILL = 1e-4;

const DENOISERS = ['net', 'ridge', 'handmade'] as const;

interface Runner {
  readonly round: ImageRound;
  readonly before: Vector;
  snr: number;
  best: number;
  step: number;
  hasDiverged: boolean;
}

interface Sky {
  readonly seed: number;
  readonly truth: Vector;
  readonly dirty: number;
  readonly clean: Clean;
  readonly runners: Readonly<Record<(typeof DENOISERS)[number], Runner>>;
  done: number;
}

/**
 * Runs all three denoisers and CLEAN on seeds `from`, `from` + 1, ..., at the scenario's other values. Throws RangeError unless skies and
 * rounds are whole numbers >= 1 and `from` is a seed.
 */
export function runSkies(
  info: ImageInfo,
  create: ImageModel['create'],
  { share, noise, from: start }: DenoiserValues,
  { skies, rounds, from }: SkiesReading['asked'],
): Search<readonly SkyTold[], readonly SkyTold[]> {
  const isWhole = [skies, rounds].every((count) => Number.isInteger(count) && count >= 1);
  if (!isWhole || !Number.isInteger(from) || from < 0 || from > MAX_SEED)
    throw new RangeError('expected whole numbers of skies and rounds, and a seed');
  const told: SkyTold[] = [];
  let sky: Sky | null = null;

  function begin(): Sky {
    const seed = (from + told.length) % (MAX_SEED + 1);
    const prepared = prepareImage({ seed, share, noise }, null);
    const truth = prepared.truth!;
    const first = startOf(start, prepared.dirty);
    const runnerOf = (name: (typeof DENOISERS)[number]): Runner => {
      const round = createImageRound(prepared, create(name), info);
      round.begin(first);
      const before = new Float64Array(IMAGE_PIXELS);
      return {
        round,
        before,
        snr: snrOf(truth, first),
        best: Number.NEGATIVE_INFINITY,
        step: Number.NaN,
        hasDiverged: false,
      };
    };
    return {
      seed,
      truth,
      dirty: snrOf(truth, prepared.dirty),
      clean: createClean(prepared.dirty, prepared.mask),
      runners: { net: runnerOf('net'), ridge: runnerOf('ridge'), handmade: runnerOf('handmade') },
      done: 0,
    };
  }

  function advance({ truth, clean, runners }: Sky): void {
    clean.step();
    for (const name of DENOISERS) {
      const runner = runners[name];
      if (runner.hasDiverged) continue;
      const { round, before } = runner;
      before.set(round.x);
      round.go();
      runner.hasDiverged = isBeyond(round.x, DENOISER_ENDS.diverged);
      if (runner.hasDiverged) continue;
      runner.step = distance(round.x, before);
      runner.snr = snrOf(truth, round.x);
      runner.best = Math.max(runner.best, runner.snr);
    }
  }

  function tell({ seed, truth, dirty, clean, runners }: Sky): SkyTold {
    const of = <T>(one: (runner: Runner) => T) => ({
      net: one(runners.net),
      ridge: one(runners.ridge),
      handmade: one(runners.handmade),
    });
    const restored = new Float64Array(IMAGE_PIXELS);
    clean.restore(restored);
    return {
      seed,
      dirty,
      clean: snrOf(truth, restored),
      ...of(({ snr }) => snr),
      netBest: runners.net.best,
      settled: of(({ step }) => step < STILL),
      diverged: of(({ hasDiverged }) => hasDiverged),
    };
  }

  return {
    step() {
      if (told.length === skies) return false;
      if (!sky) {
        sky = begin();
        return true;
      }
      for (let left = ROUNDS; left > 0 && sky.done < rounds; left--, sky.done++) advance(sky);
      if (sky.done === rounds) {
        told.push(tell(sky));
        sky = null;
      }
      return true;
    },
    found: () => told.slice(),
    progress: () => told.slice(),
  };
}
