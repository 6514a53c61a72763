import type { OnMatrices } from '../../../../engine/problems/shuffle/types.ts';
import type { LevelView } from '../../kit/define-view.ts';
import { hasGraphs } from '../shuffle-info.ts';
import { aboutWords, MATCHING } from '../shuffle-words.ts';
import { thirdPanel } from '../third-panel.ts';
import { COSTS } from './costs-panel.tsx';
import { miniatures } from './miniature.ts';
import { heatPanel, trianglesPanel } from './panels.tsx';

const [WITH_GRAPHS, ALONE] = [thirdPanel(COSTS, true), thirdPanel(COSTS, false)];
const TRIANGLES = [trianglesPanel('left'), trianglesPanel('right')];
const HEATS = [heatPanel('left'), heatPanel('right')];
const PANELS = {
  three: [...TRIANGLES, WITH_GRAPHS],
  few: [...HEATS, WITH_GRAPHS],
  many: [...HEATS, ALONE],
};

/** All doubly stochastic matrices. */
export const MATRICES: LevelView<OnMatrices> = {
  ...MATCHING,
  about: aboutWords(false),
  panels: ({ opened: { info } }) => PANELS[info.n === 3 ? 'three' : hasGraphs(info) ? 'few' : 'many'],
  miniatures,
};
