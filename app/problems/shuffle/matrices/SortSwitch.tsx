import { isAsking } from '../../../session/guessing.ts';
import { useApp, useSession, useTranslate } from '../../../session/session-context.tsx';
import { isSorted } from '../matrix-state.ts';
import { shuffleOf } from '../shuffle-info.ts';

/** Columns in the order of the best permutation, in both heat maps, where it is known. */
export function SortSwitch() {
  const { store } = useSession();
  const t = useTranslate();
  const isThere = useApp((state) => {
    const info = shuffleOf(state);
    return info !== null && info.n !== 3 && info.best !== null && !isAsking(state);
  });
  const checked = useApp(isSorted);
  if (!isThere) return null;
  return (
    <label className="sort">
      <input
        type="checkbox"
        checked={checked}
        data-testid="sort"
        onChange={({ target }) => {
          const { readings, landscape } = store.getState();
          const sorted = { landscape, step: null, value: target.checked };
          store.setState({ readings: { ...readings, sorted } });
        }}
      />
      {t('shuffle.matrix.sort')}
    </label>
  );
}
