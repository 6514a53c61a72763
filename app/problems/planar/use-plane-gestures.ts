import { type RefObject, useEffect, useRef } from 'react';
import { createPlane, type Plane, type Rect } from '../../charts/geometry.ts';
import { during } from '../../session/busy.ts';
import { useSession } from '../../session/session-context.tsx';
import { shownView } from '../../session/store.ts';

/**
 * Pan by dragging, pinch with two fingers, wheel with Ctrl/Cmd or while the panel has the focus; a click or tap is
 * handed on with its plane. One finger is left to the page, which scrolls.
 */
export function usePlaneGestures(
  surface: RefObject<HTMLElement | null>,
  rectOf: () => Rect,
  onPlace: (plane: Plane, px: number, py: number) => void,
): void {
  const session = useSession();
  const latest = useRef({ rectOf, onPlace });
  latest.current = { rectOf, onPlace };

  useEffect(() => {
    const element = surface.current;
    if (!element) return;
    let unbind: (() => void) | null = null;
    let gone = false;
    // The maps need not wait for the library that moves them.
    during(import('./plane-zoom.ts')).then(
      ({ bindPlaneZoom }) => {
        if (!gone) unbind = bindPlaneZoom(element, session, () => latest.current.rectOf());
      },
      () => undefined,
    );

    const onClick = (event: MouseEvent) => {
      const box = element.getBoundingClientRect();
      const plane = createPlane(shownView(session.store.getState()), latest.current.rectOf());
      latest.current.onPlace(plane, event.clientX - box.left, event.clientY - box.top);
    };

    element.addEventListener('click', onClick);
    return () => {
      gone = true;
      unbind?.();
      element.removeEventListener('click', onClick);
    };
  }, [session, surface]);
}
