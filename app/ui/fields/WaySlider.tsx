import { type CSSProperties, useId, useRef } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { formatParam } from '../../../engine/params.ts';
import { notchOf, type SliderWay, turnedTo } from '../../session/run/slider-way.ts';
import { useApp, useSession, useTranslate } from '../../session/session-context.tsx';
import { knobOf } from '../../session/view.ts';

/**
 * A slider along a way; one drag is one gesture. The view's marks for this key are ticks; their words are read with the slider, and
 * shown on hover or focus.
 */
export function WaySlider({
  name,
  way,
  notches,
  value,
  label,
  does,
  disabled,
  turn,
  onBegin,
}: {
  name: string;
  way: SliderWay;
  notches: number;
  value: number;
  label: string;
  /** Its effect, read with the slider. */
  does?: string;
  disabled: boolean;
  turn: (to: number, gesture: string) => void;
  onBegin?: () => void;
}) {
  const session = useSession();
  const t = useTranslate();
  const id = useId();
  const gesture = useRef('');
  const marks = useApp(useShallow((state) => knobOf(state, name)?.marks?.(state, t) ?? {}));
  const ticks = Object.entries(marks).flatMap(([words, at]) => {
    const share = notchOf(way, at, notches) / notches;
    return share >= 0 && share <= 1 ? [{ words, share }] : [];
  });
  const begin = () => {
    gesture.current = session.newGesture();
    onBegin?.();
  };
  const slider = (
    <input
      type="range"
      disabled={disabled}
      min={0}
      max={notches}
      value={notchOf(way, value, notches)}
      aria-label={label}
      aria-valuetext={formatParam(value)}
      aria-description={does}
      aria-describedby={ticks.length > 0 ? id : undefined}
      onPointerDown={begin}
      onFocus={begin}
      onChange={({ target }) => turn(turnedTo(way, value, Number(target.value), notches), gesture.current)}
    />
  );
  if (ticks.length === 0) return slider;
  return (
    <div className="marked">
      {slider}
      {ticks.map(({ words, share }) => (
        <i key={words} style={{ '--at': share } as CSSProperties} />
      ))}
      <small id={id}>{[...ticks.map(({ words }) => words), does].filter(Boolean).join(' · ')}</small>
    </div>
  );
}
