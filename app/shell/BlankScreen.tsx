import { useEffect, useRef } from 'react';
import { useTranslate } from '../session/session-context.tsx';

/** A black screen over everything: it holds the focus, so that none is lost in what cannot be seen, and gives it back. */
export function BlankScreen({ onEnd }: { onEnd: () => void }) {
  const t = useTranslate();
  const screen = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    screen.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <button
      ref={screen}
      type="button"
      className="blank"
      aria-label={t('aria.blank')}
      onClick={onEnd}
      onKeyDown={(event) => {
        // No trap: Escape, B, Space and Enter end it.
        if (event.key === 'Tab') event.preventDefault();
      }}
    />
  );
}
