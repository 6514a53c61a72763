import { useTranslate } from '../../../session/session-context.tsx';
import type { FilmProgress } from './make-film.ts';

export function FilmMeter(making: FilmProgress) {
  const t = useTranslate();
  const { phase, done, of } = making;
  return (
    <>
      <progress max={of} value={done} aria-label={t('share.film.progress')} />
      <span className="film-facts" data-testid="film-progress">
        {phase === 'maps' && t('share.film.phase.maps')}
        {(phase === 'steps' || phase === 'frames') && t(`share.film.phase.${phase}`, making)}
      </span>
    </>
  );
}
