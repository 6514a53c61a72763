import './words.en.ts';
import type { ProblemView } from '../../../session/view.ts';

export const TABLE_NAMES: ProblemView['tables'] = {
  trajectories: 'mixtures',
  curves: 'costs',
  rests: 'restpoints',
};
