import { Pause, Play } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { formatParam, type ParamValue } from '../../engine/params.ts';
import { valueAt } from '../../engine/scenario/scenario.ts';
import type { MessageKey } from '../i18n/messages.ts';
import { createLater, createNextFrame } from '../session/busy.ts';
import { elapsed } from '../session/elapsed.ts';
import { useApp, useSession, useTranslate } from '../session/session-context.tsx';
import { useControl } from '../session/use-control.ts';
import { type MainKnob, viewOf } from '../session/view.ts';

/** Milliseconds from one end to the other, and still steps in place of the motion where a person wants none. */
const SWEEP = 4000;
const STILL_STEPS = 5;

const NOTCHES = 100;

/** The value of a knob at a share of its way; of a vector, its one number. */
function atShare({ low, high, isWhole, isVector }: MainKnob, share: number): ParamValue {
  const value = low + share * (high - low);
  const number = isWhole ? Math.round(value) : Number(value.toFixed(2));
  return isVector ? [number] : number;
}

/** The problem's main knob, between both sides: a slider, and a button that turns it from one end to the other. */
export function Knob() {
  const session = useSession();
  const t = useTranslate();
  const knob = useApp((state) => viewOf(state).knob?.(state) ?? null);
  const value = useApp((state) => (knob ? Number(valueAt(state.scenario, knob.key)) : 0));
  const control = useControl(knob?.key ?? '');
  const [sweeps, setSweeps] = useState(false);
  const gesture = useRef('');

  useEffect(() => {
    if (!sweeps || !knob) return;
    const begun = performance.now();
    const sweep = session.newGesture();
    const turn = (share: number) => session.change({ [knob.key]: atShare(knob, share) }, { gesture: sweep });
    const frame = createNextFrame(() => {
      const share = Math.min(1, elapsed(begun) / SWEEP);
      // While the page opens what was turned to last it is not asked for more.
      const isReady = session.store.getState().phase === 'ready';
      if (isReady) turn(share);
      if (share < 1 || !isReady) frame.ask();
      else setSweeps(false);
    });
    let still = 0;
    const later = createLater(() => {
      turn(still / (STILL_STEPS - 1));
      if (++still < STILL_STEPS) later.start(SWEEP / STILL_STEPS);
      else setSweeps(false);
    });
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) later.start(0);
    else frame.ask();
    return () => {
      frame.cancel();
      later.stop();
    };
  }, [sweeps, knob, session]);

  if (!knob || control === 'hidden') return null;
  const words = (key: MessageKey) => (t as (key: MessageKey) => string)(key);
  const [from, to] = [words(knob.words[0]), words(knob.words[1])];
  const name = t('knob.name', { from, to });
  const begin = () => {
    gesture.current = session.newGesture();
    setSweeps(false);
  };
  const Icon = sweeps ? Pause : Play;
  return (
    <div className="knob" title={name}>
      <span aria-hidden>{from}</span>
      <input
        type="range"
        disabled={control === 'locked'}
        min={0}
        max={NOTCHES}
        value={Math.round((NOTCHES * (value - knob.low)) / (knob.high - knob.low))}
        aria-label={name}
        aria-valuetext={formatParam(value)}
        onPointerDown={begin}
        onFocus={begin}
        onChange={({ target }) =>
          session.change(
            { [knob.key]: atShare(knob, Number(target.value) / NOTCHES) },
            { gesture: gesture.current },
          )
        }
      />
      <span aria-hidden>{to}</span>
      <button
        type="button"
        disabled={control === 'locked'}
        aria-pressed={sweeps}
        title={t('knob.sweep')}
        onClick={() => setSweeps(!sweeps)}
      >
        <Icon size={14} aria-hidden />
      </button>
    </div>
  );
}
