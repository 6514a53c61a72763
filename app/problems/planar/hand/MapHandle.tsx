import { useEffect, useRef } from 'react';
import type { SideName } from '../../../../engine/contract.ts';
import { containsPixel, type Plane } from '../../../charts/geometry.ts';
import { arrowMove, snapped, within } from '../../../pictures/placing.ts';
import type { ControlState } from '../../../session/controls.ts';
import { isGuessing } from '../../../session/guessing.ts';
import { useSession } from '../../../session/session-context.tsx';
import { type AppState, shownView } from '../../../session/store.ts';
import { useTitle } from '../../../session/use-control.ts';
import { useHandle } from '../../kit/surface/use-handle.ts';

/** A point of the maps that the user can drag. */
interface MapHandleOf {
  readonly name: 'start' | 'star';
  readonly side: SideName;
  readonly planeNow: () => Plane;
  /** Its place on maps of two weights; null if fixed. Must be referentially stable. */
  readonly at: (state: AppState) => ArrayLike<number> | null;
  /** Requested place that is not yet shown, else null. */
  readonly asked?: () => ArrayLike<number> | null;
  readonly label: (at: ArrayLike<number>) => string;
  readonly control: ControlState;
  readonly title: string;
  /** Moves it; one undo reverts all moves of a gesture. */
  readonly moveTo: (to: readonly [number, number], gesture: string) => void;
}

/** Invisible target over the picture: drags with mouse, pen or one finger, moves with arrow keys. Clicks do not propagate. */
export function MapHandle({ name, side, planeNow, at, asked, label, control, title, moveTo }: MapHandleOf) {
  const { store } = useSession();
  const button = useRef<HTMLButtonElement>(null);
  const locked = useTitle(control, title);
  const words = useRef(label);
  words.current = label;

  useEffect(() => {
    const element = button.current;
    const plate = element?.parentElement;
    if (!element || !plate) return;
    function settle(): void {
      const state = store.getState();
      const now = at(state);
      if (!element) return;
      if (now?.length !== 2) {
        element.hidden = true;
        return;
      }
      const plane = planeNow();
      const [x, y] = plane.toPixel(now[0]!, now[1]!);
      // During guessing a click near it is a guess.
      element.hidden = !containsPixel(plane.rect, x, y) || isGuessing(state);
      element.style.left = `${x}px`;
      element.style.top = `${y}px`;
      element.setAttribute('aria-label', words.current(now));
    }
    /** Passes the wheel on, so the map below zooms here too. */
    function onWheel(event: WheelEvent): void {
      event.preventDefault();
      plate!.querySelector('.surface')?.dispatchEvent(new WheelEvent('wheel', event));
    }
    const observer = new ResizeObserver(settle);
    observer.observe(plate);
    element.addEventListener('wheel', onWheel, { passive: false });
    const stops = [at, shownView, isGuessing].map((of: (state: AppState) => unknown) =>
      store.subscribe(of, settle),
    );
    settle();
    return () => {
      observer.disconnect();
      element.removeEventListener('wheel', onWheel);
      for (const stop of stops) stop();
    };
  }, [store, planeNow, at]);

  function move(x: number, y: number, gesture: string): void {
    const [a, b] = within([x, y], planeNow().view);
    moveTo([snapped(a), snapped(b)], gesture);
  }

  const handlers = useHandle({
    dragTo(x, y, gesture) {
      const [a, b] = planeNow().toData(x, y);
      move(a, b, gesture);
    },
    press(event, gesture) {
      const by = arrowMove(event, planeNow().view);
      const from = asked?.() ?? at(store.getState());
      if (!by || from?.length !== 2) return false;
      move(from[0]! + by[0], from[1]! + by[1], gesture);
      return true;
    },
  });

  return (
    <button
      ref={button}
      type="button"
      className={`map-handle ${name}-handle`}
      data-arrows
      data-testid={`${name}-${side}`}
      aria-disabled={control === 'locked'}
      title={control === 'locked' ? locked : undefined}
      {...handlers}
    />
  );
}
