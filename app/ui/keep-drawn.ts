import { shallow } from 'zustand/shallow';
import type { DrawStyle } from '../charts/colour/palette.ts';
import type { DisplayList } from '../charts/display-list.ts';
import type { Size } from '../charts/geometry.ts';
import { createPainter } from '../charts/paint/create-painter.ts';
import { inParts, Resting } from '../charts/paint/in-parts.ts';
import { measured } from '../charts/paint/paint-canvas.ts';
import type { Translate } from '../i18n/messages.ts';
import { createLater, createNextFrame } from '../session/busy.ts';
import { faultOf } from '../session/fault.ts';
import { drawNow, type Picture } from '../session/picture/picture.ts';
import { onFrames } from '../session/run/on-frames.ts';
import type { Session } from '../session/session.ts';
import { frameBudget } from './frame-budget.ts';

/** How often the first picture of a canvas rests at most, and one that follows: where each frame changes what is shown it might never be done. */
const MOST_RESTS = { first: 20, next: 2 } as const;

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
  // Its size is told at the end of the first frame: until the next one it shows nothing, and nothing else counts it as due.
  let frames = 0;
  const sized = createNextFrame(() => void (frames++ === 0 && sized.ask()));
  sized.ask();
  // What rests goes on after those that show nothing yet: they have asked for their frame by then.
  const later = createLater(ask);
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
    // One that shows nothing yet may wait longer: many are new in one frame.
    if (!(prompt && painted) && !frameBudget.mayDraw(time, isBlank ? waited / 4 : waited)) {
      waited++;
      ask();
    } else draw(time);
  }

  function show(list: DisplayList): void {
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
    if (size.width === 0 || size.height === 0) return;
    try {
      const { picture, drawStyle, t } = latest();
      const make = () => drawNow(picture, session, { size, drawStyle, t });
      const isRested = (prompt && painted !== null) || rests >= MOST_RESTS[isBlank ? 'first' : 'next'];
      const list = isRested
        ? make()
        : inParts(frameBudget.left(time), () => (painted ? make() : measured(context!, make())));
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
        due = true;
        later.start(0);
        return;
      }
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
    const time = Number(document.timeline.currentTime);
    // It would show nothing while it waits.
    if (isNew && frameBudget.left(time) > 0) draw(time);
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
      later.stop();
      frame.cancel();
      sized.cancel();
      observer.disconnect();
      document.fonts?.removeEventListener('loadingdone', paintAnew);
      unsubscribe();
    },
  };
}
