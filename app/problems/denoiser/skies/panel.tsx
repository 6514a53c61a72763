import './words.en.ts';
import './skies.css';
import type { SkiesReading } from '../../../../engine/problems/denoiser/types.ts';
import { useApp } from '../../../session/session-context.tsx';
import type { AppState } from '../../../session/store.ts';
import { NumberChoice } from '../../kit/NumberChoice.tsx';
import { say } from '../../kit/say.ts';
import { sweepPanel } from '../../kit/sweep/sweep-panel.tsx';
import { imageOf } from '../denoiser-info.ts';
import { KNOWN_SKIES, SKIES_OFFERED, SKIES_ROUNDS, skiesAsked } from './asked.ts';
import { type SkiesState, shownSkies } from './drawing.ts';

const COUNT = 'skies.count';

const countOf = ({ scenario }: AppState) => scenario.values.skies as number;

function Count() {
  const chosen = useApp(countOf);
  const numbers = [...new Set([...SKIES_OFFERED, chosen])].sort((a, b) => a - b);
  return <NumberChoice name="skies" words={COUNT} {...{ numbers, chosen }} />;
}

/** A click opens a sky. */
export const SKIES_PANEL = sweepPanel<SkiesReading, SkiesState>({
  ...{ name: 'skies', reading: 'skies', known: KNOWN_SKIES, Extra: Count },
  title: (_, t) => t('skies.label'),
  select: (state) => ({
    right: imageOf(state)?.right ?? null,
    seed: state.scenario.values.seed as number,
    skies: countOf(state),
    rounds: SKIES_ROUNDS,
    from: skiesAsked(state).from,
    known: KNOWN_SKIES.of(state),
  }),
  ask: ({ skies, rounds, from }) => ({ skies, rounds, from }),
  show: ({ right, ...of }, t) => right && shownSkies(right, of, t),
  word: (t, name, facts) => say(t, `skies.${name === 'again' ? 'run' : name}`, facts),
  open: (sky, session) => session.change({ seed: KNOWN_SKIES.of(session.store.getState())!.told[sky]!.seed }),
});
