import '../round-words.en.ts';
import './words.en.ts';
import './federated.css';
import type { NetworkInfo, PlaneInfo } from '../../../engine/problems/federated/types.ts';
import { dynamicKey } from '../../i18n/messages.ts';
import type { MainKnob } from '../../session/view.ts';
import { lazyView } from '../../ui/lazy-view.tsx';
import { FIELDS } from '../fields/follow-fields.ts';
import { defineView } from '../kit/define-view.ts';
import { FED_READER } from './federated-readings.ts';
import { NETWORK } from './network/view.ts';
import { PLANE } from './plane/view.ts';
import { RUNS } from './run-words.ts';

const Idea = lazyView(() => import('./Idea.tsx'), 'Idea');

const LOCAL: MainKnob = {
  ...{ key: 'local', low: 1, high: 100, isWhole: true },
  side: 'left',
  words: ['fed.knob.one', 'fed.knob.many'],
};

const LOCAL_OF_BOTH: MainKnob = { ...LOCAL, side: 'both' };

/** Federated averaging: quadratic clients against plain descent, or a network against its linearisation. */
export const FEDERATED_VIEW = defineView<{ plane: PlaneInfo; network: NetworkInfo }>({
  levels: { plane: PLANE, network: NETWORK },
  levelOf: ({ level }) => level,
  followers: [FED_READER, FIELDS],
  figureTitle: (name, t) => t(dynamicKey('fed.figure', name)),
  shared: {
    unit: 'round',
    wordy: true,
    className: 'federated',
    // Plain descent has no local steps.
    knob: ({ opened }) =>
      (opened?.info as Partial<PlaneInfo> | undefined)?.versus === 'rounds' ? LOCAL : LOCAL_OF_BOTH,
    foretells: true,
    idea: () => Idea,
    help: {
      lines: ['help.fedRound', 'help.fedSurrogate', 'help.fedRest', 'help.fedNetwork'],
      source: 'help.fedSource',
    },
    runs: RUNS,
    tables: { trajectories: 'averages', curves: 'losses', samples: 'arcs' },
    ownNote: () => 'fed.own',
    raster: () => 'raster',
    explain: () => import('./explanation.ts'),
  },
});
