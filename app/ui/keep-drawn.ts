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

/** Most rests of a canvas's first picture and later ones: input that changes every frame might make resting endless. */
const MOST_RESTS = { first: 20, next: 2 } as const;

/** Painted lists by canvas. */
const lists = new WeakMap<HTMLCanvasElement, DisplayList>();

/** Returns what a canvas shows: tests find marks by role. */
export const drawnOn = (canvas: HTMLCanvasElement): DisplayList => lists.get(canvas) ?? [];

export interface Drawn {
  readonly picture: Picture;
  readonly drawStyle: DrawStyle;
  readonly t: Translate;
}

/**
 * Paints a session's latest picture on a canvas, again when selection, canvas size or fonts change. At most once a display frame, later
 * if its budget is spent, unless `prompt`. Sets `picturesFailed` if memory runs out.
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
  // Its size is known at the end of the first frame; until the next it is blank and counts as due only here.
  let frames = 0;
  const sized = createNextFrame(() => void (frames++ === 0 && sized.ask()));
  sized.ask();
  // Resting pictures resume after blank ones, which have asked by then.
  const later = createLater(ask);
  let size: Size = { width: 0, height: 0 };
  /** Frames waited. */
  let waited = 0;
  let failed = false;
  /** The painted list; null to repaint. */
  let painted: DisplayList | null = null;
  /** True until one was completely painted; `rests`: those of the due one. */
  let isBlank = true;
  let rests = 0;
  /** True if a frame is requested; `seen`: the latest selection. */
  let due = false;
  let seen: readonly unknown[] = [];

  // A failed picture is drawn again once `picturesFailed` is cleared, even if nothing else changed.
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
    // Blank canvases may wait longer; many appear in the same frame.
    if (!(prompt && painted) && !frameBudget.mayDraw(time, isBlank ? waited / 4 : waited)) {
      waited++;
      ask();
    } else draw(time);
  }

  function show(list: DisplayList): void {
    const dpr = devicePixelRatio || 1;
    const columns = Math.round(size.width * dpr);
    const rows = Math.round(size.height * dpr);
    // Only now: resizing clears the canvas.
    if (element.width !== columns || element.height !== rows) {
      element.width = columns;
      element.height = rows;
    }
    painter.paint(list, { ...size, dpr });
    lists.set(element, list);
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
      // The last picture stays.
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
    // Waiting, it would be blank.
    if (isNew && frameBudget.left(time) > 0) draw(time);
    else paintAnew();
  });
  observer.observe(element);
  const unsubscribe = onFrames(store, (time) => {
    if (!due && !shallow(seen, selected())) paintNow(time);
  });
  document.fonts?.addEventListener('loadingdone', paintAnew);
  return {
    /** Repaints in the next frame. */
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
