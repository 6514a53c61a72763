import type { View } from '../charts/geometry.ts';

/** Room around the outermost point, as a multiple of its coordinate. */
const ROOM = 1.375;

/**
 * The window about the origin that holds all points (each [x, y]) with room. Both axes have one scale unless the
 * points lie more than four times as far out along one as along the other (own data in its own units).
 */
export function autoView(points: readonly (readonly [number, number])[]): View {
  let x = 0;
  let y = 0;
  for (const [px, py] of points) {
    if (Number.isFinite(px)) x = Math.max(x, Math.abs(px));
    if (Number.isFinite(py)) y = Math.max(y, Math.abs(py));
  }
  const largest = Math.max(x, y);
  if (largest === 0) return { x0: -2, x1: 2, y0: -2, y1: 2 };
  // About the origin an axis needs little room when its coordinates are small: both axes then share the larger range.
  const separate = x > 0 && y > 0 && Math.max(x / y, y / x) > 4 && largest > 5;
  const halfX = ROOM * (separate ? x : largest);
  const halfY = ROOM * (separate ? y : largest);
  return { x0: -halfX, x1: halfX, y0: -halfY, y1: halfY };
}

/** The square window about the middle of all points, with the same room; for the coordinates of a slice. */
export function windowAround(points: readonly (readonly [number, number])[]): View {
  const finite = points.filter(([x, y]) => Number.isFinite(x) && Number.isFinite(y));
  const span = (axis: 0 | 1): [middle: number, half: number] => {
    const values = finite.map((point) => point[axis]);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    return values.length > 0 ? [(low + high) / 2, (high - low) / 2] : [0, 0];
  };
  const [x, halfX] = span(0);
  const [y, halfY] = span(1);
  const half = ROOM * Math.max(halfX, halfY) || 2;
  return { x0: x - half, x1: x + half, y0: y - half, y1: y + half };
}
