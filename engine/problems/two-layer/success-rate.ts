import type { Landscape, Optimizer, Vector } from '../../contract.ts';
import type { Scaling } from '../../kernels/whitening.ts';
import { type Interval, wilson } from '../../kernels/wilson.ts';
import { createOptimizer, type RuleSettings } from '../../optimizers/update-rules.ts';
import type { RuleName } from '../../run/run-params.ts';
import { CRITERIA } from '../../run/status.ts';

/** Runs to count, and the criterion of success. */
export interface SuccessCountInput {
  readonly landscape: Landscape;
  readonly scaling: Scaling;
  /** Settings from this start (`sideSettings`); the step may depend on it. */
  settingsFrom(start: Float64Array): RuleSettings & { readonly rule: RuleName };
  /** Start of a seed, in original units. */
  startOf(seed: number): Float64Array;
  /** Seeds `firstSeed` (default 1) to `firstSeed + seeds - 1`; workers share them. */
  readonly seeds: number;
  readonly firstSeed?: number;
  /** Most steps of one seed. */
  readonly steps: number;
  /** Certified least objective. */
  readonly optimum: number;
  /** Success: an objective of at most (1 + tolerance) optimum, or `CRITERIA.global` if that is 0. */
  readonly tolerance: number;
}

/** Results of the seeds run so far. */
export interface SuccessCount {
  readonly done: number;
  readonly successes: number;
  /** Objective at each seed's end: Infinity if it diverged, NaN if it has not run. */
  readonly objectives: Vector;
  /** Wilson's 95 % interval of the success share. */
  readonly interval: Interval;
  /** Works briefly, at most to a seed's end; false, without work, if all have run. */
  step(): boolean;
}

/** Steps between two checks. */
const SLICE = 100;

/**
 * Counts starts from which descent comes within a tolerance of the optimum. Each seed takes the left side's steps up to its first success,
 * independently. Throws RangeError unless seeds and steps are whole numbers of at least 1 and 0.
 */
export function createSuccessCount(input: SuccessCountInput): SuccessCount {
  const {
    landscape,
    scaling,
    settingsFrom,
    startOf,
    seeds,
    firstSeed = 1,
    steps,
    optimum,
    tolerance,
  } = input;
  if (!(Number.isInteger(seeds) && seeds >= 1 && Number.isInteger(steps) && steps >= 0))
    throw new RangeError(`expected whole numbers of seeds and steps; got ${seeds} and ${steps}`);
  const target = optimum > 0 ? (1 + tolerance) * optimum : CRITERIA.global;
  const objectives = new Float64Array(seeds).fill(Number.NaN);
  const weights = new Float64Array(landscape.dimension);
  const gradient = new Float64Array(landscape.dimension);
  let done = 0;
  let successes = 0;

  let path = landscape;
  let optimizer: Optimizer | null = null;
  let objective = Number.NaN;
  let taken = 0;

  function begin(): void {
    const start = startOf(firstSeed + done);
    const settings = settingsFrom(start);
    path = landscape.follow();
    optimizer = createOptimizer(settings.rule, path, settings);
    scaling.toScaled(weights, start);
    objective = path.evaluate(gradient, weights);
    taken = 0;
  }

  /** Takes some steps; true if the seed has ended. */
  function goOn(): boolean {
    for (let k = 0; k < SLICE; k++) {
      if (taken >= steps || objective <= target || !Number.isFinite(objective)) return true;
      optimizer!.step(weights, gradient);
      objective = path.evaluate(gradient, weights);
      taken++;
    }
    return false;
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
      if (!optimizer) begin();
      if (!goOn()) return true;
      objectives[done] = Number.isFinite(objective) ? objective : Number.POSITIVE_INFINITY;
      if (objective <= target) successes++;
      done++;
      optimizer = null;
      return true;
    },
  };
}
