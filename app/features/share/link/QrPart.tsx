import '../../../ui/qr/words.en.ts';
import { useMemo, useRef, useState } from 'react';
import { useTranslate } from '../../../session/session-context.tsx';
import { Button } from '../../../ui/fields/Button.tsx';
import { QrPicture } from '../../../ui/qr/QrPicture.tsx';
import { MOST_CHARACTERS, qrCode } from '../../../ui/qr/qr-code.ts';
import { RoomCode } from '../../../ui/RoomCode.tsx';
import { longestValue } from './link-length.ts';

/** Modules per side that are hard to scan from afar. */
const DENSE = 97;

/** Shows the link's QR code, small or full-size, or that it is too long. */
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
          <QrPicture code={code} label={t('qr.label')} />
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
          words={t('share.qr.atStep', { k })}
          onClose={() => {
            setLarge(false);
            opener.current?.focus();
          }}
        />
      )}
    </section>
  );
}
