import { useEffect, useId, useState } from 'react';
import { MOST_WORKERS } from '../../../workers/pool-limits.ts';
import { useSession, useTranslate } from '../../session/session-context.tsx';
import { readWhole, typedWords } from './read-typed.ts';
import { Refusal, TypedField } from './TypedField.tsx';
import { sharedEnsembles, useEnsembles } from './use-ensembles.ts';

/** How many workers there are: taken on Enter or when the field is left; an empty field goes back to what was, what is no number of workers is refused. */
export function WorkersField() {
  const session = useSession();
  const t = useTranslate();
  const id = useId();
  const workers = useEnsembles((state) => state.workers);
  const [text, setText] = useState(String(workers));
  /** What was typed and is no number of workers. */
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
