import { useEffect, useRef, useState } from 'react';

/** Edits a name: Enter or leaving keeps it; Escape cancels (null) and closes nothing else. */
export function NameField({
  name,
  label,
  maxLength,
  className,
  onDone,
}: {
  name: string;
  label: string;
  maxLength: number;
  className: string;
  onDone: (name: string | null) => void;
}) {
  const field = useRef<HTMLInputElement>(null);
  const done = useRef(false);
  const [text, setText] = useState(name);
  useEffect(() => field.current?.select(), []);

  function finish(result: string | null): void {
    if (done.current) return;
    done.current = true;
    onDone(result);
  }

  return (
    <input
      ref={field}
      className={className}
      aria-label={label}
      value={text}
      maxLength={maxLength}
      autoComplete="off"
      onChange={({ target }) => setText(target.value)}
      onBlur={() => finish(text)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        finish(event.key === 'Enter' ? text : null);
      }}
    />
  );
}
