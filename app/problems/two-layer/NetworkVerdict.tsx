import { useRef } from 'react';
import { formatNumberShort } from '../../i18n/format.ts';
import { dynamicKey, type Translate } from '../../i18n/messages.ts';
import { useApp, useSession, useTransient, useTranslate } from '../../session/session-context.tsx';
import type { AppState } from '../../session/store.ts';
import { SafeStep } from '../../ui/SafeStep.tsx';
import { readingNow } from './network-facts.ts';
import { leftWords, rightWords } from './network-words.ts';

/** A side's verdict with a line below; the words of a moving run change with every frame: they are written, not rendered. */
export function NetworkVerdict({ side }: { side: 'left' | 'right' }) {
  const session = useSession();
  const t = useTranslate();
  const line = useRef<HTMLSpanElement>(null);
  useTransient(
    (state) => (side === 'left' ? leftWords : rightWords)(session, state, t),
    (words) => {
      if (!line.current) return;
      line.current.textContent = words;
      line.current.title = words;
    },
  );
  const diverged = useApp(
    ({ sides, k }) => sides[side].status === 'diverged' && k >= (sides[side].endedAt ?? 0),
  );
  const ended = useApp(({ sides, k }) => sides[side].endedAt !== null && sides[side].endedAt <= k);
  const below = useApp((state) => (side === 'left' ? leftFooting : rightFooting)(state, t));
  return (
    <>
      <p className={`verdict ${side}${ended ? ' ended' : ''}`} data-testid={`verdict-${side}`}>
        <span ref={line} />
        {diverged && <SafeStep side={side} />}
      </p>
      <p className="criterion" title={below}>
        {below}
      </p>
    </>
  );
}

/** How many neurons are dead, and what descent is set to. */
function leftFooting(state: AppState, t: Translate): string {
  const { opened } = state;
  if (!opened?.network) return '';
  const { rule, step } = opened.settings.left;
  const short = (value: number) => formatNumberShort(Number(value.toPrecision(4)));
  const settings = t('settings.line', {
    rule: t(dynamicKey('choice.rule', rule)),
    step: short(step),
    c: short(step * opened.smoothness),
    smoothness: short(opened.smoothness),
  });
  const { neurons } = opened.network;
  const reading = readingNow(state);
  const dead = reading?.left.dead.subarray(0, neurons).reduce((sum, flag) => sum + flag, 0) ?? 0;
  const merged = reading?.merged ?? neurons;
  return [
    ...(dead > 0 ? [t('network.dead', { dead, neurons })] : []),
    ...(merged < neurons - dead ? [t('network.merged', { merged })] : []),
    settings,
  ].join(' · ');
}

function rightFooting({ opened }: AppState, t: Translate): string {
  if (!opened?.network?.solved) return t('network.honest');
  if (opened.network.program === 'sampled') return t('network.notCertified');
  return t('network.criterion');
}
