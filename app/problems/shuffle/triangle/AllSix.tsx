import { asksGuess } from '../../../session/guessing.ts';
import { useApp, useSession, useTranslate } from '../../../session/session-context.tsx';
import { useControl } from '../../../session/use-control.ts';
import { triangleOf } from '../shuffle-info.ts';

/** Says that the triangle is a part, and opens the whole. */
export function AllSix() {
  const session = useSession();
  const t = useTranslate();
  const control = useControl('shape');
  // The prompt has this place.
  const asked = useApp(asksGuess);

  /** Keeps the start as x0 I + x1 C + x2 C². */
  function widen(): void {
    const info = triangleOf(session.store.getState());
    const isGiven = session.store.getState().scenario.values.start !== null;
    if (!info) return;
    const start = [0, 1, 2].flatMap((row) => [0, 1, 2].map((column) => info.start[(column - row + 3) % 3]!));
    session.change({ shape: 'all', ...(isGiven && { start }) });
  }

  if (asked) return null;
  return (
    <div className="all-six">
      <span>{t('shuffle.cyclic')}</span>
      {control === 'shown' && (
        <button type="button" onClick={widen}>
          {t('shuffle.all')}
        </button>
      )}
    </div>
  );
}
