import { X } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslate } from '../../../session/session-context.tsx';
import { Button } from '../../../ui/Button.tsx';
import { longestValue } from './link-length.ts';
import { QrPicture } from './QrPicture.tsx';
import { MOST_CHARACTERS, type QrCode, qrCode } from './qr-code.ts';

/** Modules a side from which on a code is hard to scan from afar. */
const DENSE = 97;

/** The QR code of the link, small, and large for a room; a sentence where the link is too long for one. */
export function QrPart({ link, fragment, k }: { link: string; fragment: string; k: number }) {
  const t = useTranslate();
  const [large, setLarge] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const code = useMemo(() => qrCode(link), [link]);
  const longest = longestValue(fragment);
  return (
    <section className="share-qr" aria-label={t('share.qr')}>
      {code ? (
        <>
          <QrPicture code={code} label={t('share.qr.label')} />
          <Button ref={opener} onClick={() => setLarge(true)} words={t('share.qr.room')} />
          {code.size >= DENSE && <p className="share-hint">{t('share.qr.dense', { size: code.size })}</p>}
        </>
      ) : (
        <p>
          {t('share.qr.tooLong', { characters: link.length, most: MOST_CHARACTERS })}{' '}
          {longest?.key === 'data'
            ? t('share.qr.data', longest)
            : longest?.key === 'lecture'
              ? t('share.qr.lecture', longest)
              : t('share.qr.other')}
        </p>
      )}
      {code && large && (
        <RoomCode
          code={code}
          k={k}
          onClose={() => {
            setLarge(false);
            opener.current?.focus();
          }}
        />
      )}
    </section>
  );
}

/**
 * The code as large as the window, for a room to scan: white, black, and where it leads. Escape and the button close it; no
 * other key does anything, so that whoever stands at the keyboard starts nothing behind it.
 */
function RoomCode({ code, k, onClose }: { code: QrCode; k: number; onClose: () => void }) {
  const t = useTranslate();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // Not the button, which Space would press.
    element?.focus();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="room-code"
      aria-label={t('share.qr.label')}
      tabIndex={-1}
      onClose={(event) => {
        event.stopPropagation();
        onClose();
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === ' ' && event.target === dialog.current) event.preventDefault();
      }}
    >
      <QrPicture code={code} label={t('share.qr.label')} />
      <p>
        {location.host}
        <br />
        {t('share.qr.atStep', { k })}
      </p>
      <button type="button" className="room-close" onClick={onClose} aria-label={t('share.qr.close')}>
        <X size={28} aria-hidden />
      </button>
    </dialog>
  );
}
