import { isAsking } from '../../../session/guessing.ts';
import { useApp, useSession, useTranslate } from '../../../session/session-context.tsx';
import { SORTED } from '../matrix-state.ts';
import { shuffleOf } from '../shuffle-info.ts';

/** Sorts the columns of both heat maps by the best permutation, if it is known. */
export function SortSwitch() {
  const { store } = useSession();
  const t = useTranslate();
  const isThere = useApp((state) => {
    const info = shuffleOf(state);
    return info !== null && info.n !== 3 && info.best !== null && !isAsking(state);
  });
  const checked = useApp(SORTED.of);
  if (!isThere) return null;
  return (
    <label className="sort">
      <input
        type="checkbox"
        checked={checked}
        data-testid="sort"
        onChange={({ target }) => SORTED.set(store, target.checked)}
      />
      {t('shuffle.matrix.sort')}
    </label>
  );
}
