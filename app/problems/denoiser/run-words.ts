import './chance-words.en.ts';
import type { RunWords } from '../../session/view.ts';

/** How runs are counted: by how far each side's end is from the truth. */
export const RUNS: RunWords = {
  aim: () => 'distance',
  sides: (_, t) => ({ left: t('denoiser.runs.left'), right: t('denoiser.runs.right') }),
  isOfSamples: false,
};
