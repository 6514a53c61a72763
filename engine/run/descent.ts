import type { DescendingSide, Landscape } from '../contract.ts';
import { allFinite, distance, norm } from '../kernels/vector.ts';
import { createOptimizer, type RuleSettings } from '../optimizers/update-rules.ts';
import { hasVanished, isZeroLoss, judge } from './judge.ts';
import type { RuleName } from './run-params.ts';
import type { RunSizes } from './sizes-of.ts';
import type { Status } from './status.ts';

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
  readonly status: Status;
  /** The step at which the status was first met; null while moving. */
  readonly endedAt: number | null;
  /** The first step within the criterion of arrival, which the run may have left again since; null before, and without a goal. */
  readonly arrivedAt: number | null;
  /** Whether the latest step is at an end by its loss or gradient, whatever the status is. */
  readonly settled: boolean;
  readonly evaluationsPerStep: number;
  /**
   * Takes step k (the start is step 0) and judges; false, and `diverged`, where the result is not finite: the fields are then
   * not to be read (but status and endedAt), and no further step is taken.
   */
  take(k: number): boolean;
}

/** The descent of a side from its start, in a copy; `landscape` is its own, or a follower of it (one path: one follower). */
export function createDescent(
  { dimension: d, goal, start, stepUnit, scaling, rest }: DescendingSide,
  landscape: Landscape,
  values: RuleSettings & { readonly rule: RuleName },
  sizes: RunSizes,
): Descent {
  const optimizer = createOptimizer(values.rule, landscape, values);
  const weights = new Float64Array(d);
  scaling.toScaled(weights, start);
  const before = new Float64Array(d);
  const gradient = new Float64Array(d);
  const shown = Float64Array.from(start);
  if (landscape.project) {
    landscape.project(weights);
    scaling.toOriginal(shown, weights);
  }
  /** What the run and the judge look at: one for all steps. */
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
    status: 'moving' as Status,
    endedAt: null as number | null,
    arrivedAt: null as number | null,
    get settled(): boolean {
      return isZeroLoss(told) || hasVanished(told);
    },
    evaluationsPerStep: optimizer.evaluationsPerStep,
    take,
  };

  /** Takes step k (none for step 0) and measures; false where the result is not finite. */
  function move(k: number): boolean {
    if (optimizer.carriesVelocity) before.set(weights);
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
    // An end by a vanished gradient lapses where the run moves on (it passed a saddle), an arrival where it leaves the plant
    // again; a zero of the loss gives way to the plant.
    if (told.status === 'unbounded') return true;
    told.drift = optimizer.carriesVelocity ? distance(weights, before) : 0;
    const now = judge(told);
    if (now === 'reached') told.arrivedAt ??= k;
    if (now !== told.status) told.endedAt = now === 'moving' ? null : now === 'reached' ? told.arrivedAt : k;
    told.status = now;
    return true;
  }

  return told;
}
