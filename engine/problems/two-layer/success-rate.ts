import type { Landscape, Scaling, Vector } from '../../contract.ts';
import { type Interval, wilson } from '../../kernels/wilson.ts';
import { createOptimizer, type RuleSettings } from '../../optimizers/create-optimizer.ts';
import type { RuleName } from '../../race/race-params.ts';
import { CRITERIA } from '../../race/status.ts';

/** What is run, and what counts. */
export interface SuccessCountInput {
  /** The loss that is descended; each seed follows it by itself. */
  readonly landscape: Landscape;
  readonly scaling: Scaling;
  /** As the race has them (`sideSettings`). */
  readonly settings: RuleSettings & { readonly rule: RuleName };
  /** The start of a seed, in original units. */
  startOf(seed: number): Float64Array;
  /** Seeds `firstSeed` (1 where absent) up to `firstSeed + seeds - 1`, so that several workers may share them. */
  readonly seeds: number;
  readonly firstSeed?: number;
  /** Steps of one seed at most. */
  readonly steps: number;
  /** The least objective, certified. */
  readonly optimum: number;
  /** A seed succeeds at an objective of at most (1 + tolerance) optimum, or `CRITERIA.global`. */
  readonly tolerance: number;
}

/** What the seeds run so far came to. */
export interface SuccessCount {
  readonly done: number;
  readonly successes: number;
  /** The objective at which each seed stopped: Infinity where it diverged, NaN where it has not run. */
  readonly objectives: Vector;
  /** Wilson's 95 % interval of the share of successes. */
  readonly interval: Interval;
  /** Runs the next seed; false, without doing anything, where all have run. */
  step(): boolean;
}

/**
 * Counts the starts from which descent comes within a tolerance of the optimum: each seed takes the steps that the
 * race's left side would, up to the first that succeeds. What a seed comes to depends on no other. One `step` costs
 * `steps` gradients at most. Throws RangeError where seeds or steps are no whole numbers of at least 1 and 0.
 */
export function createSuccessCount(input: SuccessCountInput): SuccessCount {
  const { landscape, scaling, settings, startOf, seeds, firstSeed = 1, steps, optimum, tolerance } = input;
  if (!(Number.isInteger(seeds) && seeds >= 1 && Number.isInteger(steps) && steps >= 0))
    throw new RangeError(`expected whole numbers of seeds and steps; got ${seeds} and ${steps}`);
  const target = Math.max(CRITERIA.global, (1 + tolerance) * optimum);
  const objectives = new Float64Array(seeds).fill(Number.NaN);
  const weights = new Float64Array(landscape.dimension);
  const gradient = new Float64Array(landscape.dimension);
  let done = 0;
  let successes = 0;

  /** The objective at which the seed stops. */
  function run(seed: number): number {
    const path = landscape.follow();
    const optimizer = createOptimizer(settings.rule, path, settings);
    scaling.toScaled(weights, startOf(seed));
    let objective = path.evaluate(gradient, weights);
    for (let k = 0; k < steps && objective > target && Number.isFinite(objective); k++) {
      optimizer.step(weights, gradient);
      objective = path.evaluate(gradient, weights);
    }
    return Number.isFinite(objective) ? objective : Number.POSITIVE_INFINITY;
  }

  return {
    get done() {
      return done;
    },
    get successes() {
      return successes;
    },
    objectives,
    get interval() {
      return wilson(successes, done);
    },
    step() {
      if (done === seeds) return false;
      const objective = run(firstSeed + done);
      objectives[done] = objective;
      if (objective <= target) successes++;
      done++;
      return true;
    },
  };
}
