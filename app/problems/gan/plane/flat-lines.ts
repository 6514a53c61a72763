import type { DrawStyle } from '../../../charts/colour/palette.ts';
import { type Mark, pathMark, penStroke } from '../../../charts/display-list.ts';
import { clipSegment, containsPixel, type Plane } from '../../../charts/geometry.ts';
import type { DrawnArrows } from '../../../charts/marks/arrow-marks.ts';
import type { LabelRequest } from '../../../charts/place-labels.ts';
import { textWidth } from '../../../charts/text-width.ts';

/** L does not slope for w on d = 0, nor for d on w = mean - rho d. */
export interface Flat {
  readonly mean: number;
  readonly rho: number;
  /** Names of the two lines. */
  readonly names: readonly [w: string, d: string];
}

/** Draws both lines, which cross at the saddle and do not tell how the game ends. Lines that are not finite, or outside, are left out. */
export function flatLines(
  { mean, rho, names }: Flat,
  plane: Plane,
  { palette, scale }: DrawStyle,
): DrawnArrows {
  const { rect, view } = plane;
  const ends = [
    [view.x0, 0, view.x1, 0],
    [mean - rho * view.y1, view.y1, mean - rho * view.y0, view.y0],
  ];
  const size = 12 * scale;
  const lines: number[][] = [];
  const labels: LabelRequest[] = [];
  for (const [i, places] of ends.entries()) {
    const [x0, y0, x1, y1] = plane.toPixels(places) as [number, number, number, number];
    const line = Number.isFinite(x0 + y0 + x1 + y1) ? clipSegment(x0, y0, x1, y1, rect) : null;
    if (!line) continue;
    lines.push(line);
    // Near the line's first end, with room for the name.
    const [width, length] = [textWidth(names[i]!, size), Math.hypot(line[2] - line[0], line[3] - line[1])];
    const share = (i === 0 ? width / 2 + 8 * scale : 14 * scale) / Math.max(length, 1);
    const [x, y] = [line[0] + share * (line[2] - line[0]), line[1] + share * (line[3] - line[1])];
    if (names[i] !== '' && containsPixel(rect, x, y))
      labels.push({ text: names[i]!, x, y, size, gap: 5 * scale });
  }
  const stroke = penStroke(palette.mapInk, 1.4 * scale, {
    dash: [5 * scale, 4 * scale],
    opacity: 0.7,
    cap: 'butt',
  });
  const marks: Mark[] = [pathMark(lines, [stroke], { role: 'flat' })];
  return { marks, labels, lines, written: [] };
}
