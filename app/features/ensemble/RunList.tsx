import type { Ranked } from '../../../engine/ensemble/aggregate.ts';
import { useTranslate } from '../../session/session-context.tsx';

export function RunList({
  title,
  runs,
  words,
  onOpen,
}: {
  title: string;
  runs: readonly Ranked[];
  /** Describes the value that ranks a run. */
  words: (by: number) => string;
  onOpen: (run: number) => void;
}) {
  const t = useTranslate();
  return (
    <div className="run-list">
      <h4>{title}</h4>
      <ul>
        {runs.map(({ run, by }) => (
          <li key={run}>
            <button type="button" title={t('ensemble.open.title', { run })} onClick={() => onOpen(run)}>
              {t('ensemble.open', { run, by: words(by) })}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
