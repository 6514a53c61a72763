import './chance-words.en.ts';
import type { RunWords } from '../../session/view.ts';
import { offersOf } from './offers.ts';

/** Criteria: distance to the best on the plane; loss or gap between the sides for the network. */
export const RUNS: RunWords = {
  aim: ({ level, measure }) => (level === 'plane' ? 'best' : measure === 'gap' ? 'between' : 'loss'),
  sides: ({ values: { level, versus, measure, xkey, ykey } }, t) => {
    const left = t('fed.runs.left', { network: level === 'network' });
    if (level === 'network')
      return { left, right: t(measure === 'gap' ? 'fed.often.same' : 'fed.title.linearised') };
    const isSwept = xkey === 'versus' || ykey === 'versus';
    return { left, right: isSwept ? t('fed.often.right') : t('fed.runs.right', { versus: String(versus) }) };
  },
  isOfSamples: false,
  offers: offersOf,
};
