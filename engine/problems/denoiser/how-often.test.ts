import { beforeAll, describe, expect, test } from 'vitest';
import { runsAll } from '../../../scripts/tier.mjs';
import { createEnsembleRuns } from '../../ensemble/run-ensemble.ts';
import { summarise } from '../../ensemble/summary.ts';
import { type Sweep, scenarioSweep, sweepValues } from '../../ensemble/sweep.ts';
import { skiesOf } from '../../fixtures/denoiser-laws.ts';
import type { Values } from '../../params.ts';
import type { Problem } from '../../problem.ts';
import { createScenario } from '../../scenario/create-scenario.ts';
import { loadProblem } from '../index.ts';
import type { DenoiserInstance } from './instance.ts';
import type { SkyTold } from './types.ts';

let problem: Problem;
beforeAll(async () => {
  problem = (await loadProblem('denoiser')) as Problem;
});

const sweepOf = (given: Values) => scenarioSweep(createScenario('denoiser', { runs: 10, ...given }));

/** Runs a cell's first runs as the drawer and the command line do. */
function ran(sweep: Sweep, cell = 0, count = sweep.ensemble.runs) {
  const runs = createEnsembleRuns(problem, sweepValues(sweep, cell), sweep.ensemble, null, 0, count);
  while (runs.step());
  return runs.columns;
}

describe('images', () => {
  const ROUNDS = 40;
  const FIRST = { seed: 1, share: 0.15, limit: ROUNDS, xkey: 'strength', xat: [0.5, 1] };

  const tallied = async (cell: number, count: number) => ({
    skies: await skiesOf(0.15, 1, FIRST.xat[cell]!, { skies: count, rounds: ROUNDS, from: 1 }),
    errors: ran(sweepOf({ ...FIRST, measure: 'error', within: 0.5 }), cell, count),
  });
  let first: Awaited<ReturnType<typeof tallied>>;
  beforeAll(async () => {
    first = await tallied(0, runsAll ? 3 : 2);
  });

  test('each run is a sky of the tally: the same SNR, and the same steps, of both sides', async () => {
    for (const [cell, { skies, errors }] of [first, await tallied(1, runsAll ? 3 : 1)].entries()) {
      const steps = ran(sweepOf({ ...FIRST, measure: 'rest', within: 1e-4 }), cell, skies.length);
      const sides = [
        ['left', 'net'],
        ['right', 'ridge'],
      ] as const;
      for (const [side, name] of sides)
        for (let run = 0; run < skies.length; run++) {
          const error = errors[side].aways[run]!;
          expect(Math.abs(-20 * Math.log10(error) - skies[run]![name])).toBeLessThan(1e-9);
          expect(errors[side].arrivals[run]! >= 0).toBe(error <= 0.5);
          const step = steps[side].aways[run]!;
          expect(skies[run]!.settled[name]).toBe(step < 1e-4);
          expect(steps[side].arrivals[run]! >= 0).toBe(step <= 1e-4);
        }
    }
  });

  test('only the end counts: the free one passes 6 dB and loses it again', () => {
    const { skies, errors: columns } = first;
    const passed = skies.filter(({ netBest, net }) => netBest > 6.03 && net < 6);
    expect(passed.length).toBeGreaterThan(0);
    for (const { seed } of passed) {
      expect(columns.left.arrivals[seed - 1]).toBe(-1);
      expect(columns.left.steps[seed - 1]).toBe(ROUNDS);
    }
  });

  test('a run that diverges is infinitely far, whatever is measured', () => {
    for (const measure of ['error', 'rest']) {
      const count = runsAll ? 2 : 1;
      const { left, right } = ran(sweepOf({ c: 4, strength: 0.5, limit: 120, measure }), 0, count);
      for (let run = 0; run < count; run++) {
        expect(left.aways[run]).toBe(Number.POSITIVE_INFINITY);
        expect(left.arrivals[run]).toBe(-1);
        expect(right.aways[run]).not.toBeNaN();
      }
    }
  });

  test('both sides of a run see the same sky; the counts are paired', () => {
    const sweep = sweepOf({ share: 0.3, limit: 30, measure: 'error', within: 0.4 });
    const count = runsAll ? 4 : 2;
    const columns = ran(sweep, 0, count);
    const summary = summarise(columns);
    const arrived = (side: 'left' | 'right') => [...columns[side].arrivals].map((step) => step >= 0);
    const [left, right] = [arrived('left'), arrived('right')];
    expect(summary.both).toBe(left.filter((is, run) => is && right[run]).length);
    expect(summary.onlyLeft).toBe(left.filter((is, run) => is && !right[run]).length);
    expect(summary.left.arrived.runs + summary.right.arrived.runs).toBeGreaterThan(0);
    for (let run = 0; run < count; run++) {
      const { values } = createScenario('denoiser', { share: 0.3, seed: 1 + run });
      const { info, sides } = problem.prepare(values, null) as DenoiserInstance;
      if (info.level !== 'image') throw new Error('an image was asked for');
      const truth = Math.hypot(...info.truth!);
      for (const side of ['left', 'right'] as const) {
        const iteration = sides[side].iterate();
        for (let k = 0; k < 30; k++) iteration.step();
        const x = new Float64Array(1024);
        iteration.read(x);
        const error = Math.hypot(...x.map((value, i) => value - info.truth![i]!)) / truth;
        expect(Math.abs(columns[side].aways[run]! - error)).toBeLessThan(1e-12);
      }
    }
  });

  test('axes: the share, noise, c, the start and the denoiser on the right', () => {
    for (const [xkey, xat] of [
      ['share', [0.1, 0.3]],
      ['noise', [0, 0.1]],
      ['c', [0.5, 1.98]],
      ['from', [0, 2]],
      ['right', [0, 1]],
    ] as const) {
      const sweep = sweepOf({ limit: 5, xkey, xat });
      const [a, b] = [ran(sweep, 0, 1), ran(sweep, 1, 1)];
      expect(a.right.aways[0], xkey).not.toBe(b.right.aways[0]);
      if (xkey === 'right') expect(a.left).toEqual(b.left);
    }
    const moved = sweepOf({ right: 'handmade', limit: 5, xkey: 'threshold', xat: [0, 0.1] });
    expect(ran(moved, 0, 1).right.aways[0]).not.toBe(ran(moved, 1, 1).right.aways[0]);
  });
});

describe('two pixels', () => {
  test('nothing is drawn: every run of a cell is the same', () => {
    const { left, right } = ran(sweepOf({ level: 'pixels', limit: 200, within: 1e-6 }));
    for (const side of [left, right]) for (const away of side.aways) expect(away).toBe(side.aways[0]);
  });

  test('below 1 + 1/M every run settles, and a capped one below 2', () => {
    const sweep = sweepOf({
      ...{ level: 'pixels', limit: 3000, within: 1e-6 },
      ...{ xkey: 'c', xat: [0.9, 1.1, 1.3, 1.98], ykey: 'sigma', yat: [0.1, 0.2, 0.3, 0.5] },
    });
    let cycles = 0;
    for (let cell = 0; cell < sweep.cells; cell++) {
      const values = sweepValues(sweep, cell);
      const { info } = problem.prepare(values, null) as DenoiserInstance;
      if (info.level !== 'pixels') throw new Error('two pixels were asked for');
      const { left, right } = ran(sweep, cell, 1);
      expect(right.arrivals[0]).toBeGreaterThanOrEqual(0);
      if (info.c < info.sides.left.guaranteedBelow) expect(left.arrivals[0]).toBeGreaterThanOrEqual(0);
      else if (left.arrivals[0]! < 0) cycles++;
    }
    expect(cycles).toBeGreaterThan(0);
  });
});

describe('the tally of skies', () => {
  const tally = (given: Partial<{ skies: number; rounds: number; from: number }>) =>
    skiesOf(0.15, 1, 0.5, { skies: 1, rounds: 3, from: 5, ...given });

  test('a sky does not depend on what was run before it', async () => {
    const three = await tally({ skies: 3 });
    expect(three.map(({ seed }: SkyTold) => seed)).toEqual([5, 6, 7]);
    expect(await tally({ from: 7 })).toEqual(three.slice(2));
  });

  test('behind the largest seed comes 0', async () => {
    const [, last] = await tally({ skies: 2, from: 2 ** 28 - 1 });
    expect(last!.seed).toBe(0);
  });

  test('what is no number of skies or rounds, or no seed, is refused', async () => {
    for (const wrong of [{ skies: 0 }, { rounds: 1.5 }, { from: -1 }, { from: 0.5 }])
      await expect(tally(wrong)).rejects.toThrow(RangeError);
  });
});
