import { useRef } from 'react';
import type { SideName } from '../../../engine/contract.ts';
import { formatNumberShort } from '../../i18n/format.ts';
import { dynamicKey } from '../../i18n/messages.ts';
import { verdictFacts } from '../../session/facts.ts';
import { useApp, useSession, useTransient, useTranslate } from '../../session/session-context.tsx';
import { SafeStep } from '../../ui/SafeStep.tsx';

/** How a side stands, in words, and the criterion behind them. */
export function Verdict({ side }: { side: SideName }) {
  const session = useSession();
  const t = useTranslate();
  const line = useRef<HTMLParagraphElement>(null);
  const text = useRef<HTMLSpanElement>(null);
  // The words of a moving run change with every frame: they are written, not rendered.
  useTransient(
    (state) => t('verdict', verdictFacts(state, session.trajectories, side)),
    (words) => {
      if (text.current) text.current.textContent = words;
      if (line.current) line.current.title = words;
    },
  );
  const criterion = useApp((state) => t('criterion', verdictFacts(state, session.trajectories, side)));
  const settings = useApp(({ opened }) => {
    if (!opened) return '';
    const { rule, step } = opened.settings[side];
    return t('settings.line', {
      rule: t(dynamicKey('choice.rule', rule)),
      step: formatNumberShort(Number(step.toPrecision(4))),
      c: formatNumberShort(Number((step * opened.smoothness).toPrecision(4))),
      smoothness: formatNumberShort(Number(opened.smoothness.toPrecision(4))),
    });
  });
  const overshoots = useApp((state) => {
    const { status, growing } = verdictFacts(state, session.trajectories, side);
    return growing || (status === 'diverged' && state.k >= (state.sides[side].endedAt ?? 0));
  });
  return (
    <>
      <p
        ref={line}
        className={`verdict ${side}${criterion === '' ? '' : ' ended'}`}
        data-testid={`verdict-${side}`}
      >
        <span ref={text} />
        {overshoots && <SafeStep side={side} />}
      </p>
      <p className="criterion" title={criterion || settings}>
        {criterion || settings}
      </p>
    </>
  );
}
