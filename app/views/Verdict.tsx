import type { SideName } from '../../engine/contract.ts';
import { verdictFacts } from '../state/facts.ts';
import { useApp, useSession, useTranslate } from './session-context.tsx';

/** How a side stands, in words, and the criterion behind them. */
export function Verdict({ side }: { side: SideName }) {
  const session = useSession();
  const t = useTranslate();
  const words = useApp((state) => t('verdict', verdictFacts(state, session.trajectories, side)));
  const criterion = useApp((state) => t('criterion', verdictFacts(state, session.trajectories, side)));
  const diverged = useApp(
    (state) => state.sides[side].status === 'diverged' && state.k >= (state.sides[side].endedAt ?? 0),
  );
  const unlocked = useApp((state) => state.scenario.values.unlock === true);
  const safe = side === 'right' && unlocked ? { rc: 1, rstep: null } : { c: 1, step: null };
  return (
    <>
      <p
        className={`verdict ${side}${criterion === '' ? '' : ' ended'}`}
        key={criterion}
        data-testid={`verdict-${side}`}
        title={words}
      >
        {words}
        {diverged && (
          <button type="button" onClick={() => session.change(safe)}>
            {t('verdict.safeStep')}
          </button>
        )}
      </p>
      <p className="criterion" title={criterion}>
        {criterion}
      </p>
    </>
  );
}
