import { useStore } from 'zustand';
import { useTranslate } from '../../../session/session-context.tsx';
import { savedScenarios } from './saved-scenarios.ts';

/** What just happened, in sentences that stay until the next; a deleted scenario can be taken back here. */
export function SavedNews() {
  const t = useTranslate();
  const said = useStore(savedScenarios.store, (state) => state.said);
  const refused = said?.what === 'imported' ? said.refused : [];
  return (
    <div className="saved-news">
      <div role="status">
        {said && <p>{t('saved.said', said)}</p>}
        {refused.map((one) => (
          <p key={one.place}>{t('saved.refusal', one)}</p>
        ))}
      </div>
      {said?.what === 'deleted' && (
        <button
          type="button"
          id="saved-undo"
          className="text-button"
          onClick={() => {
            void savedScenarios.restore(said.deleted);
            document.getElementById('saved-title')?.focus();
          }}
        >
          {t('saved.undo')}
        </button>
      )}
    </div>
  );
}
