import './matrix-words.en.ts';
import type { Translate } from '../../i18n/messages.ts';
import type { AppState } from '../../session/store.ts';
import { permutationName } from './permutation-names.ts';
import { lineOf, shuffleOf } from './shuffle-info.ts';

/** What stands below the name of the third panel: how permutations are written there, by the one that moves each node one on. */
export function aboutMore(state: AppState, t: Translate): string {
  const info = shuffleOf(state);
  if (!info || state.readings.more?.value === 'tally') return '';
  const example = Array.from({ length: info.n }, (_, row) => (row + 1) % info.n);
  return t('shuffle.about.more', {
    line: lineOf(example),
    name: permutationName(example),
    levels: info.triangle !== null,
  });
}
