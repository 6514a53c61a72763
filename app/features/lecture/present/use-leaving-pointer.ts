import { useEffect } from 'react';
import { hasKeyboardFocus } from '../../../session/keys.ts';

/** Ms without movement after which the pointer leaves. */
const REST = 2000;

/**
 * While presenting, hides a resting mouse pointer over the pictures and ends what it reads there, until it moves. A keyboard's reading
 * stays.
 */
export function useLeavingPointer(presenting: boolean): void {
  useEffect(() => {
    if (!presenting) return;
    const root = document.documentElement;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last: PointerEvent | null = null;
    let isKeyed = false;

    function leave(): void {
      const target = last?.target;
      if (!(target instanceof Element) || !target.closest('main')) return;
      root.dataset.pointerGone = '';
      const readsByKeys =
        isKeyed && hasKeyboardFocus() && document.activeElement?.closest('[data-arrows]') != null;
      // React sends every element around it a pointerleave.
      if (!readsByKeys)
        target.dispatchEvent(new PointerEvent('pointerout', { bubbles: true, ...kindOf(last!) }));
    }
    function onPointer(event: PointerEvent): void {
      // Browsers repeat the last place when the page changes below a resting pointer.
      const isSame = last?.screenX === event.screenX && last.screenY === event.screenY;
      if (event.pointerType === 'touch' || (event.type === 'pointermove' && isSame)) return;
      last = event;
      isKeyed = false;
      clearTimeout(timer);
      delete root.dataset.pointerGone;
      // A held handle is still being moved.
      if (event.buttons === 0) timer = setTimeout(leave, REST);
    }
    const onKey = () => {
      isKeyed = true;
    };

    const ended = new AbortController();
    const { signal } = ended;
    for (const kind of ['pointermove', 'pointerdown', 'pointerup'] as const)
      addEventListener(kind, onPointer, { signal, capture: true });
    addEventListener('keydown', onKey, { signal, capture: true });
    return () => {
      ended.abort();
      clearTimeout(timer);
      delete root.dataset.pointerGone;
    };
  }, [presenting]);
}

const kindOf = ({ pointerId, pointerType }: PointerEvent) => ({ pointerId, pointerType });
