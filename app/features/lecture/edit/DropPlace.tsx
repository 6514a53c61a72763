import { type DragEvent, type ReactNode, useState } from 'react';
import { useTranslate } from '../../../session/session-context.tsx';

/** Says that a file can be dropped here. The page takes it, wherever it falls (App.tsx). */
export function DropPlace({ children }: { children: ReactNode }) {
  const t = useTranslate();
  const [over, setOver] = useState(false);

  function hover(event: DragEvent): void {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(true);
  }

  function leave(event: DragEvent<HTMLElement>): void {
    if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a word for the mouse alone; the button beside it does the same.
    <div className="lecture-body" onDragOver={hover} onDragLeave={leave} onDrop={() => setOver(false)}>
      {children}
      {over && (
        <p className="lecture-drop" aria-hidden>
          {t('lecture.dropHere')}
        </p>
      )}
    </div>
  );
}
