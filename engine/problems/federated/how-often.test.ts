import { beforeAll, describe, expect, test } from 'vitest';
import { createEnsembleRuns } from '../../ensemble/run-ensemble.ts';
import {
  formatSweep,
  parseSweep,
  type Sweep,
  scenarioSweep,
  sweepColumns,
  sweepValues,
} from '../../ensemble/sweep.ts';
import reference from '../../fixtures/federated-sweeps.json' with { type: 'json' };
import type { Values } from '../../params.ts';
import type { Problem } from '../../problem.ts';
import { createScenario } from '../../scenario/create-scenario.ts';
import { loadProblem } from '../index.ts';

let federated: Problem;
beforeAll(async () => {
  federated = (await loadProblem('federated')) as Problem;
});

const sweepOf = (values: Values) => scenarioSweep(createScenario('federated', { runs: 12, ...values }));

/** Runs a cell as the drawer and the command line do. */
function ran(sweep: Sweep, cell: number) {
  const values = sweepValues(sweep, cell);
  const runs = createEnsembleRuns(federated, values, sweep.ensemble, null, 0, sweep.ensemble.runs);
  while (runs.step());
  return runs.columns;
}
const arrived = ({ arrivals }: { arrivals: Int32Array }) => arrivals.filter((step) => step >= 0).length;

describe('gap against width', () => {
  const GAP = { level: 'network', measure: 'gap', seed: 40, limit: 30, xkey: 'm', xat: [16, 64, 256] };

  test('the measure of a run is its largest gap, that of the reference, and of both sides', () => {
    const sweep = sweepOf(GAP);
    for (const [cell, m] of [16, 64, 256].entries()) {
      const { left, right } = ran(sweep, cell);
      const { values } = reference.gapAgainstWidth.values.find((row) => row.m === m && row.paired)!;
      for (const [i, value] of values.entries()) expect(Math.abs(left.aways[i]! - value)).toBeLessThan(1e-9);
      expect(right.aways).toEqual(left.aways);
    }
  });

  test('a run counts that keeps within the criterion to its end: with width more do', () => {
    const shares = [16, 64, 256].map((_, cell) => {
      const { left, right } = ran(sweepOf({ ...GAP, within: 0.05 }), cell);
      expect(right.arrivals).toEqual(left.arrivals);
      for (const [i, step] of left.arrivals.entries()) expect(step).toBe(left.aways[i]! <= 0.05 ? 30 : -1);
      return arrived(left);
    });
    // Of the reference's twelve.
    const within = (m: number) =>
      reference.gapAgainstWidth.values
        .find((row) => row.m === m && row.paired)!
        .values.filter((gap) => gap <= 0.05).length;
    expect(shares).toEqual([16, 64, 256].map(within));
    expect(shares).toEqual([0, 1, 11]);
  });

  test('both sides keep as long, though the linearisation rests before the end', () => {
    const narrow = { ...GAP, n: 3, clients: 1, labels: 'square', c: 1, limit: 400, within: 1000, xat: [2] };
    const { left, right } = ran(sweepOf(narrow), 0);
    expect(Math.min(...right.steps)).toBeLessThan(400);
    expect([...right.arrivals]).toEqual(new Array(12).fill(400));
    expect(left.arrivals).toEqual(right.arrivals);
  });

  test('the largest gap never falls as a run goes on, and a run that diverges has none', () => {
    const gaps = [1, 5, 30].map((limit) => ran(sweepOf({ ...GAP, limit }), 0).left.aways);
    for (let i = 0; i < 12; i++) {
      expect(gaps[1]![i]).toBeGreaterThanOrEqual(gaps[0]![i]!);
      expect(gaps[2]![i]).toBeGreaterThanOrEqual(gaps[1]![i]!);
    }
    const { left } = ran(sweepOf({ ...GAP, c: 40, limit: 200 }), 0);
    expect(left.aways.every((gap) => gap === Number.POSITIVE_INFINITY)).toBe(true);
    expect(arrived(left)).toBe(0);
  });
});

test('K and N as axes at one eta: the share that arrives is nearly the same along K/N', () => {
  const sweep = sweepOf({
    level: 'network',
    runs: 10,
    step: 0.145,
    limit: 60,
    within: 0.01,
    xkey: 'local',
    xat: [1, 2, 4],
    ykey: 'clients',
    yat: [1, 2, 4],
  });
  const shares = Array.from({ length: 9 }, (_, cell) => arrived(ran(sweep, cell).right));
  const of = (K: number, N: number) => shares[[1, 2, 4].indexOf(K) + 3 * [1, 2, 4].indexOf(N)]!;
  for (const [a, b] of [[of(2, 2), of(4, 4)], [of(2, 4), of(1, 2)]]) expect(Math.abs(a! - b!)).toBeLessThanOrEqual(2); // biome-ignore format: pairs
  expect(of(4, 1)).toBe(10);
  expect(of(1, 4)).toBe(0);
});

describe('an axis along the options of a choice', () => {
  const DEAL = { level: 'network', step: 0.349, limit: 5, within: 0.15, xkey: 'split', xat: [0, 1] };

  test('has the option in each cell, and says so in its file', () => {
    const sweep = sweepOf(DEAL);
    expect([0, 1].map((cell) => sweepValues(sweep, cell).split)).toEqual(['arcs', 'shuffled']);
    expect(sweepColumns(sweep)[1]!.about).toBe('where the cell stands on the axis split (0 arcs 1 shuffled)');
    expect(parseSweep(formatSweep(sweep)).axes).toEqual(sweep.axes);
  });

  test('sorted data has slower early rounds at the same eta', () => {
    const shares = [0, 1].map((cell) => arrived(ran(sweepOf(DEAL), cell).left));
    expect(shares[0]).toBeLessThan(2);
    expect(shares[1]).toBe(12);
  });

  test('what stands at its default follows the option, and what is no option is refused', () => {
    const sweep = sweepOf({ xkey: 'quad', xat: [1, 4] });
    expect([0, 1].map((cell) => sweepValues(sweep, cell).start)).toEqual([[-1.5, -1], null]);
    for (const xat of [[5], [0.5], [-1]])
      expect(() => sweepOf({ xkey: 'quad', xat })).toThrow(
        'xat: expected whole numbers from 0 to 4 for quad',
      );
    expect(() => sweepOf({ xkey: 'level', xat: [0] })).toThrow('xkey');
  });
});

test('random clients on the plane: the longer they walk alone, the fewer rest within .1 of the best', () => {
  const sweep = sweepOf({
    quad: 'drawn',
    runs: 200,
    limit: 300,
    within: 0.1,
    xkey: 'local',
    xat: [1, 5, 100],
  });
  const shares = [0, 1, 2].map((cell) => arrived(ran(sweep, cell).left));
  expect(shares[0]).toBeGreaterThan(190);
  expect(shares[1]).toBeGreaterThan(shares[2]!);
  expect(shares[2]).toBeLessThan(100);
});
