import '../messages/en-lecture.ts';
import { Drawer } from '../views/Drawer.tsx';
import { useTranslate } from '../views/session-context.tsx';

/** The lectures: those that ship and a person's own. */
export function LectureDrawer({ onClose }: { onClose: () => void }) {
  const t = useTranslate();
  return (
    <Drawer id="lectures-title" title={t('lecture.title')} close={t('lecture.close')} onClose={onClose}>
      <p />
    </Drawer>
  );
}
