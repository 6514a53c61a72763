import '../../../ui/notices/notice-words.en.ts';
import { X } from 'lucide-react';
import { useTranslate } from '../../../session/session-context.tsx';
import { Button } from '../../../ui/fields/Button.tsx';
import { IconButton } from '../IconButton.tsx';
import type { EditorMessage } from './editor-message.ts';
import { lectureEditor } from './lecture-editor.ts';
import { useLectureEditor } from './use-lecture-editor.ts';

/** Messages for screen readers only: the change is visible. */
const SPOKEN: readonly EditorMessage['what'][] = ['moved', 'added', 'duplicated', 'undone', 'redone'];

const LISTED = 50;

/** Shows the last message; a deleted lecture can be undone. */
export function MessageLine() {
  const t = useTranslate();
  const message = useLectureEditor((state) => state.message);
  const seen = message !== null && !SPOKEN.includes(message.what);
  const notices = message?.what === 'imported' ? message.notices : [];
  return (
    <div className={seen ? 'lecture-message' : 'visually-hidden'}>
      <div role="status" data-refused={message?.what === 'refused' || message?.what === 'tooLong'}>
        {message && <p>{t('lecture.message', message)}</p>}
        {notices.slice(0, LISTED).map(({ scene, notice }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list of one file never changes.
          <p key={index}>{t('lecture.noticed', { scene, words: t('notice', notice) })}</p>
        ))}
        {notices.length > LISTED && <p>{t('lecture.noticedMore', { count: notices.length - LISTED })}</p>}
      </div>
      {message?.what === 'deleted' && (
        <Button
          id="lecture-restore"
          onClick={() => {
            void lectureEditor.restore(message.deleted);
            document.getElementById('lectures-title')?.focus();
          }}
          words={t('lecture.undoDelete')}
        />
      )}
      {seen && (
        <IconButton
          words={t('lecture.dismiss')}
          icon={X}
          onClick={() => {
            lectureEditor.say(null);
            document.getElementById('lectures-title')?.focus();
          }}
        />
      )}
    </div>
  );
}
