import type { DrawStyle } from '../../charts/colour/palette.ts';
import { type Mark, pathMark, penStroke } from '../../charts/display-list.ts';
import type { Plane } from '../../charts/geometry.ts';
import { simplify } from '../../charts/simplify.ts';

/** Pixels at scale 1: spacing of arrowheads, and their length. */
const APART = 90;
const HEAD = 6;

/** Tolerance of a simplified line, in pixels. */
const TOLERANCE = 0.1;

/** Draws streamlines on the map's paper. */
export function streamMarks(
  lines: readonly Float64Array[],
  plane: Plane,
  { palette, scale }: DrawStyle,
): Mark[] {
  const pixels = lines.map((line) => plane.toPixels(line));
  const ink = penStroke(palette.mapInk, 1 * scale, { opacity: 0.45 });
  return [
    { kind: 'rect', rect: plane.rect, fill: palette.mapPaper },
    pathMark(
      pixels.map((line) => simplify(line, TOLERANCE)),
      [ink],
      { role: 'streamlines' },
    ),
    {
      kind: 'path',
      lines: pixels.flatMap((line) => headsOf(line, scale)),
      closed: true,
      fill: palette.mapInk,
      opacity: 0.6,
    },
  ];
}

/** Returns evenly spaced arrowheads; none if the line is too short to show a direction. */
function headsOf(line: readonly number[], scale: number): number[][] {
  const heads: number[][] = [];
  let total = 0;
  for (let i = 2; i < line.length; i += 2)
    total += Math.hypot(line[i]! - line[i - 2]!, line[i + 1]! - line[i - 1]!);
  const count = Math.round(total / (APART * scale)) || (total > 3 * HEAD * scale ? 1 : 0);
  let [passed, next] = [0, total / count / 2];
  for (let i = 2; i < line.length && heads.length < count; i += 2) {
    const [dx, dy] = [line[i]! - line[i - 2]!, line[i + 1]! - line[i - 1]!];
    const length = Math.hypot(dx, dy);
    passed += length;
    if (passed < next) continue;
    next += total / count;
    const [ux, uy] = [(dx / length) * HEAD * scale, (dy / length) * HEAD * scale];
    const [x, y] = [line[i]! + ux / 2, line[i + 1]! + uy / 2];
    heads.push([x, y, x - ux - 0.4 * uy, y - uy + 0.4 * ux, x - ux + 0.4 * uy, y - uy - 0.4 * ux]);
  }
  return heads;
}
