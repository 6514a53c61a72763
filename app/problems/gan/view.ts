import '../round-words.en.ts';
import './tables/words.en.ts';
import './words.en.ts';
import './gan.css';
import type { GeneratorInfo, PlaneInfo } from '../../../engine/problems/gan/types.ts';
import { viewOf } from '../../session/view.ts';
import { lazyView } from '../../ui/lazy-view.tsx';
import { FIELDS } from '../fields/follow-fields.ts';
import { defineView } from '../kit/define-view.ts';
import { floorOf, isCalm, titleOf } from './game-info.ts';
import { gameMiniatures } from './miniature.ts';
import { NETWORK } from './network/view.ts';
import { PLANE } from './plane/view.ts';
import { RUNS } from './run-words.ts';
import { TWO_WEIGHTS } from './two-weights/view.ts';

const Idea = lazyView(() => import('./Idea.tsx'), 'Idea');

/** A generator descends, a discriminator climbs; the right changes one thing. */
export const GAN = defineView<{ network: GeneratorInfo; plane: PlaneInfo; 'two-weights': GeneratorInfo }>({
  levels: { network: NETWORK, plane: PLANE, 'two-weights': TWO_WEIGHTS },
  levelOf: ({ level }) => level,
  followers: [FIELDS],
  figureTitle: (name, t) => t(name === 'distance' ? 'gan.figure.distance' : 'gan.curve.value'),
  shared: {
    // A turn of the spiral, and each floor, has then been seen.
    foretells: 50,
    idea: () => Idea,
    second: () => ['more', 'neurons', 'value'],
    wordy: true,
    unit: 'round',
    className: 'gan',
    short: titleOf,
    help: {
      lines: ['help.ganPlayers', 'help.ganFloor', 'help.ganPush', 'help.ganPlane'],
      source: 'help.ganSource',
    },
    runs: RUNS,
    tables: { trajectories: 'plays', curves: 'rounds', neurons: 'players' },
    miniatures: gameMiniatures,
    readout: (number, t, state) => (isCalm(state) ? '' : t('gan.readout', { number })),
    heard: (state, side, t) => `${titleOf(state, side, t)}: ${viewOf(state).curves[0]!.title(state, t)}`,
    excess({ store, trajectories }, side, step) {
      const { series, stride } = trajectories[side];
      const floor = floorOf(store.getState(), side) || 0;
      return (series.loss?.[Math.floor(step / stride)] ?? Number.NaN) - floor;
    },
    explain: () => import('./explanation.ts'),
  },
});
