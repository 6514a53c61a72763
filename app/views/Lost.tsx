import { useApp, useTranslate } from './session-context.tsx';

/** Says that the engine is gone; what was computed stays on the page. */
export function Lost() {
  const t = useTranslate();
  const lost = useApp((state) => state.phase === 'lost');
  if (!lost) return null;
  return (
    <section className="notices" role="alert">
      <p>
        <b>{t('lost.title')}</b> {t('lost.text')}
      </p>
      <button type="button" className="primary" onClick={() => location.reload()}>
        {t('lost.reload')}
      </button>
    </section>
  );
}
