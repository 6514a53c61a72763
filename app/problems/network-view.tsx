import type { SideName } from '../../engine/contract.ts';
import type { Translate } from '../i18n/messages.ts';
import type { AppState } from '../session/store.ts';
import { type MainKnob, type ProblemView, showsAll } from '../session/view.ts';
import { GapMeter } from './kit/gap/GapMeter.tsx';
import type { GapOf } from './kit/gap/gap-drawing.ts';
import { PLAIN_VIEW } from './kit/plain-view.ts';

export const WIDTH: MainKnob = {
  ...{ key: 'neurons', low: 1, high: 40, isWhole: true },
  side: 'left',
  words: ['knob.narrow', 'knob.wide'],
};

interface NetworkViewOf extends Pick<ProblemView, 'verdict'> {
  readonly gapOf: GapOf;
  /** Returns a side's footing, once more than the first screen is shown. */
  footing(state: AppState, side: SideName, t: Translate): { readonly below: string; readonly why?: string };
}

/** Views of a network that descends and a program with a proved bound: the width, the gap, and what is told. */
export const networkView = ({ gapOf, verdict, footing }: NetworkViewOf) =>
  ({
    ...PLAIN_VIEW,
    wordy: true,
    verdict,
    knob: () => WIDTH,
    // The program takes two columns; a third would be sampled.
    ownBias: (features) => features !== 2,
    foretells: 'start',
    // biome-ignore lint/correctness/noComponentHookFactories: a view is made once, with its module.
    Meter: () => <GapMeter gapOf={gapOf} />,
    footing(snapshot, state, side, t) {
      const plain = PLAIN_VIEW.footing(snapshot, state, side, t);
      // The first screen lacks the pictures that these lines name.
      if (state.k === 0 && !showsAll(state)) return side === 'left' ? plain : { ...plain, below: '' };
      return { ...plain, ...footing(state, side, t) };
    },
    tell: (snapshot, state, t) =>
      t('aria.network', {
        k: state.k,
        left: verdict(snapshot, state, 'left', t),
        right: verdict(snapshot, state, 'right', t),
      }),
  }) satisfies ProblemView;
