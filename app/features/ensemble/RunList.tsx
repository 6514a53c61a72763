import { useTranslate } from '../../session/session-context.tsx';

/** Runs as buttons, each of which opens its run in the main view. */
export function RunList({
  title,
  runs,
  words,
  onOpen,
}: {
  title: string;
  runs: readonly number[];
  words: (run: number) => string;
  onOpen: (run: number) => void;
}) {
  const t = useTranslate();
  return (
    <div className="run-list">
      <h4>{title}</h4>
      <ul>
        {runs.map((run) => (
          <li key={run}>
            <button type="button" title={t('ensemble.open.title', { run })} onClick={() => onOpen(run)}>
              {t('ensemble.open', { run, by: words(run) })}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
