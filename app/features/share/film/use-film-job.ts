import { useEffect, useRef, useState } from 'react';
import type { Translate } from '../../../i18n/messages.ts';
import { useSession } from '../../../session/session-context.tsx';
import { MOST_BYTES } from './choice.ts';
import { computeToEnd, RunLost } from './compute-steps.ts';
import { type Film, type FilmOptions, type FilmProgress, FilmTooLarge, makeFilm } from './make-film.ts';
import type { Prepared } from './moment-choice.ts';

/** Least ms between progress updates. */
const PACE = 80;

type Job<T> = (signal: AbortSignal, onProgress: FilmOptions['onProgress']) => Promise<T>;

/** Runs one film at a time, with playback paused meanwhile; unmounting cancels. */
export function useFilmJob(t: Translate) {
  const session = useSession();
  const [making, setMaking] = useState<FilmProgress | null>(null);
  const [film, setFilm] = useState<Film | null>(null);
  const [said, setSaid] = useState('');
  const running = useRef<AbortController | null>(null);
  useEffect(
    () => () => {
      if (running.current) session.say('toast.filmCancelled');
      running.current?.abort();
    },
    [session],
  );

  /** Runs a job with its own signal. Reports failure or cancellation and returns null. */
  async function run<T>(job: Job<T>, failed: string): Promise<T | null> {
    const controller = new AbortController();
    running.current = controller;
    const { playing, opened } = session.store.getState();
    session.pause();
    let painted = Number.NEGATIVE_INFINITY;
    let phase = '';
    const onProgress = (progress: FilmProgress) => {
      const now = performance.now();
      if (controller.signal.aborted || (progress.phase === phase && Math.abs(now - painted) < PACE)) return;
      painted = now;
      phase = progress.phase;
      setMaking(progress);
    };
    try {
      return await job(controller.signal, onProgress);
    } catch (error) {
      if (!controller.signal.aborted) setSaid(wordsOf(error, failed));
      return null;
    } finally {
      if (running.current === controller) {
        running.current = null;
        setMaking(null);
      }
      const now = session.store.getState();
      if (playing && !now.playing && now.opened === opened) session.bypassLimits(session.goOn);
    }
  }

  function wordsOf(error: unknown, failed: string): string {
    if (error instanceof RunLost) return t('share.film.lost');
    if (error instanceof FilmTooLarge) return t('share.film.tooLarge', { bytes: MOST_BYTES });
    return failed;
  }

  return {
    making,
    film,
    said,
    /** Makes a film once its choice is prepared; null if cancelled or failed. */
    async make(prepare: Job<Prepared>, failed: string): Promise<Film | null> {
      setSaid(t('share.film.making'));
      setMaking({ phase: 'start', done: 0, of: 1 });
      const made = await run(async (signal, onProgress) => {
        const { choice, codec } = await prepare(signal, onProgress);
        signal.throwIfAborted();
        return makeFilm(session, choice, { codec, t, signal, onProgress });
      }, failed);
      if (!made) return null;
      setFilm(made);
      setSaid(t('share.film.ready', { ...made, bytes: made.blob.size }));
      return made;
    },
    /** Computes to the race's end; null if cancelled. */
    async findEnd(): Promise<{ readonly end: number } | null> {
      const { frontier } = session.store.getState();
      setSaid(t('share.film.seeking'));
      setMaking({ phase: 'steps', done: frontier, of: frontier + 1 });
      const found = await run(
        (signal, onProgress) =>
          computeToEnd(session, signal, (done, of) => onProgress({ phase: 'steps', done, of })),
        t('share.film.lost'),
      );
      if (found) setSaid(t(found.ended ? 'share.film.ended' : 'share.film.notEnded', { k: found.end }));
      return found;
    },
    cancel(): void {
      running.current?.abort();
      running.current = null;
      setMaking(null);
      setSaid(t('toast.filmCancelled'));
    },
    drop(): void {
      setFilm(null);
      setSaid('');
    },
    say: setSaid,
  };
}
