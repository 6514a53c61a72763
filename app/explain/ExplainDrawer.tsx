import '../messages/en-explain.ts';
import { Drawer } from '../views/Drawer.tsx';
import { useTranslate } from '../views/session-context.tsx';

/** The mathematics beside the picture. */
export function ExplainDrawer({ onClose }: { onClose: () => void }) {
  const t = useTranslate();
  return (
    <Drawer id="explain-title" title={t('explain.title')} close={t('explain.close')} onClose={onClose}>
      <p />
    </Drawer>
  );
}
