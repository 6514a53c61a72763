import type { RefObject } from 'react';
import { containsPixel, type Plane } from '../../../charts/geometry.ts';
import { arrowMove } from '../../../pictures/placing.ts';
import { hasKeyboardFocus } from '../../../session/keys.ts';

type Place = readonly [x: number, y: number];

interface CrosshairProps {
  readonly surface: RefObject<HTMLDivElement | null>;
  readonly side?: string;
  readonly label: string;
  /** Returns the map's plane; null without a map. */
  planeNow(): Plane | null;
  /** Returns the crosshair. */
  at(): Place | null;
  /** Moves the crosshair; null hides it. */
  point(at: Place | null, how: 'pointer' | 'key'): void;
  /** Acts on another key; false if it does nothing. */
  press?(key: string, at: Place): boolean;
}

/** Covers a map: pointer and arrow keys move its crosshair, from the middle at first. */
export function CrosshairSurface({ surface, side, label, planeNow, at, point, press }: CrosshairProps) {
  function hover(event: React.PointerEvent): void {
    const box = surface.current!.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    const plane = planeNow();
    point(plane && containsPixel(plane.rect, x, y) ? plane.toData(x, y) : null, 'pointer');
  }

  function onKeyDown(event: React.KeyboardEvent): void {
    const view = hasKeyboardFocus() && planeNow()?.view;
    if (!view) return;
    const from = at() ?? ([(view.x0 + view.x1) / 2, (view.y0 + view.y1) / 2] as const);
    const move = arrowMove(event, view);
    if (move) point([from[0] + move[0], from[1] + move[1]], 'key');
    else if (!press?.(event.key, from)) return;
    event.preventDefault();
  }

  const hide = () => point(null, 'pointer');
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
      onPointerLeave={hide}
      onKeyDown={onKeyDown}
      onBlur={hide}
    />
  );
}
