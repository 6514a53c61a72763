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

export interface VerdictFacts {
  readonly side: SideName;
  readonly status: Status;
  readonly endedAt: number | null;
  /** Step at which it first reached the star, if it has left; else null. */
  readonly passedAt: number | null;
  readonly k: number;
  /** Distance to the plant or its substitute; NaN without. */
  readonly distance: number;
  /** No visible movement (`hardlyMoves`), though the run has not ended. */
  readonly slow: boolean;
  /** The gradient is exactly zero, not merely below an end's criterion. */
  readonly flat: boolean;
  /** The loss is convex, so a zero gradient proves a minimum. */
  readonly convex: boolean;
  /** The loss equals the reference's within rounding; null while unknown. */
  readonly atMinimum: boolean | null;
  /** The plant's substitute is the side's proved minimum, not the best end of `restarts` starts. */
  readonly certified: boolean;
  readonly restarts: number;
  /** The run is lower than that point. */
  readonly lower: boolean;
  /** Stationary point at which the run has stopped; null if none of these. */
  readonly place: 'spurious' | 'valley' | 'origin' | null;
  /** The loss has grown a millionfold under an unsafe step. */
  readonly growing: boolean;
  readonly planted: boolean;
  readonly hasPlant: boolean;
  /** Step length in units of 1/L. */
  readonly c: number;
  /** Plain descent with c < 2, which must decrease the left or the relaxed loss. */
  readonly safe: boolean;
  /** The optimum is known in closed form, so the verdict says if the side is there. */
  readonly optimumKnown: boolean;
  /** The longest run has been reached. */
  readonly limit: boolean;
  /** Reference sizes of the criteria. */
  readonly sizes: { readonly labels: number; readonly weights: number };
}

export function stepFactor(state: AppState, side: SideName): number {
  const { opened } = state;
  return opened ? opened.sides[side].step * (opened.sides[side].stepUnit || 1) : 1;
}

/** Tolerances of weights, relative to max(1, ||w||), and loss, relative to the origin's. */
const NEAR = 1e-4;
const LEVEL = 1e-6;

/**
 * Returns the stationary point, other than the lowest, at which a side is. Weights and loss must match: nearly parallel rows give almost
 * equal weights very different losses.
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

/** Describes a side's rule, step and L. */
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
