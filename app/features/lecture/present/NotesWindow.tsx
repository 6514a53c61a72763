import { ChevronLeft, ChevronRight, Pause, Play } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { sceneNumber } from '../../../session/guessing.ts';
import { useApp, useSession, useTranslate } from '../../../session/session-context.tsx';
import { Button } from '../../../ui/fields/Button.tsx';
import { useFilledWords } from '../use-filled-words.ts';
import { Notes, type Told } from './Notes.tsx';

/** Opens an empty window of this origin; null if blocked. Requires a click. */
export function openNotesWindow(): Window | null {
  const opened = open('', 'twin-descent-notes', 'popup,width=720,height=760');
  // A window of an earlier page has its contents.
  opened?.document.head.replaceChildren();
  opened?.document.body.replaceChildren();
  return opened;
}

/** Shows the notes in an own window, which follows the page's scene and style, and closes with it. */
export function NotesWindow({ target, onClosed, ...told }: Told & { target: Window; onClosed: () => void }) {
  const t = useTranslate();
  const latest = useRef(onClosed);
  latest.current = onClosed;
  const title = t('present.notes');
  const [heading] = useFilledWords([told.scene.title], told.scene);

  useEffect(() => {
    const endStyle = copyStyle(target.document);
    const close = () => target.close();
    const closed = () => latest.current();
    const onKey = (event: KeyboardEvent) => forwardKey(event);
    addEventListener('pagehide', close);
    target.addEventListener('pagehide', closed);
    target.addEventListener('keydown', onKey);
    return () => {
      endStyle();
      removeEventListener('pagehide', close);
      target.removeEventListener('pagehide', closed);
      target.removeEventListener('keydown', onKey);
      target.close();
    };
  }, [target]);

  useEffect(() => {
    target.document.title = title;
  }, [target, title]);

  return createPortal(
    <main className="notes-window">
      <h1>{heading}</h1>
      <Notes {...told} />
      <Controls hasNext={told.next !== null} />
    </main>,
    target.document.body,
  );
}

/** Controls the page on the wall. */
function Controls({ hasNext }: { hasNext: boolean }) {
  const session = useSession();
  const t = useTranslate();
  const playing = useApp((state) => state.playing);
  const first = useApp((state) => sceneNumber(state) === 1);
  return (
    <div className="notes-controls">
      <Button
        icon={ChevronLeft}
        size={20}
        aria-disabled={first}
        onClick={() => session.nextScene(-1)}
        words={t('notes.back')}
      />
      <Button
        primary
        icon={playing ? Pause : Play}
        size={20}
        onClick={session.toggle}
        words={t(playing ? 'play.pause' : 'play.play')}
      />
      <Button
        icon={ChevronRight}
        size={20}
        aria-disabled={!hasNext}
        onClick={() => session.nextScene(1)}
        words={t('notes.forward')}
      />
    </div>
  );
}

/** Forwards the page's keys: a clicker sends them to the focused window. Space presses only buttons focused by keyboard. */
function forwardKey(event: KeyboardEvent): void {
  const isPress = event.key === ' ' && (event.target as Element).matches('button:focus-visible');
  if (isPress) return;
  const { key, code, shiftKey, altKey, ctrlKey, metaKey } = event;
  const taken = !dispatchEvent(
    new KeyboardEvent('keydown', { key, code, shiftKey, altKey, ctrlKey, metaKey, cancelable: true }),
  );
  if (taken) event.preventDefault();
}

/** Copies the page's style sheets and follows its colours. Returns a function that stops. */
function copyStyle(target: Document): () => void {
  const root = document.documentElement;
  const copySheets = () => {
    const present = new Set([...target.head.querySelectorAll('link')].map(({ href }) => href));
    for (const sheet of document.head.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')) {
      if (present.has(sheet.href)) continue;
      const copy = target.createElement('link');
      copy.rel = 'stylesheet';
      copy.href = sheet.href;
      target.head.append(copy);
    }
  };
  const copyRoot = () => {
    target.documentElement.lang = root.lang;
    target.documentElement.dataset.theme = root.dataset.theme ?? '';
    target.documentElement.style.cssText = root.style.cssText;
  };
  for (const style of document.head.querySelectorAll('style')) target.head.append(style.cloneNode(true));
  copySheets();
  copyRoot();
  const ofRoot = new MutationObserver(copyRoot);
  ofRoot.observe(root, { attributes: true });
  // Code loaded later adds sheets.
  const ofHead = new MutationObserver(copySheets);
  ofHead.observe(document.head, { childList: true });
  return () => {
    ofRoot.disconnect();
    ofHead.disconnect();
  };
}
