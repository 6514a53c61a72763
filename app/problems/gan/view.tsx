import './words.en.ts';
import './gan.css';
import type { SideName } from '../../../engine/contract.ts';
import { formatNumberShort } from '../../i18n/format.ts';
import type { MainKnob, Panel, ProblemView } from '../../session/view.ts';
import { PLAIN_VIEW } from '../plain-view.ts';
import { seriesCurve } from '../series-curve.ts';
import { floorOf, gameOf, generatorOf, playersRead } from './game-info.ts';
import { bindGame, readSnapshotGame } from './game-readings.ts';
import { aboutWords, forecastWords, titleOf, verdictWords } from './game-words.ts';
import { RegionPanel } from './RegionPanel.tsx';
import { createRegions, tellRegions } from './region-drawing.ts';

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

function Plate() {
  return <div className="plate" />;
}

const sidePanel = (side: SideName): Panel => ({
  name: side,
  side,
  title: (state, t) => titleOf(state, side, t),
  facts: (state, t) => forecastWords(state, side, t),
  Body: Plate,
});
const LEFT = sidePanel('left');
const RIGHT = sidePanel('right');

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

const MSE = seriesCurve('loss', { scale: 'log', better: 'lower' }, (t) => t('gan.curve.mse'));
const VALUE = seriesCurve('value', { scale: 'linear', better: null, signed: true }, (t) =>
  t('gan.curve.value'),
);

/** A min-max game: a generator descends, a discriminator climbs; on the right the same game, changed in one thing. */
export const GAN: ProblemView = {
  ...PLAIN_VIEW,
  wordy: true,
  className: 'gan',
  title: titleOf,
  short: titleOf,
  about: aboutWords,
  knob: (state) => {
    const info = gameOf(state);
    return info ? KNOBS[info.level] : null;
  },
  help: { lines: ['help.ganPlayers', 'help.ganFloor', 'help.ganPlane'], source: 'help.ganSource' },
  runs: {
    aim: 'excess',
    sides: (_, t) => ({ left: t('side.left.gan'), right: t('side.right.gan') }),
    isOfSamples: false,
  },
  panels(state) {
    const info = gameOf(state);
    if (!info) return [];
    return info.level === 'plane' ? [LEFT, RIGHT, REGION] : [LEFT, RIGHT];
  },
  curves: [MSE, VALUE],
  readout: (loss, t) => t('gan.readout', { loss }),
  heard: (state, side, t) => t('aria.gan.mse', { side: titleOf(state, side, t) }),
  excess: ({ store, trajectories }, side, step) => {
    const { series, stride } = trajectories[side];
    const floor = floorOf(store.getState(), side) || 0;
    return (series.loss?.[Math.floor(step / stride)] ?? Number.NaN) - floor;
  },
  bind: bindGame,
  read: readSnapshotGame,
  verdict: verdictWords,
  explain: () => import('./explanation.ts'),
  note({ store }, side, t) {
    const state = store.getState();
    const of = generatorOf(state, side);
    const push = playersRead(state)?.[side].push;
    if (!of || of.kind === 'convex' || push === undefined) return '';
    return t('gan.push', { push: short(push), rho: short(of.rho) });
  },
};

const short = (value: number) => formatNumberShort(Number(value.toPrecision(3)));
