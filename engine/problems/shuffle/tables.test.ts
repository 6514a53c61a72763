import { describe, expect, it } from 'vitest';
import { type TableRequest, tableKinds, tableSize } from '../../export/kinds.ts';
import { makeTable, tableFacts } from '../../export/make-table.ts';
import { createRun } from '../../run/create-run.ts';
import { runValues } from '../../run/run-values.ts';
import { createScenario } from '../../scenario/create-scenario.ts';
import { problem } from './problem.ts';

type Given = Parameters<typeof createScenario>[1];

function taken(given: Given, kind: string, last = 10) {
  const scenario = createScenario('shuffle', given);
  const instance = problem.prepare(scenario.values, null);
  const request: TableRequest = { every: 1, last, view: [-1, 1, -1, 1], size: 32, kind };
  const table = makeTable(instance, scenario, request, problem.parts);
  const rows = [...table.body()].filter((row) => row !== null);
  const { rows: expected, columns } = tableSize(tableFacts(instance), request);
  expect([rows.length, table.columns.length], kind).toEqual([expected, columns]);
  expect(new Set(rows.map((row) => row.length))).toEqual(new Set([columns]));
  return { names: table.columns.map(({ name }) => name), rows, notes: table.notes, instance, scenario };
}

const kindsOf = (given: Given) =>
  tableKinds(tableFacts(problem.prepare(createScenario('shuffle', given).values, null)));
const WRONG_CORNER = { start: [0.2, 0.6, 0.2] };

describe('tables of permutations', () => {
  it('are those of the set and of n: beyond 8 nothing is listed', () => {
    const all = ['trajectories', 'curves', 'permutations', 'thresholds'];
    expect(kindsOf({})).toEqual([...all, 'rests']);
    expect(kindsOf({ shape: 'all' })).toEqual(all);
    expect(kindsOf({ loss: 'layers' })).toEqual(all);
    expect(kindsOf({ graphs: 'simple', n: 8, shape: 'all' })).toEqual(all);
    expect(kindsOf({ graphs: 'simple', n: 9, shape: 'all' })).toEqual(['trajectories', 'curves']);
  });

  it('of steps hold E, P, lambda, E + lambda P, the rounded cost and the bound, then the state', () => {
    const { names, rows, instance, scenario } = taken(WRONG_CORNER, 'trajectories', 45);
    const recorded = ['loss', 'penalty', 'rounded', 'missed', 'objective', 'lambda'];
    expect(names).toEqual([
      'k',
      ...[...recorded, 'bound', 'x0', 'x1', 'x2'].map((name) => `left_${name}`),
      ...[...recorded, 'x0', 'x1', 'x2'].map((name) => `right_${name}`),
    ]);
    const run = createRun(instance, runValues(scenario.values));
    const { left, right } = [run.first(), run.advance(45)][1]!;
    const of = (name: string, k: number) => rows[k]![names.indexOf(name)];
    for (let k = 1; k <= 8; k++) {
      expect([of('left_bound', k), of('left_x2', k)]).toEqual([
        left.series.bound![k - 1],
        left.iterates[3 * k - 1],
      ]);
      if (k <= 3) expect(of('right_objective', k)).toBe(right.series.objective![k - 1]);
    }
    // The right has ended at step 3.
    expect([of('right_loss', 3), of('right_loss', 4)]).toEqual([24, Number.NaN]);
    expect([
      of('left_rounded', 0),
      of('left_missed', 0),
      of('left_rounded', 45),
      of('left_missed', 45),
    ]).toEqual([24, 0, 40, 16]);
    const matrices = taken({ ...WRONG_CORNER, start: null, shape: 'all' }, 'trajectories', 1).names;
    expect(matrices.filter((name) => name.startsWith('left_m'))).toEqual([
      'left_missed',
      ...[0, 1, 2].flatMap((i) => [0, 1, 2].map((j) => `left_m${i}_${j}`)),
    ]);
    expect(taken({}, 'curves', 5).names.some((name) => name.includes('x'))).toBe(false);
  });

  it('of permutations list the corners of the triangle, and all of a larger set', () => {
    const corners = taken({}, 'permutations');
    expect([corners.rows, corners.notes]).toEqual([
      [
        ['0 1 2', 80],
        ['1 2 0', 24],
        ['2 0 1', 40],
      ],
      ['costs of all six permutations: 24 24 32 40 80 88'],
    ]);
    const all = taken({ shape: 'all' }, 'permutations').rows;
    expect(all).toEqual([
      ['0 1 2', 80],
      ['0 2 1', 24],
      ['1 0 2', 32],
      ['1 2 0', 24],
      ['2 0 1', 40],
      ['2 1 0', 88],
    ]);
    // Compared with the sum over entries.
    const { rows, instance } = taken({ graphs: 'weighted', n: 6, seed: 4, shape: 'all' }, 'permutations');
    const { a, b } = instance.info.graphs!;
    expect(rows).toHaveLength(720);
    for (const [text, cost] of rows.filter((_, at) => at % 37 === 0)) {
      const p = String(text).split(' ').map(Number);
      let sum = 0;
      for (let i = 0; i < 6; i++)
        for (let j = 0; j < 6; j++) sum += (a[6 * i + j]! - b[6 * p[i]! + p[j]!]!) ** 2;
      expect(cost).toBe(sum);
    }
  });

  it('of thresholds say from which lambda on each is a trap', () => {
    const { rows, notes } = taken({}, 'thresholds');
    expect(rows).toEqual([
      ['0 1 2', 80, 125 / 3],
      ['1 2 0', 24, expect.closeTo(41 / 3, 12)],
      ['2 0 1', 40, expect.closeTo(85 / 3, 12)],
    ]);
    expect(notes).toEqual([
      expect.stringMatching(/^lambda: 23\.4072\d*; L: 234\.0723\d*$/),
      expect.stringMatching(/^the minimisers are the best permutations for lambda above \d/),
    ]);
    expect(taken({ graphs: 'weighted', n: 5, shape: 'all' }, 'thresholds').rows).toHaveLength(1);
  });

  it('of rest points list every one of both sides', () => {
    const { rows, notes, instance } = taken(WRONG_CORNER, 'rests');
    const { rests } = instance.info.triangle!;
    expect(rows).toEqual([
      ...rests.left.map((one) => [0, ...one.at, one.on, one.kind, one.value, 1]),
      ...rests.right.map((one) => [1, ...one.at, one.on, one.kind, one.value, 1]),
    ]);
    expect(rows).toHaveLength(4);
    expect(notes[0]).toMatch(/^the left at lambda 0, the right at 23\.407/);
    // A continuum is listed as one of its points.
    expect(taken({ A: [0, 0, 0, 0, 0, 0], B: [0, 0, 0, 0, 0, 0] }, 'rests').rows[0]!.at(-1)).toBe(0);
  });
});
