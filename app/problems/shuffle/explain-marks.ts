import type { SideName, Vector } from '../../../engine/contract.ts';
import type { ShuffleTerms, ShuffleUpdate } from '../../../engine/problems/shuffle/types.ts';
import { type Mark, pathMark, penStroke, symbolsMark } from '../../charts/display-list.ts';
import type { Plane } from '../../charts/geometry.ts';
import type { DrawStyle } from '../../charts/palette.ts';
import type { Shown } from '../../session/extra-marks.ts';
import { arrowMark } from '../arrow-mark.ts';
import { finite, halos } from '../halo-marks.ts';

type Point = readonly [number, number];

export const stepOf = (update: ShuffleUpdate | null, side: SideName): ShuffleTerms | null =>
  (side === 'left' ? update?.leftRound : update?.round) ?? null;

/** The steps of the sides that are told, each with what its line in a formula begins with. */
export type Steps = readonly { readonly side: SideName; readonly label: string; readonly of: ShuffleTerms }[];

export function stepsOf(update: ShuffleUpdate | null): Steps {
  return (['left', 'right'] as const).flatMap((side) => {
    const of = stepOf(update, side);
    return of ? [{ side, label: `\\text{@explain.tex.${side}}`, of }] : [];
  });
}

/** A state without what its sums are off by, which the projection takes off and no picture of a triangle shows: three numbers, or n x n row-major. */
export function levelled(state: Vector): Float64Array<ArrayBuffer> {
  if (state.length === 3) {
    const mean = (state[0]! + state[1]! + state[2]!) / 3;
    return Float64Array.from(state, (value) => value - mean + 1 / 3);
  }
  const n = Math.sqrt(state.length);
  const [rows, columns] = [new Float64Array(n), new Float64Array(n)];
  for (const [at, value] of state.entries()) {
    rows[Math.floor(at / n)]! += value / n;
    columns[at % n]! += value / n;
  }
  const mean = rows.reduce((sum, row) => sum + row, 0) / n;
  return Float64Array.from(
    state,
    (value, at) => value - rows[Math.floor(at / n)]! - columns[at % n]! + mean + 1 / n,
  );
}

/** A state with so much of a direction. */
const moved = (state: Vector, direction: Vector, by: number) =>
  levelled(state.map((value, i) => value + by * direction[i]!));

/** Where the stages of a step lead, each levelled: down E alone, down the penalty alone, both. */
export function stepPoints({ before, stepped, costGradient, penaltyGradient, step, lambda }: ShuffleTerms) {
  return {
    byCost: moved(before.at, costGradient, -step),
    byPenalty: moved(before.at, penaltyGradient, -step * lambda),
    stepped: levelled(stepped),
  };
}

/** How a step is seen in a side's picture of a triangle. */
export interface StepScene {
  readonly side: SideName;
  /** Where a state stands, in the picture's coordinates. */
  place(state: Vector): Point;
  /** The same of a permutation; null of one that is no corner there. */
  corner(permutation: readonly number[]): Point | null;
}

/** What a step does in its stages: down E, down the penalty, both, the projection back, and what the next state rounds to. */
export function stageMarks(
  { stage, update }: Pick<Shown, 'stage' | 'update'>,
  { side, place, corner }: StepScene,
  plane: Plane,
  drawStyle: DrawStyle,
): Mark[] {
  const step = stepOf(update as ShuffleUpdate | null, side);
  if (!stage || !step) return [];
  const { palette, scale } = drawStyle;
  const pixel = (state: Vector) => plane.toPixel(...place(state));
  const { byCost, byPenalty, stepped } = stepPoints(step);
  const [from, to, off] = [pixel(step.before.at), pixel(step.after.at), pixel(stepped)];
  const [down, pulled] = [pixel(byCost), pixel(byPenalty)];
  const strokes = [penStroke(palette.mapInk, 5.6 * scale), penStroke(palette.plant, 3 * scale)];
  const thin = (end: Point, start: Point = from) =>
    pathMark(
      [[...start, ...end]],
      [
        penStroke(palette.mapPaper, 3.6 * scale),
        penStroke(palette.mapInk, 1.8 * scale, { dash: [4 * scale, 3 * scale], cap: 'butt' }),
      ],
    );
  const arrow = (end: Point, start: Point = from) => arrowMark(start, end, strokes, 'criterion', scale);
  const head = (at: Point) =>
    symbolsMark(side === 'left' ? 'dot' : 'square', finite(at), 11 * scale, {
      fill: palette.mapPaper,
      strokes: [
        penStroke(palette.mapInk, 5.6 * scale),
        penStroke(side === 'left' ? palette.mapLeft : palette.mapRight, 3.4 * scale),
      ],
    });
  switch (stage) {
    case 'forward':
      return [...arrow(down), head(from)];
    case 'residuals':
      return [...arrow(pulled), head(from)];
    case 'off':
      return [thin(down), thin(pulled), ...arrow(off), head(from)];
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

/** The matrix that a stage shows in the place of M; null where no stage of a step is walked. */
export function walkedMatrix(shown: Pick<Shown, 'stage' | 'update'> | null, side: SideName): Vector | null {
  const step = stepOf((shown?.update ?? null) as ShuffleUpdate | null, side);
  if (!shown?.stage || !step || step.before.at.length === 3) return null;
  switch (shown.stage) {
    case 'forward':
      return step.costGradient.map((slope) => -slope * step.step + 0);
    case 'residuals':
      return step.penaltyGradient.map((slope) => -slope * step.step * step.lambda + 0);
    case 'off':
      return step.stepped;
    case 'gradient':
    case 'step':
      return step.after.at;
    default:
      return null;
  }
}
