import './words.en.ts';
import './ensemble.css';
import { percent } from '../../i18n/format-tenth.ts';
import { useTranslate } from '../../session/session-context.tsx';
import { useEnsembles } from './use-ensembles.ts';

export function EnsembleChip({ onOpen }: { onOpen: () => void }) {
  const t = useTranslate();
  const running = useEnsembles(({ runs, diagram }) => [runs, diagram].find((job) => job?.running) ?? null);
  if (!running) return null;
  const share = running.count / running.runs.sweep.size;
  const words = t('ensemble.chip', { share: percent(share) });
  return (
    <button
      type="button"
      className="ensemble-chip"
      onClick={onOpen}
      data-testid="ensemble-chip"
      title={words}
      aria-label={words}
    >
      <progress max={1} value={share} aria-hidden />
      <b>{percent(share)}</b>
    </button>
  );
}
