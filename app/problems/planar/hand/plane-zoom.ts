import { select } from 'd3-selection';
import { type D3ZoomEvent, type ZoomTransform, zoom, zoomIdentity } from 'd3-zoom';
import { createPlane, type Rect, type View } from '../../../charts/geometry.ts';
import { wheelPower } from '../../../charts/marks/wheel.ts';
import type { Session } from '../../../session/session.ts';
import { shownView } from '../../../session/store.ts';

/** Unbounded in practice: isShowable sets the limit. */
const SCALES: [number, number] = [1e-9, 1e9];

/** Smallest window relative to its distance from the origin: float64 has no more digits. */
const NARROWEST = 1e-9;

/** Returns the window that a transform of the base window shows. */
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

/** Binds pan, pinch and wheel of an element to the window of both maps. Returns an unbind function. */
export function bindPlaneZoom(element: HTMLElement, session: Session, rectOf: () => Rect): () => void {
  let base = shownView(session.store.getState());
  let gesture = '';
  const isEmbedded = () => session.store.getState().scenario.values.embed === true;

  const behaviour = zoom<HTMLElement, unknown>()
    .scaleExtent(SCALES)
    .wheelDelta(wheelPower)
    .clickDistance(4)
    .filter((event: Event) => {
      // When embedded, the wheel scrolls the outer page regardless of focus.
      if (event instanceof WheelEvent)
        return event.ctrlKey || event.metaKey || (!isEmbedded() && document.activeElement === element);
      if ('touches' in event) return (event as TouchEvent).touches.length > 1;
      return event instanceof MouseEvent && event.button === 0 && !event.ctrlKey && event.type !== 'dblclick';
    })
    .on('start', () => {
      base = shownView(session.store.getState());
      gesture = session.newGesture();
    })
    .on('zoom', ({ transform, sourceEvent }: D3ZoomEvent<HTMLElement, unknown>) => {
      if (!sourceEvent) return;
      const view = transformed(base, rectOf(), transform);
      if (isShowable(view)) session.setView(view, gesture);
    })
    .on('end', ({ sourceEvent }: D3ZoomEvent<HTMLElement, unknown>) => {
      // Every gesture starts at the identity, so that both panels and the address can move the window in between.
      if (sourceEvent) select(element).property('__zoom', zoomIdentity);
    });

  select(element).call(behaviour).on('dblclick.zoom', null);
  return () => {
    select(element).on('.zoom', null);
  };
}
