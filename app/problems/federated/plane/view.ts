import type { PlaneInfo } from '../../../../engine/problems/federated/types.ts';
import { drawCurves } from '../../../pictures/curve/curve-plot.ts';
import { curveRect } from '../../../pictures/curve/step-plot.ts';
import { numberAt, shownNumber } from '../../../session/run/kept-steps.ts';
import { viewOf } from '../../../session/view.ts';
import { linesCurve } from '../../kit/curve/lines.ts';
import type { LevelView } from '../../kit/define-view.ts';
import { planePanel } from './field-maps.ts';
import { bindGrowth } from './growth.ts';
import { LOCAL } from './LocalPanel.tsx';
import { planeMiniatures } from './miniature.ts';
import { planeAbout, planeFooting, planeShort, planeTitle, planeVerdict } from './told.ts';

const PANELS = [planePanel('left'), planePanel('right'), LOCAL];

const SECOND = ['more', 'excess', 'surrogate'];

export const PLANE: LevelView<PlaneInfo> = {
  title: planeTitle,
  short: planeShort,
  about: planeAbout,
  panels: () => PANELS,
  second: () => SECOND,
  miniatures: planeMiniatures,
  curves: (['distance', 'excess', 'surrogate'] as const).map((name) =>
    linesCurve({
      ...{ name, series: name, rectOf: curveRect, draw: drawCurves },
      title: (_, t) => t(`fed.curve.${name}`),
    }),
  ),
  loss: (snapshot, side) => shownNumber(snapshot, side, 'distance'),
  readout: (number, t) => t('fed.readout.distance', { number }),
  heard: (state, side, t) => `${viewOf(state).title(state, side, t)}: ${t('fed.curve.distance')}`,
  excess: ({ trajectories }, side, step) => numberAt(trajectories[side], 'excess', step),
  verdict: planeVerdict,
  footing: planeFooting,
  followers: [{ bind: bindGrowth }],
};
