import type { SideName } from '../../../../engine/contract.ts';
import type { PlaneInfo } from '../../../../engine/problems/gan/types.ts';
import { drawCurves } from '../../../pictures/curve/curve-plot.ts';
import { curveRect } from '../../../pictures/curve/step-plot.ts';
import { shownNumber } from '../../../session/run/kept-steps.ts';
import type { MainKnob, Panel } from '../../../session/view.ts';
import { createFieldPanel } from '../../fields/field-panel.tsx';
import { linesCurve } from '../../kit/curve/lines.ts';
import type { LevelView } from '../../kit/define-view.ts';
import { drawLayers } from '../../kit/picture-panel.tsx';
import { isCalm, planeOf } from '../game-info.ts';
import { VALUE } from '../game-view.ts';
import { litOverlay } from '../lit-overlay.ts';
import { RegionPanel } from './RegionPanel.tsx';
import { REGION_READER } from './readings.ts';
import { createRegions, tellRegions } from './region-drawing.ts';
import { forecastWords, PLANE_WORDS } from './told.ts';

const BRAKE: MainKnob = {
  ...{ key: 'rho', low: 0, high: 2 },
  side: 'left',
  words: ['gan.knob.noBrake', 'gan.knob.brake'],
};

const BRAKE_OF_BOTH: MainKnob = { ...BRAKE, side: 'both' };

/** Map of (w, d), with the direction of a round; where rounds have a flow, they follow its lines. */
export const planePanel = (side: SideName): Panel =>
  createFieldPanel({
    side,
    facts: (state, t) => forecastWords(state, side, t),
    axes: (_, t) => ({ x: t('gan.axis.w'), y: t('gan.axis.d') }),
    overlay: litOverlay(side, true, (state, t) =>
      t('gan.lines.plane', { kind: planeOf(state)?.sides[side].lines ?? 'one' }),
    ),
    isLeftOut: ({ kind }, { asks }) => kind === 'cycle' && asks,
    mark: ({ kind }, _, t) => (kind === 'saddle' ? { kind, label: t('gan.mark.saddle') } : null),
  });

const REGION: Panel = {
  ...{ name: 'more', side: null, Body: RegionPanel },
  title: (_, t) => t('gan.region.title'),
  picture: { aspect: 1, narrow: () => 0.8, draw: drawLayers([createRegions]), tell: () => [tellRegions] },
};

const PANELS = [planePanel('left'), planePanel('right'), REGION];

export const PLANE: LevelView<PlaneInfo> = {
  ...PLANE_WORDS,
  knob: ({ opened }) => (opened.info.versus === 'brake' ? BRAKE : BRAKE_OF_BOTH),
  panels: () => PANELS,
  curves: [
    linesCurve({
      ...{ name: 'distance', series: 'distance', rectOf: curveRect, draw: drawCurves },
      title: (_, t) => t('gan.curve.distance'),
    }),
    VALUE,
  ],
  loss: (snapshot, side) => shownNumber(snapshot, side, 'distance'),
  readout: (number, t, state) => (isCalm(state) ? '' : t('gan.readout.plane', { number })),
  followers: [REGION_READER],
};
