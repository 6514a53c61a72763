import '../words.en.ts';
import { type RefObject, useCallback, useEffect, useRef } from 'react';
import type { SideName } from '../../../../engine/contract.ts';
import { containsPixel, createPlane, type Plane } from '../../../charts/geometry.ts';
import { landscapeRect } from '../../../pictures/landscape/rect.ts';
import { during } from '../../../session/busy.ts';
import { useApp, useSession, useTranslate } from '../../../session/session-context.tsx';
import { shownView } from '../../../session/store.ts';
import { Button } from '../../../ui/fields/Button.tsx';
import { useThemeContext } from '../../../ui/look/theme-context.ts';
import { CrosshairSurface } from '../../kit/surface/CrosshairSurface.tsx';

/** Returns the surface element of a map and a getter of its current plane. */
export function usePlane(): {
  readonly surface: RefObject<HTMLDivElement | null>;
  readonly planeNow: () => Plane;
} {
  const session = useSession();
  const { scale } = useThemeContext();
  const surface = useRef<HTMLDivElement>(null);
  const planeNow = useCallback(() => {
    const box = surface.current;
    const rect = landscapeRect(box?.clientWidth ?? 0, box?.clientHeight ?? 0, scale);
    return createPlane(shownView(session.store.getState()), rect);
  }, [session, scale]);
  return { surface, planeNow };
}

/** Covers a map's pictures. Drag pans, two fingers pinch, the wheel zooms with Ctrl/Cmd or focus; one finger scrolls the page. Pointer
 * and arrow keys move the crosshair; click, tap or Enter choose its place. */
export function PlaneSurface({
  surface,
  planeNow,
  side,
  label,
  startAt,
  onBack,
}: ReturnType<typeof usePlane> & {
  readonly side: SideName;
  readonly label: string;
  readonly startAt: (x: number, y: number) => void;
  /** Handler of Backspace. */
  readonly onBack?: (() => void) | undefined;
}) {
  const session = useSession();
  const latest = useRef({ planeNow, startAt });
  latest.current = { planeNow, startAt };

  useEffect(() => {
    const element = surface.current;
    if (!element) return;
    let unbind: (() => void) | null = null;
    let gone = false;
    // Maps need not wait for the zoom library.
    during(import('./plane-zoom.ts')).then(
      ({ bindPlaneZoom }) => {
        if (!gone) unbind = bindPlaneZoom(element, session, () => latest.current.planeNow().rect);
      },
      () => undefined,
    );

    const onClick = (event: MouseEvent) => {
      const box = element.getBoundingClientRect();
      const { rect, toData } = latest.current.planeNow();
      const [px, py] = [event.clientX - box.left, event.clientY - box.top];
      const [x, y] = toData(px, py);
      if (containsPixel(rect, px, py)) latest.current.startAt(x, y);
    };

    element.addEventListener('click', onClick);
    return () => {
      gone = true;
      unbind?.();
      element.removeEventListener('click', onClick);
    };
  }, [session, surface]);

  /** Enter places the start at the crosshair. */
  function press(key: string, [x, y]: readonly [number, number]): boolean {
    if (key === 'Enter') startAt(x, y);
    else if (key === 'Backspace' && onBack) onBack();
    else return false;
    return true;
  }

  return (
    <CrosshairSurface
      {...{ surface, planeNow, side, label, press }}
      at={() => session.store.getState().crosshair}
      point={(at) => session.pointAt(at)}
    />
  );
}

/** Returns to the full window; hidden while that is shown. */
export function ResetView({ surface }: Pick<ReturnType<typeof usePlane>, 'surface'>) {
  const session = useSession();
  const t = useTranslate();
  const moved = useApp((state) => {
    const { x0, x1, y0, y1 } = shownView(state);
    const home = state.autoView;
    const near = (a: number, b: number) => Math.abs(a - b) <= 1e-4 * (home.x1 - home.x0);
    return !(near(x0, home.x0) && near(x1, home.x1) && near(y0, home.y0) && near(y1, home.y1));
  });
  if (!moved) return null;
  return (
    <Button
      className="reset-view"
      onClick={() => {
        session.setView(null, session.newGesture());
        surface.current?.focus();
      }}
      words={t('header.resetView')}
    />
  );
}
