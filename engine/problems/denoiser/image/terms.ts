import type { SideName } from '../../../contract.ts';
import { distance } from '../../../kernels/vector.ts';
import type { RoundsReader } from '../../../problem.ts';
import type { ImageModel } from '../instance.ts';
import type { ImageInfo, ImageTerms } from '../types.ts';
import { snrOf } from './measures.ts';
import { createSideRun } from './sides.ts';

/** Rounds per `approach`: some milliseconds. */
const ROUNDS = 5;

/** Reads rounds, bit for bit the run's. */
export function imageTerms(info: ImageInfo, image: ImageModel, side: SideName): RoundsReader {
  let run = createSideRun(info, image, side);
  let told: ImageTerms | null = null;

  function read(k: number): ImageTerms | null {
    if (run.rounds !== k || run.ended) return null;
    const { x, z, denoised } = run.round;
    const before = x.slice();
    const residual = run.round.residual();
    run.step();
    if (run.status === 'diverged') return null;
    return {
      level: 'image',
      k,
      before,
      z: z.slice(),
      denoised: denoised.slice(),
      after: x.slice(),
      lifted: info.isPositive ? denoised.reduce((count, value) => count + (value < 0 ? 1 : 0), 0) : 0,
      residual: [residual, run.round.residual()],
      snr: [snrOf(info.truth, before), snrOf(info.truth, x)],
      moves: [distance(z, before), distance(denoised, z), distance(x, denoised)],
      ...run.latest,
    };
  }

  return {
    approach(to) {
      if (told?.k === to) return true;
      if (to < run.rounds) run = createSideRun(info, image, side);
      for (let left = ROUNDS; left > 0 && run.rounds < to && !run.ended; left--) run.step();
      return run.rounds === to || run.ended;
    },
    read(k) {
      if (told?.k !== k) told = read(k);
      return told;
    },
  };
}
