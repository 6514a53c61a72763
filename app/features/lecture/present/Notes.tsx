import { type ComponentType, useEffect, useMemo, useRef, useState } from 'react';
import { openScene, scenarioOf, sceneNumber } from '../../../session/guessing.ts';
import type { Scene } from '../../../session/lecture.ts';
import { useApp, useTransient, useTranslate } from '../../../session/session-context.tsx';
import { Coming } from '../../../ui/lazy-view.tsx';
import { Miniature } from '../../../ui/Miniature.tsx';
import { useMaps } from '../../../ui/use-maps.ts';
import { useFilledWords } from '../use-filled-words.ts';
import { linesOf } from './bullets.ts';
import { planOf } from './plan.ts';

const BULLETS = { say: 'notes.say', ask: 'notes.ask', do: 'notes.do' } as const;

export interface Told {
  /** Start of presenting in clock ms; null before. */
  readonly since: number | null;
  readonly scene: Scene;
  readonly next: Scene | null;
  readonly film?: ComponentType<{ scene: Scene }> | undefined;
}

export function Notes({ since, scene, next, film: Film }: Told) {
  const t = useTranslate();
  const [notes = '', moment = ''] = useFilledWords([scene.notes, scene.moment ?? ''], scene);
  return (
    <>
      <Standing since={since} />
      <div className="notes-text">
        {notes === '' && <p>{t('notes.none')}</p>}
        {linesOf(notes).map(({ kind, words }, k) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name but their place.
          <p key={k} className={kind ? 'bullet' : undefined}>
            {kind && <b>{t(BULLETS[kind])}</b>}
            <span>{words}</span>
          </p>
        ))}
      </div>
      {moment !== '' && (
        <section className="notes-moment">
          <h2>{t('notes.moment')}</h2>
          <p>{moment}</p>
          {Film && (
            <Coming>
              <Film key={scene.scenario} scene={scene} />
            </Coming>
          )}
        </section>
      )}
      {next ? <Next scene={next} /> : <p className="notes-next">{t('notes.last')}</p>}
    </>
  );
}

function Standing({ since }: { since: number | null }) {
  const t = useTranslate();
  const step = useRef<HTMLSpanElement>(null);
  const number = useApp(sceneNumber);
  const lecture = useApp((state) => state.lecture);
  const bookmark = useApp((state) => openScene(state)?.bookmark ?? null);
  const plan = planOf(lecture?.scenes ?? [], number);
  // Written directly, because it changes with every frame.
  useTransient(
    (state) => state.k,
    (k) => {
      if (step.current) step.current.textContent = t('notes.step', { k, bookmark });
    },
  );
  return (
    <p className="notes-standing">
      <span>{t('notes.scene', { scene: number, scenes: lecture?.scenes.length ?? 0 })}</span>
      <span ref={step} />
      <Elapsed since={since} />
      {plan && <span>{t('notes.plan', plan)}</span>}
    </p>
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
    <span className="notes-elapsed">
      {since === null ? t('notes.notBegun') : t('notes.elapsed', { time: clockTime(now - since) })}
    </span>
  );
}

/** Formats 754000 ms as 12:34. */
export function clockTime(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

function Next({ scene }: { scene: Scene }) {
  const t = useTranslate();
  const [title = '', question = ''] = useFilledWords([scene.title, scene.question], scene);
  const wanted = useMemo(() => [{ key: scene.scenario, ...scenarioOf(scene) }], [scene]);
  const maps = useMaps(wanted).get(scene.scenario);
  return (
    <div className="notes-next">
      {maps !== null && (
        <span className="scene-maps" aria-hidden>
          <Miniature maps={maps} side="left" zoom={2} />
          <Miniature maps={maps} side="right" zoom={2} />
        </span>
      )}
      <p>
        <span>{t('notes.next', { title })}</span>
        {question !== '' && <b>{question}</b>}
      </p>
    </div>
  );
}
