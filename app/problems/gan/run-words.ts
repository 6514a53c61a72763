import './chance-words.en.ts';
import type { RunWords } from '../../session/view.ts';

/** Counted by the distance of the means, in words for any axis. */
export const RUNS: RunWords = {
  aim: () => 'distance',
  sides: ({ values: { level, versus } }, t) => ({
    left: t('gan.runs.left'),
    right: t('gan.runs.right', {
      versus: level === 'two-weights' ? 'signs' : (versus as 'width' | 'brake' | 'rule' | 'best' | 'convex'),
    }),
  }),
  isOfSamples: false,
  most: 'gan.most',
  exact: {
    trials: 'width',
    successes: 'm',
    panel: 'left',
    words: 'gan.exact',
    holds: ({ level, xmean }, drawn) => level === 'network' && drawn.includes('data') && xmean === null,
  },
};
