import { beforeAll, describe, expect, test } from 'vitest';
import { runsAll } from '../../../scripts/tier.mjs';
import { ENSEMBLE_PARAMS } from '../../ensemble/ensemble-params.ts';
import { createEnsembleRuns, drawnValues } from '../../ensemble/run-ensemble.ts';
import { wilson } from '../../kernels/wilson.ts';
import { defaultValues, type Values } from '../../params.ts';
import type { Problem } from '../../problem.ts';
import { createScenario } from '../../scenario/create-scenario.ts';
import { loadProblem } from '../index.ts';
import type { OutputsInstance } from './instance.ts';
import { mostArrive, startShare } from './start-share.ts';

let problem: Problem<OutputsInstance>;
beforeAll(async () => {
  problem = (await loadProblem('vector-output')) as unknown as Problem<OutputsInstance>;
});

const ENSEMBLE = { ...defaultValues(ENSEMBLE_PARAMS), vary: 'start' };
const WORDS = { features: 'words', sizes: [3, 4, 5], beta: 0.05 };
const valuesOf = (of: Values): Values => ({
  ...createScenario('vector-output', { ...WORDS, ...of }).values,
  ...ENSEMBLE,
  ...of,
});

describe('the largest share of starts that can arrive', () => {
  test.each([
    [3, 0.005],
    [10, 0.095],
    [20, 0.317],
    [40, 0.662],
    [80, 0.916],
  ])('is that of the reference, m = %i', (m, share) => {
    expect(startShare([3, 4, 5], m, 0.05)).toBeCloseTo(share, 3);
  });

  test('is no zero where classes are large: 2^-500 m', () => {
    const share = startShare([500], 3, 1e-6);
    expect(share / (3 * 2 ** -500)).toBeCloseTo(1, 12);
  });

  test('counts only classes without which a criterion is out of reach, and only kept ones', () => {
    const alone = (size: number) => 1 - (1 - 2 ** -size) ** 20;
    // Without a neuron of its own the class of three costs 4.7 % of P, of four 4.1 %, of five 3.7 %.
    expect(startShare([3, 4, 5], 20, 0.05, 0.036)).toBeCloseTo(alone(3) * alone(4) * alone(5), 12);
    expect(startShare([3, 4, 5], 20, 0.05, 0.039)).toBeCloseTo(alone(3) * alone(4), 12);
    expect(startShare([3, 4, 5], 20, 0.05, 0.044)).toBeCloseTo(alone(3), 12);
    expect(startShare([3, 4, 5], 20, 0.05, 0.05)).toBe(1);
    // Three samples are forgotten from n beta = sqrt(3) on.
    expect(startShare([3, 4, 5], 20, 0.15)).toBeCloseTo(alone(4) * alone(5), 12);
  });

  test.each<[string, Values]>([
    ['other data', { features: 'pie' }],
    ['rotated rows, whose signs rounding flips', { rotate: true }],
    ['another rule', { rule: 'heavyball' }],
    ['c above 1', { c: 1.1 }],
    ['step beta above 1', { step: 21 }],
    ['starts that are not drawn', { vary: 'data' }],
    ['a criterion that any start may meet', { within: 0.05 }],
    ['no class that is kept', { beta: 1 }],
  ])('is not known of %s', (_, of) => {
    expect(mostArrive(valuesOf(of))).toBe(null);
  });

  test('is known of the preset, and of a step of its own', () => {
    expect(mostArrive(valuesOf({ neurons: 20 }))).toBeCloseTo(0.317, 3);
    expect(mostArrive(valuesOf({ neurons: 20, step: 19 }))).toBeCloseTo(0.317, 3);
  });
});

/** Samples of class k that a neuron of a start (U, m columns) does not have on, for the best neuron of each class. */
function missing(start: Float64Array, m: number, sizes: readonly number[]): number[] {
  let from = 0;
  return sizes.map((size) => {
    const first = from;
    from += size;
    const off = (j: number) =>
      Array.from({ length: size }, (_, i) => start[(first + i) * m + j]!).filter((z) => !(z > 0)).length;
    return Math.min(...Array.from({ length: m }, (_, j) => off(j)));
  });
}

/** Without its neuron each class of these sizes costs more of P than that. */
const WIDE = 0.036;
const SIZES = [2, 3, 4];

/** The fewer neurons, the more starts it takes that one arrives. */
const DRAWN = [
  [200, 3],
  [runsAll ? 200 : 80, 10],
  [runsAll ? 200 : 50, 20],
] as const;

test.each(DRAWN)(
  'of %i starts with m = %i none arrives without its neurons, and no more than the bound',
  (drawn, m) => {
    const within = 1e-6;
    const values = valuesOf({ neurons: m, sizes: SIZES, within });
    const runs = createEnsembleRuns(problem, values, { ...ENSEMBLE, within, limit: 300 }, null, 0, drawn);
    while (runs.step());
    const { arrivals, aways } = runs.columns.left;
    const near = Array.from(aways.keys()).filter((run) => aways[run]! <= WIDE);
    for (const run of near) {
      const { start } = problem.prepare(drawnValues(problem, values, 'start', run), null);
      expect(missing(start, m, SIZES), `run ${run}`).toEqual([0, 0, 0]);
    }
    const arrived = arrivals.filter((step) => step >= 0).length;
    expect(near.length).toBeGreaterThanOrEqual(Math.max(1, arrived));
    expect(wilson(near.length, drawn).low).toBeLessThanOrEqual(mostArrive({ ...values, within: WIDE })!);
  },
);
