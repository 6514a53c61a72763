import './words.en.ts';
import type { ProblemView } from '../../../session/view.ts';

/** Names of the saved tables by kind: keys below `take.kind` and `take.about`. */
export const TABLE_NAMES: ProblemView['tables'] = {
  trajectories: 'estimates',
  curves: 'measures',
  rests: 'pixelrests',
};
