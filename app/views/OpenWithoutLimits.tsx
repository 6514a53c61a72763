import { presentLink } from '../link/bind-link.ts';
import { useApp, useSession, useTranslate } from './session-context.tsx';

const FREE = { hide: '', lock: '' } as const;

/** The way out of a link's limits: the same page with every control. A link of its own, so that it opens beside this page too. */
export function OpenWithoutLimits() {
  const session = useSession();
  const t = useTranslate();
  const link = useApp(() => presentLink(session, FREE));
  return (
    <a
      className="open-free"
      href={link}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        session.change(FREE);
      }}
    >
      {t('control.open')}
    </a>
  );
}
