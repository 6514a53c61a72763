import type { SideName } from '../../engine/contract.ts';
import { useApp, useSession, useTranslate } from '../session/session-context.tsx';

/** Goes back to the step at which descent is safe: offered beside a side that ran away. */
export function SafeStep({ side }: { side: SideName }) {
  const session = useSession();
  const t = useTranslate();
  const unlocked = useApp((state) => state.scenario.values.unlock === true);
  return (
    <button
      type="button"
      onClick={() => {
        session.change(side === 'right' && unlocked ? { rc: 1, rstep: null } : { c: 1, step: null });
        document.getElementById('play-button')?.focus();
      }}
    >
      {t('verdict.safeStep')}
    </button>
  );
}
