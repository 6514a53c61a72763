import {
  type PointerEvent as ReactPointerEvent,
  type RefObject,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';

export interface Dragged {
  readonly from: number;
  readonly to: number;
  readonly by: number;
  readonly height: number;
}

/** Width in px of the scrolling zone at each edge. */
const EDGE = 56;

/** Scrolled px per frame. */
const PACE = 9;

/** Reorders a list by mouse, pen or touch, without a library (heavier than the drawer). Escape cancels. */
export function useDragOrder(
  list: RefObject<HTMLElement | null>,
  scroller: () => HTMLElement | null,
  onMove: (from: number, to: number) => void,
): { dragged: Dragged | null; begin: (event: ReactPointerEvent<HTMLElement>, from: number) => void } {
  const [dragged, setDragged] = useState<Dragged | null>(null);
  const end = useRef<(() => void) | null>(null);

  const begin = useCallback(
    (event: ReactPointerEvent<HTMLElement>, from: number): void => {
      if (!list.current || event.button !== 0) return;
      event.preventDefault();
      const items = Array.from(list.current.children, (item) => item.getBoundingClientRect());
      const own = items[from]!;
      const gap = (items[1]?.top ?? own.bottom) - items[0]!.bottom;
      const page = scroller();
      const scrolled = page?.scrollTop ?? 0;
      const startY = event.clientY;
      let y = startY;
      let to = from;
      let frame = 0;

      const follow = () => {
        const by = y - startY + (page?.scrollTop ?? 0) - scrolled;
        const middle = own.top + own.height / 2 + by;
        to = items.filter((item, i) => i !== from && item.top + item.height / 2 < middle).length;
        setDragged({ from, to, by, height: own.height + gap });
      };
      const scroll = () => {
        const { top, bottom } = page?.getBoundingClientRect() ?? { top: 0, bottom: innerHeight };
        const pace = y < top + EDGE ? -PACE : y > bottom - EDGE ? PACE : 0;
        if (pace !== 0) {
          page?.scrollBy(0, pace);
          follow();
        }
        frame = requestAnimationFrame(scroll);
      };
      const stop = () => {
        cancelAnimationFrame(frame);
        removeEventListener('pointermove', move);
        removeEventListener('pointerup', drop);
        removeEventListener('pointercancel', stop);
        removeEventListener('keydown', letGo, true);
        setDragged(null);
        end.current = null;
      };
      const move = (moved: PointerEvent) => {
        if (moved.pointerId !== event.pointerId) return;
        y = moved.clientY;
        follow();
      };
      const drop = (up: PointerEvent) => {
        if (up.pointerId !== event.pointerId) return;
        stop();
        if (to !== from) onMove(from, to);
      };
      const letGo = (key: KeyboardEvent) => {
        if (key.key !== 'Escape') return;
        key.preventDefault();
        key.stopPropagation();
        stop();
      };
      addEventListener('pointermove', move);
      addEventListener('pointerup', drop);
      addEventListener('pointercancel', stop);
      addEventListener('keydown', letGo, true);
      frame = requestAnimationFrame(scroll);
      end.current = stop;
      follow();
    },
    [list, scroller, onMove],
  );

  // The drawer may close during a drag.
  useEffect(() => () => end.current?.(), []);

  return { dragged, begin };
}

/** Returns an item's offset in px. */
export function shiftOf(index: number, dragged: Dragged | null): number {
  if (!dragged) return 0;
  const { from, to, by, height } = dragged;
  if (index === from) return by;
  if (index > from && index <= to) return -height;
  if (index < from && index >= to) return height;
  return 0;
}
