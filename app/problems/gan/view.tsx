import '../round-words.en.ts';
import './words.en.ts';
import './gan.css';
import type { SideName } from '../../../engine/contract.ts';
import { shownNumber } from '../../session/run/kept-steps.ts';
import type { MainKnob, Panel, ProblemView } from '../../session/view.ts';
import { followFields, readFields } from '../fields/follow-fields.ts';
import { PLAIN_VIEW } from '../kit/plain-view.ts';
import { CURVES, seriesOf, titleOfDistance } from './curves.ts';
import { GAME_FIGURE } from './figure.ts';
import { floorOf, gameOf } from './game-info.ts';
import { GAME_READER } from './game-readings.ts';
import { aboutWords, footingWords, pushWords, shortOf, titleOf, verdictWords } from './game-words.ts';
import { gameMiniatures } from './miniature.ts';
import { MORE } from './more-panel.tsx';
import { CONE } from './network/cone-panel.tsx';
import { NEURONS } from './network/neurons-panel.tsx';
import { planePanel, weightsPanel } from './plane/field-maps.ts';
import { RegionPanel } from './plane/RegionPanel.tsx';
import { createRegions, tellRegions } from './plane/region-drawing.ts';
import { RUNS } from './run-words.ts';
import { TABLE_NAMES } from './tables/names.ts';

const KNOBS: Readonly<Record<'network' | 'plane' | 'two-weights', MainKnob>> = {
  network: { key: 'width', low: 1, high: 40, isWhole: true, words: ['gan.knob.narrow', 'gan.knob.wide'] },
  plane: { key: 'rho', low: 0, high: 2, isWhole: false, words: ['gan.knob.noBrake', 'gan.knob.brake'] },
  'two-weights': {
    key: 'xmean',
    low: -1,
    high: 1,
    isWhole: false,
    isVector: true,
    words: ['gan.knob.below', 'gan.knob.above'],
  },
};

const of = (panel: (side: SideName) => Panel) => [panel('left'), panel('right')] as const;
const PLANE = of(planePanel);
const WEIGHTS = of(weightsPanel);

const REGION: Panel = {
  name: 'more',
  side: null,
  title: (_, t) => t('gan.region.title'),
  Body: RegionPanel,
  picture: {
    aspect: 1,
    narrow: () => 0.8,
    draw: (kit, snapshot, size) => kit.draw(createRegions, snapshot, size),
    tell: () => [tellRegions],
  },
};

/** A generator descends, a discriminator climbs; the right changes one thing. */
export const GAN: ProblemView = {
  ...PLAIN_VIEW,
  wordy: true,
  unit: 'round',
  className: 'gan',
  title: titleOf,
  short: shortOf,
  about: aboutWords,
  knob: (state) => {
    const info = gameOf(state);
    return info ? KNOBS[info.level] : null;
  },
  help: {
    lines: ['help.ganPlayers', 'help.ganFloor', 'help.ganPush', 'help.ganPlane'],
    source: 'help.ganSource',
  },
  runs: RUNS,
  tables: TABLE_NAMES,
  panels(state) {
    const info = gameOf(state);
    if (!info) return [];
    if (info.level === 'plane') return [...PLANE, REGION];
    return info.level === 'two-weights' ? [...WEIGHTS, NEURONS] : [CONE.left, CONE.right, MORE];
  },
  raster: (state) => (gameOf(state)?.level === 'two-weights' ? 'raster' : null),
  miniatures: gameMiniatures,
  figure: GAME_FIGURE,
  curves: CURVES,
  loss: (snapshot, side) => shownNumber(snapshot, side, seriesOf(snapshot.store.getState())),
  readout: (number, t, state) =>
    seriesOf(state) === 'loss' ? t('gan.readout', { number }) : t('gan.readout.plane', { number }),
  heard: (state, side, t) => `${titleOf(state, side, t)}: ${titleOfDistance(state, t)}`,
  excess: ({ store, trajectories }, side, step) => {
    const { series, stride } = trajectories[side];
    const floor = floorOf(store.getState(), side) || 0;
    return (series.loss?.[Math.floor(step / stride)] ?? Number.NaN) - floor;
  },
  bind(session) {
    const ends = [GAME_READER.bind(session), followFields(session)];
    return () => {
      for (const end of ends) end();
    };
  },
  read: async (engine, snapshot) => ({
    ...(await GAME_READER.read(engine, snapshot)),
    ...(await readFields(engine, snapshot)),
  }),
  verdict: verdictWords,
  footing: footingWords,
  explain: () => import('./explanation.ts'),
  note: ({ store }, side, t) => pushWords(store.getState(), side, t),
};
