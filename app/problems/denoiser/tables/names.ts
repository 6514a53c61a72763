import './words.en.ts';
import type { ProblemView } from '../../../session/view.ts';

/** Keys below `take.kind` and `take.about`. */
export const TABLE_NAMES: ProblemView['tables'] = {
  trajectories: 'estimates',
  curves: 'measures',
  rests: 'pixelrests',
};
