import { useRef, useState } from 'react';
import { useApp, useTranslate } from '../../../session/session-context.tsx';
import { NameField } from '../../../ui/NameField.tsx';
import { LIMITS, type SavedScenario } from './saved.ts';
import { savedScenarios } from './saved-scenarios.ts';

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
    if (wanted !== null) void savedScenarios.rename(id, wanted);
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
      {renaming && (
        <NameField
          name={name}
          label={t('saved.renameOf', { name })}
          maxLength={LIMITS.name}
          className="saved-rename"
          onDone={finish}
        />
      )}
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
            void savedScenarios.remove(id);
            requestAnimationFrame(() => document.getElementById('saved-undo')?.focus());
          }}
        >
          {t('saved.delete')}
        </button>
      </div>
    </li>
  );
}
