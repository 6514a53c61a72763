/// <reference path="../../python/python.d.ts" />
import type { Vector } from '../../contract.ts';
import { pythonFlag, pythonList, pythonNumber } from '../../python/literals.ts';
import type { PythonAsked, PythonRun } from '../../python/python-run.ts';
import type { DenoiserValues } from './card.ts';
import learnedImages from './image/learned_images.py?raw';
import type { Weights } from './image/weights.ts';
import type { DenoiserInstance } from './instance.ts';
import twoPixels from './pixels/two_pixels.py?raw';
import type { PixelsInfo, Point } from './types.ts';

/** Cost of a round in products per pixel. */
const PRODUCTS = { pixels: 1000, image: 3500 };

export function passes({ info }: DenoiserInstance): number {
  return PRODUCTS[info.level];
}

export function writeRun(
  { info, image }: DenoiserInstance,
  values: DenoiserValues,
  { steps }: PythonAsked,
): PythonRun {
  return info.level === 'pixels' ? pixelsRun(info, steps) : imageRun(values, steps, image!.weights);
}

const pointOf = ([x, y]: Point) => `(${pythonNumber(x)}, ${pythonNumber(y)})`;

function pixelsRun({ phi, truth, start, c, sigma, spread, cap }: PixelsInfo, steps: number): PythonRun {
  const made = `${pythonNumber(spread)}, ${pythonNumber(sigma)}`;
  return {
    about: [
      'Twin Descent: a learned step on two pixels, with the best denoiser there is beside the best with capped slopes.',
      '',
      'Prints k,side,x1,x2,loss, then what is proved of both sides.',
      '',
      "Numbers agree with the page's to the last bit.",
    ],
    modules: [twoPixels],
    lines: [
      `steps = ${steps}  # rounds`,
      `c = ${pythonNumber(c)}  # the step, in 1/L`,
      `phi, truth, start = ${pointOf(phi)}, ${pointOf(truth)}, ${pointOf(start)}`,
      `free = PixelDenoiser(${made})`,
      `capped = PixelDenoiser(${made}, cap=${pythonNumber(cap)})`,
      'left = run_pixels(free, phi, truth, start, c, steps)',
      'right = run_pixels(capped, phi, truth, start, c, steps)',
      'print_pixels(left, right)',
      'print_pixel_facts("left", free, c)',
      'print_pixel_facts("right", capped, c)',
    ],
  };
}

const STARTS = {
  zero: 'np.zeros((N, N))',
  dirty: 'back(Y)',
  noise: 'np.abs(draw_noise(0, stream=5))',
} as const;

function imageRun(values: DenoiserValues, steps: number, weights: Weights): PythonRun {
  const { seed, share, noise, c, strength, from, positive, right, threshold } = values;
  const isRidge = right === 'ridge';
  return {
    about: [
      'Twin Descent: a learned step on an image, with a denoiser that is free beside a nonexpansive one.',
      '',
      'Prints k,side,snr,loss,step, then what is certified of both sides.',
      '',
      "The page's numbers, but for the order of sums: on the right to 1e-9. The left may stretch what",
      'is rounded by a tenth a round, so that it agrees for some rounds alone.',
      'The weights of the denoisers stand in it as numbers.',
    ],
    modules: [learnedImages],
    lines: [
      `steps = ${steps}  # rounds`,
      `c, strength = ${pythonNumber(c)}, ${pythonNumber(strength)}  # the step, L being 1, and t`,
      `truth, mask = draw_sky(${seed}), draw_mask(${seed}, ${pythonNumber(share)})`,
      `Y = mask * transform(truth + ${pythonNumber(noise)} * draw_noise(${seed}))`,
      `start = ${STARTS[from]}`,
      'free = Net(*net_weights())',
      `nonexpansive = ${isRidge ? 'Ridge(*ridge_weights())' : `Haar(${pythonNumber(threshold)})`}`,
      `left = run_image(free, mask, Y, start, c, strength, steps, positive=${pythonFlag(positive)})`,
      `right = run_image(nonexpansive, mask, Y, start, c, strength, steps, positive=${pythonFlag(positive)})`,
      'print_images(left, right, truth)',
      'print_certificate("left", free, mask, c, left)',
      'print_certificate("right", nonexpansive, mask, c, right)',
    ],
    definitions: [
      listsOf('net_weights', 'W1, b1, W2, b2, W3, b3', weights.net),
      ...(isRidge ? [listsOf('ridge_weights', 'W, S', [weights.ridge.filters, weights.ridge.slopes])] : []),
    ].join('\n\n\n'),
  };
}

function listsOf(name: string, names: string, lists: readonly Vector[]): string {
  const assigned = names.split(', ').map((each, at) => `${each} = ${pythonList(lists[at]!)}`);
  return [`def ${name}():`, ...assigned, `return ${names}`].join('\n').replaceAll('\n', '\n    ');
}
