import '../chance-words.en.ts';
import './tally.css';
import type { ShuffleInfo, TallyReading } from '../../../../engine/problems/shuffle/types.ts';
import { useApp } from '../../../session/session-context.tsx';
import type { AppState } from '../../../session/store.ts';
import { NumberChoice } from '../../kit/NumberChoice.tsx';
import { say } from '../../kit/say.ts';
import { type Swept, sweepPanel } from '../../kit/sweep/sweep-panel.tsx';
import { shuffleOf } from '../shuffle-info.ts';
import { STARTS, TALLY } from './asked.ts';
import { shownTally } from './drawing.ts';

interface TallyState {
  readonly info: ShuffleInfo | null;
  readonly starts: number;
  readonly known: Swept<TallyReading> | null;
}

const startsOf = ({ scenario }: AppState) => scenario.values.starts as number;

function Starts() {
  const chosen = useApp(startsOf);
  const numbers = [...new Set([...STARTS, chosen])].sort((a, b) => a - b);
  return <NumberChoice name="starts" words="shuffle.tally.starts" {...{ numbers, chosen }} />;
}

/** Counts, on demand, how many starts of each side end at a best permutation. */
export const TALLY_PANEL = sweepPanel<TallyReading, TallyState>({
  ...{ name: 'tally', reading: 'tally', known: TALLY, Extra: Starts },
  title: (_, t) => t('shuffle.tally.label'),
  ask: () => null,
  select: (state) => ({ info: shuffleOf(state), starts: startsOf(state), known: TALLY.of(state) }),
  show: ({ info, starts, known }, t) => info && shownTally(info, starts, known?.told ?? null, t),
  word: (t, name, facts) => say(t, `shuffle.tally.${name}`, facts),
});
