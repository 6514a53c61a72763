import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslate } from '../../../session/session-context.tsx';
import { SANDBOX } from './embed-code.ts';

/**
 * What the frame is refused: the same as in the code, but without a network. Then it needs the page's origin, or the service worker
 * that keeps embed.html is not asked for it.
 */
function sandboxNow(): string {
  return navigator.onLine ? SANDBOX : `${SANDBOX} allow-same-origin`;
}

/** The frame as another page will hold it, made smaller where the dialog is narrower. */
export function EmbedPreview({
  address,
  title,
  width,
  height,
}: {
  address: string;
  title: string;
  width: number;
  height: number;
}) {
  const t = useTranslate();
  const place = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(0);

  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => setRoom(entry!.contentRect.width));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const scale = Math.min(1, room / width);
  return (
    <section aria-label={t('embed.preview')}>
      <h3 className="embed-preview-title">{t('embed.preview')}</h3>
      <div ref={place} className="embed-preview" style={{ height: height * scale }}>
        {room > 0 && (
          // Another frame for another address: a new fragment in the same one would be an entry of the browser's history.
          <iframe
            key={address}
            src={address}
            title={title}
            width={width}
            height={height}
            sandbox={sandboxNow()}
            style={{ transform: `scale(${scale})` }}
          />
        )}
      </div>
    </section>
  );
}
