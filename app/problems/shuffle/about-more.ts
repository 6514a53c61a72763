import './matrix-words.en.ts';
import type { Translate } from '../../i18n/messages.ts';
import type { AppState } from '../../session/store.ts';
import { CHOSEN } from '../kit/state/view-state.ts';
import { permutationName } from './permutation-names.ts';
import { lineOf, shuffleOf } from './shuffle-info.ts';

/** Explains the notation by the cyclic shift. */
export function aboutMore(state: AppState, t: Translate): string {
  const info = shuffleOf(state);
  if (!info || CHOSEN.of(state) === 'tally') return '';
  const example = Array.from({ length: info.n }, (_, row) => (row + 1) % info.n);
  return t('shuffle.about.more', {
    line: lineOf(example),
    name: permutationName(example),
    levels: info.triangle !== null,
  });
}
