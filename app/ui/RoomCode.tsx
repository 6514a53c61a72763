import './qr/words.en.ts';
import './qr/qr.css';
import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslate } from '../session/session-context.tsx';
import { QrPicture } from './qr/QrPicture.tsx';
import type { QrCode } from './qr/qr-code.ts';

/**
 * A QR code as large as the window, with its address in words. Escape, Q and the button close it; other keys do nothing, so that nothing
 * starts behind it.
 */
export function RoomCode({ code, words, onClose }: { code: QrCode; words: string; onClose: () => void }) {
  const t = useTranslate();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // Not the button: Space would press it.
    element?.focus();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="room-code"
      aria-label={t('qr.label')}
      tabIndex={-1}
      onClose={(event) => {
        event.stopPropagation();
        onClose();
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === ' ' && event.target === dialog.current) event.preventDefault();
        if (event.key.toLowerCase() === 'q') onClose();
      }}
    >
      <QrPicture code={code} label={t('qr.label')} />
      <p>
        {location.host}
        <br />
        {words}
      </p>
      <button type="button" className="room-close" onClick={onClose} aria-label={t('qr.close')}>
        <X size={28} aria-hidden />
      </button>
    </dialog>
  );
}
