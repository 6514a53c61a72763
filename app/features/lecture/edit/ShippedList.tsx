import { Copy } from 'lucide-react';
import { useApp, useTranslate } from '../../../session/session-context.tsx';
import { SHIPPED_IDS, type ShippedId } from '../../../storage/lectures/shipped/ids.ts';
import { IconButton } from '../IconButton.tsx';
import { LectureLink } from '../LectureLink.tsx';
import { lengthOf, useShipped } from '../use-shipped.ts';
import { lectureEditor } from './lecture-editor.ts';

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

function ShippedItem({ id, onOpen }: { id: ShippedId; onOpen: () => void }) {
  const t = useTranslate();
  const shown = useApp(({ scenario }) => scenario.values.lecture === id);
  const { lecture, title } = useShipped(id);

  async function duplicate(): Promise<void> {
    if (!lecture) return;
    const copy = t('lecture.copyTitle', { title: lecture.title });
    lectureEditor.edit(await lectureEditor.create({ ...lecture, title: copy }));
  }

  return (
    <li className="lecture-item" data-shown={shown}>
      <div className="lecture-line">
        <LectureLink id={id} onOpen={onOpen} />
        <IconButton
          words={t('lecture.duplicateToEditOf', { title })}
          icon={Copy}
          disabled={!lecture}
          onClick={() => void duplicate()}
        />
      </div>
      {lecture && <p className="lecture-meta">{t('lecture.length', lengthOf(lecture))}</p>}
    </li>
  );
}
