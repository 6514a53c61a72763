import { useRef } from 'react';
import { useApp, useSession, useTransient, useTranslate } from '../../session/session-context.tsx';
import { withinFacts } from './network-facts.ts';
import { networkOf } from './network-info.ts';

/** How near each side is to the best possible, as a bar that fills and in words. */
export function GapMeter() {
  const t = useTranslate();
  const solved = useApp(({ opened }) => networkOf(opened)?.solved ?? true);
  return (
    <div className="gap" data-testid="gap">
      <Bar side="left" name={t('side.left.descent')} />
      <Bar side="right" name={solved ? t('side.right.program') : t('side.right.short')} />
    </div>
  );
}

function Bar({ side, name }: { side: 'left' | 'right'; name: string }) {
  const session = useSession();
  const t = useTranslate();
  const bar = useRef<HTMLSpanElement>(null);
  const output = useRef<HTMLOutputElement>(null);
  // Written, not rendered: it changes with every frame of a run.
  useTransient(
    (state) => t('network.within', withinFacts(session, state, side)),
    (words) => {
      if (!bar.current || !output.current) return;
      const { excess } = withinFacts(session, session.store.getState(), side);
      // What of the objective no network can do without.
      bar.current.style.width = Number.isNaN(excess) ? '0' : `${100 / (1 + excess)}%`;
      output.current.textContent = words;
    },
  );
  return (
    <div className="gap-line">
      <span className={`sign ${side}`} aria-hidden />
      <span>{name}</span>
      <span className={`gap-bar ${side}`} aria-hidden>
        <span ref={bar} />
      </span>
      <output ref={output} aria-live="off" aria-label={name} data-testid={`within-${side}`} />
    </div>
  );
}
