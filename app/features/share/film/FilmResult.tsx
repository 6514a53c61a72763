import { useEffect, useRef, useState } from 'react';
import { useTranslate } from '../../../session/session-context.tsx';
import { saveFile } from '../../../ui/save-file.ts';
import type { Film } from './make-film.ts';

/** The film as it was made, to be looked at and saved. */
export function FilmResult({ film, onAnother }: { film: Film; onAnother: () => void }) {
  const t = useTranslate();
  const { blob, name, choice } = film;
  const [url, setUrl] = useState<string | null>(null);
  const [saved, setSaved] = useState('');
  const save = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const made = URL.createObjectURL(blob);
    setUrl(made);
    save.current?.focus();
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  const label = t('share.film.result', { name });
  const size = { width: choice.width, height: choice.height };
  return (
    <>
      <div className="film-preview">
        {url && choice.format === 'gif' && <img src={url} alt={label} {...size} data-testid="film" />}
        {url && choice.format !== 'gif' && (
          <video src={url} aria-label={label} controls loop muted playsInline {...size} data-testid="film" />
        )}
      </div>
      <div className="film-actions">
        <button
          ref={save}
          type="button"
          className="primary"
          onClick={() => {
            saveFile(blob, name);
            setSaved(t('share.film.saved', { name }));
          }}
        >
          {t('share.film.save', { name })}
        </button>
        <button type="button" className="text-button" onClick={onAnother}>
          {t('share.film.another')}
        </button>
        <p role="status">{saved}</p>
      </div>
    </>
  );
}
