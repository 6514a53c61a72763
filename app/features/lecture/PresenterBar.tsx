import '../../storage/lectures/walk-words.en.ts';
import './present/words.en.ts';
import './present/present.css';
import './present/stage.css';
import {
  Bookmark,
  ChevronLeft,
  ChevronRight,
  LogOut,
  MonitorPlay,
  MonitorX,
  NotebookText,
  Pointer,
  QrCode,
} from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { guessKind, openScene, sceneNumber } from '../../session/guessing.ts';
import { useApp, useSession, useTranslate } from '../../session/session-context.tsx';
import { leaveLecture } from '../../storage/lectures/walk.ts';
import { Coming, lazyView } from '../../ui/lazy-view.tsx';
import { IconButton } from './IconButton.tsx';
import { enterFullScreen, followFullScreen } from './present/full-screen.ts';
import { LectureNews } from './present/LectureNews.tsx';
import type { Told } from './present/Notes.tsx';
import { NotesPanel } from './present/NotesPanel.tsx';
import { NotesWindow, openNotesWindow } from './present/NotesWindow.tsx';
import { useHeightProperty } from './present/use-height-property.ts';
import { useLeavingPointer } from './present/use-leaving-pointer.ts';
import { STAGE_ROOM, useStage } from './present/use-stage.ts';
import { useFreeKeys, useTools } from './present/use-tools.ts';
import { useFilledWords } from './use-filled-words.ts';
import { useUnknownParts } from './use-unknown-parts.ts';

const SceneCode = lazyView(() => import('./present/SceneCode.tsx'), 'SceneCode');

const findPlayback = () => document.querySelector<HTMLElement>('.playback');

/** `film` makes a film of a scene's moment. */
export function PresenterBar({ film }: Pick<Told, 'film'>) {
  const session = useSession();
  const t = useTranslate();
  const bar = useRef<HTMLElement>(null);
  const lecture = useApp((state) => state.lecture);
  const number = useApp(sceneNumber);
  const scene = useApp(openScene);
  const presenting = useApp((state) => state.presenting);
  const notes = useApp((state) => state.notes);
  const laser = useApp((state) => state.laser);
  const code = useApp((state) => state.code);
  const noMaps = useApp(
    (state) => scene?.guess === true && state.opened !== null && guessKind(state) === null,
  );
  const [title] = useFilledWords([scene?.title ?? '']);
  const [since, setSince] = useState<number | null>(null);
  const [ownWindow, setOwnWindow] = useState<Window | null>(null);
  const [blocked, setBlocked] = useState(false);
  const stage = useStage();
  const shown = useTools(stage);
  useUnknownParts();
  useFreeKeys(presenting);
  useLeavingPointer(presenting);
  useHeightProperty(
    useCallback(() => bar.current, []),
    '--bar',
  );
  useHeightProperty(findPlayback, '--playback');

  /** True while a speaker window opens: browsers then leave full screen. */
  const opening = useRef(false);

  useEffect(() => {
    setSince(presenting ? Date.now() : null);
    if (presenting) return followFullScreen(() => opening.current);
  }, [presenting]);

  if (!lecture || !scene) return null;
  const scenes = lecture.scenes.length;

  function openNotes(): void {
    opening.current = true;
    const over = () => {
      opening.current = false;
    };
    for (const next of ['pointerdown', 'keydown']) addEventListener(next, over, { once: true });
    const opened = openNotesWindow();
    setBlocked(opened === null);
    if (!opened) {
      if (presenting) session.say('toast.notesBlocked');
      return;
    }
    setOwnWindow(opened);
    session.setNotes(false);
  }

  /** Notes on the page are for rehearsals: an audience would read them. */
  function showNotes(): void {
    if (ownWindow) ownWindow.focus();
    else if (presenting) openNotes();
    else session.setNotes(!notes);
  }

  function present(): void {
    session.present(!presenting);
    if (presenting) return;
    session.setNotes(false);
    void enterFullScreen();
    if (matchMedia(STAGE_ROOM).matches) session.say('toast.presenting');
  }

  function leave(): void {
    leaveLecture(session);
    document.getElementById('lectures-button')?.focus();
  }

  const told = { since, scene, film, next: lecture.scenes[number] ?? null };
  return (
    <>
      <nav
        ref={bar}
        className="presenter"
        data-hidden={!shown}
        data-presenting={presenting || undefined}
        aria-label={t('present.bar', { title: lecture.title })}
      >
        {noMaps && <p className="no-maps">{t('present.noMaps')}</p>}
        <div>
          <IconButton
            words={t('present.previous')}
            shortcut={t('key.pageUp')}
            icon={ChevronLeft}
            size={20}
            able={number > 1}
            onClick={() => session.nextScene(-1)}
          />
          <span className="scene-count">{t('present.of', { scene: number, scenes })}</span>
          <IconButton
            words={t('present.next')}
            shortcut={t('key.pageDown')}
            icon={ChevronRight}
            size={20}
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
              icon={Bookmark}
              onClick={session.toBookmark}
            />
          )}
          <IconButton
            words={t('present.notes')}
            icon={NotebookText}
            id="notes-button"
            aria-expanded={notes}
            onClick={showNotes}
          />
          <IconButton
            words={t('present.laser')}
            id="laser-button"
            shortcut="L"
            icon={Pointer}
            aria-pressed={laser}
            onClick={session.toggleLaser}
          />
          <IconButton
            words={t('present.code')}
            shortcut="Q"
            icon={QrCode}
            aria-haspopup="dialog"
            onClick={session.toggleCode}
          />
          <button
            type="button"
            className="text-button"
            onClick={present}
            title={t(presenting ? 'present.end' : 'present.begin')}
          >
            {presenting ? <MonitorX size={18} aria-hidden /> : <MonitorPlay size={18} aria-hidden />}
            <span>{t(presenting ? 'present.end' : 'present.begin')}</span>
          </button>
          <IconButton words={t('present.leave')} icon={LogOut} onClick={leave} />
        </div>
      </nav>
      <LectureNews />
      {code && (
        <Coming>
          <SceneCode />
        </Coming>
      )}
      {notes && !ownWindow && !presenting && (
        <NotesPanel {...told} blocked={blocked} onOwnWindow={openNotes} />
      )}
      {ownWindow && <NotesWindow {...told} target={ownWindow} onClosed={() => setOwnWindow(null)} />}
    </>
  );
}
