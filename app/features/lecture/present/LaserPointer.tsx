import './present.css';
import { useEffect, useRef } from 'react';

/** Counts elements in the top layer, where the last shown is on top. */
const onTop = () => document.querySelectorAll('dialog:modal, :fullscreen').length;

/** Draws a red dot instead of the cursor, above everything. */
export function LaserPointer() {
  const dot = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const element = dot.current;
    if (!element) return;
    const root = document.documentElement;
    let under = -1;

    function show(x: number, y: number): void {
      if (!element) return;
      // A newer dialog or full screen is above: show the dot again.
      if (onTop() !== under) {
        under = onTop();
        element.hidePopover?.();
        element.showPopover?.();
      }
      element.style.transform = `translate(${x}px, ${y}px)`;
      element.dataset.on = '';
      root.dataset.laser = '';
    }
    function hide(): void {
      delete element?.dataset.on;
    }
    const onPointer = ({ pointerType, clientX, clientY }: PointerEvent) => {
      // Touch events cover fingers: scrolling ends their pointer.
      if (pointerType !== 'touch') show(clientX, clientY);
    };
    const onTouch = ({ touches: [first] }: TouchEvent) => {
      if (first) show(first.clientX, first.clientY);
      else hide();
    };
    const touches = ['touchstart', 'touchmove', 'touchend', 'touchcancel'] as const;

    addEventListener('pointermove', onPointer);
    root.addEventListener('pointerleave', hide);
    for (const touch of touches) addEventListener(touch, onTouch, { passive: true });
    return () => {
      removeEventListener('pointermove', onPointer);
      root.removeEventListener('pointerleave', hide);
      for (const touch of touches) removeEventListener(touch, onTouch);
      delete root.dataset.laser;
    };
  }, []);

  return <div ref={dot} className="laser" popover="manual" aria-hidden data-testid="laser" />;
}
