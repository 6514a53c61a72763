import type { Vector } from '../../../contract.ts';
import { createRandom } from '../../../kernels/random.ts';
import { dot } from '../../../kernels/vector.ts';
import type { Values } from '../../../params.ts';
import type { Answers } from '../../../problem.ts';
import { foundAtOnce, type Search } from '../../../search.ts';
import type { DenoiserValues } from '../card.ts';
import type { DenoiserInstance, ImageModel } from '../instance.ts';
import { IMAGE_PIXELS } from '../names.ts';
import type {
  CleanReading,
  CleanTold,
  ImageInfo,
  ImagesReading,
  ImageTold,
  PowerTold,
  QualityReading,
  QualityTold,
  SkiesReading,
  TwoStartsReading,
} from '../types.ts';
import { createClean } from './clean.ts';
import { toFrequencies } from './fft-image.ts';
import { psnrOf, snrOf } from './measures.ts';
import { runSkies } from './skies.ts';
import { drawSky } from './sky.ts';
import { runTwoStarts } from './two-starts.ts';

/** Steps of CLEAN per slice: a millisecond or two. */
const STEPS = 200;

/** Test skies: first seed, number, noise per pixel. */
const TESTED = { from: 60_000, count: 24, noise: 0.05 };

/** Answers null for two pixels. */
export function imageReadings(
  { info, image }: Pick<DenoiserInstance, 'info' | 'image'>,
  values: Values,
): Answers<ImagesReading | CleanReading | TwoStartsReading | SkiesReading | QualityReading> {
  const of = <T>(answer: (own: ImageInfo, model: ImageModel) => T) =>
    info.level === 'image' && image ? answer(info, image) : null;
  return {
    images: ({ left, right }) =>
      of((own) => foundAtOnce({ left: tellImage(own, left), right: tellImage(own, right) })),
    clean: ({ steps }) => of((own) => cleaned(own, steps)),
    'two-starts': (asked) => of((own, model) => runTwoStarts(own, model, asked)),
    skies: (asked) => of((own, model) => runSkies(own, model.create, values as DenoiserValues, asked)),
    quality: () => of((_, model) => measureQuality(model)),
  };
}

function tellImage({ truth, mask }: ImageInfo, x: Vector): ImageTold {
  const error = truth && x.map((value, i) => value - truth[i]!);
  const spectrum = spectrumOf(x);
  return {
    error,
    spectrum,
    power: powerOf(spectrum, mask),
    errorPower: error && powerOf(spectrumOf(error), mask),
  };
}

function spectrumOf(image: Vector): Vector {
  const [re, im] = [new Float64Array(IMAGE_PIXELS), new Float64Array(IMAGE_PIXELS)];
  toFrequencies(re, im, image);
  return re.map((value, k) => Math.sqrt(value * value + im[k]! * im[k]!));
}

function powerOf(spectrum: Vector, mask: Uint8Array): PowerTold {
  const mean = (isMeasured: 0 | 1) => {
    const own = spectrum.filter((_, k) => mask[k] === isMeasured);
    return dot(own, own) / own.length;
  };
  return { measured: mean(1), unmeasured: mean(0) };
}

function cleaned({ dirty, mask, truth }: ImageInfo, steps: number): Search<CleanTold> {
  if (!Number.isInteger(steps) || steps < 0)
    throw new RangeError(`expected a whole number of steps; got ${steps}`);
  const clean = createClean(dirty, mask);
  let done = 0;
  return {
    step() {
      if (done === steps) return false;
      for (let left = STEPS; left > 0 && done < steps; left--, done++) clean.step();
      return true;
    },
    found() {
      const image = new Float64Array(IMAGE_PIXELS);
      clean.restore(image);
      return { image, snr: snrOf(truth, image) };
    },
  };
}

/** Averages over noisy skies outside of the training set, a sky a slice. */
function measureQuality({ create }: ImageModel): Search<QualityTold> {
  const names = ['net', 'ridge', 'handmade'] as const;
  const denoisers = names.map(create);
  const sums = new Float64Array(names.length + 1);
  const image = new Float64Array(IMAGE_PIXELS);
  let done = 0;
  return {
    step() {
      if (done === TESTED.count) return false;
      const sky = drawSky(TESTED.from + done);
      // NumPy's RandomState(done): ours is RandomState(16 seed + stream).
      const { normal } = createRandom(done >> 4, done & 15);
      const noisy = sky.map((value) => value + TESTED.noise * normal());
      sums[names.length] = sums[names.length]! + psnrOf(sky, noisy);
      for (const [i, denoiser] of denoisers.entries()) {
        denoiser.apply(image, noisy);
        sums[i] = sums[i]! + psnrOf(sky, image);
      }
      done++;
      return true;
    },
    found() {
      const [net, ridge, handmade, noisy] = sums.map((sum) => sum / TESTED.count);
      return { noisy: noisy!, net: net!, ridge: ridge!, handmade: handmade! };
    },
  };
}
