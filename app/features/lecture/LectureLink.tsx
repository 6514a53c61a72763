import './about-words.en.ts';
import './words.en.ts';
import type { MouseEvent } from 'react';
import { useApp, useSession, useTranslate } from '../../session/session-context.tsx';
import { openFirst } from './open-lecture.ts';
import { lengthOf, type Shipped } from './use-shipped.ts';

/** Links to a shipped lecture; a plain click opens it here. */
export function LectureLink({
  shipped: [id, lecture],
  onOpen,
  isWhole = false,
}: {
  shipped: Shipped;
  onOpen: () => void;
  isWhole?: boolean;
}) {
  const session = useSession();
  const t = useTranslate();
  const shown = useApp(({ scenario }) => scenario.values.lecture === id);
  const title = lecture?.title ?? id;

  function open(event: MouseEvent): void {
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (!lecture || elsewhere) return;
    event.preventDefault();
    openFirst(session, lecture, id, onOpen);
  }
  return (
    <a
      className="lecture-name"
      href={`#v=1&lecture=${id}`}
      aria-current={shown ? 'true' : undefined}
      onClick={open}
    >
      {isWhole ? <b>{title}</b> : title}{' '}
      {isWhole && <span className="lecture-about">{t(`lecture.about.${id}`)}</span>}{' '}
      {isWhole && <span className="lecture-meta">{lecture && t('lecture.length', lengthOf(lecture))}</span>}
    </a>
  );
}
