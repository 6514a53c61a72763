import './lecture.css';
import './words.en.ts';
import { type DragEvent, type ReactNode, useEffect, useState } from 'react';
import { useSession, useTranslate } from '../../session/session-context.tsx';
import { Button } from '../../ui/fields/Button.tsx';
import { Drawer } from '../../ui/windows/Drawer.tsx';
import { exportFile } from './edit/hand-over.ts';
import { LectureEditor } from './edit/LectureEditor.tsx';
import { lectureEditor } from './edit/lecture-editor.ts';
import { MessageLine } from './edit/MessageLine.tsx';
import { OwnList } from './edit/OwnList.tsx';
import { followLectureEditor } from './edit/open-own.ts';
import { ShippedList } from './edit/ShippedList.tsx';
import { useLectureEditor } from './edit/use-lecture-editor.ts';
import { useShipped } from './use-shipped.ts';

export function LectureDrawer({ onClose }: { onClose: () => void }) {
  const session = useSession();
  const t = useTranslate();
  const editing = useLectureEditor(({ editing: now }) => now?.id ?? null);
  const trouble = useLectureEditor((state) => state.trouble);
  const unsaved = useLectureEditor((state) => state.unsaved);
  const shipped = useShipped();

  useEffect(() => {
    // Another tab may have changed the lectures.
    void lectureEditor.refresh();
    lectureEditor.lock();
    followLectureEditor(session);
    // Save now: a hidden page may be discarded.
    const turn = () => (document.hidden ? lectureEditor.hold() : void lectureEditor.refresh());
    document.addEventListener('visibilitychange', turn);
    return () => {
      lectureEditor.unlock();
      document.removeEventListener('visibilitychange', turn);
    };
  }, [session]);

  return (
    <Drawer id="lectures-title" title={t('lecture.title')} className="lecture-drawer" onClose={onClose}>
      <DropPlace>
        <div className={trouble ? 'lecture-trouble' : undefined}>
          <p role="status">
            {trouble && t('lecture.trouble', trouble)}
            {trouble &&
              unsaved.length > 0 &&
              ` ${t('lecture.unsaved', { titles: unsaved.map(({ lecture }) => lecture.title) })}`}
          </p>
          {trouble &&
            unsaved.map(({ id, lecture }) => (
              <Button
                key={id}
                onClick={() => exportFile(lecture)}
                words={t('lecture.takeAway', { title: lecture.title })}
              />
            ))}
        </div>
        {editing !== null ? (
          <LectureEditor key={editing} onClose={onClose} />
        ) : (
          shipped && (
            <>
              <ShippedList shipped={shipped} onOpen={onClose} />
              <OwnList onOpen={onClose} />
            </>
          )
        )}
      </DropPlace>
      <MessageLine />
    </Drawer>
  );
}

/** Marks the drop target. The page handles drops anywhere (App.tsx). */
function DropPlace({ children }: { children: ReactNode }) {
  const t = useTranslate();
  const [over, setOver] = useState(false);

  function hover(event: DragEvent): void {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(true);
  }

  function leave(event: DragEvent<HTMLElement>): void {
    if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a word for the mouse alone; the button beside it does the same.
    <div className="lecture-body" onDragOver={hover} onDragLeave={leave} onDrop={() => setOver(false)}>
      {children}
      {over && (
        <p className="lecture-drop" aria-hidden>
          {t('lecture.dropHere')}
        </p>
      )}
    </div>
  );
}
