import { useRef } from 'react';
import { hasKeyboardFocus } from '../../../session/keys.ts';
import { useSession } from '../../../session/session-context.tsx';

interface Handle {
  /** Moves to a pixel of the parent element. Moves of one gesture are undone together. */
  dragTo(x: number, y: number, gesture: string): void;
  /** Moves by a key; false if the key does nothing. */
  press(event: React.KeyboardEvent, gesture: string): boolean;
  /** Called when a drag or focus begins, before keys move it, and when it ends. */
  readonly hold?: (isHeld: boolean) => void;
}

/** Returns handlers of a button over a picture that drags with mouse, pen or one finger, and moves with keys. */
export function useHandle({ dragTo, press, hold }: Handle) {
  const session = useSession();
  const gesture = useRef('');
  function begin(): void {
    gesture.current = session.newGesture();
    hold?.(true);
  }
  const end = () => hold?.(false);
  return {
    onPointerDown(event: React.PointerEvent): void {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      begin();
    },
    onPointerMove({ currentTarget, pointerId, clientX, clientY }: React.PointerEvent): void {
      if (!currentTarget.hasPointerCapture(pointerId)) return;
      const { left, top } = currentTarget.parentElement!.getBoundingClientRect();
      dragTo(clientX - left, clientY - top, gesture.current);
    },
    onLostPointerCapture: end,
    onFocus: begin,
    onBlur: end,
    onKeyDown(event: React.KeyboardEvent): void {
      if (!hasKeyboardFocus() || !press(event, gesture.current)) return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}
