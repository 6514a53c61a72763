import type { SideName, Vector } from '../../../engine/contract.ts';
import type { GameUpdate, PointTold } from '../../../engine/problems/gan/types.ts';
import { type Mark, pathMark, penStroke, symbolsMark } from '../../charts/display-list.ts';
import type { Plane } from '../../charts/geometry.ts';
import type { DrawStyle } from '../../charts/palette.ts';
import type { Shown, Stage } from '../../session/extra-marks.ts';
import { comingMarks, finite, halos } from '../halo-marks.ts';
import { arrowMark } from './cone-ground.ts';
import type { Point } from './cone-scene.ts';
import type { GameMark } from './game-marks.ts';

/** What of a side's picture can be lit up, in its coordinates. */
export interface LitScene {
  readonly side: SideName;
  readonly head: Point | null;
  /** x; null where the picture does not show it. */
  readonly mean: Point | null;
  readonly nearest: Point | null;
  /** Flat x, y. */
  readonly columns: ArrayLike<number>;
  readonly cloud: ArrayLike<number>;
  readonly orbit: ArrayLike<number>;
  /** Where a point of the game stands. */
  place(point: Pick<PointTold, 'mean' | 'generator' | 'discriminator'>): Point;
  /** A discriminator as seen from g; null where it is no arrow but a coordinate, or is not drawn. */
  arrow(d: Vector): Point | null;
  /** Whether d is the second coordinate. */
  readonly isPair: boolean;
}

/** What the explanation lays over a side's picture: the mark that is pointed at, and what the stage of the round does. */
export function litMarks(
  { highlight, stage, update }: Shown,
  scene: LitScene,
  plane: Plane,
  drawStyle: DrawStyle,
): Mark[] {
  return [
    ...pointedMarks(highlight as GameMark | null, update as GameUpdate | null, scene, plane, drawStyle),
    ...(stage ? stageMarks(stage, update as GameUpdate | null, scene, plane, drawStyle) : []),
  ];
}

/** Amber in ink: it is seen on every ground. */
const lit = (width: number, { palette, scale }: DrawStyle) => [
  penStroke(palette.mapInk, (width + 3) * scale),
  penStroke(palette.plant, width * scale),
];

export const roundOf = (update: GameUpdate | null, side: SideName) =>
  (side === 'left' ? update?.leftRound : update?.round) ?? null;

function pointedMarks(
  highlight: GameMark | null,
  update: GameUpdate | null,
  scene: LitScene,
  plane: Plane,
  drawStyle: DrawStyle,
): Mark[] {
  const { side, head, mean, nearest, columns, cloud, orbit, arrow } = scene;
  const around = (...points: (Point | null)[]) =>
    halos(finite(points.flatMap((at) => (at ? [...plane.toPixel(...at)] : []))), drawStyle);
  switch (highlight) {
    case side:
      return around(head);
    case 'plant':
      return around(mean);
    case 'columns': {
      const from = plane.toPixel(0, 0);
      const lines = Array.from({ length: columns.length / 2 }, (_, j) => [
        ...from,
        ...plane.toPixel(columns[2 * j]!, columns[2 * j + 1]!),
      ]);
      return lines.length > 0 ? [pathMark(lines, lit(3, drawStyle))] : [];
    }
    case 'discriminator': {
      const d = roundOf(update, side)?.before.discriminator;
      const way = d && arrow(d);
      return head && way ? arrowFrom(head, way, plane, drawStyle) : [];
    }
    case 'certificate':
      if (!nearest || !mean) return [];
      return [
        pathMark([[...plane.toPixel(...nearest), ...plane.toPixel(...mean)]], lit(5, drawStyle)),
        ...around(nearest),
      ];
    case 'cloud':
      return cloud.length > 0
        ? [
            symbolsMark('ring', finite(plane.toPixels(cloud)), 9 * drawStyle.scale, {
              strokes: lit(2, drawStyle),
            }),
          ]
        : [];
    case 'ellipse':
      return orbit.length > 0 ? [pathMark([plane.toPixels(orbit)], lit(4, drawStyle))] : [];
    default:
      return [];
  }
}

function arrowFrom(from: Point, [dx, dy]: Point, plane: Plane, drawStyle: DrawStyle): Mark[] {
  const [start, end] = [plane.toPixel(...from), plane.toPixel(from[0] + dx, from[1] + dy)];
  return arrowMark(start, end, lit(3.4, drawStyle), 'criterion', drawStyle.scale);
}

/** What a round does in its stages; nothing of one that diverges. */
function stageMarks(
  stage: Stage,
  update: GameUpdate | null,
  scene: LitScene,
  plane: Plane,
  drawStyle: DrawStyle,
): Mark[] {
  const round = roundOf(update, scene.side);
  if (!round?.after) return [];
  const { place, arrow, isPair, mean } = scene;
  const { before, second, after, rule } = round;
  const [from, to] = [place(before), place(after)];
  const way = (start: Point, end: Point): Mark[] => [
    pathMark([[...plane.toPixel(...start), ...plane.toPixel(...end)]], lit(2.6, drawStyle)),
    ...comingMarks('diamond', finite(plane.toPixel(...end)), drawStyle),
  ];
  // Of extragradient both look at the point ahead first.
  const isAhead = rule === 'extragradient';
  switch (stage) {
    case 'forward':
      return [
        ...(mean
          ? [pathMark([[...plane.toPixel(...from), ...plane.toPixel(...mean)]], lit(2.6, drawStyle))]
          : []),
        ...halos(finite(plane.toPixel(...from)), drawStyle),
      ];
    case 'residuals': {
      if (isAhead) return way(from, place(second!));
      if (isPair) return way(from, [from[0], to[1]]);
      const d = arrow(after.discriminator);
      return d ? arrowFrom(from, d, plane, drawStyle) : [];
    }
    case 'gradient': {
      if (!isPair || isAhead) return way(from, to);
      const height = second ? to[1] : from[1];
      return way([from[0], height], [to[0], height]);
    }
    case 'step':
      return way(from, to);
    default:
      return [];
  }
}
