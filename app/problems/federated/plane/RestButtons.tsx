import { useEffect, useRef } from 'react';
import { containsPixel, type Plane } from '../../../charts/geometry.ts';
import { formatCount, formatDistance } from '../../../i18n/format.ts';
import { isAsking } from '../../../session/guessing.ts';
import { hasPart } from '../../../session/scene-parts.ts';
import { useApp, useSession, useTranslate } from '../../../session/session-context.tsx';
import { shownView } from '../../../session/store.ts';
import { useControl } from '../../../session/use-control.ts';
import { planeOf } from '../federated-info.ts';
import { hasCurve, restAt, TICKS } from './marks.ts';

/** Buttons on the ticks of the curve of rests; each sets K. Of two that would overlap one is hidden until zoomed in; the slider over K has both. */
export function RestButtons({ planeNow }: { readonly planeNow: () => Plane }) {
  const session = useSession();
  const { store } = session;
  const t = useTranslate();
  const box = useRef<HTMLDivElement>(null);
  const control = useControl('local');
  const info = useApp(planeOf);
  const asks = useApp(isAsking);
  const hasRests = useApp((state) => hasPart(state, 'more'));
  const isShown = info !== null && hasCurve(info) && hasRests && !asks && control === 'shown';

  useEffect(() => {
    const plate = box.current?.parentElement;
    if (!isShown || !plate) return;
    function settle(): void {
      const now = planeOf(store.getState());
      const plane = planeNow();
      const kept: (readonly [number, number])[] = [];
      // The chosen one first, then from both ends of the curve.
      for (const k of new Set([now?.sides.left.local, 1, 100, 20, 5, 2])) {
        const button = box.current?.querySelector<HTMLButtonElement>(`[value="${k}"]`);
        if (!button) continue;
        const rest = now && restAt(now, Number(k));
        const [x, y] = rest ? plane.toPixel(...rest) : [Number.NaN, Number.NaN];
        button.hidden = false;
        const size = button.offsetWidth;
        const isClear = kept.every(([u, v]) => Math.max(Math.abs(x - u), Math.abs(y - v)) >= size);
        button.hidden = !isClear || !containsPixel(plane.rect, x, y);
        button.style.left = `${x}px`;
        button.style.top = `${y}px`;
        if (!button.hidden) kept.push([x, y]);
      }
    }
    /** Forwards the wheel to the map below, for zoom. */
    function onWheel(event: WheelEvent): void {
      event.preventDefault();
      plate!.querySelector('.surface')?.dispatchEvent(new WheelEvent('wheel', event));
    }
    const element = box.current!;
    const observer = new ResizeObserver(settle);
    observer.observe(plate);
    element.addEventListener('wheel', onWheel, { passive: false });
    const stops = [store.subscribe(planeOf, settle), store.subscribe(shownView, settle)];
    settle();
    return () => {
      observer.disconnect();
      element.removeEventListener('wheel', onWheel);
      for (const stop of stops) stop();
    };
  }, [store, planeNow, isShown]);

  if (!isShown) return null;

  return (
    <div ref={box} className="rest-buttons">
      {TICKS.map((k) => (
        <button
          key={k}
          type="button"
          value={k}
          className="rest-button"
          data-testid={`rest-${k}`}
          aria-pressed={info.sides.left.local === k}
          aria-label={t('aria.fed.rest', { k: formatCount(k), bias: formatDistance(info.biases[k - 1]!) })}
          onClick={() => session.change({ local: k })}
        />
      ))}
    </div>
  );
}
