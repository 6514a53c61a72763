import { Copy } from 'lucide-react';
import { useApp, useTranslate } from '../../../session/session-context.tsx';
import { IconButton } from '../IconButton.tsx';
import { LectureLink } from '../LectureLink.tsx';
import { lengthOf, type Shipped } from '../use-shipped.ts';
import { lectureEditor } from './lecture-editor.ts';

/** Lists shipped lectures as links, with a button to duplicate. */
export function ShippedList({ shipped, onOpen }: { shipped: readonly Shipped[]; onOpen: () => void }) {
  const t = useTranslate();
  return (
    <section>
      <h3>{t('lecture.shipped')}</h3>
      <ul className="lecture-list">
        {shipped.map((one) => (
          <ShippedItem key={one[0]} shipped={one} onOpen={onOpen} />
        ))}
      </ul>
    </section>
  );
}

function ShippedItem({ shipped, onOpen }: { shipped: Shipped; onOpen: () => void }) {
  const t = useTranslate();
  const [id, lecture] = shipped;
  const shown = useApp(({ scenario }) => scenario.values.lecture === id);

  async function duplicate(): Promise<void> {
    if (!lecture) return;
    const copy = t('lecture.copyTitle', { title: lecture.title });
    lectureEditor.edit(await lectureEditor.create({ ...lecture, title: copy }));
  }

  return (
    <li className="lecture-item" data-shown={shown}>
      <div className="lecture-line">
        <LectureLink shipped={shipped} onOpen={onOpen} />
        <IconButton
          words={t('lecture.duplicateToEditOf', { title: lecture?.title ?? id })}
          icon={Copy}
          disabled={!lecture}
          onClick={() => void duplicate()}
        />
      </div>
      {lecture && <p className="lecture-meta">{t('lecture.length', lengthOf(lecture))}</p>}
    </li>
  );
}
