import './tables/words.en.ts';
import './words.en.ts';
import './shuffle.css';
import type { OnMatrices, OnTriangle } from '../../../engine/problems/shuffle/types.ts';
import { dynamicKey } from '../../i18n/messages.ts';
import { numberAt } from '../../session/run/kept-steps.ts';
import { type MainKnob, showsAll } from '../../session/view.ts';
import { lazyView } from '../../ui/lazy-view.tsx';
import { FIELDS } from '../fields/follow-fields.ts';
import { defineView } from '../kit/define-view.ts';
import { CURVES } from './curves.ts';
import { MATRICES } from './matrices/view.ts';
import { RUNS } from './run-words.ts';
import { SHUFFLE_READER } from './shuffle-readings.ts';
import { TRIANGLE } from './triangle/view.ts';

const PENALTY: MainKnob = {
  ...{ key: 'lambda', low: 0, high: 1, decadesFrom: 0.01 },
  side: 'right',
  words: ['shuffle.knob.none', 'shuffle.knob.full'],
  short: 'shuffle.knob.lambda',
};

const RAMP: MainKnob = {
  ...{ key: 'ramp', low: 0, high: 2000, decadesFrom: 10, isWhole: true },
  side: 'right',
  words: ['shuffle.knob.once', 'shuffle.knob.slow'],
  short: 'shuffle.knob.ramp',
};

const Idea = lazyView(() => import('./idea/Idea.tsx'), 'Idea');

export const SHUFFLE_VIEW = defineView<{ triangle: OnTriangle; matrices: OnMatrices }>({
  levels: { triangle: TRIANGLE, matrices: MATRICES },
  levelOf: ({ triangle }) => (triangle ? 'triangle' : 'matrices'),
  followers: [SHUFFLE_READER, FIELDS],
  figureTitle: (name, t) => t(dynamicKey('shuffle.curve', name)),
  shared: {
    wordy: true,
    className: 'shuffle',
    short: (_, side, t) => t(`shuffle.short.${side}`),
    knob: () => PENALTY,
    // On the first screen there is one knob.
    knobBeside: (state) => (showsAll(state) ? RAMP : null),
    foretells: true,
    idea: () => Idea,
    second: () => ['more', 'penalty', 'rounded'],
    help: {
      lines: ['help.shuffleCost', 'help.shuffleSides', 'help.shuffleTraps', 'help.shuffleOurs'],
      source: 'help.shuffleSource',
    },
    runs: RUNS,
    tables: { trajectories: 'mixtures', curves: 'costs', rests: 'restpoints' },
    curves: CURVES,
    readout: (number, t) => t('shuffle.readout', { number }),
    excess: ({ trajectories }, side, step) => numberAt(trajectories[side], 'missed', step),
    explain: () => import('./explanation.ts'),
  },
});
