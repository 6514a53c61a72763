import { clipSegment, type Plane } from '../../../charts/geometry.ts';

/** The pixels of the line a x + b y + c = 0 within the plane's window; null where it passes it. */
export function lineWithin(
  { view: { x0, x1, y0, y1 }, rect, toPixel }: Plane,
  [a, b, c]: readonly [number, number, number],
): [number, number, number, number] | null {
  const length = Math.hypot(a, b);
  if (!(length > 0)) return null;
  // About the foot of the perpendicular from the middle of the window: one from the origin may be far along the line.
  const [mx, my] = [(x0 + x1) / 2, (y0 + y1) / 2];
  const away = (a * mx + b * my + c) / length;
  const [nx, ny] = [a / length, b / length];
  const [fx, fy] = [mx - away * nx, my - away * ny];
  const reach = x1 - x0 + y1 - y0;
  const [ax, ay] = toPixel(fx + reach * ny, fy - reach * nx);
  const [bx, by] = toPixel(fx - reach * ny, fy + reach * nx);
  return clipSegment(ax, ay, bx, by, rect);
}
