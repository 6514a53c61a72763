import { plotRect } from '../../charts/frame.ts';
import { createPlane, type Plane, type Size } from '../../charts/geometry.ts';

/** Window from 0 to `eta` and 0 to `rho`. */
export interface RegionWindow {
  readonly eta: number;
  readonly rho: number;
}

/** Room for axis labels at scale 1. */
const MARGINS = { left: 40, top: 12, right: 12, bottom: 34 };

/** Rounds up to 1, 2 or 5 times a power of ten. */
function roundUp(value: number): number {
  const unit = 10 ** Math.floor(Math.log10(value));
  const times = [1, 2, 5, 10].find((factor) => factor * unit >= value * (1 - 1e-12))!;
  return Number((times * unit).toPrecision(1));
}

/** Returns a window with room around dots up to this brake. */
export function windowOf(eta: number, rho: number): RegionWindow {
  return { eta: roundUp(4 * eta), rho: roundUp(Math.max(1, 1.25 * rho)) };
}

export function regionPlane({ eta, rho }: RegionWindow, size: Size, scale: number): Plane {
  const { left, top, right, bottom } = MARGINS;
  const rect = plotRect(size, {
    left: left * scale,
    top: top * scale,
    right: right * scale,
    bottom: bottom * scale,
  });
  return createPlane({ x0: 0, x1: eta, y0: 0, y1: rho }, rect);
}

/** Clamps a dot to the window, with a positive step, and rounds it to a 200th. */
export function dotAt(x: number, y: number, { eta, rho }: RegionWindow): RegionWindow {
  const snap = (value: number, most: number, least: number) =>
    Number((Math.round(Math.min(1, Math.max(least, value / most)) * 200) * (most / 200)).toPrecision(4));
  return { eta: snap(x, eta, 0.005), rho: snap(y, rho, 0) };
}

/** True if a convex polygon (flat) contains the point; its outline counts. */
export function holds(polygon: ArrayLike<number>, x: number, y: number): boolean {
  let sign = 0;
  for (let at = 0; at < polygon.length; at += 2) {
    const next = (at + 2) % polygon.length;
    const [ax, ay] = [polygon[at]!, polygon[at + 1]!];
    const cross = (polygon[next]! - ax) * (y - ay) - (polygon[next + 1]! - ay) * (x - ax);
    if (cross === 0) continue;
    if (sign !== 0 && cross > 0 !== sign > 0) return false;
    sign = cross;
  }
  return sign !== 0;
}
