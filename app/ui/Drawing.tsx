import { useEffect, useLayoutEffect, useRef } from 'react';
import { shallow } from 'zustand/shallow';
import type { DrawStyle } from '../charts/colour/palette.ts';
import type { Describe, Picture } from '../session/picture/picture.ts';
import { useSession, useTranslate } from '../session/session-context.tsx';
import { useDescription } from './fields/use-description.ts';
import { keepDrawn } from './keep-drawn.ts';
import { useThemeContext } from './look/theme-context.ts';

/** A canvas that fills its parent and paints a picture (`keepDrawn`), without rendering. */
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
  const t = useTranslate();
  const theme = useThemeContext();
  const canvas = useRef<HTMLCanvasElement>(null);
  useDescription(canvas, describe);
  const now = { picture, drawStyle: drawStyle ?? theme, t };
  const latest = useRef(now);
  const paintAnew = useRef<() => void>(() => undefined);

  // Before the page is painted: what takes another picture's place leaves no gap.
  useLayoutEffect(() => {
    const drawn = keepDrawn(canvas.current!, session, () => latest.current, prompt);
    paintAnew.current = drawn.paintAnew;
    return drawn.end;
  }, [session, prompt]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: its parts, not the record of them.
  useEffect(() => {
    if (shallow(latest.current, now)) return;
    latest.current = now;
    paintAnew.current();
  }, [now.picture, now.drawStyle, now.t]);

  return label === undefined ? (
    <canvas ref={canvas} aria-hidden />
  ) : (
    <canvas ref={canvas} role="img" aria-label={label} />
  );
}
