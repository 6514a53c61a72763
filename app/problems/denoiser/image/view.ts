import './words.en.ts';
import type { ImageInfo } from '../../../../engine/problems/denoiser/types.ts';
import { type MainKnob, showsAll, viewOf } from '../../../session/view.ts';
import { lazyView } from '../../../ui/lazy-view.tsx';
import type { LevelView } from '../../kit/define-view.ts';
import { BESIDE_IMAGES, readThird } from '../image-third.ts';
import { IMAGE_CURVES } from './curves.ts';
import { imageMiniatures } from './miniature.ts';
import { SIDE_PANELS } from './panels.tsx';
import { IMAGE_READER } from './readings.ts';
import { aboutWords, footingWords, titleOf, verdictWords } from './told.ts';

const STRENGTH: MainKnob = {
  ...{ key: 'strength', low: 0.01, high: 20, decadesFrom: 0.01 },
  side: 'both',
  words: ['image.knob.weak', 'image.knob.strong'],
  short: 'image.knob.strength',
};

const STEP: MainKnob = {
  ...{ key: 'c', low: 0.1, high: 2.1 },
  side: 'both',
  words: ['image.knob.short', 'image.knob.long'],
  short: 'image.knob.step',
};

const Idea = lazyView(() => import('./Idea.tsx'), 'Idea');

const PANELS = [...SIDE_PANELS, BESIDE_IMAGES];

export const IMAGE: LevelView<ImageInfo> = {
  title: titleOf,
  about: aboutWords,
  knob: () => STRENGTH,
  // On the first screen there is one knob.
  knobBeside: (state) => (showsAll(state) ? STEP : null),
  idea: () => Idea,
  second: () => ['more', 'step', 'ratio', 'fit'],
  panels: () => PANELS,
  miniatures: imageMiniatures,
  curves: IMAGE_CURVES,
  heard: (state, side, t) => `${viewOf(state).title(state, side, t)}: ${t('image.curve.snr')}`,
  verdict: verdictWords,
  footing: footingWords,
  followers: [IMAGE_READER, { read: readThird }],
};
