import './notice-words.en.ts';
import { useApp, useSession, useTranslate } from '../../session/session-context.tsx';
import { Button } from '../fields/Button.tsx';

/** Corrected or ignored input of a link, field or file. */
export function NoticeList({ onOwnData }: { onOwnData?: () => void }) {
  const session = useSession();
  const t = useTranslate();
  const given = useApp((state) => state.notices);
  const ofRun = useApp((state) => state.runNotices);
  const isAwaited = useApp((state) => state.awaited !== null);
  const notices = [...given, ...ofRun];
  return (
    <section className="notices" role="status" aria-label={t('notices.title')}>
      <ul>
        {notices.map((found, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list only grows or is emptied.
          <li key={index}>{t('notice', found)}</li>
        ))}
      </ul>
      {isAwaited && onOwnData && <Button onClick={onOwnData} words={t('notices.openFile')} />}
      <Button
        onClick={() => {
          session.dismissNotices();
          // The button disappears, too.
          document.getElementById('play-button')?.focus();
        }}
        words={t('notices.dismiss')}
      />
    </section>
  );
}
