import { useEffect, useLayoutEffect, useRef } from 'react';
import { shallow } from 'zustand/shallow';
import type { DrawStyle } from '../charts/colour/palette.ts';
import type { Describe, Picture } from '../session/picture/picture.ts';
import { useSession, useTranslate } from '../session/session-context.tsx';
import { useDescription } from './fields/use-description.ts';
import { keepDrawn } from './keep-drawn.ts';
import { useThemeContext } from './look/theme-context.ts';

/** A canvas that fills its parent and paints a picture without rendering (`keepDrawn`). */
export function Drawing({
  picture,
  drawStyle,
  prompt = false,
  label,
  describe,
}: {
  picture: Picture;
  drawStyle?: DrawStyle;
  /** True to draw in the first frame, as during a drag. */
  prompt?: boolean;
  /** Accessible name; without one the picture is decoration. */
  label?: string;
  /** Loads the code that updates the name; referentially stable. */
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

  // Before paint, so that replacing a picture leaves no gap.
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
