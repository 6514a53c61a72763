import { defineProblem } from '../../define-problem.ts';
import { DENOISER } from './card.ts';
import type { GivenImage } from './given-image.ts';
import { imageReadings } from './image-readings.ts';
import { imageSides, type PreparedImage, prepareImage } from './image-sides.ts';
import type { DenoiserInstance } from './instance.ts';
import { loadWeights } from './load-weights.ts';

/**
 * A learned step in forward-backward, free on the left and nonexpansive on the right. A promise: its weights are loaded first, and where they cannot be
 * had, the level of two pixels does without them.
 */
export const problem = loadWeights().then((weights) =>
  defineProblem<(typeof DENOISER)['params'], PreparedImage | null, DenoiserInstance>(DENOISER, {
    isPrepared: (_, { group }) => group === 'data',
    prepareData: (values, own) =>
      values.level === 'image' ? prepareImage(values, (own?.drawn ?? null) as GivenImage | null) : null,
    makeInstance(prepared, values) {
      if (!prepared) throw new RangeError('no sides yet');
      return { ...imageSides(prepared, weights, values), pixels: null };
    },
    parts: { readings: imageReadings },
  }),
);
