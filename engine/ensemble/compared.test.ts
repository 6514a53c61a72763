import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CATALOG, endsOf, PROBLEM_IDS } from '../catalog.ts';
import type { ProblemCard, SidedInstance } from '../contract.ts';
import { tablePieces } from '../export/table.ts';
import type { Values } from '../params.ts';
import type { Problem } from '../problem.ts';
import { loadProblem } from '../problems/index.ts';
import { createScenario } from '../scenario/create-scenario.ts';
import { formatLink } from '../scenario/scenario.ts';
import { SIDES } from '../side-names.ts';
import { addRuns } from './aggregate.ts';
import { createSweepAggregate, formatAggregate, parseAggregate } from './aggregate-file.ts';
import { createColumns, type RunColumns } from './columns.ts';
import { comparisonOf, differenceOf } from './compared.ts';
import { createRunsReader } from './read-runs.ts';
import { createEnsembleRuns, drawnValues } from './run-ensemble.ts';
import { summarise } from './summary.ts';
import { pieceRows, type Sweep, scenarioSweep, sweepScenario, sweepTable, sweepValues } from './sweep.ts';

type Id = (typeof PROBLEM_IDS)[number];

async function ran(id: Id, given: Values, count = 10) {
  const problem = (await loadProblem(id)) as Problem;
  const sweep = scenarioSweep(createScenario(id, { runs: 10, ...given }));
  const values = sweepValues(sweep, 0);
  const runs = createEnsembleRuns(problem, values, sweep.ensemble, null, 0, count);
  while (runs.step());
  return { problem, sweep, values, columns: runs.columns };
}

/** A table of pairs. */
function tableOf(left: readonly number[], right: readonly number[]): RunColumns {
  const columns = createColumns(0, left.length, false, undefined, true);
  columns.left.compared.set(left);
  columns.right.compared.set(right);
  return columns;
}

describe('the number that compares', () => {
  test.each(PROBLEM_IDS)('%s: under every preset none, or one with a better direction', (id) => {
    const card: ProblemCard = CATALOG[id];
    for (const { values } of card.presets) {
      const by = comparisonOf(card, createScenario(id, values).values);
      if (by) expect(by.worst).toBe(by.better === 'lower' ? Infinity : -Infinity);
    }
  });

  test('a series without a direction is refused', () => {
    const card = { compares: () => 'drift', series: { drift: { scale: 'log', better: null } } } as const;
    expect(() => comparisonOf(card, {})).toThrow('expected a series with a better direction; got drift');
  });

  test('images: the SNR, which their error tells too', async () => {
    const { columns } = await ran('denoiser', { level: 'image', limit: 3, strength: 0.5 });
    for (const side of SIDES)
      for (let run = 0; run < 10; run++) {
        const { compared, aways } = columns[side];
        expect(Math.abs(compared[run]! + 20 * Math.log10(aways[run]!))).toBeLessThan(1e-9);
      }
  });

  test('two layers and many outputs: the objective, as far above the bound as the excess says', async () => {
    for (const [id, given] of [
      ['two-layer', { limit: 200 }],
      ['vector-output', { features: 'words', sizes: [2, 3], neurons: 4, beta: 0.05, limit: 200 }],
    ] as const) {
      const { columns } = await ran(id, given);
      const bound = (side: 'left' | 'right', run: number) =>
        columns[side].compared[run]! / (1 + columns[side].aways[run]!);
      expect(Math.max(...columns.left.aways)).toBeGreaterThan(1e-3);
      for (let run = 0; run < 10; run++) {
        expect(Math.abs(bound('left', run) / bound('right', run) - 1)).toBeLessThan(1e-9);
      }
    }
  });

  test('permutations: the cost of the rounded end, above the best as the table says', async () => {
    const { columns } = await ran('shuffle', { limit: 300 });
    const best = (side: 'left' | 'right', run: number) =>
      columns[side].compared[run]! - columns[side].aways[run]!;
    for (let run = 0; run < 10; run++)
      if (!Number.isNaN(best('left', run) + best('right', run)))
        expect(Math.abs(best('left', run) - best('right', run))).toBeLessThan(1e-9);
    expect(columns.right.compared.some((cost) => cost > 0)).toBe(true);
  });

  test('a network by its loss at the last round, which both sides come to alone', async () => {
    const limit = 20;
    const { problem, values, columns } = await ran('federated', { level: 'network', measure: 'gap', limit });
    for (let run = 0; run < 3; run++) {
      const { sides } = problem.prepare(
        drawnValues(problem, values, 'data,start', run),
        null,
      ) as SidedInstance;
      for (const side of SIDES) {
        const of = sides[side];
        if (!('iterate' in of)) throw new Error('rounds were expected');
        const iteration = of.iterate();
        for (let k = 0; k < limit; k++) iteration.step();
        expect(columns[side].compared[run]).toBe(iteration.record().loss);
      }
    }
  });

  test('a side that diverged has the worst number, and two that diverged are equal', async () => {
    const { columns } = await ran('denoiser', { level: 'image', c: 4, strength: 0.5, limit: 120 }, 1);
    for (const side of SIDES)
      expect(columns[side].compared[0] === Number.NEGATIVE_INFINITY).toBe(
        columns[side].aways[0] === Infinity,
      );
    expect(columns.left.compared[0]).toBe(Number.NEGATIVE_INFINITY);
  });

  test('one neuron has none: no column, no summary', async () => {
    const { columns } = await ran('one-neuron', { limit: 5 });
    expect(columns.left.compared).toHaveLength(0);
    expect(summarise(columns).compared).toBeNull();
  });
});

const number = fc.oneof(
  fc.constantFrom(0, 1, 1, -2, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN, 5e-324),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }),
);
const pairs = fc.array(fc.tuple(number, number), { minLength: 1, maxLength: 40 });

describe('the summary', () => {
  test('counts every run once', () => {
    fc.assert(
      fc.property(pairs, (drawn) => {
        const { compared } = summarise(
          tableOf(
            drawn.map(([a]) => a),
            drawn.map(([, b]) => b),
          ),
        );
        const known = drawn.filter(([a, b]) => !Number.isNaN(a) && !Number.isNaN(b));
        if (!compared) {
          expect(known).toEqual([]);
          return;
        }
        const { of, unknown, higher, equal, differences } = compared;
        expect([of, of + unknown]).toEqual([known.length, drawn.length]);
        expect(higher.left + higher.right + equal).toBe(of);
        expect(higher.right).toBe(known.filter(([a, b]) => b > a).length);
        expect(higher.left).toBe(known.filter(([a, b]) => a > b).length);
        expect(differences.counts.reduce((sum, one) => sum + one, 0)).toBe(of);
      }),
    );
  });

  test('with the sides exchanged it is its mirror image', () => {
    fc.assert(
      fc.property(pairs, (drawn) => {
        const [left, right] = [drawn.map(([a]) => a), drawn.map(([, b]) => b)];
        const one = summarise(tableOf(left, right)).compared;
        const other = summarise(tableOf(right, left)).compared;
        if (!one || !other) {
          expect([one, other]).toEqual([null, null]);
          return;
        }
        expect(other.higher).toEqual({ left: one.higher.right, right: one.higher.left });
        expect([other.equal, other.unknown, other.p]).toEqual([one.equal, one.unknown, one.p]);
        expect(other.median).toBe(one.median === 0 ? 0 : -one.median);
        expect(other.medians).toEqual({ left: one.medians.right, right: one.medians.left });
        expect(other.interval?.low).toBe(mirrored(one.interval?.high));
        expect(other.interval?.high).toBe(mirrored(one.interval?.low));
      }),
    );
  });

  const mirrored = (value: number | undefined) => (value ? -value : value);

  test('the sign test counts as many signs as all sequences of them do', () => {
    for (let n = 1; n <= 12; n++)
      for (let ahead = 0; ahead <= n; ahead++) {
        let as = 0;
        for (let signs = 0; signs < 2 ** n; signs++) {
          let plus = 0;
          for (let i = 0; i < n; i++) plus += (signs >> i) & 1;
          if (Math.abs(2 * plus - n) >= Math.abs(2 * ahead - n)) as++;
        }
        // Three equal pairs change nothing.
        const left = Array.from({ length: n + 3 }, (_, i) => (i < ahead ? 1 : 0));
        const right = Array.from({ length: n + 3 }, (_, i) => (i >= ahead && i < n ? 1 : 0));
        expect(summarise(tableOf(left, right)).compared!.p).toBeCloseTo(as / 2 ** n, 12);
      }
  });

  test('a median that rounds to zero is 0, not -0', () => {
    const { compared } = summarise(tableOf([0, 5e-324], [0, 0]));
    expect(compared!.median).toBe(0);
  });

  test('medians, the interval of the ranks, and equal infinite numbers', () => {
    const right = Array.from({ length: 50 }, (_, i) => i + 1);
    const { compared } = summarise(tableOf(new Array(50).fill(0), right));
    expect(compared).toMatchObject({
      median: 25.5,
      interval: { low: 18, high: 33 },
      medians: { left: 0, right: 25.5 },
    });
    const five = summarise(tableOf([0, 0, 0, 0, 0], [1, 2, 3, 4, 9])).compared!;
    expect([five.median, five.interval]).toEqual([3, null]);
    expect([
      differenceOf(Infinity, Infinity),
      differenceOf(-Infinity, 1),
      differenceOf(Number.NaN, 1),
    ]).toEqual([0, Infinity, Number.NaN]);
  });
});

describe('files', () => {
  const sweep = scenarioSweep(createScenario('denoiser', { level: 'image', runs: 10 }));
  const table = tableOf(
    [3.25, -82.4, -Infinity, 0, 1, 1, 1, 1, Number.NaN, 2],
    [5.5, 4.5, 9, 0, -Infinity, Infinity, 0.1 + 0.2, 1, 2, 1],
  );
  const columns = { ...table, ends: createColumns(0, 0, false).ends };

  function csvOf(of: Sweep, lacks = 0): string[] {
    const rows = pieceRows(of, { cell: 0, from: 0, count: 10 }, columns);
    const { columns: names, ...rest } = sweepTable(of, function* () {
      for (const row of rows) yield row.slice(0, row.length - lacks);
    });
    const cut = { ...rest, columns: names.slice(0, names.length - lacks) };
    const source = { link: formatLink(sweepScenario(of)), build: 'test' };
    return [...tablePieces(cut, source, 'csv')].join('').trimEnd().split('\n');
  }

  function read(lines: readonly string[]) {
    const reader = createRunsReader(1000);
    for (const line of lines) reader.push(line);
    return reader.finish().columns;
  }

  test('the CSV keeps the numbers to the bit', () => {
    const lines = csvOf(sweep);
    expect(lines[0]).toMatch(/left_outcome,right_outcome,left_snr,right_snr$/);
    const found = read(lines);
    for (const side of SIDES) expect(found[side].compared).toEqual(table[side].compared);
  });

  test('files made before open: without these numbers, and without outcomes', () => {
    for (const lacks of [2, 4]) {
      const found = read(csvOf(sweep, lacks));
      expect(found.left.aways).toEqual(table.left.aways);
      expect([...found.left.compared, ...found.right.compared].every(Number.isNaN)).toBe(true);
      expect(summarise(found).compared).toBeNull();
    }
    expect(() => read(csvOf(sweep, 1))).toThrow('Expected the columns');
  });

  test('files made before runs could hover open: they call them moving', () => {
    const of = scenarioSweep(createScenario('vector-output', { runs: 10 }));
    const { ends } = createColumns(0, 0, false, endsOf('vector-output'));
    const side = {
      ...table.left,
      arrivals: new Int32Array(10).fill(-1),
      aways: new Float64Array(10).fill(1),
    };
    const statuses = new Uint8Array(10).fill(ends.indexOf('hovering'));
    const hovering = { ...table, ends, left: { ...side, statuses }, right: { ...side, statuses } };
    const rows = pieceRows(of, { cell: 0, from: 0, count: 10 }, hovering);
    const lines = [
      sweepTable(of, function* () {})
        .columns.map(({ name }) => name)
        .join(','),
      `# link: ${formatLink(sweepScenario(of))}`,
      ...rows.map((row) => row.join(',').replaceAll('-Infinity', '-inf').replaceAll('Infinity', 'inf')),
    ].map((line) => line.replaceAll('NaN', 'nan'));
    expect(lines[2]).toContain('hovering,hovering');
    const retold = (to: string) =>
      lines.map((line) => line.replace(/hovering,hovering(,[^,]*,[^,]*)$/, `${to},${to}$1`));
    for (const text of [lines, retold('moving')]) expect(read(text).left.statuses).toEqual(statuses);
    expect(() => read(retold('stuck'))).toThrow('expected a run of this sweep');
  });

  test('what is no number is refused', () => {
    const lines = csvOf(sweep);
    const last = lines.length - 1;
    expect(() => read([...lines.slice(0, last), lines[last]!.replace(/[^,]+$/, 'much')])).toThrow(
      'expected a run of this sweep',
    );
  });

  const counted = () => {
    const aggregate = createSweepAggregate(sweep);
    addRuns(aggregate.cells[0]!, columns);
    return { ...aggregate, ranges: [[0, 10] as const] };
  };
  const source = { build: 'test', engine: null, data: null };
  const textOf = () => [...formatAggregate({ aggregate: counted(), source, shard: null })].join('');

  test('the aggregate keeps what the page says', () => {
    const { cells } = parseAggregate(textOf()).aggregate;
    expect(cells[0]!.compared).toEqual(counted().cells[0]!.compared);
  });

  test('an aggregate made before opens, and is written as it was', () => {
    const before = textOf().replace(/,"compared":.*(?=\}\n)/, '');
    expect(before).not.toContain('compared');
    const { aggregate } = parseAggregate(before);
    expect(summarise(table).compared).not.toBeNull();
    expect([...formatAggregate({ aggregate, source, shard: null })].join('')).toBe(before);
  });

  test('an aggregate made before its last end was named opens', () => {
    const two = scenarioSweep(createScenario('two-layer', { runs: 10 }));
    const ends = endsOf('two-layer');
    const aggregate = { ...createSweepAggregate(two), ranges: [[0, 10] as const] };
    addRuns(aggregate.cells[0]!, { ...columns, ends });
    const text = [...formatAggregate({ aggregate, source, shard: null })].join('');
    const older = text
      .replace(',"hovering"]', ']')
      .replaceAll(/("(?:arrived|missed|ties)":\[[^\]]*),0\]/g, '$1]');
    expect(older).not.toContain('hovering');
    expect(parseAggregate(older).aggregate.cells[0]!.left).toEqual(
      parseAggregate(text).aggregate.cells[0]!.left,
    );
    expect(() => parseAggregate(older.replace('"diverged"', '"lost"'))).toThrow('ends: expected');
  });

  test.each([
    ['more differences than runs', /("differences":.*"inf":)2/, '$1 9'],
    ['0 below 0', /("differences":\{"below":\{"zero":)0/, '$1 1'],
  ])('%s is refused', (_, what, by) => {
    const text = textOf();
    const changed = text.replace(what, by);
    if (changed === text) throw new Error(text.slice(-600));
    expect(() => parseAggregate(changed)).toThrow('differences: expected');
  });
});
