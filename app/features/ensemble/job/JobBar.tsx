import { type ReactNode, useEffect, useState } from 'react';
import { useSession, useTranslate } from '../../../session/session-context.tsx';
import { Button } from '../../../ui/fields/Button.tsx';
import { failureWords } from '../ensemble-words.ts';
import { sharedEnsembles } from '../use-ensembles.ts';
import { areCounted } from './finished-prefix.ts';
import type { Job, JobName } from './job.ts';

export function JobBar({
  name,
  job,
  onBegin,
  disabled = false,
  words,
  children,
}: {
  name: JobName;
  job: Job | null;
  onBegin: () => void;
  disabled?: boolean;
  /** Label of the button that begins, if it does not run all. */
  words?: string | undefined;
  children?: ReactNode;
}) {
  const t = useTranslate();
  const ensembles = sharedEnsembles(useSession());
  const size = job?.runs.sweep.size ?? 0;
  return (
    <div className="job-bar">
      <div className="buttons">
        {job?.running ? (
          <Button
            primary
            onClick={ensembles.cancel}
            data-testid="ensemble-cancel"
            words={t('ensemble.cancel')}
          />
        ) : (
          <>
            {job && !areCounted(job.runs) && job.count < size && !job.failure && job.there === null && (
              <Button primary onClick={() => void ensembles.goOn(name)} words={t('ensemble.goOn')} />
            )}
            <Button
              primary
              disabled={disabled}
              onClick={onBegin}
              data-testid="ensemble-run"
              words={words ?? t(job ? 'ensemble.again' : 'ensemble.run')}
            />
            {job && <Button onClick={() => ensembles.forget(name)} words={t('ensemble.delete')} />}
          </>
        )}
        {children}
      </div>
      {job && <Progress job={job} />}
      {job && job.there !== null && job.count < size && <p className="note">{t('ensemble.elsewhere')}</p>}
      {job?.failure && <p role="alert">{t('ensemble.failed', { reason: failureWords(job.failure, t) })}</p>}
    </div>
  );
}

/** Least ms between announcements to screen readers. */
const CALM = 5000;

/** Returns the message on unfinished runs that this tab does not run. */
function stoppedKey({ read, there }: Job) {
  if (there === 'running') return 'ensemble.there';
  return read ? 'ensemble.fileHas' : 'ensemble.cut';
}

function Progress({ job }: { job: Job }) {
  const t = useTranslate();
  const of = job.runs.sweep.size;
  const words = job.running
    ? [
        t('ensemble.progress', { done: job.count, of }),
        ...(job.left === null ? [] : [t('ensemble.left', { seconds: job.left })]),
      ].join(' · ')
    : job.count < of
      ? t(stoppedKey(job), { done: job.count, of })
      : job.seconds > 0
        ? t('ensemble.took', { done: job.count, seconds: job.seconds })
        : t('ensemble.progress', { done: job.count, of });
  return (
    <div className="job-progress">
      {(job.running || job.there === 'running') && (
        <progress max={of} value={job.count} aria-label={t('ensemble.title')} />
      )}
      <p data-testid="ensemble-progress">{words}</p>
      <Calmly words={words} urgent={!job.running} />
    </div>
  );
}

/** Announces words at intervals of `CALM`; urgent ones at once. */
function Calmly({ words, urgent }: { words: string; urgent: boolean }) {
  const [said, setSaid] = useState('');
  const [now, setNow] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setNow((tick) => tick + 1), CALM);
    return () => clearInterval(timer);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words are said when the clock ticks, not when they change.
  useEffect(() => setSaid(words), [now, urgent]);
  return (
    <span className="visually-hidden" role="status">
      {said}
    </span>
  );
}
