import { useEffect, useRef } from 'react';
import { containsPixel, type Plane } from '../../../charts/geometry.ts';
import { formatCount, formatDistance } from '../../../i18n/format.ts';
import { isAsking } from '../../../session/guessing.ts';
import { useApp, useSession, useTranslate } from '../../../session/session-context.tsx';
import { shownView } from '../../../session/store.ts';
import { useControl } from '../../../session/use-control.ts';
import { planeOf } from '../federated-info.ts';
import { hasCurve, restAt, TICKS } from './marks.ts';

/** Buttons on the ticks of the curve of rests; each sets K. In overlaps a click selects the nearest. */
export function RestButtons({ planeNow }: { readonly planeNow: () => Plane }) {
  const session = useSession();
  const { store } = session;
  const t = useTranslate();
  const box = useRef<HTMLDivElement>(null);
  const control = useControl('local');
  const info = useApp(planeOf);
  const asks = useApp(isAsking);
  const isShown = info !== null && hasCurve(info) && !asks && control === 'shown';

  useEffect(() => {
    const plate = box.current?.parentElement;
    if (!isShown || !plate) return;
    function settle(): void {
      const now = planeOf(store.getState());
      const plane = planeNow();
      for (const button of box.current?.querySelectorAll('button') ?? []) {
        const rest = now && restAt(now, Number(button.value));
        const [x, y] = rest ? plane.toPixel(...rest) : [Number.NaN, Number.NaN];
        button.hidden = !containsPixel(plane.rect, x, y);
        button.style.left = `${x}px`;
        button.style.top = `${y}px`;
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

  /** Returns the tick nearest to a click; keys press the focused button. */
  function meant({ detail, clientX, clientY, currentTarget }: React.MouseEvent<HTMLButtonElement>): number {
    if (detail === 0) return Number(currentTarget.value);
    const frame = box.current!.parentElement!.getBoundingClientRect();
    const plane = planeNow();
    const away = TICKS.map((k) => {
      const [x, y] = plane.toPixel(...restAt(info!, k)!);
      return Math.hypot(x - clientX + frame.left, y - clientY + frame.top);
    });
    return TICKS[away.indexOf(Math.min(...away))]!;
  }

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
          onClick={(event) => session.change({ local: meant(event) })}
        />
      ))}
    </div>
  );
}
