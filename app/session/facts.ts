import type { SideName } from '../../engine/contract.ts';
import { CRITERIA, hardlyMoves, type Status } from '../../engine/run/status.ts';
import { formatFour as short } from '../i18n/format.ts';
import { dynamicKey, type Translate } from '../i18n/messages.ts';
import { excessFloor } from './excess.ts';
import { MAX_STEPS } from './run/batch-steps.ts';
import { rowOf, shownStep } from './run/kept-steps.ts';
import { isOvertaken } from './run/overtaken.ts';
import { standingOf } from './run/standing.ts';
import type { Trajectories } from './run/trajectory.ts';
import type { AppState } from './store.ts';
import { viewOf } from './view.ts';

/** What a verdict is told from. */
export interface VerdictFacts {
  readonly side: SideName;
  readonly status: Status;
  readonly endedAt: number | null;
  /** The step at which it came to the star, where it has left it again; else null. */
  readonly passedAt: number | null;
  /** Step shown. */
  readonly k: number;
  /** Distance to the plant, or to what stands in for it; NaN where there is neither. */
  readonly distance: number;
  /** The eye sees no move (`hardlyMoves`); the run has not ended by it. */
  readonly slow: boolean;
  /** The gradient is zero, and not only below the criterion of an end. */
  readonly flat: boolean;
  /** The loss is convex: where its gradient is zero, not merely small, is its minimum. */
  readonly convex: boolean;
  /** Its loss is the reference's to rounding; null while that is not known. */
  readonly atMinimum: boolean | null;
  /** What stands in for the plant is the side's minimum; else it is the best end of so many starts. */
  readonly certified: boolean;
  readonly restarts: number;
  /** The run is lower than that place. */
  readonly lower: boolean;
  /** Which place in the plane a run that has lost its gradient stands at; null where it is none of these. */
  readonly place: 'spurious' | 'valley' | 'origin' | null;
  /** The loss has grown a millionfold under a step that is not safe. */
  readonly growing: boolean;
  readonly planted: boolean;
  readonly hasPlant: boolean;
  /** The step as a multiple of 1/L. */
  readonly c: number;
  /** Whether the step may leave the left or the relaxed loss descending: plain descent with c < 2. */
  readonly safe: boolean;
  /** The optimum is known in closed form, and being at it or not is what there is to say. */
  readonly optimumKnown: boolean;
  /** The longest run has been reached. */
  readonly limit: boolean;
  /** What the criteria are relative to. */
  readonly sizes: { readonly labels: number; readonly weights: number };
}

/** The step length of a side as a multiple of 1/L. */
export function stepFactor(state: AppState, side: SideName): number {
  const { opened } = state;
  return opened ? opened.sides[side].step * (opened.sides[side].stepUnit || 1) : 1;
}

/** A run that has lost its gradient is this near to its end, against max(1, ||w||), and in its loss against that of the origin. */
const NEAR = 1e-4;
const LEVEL = 1e-6;

/**
 * The place among the stationary points at which a side stands, where that is not the lowest. Of rows that are nearly parallel places
 * far apart in the loss are near in the weights: so both must agree.
 */
function placeOf(state: AppState, side: SideName, w: ArrayLike<number>, loss: number): VerdictFacts['place'] {
  const points = isOvertaken(state, 'structure', side) ? null : state.structure?.[side];
  if (!points || w.length !== 2) return null;
  const near = NEAR * Math.max(1, Math.hypot(w[0]!, w[1]!));
  const lowest = Math.min(
    ...[...points.minima, ...points.valleys, ...points.plateaus, points.origin].map(({ loss }) => loss),
  );
  const isHigher = (loss: number) => loss > lowest + 1e-9 * Math.max(points.origin.loss, Math.abs(lowest));
  const isLevel = (place: { readonly loss: number }) =>
    Math.abs(loss - place.loss) <= LEVEL * Math.max(points.origin.loss, Math.abs(lowest));
  const minimum = points.minima.find((place) => {
    const { at } = place;
    return isLevel(place) && Math.hypot(w[0]! - at[0], w[1]! - at[1]) < near;
  });
  if (minimum?.strict) return isHigher(minimum.loss) ? 'spurious' : null;
  const valley = points.valleys.find((place) => {
    const { through, direction, from, to } = place;
    const across = direction[0] * (w[1]! - through[1]) - direction[1] * (w[0]! - through[0]);
    const inside = from[0] * w[1]! - from[1] * w[0]! > -near && w[0]! * to[1] - w[1]! * to[0] > -near;
    return isLevel(place) && inside && Math.abs(across) < near;
  });
  if (valley) return isHigher(valley.loss) ? 'valley' : null;
  const isOrigin = isLevel(points.origin) && Math.hypot(w[0]!, w[1]!) < near;
  return isOrigin && isHigher(points.origin.loss) ? 'origin' : null;
}

/** What the verdict of a side is told from. */
export function verdictFacts(state: AppState, trajectories: Trajectories, side: SideName): VerdictFacts {
  const { references, k, opened } = state;
  const { maps } = viewOf(state);
  const standing = standingOf(state, trajectories, side);
  const c = stepFactor(state, side);
  const { iterates, dimension: d, series } = trajectories[side];
  const row = rowOf(trajectories[side], shownStep(state, side));
  const at = (name: string, row: number) => series[name]?.[row] ?? Number.NaN;
  const loss = at('loss', row);
  const first = at('loss', 0);
  const least = opened?.planted ? 0 : references?.[side]?.loss;
  return {
    side,
    ...standing,
    status: standing.status as Status,
    k,
    distance: at('distance', row),
    slow: hardlyMoves(at('gradientNorm', row), at('move', row), opened?.sides[side].stepUnit ?? 1),
    flat: at('gradientNorm', row) === 0,
    convex: maps?.isConvex(state, side) ?? false,
    growing: c >= 2 && loss > CRITERIA.growth * Math.max(first, Number.MIN_VALUE),
    certified: references?.certified[side] ?? true,
    restarts: references?.restarts ?? 0,
    lower: least !== undefined && loss < least - excessFloor(state, side),
    atMinimum: least === undefined ? null : loss - least <= 1e-9 * Math.max(Math.abs(first), Math.abs(least)),
    place:
      standing.status === 'stationary'
        ? placeOf(state, side, iterates.subarray(row * d, (row + 1) * d), loss)
        : null,
    planted: opened?.planted ?? false,
    hasPlant: (opened?.plant ?? null) !== null,
    c: Number(c.toPrecision(12)),
    safe: c < 2,
    optimumKnown: maps?.optimumKnown ?? false,
    limit: k >= MAX_STEPS,
    sizes: opened?.sizes ?? { labels: 1, weights: 1 },
  };
}

/** What a side is set to: its rule, its step, and L. */
export function settingsWords({ opened }: AppState, side: SideName, t: Translate): string {
  if (!opened) return '';
  const { rule, step, stepUnit } = opened.sides[side];
  return t('settings.line', {
    rule: t(dynamicKey('choice.rule', rule)),
    step: short(step),
    c: short(step * stepUnit),
    smoothness: short(stepUnit),
  });
}
