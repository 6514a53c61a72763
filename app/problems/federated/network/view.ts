import type { NetworkInfo } from '../../../../engine/problems/federated/types.ts';
import { numberAt } from '../../../session/run/kept-steps.ts';
import { viewOf } from '../../../session/view.ts';
import type { LevelView } from '../../kit/define-view.ts';
import { MORE, readMore } from '../more-panel.ts';
import { CIRCLE } from './circle-panel.tsx';
import { NETWORK_CURVES } from './curves.ts';
import { networkMiniatures } from './miniature.ts';
import { networkAbout, networkFooting, networkShort, networkTitle, networkVerdict } from './told.ts';

const PANELS = [CIRCLE.left, CIRCLE.right, MORE];

const SECOND = ['more', 'excess', 'surrogate'];

export const NETWORK: LevelView<NetworkInfo> = {
  title: networkTitle,
  short: networkShort,
  about: networkAbout,
  panels: () => PANELS,
  second: () => SECOND,
  miniatures: networkMiniatures,
  curves: NETWORK_CURVES,
  heard: (state, side, t) => `${viewOf(state).title(state, side, t)}: ${t('fed.curve.loss')}`,
  excess: ({ trajectories }, side, step) => numberAt(trajectories[side], 'loss', step),
  verdict: networkVerdict,
  footing: networkFooting,
  followers: [{ read: readMore }],
};
