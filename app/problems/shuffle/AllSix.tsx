import { useApp, useSession, useTranslate } from '../../session/session-context.tsx';
import { useControl } from '../../session/use-control.ts';
import { triangleOf } from './shuffle-info.ts';

/** Says that the triangle is a part, and leads to the whole. */
export function AllSix() {
  const session = useSession();
  const t = useTranslate();
  const control = useControl('shape');
  const isShown = useApp((state) => triangleOf(state) !== null);
  if (!isShown) return null;
  return (
    <div className="all-six">
      <span>{t('shuffle.cyclic')}</span>
      {control === 'shown' && (
        <button type="button" onClick={() => session.change({ shape: 'all', start: null })}>
          {t('shuffle.all')}
        </button>
      )}
    </div>
  );
}
