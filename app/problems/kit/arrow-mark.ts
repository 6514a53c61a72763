import type { SideName } from '../../../engine/contract.ts';
import type { DrawStyle } from '../../charts/colour/palette.ts';
import {
  type PathMark,
  pathMark,
  penStroke,
  type StrokeLayer,
  symbolsMark,
} from '../../charts/display-list.ts';
import type { MarkRole } from '../../charts/marks/roles.ts';
import { finite } from './halo-marks.ts';

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

/** Draws a dashed path through pixels (flat) for a part of a step. */
export function thinMark(path: readonly number[], { palette, scale }: DrawStyle) {
  return pathMark(
    [path],
    [
      penStroke(palette.mapPaper, 3.6 * scale),
      penStroke(palette.mapInk, 1.8 * scale, { dash: [4 * scale, 3 * scale], cap: 'butt' }),
    ],
  );
}

/** Draws a side's open symbol at the point where a step ends. */
export function headMark(at: Point, side: SideName, { palette, scale }: DrawStyle) {
  return symbolsMark(side === 'left' ? 'dot' : 'square', finite(at), 11 * scale, {
    fill: palette.mapPaper,
    strokes: [
      penStroke(palette.mapInk, 5.6 * scale),
      penStroke(side === 'left' ? palette.mapLeft : palette.mapRight, 3.4 * scale),
    ],
  });
}
