import { describe, expect, test } from 'vitest';
import { runsAll } from '../../scripts/tier.mjs';
import type { SideName } from '../contract.ts';
import { linkInstance } from '../fixtures/instances.ts';
import { wilson } from '../kernels/wilson.ts';
import { sampleBasins } from '../landscapes/basins.ts';
import { describePlane, type PlaneStructure } from '../landscapes/plane-structure.ts';
import { createSideBasins } from '../landscapes/side-basins.ts';
import { loadProblem } from '../problems/index.ts';
import { pairOf } from '../run/sides.ts';
import { parseLink } from '../scenario/scenario.ts';
import { BOX, ensembleOf } from './ensemble-params.ts';
import { createEnsembleRuns, prepareRun, shownValues } from './run-ensemble.ts';

const RUNS = runsAll ? 1500 : 500;

/** Cells per side of the basin map: the blur at cell corners is small relative to the intervals. */
const SIZE = runsAll ? 150 : 100;

/** Fraction of cells, in a basin map over the box of random starts, whose descent ends within the criterion of the plant. */
function mapShare(link: string, side: SideName, within: number): number {
  const { instance, values } = linkInstance(link);
  const structure = describePlane(instance) as PlaneStructure;
  const basins = createSideBasins(instance, values, structure, side)!;
  const labels = new Uint16Array(SIZE * SIZE);
  const view = { x0: -BOX, x1: BOX, y0: -BOX, y1: BOX };
  sampleBasins(labels, basins, view, SIZE, 0, labels.length);
  const [p, q] = instance.plant as unknown as [number, number];
  const arrives = basins.ends.map(({ kind, index }) => {
    if (kind !== 'minimum') return false;
    const [x, y] = structure[side].minima[index]!.at;
    return Math.hypot(x - p, y - q) <= within;
  });
  return labels.reduce((sum, label) => sum + (arrives[label] ? 1 : 0), 0) / labels.length;
}

describe('the share of a basin and the success rate of starts drawn from the same window', () => {
  test.each([
    ['the trap', '#v=1&features=csv&data=trap&plant=1,1'],
    ['slope and bias', '#v=1&features=line&n=8&plant=1,0.2'],
    ['Gaussian data', '#v=1&n=12&seed=5'],
    ['a leak', '#v=1&features=line&n=8&plant=1,0.2&leak=0.1'],
  ])('agree within the interval of 99.9 percent: %s', async (_, start) => {
    const link = `${start}&vary=start&startlaw=box&limit=2000&within=0.01`;
    const { scenario } = parseLink(link);
    const ensemble = ensembleOf(scenario.values);
    const problem = await loadProblem('one-neuron');
    const runs = createEnsembleRuns(problem, scenario.values, ensemble, null, 0, RUNS);
    while (runs.step());
    for (const side of ['left', 'right'] as const) {
      const arrived = runs.columns[side].arrivals.reduce((sum, step) => sum + (step >= 0 ? 1 : 0), 0);
      const { low, high } = wilson(arrived, RUNS, 3.291);
      const share = mapShare(link, side, ensemble.within);
      expect(share, side).toBeGreaterThanOrEqual(low);
      expect(share, side).toBeLessThanOrEqual(high);
    }
  });

  test('starts fill the box evenly, and the main view is given them as numbers', async () => {
    const { scenario } = parseLink('#v=1&n=8&vary=start&startlaw=box');
    const ensemble = ensembleOf(scenario.values);
    const problem = await loadProblem('one-neuron');
    const counts = [0, 0, 0, 0];
    let farthest = 0;
    for (let run = 0; run < 400; run++) {
      const { start } = pairOf(prepareRun(problem, scenario.values, ensemble, null, run));
      expect(Math.max(...start.map(Math.abs))).toBeLessThanOrEqual(BOX);
      farthest = Math.max(farthest, ...start.map(Math.abs));
      counts[(start[0]! > 0 ? 1 : 0) + (start[1]! > 0 ? 2 : 0)]!++;
      if (run < 3)
        expect(shownValues(problem, scenario.values, ensemble, null, run).start).toEqual(Array.from(start));
    }
    expect(farthest).toBeGreaterThan(0.99 * BOX);
    for (const count of counts) {
      const { low, high } = wilson(count, 400, 3.291);
      expect(low).toBeLessThan(0.25);
      expect(high).toBeGreaterThan(0.25);
    }
  });
});
