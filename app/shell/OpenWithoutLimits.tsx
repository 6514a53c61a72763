import { sceneLimits } from '../session/controls.ts';
import { openScene } from '../session/guessing.ts';
import { presentLink } from '../session/scenario/bind-link.ts';
import { useApp, useSession, useTranslate } from '../session/session-context.tsx';

const FREE = { hide: '', lock: '' } as const;

/** Removes a scene's limits by leaving its lecture. */
const LEFT = { ...FREE, lecture: '', scene: 1 } as const;

/** Links to the page with all controls; a real link, which can open in a new tab. */
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
