import type { OnMatrices } from '../../../../engine/problems/shuffle/types.ts';
import type { LevelView } from '../../kit/define-view.ts';
import { aboutWords, MATCHING } from '../shuffle-words.ts';
import { thirdPanel } from '../third-panel.ts';
import { COSTS } from './costs-panel.tsx';
import { miniatures } from './miniature.ts';
import { heatPanel, trianglesPanel } from './panels.tsx';

const BESIDE = thirdPanel(COSTS);
const THREE = [trianglesPanel('left'), trianglesPanel('right'), BESIDE];
const MORE = [heatPanel('left'), heatPanel('right'), BESIDE];

/** All doubly stochastic matrices. */
export const MATRICES: LevelView<OnMatrices> = {
  ...MATCHING,
  about: aboutWords(false),
  panels: ({ opened }) => (opened.info.n === 3 ? THREE : MORE),
  miniatures,
};
