import { useEffect, useRef } from 'react';
import type { SideName } from '../../../engine/contract.ts';
import { containsPixel, type Plane } from '../../charts/geometry.ts';
import { formatPoint } from '../../i18n/format.ts';
import { arrowMove, snapped, within } from '../../pictures/placing.ts';
import { isGuessing } from '../../session/guessing.ts';
import { hasKeyboardFocus } from '../../session/keys.ts';
import { useSession, useTranslate } from '../../session/session-context.tsx';
import { shownView } from '../../session/store.ts';
import { useControl, useTitle } from '../../session/use-control.ts';

/**
 * The start's 44 px target over the picture: drags with mouse, pen or one finger, moves with the arrow keys. The path
 * bends live, since the run is taken anew up to the shown step.
 */
export function StartHandle({ planeNow, side }: { planeNow: () => Plane; side: SideName }) {
  const session = useSession();
  const { store } = session;
  const t = useTranslate();
  const button = useRef<HTMLButtonElement>(null);
  const gesture = useRef('');
  const control = useControl('place');
  const title = useTitle(control, t('mark.start'));

  useEffect(() => {
    const element = button.current;
    const plate = element?.parentElement;
    if (!element || !plate) return;
    function settle(): void {
      const start = store.getState().opened?.sides.left.start;
      if (!element) return;
      // Over a slice the start stays where it is.
      if (start?.length !== 2) {
        element.hidden = true;
        return;
      }
      const plane = planeNow();
      const [x, y] = plane.toPixel(start[0]!, start[1]!);
      // While the room guesses a click near the start is a guess.
      element.hidden = !containsPixel(plane.rect, x, y) || isGuessing(store.getState());
      element.style.left = `${x}px`;
      element.style.top = `${y}px`;
      element.setAttribute('aria-label', t('aria.start', { at: formatPoint(start) }));
    }
    const observer = new ResizeObserver(settle);
    observer.observe(plate);
    const stopStart = store.subscribe((state) => state.opened?.sides.left.start, settle);
    const stopView = store.subscribe(shownView, settle);
    const stopGuessing = store.subscribe(isGuessing, settle);
    settle();
    return () => {
      observer.disconnect();
      stopStart();
      stopView();
      stopGuessing();
    };
  }, [store, planeNow, t]);

  function moveTo(x: number, y: number): void {
    session.setStart([snapped(x), snapped(y)], { gesture: gesture.current, keepStep: true });
  }

  function onPointerDown(event: React.PointerEvent<HTMLButtonElement>): void {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    gesture.current = session.newGesture();
  }

  function onPointerMove(event: React.PointerEvent<HTMLButtonElement>): void {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const box = event.currentTarget.parentElement!.getBoundingClientRect();
    const { view, toData } = planeNow();
    moveTo(...within(toData(event.clientX - box.left, event.clientY - box.top), view));
  }

  function onKeyDown(event: React.KeyboardEvent): void {
    if (!hasKeyboardFocus()) return;
    const move = arrowMove(event, planeNow().view);
    const start = store.getState().scenario.values.start;
    const from = start ?? Array.from(store.getState().opened?.sides.left.start ?? []);
    if (!move || from.length !== 2) return;
    event.preventDefault();
    moveTo(...within([from[0]! + move[0], from[1]! + move[1]], planeNow().view));
  }

  return (
    <button
      ref={button}
      type="button"
      className="start-handle"
      data-arrows
      data-testid={`start-${side}`}
      aria-disabled={control === 'locked'}
      title={control === 'locked' ? title : undefined}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onFocus={() => {
        gesture.current = session.newGesture();
      }}
      onKeyDown={onKeyDown}
    />
  );
}
