import { describe, expect, test } from 'vitest';
import { runsAll } from '../../../scripts/tier.mjs';
import { createEnsembleRuns } from '../../ensemble/run-ensemble.ts';
import { summarise } from '../../ensemble/summary.ts';
import { type Sweep, scenarioSweep, sweepValues } from '../../ensemble/sweep.ts';
import { endsOf, LAWS, letterOf, SHARES, sweepOf } from '../../fixtures/shuffle-laws.ts';
import type { Values } from '../../params.ts';
import { createScenario } from '../../scenario/create-scenario.ts';
import { SIDES } from '../../side-names.ts';
import { problem } from './problem.ts';

const COUNTED = { graphs: 'weighted', shape: 'all', n: 4, within: 1e-6, limit: 10_000, runs: 10 };
const counted = (given: Values = {}) => scenarioSweep(createScenario('shuffle', { ...COUNTED, ...given }));

/** The first runs of a cell, as the drawer and the command line run them. */
function ran(sweep: Sweep, cell = 0, count = sweep.ensemble.runs) {
  const runs = createEnsembleRuns(problem, sweepValues(sweep, cell), sweep.ensemble, null, 0, count);
  while (runs.step());
  return runs.columns;
}

describe('the table of who wins', () => {
  test('its runs are those of the sweep of the link of its law', () => {
    for (const law of runsAll ? [LAWS[0], LAWS[1], LAWS[4]] : [LAWS[0], LAWS[4]]) {
      const sweep = sweepOf(law);
      const runs = runsAll ? [0, 1, 2] : [0, 1];
      const ends = runs.map((run) => endsOf(sweep, run));
      for (const cell of [0, 5]) {
        const columns = ran(sweep, cell, runs.length);
        const letters = (side: 'left' | 'right') =>
          runs.map((run) => {
            const { aways, statuses, arrivals } = columns[side];
            const status = columns.ends[statuses[run]!]!;
            expect(arrivals[run]! >= 0).toBe(aways[run]! <= 1e-6);
            return letterOf(aways[run]!, side === 'right' && status === 'best' ? 'right-best' : status);
          });
        expect(letters('left')).toEqual(ends.map(({ relaxed }) => relaxed));
        expect(letters('right')).toEqual(ends.map(({ penalised }) => penalised[cell]));
      }
    }
  });

  test('its cells are every share of L along each ramp', () => {
    const sweep = sweepOf(LAWS[3]);
    const of = (cell: number) => sweepValues(sweep, cell);
    expect(sweep.cells).toBe(9);
    expect([0, 1, 2].map((cell) => [of(cell).lambda, of(cell).ramp])).toEqual(
      SHARES.map((share) => [share, 0]),
    );
    expect([of(3).ramp, of(8).ramp, of(8).lambda]).toEqual([150, 1000, 0.3]);
    expect([of(8).n, of(8).graphs, of(8).limit]).toEqual([6, 'weighted', 10_000]);
  });
});

describe('what a run is measured by', () => {
  test('what its rounded end costs above the best, and a tie apart', () => {
    // Weights are integers, so costs are too.
    const columns = ran(counted({ vary: 'start', lambda: 0.3 }));
    for (const away of columns.right.aways) expect(Math.abs(away - Math.round(away))).toBeLessThan(1e-9);
    const tied = ran(counted({ graphs: 'simple', seed: 3, vary: 'start' }));
    expect([...tied.left.aways]).toEqual(new Array(10).fill(Number.NaN));
    expect([...tied.left.arrivals]).toEqual(new Array(10).fill(-1));
    const { left } = summarise(tied);
    expect([left.arrived.runs, left.ties.runs, left.statuses.tie]).toEqual([0, 10, 10]);
  });

  test('a run counts at its end alone: passing near the best is no arrival', () => {
    const count = runsAll ? 20 : 10;
    const sweep = counted({ lambda: 0.05, ramp: 50, runs: count });
    const columns = ran(sweep);
    let passed = 0;
    for (let run = 0; run < count; run++)
      for (const side of SIDES) {
        const values = { ...sweepValues(sweep, 0), seed: 1 + run, sseed: 1 + run };
        const path = problem.prepare(values, null).sides[side].iterate();
        let seen = false;
        for (; !path.ended; path.step()) seen ||= path.record().missed! <= 1e-6;
        const { missed } = path.record();
        expect(columns[side].aways[run]).toBe(missed);
        expect(columns[side].arrivals[run]! >= 0).toBe(missed! <= 1e-6);
        if (seen && !(missed! <= 1e-6)) passed++;
      }
    expect(passed).toBeGreaterThan(0);
  });

  test('beyond n = 8 there is nothing to aim at', () => {
    expect(() => ran(counted({ n: 9 }), 0, 1)).toThrow('Expected a star or a proved optimum');
    expect(() => ran(counted({ n: 8, limit: 3 }), 0, 1)).not.toThrow();
  });

  test('a given start is drawn in each run, and layers count like graphs', () => {
    const [own, drawn] = [{ start: [1, 0, 0] }, { start: null }].map((given) =>
      ran(scenarioSweep(createScenario('shuffle', { ...given, runs: 10, within: 1e-6 }))),
    );
    expect(own).toEqual(drawn);
    const layers = ran(counted({ loss: 'layers', drift: 0, limit: 4000 }));
    expect(layers.left.arrivals.filter((step) => step >= 0).length).toBe(10);
  });
});
