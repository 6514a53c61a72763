import { useEffect, useRef } from 'react';
import { useTranslate } from '../session/session-context.tsx';

/** Covers the page in black. Takes and returns the focus. */
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
        // No focus trap: Escape, B, Space and Enter close it.
        if (event.key === 'Tab') event.preventDefault();
      }}
    />
  );
}
