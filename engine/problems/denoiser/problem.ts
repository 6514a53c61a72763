import { defineProblem } from '../../define-problem.ts';
import { DENOISER } from './card.ts';
import type { DenoiserInstance } from './instance.ts';

/** A learned step in forward-backward, free on the left and nonexpansive on the right. */
export const problem = defineProblem<(typeof DENOISER)['params'], null, DenoiserInstance>(DENOISER, {
  isPrepared: (_, { group }) => group === 'data',
  prepareData: () => null,
  makeInstance() {
    throw new RangeError('no sides yet');
  },
});
