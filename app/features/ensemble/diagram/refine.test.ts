import { describe, expect, test } from 'vitest';
import { arraysOf, placeColumns } from '../../../../engine/ensemble/columns.ts';
import { createSweepRuns, type SweepRuns } from '../../../../engine/ensemble/read-runs.ts';
import { createEnsembleRuns } from '../../../../engine/ensemble/run-ensemble.ts';
import { type Sweep, scenarioSweep, sweepValues } from '../../../../engine/ensemble/sweep.ts';
import type { Values } from '../../../../engine/params.ts';
import { loadProblem } from '../../../../engine/problems/index.ts';
import { createScenario } from '../../../../engine/scenario/create-scenario.ts';
import { carryRuns, refined } from './refine.ts';

const VALUES = { runs: 12, limit: 60, xkey: 'ratio', xat: [1, 2, 4], ykey: 'd', yat: [2, 3, 6] };

const sweepOf = (values: Values = {}): Sweep =>
  scenarioSweep(createScenario('one-neuron', { ...VALUES, ...values }));

/** Executes the missing runs and returns their number. */
async function complete({ sweep, columns, done }: SweepRuns): Promise<number> {
  const problem = await loadProblem('one-neuron');
  const { runs } = sweep.ensemble;
  let count = 0;
  for (let i = 0; i < sweep.size; i++) {
    if (done[i] === 1) continue;
    const cell = Math.floor(i / runs);
    const one = createEnsembleRuns(problem, sweepValues(sweep, cell), sweep.ensemble, null, i % runs, 1);
    while (one.step());
    placeColumns(columns, { ...one.columns, from: i });
    done[i] = 1;
    count++;
  }
  return count;
}

async function fresh(sweep: Sweep): Promise<SweepRuns> {
  const runs = createSweepRuns(sweep);
  await complete(runs);
  return runs;
}

describe('a finer diagram', () => {
  for (const how of ['runs', 'cells'] as const)
    for (const values of [{}, { audit: true }, { ykey: '', yat: null }] as Values[])
      test(`keeps the runs that are there, and comes to the table of one run from nothing: ${how} ${JSON.stringify(values)}`, async () => {
        const before = await fresh(sweepOf(values));
        const next = refined(before.sweep, how)!;
        const carried = carryRuns(before, next);
        expect(carried.done.reduce((sum, one) => sum + one, 0)).toBe(before.sweep.size);
        expect(await complete(carried)).toBe(next.size - before.sweep.size);
        expect(arraysOf(carried.columns)).toEqual(arraysOf((await fresh(next)).columns));
      });

  test('has a place between any two, whole where they must be, and none twice', () => {
    const next = refined(sweepOf(), 'cells')!;
    expect(next.axes.map(({ at }) => at)).toEqual([
      [1, 1.5, 2, 3, 4],
      [2, 3, 5, 6],
    ]);
    expect(next.ensemble.runs).toBe(12);
    expect(refined(sweepOf(), 'runs')!.ensemble.runs).toBe(24);
    expect(refined(sweepOf(), 'runs')!.axes).toEqual(sweepOf().axes);
  });

  test('is not offered where nothing is finer, nor beyond what a page keeps', () => {
    const whole = { xkey: 'n', xat: [4, 5, 6], ykey: '', yat: null };
    expect(refined(sweepOf(whole), 'cells')).toBeNull();
    expect(refined(sweepOf({ runs: 80_000 }), 'runs')).toBeNull();
    const many = Array.from({ length: 40 }, (_, i) => 1 + i / 10);
    expect(refined(sweepOf({ xat: many }), 'cells')).toBeNull();
    expect(refined(sweepOf({ xat: many, runs: 10 }), 'runs')).not.toBeNull();
  });
});
