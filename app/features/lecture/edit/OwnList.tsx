import { Ellipsis, FileUp, Pencil, Play, Plus } from 'lucide-react';
import { useState } from 'react';
import { useApp, useSession, useTranslate } from '../../../session/session-context.tsx';
import { LIMITS } from '../../../storage/lectures/document.ts';
import type { StoredLecture } from '../../../storage/lectures/lecture-store.ts';
import { Button } from '../../../ui/fields/Button.tsx';
import { FileButton } from '../../../ui/fields/FileButton.tsx';
import { NameField } from '../../../ui/fields/NameField.tsx';
import { focusAfter } from '../../../ui/windows/focus-after.ts';
import { IconButton } from '../IconButton.tsx';
import { openFirst } from '../open-lecture.ts';
import { copyLink, exportFile, importFile } from './hand-over.ts';
import { lectureEditor } from './lecture-editor.ts';
import { nameOf } from './open-own.ts';
import { takeScene } from './take-scene.ts';
import { useLectureEditor } from './use-lecture-editor.ts';

export function OwnList({ onOpen }: { onOpen: () => void }) {
  const session = useSession();
  const t = useTranslate();
  const lectures = useLectureEditor((state) => state.lectures);

  async function create(): Promise<void> {
    const { scene, withoutData } = takeScene(session, t, 1);
    lectureEditor.edit(await lectureEditor.create({ title: t('lecture.newTitle'), scenes: [scene] }));
    lectureEditor.say(withoutData ? { what: 'withoutData' } : null);
  }

  return (
    <section>
      <h3>{t('lecture.own')}</h3>
      <div className="lecture-actions">
        <Button primary onClick={() => void create()} icon={Plus} size={18} words={t('lecture.new')} />
        <FileButton accept=".json,application/json" onFile={(file) => void importFile(file)}>
          <FileUp size={18} aria-hidden />
          {t('lecture.import')}
        </FileButton>
        <span className="lecture-hint">{t('lecture.drop')}</span>
      </div>
      {lectures?.length === 0 && <p className="lecture-none">{t('lecture.none')}</p>}
      <ul className="lecture-list">
        {lectures?.map((stored) => (
          <OwnItem key={stored.id} stored={stored} onOpen={onOpen} />
        ))}
      </ul>
    </section>
  );
}

function OwnItem({ stored, onOpen }: { stored: StoredLecture; onOpen: () => void }) {
  const session = useSession();
  const t = useTranslate();
  const [more, setMore] = useState(false);
  const [renaming, setRenaming] = useState(false);
  const { id, lecture, changed } = stored;
  const title = lecture.title || t('lecture.untitled');
  const language = useApp((state) => state.language);
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(changed);

  async function open(): Promise<void> {
    const { name } = await nameOf(id, lecture);
    openFirst(session, lecture, name, onOpen);
  }

  const focusUndo = () => document.getElementById('lecture-restore')?.focus();
  const actions = {
    'lecture.rename': () => setRenaming(true),
    'lecture.duplicate': () =>
      void lectureEditor.create({ ...lecture, title: t('lecture.copyTitle', { title }) }),
    'lecture.export': () => exportFile(lecture),
    'lecture.link': () => void copyLink(lecture, (link) => prompt(t('lecture.linkPrompt'), link)),
    'lecture.delete': () => void lectureEditor.remove(id).then(focusUndo),
  };
  return (
    <li className="lecture-item">
      {renaming ? (
        <NameField
          name={lecture.title}
          label={t('lecture.name')}
          maxLength={LIMITS.title}
          className="lecture-rename"
          onDone={(name) => {
            focusAfter(() => setRenaming(false), `lecture-${id}`);
            if (name !== null) void lectureEditor.rename(id, name);
          }}
        />
      ) : (
        <div className="lecture-line">
          <Button
            id={`lecture-${id}`}
            className="lecture-name"
            aria-label={t('lecture.editOf', { title })}
            onClick={() => lectureEditor.edit(id)}
            words={title}
          />
          <IconButton
            words={t('lecture.more', { title })}
            icon={Ellipsis}
            aria-expanded={more}
            onClick={() => setMore(!more)}
          />
        </div>
      )}
      <p className="lecture-meta">{t('lecture.meta', { scenes: lecture.scenes.length, changed: when })}</p>
      <div className="lecture-actions">
        <Button
          aria-label={t('lecture.openOf', { title })}
          onClick={() => void open()}
          icon={Play}
          words={t('lecture.open')}
        />
        <Button onClick={() => lectureEditor.edit(id)} icon={Pencil} words={t('lecture.edit')} />
      </div>
      {more && (
        <div className="lecture-actions more">
          {Object.entries(actions).map(([name, act]) => (
            <Button
              key={name}
              className={name === 'lecture.delete' ? 'text-button danger' : 'text-button'}
              onClick={act}
              words={t(name as keyof typeof actions)}
            />
          ))}
        </div>
      )}
    </li>
  );
}
