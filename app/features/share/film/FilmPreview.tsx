import { useEffect, useRef, useState } from 'react';
import { shallow } from 'zustand/shallow';
import { createLater, during } from '../../../session/busy.ts';
import { useSession, useTranslate } from '../../../session/session-context.tsx';
import type { AppState } from '../../../session/store.ts';
import type { FilmChoice } from './choice.ts';
import { createFilmPainter } from './film-pictures.ts';
import { freezeRun } from './freeze-run.ts';

/** Idle ms before the preview follows the view. */
const SETTLE = 200;

const watch = ({
  opened,
  frontier,
  grid,
  references,
  structure,
  slice,
  basins,
  pull,
  readings,
  viewState,
}: AppState) => [
  ...[opened, frontier, grid, references, structure, slice, basins, pull, viewState],
  ...Object.values(readings).filter(({ step }) => step === null),
];

/** Shows the last frame as far as computed. Keeps the picture while the choice is invalid or `paused`. */
export function FilmPreview({ choice, paused }: { choice: FilmChoice | null; paused: boolean }) {
  const session = useSession();
  const t = useTranslate();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [step, setStep] = useState<number | null>(null);
  const { width, height, theme, caption, to } = choice ?? {};
  useEffect(() => {
    if (width === undefined || paused) return;
    let latest = 0;
    /** Paints off screen, because reading networks takes a moment. */
    async function paintNow(): Promise<void> {
      const ticket = ++latest;
      const run = freezeRun(session, to!);
      const { frontier } = run.store.getState();
      const beside = document.createElement('canvas');
      Object.assign(beside, { width, height });
      const context = beside.getContext('2d', { alpha: false });
      if (!context) return;
      const draw = createFilmPainter(
        run,
        { width: width!, height: height!, theme: theme!, caption: caption! },
        t,
      );
      await draw(context, frontier);
      await document.fonts.ready;
      await draw(context, frontier);
      const shown = canvas.current;
      if (ticket !== latest || !shown) return;
      Object.assign(shown, { width, height });
      shown.getContext('2d')?.drawImage(beside, 0, 0);
      setStep(frontier);
    }
    const later = createLater(() => void during(paintNow()).catch(() => undefined));
    const soon = () => later.start(SETTLE);
    soon();
    const unsubscribe = session.store.subscribe(watch, soon, { equalityFn: shallow });
    return () => {
      latest++;
      later.stop();
      unsubscribe();
    };
  }, [session, t, width, height, theme, caption, to, paused]);
  const label = step === null ? t('share.film.waiting') : t('share.film.preview', { k: step });
  return (
    <figure className="film-preview">
      <canvas
        ref={canvas}
        width={1280}
        height={720}
        role="img"
        aria-label={label}
        data-testid="film-preview"
      />
      <figcaption className="film-facts" aria-hidden>
        {label}
      </figcaption>
    </figure>
  );
}
