import { useRef } from 'react';
import { hasKeyboardFocus } from '../../../session/keys.ts';
import { useSession } from '../../../session/session-context.tsx';

interface SlideAreaProps {
  readonly testId: string;
  readonly label: string;
  /** False if the scenario locks the number; a pointer still reads it. */
  readonly isFree: boolean;
  readonly min: number;
  readonly max: number;
  readonly value: number;
  readonly valueText: string;
  /** Returns the number at `x` px from the left edge. */
  at(x: number, size: { readonly width: number; readonly height: number }): number;
  /** Returns the number after a key; undefined if the key does nothing. */
  next(key: string): number | undefined;
  /** Stores the number unless it repeats the last. Changes of one gesture are undone together. */
  change(to: number, gesture: string): void;
  /** Called with the number under the pointer; null when the pointer leaves. */
  point(at: number | null): void;
}

/** Covers a picture: the pointer reads a number; click, drag or keys set it. */
export function SlideArea({ isFree, value, at, next, change, point, ...props }: SlideAreaProps) {
  const session = useSession();
  const gesture = useRef('');
  const begin = () => {
    gesture.current = session.newGesture();
  };
  const set = (to: number) => isFree && change(to, gesture.current);

  function numberAt({ currentTarget, clientX }: React.PointerEvent): number {
    const { left, width, height } = currentTarget.getBoundingClientRect();
    return at(clientX - left, { width, height });
  }

  return (
    <div
      className="slide"
      data-arrows
      data-testid={props.testId}
      role="slider"
      tabIndex={0}
      aria-label={props.label}
      aria-disabled={!isFree}
      aria-valuemin={props.min}
      aria-valuemax={props.max}
      aria-valuenow={value}
      aria-valuetext={props.valueText}
      onPointerMove={(event) => {
        const to = numberAt(event);
        point(to);
        if (event.currentTarget.hasPointerCapture(event.pointerId)) set(to);
      }}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        begin();
        set(numberAt(event));
      }}
      onPointerLeave={() => point(null)}
      onFocus={begin}
      onKeyDown={(event) => {
        const to = hasKeyboardFocus() ? next(event.key) : undefined;
        if (to === undefined) return;
        set(to);
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}
