import { mapRect } from '../../charts/frame.ts';
import { fitView, type View } from '../../charts/geometry.ts';

/** Margin factor around the outermost sample. */
const ROOM = 1.12;

/**
 * Returns the window for samples of two features: equal units, finite points only, centred at the origin, from which kinks of neurons
 * without bias run. `free` centres it on data to one side of the origin.
 */
export function squareView(
  points: ArrayLike<number>,
  width: number,
  height: number,
  scale: number,
  free = false,
): View {
  const rect = mapRect(width, height, scale);
  const [x, y] = [spanOf(points, 0), spanOf(points, 1)];
  if (free && (x.low > 0 || x.high < 0 || y.low > 0 || y.high < 0)) {
    const half = (ROOM * Math.max(x.high - x.low, y.high - y.low)) / 2;
    if (half > 0) {
      const [cx, cy] = [(x.low + x.high) / 2, (y.low + y.high) / 2];
      return fitView({ x0: cx - half, x1: cx + half, y0: cy - half, y1: cy + half }, rect);
    }
  }
  const half = ROOM * (Math.max(-x.low, x.high, -y.low, y.high, 0) || 1);
  return fitView({ x0: -half, x1: half, y0: -half, y1: half }, rect);
}

function spanOf(points: ArrayLike<number>, axis: 0 | 1): { readonly low: number; readonly high: number } {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = axis; i < points.length; i += 2) {
    const value = points[i]!;
    if (Number.isFinite(value)) [low, high] = [Math.min(low, value), Math.max(high, value)];
  }
  return { low, high };
}
