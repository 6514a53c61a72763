import { useRef, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { SideName } from '../../engine/contract.ts';
import { useApp, useSession, useTransient, useTranslate } from '../session/session-context.tsx';
import { viewOf } from '../session/view.ts';
import { writeText } from './write-text.ts';

/** How a side stands, in words, and what is behind them. */
export function Verdict({ side }: { side: SideName }) {
  const session = useSession();
  const t = useTranslate();
  const line = useRef<HTMLParagraphElement>(null);
  const text = useRef<HTMLSpanElement>(null);
  // The words of a moving run change with every frame: they are written, not rendered.
  useTransient(
    (state) => viewOf(state).verdict(session, state, side, t),
    (words) => {
      writeText(text.current, words);
      if (line.current) line.current.title = words;
    },
  );
  const [isOpen, setOpen] = useState(false);
  const note = useRef<HTMLOutputElement>(null);
  useTransient(
    (state) => viewOf(state).note?.(session, side, t) ?? '',
    (words) => writeText(note.current, words),
  );
  const { below, why, ended, overshoots } = useApp(
    useShallow((state) => viewOf(state).footing(session, state, side, t)),
  );
  return (
    <>
      <p ref={line} className={`verdict ${side}${ended ? ' ended' : ''}`} data-testid={`verdict-${side}`}>
        <span ref={text} />
        {overshoots && <SafeStep side={side} />}
      </p>
      <div className="criterion" title={below}>
        {why !== '' && (
          <>
            <button type="button" className="why-end" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              {t('verdict.why')}
            </button>
            {isOpen && why}
          </>
        )}
        {below}
        <output ref={note} aria-live="off" data-testid={`note-${side}`} />
      </div>
    </>
  );
}

/** Goes back to the step at which descent is safe: offered beside a side that ran away. */
function SafeStep({ side }: { side: SideName }) {
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
