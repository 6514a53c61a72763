import './words.en.ts';
import './film.css';
import { Clapperboard, X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { scenarioOf } from '../../../session/guessing.ts';
import type { Scene } from '../../../session/lecture.ts';
import { isSameRun } from '../../../session/scenario/preset-of.ts';
import { useSession, useTranslate } from '../../../session/session-context.tsx';
import { Button } from '../../../ui/fields/Button.tsx';
import { useTheme } from '../../../ui/look/theme.ts';
import { saveFile } from '../../../ui/save-file.ts';
import { FilmMeter } from './FilmMeter.tsx';
import { chooseMoment } from './moment-choice.ts';
import { useFilmJob } from './use-film-job.ts';

/** Films the open scene with fixed choices and saves the file; while it does, the button and Escape cancel. */
export function MomentFilm({ scene }: { scene: Scene }) {
  const session = useSession();
  const t = useTranslate();
  const { name: theme } = useTheme();
  const { making, said, say, make, cancel } = useFilmJob(t);

  async function film(): Promise<void> {
    if (!isSameRun(session.store.getState().scenario, scenarioOf(scene)))
      return say(t('share.film.otherRun'));
    const made = await make(
      (signal, onProgress) => chooseMoment(session, scene, theme, signal, onProgress),
      t('share.film.momentFailed'),
    );
    if (!made) return;
    saveFile(made.blob, made.name);
    say(t('share.film.saved', made));
  }

  /** The page's Escape would close the notes, and with them the film. */
  function onKey(event: KeyboardEvent): void {
    if (!making || event.key !== 'Escape') return;
    event.stopPropagation();
    cancel();
  }

  return (
    <div className="film-actions">
      <Button
        icon={making ? X : Clapperboard}
        onClick={making ? cancel : () => void film()}
        onKeyDown={onKey}
        words={t(making ? 'share.film.cancel' : 'share.film.moment')}
      />
      {making && <FilmMeter {...making} />}
      <p role="status" className="film-status">
        {said}
      </p>
    </div>
  );
}
