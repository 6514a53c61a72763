import { useEffect, useState } from 'react';
import { hasKeyboardFocus } from '../../../session/keys.ts';

/** Pixels below the upper edge at which the pointer brings the tools back. */
const EDGE = 16;

/** What of an element's place in the page counts as tools. */
const TOOLS = '.header, .presenter';

const isIn = (target: EventTarget | null, places: string) =>
  target instanceof Element && target.closest(places) !== null;

/**
 * Whether the tools of a stage are shown: while the pointer is at the upper edge or on them, and while the focus, by keyboard, is in them
 * or went on from them to the bar below. Where there is no stage they always are.
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

/** While it is presented, whatever was clicked gives the focus back: a clicker's keys are for the scenes, and Space plays. */
export function useFreeKeys(presenting: boolean): void {
  useEffect(() => {
    if (!presenting) return;
    const onClick = ({ detail }: MouseEvent) => {
      const focused = document.activeElement;
      // A click by key has no detail. What is open over the page keeps its focus, and so do fields.
      if (detail === 0 || !(focused instanceof HTMLElement)) return;
      const isControl = focused instanceof HTMLButtonElement || focused.dataset.arrows !== undefined;
      if (isControl && !focused.closest('.drawer, dialog')) focused.blur();
    };
    addEventListener('click', onClick);
    return () => removeEventListener('click', onClick);
  }, [presenting]);
}
