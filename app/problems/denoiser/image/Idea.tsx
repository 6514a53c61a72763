import { useTranslate } from '../../../session/session-context.tsx';

/** One round in words: fit the measured frequencies, then denoise. */
export function Idea() {
  const t = useTranslate();
  return (
    <div className="curve idea" data-testid="idea">
      <p>
        <b>{t('image.idea')}</b> {t('image.idea.words')}
      </p>
    </div>
  );
}
