import { useEffect, useState } from 'react';
import { hasKeyboardFocus } from '../../../session/keys.ts';

/** Distance in px from the upper edge. */
const EDGE = 16;

const TOOLS = '.header, .presenter';

const isIn = (target: EventTarget | null, places: string) =>
  target instanceof Element && target.closest(places) !== null;

/**
 * True if a stage's tools are shown: the pointer is at the upper edge or on them, or keyboard focus is in them or went from them to the
 * playback bar. True without a stage.
 */
export function useTools(stage: boolean): boolean {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    setShown(!stage);
    if (!stage) return;
    const hasFocus = (places: string) => hasKeyboardFocus() && isIn(document.activeElement, places);
    const onPointer = ({ clientY, target }: PointerEvent) =>
      setShown(clientY <= EDGE || isIn(target, TOOLS) || hasFocus(TOOLS));
    const onFocus = () => {
      if (hasKeyboardFocus()) setShown((now) => hasFocus(TOOLS) || (now && hasFocus('.playback')));
    };
    const ended = new AbortController();
    const { signal } = ended;
    for (const kind of ['pointermove', 'pointerdown'])
      addEventListener(kind, onPointer as EventListener, { signal });
    addEventListener('focusin', onFocus, { signal });
    return () => ended.abort();
  }, [stage]);
  return shown;
}

/** Blurs clicked controls while presenting, so that a clicker changes scenes and Space plays. */
export function useFreeKeys(presenting: boolean): void {
  useEffect(() => {
    if (!presenting) return;
    const onClick = ({ detail }: MouseEvent) => {
      const focused = document.activeElement;
      // Clicks by key have no detail. Drawers, dialogs and fields keep the focus.
      if (detail === 0 || !(focused instanceof HTMLElement)) return;
      const isControl = focused instanceof HTMLButtonElement || focused.dataset.arrows !== undefined;
      if (isControl && !focused.closest('.drawer, dialog')) focused.blur();
    };
    addEventListener('click', onClick);
    return () => removeEventListener('click', onClick);
  }, [presenting]);
}
