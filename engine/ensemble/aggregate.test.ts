import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runsAll } from '../../scripts/tier.mjs';
import { CATALOG, endsOf, PROBLEM_IDS, scenarioParams } from '../catalog.ts';
import { loadProblem } from '../problems/index.ts';
import { createScenario } from '../scenario/create-scenario.ts';
import { SIDES } from '../side-names.ts';
import { addAggregate, addRuns, createAggregate } from './aggregate.ts';
import {
  type AggregateFile,
  addSweepAggregate,
  createSweepAggregate,
  formatAggregate,
  parseAggregate,
  type SweepAggregate,
} from './aggregate-file.ts';
import { createColumns, type RunColumns, sliceColumns } from './columns.ts';
import { createEnsembleRuns } from './run-ensemble.ts';
import { joinRanges, missingRanges } from './run-ranges.ts';
import { type EnsembleSummary, quantile, summarise, summaryOf } from './summary.ts';
import { createSweep, type Sweep, SweepError, scenarioSweep, sweepValues } from './sweep.ts';

const SOURCE = { build: 'test', engine: 'a', data: null };
const fileOf = (aggregate: SweepAggregate, shard: string | null = null): AggregateFile => ({
  aggregate,
  source: SOURCE,
  shard,
});
const textOf = (aggregate: SweepAggregate) => [...formatAggregate(fileOf(aggregate))].join('');

/** Counts runs [from, to), numbered over the cells of the given tables, piece by piece. */
function counted(sweep: Sweep, tables: readonly RunColumns[], from: number, to: number): SweepAggregate {
  const aggregate = createSweepAggregate(sweep);
  const { runs } = sweep.ensemble;
  for (const [cell, table] of tables.entries()) {
    const begin = Math.max(0, from - cell * runs);
    const end = Math.min(runs, to - cell * runs);
    const middle = Math.floor((begin + end) / 2);
    for (const [a, b] of [
      [middle, end],
      [begin, middle],
    ] as const)
      if (b > a) addRuns(aggregate.cells[cell]!, sliceColumns(table, a, b - a, a));
  }
  return { ...aggregate, ranges: joinRanges([[from, to]]) };
}

/** Random shards, each written to a file and read, added in random order. */
function merged(
  sweep: Sweep,
  tables: readonly RunColumns[],
  cuts: readonly number[],
  order: readonly number[],
) {
  const at = [...new Set([0, ...cuts.map((cut) => Math.floor(cut * sweep.size)), sweep.size])].sort(
    (a, b) => a - b,
  );
  const shards = at.slice(1).map((to, i) => counted(sweep, tables, at[i]!, to));
  const mixed = shards
    .map((shard, i) => ({ shard, key: order[i % order.length]! }))
    .sort((a, b) => a.key - b.key)
    .map(({ shard }) => parseAggregate(textOf(shard)).aggregate);
  return mixed.reduce((sum, shard) => addSweepAggregate(sum, shard), createSweepAggregate(sweep));
}

/** Computes the numbers of tables and figures directly from the rows. */
function plainly(columns: RunColumns) {
  const rows = Array.from({ length: columns.count }, (_, i) => i);
  return SIDES.map((side) => {
    const { arrivals, aways, statuses } = columns[side];
    const come = rows.filter((i) => arrivals[i]! >= 0);
    const known = rows.filter((i) => !Number.isNaN(aways[i]!));
    const steps = come.map((i) => arrivals[i]!).sort((a, b) => a - b);
    const sorted = known.map((i) => aways[i]!).sort((a, b) => a - b);
    const printed = (away: number | undefined) =>
      away === undefined ? Number.NaN : Number(away.toPrecision(3));
    return {
      arrived: come.length,
      median: steps[Math.ceil(columns.count / 2) - 1] ?? null,
      ties: columns.count - known.length,
      statuses: Object.fromEntries(
        columns.ends.map((end, e) => [end, rows.filter((i) => statuses[i] === e).length]),
      ),
      behind: [0, 1, 5, 100, 1e6].map((step) => steps.filter((one) => one > step).length),
      quartiles: [0, 0.05, 0.25, 0.5, 0.75, 1].map((part) =>
        printed(sorted[Math.max(1, Math.ceil(part * sorted.length)) - 1]),
      ),
      worst: known
        .toSorted((a, b) => (aways[a] === aways[b] ? a - b : aways[b]! > aways[a]! ? 1 : -1))
        .slice(0, 10)
        .map((i) => ({ run: columns.from + i, by: aways[i] })),
    };
  });
}

function told({ runs, ...summary }: EnsembleSummary) {
  return SIDES.map((side) => {
    const { arrived, medianSteps, ties, statuses, survival, aways, worst } = summary[side];
    const at = (step: number) => survival.left[survival.steps.findLastIndex((one) => one <= step)]!;
    const late = runs - arrived.runs;
    return {
      arrived: arrived.runs,
      median: medianSteps,
      ties: ties.runs,
      statuses,
      behind: [0, 1, 5, 100, 1e6].map((step) => Math.round(at(step) * runs) - late),
      quartiles: [0, 0.05, 0.25, 0.5, 0.75, 1].map((part) => quantile(aways, part)),
      worst,
    };
  });
}

const arbitraryOrder = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 9 });

describe('rows, the sum of random shards in a random order, and the page’s summary say the same', () => {
  test.each(PROBLEM_IDS)('of random runs: %s', async (id) => {
    const problem = await loadProblem(id);
    const preset = CATALOG[id].presets[0].values;
    const seed = fc.sample(fc.integer({ min: 0, max: 1e6 }), 1)[0]!;
    const keys = Object.keys(scenarioParams(id)).filter((key) => ['seed', 'sseed'].includes(key));
    const seeds = Object.fromEntries(keys.map((key) => [key, seed]));
    const size = runsAll ? { runs: 12, limit: 40 } : { runs: 10, limit: 10 };
    const scenario = createScenario(id, { ...preset, ...seeds, ...size, within: 0.1 });
    const sweep = scenarioSweep(scenario);
    const runs = createEnsembleRuns(problem, sweepValues(sweep, 0), sweep.ensemble, null, 0, sweep.size);
    while (runs.step());
    check(sweep, [runs.columns], [0.2, 0.6, 0.7], [0.3, 0.1, 0.9, 0.2]);
  });

  test('of drawn tables, with ties, equals, ends at 0 and at infinity', () => {
    const id = 'one-neuron';
    const scenario = createScenario(id, { audit: true });
    const ends = endsOf(id);
    const away = fc.oneof(
      fc.constantFrom(0, 1, 1, 0.1235, 0.1245, 9.995, Number.POSITIVE_INFINITY, Number.NaN, 5e-324),
      fc.double({ min: 0, max: 1e9, noNaN: true }),
    );
    const side = fc.record({
      arrival: fc.integer({ min: -1, max: 8 }),
      away,
      steps: fc.integer({ min: 0, max: 9 }),
      status: fc.nat(ends.length - 1),
    });
    const row = fc.record({
      left: side,
      right: side,
      behindAt: fc.integer({ min: -1, max: 9 }),
      behindBy: fc.constantFrom(0.25, 0.5, 2e-9),
      points: fc.nat(2 ** 31 - 1),
    });
    const rows = fc.array(row, { minLength: 30, maxLength: 30 });
    fc.assert(
      fc.property(rows, arbitraryOrder, arbitraryOrder, (drawn, cuts, order) => {
        const axes = { xkey: 'n', xat: [4, 8, 9] };
        const ensemble = { ...scenarioSweep(scenario).ensemble, ...axes, runs: 10, limit: 9 };
        const sweep = createSweep(scenario, ensemble);
        const tables = [0, 1, 2].map((cell) => {
          const table = createColumns(0, 10, true, ends);
          for (const [i, one] of drawn.slice(10 * cell, 10 * cell + 10).entries()) {
            for (const name of SIDES) {
              // An arrived run is not a tie.
              const { arrival, away: at, steps, status } = one[name];
              table[name].arrivals[i] = Number.isNaN(at) ? -1 : arrival;
              table[name].aways[i] = at;
              table[name].steps[i] = steps;
              table[name].statuses[i] = status;
            }
            table.audit.behindAt[i] = one.behindAt;
            table.audit.behindBy[i] = one.behindAt < 0 ? 1e-10 : one.behindBy;
            table.audit.points[i] = one.points;
          }
          return table;
        });
        check(sweep, tables, cuts, order);
      }),
      { numRuns: runsAll ? 60 : 25 },
    );
  });

  function check(
    sweep: Sweep,
    tables: readonly RunColumns[],
    cuts: readonly number[],
    order: readonly number[],
  ) {
    const sum = merged(sweep, tables, cuts, order);
    expect(textOf(sum)).toBe(textOf(counted(sweep, tables, 0, sweep.size)));
    for (const [cell, table] of tables.entries()) {
      const summary = summaryOf(parseAggregate(textOf(sum)).aggregate.cells[cell]!);
      expect(summary).toEqual(summarise(table));
      expect(told(summary)).toEqual(plainly(table));
    }
  }
});

describe('what is none is refused in a sentence', () => {
  const id = 'one-neuron';
  const sweep = scenarioSweep(createScenario(id, { runs: 20, limit: 9 }));
  const table = createColumns(0, 20, false, endsOf(id));
  table.left.arrivals.fill(-1, 5);
  table.right.arrivals.fill(-1);
  table.left.aways.fill(0.25, 5);
  const part = (from: number, to: number) => counted(sweep, [table], from, to);
  const text = textOf(part(0, 20));

  test.each([
    ['cut', text.slice(0, 400), /^Expected a whole aggregate in JSON; .*\.$/],
    ['another version', text.replace('"version":1', '"version":2'), 'version: expected 1; got 2.'],
    ['other digits', text.replace('"digits":3', '"digits":4'), 'digits: expected 3; got 4.'],
    [
      'other ends',
      text.replace('"ends":["', '"ends":["gone","'),
      /^ends: expected moving, .*; got \["gone",/,
    ],
    [
      'more runs',
      text.replace('[[0,20]]', '[[0,21]]'),
      'ranges: expected a whole number from 0 to 20; got 21.',
    ],
    ['fewer runs', text.replace('[[0,20]]', '[[0,19]]'), 'Cell 0: runs: expected 19; got 20.'],
    ['a count', text.replace('"onlyLeft":5', '"onlyLeft":4'), 'Cell 0: left: arrived: expected 4; got 5.'],
    [
      'a bin',
      text.replace('[[-3,[250],[15]]]', '[[-3,[250],[14]]]'),
      'Cell 0: left: away: expected 20; got 19.',
    ],
    [
      'digits of a bin',
      text.replace('[250]', '[25]'),
      'Cell 0: left: away: expected digits from 100 to 999; got 25.',
    ],
    [
      'order',
      text.replace('[250],[15]', '[250,240],[14,1]'),
      /^Cell 0: left: away: expected values that ascend/,
    ],
    [
      'powers',
      text.replace('[[-3,[250]', '[[-3,[250],[15]],[-4,[250]'),
      /^Cell 0: left: away: expected powers of ten that ascend; got -4/,
    ],
    [
      'a cell twice',
      text.replace('\n]}', `,\n${text.split('\n')[2]}\n]}`),
      'Expected each cell once; cell 0 came twice.',
    ],
    ['another link', text.replace('#v=1', '#v=99'), /^.+\.$/],
  ])('%s', (_, changed, sentence) => {
    expect(changed).not.toBe(text);
    expect(() => parseAggregate(changed)).toThrow(sentence);
  });

  test('whatever one number of it is changed to: taken where all adds up, or refused in a sentence', () => {
    const places = [...text.matchAll(/(?<=[[:,])\d[\d.e-]*(?=[\],}])/g)];
    const other = fc.constantFrom('0', '1', '-1', '4', '1.5', '1e300', '"inf"', 'null', '[]', '{}', '21');
    fc.assert(
      fc.property(fc.nat(places.length - 1), other, (place, value) => {
        const { index, 0: was } = places[place]!;
        const changed = text.slice(0, index) + value + text.slice(index + was.length);
        try {
          expect(textOf(parseAggregate(changed).aggregate)).toBe(changed);
        } catch (error) {
          if (!(error instanceof SweepError)) throw error;
          expect(error.message).toMatch(/expected .*\.$/i);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('a run that comes twice', () => {
    expect(() => addSweepAggregate(part(0, 12), part(10, 20))).toThrow(
      'Expected each run once; runs 10 to 11, counted over the cells, came twice.',
    );
    expect(addSweepAggregate(part(10, 12), part(15, 20)).ranges).toEqual([
      [10, 12],
      [15, 20],
    ]);
    expect(
      missingRanges(
        [
          [10, 12],
          [15, 20],
        ],
        3,
        19,
      ),
    ).toEqual([
      [3, 10],
      [12, 15],
    ]);
  });

  test('an aggregate grows with its values, not with its runs', () => {
    const one = createAggregate(endsOf(id), false);
    addRuns(one, table);
    const once = JSON.stringify([...one.left.aways.keys(), one.left.worst.length]);
    for (let i = 0; i < 20; i++) addAggregate(one, structuredClone(one));
    expect(one.runs).toBe(20 * 2 ** 20);
    expect(JSON.stringify([...one.left.aways.keys(), one.left.worst.length])).toBe(once);
  });
});
