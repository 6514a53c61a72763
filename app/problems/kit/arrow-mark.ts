import { type PathMark, pathMark, type StrokeLayer } from '../../charts/display-list.ts';
import type { MarkRole } from '../../charts/marks/roles.ts';

type Point = readonly [x: number, y: number];

/** Returns an arrow between two pixels, its barbs sized for the last (narrowest) stroke; empty if shorter than 1 px or not finite. */
export function arrowMark(
  [x0, y0]: Point,
  [x1, y1]: Point,
  strokes: readonly StrokeLayer[],
  role: MarkRole,
  scale: number,
): PathMark[] {
  const length = Math.hypot(x1 - x0, y1 - y0);
  if (!(length > 1) || !Number.isFinite(length)) return [];
  const [dx, dy] = [(x1 - x0) / length, (y1 - y0) / length];
  const barb = Math.min(0.5 * length, 5 * scale + 2 * strokes.at(-1)!.width);
  const wing = (turn: number) => [x1 - barb * (dx - turn * dy), y1 - barb * (dy + turn * dx)];
  const lines = [
    [x0, y0, x1, y1],
    [...wing(0.5), x1, y1, ...wing(-0.5)],
  ];
  return [pathMark(lines, strokes, { role })];
}
