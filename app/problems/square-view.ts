import { mapRect } from '../charts/frame.ts';
import { fitView, type View } from '../charts/geometry.ts';

/** The window in which samples of two features are shown, one unit as long on both axes; not finite ones are passed over. */
export function squareView(points: ArrayLike<number>, width: number, height: number, scale: number): View {
  let reach = 0;
  for (let i = 0; i < points.length; i++) {
    const size = Math.abs(points[i]!);
    if (size > reach && size < Number.POSITIVE_INFINITY) reach = size;
  }
  const half = 1.12 * (reach || 1);
  return fitView({ x0: -half, x1: half, y0: -half, y1: half }, mapRect(width, height, scale));
}
