import type { SideName, Vector } from '../../../engine/contract.ts';
import { onMap } from '../../../engine/landscapes/triangle.ts';
import type { MatrixTold, ShuffleTerms, ShuffleUpdate } from '../../../engine/problems/shuffle/types.ts';
import type { DrawStyle } from '../../charts/colour/palette.ts';
import { type Mark, penStroke } from '../../charts/display-list.ts';
import type { Plane } from '../../charts/geometry.ts';
import type { Shown } from '../../session/picture/extra-marks.ts';
import { arrowMark, headMark, thinMark } from '../kit/arrow-mark.ts';
import { roundOf } from '../kit/explain/round-of.ts';
import { finite, halos } from '../kit/halo-marks.ts';
import { lineOf } from './shuffle-info.ts';
import { CORNERS, pointsOf, weightsOf } from './triangles-plot.ts';

type Point = readonly [number, number];

/** The explained steps, each with the prefix of its formula's line. */
export type Steps = readonly { readonly side: SideName; readonly label: string; readonly of: ShuffleTerms }[];

const moved = (state: Vector, move: Vector) => state.map((value, i) => value + move[i]!);

/** Maps a step to a side's picture of a triangle. */
export interface StepScene {
  readonly side: SideName;
  /** In picture coordinates. */
  place(state: Vector): Point;
  /** Null for no corner here. */
  corner(permutation: readonly number[]): Point | null;
}

/** Map of the three cyclic permutations. */
export const onTriangle: Omit<StepScene, 'side'> = {
  place: (x) => onMap(x[1]!, x[2]!),
  corner: ([k]) => onMap(k === 1 ? 1 : 0, k === 2 ? 1 : 0),
};

/** Returns the triangle of the even (0) or odd (1) permutations. */
export function inTriangle(which: 0 | 1): Omit<StepScene, 'side'> {
  const place = (matrix: Vector): Point => {
    const [ex, ey, ox, oy] = pointsOf(weightsOf(matrix));
    return which === 0 ? [ex, ey] : [ox, oy];
  };
  return {
    place,
    corner(permutation) {
      const k = CORNERS.findIndex((corner) => lineOf(corner) === lineOf(permutation));
      if (Math.floor(k / 3) !== which) return null;
      const matrix = Float64Array.from({ length: 9 }, (_, at) =>
        permutation[Math.floor(at / 3)] === at % 3 ? 1 : 0,
      );
      return place(matrix);
    },
  };
}

/** Draws a stage: down E, down the penalty, both, projection, rounding. */
export function stageMarks(
  { stage, update }: Pick<Shown, 'stage' | 'update'>,
  { side, place, corner }: StepScene,
  plane: Plane,
  drawStyle: DrawStyle,
): Mark[] {
  const step = roundOf(update as ShuffleUpdate | null, side);
  if (!stage || !step) return [];
  const { palette, scale } = drawStyle;
  const pixel = (state: Vector) => plane.toPixel(...place(state));
  const { at } = step.before;
  const [from, to, off] = [pixel(at), pixel(step.after.at), pixel(step.off)];
  const [down, pulled] = [pixel(moved(at, step.moves.cost)), pixel(moved(at, step.moves.penalty))];
  const strokes = [penStroke(palette.mapInk, 5.6 * scale), penStroke(palette.plant, 3 * scale)];
  const thin = (end: Point, start: Point = from) => thinMark([...start, ...end], drawStyle);
  const arrow = (end: Point, start: Point = from) => arrowMark(start, end, strokes, 'criterion', scale);
  const head = (at: Point) => headMark(at, side, drawStyle);
  switch (stage) {
    case 'forward':
      return arrow(down);
    case 'residuals':
      return arrow(pulled);
    case 'off':
      return [thin(down), thin(pulled), ...arrow(off)];
    case 'gradient':
      return [thin(off), ...arrow(to, off), head(to)];
    case 'step': {
      const { permutation, tie } = step.after.rounded;
      const nearest = tie ? null : corner(permutation);
      if (!nearest) return [head(to)];
      const end = plane.toPixel(...nearest);
      return [thin(end, to), ...halos(finite(end), drawStyle), head(to)];
    }
    default:
      return [];
  }
}

/** Returns a heat map's matrix for a stage: moved, or next. Null outside of a walk. */
export function walkedMatrix(
  shown: Pick<Shown, 'stage' | 'update'> | null,
  side: SideName,
): MatrixTold | null {
  const step = roundOf((shown?.update ?? null) as ShuffleUpdate | null, side);
  if (!shown?.stage || !step) return null;
  const { before, after, off, moves } = step;
  switch (shown.stage) {
    case 'forward':
      return { ...before, matrix: moved(before.at, moves.cost) };
    case 'residuals':
      return { ...before, matrix: moved(before.at, moves.penalty) };
    case 'off':
      return { ...before, matrix: off };
    case 'gradient':
    case 'step':
      return after;
    default:
      return null;
  }
}
