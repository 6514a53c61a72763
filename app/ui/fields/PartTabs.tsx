import { type KeyboardEvent, useRef } from 'react';
import { dynamicKey } from '../../i18n/messages.ts';
import { useTranslate } from '../../session/session-context.tsx';

/** A drawer's parts as tabs, with its words (`of`); arrow keys move between them. */
export function PartTabs<Part extends string>({
  of,
  label,
  parts,
  part,
  onPart,
}: {
  of: string;
  label: string;
  parts: readonly Part[];
  part: Part;
  onPart: (part: Part) => void;
}) {
  const t = useTranslate();
  const list = useRef<HTMLDivElement>(null);

  function onKeyDown(event: KeyboardEvent): void {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const next = (parts.indexOf(part) + by + parts.length) % parts.length;
    onPart(parts[next]!);
    (list.current?.children[next] as HTMLElement | undefined)?.focus();
  }

  return (
    <div ref={list} className="parts" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
      {parts.map((name) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`${of}-tab-${name}`}
          aria-selected={name === part}
          aria-controls={`${of}-part`}
          tabIndex={name === part ? 0 : -1}
          onClick={() => onPart(name)}
        >
          {t(dynamicKey(of, 'part', name))}
        </button>
      ))}
    </div>
  );
}
