import '../words.en.ts';
import { type RefObject, useCallback, useEffect, useRef } from 'react';
import type { SideName } from '../../../../engine/contract.ts';
import { containsPixel, createPlane, type Plane } from '../../../charts/geometry.ts';
import { landscapeRect } from '../../../pictures/landscape/rect.ts';
import { arrowMove } from '../../../pictures/placing.ts';
import { during } from '../../../session/busy.ts';
import { hasKeyboardFocus } from '../../../session/keys.ts';
import { useApp, useSession, useTranslate } from '../../../session/session-context.tsx';
import { shownView } from '../../../session/store.ts';
import { Button } from '../../../ui/fields/Button.tsx';
import { useThemeContext } from '../../../ui/look/theme-context.ts';

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

  function hover(event: React.PointerEvent): void {
    const box = surface.current!.getBoundingClientRect();
    const { rect, toData } = planeNow();
    const [px, py] = [event.clientX - box.left, event.clientY - box.top];
    session.pointAt(containsPixel(rect, px, py) ? toData(px, py) : null);
  }

  /** Moves the crosshair with arrow keys; Enter places the start there. */
  function onKeyDown(event: React.KeyboardEvent): void {
    if (!hasKeyboardFocus()) return;
    const view = shownView(session.store.getState());
    const at = session.store.getState().crosshair ?? [(view.x0 + view.x1) / 2, (view.y0 + view.y1) / 2];
    const move = arrowMove(event, view);
    if (move) session.pointAt([at[0] + move[0], at[1] + move[1]]);
    else if (event.key === 'Enter') startAt(at[0], at[1]);
    else if (event.key === 'Backspace' && onBack) onBack();
    else return;
    event.preventDefault();
  }

  return (
    <div
      ref={surface}
      className="surface"
      data-side={side}
      data-arrows
      role="application"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the crosshair moves here by keyboard.
      tabIndex={0}
      aria-label={label}
      onPointerMove={hover}
      onPointerLeave={() => session.pointAt(null)}
      onKeyDown={onKeyDown}
      onBlur={() => session.pointAt(null)}
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
