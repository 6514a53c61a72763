import { dynamicKey, type MessageKey } from '../../i18n/messages.ts';
import { problemShort, problemSide } from '../../pictures/side-words.ts';
import { settingsWords } from '../../session/facts.ts';
import { shownNumber } from '../../session/run/kept-steps.ts';
import { standingOf } from '../../session/run/standing.ts';
import { type ProblemView, viewOf } from '../../session/view.ts';

export const PLAIN_VIEW = {
  maps: null,
  isMissing: false,
  isFirst: false,
  wordy: false,
  className: '',
  title: ({ openedProblem }, side, t) => problemSide(openedProblem, side, t),
  short: ({ openedProblem }, side, t) => problemShort(openedProblem, side, t),
  help: { lines: ['help.other'] },
  runs: {
    aim: () => 'distance',
    sides: ({ problem }, t) => ({
      left: problemSide(problem, 'left', t),
      right: problemSide(problem, 'right', t),
    }),
    isOfSamples: false,
  },
  raster: () => null,
  tables: {},
  panels: () => [],
  curves: [],
  loss: (snapshot, side) => shownNumber(snapshot, side, 'loss'),
  readout: (loss, t) => t('readout.loss', { loss }),
  heard: (state, side, t) => t('aria.loss', { side: viewOf(state).short(state, side, t) }),
  excess: () => Number.NaN,
  verdict({ trajectories }, state, side, t) {
    const { status, endedAt } = standingOf(state, trajectories, side);
    const say = t as (key: MessageKey, facts: object) => string;
    return say(dynamicKey('end', state.openedProblem, status), { k: endedAt, ...state.sides[side].carried });
  },
  footing(_, state, side, t) {
    const { status, endedAt, labels } = state.sides[side];
    const ended = !labels && endedAt !== null && endedAt <= state.k;
    const below = state.opened?.sides[side].iterates ? '' : settingsWords(state, side, t);
    return { below, why: '', ended, overshoots: ended && status === 'diverged' };
  },
  tell(snapshot, state, t) {
    const view = viewOf(state);
    return t('aria.run', {
      k: state.k,
      left: view.verdict(snapshot, state, 'left', t),
      right: view.verdict(snapshot, state, 'right', t),
      names: { left: view.title(state, 'left', t), right: view.title(state, 'right', t) },
    });
  },
} as const satisfies ProblemView;
