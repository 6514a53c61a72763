import './words.en.ts';
import './shuffle.css';
import { numberAt, shownNumber } from '../../session/run/kept-steps.ts';
import type { MainKnob, ProblemView } from '../../session/view.ts';
import { followFields, readFields } from '../fields/follow-fields.ts';
import { PLAIN_VIEW } from '../kit/plain-view.ts';
import { CURVES } from './curves.ts';
import { SHUFFLE_FIGURE } from './figure.ts';
import { HEAT_PANELS, TRIANGLES_PANELS } from './matrices/panels.tsx';
import { shuffleMiniatures } from './miniature.ts';
import { RUNS } from './run-words.ts';
import { shuffleOf, triangleOf } from './shuffle-info.ts';
import { SHUFFLE_READER } from './shuffle-readings.ts';
import { aboutWords, footingWords, noteWords, shortOf, titleOf, verdictWords } from './shuffle-words.ts';
import { TABLE_NAMES } from './tables/names.ts';
import { BESIDE_MATRICES, BESIDE_TRIANGLES } from './third-panels.tsx';
import { trianglePanel } from './triangle/maps.ts';

const PENALTY: MainKnob = {
  key: 'lambda',
  low: 0,
  high: 1,
  decadesFrom: 0.01,
  words: ['shuffle.knob.none', 'shuffle.knob.full'],
  short: 'shuffle.knob.lambda',
};

const RAMP: MainKnob = {
  key: 'ramp',
  low: 0,
  high: 2000,
  decadesFrom: 10,
  isWhole: true,
  words: ['shuffle.knob.once', 'shuffle.knob.slow'],
  short: 'shuffle.knob.ramp',
};

const TRIANGLE_PANELS = [trianglePanel('left'), trianglePanel('right'), BESIDE_TRIANGLES];
const THREE_PANELS = [...TRIANGLES_PANELS, BESIDE_MATRICES];
const ALL_PANELS = [...HEAT_PANELS, BESIDE_MATRICES];

export const SHUFFLE_VIEW: ProblemView = {
  ...PLAIN_VIEW,
  wordy: true,
  className: 'shuffle',
  title: titleOf,
  short: shortOf,
  about: aboutWords,
  knob: () => PENALTY,
  knobBeside: () => RAMP,
  help: {
    lines: ['help.shuffleCost', 'help.shuffleSides', 'help.shuffleTraps', 'help.shuffleOurs'],
    source: 'help.shuffleSource',
  },
  runs: RUNS,
  tables: TABLE_NAMES,
  panels(state) {
    if (triangleOf(state)) return TRIANGLE_PANELS;
    const info = shuffleOf(state);
    return info ? (info.n === 3 ? THREE_PANELS : ALL_PANELS) : [];
  },
  raster: (state) => (triangleOf(state) ? 'raster' : null),
  miniatures: shuffleMiniatures,
  figure: SHUFFLE_FIGURE,
  curves: CURVES,
  loss: (snapshot, side) => shownNumber(snapshot, side, 'loss'),
  readout: (number, t) => t('shuffle.readout', { number }),
  heard: (state, side, t) => `${titleOf(state, side, t)}: ${t('shuffle.curve.cost')}`,
  excess: ({ trajectories }, side, step) => numberAt(trajectories[side], 'missed', step),
  bind(session) {
    const ends = [SHUFFLE_READER.bind(session), followFields(session)];
    return () => {
      for (const end of ends) end();
    };
  },
  read: async (engine, snapshot) => ({
    ...(await SHUFFLE_READER.read(engine, snapshot)),
    ...(await readFields(engine, snapshot)),
  }),
  verdict: verdictWords,
  footing: footingWords,
  explain: () => import('./explanation.ts'),
  note: noteWords,
};
