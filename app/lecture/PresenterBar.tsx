import '../messages/en-present.ts';
import { useApp, useSession, useTranslate } from '../views/session-context.tsx';
import { goToScene } from './walk.ts';

/** Goes through the open lecture. */
export function PresenterBar() {
  const session = useSession();
  const t = useTranslate();
  const lecture = useApp((state) => state.lecture);
  const scene = useApp(({ scenario }) => scenario.values.scene as number);
  if (!lecture) return null;
  return (
    <nav className="presenter" aria-label={lecture.title}>
      <button type="button" disabled={scene <= 1} onClick={() => goToScene(session, scene - 1)}>
        {t('present.previous')}
      </button>
      <span>{t('present.of', { scene, scenes: lecture.scenes.length })}</span>
      <button
        type="button"
        disabled={scene >= lecture.scenes.length}
        onClick={() => goToScene(session, scene + 1)}
      >
        {t('present.next')}
      </button>
    </nav>
  );
}
