import { shallow } from 'zustand/shallow';
import { createPainter } from '../charts/create-painter.ts';
import type { DisplayList } from '../charts/display-list.ts';
import type { Size } from '../charts/geometry.ts';
import type { DrawStyle } from '../charts/palette.ts';
import type { Translate } from '../i18n/messages.ts';
import { createNextFrame } from '../session/busy.ts';
import { faultOf } from '../session/fault.ts';
import { onFrames } from '../session/on-frames.ts';
import { drawNow, type Picture } from '../session/picture.ts';
import type { Session } from '../session/session.ts';
import { mayDraw } from './frame-budget.ts';

/** Milliseconds of a frame within which new canvases are drawn at once. */
const NEW_WITHIN = 20;

/** A picture, and the look and the language that it is drawn in. */
export interface Drawn {
  readonly picture: Picture;
  readonly drawStyle: DrawStyle;
  readonly t: Translate;
}

/**
 * Paints the latest picture of a session on a canvas: again when what it selects changes, when the canvas is resized and when the fonts
 * have come. At most once a display frame; in a later one where others have spent this one, unless it is `prompt`. Where there is no
 * memory for it, `picturesFailed` of the store says so.
 */
export function keepDrawn(
  element: HTMLCanvasElement,
  session: Session,
  latest: () => Drawn,
  prompt: boolean,
) {
  const { store } = session;
  const context = element.getContext('2d');
  if (!context) return { paintAnew() {}, end() {} };
  const painter = createPainter(context);
  const frame = createNextFrame(paintNow);
  let size: Size = { width: 0, height: 0 };
  /** Frames that the picture that is due has waited. */
  let waited = 0;
  /** Whether there was no memory for the latest picture. */
  let failed = false;
  /** What stands on the canvas; null where it may look otherwise now. */
  let painted: DisplayList | null = null;
  /** Whether a frame is asked for, and what was selected for the latest picture. */
  let due = false;
  let seen: readonly unknown[] = [];

  // A picture that failed is drawn again once `picturesFailed` is cleared, even if nothing else has changed.
  const selected = () => {
    const { picture, t } = latest();
    return [picture.select(session, t), failed && store.getState().picturesFailed];
  };

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
    if (!prompt && !mayDraw(time, waited)) {
      waited++;
      ask();
    } else draw();
  }

  function draw(): void {
    waited = 0;
    if (size.width === 0 || size.height === 0) return;
    const dpr = devicePixelRatio || 1;
    const columns = Math.round(size.width * dpr);
    const rows = Math.round(size.height * dpr);
    try {
      const { picture, drawStyle, t } = latest();
      const list = drawNow(picture, session, { size, drawStyle, t });
      seen = selected();
      if (list === painted) return;
      // Only now: another size clears the canvas.
      if (element.width !== columns || element.height !== rows) {
        element.width = columns;
        element.height = rows;
      }
      painter.paint(list, { ...size, dpr });
      painted = list;
      failed = false;
    } catch (error) {
      // What was drawn last stays; the run needs no pictures.
      if (faultOf(error).what !== 'memory') throw error;
      failed = true;
      store.setState({ picturesFailed: true });
      seen = selected();
    }
  }

  const observer = new ResizeObserver(([entry]) => {
    const box = entry!.contentRect;
    const isNew = size.width === 0;
    size = { width: box.width, height: box.height };
    // It would show nothing while it waits.
    if (isNew && performance.now() - Number(document.timeline.currentTime) < NEW_WITHIN) draw();
    else paintAnew();
  });
  observer.observe(element);
  const unsubscribe = onFrames(store, (time) => {
    if (!due && !shallow(seen, selected())) paintNow(time);
  });
  document.fonts?.addEventListener('loadingdone', paintAnew);
  return {
    /** The next frame paints it as a whole: it may look otherwise than it did. */
    paintAnew,
    end(): void {
      frame.cancel();
      observer.disconnect();
      document.fonts?.removeEventListener('loadingdone', paintAnew);
      unsubscribe();
    },
  };
}
