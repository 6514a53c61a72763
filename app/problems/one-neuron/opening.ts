import './words.en.ts';
import { MOST_HALVES } from '../../pictures/landscape/sample-marks.ts';
import type { AppState } from '../../session/store.ts';
import { lazyView } from '../../ui/lazy-view.tsx';
import { createFirstView, type Own } from '../planar/first-view.tsx';
import { hasIdea } from './idea.ts';

/** Returns the share of the relaxation in the loss that is shown: while a slider moves, the next may not have opened. */
const blendOf = ({ openedProblem, openedValues, scenario }: AppState) =>
  ((openedProblem === scenario.problem ? openedValues.blend : undefined) ?? scenario.values.blend) as number;
const isBlend = (state: AppState) => blendOf(state) < 1;

const Idea = lazyView(() => import('./Idea.tsx'), 'Idea');

const BLEND = {
  key: 'blend',
  side: 'right',
  low: 0,
  high: 1,
  isWhole: false,
  words: ['knob.squared', 'knob.relaxation'],
} as const;

/** Needed at once; the rest loads after the first picture. */
export const OPENING = {
  title: (state, side, t) =>
    side === 'right' && isBlend(state) ? t('side.rightBlend', { blend: blendOf(state) }) : t(`side.${side}`),
  short(state, side, t) {
    if (side === 'left') return t('side.left.short');
    return t(isBlend(state) ? 'side.blend.short' : 'side.right.short');
  },
  about(state, panel, t) {
    const { opened, scenario } = state;
    const { values } = scenario;
    if (panel === 'left')
      return t('about.left', { leak: values.leak as number, star: opened?.planted ?? true });
    if (panel === 'right') return t('about.right', { blend: blendOf(state) });
    // Before the samples load, use `n`, so that nothing moves.
    const drawn = opened?.samples.labels.length ?? (values.n as number | undefined) ?? 1;
    return panel === 'data' && drawn > 0 && drawn <= MOST_HALVES ? t('about.active') : '';
  },
  knob: () => BLEND,
  idea: (state) => (hasIdea(state) ? Idea : null),
} as const satisfies Own;

export const FIRST_VIEW = createFirstView(OPENING);
