/** Most points replaced by one piece. */
const LONGEST = 24;

/** Simplifies a flat polyline: omitted points are within `tolerance` of their piece. Keeps both ends; drops non-finite points. */
export function simplify(line: ArrayLike<number>, tolerance: number): number[] {
  const points: number[] = [];
  for (let i = 0; i + 1 < line.length; i += 2)
    if (Number.isFinite(line[i]! + line[i + 1]!)) points.push(line[i]!, line[i + 1]!);
  const count = points.length / 2;
  if (count < 3) return points;
  const out = [points[0]!, points[1]!];
  let kept = 0;
  for (let i = 1; i < count; i++) {
    const next = i + 1;
    if (next < count && next - kept <= LONGEST && isStraight(points, kept, next, tolerance)) continue;
    out.push(points[2 * i]!, points[2 * i + 1]!);
    kept = i;
  }
  return out;
}

/** True if all points between two are within the tolerance of their segment. */
function isStraight(points: readonly number[], from: number, to: number, tolerance: number): boolean {
  const [ax, ay] = [points[2 * from]!, points[2 * from + 1]!];
  const [dx, dy] = [points[2 * to]! - ax, points[2 * to + 1]! - ay];
  const length = dx * dx + dy * dy;
  for (let i = from + 1; i < to; i++) {
    const [x, y] = [points[2 * i]! - ax, points[2 * i + 1]! - ay];
    const share = length > 0 ? Math.max(0, Math.min(1, (x * dx + y * dy) / length)) : 0;
    if (Math.hypot(x - share * dx, y - share * dy) > tolerance) return false;
  }
  return true;
}
