import { useEffect, useRef, useState } from 'react';
import { useApp, useTranslate } from '../../views/session-context.tsx';
import { gallery } from './gallery.ts';
import { LIMITS, type SavedScenario } from './saved.ts';

/** One saved scenario, and what can be done with it. */
export function SavedItem({
  saved,
  onOpen,
}: {
  saved: SavedScenario;
  onOpen: (saved: SavedScenario) => void;
}) {
  const t = useTranslate();
  const [renaming, setRenaming] = useState(false);
  const renamer = useRef<HTMLButtonElement>(null);
  const language = useApp((state) => state.language);
  const { id, name, thumbnail, savedAt } = saved;
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(savedAt);

  function finish(wanted: string | null): void {
    setRenaming(false);
    if (wanted !== null) void gallery.rename(id, wanted);
    requestAnimationFrame(() => renamer.current?.focus());
  }

  return (
    <li className="saved-item">
      <button
        type="button"
        className="saved-open"
        aria-label={t('saved.open', { name })}
        onClick={() => onOpen(saved)}
      >
        {thumbnail ? <img src={thumbnail} alt="" /> : <span className="saved-blank" aria-hidden />}
        {!renaming && <span className="saved-name">{name}</span>}
      </button>
      {renaming && <NameField name={name} onDone={finish} />}
      {savedAt > 0 && <p className="share-hint">{when}</p>}
      <div className="saved-actions">
        <button
          ref={renamer}
          type="button"
          className="text-button"
          aria-label={t('saved.renameOf', { name })}
          onClick={() => setRenaming(true)}
        >
          {t('saved.rename')}
        </button>
        <button
          type="button"
          className="text-button"
          aria-label={t('saved.deleteOf', { name })}
          onClick={() => {
            void gallery.remove(id);
            requestAnimationFrame(() => document.getElementById('saved-undo')?.focus());
          }}
        >
          {t('saved.delete')}
        </button>
      </div>
    </li>
  );
}

/** Takes another name: Enter or leaving the field keeps it, Escape gives it up (null). */
function NameField({ name, onDone }: { name: string; onDone: (name: string | null) => void }) {
  const t = useTranslate();
  const field = useRef<HTMLInputElement>(null);
  const done = useRef(false);
  const [text, setText] = useState(name);
  useEffect(() => field.current?.select(), []);

  function finish(result: string | null): void {
    if (done.current) return;
    done.current = true;
    onDone(result);
  }

  return (
    <input
      ref={field}
      className="saved-rename"
      aria-label={t('saved.renameOf', { name })}
      value={text}
      maxLength={LIMITS.name}
      autoComplete="off"
      onChange={({ target }) => setText(target.value)}
      onBlur={() => finish(text)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        // Escape gives up the name, not the dialog.
        event.preventDefault();
        event.stopPropagation();
        finish(event.key === 'Enter' ? text : null);
      }}
    />
  );
}
