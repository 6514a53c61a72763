import { select } from 'd3-selection';
import { type D3ZoomEvent, type ZoomTransform, zoom, zoomIdentity } from 'd3-zoom';
import { type RefObject, useEffect, useRef } from 'react';
import { createPlane, type Plane, type Rect, type View } from '../plot/geometry.ts';
import { shownView } from '../state/store.ts';
import { useSession } from './session-context.tsx';

/** A gesture has no bounds of its own: isShowable has. */
const SCALES: [number, number] = [1e-9, 1e9];

/** Pixels of a wheel event below which it is a pinch on a touch pad, which sends small ones with Ctrl. */
const PINCH = 40;

/** Zoom of a wheel event, as a power of two: a notch is a fifth, a pinch follows the fingers. */
function wheelPower({ deltaY, deltaMode, ctrlKey }: WheelEvent): number {
  const pixels = deltaY * (deltaMode === 1 ? 25 : deltaMode === 2 ? 500 : 1);
  return -pixels * (ctrlKey && Math.abs(pixels) < PINCH ? 0.02 : 0.002);
}

/** Narrowest window, against its distance from the origin: below it float64 has no digits left to show. */
const NARROWEST = 1e-9;

/** The window that a transform of the base window shows. */
function transformed(base: View, rect: Rect, transform: ZoomTransform): View {
  const plane = createPlane(base, rect);
  const [x0, y1] = plane.toData(transform.invertX(rect.x), transform.invertY(rect.y));
  const [x1, y0] = plane.toData(
    transform.invertX(rect.x + rect.width),
    transform.invertY(rect.y + rect.height),
  );
  return { x0, x1, y0, y1 };
}

function isShowable({ x0, x1, y0, y1 }: View): boolean {
  const reach = Math.max(Math.abs(x0), Math.abs(x1), Math.abs(y0), Math.abs(y1));
  return (
    reach < 1e9 && x1 - x0 > NARROWEST * Math.max(1e-3, reach) && y1 - y0 > NARROWEST * Math.max(1e-3, reach)
  );
}

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
    let base = shownView(session.store.getState());
    let gesture = '';

    const behaviour = zoom<HTMLElement, unknown>()
      .scaleExtent(SCALES)
      .wheelDelta(wheelPower)
      .clickDistance(4)
      .filter((event: Event) => {
        if (event instanceof WheelEvent)
          return event.ctrlKey || event.metaKey || document.activeElement === element;
        if ('touches' in event) return (event as TouchEvent).touches.length > 1;
        return (
          event instanceof MouseEvent && event.button === 0 && !event.ctrlKey && event.type !== 'dblclick'
        );
      })
      .on('start', () => {
        base = shownView(session.store.getState());
        gesture = session.newGesture();
      })
      .on('zoom', ({ transform, sourceEvent }: D3ZoomEvent<HTMLElement, unknown>) => {
        if (!sourceEvent) return;
        const view = transformed(base, latest.current.rectOf(), transform);
        if (isShowable(view)) session.setView(view, gesture);
      })
      .on('end', ({ sourceEvent }: D3ZoomEvent<HTMLElement, unknown>) => {
        // Every gesture begins at the identity, so that both panels and the address can move the window between two.
        if (sourceEvent) select(element).property('__zoom', zoomIdentity);
      });

    const onClick = (event: MouseEvent) => {
      const box = element.getBoundingClientRect();
      const plane = createPlane(shownView(session.store.getState()), latest.current.rectOf());
      latest.current.onPlace(plane, event.clientX - box.left, event.clientY - box.top);
    };

    select(element).call(behaviour).on('dblclick.zoom', null);
    element.addEventListener('click', onClick);
    return () => {
      select(element).on('.zoom', null);
      element.removeEventListener('click', onClick);
    };
  }, [session, surface]);
}
