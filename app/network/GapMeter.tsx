import { useApp, useSession, useTranslate } from '../views/session-context.tsx';
import { useNetwork } from './network-context.ts';
import { excessOver, objectiveOf, provedBound } from './network-facts.ts';

/** How near each side is to the best possible, as a bar that fills and in words. */
export function GapMeter() {
  const t = useTranslate();
  const solved = useApp(({ opened }) => opened?.network?.solved ?? true);
  const sampled = useApp(({ opened }) => opened?.network?.program === 'sampled');
  return (
    <div className="gap" data-testid="gap">
      <Bar side="left" name={t('side.left.descent')} />
      <Bar side="right" name={solved ? t('side.right.program') : t('side.right.short')} />
      {sampled && <p className="note">{t('network.notCertified')}</p>}
    </div>
  );
}

function Bar({ side, name }: { side: 'left' | 'right'; name: string }) {
  const session = useSession();
  const t = useTranslate();
  const objective = useApp((state) => objectiveOf(session, state, side));
  const bound = useNetwork(provedBound);
  const excess = excessOver(bound, objective);
  // What of the objective no network can do without.
  const share = Number.isNaN(excess) ? 0 : 1 / (1 + excess);
  return (
    <div className="gap-line">
      <span className={`sign ${side}`} aria-hidden />
      <span>{name}</span>
      <span className={`gap-bar ${side}`} aria-hidden>
        <span style={{ width: `${100 * share}%` }} />
      </span>
      <output aria-live="off" data-testid={`within-${side}`}>
        {t('network.within', { excess })}
      </output>
    </div>
  );
}
