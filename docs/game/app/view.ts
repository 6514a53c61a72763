import './words.en.ts';
import { GAME } from '../../../engine/problems/game/card.ts';
import { shownNumber } from '../../session/run/kept-steps.ts';
import type { ProblemView } from '../../session/view.ts';
import { seriesCurve } from '../kit/curve/series-curve.ts';
import { picturePanel } from '../kit/picture-panel.tsx';
import { PLAIN_VIEW } from '../kit/plain-view.ts';
import { askOrbit, orbitWords } from './orbit.ts';
import { createPlayers, createShares, tellPlayers, tellShares } from './pictures.ts';

const value = seriesCurve('value', GAME.series.value, (t) => t('game.value'));

const PANELS = [
  picturePanel({
    name: 'players',
    side: 'left',
    title: (_, t) => t('game.players'),
    facts: orbitWords,
    label: (_, t) => t('game.players.label'),
    create: createPlayers,
    tell: tellPlayers,
  }),
  picturePanel({
    name: 'shares',
    side: 'right',
    title: (_, t) => t('game.shares'),
    label: (_, t) => t('game.shares.label'),
    create: createShares,
    tell: tellShares,
  }),
];

/** Shows the players' orbit, the triangle of shares, and both values. */
export const GAME_VIEW: ProblemView = {
  ...PLAIN_VIEW,
  panels: () => PANELS,
  curves: [value],
  loss: (snapshot, side) => shownNumber(snapshot, side, 'value'),
  readout: (number, t) => t('game.readout', { value: number }),
  explain: () => import('./explanation.ts'),
  bind: askOrbit,
  heard: (state, side, t) => t('game.heard', { side: GAME_VIEW.short(state, side, t) }),
};
