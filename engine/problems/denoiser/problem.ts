import { defineProblem } from '../../define-problem.ts';
import { aimOf } from './aims.ts';
import { DENOISER } from './card.ts';
import type { DenoiserInstance } from './instance.ts';
import { pixelReadings } from './pixel-readings.ts';
import { pixelSides } from './pixel-sides.ts';
import { pixelTerms } from './pixel-terms.ts';

/** A learned step in forward-backward, free on the left and nonexpansive on the right. */
export const problem = defineProblem<(typeof DENOISER)['params'], null, DenoiserInstance>(DENOISER, {
  isPrepared: (_, { group }) => group === 'data',
  prepareData: () => null,
  makeInstance(_, values) {
    if (values.level === 'image') throw new RangeError('no image yet');
    return { ...pixelSides(values), image: null, aim: () => aimOf(values) };
  },
  parts: { readings: pixelReadings, terms: pixelTerms },
});
