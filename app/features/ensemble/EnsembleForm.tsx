import { type ReactNode, useEffect, useId, useState } from 'react';
import { scenarioParams } from '../../../engine/catalog.ts';
import {
  DRAWN_NAMES,
  drawable,
  drawnAmong,
  ENSEMBLE_PARAMS,
  ensembleOf,
  ownEnsembleKeys,
} from '../../../engine/ensemble/ensemble-params.ts';
import { namesOf } from '../../../engine/params.ts';
import { MOST_WORKERS } from '../../../workers/pool-limits.ts';
import { useApp, useSession, useTranslate } from '../../session/session-context.tsx';
import { viewOf } from '../../session/view.ts';
import { ParamControl } from '../../ui/fields/ParamControl.tsx';
import { drawnWord } from './ensemble-words.ts';
import { readWhole, typedWords } from './read-typed.ts';
import { Refusal, TypedField } from './TypedField.tsx';
import { sharedEnsembles, useEnsembles } from './use-ensembles.ts';

/** Shows an ensemble's settings, each a link key, as one line until opened. */
export function EnsembleForm({ axes = '', children }: { axes?: string; children?: ReactNode }) {
  const session = useSession();
  const t = useTranslate();
  const { problem, values } = useApp((state) => state.scenario);
  const specs = scenarioParams(problem);
  const chosen = namesOf(values.vary);
  const possible = drawable(specs, values);
  const { isOfSamples } = useApp((state) => viewOf(state).runs);

  const ensembles = sharedEnsembles(session);
  const isOpen = useEnsembles((state) => state.isFormOpen);
  const { runs, limit, vary } = ensembleOf(values);
  const drawn = drawnAmong(specs, values, vary).map((name) => drawnWord(problem, name, t));

  return (
    <details
      className="ensemble-form"
      open={isOpen}
      onToggle={({ currentTarget }) => ensembles.openForm(currentTarget.open)}
    >
      <summary data-testid="ensemble-form">
        {axes}
        {t('ensemble.form', { runs, limit, drawn })}
      </summary>
      {children}
      {ownEnsembleKeys(specs).map(
        (key) => specs[key]!.when?.(values) && <ParamControl key={key} name={key} spec={specs[key]!} />,
      )}
      <ParamControl name="runs" spec={ENSEMBLE_PARAMS.runs} />
      <ParamControl name="limit" spec={ENSEMBLE_PARAMS.limit} />
      <ParamControl name="within" spec={ENSEMBLE_PARAMS.within} />
      <fieldset hidden={possible.length === 0}>
        <legend>{t('param.vary')}</legend>
        {possible.map((name) => (
          <label key={name} className="control flag">
            <input
              type="checkbox"
              checked={chosen.includes(name)}
              onChange={({ target }) => {
                const next = DRAWN_NAMES.filter((one) =>
                  one === name ? target.checked : chosen.includes(one),
                );
                session.change({ vary: next.join(',') });
              }}
            />
            <span>{drawnWord(problem, name, t)}</span>
          </label>
        ))}
      </fieldset>
      {isOfSamples && <ParamControl name="startlaw" spec={ENSEMBLE_PARAMS.startlaw} />}
      {isOfSamples && <ParamControl name="audit" spec={ENSEMBLE_PARAMS.audit} />}
      <WorkersField />
    </details>
  );
}

/** Sets the number of workers on Enter or blur. Empty restores the old number. */
function WorkersField() {
  const session = useSession();
  const t = useTranslate();
  const id = useId();
  const workers = useEnsembles((state) => state.workers);
  const [text, setText] = useState(String(workers));
  const [bad, setBad] = useState<string | null>(null);
  useEffect(() => setText(String(workers)), [workers]);

  function take(): void {
    const next = text.trim() === '' ? workers : readWhole(text, 1, MOST_WORKERS);
    setBad(next === null ? typedWords(text) : null);
    if (next === null) return;
    setText(String(next));
    if (next !== workers) sharedEnsembles(session).setWorkers(next);
  }

  return (
    <>
      <TypedField
        id={id}
        label={t('ensemble.workers', { cores: navigator.hardwareConcurrency || 2 })}
        text={text}
        refused={bad !== null}
        numeric
        onText={setText}
        onTake={take}
      />
      <Refusal
        id={id}
        words={bad === null ? null : t('ensemble.whole', { least: 1, most: MOST_WORKERS, got: bad })}
      />
    </>
  );
}
