import '../../storage/lectures/walk-words.en.ts';
import './present/words.en.ts';
import './present/present.css';
import {
  Bookmark,
  ChevronLeft,
  ChevronRight,
  LogOut,
  MonitorPlay,
  MonitorX,
  NotebookText,
  Pointer,
} from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { asksGuess, openScene, sceneNumber } from '../../session/guessing.ts';
import { useApp, useSession, useTranslate } from '../../session/session-context.tsx';
import { leaveLecture } from '../../storage/lectures/walk.ts';
import { IconButton } from './IconButton.tsx';
import { beginPresenting, followFullScreen } from './present/full-screen.ts';
import { LectureNews } from './present/LectureNews.tsx';
import { NotesPanel } from './present/NotesPanel.tsx';
import { NotesWindow, openNotesWindow } from './present/NotesWindow.tsx';
import { useHeightProperty } from './present/use-height-property.ts';
import { useSelfHiding } from './present/use-self-hiding.ts';
import { useFilledWords } from './use-filled-words.ts';

const findPlayback = () => document.querySelector<HTMLElement>('.playback');

/** Goes through the open lecture, and what the one who gives it needs at hand. */
export function PresenterBar() {
  const session = useSession();
  const t = useTranslate();
  const bar = useRef<HTMLElement>(null);
  const lecture = useApp((state) => state.lecture);
  const number = useApp(sceneNumber);
  const scene = useApp(openScene);
  const presenting = useApp((state) => state.presenting);
  const notes = useApp((state) => state.notes);
  const laser = useApp((state) => state.laser);
  const noMaps = useApp((state) => scene?.guess === true && state.opened !== null && !asksGuess(state));
  const [title] = useFilledWords([scene?.title ?? '']);
  const [since, setSince] = useState<number | null>(null);
  const [ownWindow, setOwnWindow] = useState<Window | null>(null);
  const [blocked, setBlocked] = useState(false);
  const hidden = useSelfHiding(bar, presenting);
  useHeightProperty(
    useCallback(() => bar.current, []),
    '--bar',
  );
  useHeightProperty(findPlayback, '--playback');

  useEffect(() => {
    setSince(presenting ? Date.now() : null);
    if (presenting) return followFullScreen();
  }, [presenting]);

  if (!lecture || !scene) return null;
  const scenes = lecture.scenes.length;

  function openNotes(): void {
    const opened = openNotesWindow();
    setBlocked(opened === null);
    if (!opened) return;
    setOwnWindow(opened);
    session.setNotes(false);
  }

  function leave(): void {
    leaveLecture(session);
    document.getElementById('lectures-button')?.focus();
  }

  const told = { since, scene, next: lecture.scenes[number] ?? null };
  return (
    <>
      <nav
        ref={bar}
        className="presenter"
        data-hidden={hidden}
        aria-label={t('present.bar', { title: lecture.title })}
      >
        {noMaps && <p className="no-maps">{t('present.noMaps')}</p>}
        <div>
          <IconButton
            words={t('present.previous')}
            shortcut={t('key.pageUp')}
            icon={<ChevronLeft size={20} aria-hidden />}
            able={number > 1}
            onClick={() => session.nextScene(-1)}
          />
          <span className="scene-count">{t('present.of', { scene: number, scenes })}</span>
          <IconButton
            words={t('present.next')}
            shortcut={t('key.pageDown')}
            icon={<ChevronRight size={20} aria-hidden />}
            able={number < scenes}
            onClick={() => session.nextScene(1)}
          />
          <span className="scene-title" title={title}>
            {title}
          </span>
          {scene.bookmark !== null && (
            <IconButton
              words={t('present.bookmark', { k: scene.bookmark })}
              shortcut="M"
              icon={<Bookmark size={18} aria-hidden />}
              onClick={session.toBookmark}
            />
          )}
          <IconButton
            words={t('present.notes')}
            icon={<NotebookText size={18} aria-hidden />}
            id="notes-button"
            aria-expanded={notes}
            onClick={() => (ownWindow ? ownWindow.focus() : session.setNotes(!notes))}
          />
          <IconButton
            words={t('present.laser')}
            shortcut="L"
            icon={<Pointer size={18} aria-hidden />}
            aria-pressed={laser}
            onClick={session.toggleLaser}
          />
          <button
            type="button"
            className="text-button"
            onClick={() => (presenting ? session.present(false) : beginPresenting(session))}
            title={t(presenting ? 'present.end' : 'present.begin')}
          >
            {presenting ? <MonitorX size={18} aria-hidden /> : <MonitorPlay size={18} aria-hidden />}
            <span>{t(presenting ? 'present.end' : 'present.begin')}</span>
          </button>
          <IconButton words={t('present.leave')} icon={<LogOut size={18} aria-hidden />} onClick={leave} />
        </div>
      </nav>
      <LectureNews />
      {notes && !ownWindow && <NotesPanel {...told} blocked={blocked} onOwnWindow={openNotes} />}
      {ownWindow && <NotesWindow {...told} target={ownWindow} onClosed={() => setOwnWindow(null)} />}
    </>
  );
}
