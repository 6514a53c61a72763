import '../round-words.en.ts';
import './words.en.ts';
import './federated.css';
import { numberAt, shownNumber } from '../../session/run/kept-steps.ts';
import type { MainKnob, ProblemView } from '../../session/view.ts';
import { followFields, readFields } from '../fields/follow-fields.ts';
import { PLAIN_VIEW } from '../kit/plain-view.ts';
import { CURVES } from './curves.ts';
import { bindGrowth } from './explain-growth.ts';
import { networkOf, planeOf } from './federated-info.ts';
import { FED_READER } from './federated-readings.ts';
import { aboutWords, footingWords, shortOf, titleOf, verdictWords } from './federated-words.ts';
import { FEDERATED_FIGURE } from './figure.ts';
import { federatedMiniatures } from './miniature.ts';
import { loadMore, MORE } from './more-panel.ts';
import { CIRCLE } from './network/circle-panel.tsx';
import { planePanel } from './plane/field-maps.ts';
import { LOCAL } from './plane/LocalPanel.tsx';
import { RUNS } from './run-words.ts';

const KNOB: MainKnob = {
  key: 'local',
  low: 1,
  high: 100,
  isWhole: true,
  words: ['fed.knob.one', 'fed.knob.many'],
};

const PLANE_PANELS = [planePanel('left'), planePanel('right'), LOCAL];
const NETWORK_PANELS = [CIRCLE.left, CIRCLE.right, MORE];

/** Federated averaging: quadratic clients against plain descent, or a network against its linearisation. */
export const FEDERATED: ProblemView = {
  ...PLAIN_VIEW,
  unit: 'round',
  wordy: true,
  className: 'federated',
  title: titleOf,
  short: shortOf,
  about: aboutWords,
  knob: () => KNOB,
  help: {
    lines: ['help.fedRound', 'help.fedSurrogate', 'help.fedRest', 'help.fedNetwork'],
    source: 'help.fedSource',
  },
  runs: RUNS,
  tables: { trajectories: 'averages', curves: 'losses', samples: 'arcs' },
  ownNote: () => 'fed.own',
  panels: (state) => (planeOf(state) ? PLANE_PANELS : networkOf(state) ? NETWORK_PANELS : []),
  raster: () => 'raster',
  miniatures: federatedMiniatures,
  figure: FEDERATED_FIGURE,
  curves: CURVES,
  loss: (snapshot, side) =>
    shownNumber(snapshot, side, planeOf(snapshot.store.getState()) ? 'distance' : 'loss'),
  readout: (number, t, state) =>
    planeOf(state) ? t('fed.readout.distance', { number }) : t('readout.loss', { loss: number }),
  heard: (state, side, t) =>
    `${titleOf(state, side, t)}: ${t(planeOf(state) ? 'fed.curve.distance' : 'fed.curve.loss')}`,
  excess: ({ store, trajectories }, side, step) =>
    numberAt(trajectories[side], planeOf(store.getState()) ? 'excess' : 'loss', step),
  bind(session) {
    const ends = [FED_READER.bind(session), bindGrowth(session), followFields(session)];
    return () => {
      for (const end of ends) end();
    };
  },
  async read(engine, snapshot) {
    await loadMore(snapshot);
    return { ...(await FED_READER.read(engine, snapshot)), ...(await readFields(engine, snapshot)) };
  },
  verdict: verdictWords,
  footing: footingWords,
  explain: () => import('./explanation.ts'),
};
