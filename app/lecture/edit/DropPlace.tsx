import { type DragEvent, type ReactNode, useState } from 'react';
import { useTranslate } from '../../views/session-context.tsx';
import { importFile } from './hand-over.ts';

/** Takes a dropped file as a lecture; elsewhere on the page it would be a table of data. */
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

  function drop(event: DragEvent): void {
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (!file) return;
    event.preventDefault();
    event.stopPropagation();
    void importFile(file);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a place to drop on is for the mouse alone; the button beside it does the same.
    <div className="lecture-body" onDragOver={hover} onDragLeave={leave} onDrop={drop}>
      {children}
      {over && (
        <p className="lecture-drop" aria-hidden>
          {t('lecture.dropHere')}
        </p>
      )}
    </div>
  );
}
