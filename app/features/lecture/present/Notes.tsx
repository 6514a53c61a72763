import { useEffect, useState } from 'react';
import type { Scene } from '../../../session/lecture.ts';
import { useTranslate } from '../../../session/session-context.tsx';
import { useFilledWords } from '../use-filled-words.ts';

export interface Told {
  /** When presenting began, in milliseconds of the clock; null before. */
  readonly since: number | null;
  readonly scene: Scene;
  readonly next: Scene | null;
}

/** What the speaker reads: the notes of the scene, what comes next, how long it has taken. */
export function Notes({ since, scene, next }: Told) {
  const t = useTranslate();
  const [notes] = useFilledWords([scene.notes], scene);
  const [title = ''] = useFilledWords([next?.title ?? ''], next);
  return (
    <>
      <p className="notes-text">{notes || t('notes.none')}</p>
      <p className="notes-next">{next ? t('notes.next', { title }) : t('notes.last')}</p>
      <Elapsed since={since} />
    </>
  );
}

function Elapsed({ since }: { since: number | null }) {
  const t = useTranslate();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (since === null) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [since]);
  return (
    <p className="notes-elapsed">
      {since === null ? t('notes.notBegun') : t('notes.elapsed', { time: clockTime(now - since) })}
    </p>
  );
}

/** 754000 milliseconds as 12:34. */
export function clockTime(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
