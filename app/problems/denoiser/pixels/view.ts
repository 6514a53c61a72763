import './words.en.ts';
import type { SideName } from '../../../../engine/contract.ts';
import type { PixelsInfo } from '../../../../engine/problems/denoiser/types.ts';
import { isAsking } from '../../../session/guessing.ts';
import { type MainKnob, showsAll, viewOf } from '../../../session/view.ts';
import { lazyView } from '../../../ui/lazy-view.tsx';
import type { LevelView } from '../../kit/define-view.ts';
import { pixelsOf } from '../denoiser-info.ts';
import { denoiserCurve, RATIO_CURVE, STEP_CURVE } from '../lines-curve.ts';
import { pixelPanel } from './maps.ts';
import { pixelMiniatures } from './miniature.ts';
import { BESIDE_PIXELS, readThird } from './more.ts';
import { PIXEL_READER } from './readings.ts';
import { aboutPixels, pixelFooting, pixelNote, pixelTitle, pixelVerdict } from './told.ts';

const Idea = lazyView(() => import('./Idea.tsx'), 'Idea');

/** The right's cap, down from 1 at the left end, where it hardly binds. */
const CAP: MainKnob = {
  ...{ key: 'cap', low: 1, high: 0.3 },
  side: 'right',
  words: ['pixels.knob.keeps', 'pixels.knob.pulls'],
  short: 'pixels.knob.cap',
};

const STEP: MainKnob = {
  ...{ key: 'c', low: 0.1, high: 2.1 },
  side: 'both',
  words: ['pixels.knob.short', 'pixels.knob.long'],
  short: 'pixels.knob.step',
  marks(state, t) {
    const { left, right } = pixelsOf(state)?.sides ?? {};
    if (!left || !right || isAsking(state)) return {};
    const bounds = left.guaranteedBelow === right.guaranteedBelow ? { left } : { left, right };
    return Object.fromEntries(
      Object.entries(bounds).map(([side, { guaranteedBelow: bound }]) => [
        t('pixels.knob.bound', { side: side as SideName, bound, alone: !('right' in bounds) }),
        bound,
      ]),
    );
  },
};

const PANELS = [pixelPanel('left'), pixelPanel('right'), BESIDE_PIXELS];

/** Two pixels, with the whole landscape drawn. */
export const PIXELS: LevelView<PixelsInfo> = {
  title: pixelTitle,
  about: aboutPixels,
  knob: () => CAP,
  // On the first screen there is one knob.
  knobBeside: (state) => (showsAll(state) ? STEP : null),
  idea: () => Idea,
  second: () => ['more', 'ratio', 'fit'],
  panels: () => PANELS,
  miniatures: pixelMiniatures,
  curves: [
    denoiserCurve({ name: 'snr', series: 'snr', title: 'denoiser.curve.snr', isLog: false, depth: 60 }),
    STEP_CURVE,
    RATIO_CURVE,
    denoiserCurve({ name: 'fit', series: 'objective', title: 'pixels.curve.objective', isLog: false }),
  ],
  heard: (state, side, t) => `${viewOf(state).title(state, side, t)}: ${t('denoiser.curve.snr')}`,
  // Norm of the last step, for the sound; NaN in round 0.
  excess: ({ trajectories }, side, step) => {
    const { series, stride } = trajectories[side];
    return series.step?.[Math.floor(step / stride)] ?? Number.NaN;
  },
  verdict: pixelVerdict,
  footing: pixelFooting,
  note: pixelNote,
  followers: [PIXEL_READER, { read: readThird }],
};
