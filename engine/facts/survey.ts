import type { Instance } from '../contract.ts';
import { TOLERANCE } from '../ensemble/audit.ts';
import { type Interval, wilson } from '../kernels/wilson.ts';
import type { Values } from '../params.ts';
import type { Problem } from '../problem.ts';
import { runValues } from '../run/run-values.ts';
import type { Search } from '../search.ts';
import { type RecordedRun, recordRun } from './recorded-run.ts';
import { findAhead } from './run-facts.ts';

/** Runs of a survey, the maximum numbers of all their data together, and of one run. */
const RUNS = 200;
const NUMBERS = 100_000;
const MOST_NUMBERS = 5000;

/** Steps of one run: a side that has arrived may still fall behind. */
const STEPS = 1000;

export interface Survey {
  readonly runs: number;
  /** Runs with a step at which the right side is farther from the plant than the left. */
  readonly ahead: number;
  /** Wilson's 95 % interval of their fraction. */
  readonly interval: Interval;
  /** Runs in which each side arrived at the plant, or at zero loss elsewhere. */
  readonly left: number;
  readonly right: number;
  /** Runs in which each side came to rest elsewhere. */
  readonly leftStuck: number;
  readonly rightStuck: number;
  /** Runs in which the right side ended no farther from the plant than the left, within the audit's tolerance. */
  readonly rightNotFarther: number;
  /** Medians of the final distance to the plant. */
  readonly leftMedian: number;
  readonly rightMedian: number;
}

/**
 * Runs the scenario with seeds 1, 2, ... for everything it draws (data, plant and start; parts given as numbers stay) for 1,000 steps each.
 * 200 runs, fewer if n d is above 500. Null without a plant, or if n d is above 5,000.
 */
export function createSurvey(problem: Problem, values: Values, instance: Instance): Search<Survey> | null {
  if (instance.sides) return null;
  const { samples, dimension } = instance;
  const size = Number.isFinite(samples.count) ? samples.count * dimension : dimension;
  if (!instance.plant || size > MOST_NUMBERS) return null;
  const runs = Math.min(RUNS, Math.floor(NUMBERS / size));
  const distances = { left: [] as number[], right: [] as number[] };
  let ahead = 0;
  const arrived = { left: 0, right: 0 };
  const stuck = { left: 0, right: 0 };
  let rightNotFarther = 0;
  let run: RecordedRun | null = null;

  function begin(seed: number): RecordedRun {
    const drawn = { ...values, seed, pseed: seed, sseed: seed };
    return recordRun(problem.prepare(drawn, null), runValues(drawn), STEPS);
  }

  function close(of: RecordedRun): void {
    const end = of.last;
    if (findAhead(of, end).steps > 0) ahead++;
    for (const name of ['left', 'right'] as const) {
      const { status } = of.side(name);
      if (status === 'reached' || status === 'global') arrived[name]++;
      if (status === 'stationary' || status === 'dead') stuck[name]++;
    }
    const [l, r] = [of.read('left', 'distance', end), of.read('right', 'distance', end)];
    if (r - l <= TOLERANCE) rightNotFarther++;
    distances.left.push(l);
    distances.right.push(r);
  }

  return {
    step() {
      if (distances.left.length === runs) return false;
      run ??= begin(distances.left.length + 1);
      if (run.goOn()) return true;
      close(run);
      run = null;
      return true;
    },
    found: () => ({
      runs,
      ahead,
      interval: wilson(ahead, runs),
      left: arrived.left,
      right: arrived.right,
      leftStuck: stuck.left,
      rightStuck: stuck.right,
      rightNotFarther,
      leftMedian: median(distances.left),
      rightMedian: median(distances.right),
    }),
  };
}

/** Returns the median; NaN if empty or if a middle value is NaN. */
function median(values: readonly number[]): number {
  if (values.some(Number.isNaN)) return Number.NaN;
  const sorted = Float64Array.from(values).sort();
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}
