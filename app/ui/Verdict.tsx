import { useRef, useState } from 'react';
import type { SideName } from '../../engine/contract.ts';
import { useApp, useSession, useTransient, useTranslate } from '../session/session-context.tsx';
import { viewOf } from '../session/view.ts';
import { writeText } from './write-text.ts';

export function Verdict({ side }: { side: SideName }) {
  const session = useSession();
  const t = useTranslate();
  const line = useRef<HTMLParagraphElement>(null);
  const text = useRef<HTMLSpanElement>(null);
  // Written, not rendered: a moving run's words change every frame.
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
  const criterion = useRef<HTMLDivElement>(null);
  const below = useRef<HTMLSpanElement>(null);
  const why = useRef<HTMLSpanElement>(null);
  const [isKnown, setKnown] = useState(false);
  const [ended, setEnded] = useState(false);
  const [overshoots, setOvershoots] = useState(false);
  useTransient(
    (state) => viewOf(state).footing(session, state, side, t),
    (footing) => {
      writeText(below.current, footing.below);
      writeText(why.current, footing.why && `${footing.why} `);
      if (criterion.current && criterion.current.title !== footing.below)
        criterion.current.title = footing.below;
      setKnown(footing.why !== '');
      setEnded(footing.ended);
      setOvershoots(footing.overshoots);
    },
  );
  return (
    <>
      <p ref={line} className={`verdict ${side}${ended ? ' ended' : ''}`} data-testid={`verdict-${side}`}>
        <span ref={text} />
        {overshoots && <SafeStep side={side} />}
      </p>
      <div ref={criterion} className="criterion">
        {isKnown && (
          <button type="button" className="why-end" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {t('verdict.why')}
          </button>
        )}
        <span ref={why} hidden={!isOpen} />
        <span ref={below} />
        <output ref={note} aria-live="off" data-testid={`note-${side}`} />
      </div>
    </>
  );
}

/** Sets a diverged side's step to the safe 1/L. */
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
