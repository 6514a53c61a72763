import type { DrawStyle } from '../colour/palette.ts';
import { type DisplayList, type Mark, pathMark, penStroke } from '../display-list.ts';
import { containsPixel, type Plane, type Rect } from '../geometry.ts';
import type { LabelRequest } from '../place-labels.ts';
import { textWidth } from '../text-width.ts';

/** Length of the longest arrow in pixels at scale 1. */
const ARROW = 70;

/** Pixels between parallel arrows at scale 1, so that heads do not overlap. */
const LANE = 12;

/** Angle in radians from which arrows need no separation. */
const APART = Math.PI / 15;

/** Angle in radians below which list order decides the sides, against rounding. */
const ALIKE = Math.PI / 180;

export interface Arrow {
  /** In data coordinates; the longest arrow is `ARROW` pixels long. */
  readonly move: readonly [number, number];
  readonly label: string;
  readonly style: 'left' | 'right' | 'difference' | 'plain';
}

/**
 * Returns each arrow's shift to the right, in lanes. Arrows that would cover each other (a gradient and the difference, if the other
 * gradient vanishes) are drawn side by side, closer for larger angles.
 */
function lanes(moves: readonly (readonly [number, number])[]): number[] {
  return moves.map((one, i) =>
    moves.reduce((sum, other, j) => {
      if (i === j) return sum;
      const turn = Math.atan2(other[0] * one[1] - other[1] * one[0], other[0] * one[0] + other[1] * one[1]);
      const side = Math.abs(turn) < ALIKE ? Math.sign(i - j) : Math.sign(turn);
      return sum + (side * Math.max(0, 1 - Math.abs(turn) / APART)) / 2;
    }, 0),
  );
}

/** Arrows, labels at their heads, and obstacles for labels. */
export interface DrawnArrows {
  readonly marks: readonly Mark[];
  readonly labels: readonly LabelRequest[];
  readonly lines: readonly (readonly number[])[];
  /** Boxes of text on the ground. */
  readonly written: readonly Rect[];
}

export const NO_ARROWS: DrawnArrows = { marks: [], labels: [], lines: [], written: [] };

export type ArrowPen = typeof arrowMarks;

/** Draws arrows at the present iterate; null without one. */
export function arrowMarks(
  plane: Plane,
  head: readonly [number, number] | null,
  arrows: readonly Arrow[],
  ground: DisplayList,
  { scale, palette }: DrawStyle,
): DrawnArrows | null {
  const moves = arrows.map(({ move }) => [plane.kx * move[0], plane.ky * move[1]] as const);
  const longest = Math.max(...moves.map(([dx, dy]) => Math.hypot(dx, dy)));
  if (!head || !(longest > 0) || !Number.isFinite(longest)) return null;
  const [x, y] = plane.toPixel(head[0], head[1]);
  const unit = (ARROW * scale) / longest;
  const marks: Mark[] = [];
  const labels: LabelRequest[] = [];
  const all: number[][] = [];
  const drawn = arrows
    .map((arrow, i) => ({ ...arrow, move: [unit * moves[i]![0], unit * moves[i]![1]] as const }))
    .filter(({ move }) => Math.hypot(...move) >= 3 * scale);
  const beside = lanes(drawn.map(({ move }) => move));
  for (const [i, { label, style, move }] of drawn.entries()) {
    const [dx, dy] = move;
    const length = Math.hypot(dx, dy);
    const away = (LANE * scale * beside[i]!) / length;
    const [sx, sy] = [x - away * dy, y + away * dx];
    const [ex, ey] = [sx + dx, sy + dy];
    // Barbs of 9 pixels, or less on short arrows.
    const barb = Math.min(9 * scale, 0.5 * length) / length;
    const wing = (turn: number) => [ex - barb * (dx - turn * dy), ey - barb * (dy + turn * dx)];
    const { mapLeft: left, mapRight: right, plant: difference, mapInk: plain } = palette;
    const color = { left, right, difference, plain }[style];
    const dash = style === 'difference' ? [5 * scale, 3 * scale] : undefined;
    const lines = [
      [sx, sy, ex, ey],
      [...wing(0.6), ex, ey, ...wing(-0.6)],
    ];
    marks.push(
      pathMark(
        lines,
        [
          penStroke(palette.mapInk, 5.5 * scale, { opacity: 0.8 }),
          penStroke(palette.mapPaper, 4.2 * scale),
          { color, width: 2.4 * scale, ...(dash ? { dash } : {}) },
        ],
        { role: 'arrows' },
      ),
    );
    all.push(...lines);
    labels.push({
      text: label,
      x: ex,
      y: ey,
      size: 13 * scale,
      gap: 6 * scale,
      farther: [8 * scale, 16 * scale],
    });
  }
  return {
    marks,
    // A name without a visible head would point at nothing.
    labels: labels.filter((label) => containsPixel(plane.rect, label.x, label.y)),
    lines: all,
    written: writtenOn(ground),
  };
}

function writtenOn(ground: DisplayList): Rect[] {
  return ground
    .flatMap((mark) => (mark.kind === 'clip' ? mark.marks : []))
    .flatMap((mark) => {
      if (mark.kind !== 'text') return [];
      const turn = ((mark.rotate ?? 0) * Math.PI) / 180;
      const [cos, sin] = [Math.abs(Math.cos(turn)), Math.abs(Math.sin(turn))];
      const [along, across] = [textWidth(mark.text, mark.size), 1.2 * mark.size];
      const [width, height] = [along * cos + across * sin, along * sin + across * cos];
      return [{ x: mark.x - width / 2, y: mark.y - height / 2, width, height }];
    });
}
