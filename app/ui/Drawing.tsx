import { useEffect, useRef } from 'react';
import { shallow } from 'zustand/shallow';
import type { DisplayList } from '../charts/display-list.ts';
import { paint } from '../charts/paint-canvas.ts';
import { createNextFrame } from '../session/busy.ts';
import { faultOf } from '../session/fault.ts';
import { useSession } from '../session/session-context.tsx';
import type { AppState } from '../session/store.ts';
import { mayDraw } from './frame-budget.ts';
import { type Describe, useDescription } from './use-description.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * A canvas that fills its parent and paints a display list: again when what it watches changes, when `draw` is another
 * function, when it is resized and when the fonts have come. At most once a display frame, without rendering; in the next where others
 * have spent this one. Where there is no memory for it, `incomplete` of the store says so.
 */
export function Drawing({
  draw,
  watch,
  label,
  describe,
}: {
  draw: (size: Size) => DisplayList;
  watch: (state: AppState) => readonly unknown[];
  /** Words for the picture; without them it is decoration beside words that say the same. */
  label?: string;
  /** Loads what keeps those words telling what is shown; it must not change between renderings. */
  describe?: () => Promise<Describe>;
}) {
  const { store } = useSession();
  const canvas = useRef<HTMLCanvasElement>(null);
  useDescription(canvas, describe);
  const latest = useRef({ draw, watch });
  const invalidate = useRef<() => void>(() => undefined);

  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context) return;
    const frame = createNextFrame(paintNow);
    let size: Size = { width: 0, height: 0 };
    /** Whether the picture that is due was due a frame ago. */
    let waited = false;
    /** Whether there was no memory for the latest picture. */
    let failed = false;

    function paintNow(time: number): void {
      waited = !mayDraw(time, waited);
      if (waited) {
        invalidate.current();
        return;
      }
      if (!element || !context || size.width === 0 || size.height === 0) return;
      const dpr = devicePixelRatio || 1;
      const columns = Math.round(size.width * dpr);
      const rows = Math.round(size.height * dpr);
      try {
        const list = latest.current.draw(size);
        // Only now: another size clears the canvas.
        if (element.width !== columns || element.height !== rows) {
          element.width = columns;
          element.height = rows;
        }
        paint(context, list, { ...size, dpr });
        failed = false;
      } catch (error) {
        // What was drawn last stays; the run needs no pictures.
        if (faultOf(error).what !== 'memory') throw error;
        failed = true;
        store.setState({ incomplete: true });
      }
    }

    invalidate.current = frame.ask;
    const observer = new ResizeObserver(([entry]) => {
      const box = entry!.contentRect;
      size = { width: box.width, height: box.height };
      invalidate.current();
    });
    observer.observe(element);
    const unsubscribe = store.subscribe(
      // What failed is drawn again once that is taken back, whether anything else has changed or not.
      (state) => [...latest.current.watch(state), failed && state.incomplete],
      () => invalidate.current(),
      { equalityFn: shallow },
    );
    document.fonts?.ready.then(() => invalidate.current());
    return () => {
      frame.cancel();
      observer.disconnect();
      unsubscribe();
      invalidate.current = () => undefined;
    };
  }, [store]);

  useEffect(() => {
    latest.current = { draw, watch };
    invalidate.current();
  }, [draw, watch]);

  return label === undefined ? (
    <canvas ref={canvas} aria-hidden />
  ) : (
    <canvas ref={canvas} role="img" aria-label={label} />
  );
}
