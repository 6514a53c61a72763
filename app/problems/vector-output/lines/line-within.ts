import { clipSegment, type Plane } from '../../../charts/geometry.ts';

/** Returns the pixels of a x + b y + c = 0 in the window; null if outside. */
export function lineWithin(
  { view: { x0, x1, y0, y1 }, rect, toPixel }: Plane,
  [a, b, c]: readonly [number, number, number],
): [number, number, number, number] | null {
  const length = Math.hypot(a, b);
  if (!(length > 0)) return null;
  // Starts near the window's centre: the foot from the origin may be far away.
  const [mx, my] = [(x0 + x1) / 2, (y0 + y1) / 2];
  const away = (a * mx + b * my + c) / length;
  const [nx, ny] = [a / length, b / length];
  const [fx, fy] = [mx - away * nx, my - away * ny];
  const reach = x1 - x0 + y1 - y0;
  const [ax, ay] = toPixel(fx + reach * ny, fy - reach * nx);
  const [bx, by] = toPixel(fx - reach * ny, fy + reach * nx);
  return clipSegment(ax, ay, bx, by, rect);
}
