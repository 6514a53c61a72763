import { useApp, useTranslate } from './session-context.tsx';

/** Says that the engine is gone, that a scenario could not be opened, or that something of the pictures is missing. */
export function Lost() {
  const t = useTranslate();
  const lost = useApp((state) => state.phase === 'lost');
  const unopened = useApp((state) => state.unopened);
  const incomplete = useApp((state) => state.incomplete);
  if (!lost && !incomplete) return null;
  const [title, text] = !lost
    ? (['lost.pictures.title', 'lost.pictures'] as const)
    : unopened
      ? (['lost.unopened.title', 'lost.unopened'] as const)
      : (['lost.title', 'lost.text'] as const);
  return (
    <section className="notices" role="alert">
      <p>
        <b>{t(title)}</b> {t(text)}
      </p>
      <button type="button" className="primary" onClick={() => location.reload()}>
        {t('lost.reload')}
      </button>
    </section>
  );
}
