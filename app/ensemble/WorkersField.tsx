import { useEffect, useId, useState } from 'react';
import { MOST_WORKERS } from '../../workers/pool-limits.ts';
import { useSession, useTranslate } from '../views/session-context.tsx';
import { sharedEnsembles, useEnsembles } from './use-ensembles.ts';

/** How many workers there are: taken on Enter or when the field is left; what is no number of workers goes back to what was. */
export function WorkersField() {
  const session = useSession();
  const t = useTranslate();
  const id = useId();
  const workers = useEnsembles((state) => state.workers);
  const [text, setText] = useState(String(workers));
  useEffect(() => setText(String(workers)), [workers]);

  function take(): void {
    const count = Math.round(Number(text));
    const next = count >= 1 ? Math.min(MOST_WORKERS, count) : workers;
    setText(String(next));
    if (next !== workers) sharedEnsembles(session).setWorkers(next);
  }

  return (
    <label className="typed" htmlFor={id}>
      <span>{t('ensemble.workers', { cores: navigator.hardwareConcurrency || 2 })}</span>
      <input
        id={id}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        value={text}
        onChange={({ target }) => setText(target.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take();
        }}
      />
    </label>
  );
}
