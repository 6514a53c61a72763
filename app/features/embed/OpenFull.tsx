import { SquareArrowOutUpRight } from 'lucide-react';
import { useCallback, useRef } from 'react';
import { presentLink } from '../../session/bind-link.ts';
import { useSession, useTransient, useTranslate } from '../../session/session-context.tsx';

/** What belongs to the frame and not to the page that is opened. */
const OUTSIDE = { embed: false, panels: '' } as const;

/** The way out of the frame: the exact state on a page of its own. Its address is written anew when it is about to be used. */
export function OpenFull() {
  const session = useSession();
  const t = useTranslate();
  const link = useRef<HTMLAnchorElement>(null);
  const renew = useCallback(() => {
    if (link.current)
      link.current.href = new URL(`./index.html${presentLink(session, OUTSIDE)}`, location.href).href;
  }, [session]);
  // While it plays the step changes with every frame, and nobody can read an address that fast.
  useTransient((state) => (state.playing ? '' : `${state.k} ${JSON.stringify(state.scenario)}`), renew);
  return (
    <a
      ref={link}
      className="open-full"
      href="./index.html"
      target="_blank"
      rel="noopener"
      title={t('embed.openTitle')}
      aria-label={t('embed.open')}
      onPointerDown={renew}
      onFocus={renew}
      onClick={renew}
    >
      <SquareArrowOutUpRight size={18} aria-hidden />
      <span>{t('embed.open')}</span>
    </a>
  );
}
