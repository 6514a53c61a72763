import type { Mark } from './display-list.ts';
import type { Plane } from './geometry.ts';
import type { LandscapeFrame } from './landscape-frame.ts';
import type { LabelRequest } from './place-labels.ts';

/** Length of the longest arrow at scale 1, in pixels. */
const ARROW = 70;

/** A direction drawn at the present iterate. */
export interface Arrow {
  /** As a move in data coordinates; the longest of all arrows is drawn `ARROW` pixels long. */
  readonly move: readonly [number, number];
  readonly label: string;
  readonly style: 'left' | 'right' | 'difference';
}

/** The arrows at the present iterate and the names at their heads. */
export function arrowMarks(
  plane: Plane,
  head: readonly [number, number] | null,
  arrows: readonly Arrow[],
  { scale, palette }: LandscapeFrame,
): { marks: Mark[]; labels: LabelRequest[] } {
  const moves = arrows.map(({ move }) => [plane.kx * move[0], plane.ky * move[1]] as const);
  const longest = Math.max(...moves.map(([dx, dy]) => Math.hypot(dx, dy)));
  if (!head || !(longest > 0) || !Number.isFinite(longest)) return { marks: [], labels: [] };
  const [x, y] = plane.toPixel(head[0], head[1]);
  const unit = (ARROW * scale) / longest;
  const marks: Mark[] = [];
  const labels: LabelRequest[] = [];
  for (const [i, { label, style }] of arrows.entries()) {
    const [dx, dy] = [unit * moves[i]![0], unit * moves[i]![1]];
    const length = Math.hypot(dx, dy);
    if (length < 3 * scale) continue;
    const [ex, ey] = [x + dx, y + dy];
    // Barbs of 9 pixels, shorter on a short arrow.
    const barb = Math.min(9 * scale, 0.5 * length) / length;
    const wing = (turn: number) => [ex - barb * (dx - turn * dy), ey - barb * (dy + turn * dx)];
    const color = { left: palette.mapLeft, right: palette.mapRight, difference: palette.plant }[style];
    const dash = style === 'difference' ? [5 * scale, 3 * scale] : undefined;
    const lines = [
      [x, y, ex, ey],
      [...wing(0.6), ex, ey, ...wing(-0.6)],
    ];
    marks.push({
      kind: 'path',
      lines,
      strokes: [
        { color: palette.mapInk, width: 5.5 * scale, opacity: 0.8 },
        { color: palette.mapPaper, width: 4.2 * scale },
        { color, width: 2.4 * scale, ...(dash ? { dash } : {}) },
      ],
    });
    labels.push({ text: label, x: ex, y: ey, size: 13 * scale, gap: 6 * scale });
  }
  return { marks, labels };
}
