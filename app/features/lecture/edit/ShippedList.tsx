import { Copy } from 'lucide-react';
import { type MouseEvent, useEffect, useState } from 'react';
import { dynamicKey } from '../../../i18n/messages.ts';
import type { Lecture } from '../../../session/lecture.ts';
import { useApp, useSession, useTranslate } from '../../../session/session-context.tsx';
import { findLecture } from '../../../storage/lectures/find-lecture.ts';
import { SHIPPED_IDS } from '../../../storage/lectures/shipped/ids.ts';
import { IconButton } from '../IconButton.tsx';
import { lectureEditor } from './lecture-editor.ts';
import { openFirst } from './open-own.ts';

/** The lectures that ship, as links; each can be duplicated to be changed. */
export function ShippedList({ onOpen }: { onOpen: () => void }) {
  const t = useTranslate();
  return (
    <section>
      <h3>{t('lecture.shipped')}</h3>
      <ul className="lecture-list">
        {SHIPPED_IDS.map((id) => (
          <ShippedItem key={id} id={id} onOpen={onOpen} />
        ))}
      </ul>
    </section>
  );
}

function ShippedItem({ id, onOpen }: { id: (typeof SHIPPED_IDS)[number]; onOpen: () => void }) {
  const session = useSession();
  const t = useTranslate();
  const shown = useApp(({ scenario }) => scenario.values.lecture === id);
  const language = useApp((state) => state.language);
  const [lecture, setLecture] = useState<Lecture | null>(null);

  useEffect(() => {
    let wanted = true;
    findLecture(id, language).then(
      (found) => {
        if (wanted) setLecture(found);
      },
      // Without its file the link still stands; following it says what is wrong.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [id, language]);

  function open(event: MouseEvent): void {
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (!lecture || elsewhere) return;
    event.preventDefault();
    openFirst(session, lecture, id, onOpen);
  }

  async function duplicate(): Promise<void> {
    if (!lecture) return;
    const title = t('lecture.copyTitle', { title: lecture.title });
    lectureEditor.edit(await lectureEditor.create({ ...lecture, title }));
  }

  const title = lecture?.title ?? t(dynamicKey('lectures', id));
  return (
    <li className="lecture-item" data-shown={shown}>
      <div className="lecture-line">
        <a className="lecture-name" href={`#v=1&lecture=${id}`} onClick={open}>
          {title}
        </a>
        <IconButton
          words={t('lecture.duplicateToEditOf', { title })}
          icon={Copy}
          disabled={!lecture}
          onClick={() => void duplicate()}
        />
      </div>
      {lecture && <p className="lecture-meta">{t('lecture.scenes', { scenes: lecture.scenes.length })}</p>}
    </li>
  );
}
