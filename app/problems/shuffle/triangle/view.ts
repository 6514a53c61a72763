import type { OnTriangle } from '../../../../engine/problems/shuffle/types.ts';
import type { LevelView } from '../../kit/define-view.ts';
import { aboutWords, MATCHING } from '../shuffle-words.ts';
import { thirdPanel } from '../third-panel.ts';
import { LEVELS } from './levels-panel.tsx';
import { trianglePanel } from './maps.ts';
import { miniatures } from './miniature.ts';

const PANELS = [trianglePanel('left'), trianglePanel('right'), thirdPanel(LEVELS, true, 'rests')];

/** Three nodes, and mixtures of the three cyclic permutations only. */
export const TRIANGLE: LevelView<OnTriangle> = {
  ...MATCHING,
  about: aboutWords(true),
  raster: () => 'raster',
  panels: () => PANELS,
  miniatures,
};
