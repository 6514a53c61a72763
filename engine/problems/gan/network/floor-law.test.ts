import { beforeAll, describe, expect, test } from 'vitest';
import { runsAll } from '../../../../scripts/tier.mjs';
import { ENSEMBLE_PARAMS } from '../../../ensemble/ensemble-params.ts';
import { createEnsembleRuns, drawnValues } from '../../../ensemble/run-ensemble.ts';
import { recoverable } from '../../../kernels/binomial.ts';
import { wilson } from '../../../kernels/wilson.ts';
import { defaultValues, type Values } from '../../../params.ts';
import type { Problem } from '../../../problem.ts';
import { createScenario } from '../../../scenario/create-scenario.ts';
import { loadProblem } from '../../index.ts';
import { drawGame } from '../game-data.ts';
import type { GameInstance } from '../instance.ts';
import { coneFloor } from './cone-floor.ts';
import { floorShare, mostArrive } from './floor-law.ts';

describe('how often a width comes within a distance', () => {
  test('with distance 0 it is the binomial law', () => {
    for (const [k, m] of [
      [1, 1],
      [3, 2],
      [9, 5],
      [10, 5],
      [4, 20],
      [1000, 50],
    ] as const) {
      expect(floorShare(k, m, 0, null)).toBe(recoverable(k, m));
      expect(floorShare(k, m, 0, 2)).toBe(recoverable(k, m));
    }
  });

  // Half of the time all m squares of x remain, else m - 1 (SciPy's chi2.cdf).
  test.each([
    [1, 1, 1, 0.6826894921370859],
    [2, 2, 0.8427007929497149, 1 - Math.exp(-1)],
    [3, 3, 1 - Math.exp(-1.5), 0.6083748237289109],
    [10, 10, 0.6495147876766387, 0.5595067149347875],
  ])('one column and a Gaussian x, m = %i, |x|^2 up to %d', (m, square, across, whole) => {
    expect(floorShare(1, m, Math.sqrt(square), null)).toBeCloseTo((across + whole) / 2, 13);
  });

  // A fixed x of length 1: the rest is |sin|, uniform in m = 2, and 1 - cos is uniform in m = 3.
  test.each([0.01, 0.3, 0.7, 0.9, 0.99])('one column of a fixed x, within %d', (r) => {
    expect(floorShare(1, 2, 5 * r, 5)).toBeCloseTo(Math.asin(r) / Math.PI, 12);
    expect(floorShare(1, 3, 5 * r, 5)).toBeCloseTo((1 - Math.sqrt(1 - r * r)) / 2, 12);
  });

  test('grows with the distance up to 1', () => {
    for (const length of [null, 3])
      for (const [k, m] of [
        [3, 2],
        [8, 5],
        [40, 50],
      ] as const) {
        const shares = [0, 1e-3, 0.1, 1, 2, 2.9, 5, 25].map((within) => floorShare(k, m, within, length));
        for (let i = 1; i < shares.length; i++) expect(shares[i]).toBeGreaterThanOrEqual(shares[i - 1]!);
        expect(shares.at(-1)).toBeCloseTo(1, 12);
      }
  });
});

const DRAWN = runsAll ? 2000 : 1000;
const PLAYED = runsAll ? 150 : 50;

test.each([
  [2, 3, null],
  [5, 4, null],
  [5, 8, null],
  [7, 5, null],
  [2, 2, [1.5, -0.5]],
  [4, 5, [0.5, 0.5, 0.5, 2]],
])(
  `m = %i, k = %i: of ${DRAWN} draws as many floors are below each level as the law says`,
  (m, width, xmean) => {
    const floors = Array.from({ length: DRAWN }, (_, seed) => {
      const { columns, mean } = drawGame({ seed, m, width, dz: 1, n: 1, xmean });
      return coneFloor(columns, m, width, mean).floor;
    });
    const length = xmean && Math.hypot(...xmean);
    for (const within of [0.05, 0.3, 0.7, 1, 1.4, 2]) {
      const p = floorShare(width, m, within, length);
      const share = floors.filter((floor) => floor <= within * within).length / DRAWN;
      expect(Math.abs(share - p), `within ${within}`).toBeLessThanOrEqual(
        4.5 * Math.sqrt((p * (1 - p)) / DRAWN) + 1e-12,
      );
    }
  },
);

describe('the largest share of games that can arrive', () => {
  let problem: Problem<GameInstance>;
  beforeAll(async () => {
    problem = (await loadProblem('gan')) as unknown as Problem<GameInstance>;
  });
  const ENSEMBLE = { ...defaultValues(ENSEMBLE_PARAMS), vary: 'data' };
  const valuesOf = (of: Values): Values => ({ ...createScenario('gan', of).values, ...ENSEMBLE, ...of });

  test.each<[string, Values]>([
    ['the plane', { level: 'plane' }],
    ['two weights', { level: 'two-weights' }],
    ['the same game again and again', { vary: 'start' }],
    ['a mean of 0', { xmean: [0, 0] }],
    ['a distance that every game comes to', { within: 30 }],
    ['widths at which no game in 2^53 fails', { width: 200 }],
  ])('is not known of %s', (_, of) => {
    expect(mostArrive(valuesOf(of))).toBe(null);
  });

  test('is that of the width of the left', () => {
    expect(mostArrive(valuesOf({ within: 1e-9 }))).toBeCloseTo(0.5, 8);
    expect(mostArrive(valuesOf({ m: 5, width: 10, width2: 2, within: 1e-9 }))).toBeCloseTo(0.623046875, 8);
    expect(mostArrive(valuesOf({ xmean: [3, 4], within: 1e-9 }))).toBeCloseTo(0.5, 8);
    // Of three columns one is active in 3 of 8 cases (then |N(0, 1)| < 1 with .683), none in 1 of 8.
    expect(mostArrive(valuesOf({ within: 1 }))).toBeCloseTo(
      0.5 + 0.375 * 0.6826894921 + 0.125 * (1 - Math.exp(-0.5)),
      9,
    );
  });

  test.each<[number, Values]>([
    [0.01, { width: 3, c: 2 }],
    [0.3, { width: 2, c: 1 }],
    [0.3, { m: 5, dz: 5, n: 50, width: 8, c: 2, rule: 'optimistic', mu: 0.3 }],
    [0.3, { m: 3, width: 4, versus: 'convex', rule: 'alternating' }],
    [0.5, { width: 3, xmean: [1, -1], rule: 'best' }],
  ])(
    `within %d: of ${PLAYED} games none arrives below its floor, and no more than the bound`,
    (within, of) => {
      const values = valuesOf({ ...of, within });
      const runs = createEnsembleRuns(problem, values, { ...ENSEMBLE, within, limit: 300 }, null, 0, PLAYED);
      while (runs.step());
      const { left, right } = runs.columns;
      for (let run = 0; run < PLAYED; run++) {
        const { generators } = problem.prepare(drawnValues(problem, values, 'data', run), null);
        for (const [side, { arrivals, aways }] of Object.entries({ left, right })) {
          const { floor, reachable } = generators![side as 'left' | 'right'].certificate;
          const least = reachable ? 0 : Math.sqrt(floor) * (1 - 1e-12);
          expect(aways[run], `run ${run}, ${side}`).toBeGreaterThanOrEqual(least);
          if (arrivals[run]! >= 0) expect(least, `run ${run}, ${side}`).toBeLessThanOrEqual(within);
        }
      }
      const arrived = left.arrivals.filter((step) => step >= 0).length;
      expect(arrived).toBeGreaterThan(0);
      expect(wilson(arrived, PLAYED, 4.5).low).toBeLessThanOrEqual(mostArrive(values)!);
    },
  );
});
