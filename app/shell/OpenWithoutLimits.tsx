import { sceneLimits } from '../session/controls.ts';
import { openScene } from '../session/guessing.ts';
import { presentLink } from '../session/scenario/bind-link.ts';
import { useApp, useSession, useTranslate } from '../session/session-context.tsx';

const FREE = { hide: '', lock: '' } as const;

/** What an open scene limits ends with its lecture. */
const LEFT = { ...FREE, lecture: '', scene: 1 } as const;

/** The way out of a link's limits: the same page with every control. A link of its own, so that it opens beside this page too. */
export function OpenWithoutLimits() {
  const session = useSession();
  const t = useTranslate();
  const free = useApp((state) => {
    const limits = sceneLimits(openScene(state));
    return limits.hide + limits.lock === '' ? FREE : LEFT;
  });
  const link = useApp(() => presentLink(session, free));
  return (
    <a
      className="open-free"
      href={link}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        session.change(free);
      }}
    >
      {t('control.open')}
    </a>
  );
}
