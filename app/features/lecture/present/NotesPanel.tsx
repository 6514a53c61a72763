import { ExternalLink } from 'lucide-react';
import { useEffect } from 'react';
import { useSession, useTranslate } from '../../../session/session-context.tsx';
import { Button } from '../../../ui/fields/Button.tsx';
import { Drawer } from '../../../ui/windows/Drawer.tsx';
import { Notes, type Told } from './Notes.tsx';

export function NotesPanel({
  blocked,
  onOwnWindow,
  ...told
}: Told & { blocked: boolean; onOwnWindow: () => void }) {
  const session = useSession();
  const t = useTranslate();
  useEffect(
    () => () => {
      // Return the focus unless it has moved.
      const lost = document.activeElement === document.body || !document.activeElement;
      if (lost) document.getElementById('notes-button')?.focus();
    },
    [],
  );
  return (
    <Drawer
      id="notes-title"
      className="notes"
      title={t('present.notes')}
      close={t('notes.close')}
      onClose={() => session.setNotes(false)}
    >
      <Notes {...told} />
      {blocked && <p role="alert">{t('notes.blocked')}</p>}
      <Button onClick={onOwnWindow} icon={ExternalLink} size={18} words={t('notes.window')} />
    </Drawer>
  );
}
