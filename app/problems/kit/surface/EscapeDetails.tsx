import { type ReactNode, useRef, useState } from 'react';

/** Details that Escape closes, with the focus back on their summary. The children are only made while open. */
export function EscapeDetails({
  className,
  summary,
  children,
}: {
  readonly className: string;
  readonly summary: string;
  readonly children: () => ReactNode;
}) {
  const [open, setOpen] = useState(false);
  const head = useRef<HTMLElement>(null);

  function onKeyDown(event: React.KeyboardEvent): void {
    if (event.key !== 'Escape' || !open) return;
    setOpen(false);
    head.current?.focus();
    event.preventDefault();
  }

  return (
    <details
      className={className}
      open={open}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      onKeyDown={onKeyDown}
    >
      <summary ref={head}>{summary}</summary>
      {open && children()}
    </details>
  );
}
