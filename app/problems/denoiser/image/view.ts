import './words.en.ts';
import { shownNumber } from '../../../session/run/kept-steps.ts';
import type { MainKnob } from '../../../session/view.ts';
import { imageOf, shortName } from '../denoiser-info.ts';
import { shownSnr } from '../image-numbers.ts';
import { BESIDE_IMAGES } from '../image-third.ts';
import type { LevelView } from '../level-view.ts';
import { IMAGE_CURVES } from './curves.ts';
import { imageMiniatures } from './miniature.ts';
import { SIDE_PANELS } from './panels.tsx';
import { IMAGE_READER } from './readings.ts';
import { aboutWords, footingWords, titleOf, verdictWords } from './told.ts';

const STRENGTH: MainKnob = {
  key: 'strength',
  low: 0.01,
  high: 20,
  decadesFrom: 0.01,
  words: ['image.knob.weak', 'image.knob.strong'],
  short: 'image.knob.strength',
};

const STEP: MainKnob = {
  key: 'c',
  low: 0.1,
  high: 2.1,
  words: ['image.knob.short', 'image.knob.long'],
  short: 'image.knob.step',
};

const PANELS = [...SIDE_PANELS, BESIDE_IMAGES];

export const IMAGE: LevelView = {
  title: titleOf,
  short: shortName,
  about: aboutWords,
  knob: () => STRENGTH,
  knobBeside: () => STEP,
  panels: (state) => (imageOf(state) ? PANELS : []),
  raster: () => 'raster',
  miniatures: imageMiniatures,
  curves: IMAGE_CURVES,
  loss: (snapshot, side) => shownSnr(shownNumber(snapshot, side, 'snr')),
  readout: (number, t) => t('denoiser.readout', { number }),
  heard: (state, side, t) => `${titleOf(state, side, t)}: ${t('image.curve.snr')}`,
  excess: () => Number.NaN,
  verdict: verdictWords,
  footing: footingWords,
  note: () => '',
  ...IMAGE_READER,
};
