import type { RunWords } from '../../session/view.ts';

/** How runs are counted. */
export const RUNS: RunWords = {
  aim: 'distance',
  sides: ({ values: { level, versus } }, t) => ({
    left: t('fed.runs.left', { network: level === 'network' }),
    right: level === 'network' ? t('fed.title.linearised') : t('fed.runs.right', { versus: String(versus) }),
  }),
  isOfSamples: false,
};
