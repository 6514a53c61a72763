import { addWords } from './words.ts';

/** The English words of ensembles: they come with the code that says them. */
export const enEnsemble = {
  'group.ensemble': 'Ensemble',
  'param.runs': 'Runs',
  'param.vary': 'Drawn anew in each run',
  'param.startlaw': 'Starts',
  'param.limit': 'Steps at most',
  'param.within': 'Arrived within',
  'param.audit': 'Audit the claim',
  'param.xkey': 'First axis',
  'param.xat': 'Its places',
  'param.ykey': 'Second axis',
  'param.yat': 'Its places',
  'choice.startlaw.normal': 'standard normal',
  'choice.startlaw.unit': 'random direction, length 1',
} as const;

addWords('en', enEnsemble);
