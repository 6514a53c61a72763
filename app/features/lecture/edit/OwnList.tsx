import { FileUp, Plus } from 'lucide-react';
import { useSession, useTranslate } from '../../../session/session-context.tsx';
import { FileButton } from '../../../ui/FileButton.tsx';
import { importFile } from './hand-over.ts';
import { lectureEditor } from './lecture-editor.ts';
import { OwnItem } from './OwnItem.tsx';
import { takeScene } from './take-scene.ts';
import { useLectureEditor } from './use-lecture-editor.ts';

/** A person's own lectures: make one, import one, and what can be done with each. */
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
        <button type="button" className="primary" onClick={() => void create()}>
          <Plus size={18} aria-hidden />
          {t('lecture.new')}
        </button>
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
