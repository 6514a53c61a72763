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
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { asksGuess, openScene, sceneNumber } from '../../session/guessing.ts';
import type { Session } from '../../session/session.ts';
import { useApp, useSession, useTranslate } from '../../session/session-context.tsx';
import { leaveLecture } from '../../storage/lectures/walk.ts';
import { IconButton } from './IconButton.tsx';
import { LectureNews } from './present/LectureNews.tsx';
import { NotesPanel } from './present/NotesPanel.tsx';
import { NotesWindow, openNotesWindow } from './present/NotesWindow.tsx';
import { useHeightProperty } from './present/use-height-property.ts';
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
            onClick={() => (ownWindow ? ownWindow.focus() : session.setNotes(!notes))}
          />
          <IconButton
            words={t('present.laser')}
            shortcut="L"
            icon={Pointer}
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
          <IconButton words={t('present.leave')} icon={LogOut} onClick={leave} />
        </div>
      </nav>
      <LectureNews />
      {notes && !ownWindow && <NotesPanel {...told} blocked={blocked} onOwnWindow={openNotes} />}
      {ownWindow && <NotesWindow {...told} target={ownWindow} onClosed={() => setOwnWindow(null)} />}
    </>
  );
}

interface KeyboardLock {
  readonly keyboard?: { lock?(keys: readonly string[]): Promise<void> };
}

/** Asks for the whole screen; where the browser forbids it the page is presented in its window. */
async function enter(): Promise<void> {
  try {
    await document.documentElement.requestFullscreen();
    // Where the browser can leave Escape to the page, it closes the blank screen before it leaves the full one.
    await (navigator as KeyboardLock).keyboard?.lock?.(['Escape']);
  } catch {
    // Presented in its window.
  }
}

/** Begins to present: arrows change the scene, on the whole screen where that is granted. */
function beginPresenting(session: Session): void {
  session.present(true);
  void enter();
}

/**
 * While it is presented: to leave the full screen by the browser's own Escape counts as Escape, once; to leave it by F
 * does not end presenting. Returns a function that ends this, and the full screen with it.
 */
function followFullScreen(): () => void {
  let lastKey = '';
  const onKey = ({ key }: KeyboardEvent) => {
    lastKey = key.toLowerCase();
  };
  const onChange = () => {
    if (!document.fullscreenElement && lastKey !== 'f')
      dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    lastKey = '';
  };
  addEventListener('keydown', onKey, true);
  document.addEventListener('fullscreenchange', onChange);
  return () => {
    removeEventListener('keydown', onKey, true);
    document.removeEventListener('fullscreenchange', onChange);
    if (document.fullscreenElement) document.exitFullscreen().catch(() => undefined);
  };
}

/** Milliseconds without pointer or key after which the bar hides. */
const QUIET = 3000;

/**
 * Whether the bar is hidden: while presenting, after three seconds without pointer or key. It comes back when the pointer
 * moves or the focus enters it, and never hides while it has the focus. What was clicked gives the focus back, or a bar
 * that is used by mouse would stay, and Space would press its button again.
 */
function useSelfHiding(bar: RefObject<HTMLElement | null>, presenting: boolean): boolean {
  const [hidden, setHidden] = useState(false);

  useEffect(() => {
    setHidden(false);
    if (!presenting) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hasFocus = () => bar.current?.contains(document.activeElement) ?? false;
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setHidden(!hasFocus()), QUIET);
    };
    const show = () => {
      setHidden(false);
      wait();
    };
    const onFocus = () => {
      if (hasFocus()) show();
    };
    const onClick = (event: MouseEvent) => {
      const focused = document.activeElement;
      // A click by key has no detail.
      if (event.detail === 0 || !(focused instanceof HTMLElement)) return;
      // Maps take the arrows while they have the focus; a clicker's are for the scenes.
      if (hasFocus() || focused.dataset.arrows !== undefined) focused.blur();
    };
    wait();
    const ended = new AbortController();
    const { signal } = ended;
    for (const moved of ['pointermove', 'pointerdown']) addEventListener(moved, show, { signal });
    for (const used of ['keydown', 'focusout']) addEventListener(used, wait, { signal });
    addEventListener('focusin', onFocus, { signal });
    addEventListener('click', onClick, { signal });
    return () => {
      clearTimeout(timer);
      ended.abort();
    };
  }, [bar, presenting]);

  return hidden;
}
