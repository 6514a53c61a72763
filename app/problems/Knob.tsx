import { Pause, Play } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { formatParam } from '../../engine/params.ts';
import { valueAt } from '../../engine/scenario/scenario.ts';
import type { MessageKey } from '../i18n/messages.ts';
import { createLater, createNextFrame } from '../session/busy.ts';
import { elapsed } from '../session/elapsed.ts';
import type { Session } from '../session/session.ts';
import { useApp, useSession, useTranslate } from '../session/session-context.tsx';
import { notchOf, numberAtNotch, turnedTo } from '../session/slider-way.ts';
import { useControl } from '../session/use-control.ts';
import { type MainKnob, viewOf } from '../session/view.ts';

/** Milliseconds from one end to the other, and still steps in place of the motion where a person wants none. */
const SWEEP = 4000;
const STILL_STEPS = 5;

const NOTCHES = 100;

/** Notches of a slider: of whole numbers that stand evenly no more than there are. */
const notchesOf = ({ low, high, isWhole, decadesFrom }: MainKnob) =>
  isWhole && decadesFrom === undefined ? Math.min(NOTCHES, high - low) : NOTCHES;

/** Sets a knob; of a vector, its one number. */
function turn(session: Session, { key, isVector }: MainKnob, number: number, gesture: string): void {
  session.change({ [key]: isVector ? [number] : number }, { gesture });
}

/** The problem's main knob, between both sides, and the one that it may have beside it. */
export function Knobs() {
  const main = useApp((state) => viewOf(state).knob?.(state) ?? null);
  const beside = useApp((state) => viewOf(state).knobBeside?.(state) ?? null);
  return (
    <>
      {main && <Knob knob={main} isPaired={beside !== null} />}
      {beside && <Knob knob={beside} isPaired isBeside />}
    </>
  );
}

/** A slider; of the main one, a button turns it from one end to the other. */
function Knob({ knob, isPaired, isBeside }: { knob: MainKnob; isPaired: boolean; isBeside?: true }) {
  const session = useSession();
  const t = useTranslate();
  const value = useApp((state) => Number(valueAt(state.scenario, knob.key)));
  const control = useControl(knob.key);
  const [sweeps, setSweeps] = useState(false);
  const gesture = useRef('');
  const notches = notchesOf(knob);

  useEffect(() => {
    if (!sweeps) return;
    const begun = performance.now();
    const sweep = session.newGesture();
    const turnTo = (share: number) =>
      turn(session, knob, numberAtNotch(knob, share * notches, notches), sweep);
    const frame = createNextFrame(() => {
      const share = Math.min(1, elapsed(begun) / SWEEP);
      // While the page opens what was turned to last it is not asked for more.
      const isReady = session.store.getState().phase === 'ready';
      if (isReady) turnTo(share);
      if (share < 1 || !isReady) frame.ask();
      else setSweeps(false);
    });
    let still = 0;
    const later = createLater(() => {
      turnTo(still / (STILL_STEPS - 1));
      if (++still < STILL_STEPS) later.start(SWEEP / STILL_STEPS);
      else setSweeps(false);
    });
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) later.start(0);
    else frame.ask();
    return () => {
      frame.cancel();
      later.stop();
    };
  }, [sweeps, knob, notches, session]);

  if (control === 'hidden') return null;
  const words = (key: MessageKey) => (t as (key: MessageKey) => string)(key);
  const [from, to] = [words(knob.words[0]), words(knob.words[1])];
  const name = t('knob.name', { from, to });
  const begin = () => {
    gesture.current = session.newGesture();
    setSweeps(false);
  };
  const Icon = sweeps ? Pause : Play;
  return (
    <div className={isPaired ? 'knob paired' : 'knob'} title={name}>
      {isPaired && knob.short ? <b aria-hidden>{words(knob.short)}</b> : <span aria-hidden>{from}</span>}
      <input
        type="range"
        disabled={control === 'locked'}
        min={0}
        max={notches}
        value={notchOf(knob, value, notches)}
        aria-label={name}
        aria-valuetext={formatParam(value)}
        onPointerDown={begin}
        onFocus={begin}
        onChange={({ target }) =>
          turn(session, knob, turnedTo(knob, value, Number(target.value), notches), gesture.current)
        }
      />
      {!isPaired && <span aria-hidden>{to}</span>}
      {!isBeside && (
        <button
          type="button"
          disabled={control === 'locked'}
          aria-pressed={sweeps}
          title={t('knob.sweep')}
          onClick={() => setSweeps(!sweeps)}
        >
          <Icon size={14} aria-hidden />
        </button>
      )}
    </div>
  );
}
