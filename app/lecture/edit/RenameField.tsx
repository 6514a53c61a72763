import { useEffect, useRef, useState } from 'react';
import { useTranslate } from '../../views/session-context.tsx';
import { LIMITS } from '../document.ts';

/** Takes another title: Enter or leaving the field keeps it, Escape gives it up (null). */
export function RenameField({ title, onDone }: { title: string; onDone: (title: string | null) => void }) {
  const t = useTranslate();
  const field = useRef<HTMLInputElement>(null);
  const done = useRef(false);
  const [text, setText] = useState(title);
  useEffect(() => field.current?.select(), []);

  function finish(result: string | null): void {
    if (done.current) return;
    done.current = true;
    onDone(result);
  }

  return (
    <input
      ref={field}
      className="lecture-rename"
      aria-label={t('lecture.name')}
      value={text}
      maxLength={LIMITS.title}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => finish(text)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        event.preventDefault();
        finish(event.key === 'Enter' ? text : null);
      }}
    />
  );
}
