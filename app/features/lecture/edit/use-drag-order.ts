import {
  type PointerEvent as ReactPointerEvent,
  type RefObject,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';

/** An item on its way: where it came from, where it would be put, and how far it has gone, in pixels. */
export interface Dragged {
  readonly from: number;
  readonly to: number;
  readonly by: number;
  /** Height that the others make room for. */
  readonly height: number;
}

/** Distance from the edge of what scrolls, in pixels, within which it follows the pointer. */
const EDGE = 56;

/** Pixels a frame that it follows. */
const PACE = 9;

/**
 * Reorders the items of a list by mouse, pen or finger: pointer events are all it takes, and a library for it weighs more
 * than the whole drawer. `scroller` is what scrolls; Escape lets go without a move.
 */
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

  // The drawer may be closed while an item is held.
  useEffect(() => () => end.current?.(), []);

  return { dragged, begin };
}

/** How far an item stands from its place while another is on its way over it, in pixels. */
export function shiftOf(index: number, dragged: Dragged | null): number {
  if (!dragged) return 0;
  const { from, to, by, height } = dragged;
  if (index === from) return by;
  if (index > from && index <= to) return -height;
  if (index < from && index >= to) return height;
  return 0;
}
