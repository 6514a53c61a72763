import { useTranslate } from '../../session/session-context.tsx';
import { PullScale } from '../../ui/fields/PullScale.tsx';

/** Explains the colours of the right map while it shows the pull. */
export function PullLegend() {
  const t = useTranslate();
  return (
    <div className="legend pull">
      <b>{t('pull.scale')}</b>
      <PullScale />
    </div>
  );
}
