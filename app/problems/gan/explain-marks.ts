import type { SideName, Vector } from '../../../engine/contract.ts';
import type { GameUpdate, PointTold } from '../../../engine/problems/gan/types.ts';
import type { DrawStyle } from '../../charts/colour/palette.ts';
import { type Mark, pathMark, penStroke, symbolsMark } from '../../charts/display-list.ts';
import type { Plane } from '../../charts/geometry.ts';
import type { Shown } from '../../session/picture/extra-marks.ts';
import { arrowMark } from '../kit/arrow-mark.ts';
import { roundOf } from '../kit/explain/round-of.ts';
import { finite, halos } from '../kit/halo-marks.ts';
import type { Point } from './network/cone-scene.ts';

/** Projection of a round into a side's picture. */
export interface RoundScene {
  readonly side: SideName;
  place(point: Pick<PointTold, 'mean' | 'generator' | 'discriminator'>): Point;
  /** x; null if not shown. */
  readonly mean: Point | null;
  /** Returns d as a vector from g; null if no arrow. */
  arrow(d: Vector): Point | null;
  /** True if d is the second coordinate. */
  readonly isPair: boolean;
}

/** Draws a stage of a round, unless the round diverges. */
export function stageMarks(
  { stage, update }: Pick<Shown, 'stage' | 'update'>,
  { side, place, arrow, isPair, mean }: RoundScene,
  plane: Plane,
  drawStyle: DrawStyle,
): Mark[] {
  const round = roundOf(update as GameUpdate | null, side);
  if (!stage || !round?.after) return [];
  const { before, second, after, rule } = round;
  const { palette, scale } = drawStyle;
  const strokes = [penStroke(palette.mapInk, 5.6 * scale), penStroke(palette.plant, 3 * scale)];
  const [from, to] = [place(before), place(after)];
  const line = (start: Point, end: Point) =>
    pathMark([[...plane.toPixel(...start), ...plane.toPixel(...end)]], strokes);
  const move = (start: Point, end: Point) => [
    line(start, end),
    symbolsMark(side === 'left' ? 'dot' : 'square', finite(plane.toPixel(...end)), 11 * scale, {
      fill: palette.mapPaper,
      strokes: [
        penStroke(palette.mapInk, 5.6 * scale),
        penStroke(side === 'left' ? palette.mapLeft : palette.mapRight, 3.4 * scale),
      ],
    }),
  ];
  // In extragradient both players first move to the point ahead.
  const isAhead = rule === 'extragradient';
  switch (stage) {
    case 'forward':
      return [...(mean ? [line(from, mean)] : []), ...halos(finite(plane.toPixel(...from)), drawStyle)];
    case 'residuals': {
      if (isAhead) return move(from, place(second!));
      if (isPair) return move(from, [from[0], to[1]]);
      const d = arrow(after.discriminator);
      if (!d) return [];
      const end = plane.toPixel(from[0] + d[0], from[1] + d[1]);
      return arrowMark(plane.toPixel(...from), end, strokes, 'criterion', scale);
    }
    case 'gradient': {
      if (!isPair || isAhead) return move(from, to);
      const height = second ? to[1] : from[1];
      return move([from[0], height], [to[0], height]);
    }
    case 'step':
      return move(from, to);
    default:
      return [];
  }
}
