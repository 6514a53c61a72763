import './words.en.ts';
import type { ProblemView } from '../../../session/view.ts';

/** Suffixes of the keys `take.kind` and `take.about`. */
export const TABLE_NAMES: ProblemView['tables'] = {
  trajectories: 'plays',
  curves: 'rounds',
  neurons: 'players',
};
