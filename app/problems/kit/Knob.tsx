import { MoveHorizontal, Pause } from 'lucide-react';
import { useEffect, useState } from 'react';
import { valueAt } from '../../../engine/scenario/scenario.ts';
import { formatDistance } from '../../i18n/format.ts';
import type { MessageKey } from '../../i18n/messages.ts';
import { during } from '../../session/busy.ts';
import { numberAtNotch } from '../../session/run/slider-way.ts';
import type { Session } from '../../session/session.ts';
import { useApp, useSession, useTranslate } from '../../session/session-context.tsx';
import { useControl } from '../../session/use-control.ts';
import { type MainKnob, viewOf } from '../../session/view.ts';
import { WaySlider } from '../../ui/fields/WaySlider.tsx';

const NOTCHES = 100;

/** Returns at most one notch for each of evenly spaced integers. */
const notchesOf = ({ low, high, isWhole, decadesFrom }: MainKnob) =>
  isWhole && decadesFrom === undefined ? Math.min(NOTCHES, Math.abs(high - low)) : NOTCHES;

/** Sets a knob; a vector knob has one entry. */
function turn(session: Session, { key, isVector }: MainKnob, number: number, gesture: string): void {
  session.change({ [key]: isVector ? [number] : number }, { gesture });
}

/** The problem's main knob between both sides, and its optional second knob; of these `only` the keys that are given. */
export function Knobs({ only }: { only?: readonly string[] | undefined }) {
  const given = (knob: MainKnob | null | undefined) =>
    knob && (only?.includes(knob.key) ?? true) ? knob : null;
  const main = useApp((state) => given(viewOf(state).knob?.(state)));
  const beside = useApp((state) => given(viewOf(state).knobBeside?.(state)));
  return (
    <>
      {main && <Knob knob={main} isPaired={beside !== null} />}
      {beside && <Knob knob={beside} isPaired={main !== null} isBeside />}
    </>
  );
}

/** The main slider also has a button that sweeps it from end to end. */
function Knob({ knob, isPaired, isBeside }: { knob: MainKnob; isPaired: boolean; isBeside?: true }) {
  const session = useSession();
  const t = useTranslate();
  const value = useApp((state) => Number(valueAt(state.scenario, knob.key)));
  // The number of what is drawn, which follows the slider.
  const drawn = useApp(({ openedProblem, openedValues, scenario }) =>
    Number((openedProblem === scenario.problem ? openedValues[knob.key] : undefined) ?? value),
  );
  const control = useControl(knob.key);
  const [sweeps, setSweeps] = useState(false);
  const notches = notchesOf(knob);

  useEffect(() => {
    if (!sweeps) return;
    let stop: (() => void) | undefined = () => undefined;
    const by = session.newGesture();
    const turnTo = (share: number) => turn(session, knob, numberAtNotch(knob, share * notches, notches), by);
    const end = () => setSweeps(false);
    // Load on demand: a first visit does not wait for this code.
    during(import('./knob-sweep.ts')).then(({ sweepKnob }) => {
      if (stop) stop = sweepKnob(session.store, turnTo, end);
    }, end);
    return () => {
      stop?.();
      stop = undefined;
    };
  }, [sweeps, knob, notches, session]);

  if (control === 'hidden') return null;
  const words = (key: MessageKey) => (t as (key: MessageKey) => string)(key);
  const [from, to] = [words(knob.words[0]), words(knob.words[1])];
  const name = t('knob.name', { from, to });
  const { side } = knob;
  const Icon = sweeps ? Pause : MoveHorizontal;
  return (
    <div className={`knob for-${side}${isPaired ? ' paired' : ''}`} title={name}>
      <strong aria-hidden>{t('knob.side', { side })}</strong>
      {isPaired && knob.short && <b aria-hidden>{words(knob.short)}</b>}
      <span aria-hidden>{from}</span>
      <WaySlider
        {...{ name: knob.key, way: knob, notches, value, label: name, does: t('knob.changes', { side }) }}
        disabled={control === 'locked'}
        turn={(number, gesture) => turn(session, knob, number, gesture)}
        onBegin={() => setSweeps(false)}
      />
      <span aria-hidden>{to}</span>
      {/* The slider says it to screen readers. */}
      <output aria-hidden>{Number.isFinite(drawn) ? formatDistance(drawn) : ''}</output>
      {!isBeside && (
        <button
          type="button"
          disabled={control === 'locked'}
          aria-pressed={sweeps}
          aria-label={t('knob.sweepAll', { from, to })}
          onClick={() => setSweeps(!sweeps)}
        >
          <Icon size={13} aria-hidden />
          <span>{t('knob.sweep')}</span>
        </button>
      )}
    </div>
  );
}
