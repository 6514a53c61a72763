import type { DescendingSide, End, Landscape } from '../contract.ts';
import { allFinite, distance, norm } from '../kernels/vector.ts';
import { createOptimizer, type RuleSettings } from '../optimizers/update-rules.ts';
import type { RuleName } from './run-params.ts';
import type { RunSizes } from './sizes-of.ts';
import { CRITERIA, SHORT_MOVES, type Status } from './status.ts';

/** Input of the judge after every step. Weights in scaled units, distances in original ones. */
export interface Standing {
  readonly landscape: Landscape;
  readonly smoothness: number;
  readonly weights: Float64Array;
  readonly gradient: Float64Array;
  readonly loss: number;
  readonly gradientNorm: number;
  readonly distance: number;
  readonly plantNorm: number;
  /** Length of the last move for rules with a velocity; 0 for the others. */
  readonly drift: number;
  /** True if the loss is not smooth and L only a convention, so that rest is judged by the loss too. */
  readonly relative: boolean;
  /** Reference sizes of this run's labels and weights. */
  readonly sizes: RunSizes;
}

/**
 * True if the gradient has vanished: it is small in the coordinates of the steps, and the gain still possible in better ones is rounding.
 * Without the second condition a side that hardly moves, because its columns are large or nearly parallel, would rest at once.
 */
function hasVanished(standing: Standing): boolean {
  const { landscape, gradient, gradientNorm, smoothness, weights, loss, sizes } = standing;
  if (!(gradientNorm <= CRITERIA.gradient * smoothness * lengthOf(weights, sizes))) return false;
  if (standing.relative) return gradientNorm * gradientNorm <= CRITERIA.decrease * smoothness * loss;
  // 0 of 0 counts as no gain.
  return !landscape.gain || !(landscape.gain(gradient, weights, loss) > CRITERIA.gain);
}

/** True if the loss is zero to rounding and cannot be negative. */
function isZeroLoss(standing: Pick<Standing, 'landscape' | 'loss' | 'sizes'>): boolean {
  const { landscape, loss, sizes } = standing;
  return landscape.nonNegative && loss <= CRITERIA.global * sizes.labels * sizes.labels;
}

/** True if loss or gradient marks an end, wherever the side is. */
export function rests(standing: Standing): boolean {
  return isZeroLoss(standing) || hasVanished(standing);
}

const lengthOf = (weights: Float64Array, sizes: RunSizes) => Math.max(sizes.weights, norm(weights));

/**
 * Names the run's end, or `moving`. The run itself detects divergence: a step that could not be taken. With a velocity a side rests only
 * when its last move has vanished too (a heavy ball glides through a dead zone on a zero gradient).
 */
export function judge(standing: Standing): Status {
  const { landscape, weights, sizes } = standing;
  if (standing.distance <= CRITERIA.reached * standing.plantNorm) return 'reached';
  if (isZeroLoss(standing)) return 'global';
  if (standing.drift <= CRITERIA.gradient * lengthOf(weights, sizes) && hasVanished(standing))
    return landscape.isDead(weights) ? 'dead' : 'stationary';
  return landscape.runsOff(weights) ? 'unbounded' : 'moving';
}

/** Reports after every step whether the least loss has hardly fallen for long, and the loss has risen often enough. */
function createHovering({ steps, share, rises = 0 }: NonNullable<DescendingSide['hovers']>) {
  let least = 0;
  let since = 0;
  let risen = 0;
  let before = 0;
  return (loss: number, k: number): boolean => {
    if (k === 0 || loss < least - share * Math.abs(least)) {
      least = loss;
      since = k;
      risen = 0;
    } else if (loss > before) risen++;
    before = loss;
    return k - since >= steps && risen >= rises * (k - since);
  };
}

/** One side's descent, step by step; its fields describe the last step. */
export interface Descent {
  /** Weights in the scaled units of the steps, and in original units (length d each). */
  readonly weights: Float64Array;
  readonly shown: Float64Array;
  readonly gradient: Float64Array;
  readonly loss: number;
  /** ||grad|| in scaled units. */
  readonly gradientNorm: number;
  /** ||w - w*|| in original units; NaN without a goal. */
  readonly distance: number;
  readonly status: End;
  /** True if the status is only a label and the side continues. */
  readonly labels: boolean;
  /** Returns the longest of the last `SHORT_MOVES` moves in scaled units; Infinity before that many, and for gradient descent. */
  move(): number;
  /** First step with this status; null while moving. */
  readonly endedAt: number | null;
  /** First step within the criterion of arrival, which the run may have left since; null before, and without a goal. */
  readonly arrivedAt: number | null;
  /** True if the latest step is at an end by loss or gradient, whatever the status. */
  settled(): boolean;
  /** Returns the latest step's status by loss and gradient alone. */
  restsAs(): Status;
  readonly evaluationsPerStep: number;
  /**
   * Takes step k (step 0 is the start) and judges it. False and `diverged` if the result is not finite: then read only status and endedAt,
   * and take no further step.
   */
  take(k: number): boolean;
}

/** Starts the descent of a side on a copy of its start; `landscape` is its own, or a follower of it (one follower per path). */
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
  /**
   * Shared state of run and judge, reused for all steps. It has no accessors, because V8 reads every field of an object with one slowly.
   */
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
    restsAs: (): Status => judge({ ...told, distance: Number.NaN }),
    evaluationsPerStep: optimizer.evaluationsPerStep,
    take,
  };

  /** Takes step k (none for step 0) and measures; false if the result is not finite. */
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
    // A vanished-gradient end lapses if the run moves on (it passed a saddle), an arrival if it leaves the plant; the plant supersedes zero
    // loss.
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
