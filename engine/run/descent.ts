import type { DescendingSide, End, Landscape } from '../contract.ts';
import { allFinite, distance, norm } from '../kernels/vector.ts';
import { createOptimizer, type RuleSettings } from '../optimizers/update-rules.ts';
import type { RuleName } from './run-params.ts';
import type { RunSizes } from './sizes-of.ts';
import { CRITERIA, SHORT_MOVES, type Status } from './status.ts';

/** What the judge looks at, after every step. Weights in scaled units, distances in original ones. */
export interface Standing {
  readonly landscape: Landscape;
  readonly smoothness: number;
  readonly weights: Float64Array;
  readonly gradient: Float64Array;
  readonly loss: number;
  readonly gradientNorm: number;
  /** ||w - w*||, NaN without a plant. */
  readonly distance: number;
  /** ||w*||, NaN without a plant. */
  readonly plantNorm: number;
  /** Length of the last move, for rules that carry a velocity; 0 for the others. */
  readonly drift: number;
  /** Where the loss has no smoothness, so that L is a convention: rest is judged by the loss too. */
  readonly relative: boolean;
  /** What the labels and the weights of this run are measured by. */
  readonly sizes: RunSizes;
}

/**
 * Whether the gradient has vanished: it is small in the coordinates that steps are taken in, and what it could still gain in better
 * ones is rounding. Without the second a side that hardly moves, because its columns are large or nearly parallel, would rest at once.
 */
function hasVanished(standing: Standing): boolean {
  const { landscape, gradient, gradientNorm, smoothness, weights, loss, sizes } = standing;
  if (!(gradientNorm <= CRITERIA.gradient * smoothness * lengthOf(weights, sizes))) return false;
  if (standing.relative) return gradientNorm * gradientNorm <= CRITERIA.decrease * smoothness * loss;
  // What is 0 of 0 is no gain.
  return !landscape.gain || !(landscape.gain(gradient, weights, loss) > CRITERIA.gain);
}

/** Whether the loss is zero to rounding, where it cannot be below. */
function isZeroLoss(standing: Pick<Standing, 'landscape' | 'loss' | 'sizes'>): boolean {
  const { landscape, loss, sizes } = standing;
  return landscape.nonNegative && loss <= CRITERIA.global * sizes.labels * sizes.labels;
}

/** Whether a side is at an end by its loss or its gradient, wherever it stands. */
export function rests(standing: Standing): boolean {
  return isZeroLoss(standing) || hasVanished(standing);
}

const lengthOf = (weights: Float64Array, sizes: RunSizes) => Math.max(sizes.weights, norm(weights));

/**
 * Names the end that the run stands at, or `moving`. Divergence is the run's to see: it is the step that could not be taken. A rule with a
 * velocity stands still only when its last move has vanished too (a heavy ball glides through a dead zone on a zero gradient).
 */
export function judge(standing: Standing): Status {
  const { landscape, weights, sizes } = standing;
  if (standing.distance <= CRITERIA.reached * standing.plantNorm) return 'reached';
  if (isZeroLoss(standing)) return 'global';
  if (standing.drift <= CRITERIA.gradient * lengthOf(weights, sizes) && hasVanished(standing))
    return landscape.isDead(weights) ? 'dead' : 'stationary';
  return landscape.runsOff(weights) ? 'unbounded' : 'moving';
}

/** Tells after every step whether the least loss has hardly fallen for long. */
function createHovering({ steps, share }: NonNullable<DescendingSide['hovers']>) {
  let least = 0;
  let since = 0;
  return (loss: number, k: number): boolean => {
    if (k === 0 || loss < least - share * Math.abs(least)) {
      least = loss;
      since = k;
    }
    return k - since >= steps;
  };
}

/** One side's descent, step by step; its fields tell of the step that was taken last. */
export interface Descent {
  /** The weights in scaled units, in which steps are taken, and in original units (length d each). */
  readonly weights: Float64Array;
  readonly shown: Float64Array;
  readonly gradient: Float64Array;
  readonly loss: number;
  /** ||grad|| in scaled units. */
  readonly gradientNorm: number;
  /** ||w - w*|| in original units; NaN without a goal. */
  readonly distance: number;
  readonly status: End;
  /** Whether the status only labels: the side goes on. */
  readonly labels: boolean;
  /** The longest of its last `SHORT_MOVES` moves in scaled units: Infinity before as many, and of gradient descent. */
  move(): number;
  /** The step at which the status was first met; null while moving. */
  readonly endedAt: number | null;
  /** The first step within the criterion of arrival, which the run may have left again since; null before, and without a goal. */
  readonly arrivedAt: number | null;
  /** Whether the latest step is at an end by its loss or gradient, whatever the status is. */
  settled(): boolean;
  readonly evaluationsPerStep: number;
  /**
   * Takes step k (the start is step 0) and judges; false, and `diverged`, where the result is not finite: the fields are then
   * not to be read (but status and endedAt), and no further step is taken.
   */
  take(k: number): boolean;
}

/** The descent of a side from its start, in a copy; `landscape` is its own, or a follower of it (one path: one follower). */
export function createDescent(
  { dimension: d, goal, start, stepUnit, scaling, rest, hovers }: DescendingSide,
  landscape: Landscape,
  values: RuleSettings & { readonly rule: RuleName },
  sizes: RunSizes,
): Descent {
  const optimizer = createOptimizer(values.rule, landscape, values);
  const weights = new Float64Array(d);
  scaling.toScaled(weights, start);
  const isMeasured = values.rule !== 'gd';
  const before = new Float64Array(d);
  const moves = new Float64Array(SHORT_MOVES).fill(Number.POSITIVE_INFINITY);
  const gradient = new Float64Array(d);
  const shown = Float64Array.from(start);
  const hovering = hovers && createHovering(hovers);
  if (landscape.project) {
    landscape.project(weights);
    scaling.toOriginal(shown, weights);
  }
  /** What the run and the judge look at: one for all steps. Without an accessor, for V8 reads all of an object that has one slowly. */
  const told = {
    landscape,
    smoothness: stepUnit,
    weights,
    shown,
    gradient,
    loss: Number.NaN,
    gradientNorm: Number.NaN,
    distance: Number.NaN,
    plantNorm: goal ? norm(goal) : Number.NaN,
    drift: 0,
    relative: rest === 'decrease',
    sizes,
    status: 'moving' as End,
    labels: false,
    endedAt: null as number | null,
    arrivedAt: null as number | null,
    move: (): number => moves.reduce((longest, length) => Math.max(longest, length)),
    settled: (): boolean => rests(told),
    evaluationsPerStep: optimizer.evaluationsPerStep,
    take,
  };

  /** Takes step k (none for step 0) and measures; false where the result is not finite. */
  function move(k: number): boolean {
    if (isMeasured) before.set(weights);
    if (k > 0) {
      optimizer.step(weights, gradient);
      landscape.project?.(weights);
      scaling.toOriginal(shown, weights);
    }
    landscape.atStep?.(k);
    told.loss = landscape.evaluate(gradient, weights);
    told.gradientNorm = norm(gradient);
    return (
      Number.isFinite(told.loss) &&
      allFinite(weights) &&
      allFinite(shown) &&
      Number.isFinite(told.gradientNorm)
    );
  }

  function take(k: number): boolean {
    if (told.status === 'diverged') return false;
    if (!move(k)) {
      told.status = 'diverged';
      told.endedAt = k;
      return false;
    }
    told.distance = goal ? distance(shown, goal) : Number.NaN;
    const last = isMeasured ? distance(weights, before) : 0;
    if (isMeasured && k > 0) moves[k % SHORT_MOVES] = last;
    // An end by a vanished gradient lapses where the run moves on (it passed a saddle), an arrival where it leaves the plant
    // again; a zero of the loss gives way to the plant.
    if (told.status === 'unbounded') return true;
    told.drift = optimizer.carriesVelocity ? last : 0;
    const judged = judge(told);
    const hangs = hovering?.(told.loss, k) && judged === 'moving';
    told.labels = hangs === true;
    const now = hangs ? hovers!.end : judged;
    if (now === 'reached') told.arrivedAt ??= k;
    if (now !== told.status) told.endedAt = now === 'moving' ? null : now === 'reached' ? told.arrivedAt : k;
    told.status = now;
    return true;
  }

  return told;
}
