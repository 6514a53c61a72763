import './words.en.ts';
import '../../../ui/fields/param-words.en.ts';
import './saved.css';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useStore } from 'zustand';
import { parseLink } from '../../../../engine/scenario/scenario.ts';
import { dynamicKey, type Translate } from '../../../i18n/messages.ts';
import { presentLink } from '../../../session/scenario/bind-link.ts';
import { presetOf } from '../../../session/scenario/preset-of.ts';
import { useApp, useSession, useTranslate } from '../../../session/session-context.tsx';
import { type AppState, wantedStep } from '../../../session/store.ts';
import { Button } from '../../../ui/fields/Button.tsx';
import { FileButton } from '../../../ui/fields/FileButton.tsx';
import { NameField } from '../../../ui/fields/NameField.tsx';
import { saveFile } from '../../../ui/save-file.ts';
import { focusAfter } from '../../../ui/windows/focus-after.ts';
import { LIMITS, type SavedScenario } from './saved.ts';
import { savedScenarios } from './saved-scenarios.ts';
import { takeThumbnail } from './thumbnail.ts';

const FILE = 'twin-descent-saved.json';

function suggestedName(state: AppState, t: Translate): string {
  const { scenario } = state;
  const preset = presetOf(scenario);
  const name = t(preset ? dynamicKey('preset', preset, 'title') : dynamicKey('problem', scenario.problem));
  return t('saved.nameAt', { name, k: wantedStep(state) });
}

const saveText = (text: string) => saveFile(new Blob([text], { type: 'application/json' }), FILE);

export function SavedPage({ onClose }: { onClose: () => void }) {
  const session = useSession();
  const t = useTranslate();
  const saved = useStore(savedScenarios.store, (state) => state.saved);
  const trouble = useStore(savedScenarios.store, (state) => state.trouble);
  const unsaved = useStore(savedScenarios.store, (state) => state.unsaved);
  const [name, setName] = useState(() => suggestedName(session.store.getState(), t));
  useEffect(() => void savedScenarios.load(), []);

  function save(event: FormEvent): void {
    event.preventDefault();
    const { features, data } = session.store.getState().scenario.values;
    const entry = {
      name: name.trim() || suggestedName(session.store.getState(), t),
      link: presentLink(session, { embed: false, panels: '' }),
      thumbnail: takeThumbnail(),
    };
    void savedScenarios.save(entry, features === 'csv' && data === '');
  }

  function open({ link }: SavedScenario): void {
    if (!session.mayUse('presets')) return;
    const { scenario, notices } = parseLink(link);
    session.openScenario(scenario, { jump: true, notices });
    onClose();
  }

  return (
    <div className="saved">
      <p className="share-hint">{t('saved.lead')}</p>
      {trouble && (
        <div className="saved-trouble">
          <p role="alert">
            {t('saved.trouble', trouble)}
            {unsaved.length > 0 && ` ${t('saved.unsaved', { names: unsaved.map(({ name }) => name) })}`}
          </p>
          {unsaved.length > 0 && (
            <Button
              onClick={() => {
                saveText(savedScenarios.unsavedText());
                savedScenarios.say({ what: 'exported', count: unsaved.length, file: FILE });
              }}
              words={t('saved.takeAway')}
            />
          )}
        </div>
      )}
      <form className="saved-form" onSubmit={save}>
        <label>
          <span>{t('saved.name')}</span>
          <input
            value={name}
            maxLength={LIMITS.name}
            autoComplete="off"
            onChange={({ target }) => setName(target.value)}
          />
        </label>
        <button type="submit" className="primary">
          {t('saved.save')}
        </button>
      </form>
      <SavedNews />
      <h3 id="saved-title" tabIndex={-1}>
        {t('saved.list')}
      </h3>
      {saved?.length === 0 && <p className="share-hint">{t('saved.none')}</p>}
      <ul className="saved-list" aria-labelledby="saved-title">
        {saved?.map((one) => (
          <SavedItem key={one.id} saved={one} onOpen={open} />
        ))}
      </ul>
      <div className="share-actions">
        <Button
          disabled={!saved?.length}
          onClick={() => {
            saveText(savedScenarios.exportText());
            savedScenarios.say({ what: 'exported', count: saved?.length ?? 0, file: FILE });
          }}
          words={t('saved.export')}
        />
        <FileButton accept=".json,application/json" onFile={(file) => void savedScenarios.importFile(file)}>
          {t('saved.import')}
        </FileButton>
      </div>
    </div>
  );
}

/** Shows the last message; a deleted scenario can be undone. */
function SavedNews() {
  const t = useTranslate();
  const message = useStore(savedScenarios.store, (state) => state.message);
  const refused = message?.what === 'imported' ? message.refused : [];
  return (
    <div className="saved-news">
      <div role="status">
        {message && <p>{t('saved.said', message)}</p>}
        {refused.map((one) => (
          <p key={one.place}>{t('saved.refusal', one)}</p>
        ))}
      </div>
      {message?.what === 'deleted' && (
        <Button
          id="saved-undo"
          onClick={() => {
            void savedScenarios.restore(message.deleted);
            document.getElementById('saved-title')?.focus();
          }}
          words={t('saved.undo')}
        />
      )}
    </div>
  );
}

function SavedItem({ saved, onOpen }: { saved: SavedScenario; onOpen: (saved: SavedScenario) => void }) {
  const t = useTranslate();
  const [renaming, setRenaming] = useState(false);
  const renamer = useRef<HTMLButtonElement>(null);
  const language = useApp((state) => state.language);
  const { id, name, thumbnail, savedAt } = saved;
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(savedAt);

  function finish(wanted: string | null): void {
    flushSync(() => setRenaming(false));
    renamer.current?.focus();
    if (wanted !== null) void savedScenarios.rename(id, wanted);
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
        <Button
          ref={renamer}
          aria-label={t('saved.renameOf', { name })}
          onClick={() => setRenaming(true)}
          words={t('saved.rename')}
        />
        <Button
          aria-label={t('saved.deleteOf', { name })}
          onClick={() => focusAfter(() => void savedScenarios.remove(id), 'saved-undo')}
          words={t('saved.delete')}
        />
      </div>
    </li>
  );
}
