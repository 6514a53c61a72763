import { ChevronLeft, Copy, FileDown, Link, Play, Plus, QrCode, Redo2, Undo2 } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { isField } from '../../../session/keys.ts';
import { useSession, useTranslate } from '../../../session/session-context.tsx';
import { LIMITS } from '../../../storage/lectures/document.ts';
import { Button } from '../../../ui/fields/Button.tsx';
import type { QrCode as Code } from '../../../ui/qr/qr-code.ts';
import { RoomCode } from '../../../ui/RoomCode.tsx';
import { focusAfter } from '../../../ui/windows/focus-after.ts';
import { IconButton } from '../IconButton.tsx';
import { openFirst } from '../open-lecture.ts';
import { addScene, type Draft, isFull, lectureOf } from './draft.ts';
import { codeOf, copyLink, exportFile } from './hand-over.ts';
import { copyTitle, lectureEditor } from './lecture-editor.ts';
import { nameOf } from './open-own.ts';
import { SceneList } from './SceneList.tsx';
import { takeScene } from './take-scene.ts';
import { useLectureEditor } from './use-lecture-editor.ts';

export function LectureEditor({ onClose }: { onClose: () => void }) {
  const session = useSession();
  const t = useTranslate();
  const editing = useLectureEditor((state) => state.editing);
  const field = useRef<HTMLTextAreaElement>(null);
  const add = useAddScene();
  const [code, setCode] = useState<Code | null>(null);

  useEffect(() => {
    field.current?.focus();
    // Select the default title for replacement.
    if (field.current?.value === t('lecture.newTitle')) field.current.select();
  }, [t]);

  if (!editing) return null;
  const { id, history, access } = editing;
  const isMine = access === 'mine';
  const draft = history.present;
  const lecture = lectureOf(draft);

  function onKey(event: KeyboardEvent): void {
    const key = event.key.toLowerCase();
    // Fields have their own undo.
    if (!(event.ctrlKey || event.metaKey) || event.altKey || isField(event.target)) return;
    const back = key === 'z' && !event.shiftKey;
    if (!back && key !== 'y' && key !== 'z') return;
    event.preventDefault();
    if (back) lectureEditor.undo();
    else lectureEditor.redo();
  }

  const leave = () => focusAfter(lectureEditor.leave, `lecture-${id}`);

  async function editCopy(): Promise<void> {
    lectureEditor.edit(await lectureEditor.create({ ...lecture, title: copyTitle(lecture.title) }));
  }

  async function open(): Promise<void> {
    const { name } = await nameOf(id, lecture);
    openFirst(session, lecture, name, onClose);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to whatever inside has the focus.
    <div className="lecture-editor" onKeyDown={onKey}>
      <div className="lecture-line">
        <Button
          className="lecture-back"
          onClick={leave}
          icon={ChevronLeft}
          size={18}
          words={t('lecture.back')}
        />
        <SavedWord />
      </div>
      <div
        role="status"
        id="lecture-elsewhere"
        className={access === 'elsewhere' ? 'lecture-trouble' : undefined}
      >
        {access === 'elsewhere' && t('lecture.elsewhere')}
      </div>
      {access === 'elsewhere' && (
        <Button onClick={() => void editCopy()} icon={Copy} words={t('lecture.editCopy')} />
      )}
      {/* Wraps, because titles have no line breaks. */}
      <textarea
        ref={field}
        rows={1}
        className="lecture-heading"
        aria-label={t('lecture.name')}
        placeholder={t('lecture.untitled')}
        value={draft.title}
        readOnly={!isMine}
        aria-describedby="lecture-elsewhere"
        maxLength={LIMITS.title}
        onChange={(event) => {
          const title = event.target.value.replace(/\s*\n\s*/g, ' ');
          lectureEditor.change((now: Draft) => ({ ...now, title }), 'title');
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.preventDefault();
        }}
        onBlur={lectureEditor.rest}
      />
      <div className="lecture-tools">
        <Button onClick={() => void open()} icon={Play} words={t('lecture.open')} />
        <IconButton
          words={t('lecture.undo')}
          able={isMine && history.past.length > 0}
          icon={Undo2}
          onClick={lectureEditor.undo}
        />
        <IconButton
          words={t('lecture.redo')}
          able={isMine && history.future.length > 0}
          icon={Redo2}
          onClick={lectureEditor.redo}
        />
        <IconButton
          words={t('lecture.link')}
          icon={Link}
          onClick={() => void copyLink(lecture, (link) => prompt(t('lecture.linkPrompt'), link))}
        />
        <IconButton
          words={t('lecture.code')}
          icon={QrCode}
          onClick={() => void codeOf(lecture).then(setCode)}
        />
        <IconButton words={t('lecture.export')} icon={FileDown} onClick={() => exportFile(lecture)} />
      </div>
      {code && (
        <RoomCode
          code={code}
          words={t('lecture.codeOf', { title: lecture.title })}
          onClose={() => setCode(null)}
        />
      )}
      <SceneList id={id} draft={draft} onClose={onClose} />
      <div className="lecture-add">
        <Button
          primary
          disabled={!isMine}
          aria-describedby="lecture-elsewhere"
          onClick={add}
          icon={Plus}
          size={18}
          words={t('lecture.add')}
        />
      </div>
    </div>
  );
}

function SavedWord() {
  const t = useTranslate();
  const saved = useLectureEditor(({ editing }) => editing?.saved ?? true);
  const stored = useLectureEditor(({ trouble }) => trouble === null || trouble === 'unreadable');
  const isMine = useLectureEditor(({ editing }) => editing?.access !== 'elsewhere');
  const key = !isMine
    ? 'lecture.readOnly'
    : !stored
      ? 'lecture.inMemory'
      : saved
        ? 'lecture.saved'
        : 'lecture.saving';
  return (
    <span className="lecture-saved" data-saved={saved && stored && isMine}>
      {t(key)}
    </span>
  );
}

function useAddScene(): () => void {
  const session = useSession();
  const t = useTranslate();
  return () => {
    const draft = lectureEditor.store.getState().editing?.history.present;
    if (!draft) return;
    if (isFull(draft)) {
      lectureEditor.say({ what: 'full' });
      return;
    }
    const number = draft.scenes.length + 1;
    const { scene, withoutData } = takeScene(session, t, number);
    flushSync(() => {
      lectureEditor.change((now) => addScene(now, now.scenes.length, scene));
      lectureEditor.say(withoutData ? { what: 'withoutData' } : { what: 'added', title: scene.title });
    });
    document.querySelector('.scene-list > :last-child')?.scrollIntoView({ block: 'nearest' });
  };
}
