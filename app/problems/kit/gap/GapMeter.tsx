import './gap.css';
import { useRef } from 'react';
import { isAsking } from '../../../session/guessing.ts';
import { useApp, useSession, useTransient, useTranslate } from '../../../session/session-context.tsx';
import { viewOf } from '../../../session/view.ts';
import { writeText } from '../../../ui/write-text.ts';
import { type GapOf, shareOf } from './gap-drawing.ts';

export function GapMeter({ gapOf }: { gapOf: GapOf }) {
  const asks = useApp(isAsking);
  if (asks) return null;
  return (
    <div className="gap" data-testid="gap">
      <Bar side="left" gapOf={gapOf} />
      <Bar side="right" gapOf={gapOf} />
    </div>
  );
}

function Bar({ side, gapOf }: { side: 'left' | 'right'; gapOf: GapOf }) {
  const session = useSession();
  const t = useTranslate();
  const name = useApp((state) => viewOf(state).short(state, side, t));
  const bar = useRef<HTMLSpanElement>(null);
  const output = useRef<HTMLOutputElement>(null);
  // Written directly: it changes with every frame of a run.
  useTransient(
    (state) => t('network.within', gapOf(session, state, side)),
    (words) => {
      if (!bar.current || !output.current) return;
      const share = shareOf(gapOf(session, session.store.getState(), side));
      bar.current.style.width = `${100 * share}%`;
      writeText(output.current, words);
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
