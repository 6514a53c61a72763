import { type ReactNode, useRef, useState } from 'react';
import { writeClipboard } from '../../session/scenario/copy-link.ts';
import { Button } from '../../ui/fields/Button.tsx';

/** Text with a copy button; if the clipboard is refused, selects the text. New text clears the message. */
export function CopyField({
  className,
  label,
  rows,
  text,
  words,
  copied,
  refused,
  children,
}: {
  /** Class prefix: `<className>-link` for the field, `<className>-actions` for the buttons. */
  className: string;
  label: string;
  rows: number;
  text: string;
  words: string;
  copied: string;
  refused: string;
  children?: ReactNode;
}) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [said, setSaid] = useState({ of: '', words: '' });

  async function copy(): Promise<void> {
    const isCopied = await writeClipboard(text);
    setSaid({ of: text, words: isCopied ? copied : refused });
    if (isCopied) return;
    field.current?.focus();
    field.current?.select();
  }

  return (
    <>
      <textarea
        ref={field}
        className={`${className}-link`}
        aria-label={label}
        readOnly
        spellCheck={false}
        rows={rows}
        value={text}
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
      {children}
      <div className={`${className}-actions`}>
        <Button primary onClick={() => void copy()} words={words} />
        <p role="status">{said.of === text && said.words}</p>
      </div>
    </>
  );
}
