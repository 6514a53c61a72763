import './words.en.ts';
import type { ProblemView } from '../../../session/view.ts';

/** What its saved tables are called, by kind: keys below `take.kind` and `take.about`. */
export const TABLE_NAMES: ProblemView['tables'] = {
  trajectories: 'mixtures',
  curves: 'costs',
  rests: 'restpoints',
};
