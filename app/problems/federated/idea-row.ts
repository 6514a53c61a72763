import { type DisplayList, type Mark, pathMark, penStroke } from '../../charts/display-list.ts';
import { axisText, type Drawing } from '../../charts/frame.ts';
import type { Rect } from '../../charts/geometry.ts';

/** Clients that have a picture of their own. */
export const ALONE = 2;

export interface IdeaPart {
  readonly title: string;
  readonly marks: (rect: Rect) => readonly Mark[];
}

/** Height at scale 1 of a title, and room of a sign between pictures. */
const TITLE = 20;
const SIGN = 22;

/**
 * Draws parts of equal size below their titles, "+" between the clients' and an arrow to the last: in a row, or the last below the others
 * where all become larger. `isSquare`: as high as wide.
 */
export function drawIdea(drawing: Drawing, parts: readonly IdeaPart[], isSquare: boolean): DisplayList {
  const { width, height, scale } = drawing;
  const [top, sign] = [TITLE * scale, SIGN * scale];
  const sized = (columns: number, rows: number) => {
    const room = (width - (columns - 1) * sign) / columns;
    const high = (height - (rows - 1) * sign) / rows - top - 2 * scale;
    const least = Math.max(1, Math.min(room, high));
    return isSquare ? [least, least] : [Math.max(1, room), Math.max(1, Math.min(high, 0.8 * room))];
  };
  const [inRow, inTwo] = [sized(parts.length, 1), sized(2, 2)];
  const isTwo = parts.length === 3 && inTwo[0]! > 1.05 * inRow[0]!;
  const [wide, high] = (isTwo ? inTwo : inRow) as [number, number];
  const across = wide + sign;
  return parts.flatMap(({ title, marks }, i): Mark[] => {
    const isBelow = isTwo && i === 2;
    const rect = {
      x: isBelow ? across / 2 : i * across,
      y: top + (isBelow ? high + sign + top : 0),
      ...{ width: wide, height: high },
    };
    const sides = isBelow
      ? arrowLines(rect.x + wide / 2, rect.y - top - sign / 2, 5 * scale, true)
      : signLines(rect.x - sign / 2, top + high / 2, 5 * scale, i === parts.length - 1);
    return [
      axisText(drawing, title, rect.x + wide / 2, rect.y - top / 2, 'middle', { strong: true, room: wide }),
      ...(i > 0 ? [pathMark(sides, [penStroke(drawing.palette.muted, 1.6 * scale)])] : []),
      ...marks(rect),
    ];
  });
}

const signLines = (x: number, y: number, d: number, isLast: boolean): number[][] =>
  isLast
    ? arrowLines(x, y, d, false)
    : [
        [x - d, y, x + d, y],
        [x, y - d, x, y + d],
      ];

function arrowLines(x: number, y: number, d: number, isDown: boolean): number[][] {
  const lines = [
    [-d, 0, d, 0],
    [0.2 * d, -0.8 * d, d, 0, 0.2 * d, 0.8 * d],
  ];
  return lines.map((line) =>
    line.map((_, i) => {
      const [along, over] = [line[i - (i % 2)]!, line[i - (i % 2) + 1]!];
      const at = isDown ? [over, along] : [along, over];
      return (i % 2 === 0 ? x : y) + at[i % 2]!;
    }),
  );
}
