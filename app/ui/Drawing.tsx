import { useEffect, useLayoutEffect, useRef } from 'react';
import { shallow } from 'zustand/shallow';
import { createPainter } from '../charts/create-painter.ts';
import type { DisplayList } from '../charts/display-list.ts';
import type { Size } from '../charts/geometry.ts';
import { inParts, Resting } from '../charts/in-parts.ts';
import { measureTexts } from '../charts/paint-canvas.ts';
import type { DrawStyle } from '../charts/palette.ts';
import { createNextFrame } from '../session/busy.ts';
import { faultOf } from '../session/fault.ts';
import { onFrames } from '../session/on-frames.ts';
import { type Describe, drawNow, type Picture } from '../session/picture.ts';
import { useSession, useTranslate } from '../session/session-context.tsx';
import { frameBudget } from './frame-budget.ts';
import { useThemeContext } from './theme-context.ts';
import { useDescription } from './use-description.ts';

/** How often a picture rests at most: where what it shows changes in each frame it might never be done. */
const MOST_RESTS = 20;

/**
 * A canvas that fills its parent and paints a picture: again when what it selects changes, when it is another picture, in another look
 * or language, when it is resized and when the fonts have come. At most once a display frame, without rendering; in a later one where
 * others have spent this one. Where there is no memory for it, `picturesFailed` of the store says so.
 */
export function Drawing({
  picture,
  drawStyle,
  prompt = false,
  label,
  describe,
}: {
  picture: Picture;
  /** Another look than the page's. */
  drawStyle?: DrawStyle;
  /** Whether it never waits: what follows a hand is drawn in the first frame. */
  prompt?: boolean;
  /** Words for the picture; without them it is decoration beside words that say the same. */
  label?: string;
  /** Loads what keeps those words telling what is shown; it must not change between renderings. */
  describe?: (() => Promise<Describe>) | undefined;
}) {
  const session = useSession();
  const { store } = session;
  const t = useTranslate();
  const theme = useThemeContext();
  const canvas = useRef<HTMLCanvasElement>(null);
  useDescription(canvas, describe);
  const now = { picture, drawStyle: drawStyle ?? theme, t };
  const latest = useRef(now);
  const invalidate = useRef<() => void>(() => undefined);

  // Before the page is painted: what takes another picture's place leaves no gap.
  useLayoutEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context) return;
    const painter = createPainter(context);
    const frame = createNextFrame(paintNow);
    let size: Size = { width: 0, height: 0 };
    /** Frames that the picture that is due has waited. */
    let waited = 0;
    /** Whether there was no memory for the latest picture. */
    let failed = false;
    /** What stands on the canvas; null where it may look otherwise now. */
    let painted: DisplayList | null = null;
    /** Whether none has been painted as a whole, and how often the one that is due has rested. */
    let isBlank = true;
    let rests = 0;
    /** Whether a frame is asked for, and what was selected for the latest picture. */
    let due = false;
    let seen: readonly unknown[] = [];

    // A picture that failed is drawn again once `picturesFailed` is cleared, even if nothing else has changed.
    const selected = () => [
      latest.current.picture.select(session, latest.current.t),
      failed && store.getState().picturesFailed,
    ];

    function ask(): void {
      due = true;
      frame.ask();
    }

    function paintAnew(): void {
      painted = null;
      painter.forget();
      ask();
    }

    function paintNow(time: number): void {
      due = false;
      // One that shows nothing yet may wait longer: many are new in one frame.
      if (!(prompt && painted) && !frameBudget.mayDraw(time, isBlank ? waited / 4 : waited)) {
        waited++;
        ask();
      } else draw(time);
    }

    function show(list: DisplayList): void {
      if (!element) return;
      const dpr = devicePixelRatio || 1;
      const columns = Math.round(size.width * dpr);
      const rows = Math.round(size.height * dpr);
      // Only now: another size clears the canvas.
      if (element.width !== columns || element.height !== rows) {
        element.width = columns;
        element.height = rows;
      }
      painter.paint(list, { ...size, dpr });
    }

    function draw(time: number): void {
      waited = 0;
      if (!element || !context || size.width === 0 || size.height === 0) return;
      try {
        const { picture, drawStyle, t } = latest.current;
        const make = () => {
          const list = drawNow(picture, session, { size, drawStyle, t });
          if (!painted) measureTexts(context, list);
          return list;
        };
        const list = painted || rests === MOST_RESTS ? make() : inParts(frameBudget.left(time), make);
        seen = selected();
        if (list === painted) return;
        show(list);
        painted = list;
        isBlank = false;
        rests = 0;
        failed = false;
      } catch (error) {
        if (error instanceof Resting) {
          rests++;
          if (isBlank) show(error.list);
          ask();
          return;
        }
        // What was drawn last stays; the run needs no pictures.
        if (faultOf(error).what !== 'memory') throw error;
        failed = true;
        store.setState({ picturesFailed: true });
        seen = selected();
      }
    }

    invalidate.current = paintAnew;
    const observer = new ResizeObserver(([entry]) => {
      const box = entry!.contentRect;
      const isNew = size.width === 0;
      size = { width: box.width, height: box.height };
      const time = Number(document.timeline.currentTime);
      // It would show nothing while it waits.
      if (isNew && frameBudget.left(time) > 0) draw(time);
      else invalidate.current();
    });
    observer.observe(element);
    const unsubscribe = onFrames(store, (time) => {
      if (!due && !shallow(seen, selected())) paintNow(time);
    });
    document.fonts?.addEventListener('loadingdone', paintAnew);
    return () => {
      frame.cancel();
      observer.disconnect();
      document.fonts?.removeEventListener('loadingdone', paintAnew);
      unsubscribe();
      invalidate.current = () => undefined;
    };
  }, [session, store, prompt]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: its parts, not the record of them.
  useEffect(() => {
    if (shallow(latest.current, now)) return;
    latest.current = now;
    invalidate.current();
  }, [now.picture, now.drawStyle, now.t]);

  return label === undefined ? (
    <canvas ref={canvas} aria-hidden />
  ) : (
    <canvas ref={canvas} role="img" aria-label={label} />
  );
}
