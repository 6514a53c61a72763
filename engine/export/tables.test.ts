import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatTable, readTable } from '../data/read-table.ts';
import { describePlane } from '../landscapes/plane-structure.ts';
import { createSideBasins } from '../landscapes/side-basins.ts';
import { cellCentre } from '../landscapes/window.ts';
import { loadProblem } from '../problems/index.ts';
import { createRun } from '../run/create-run.ts';
import { runValues } from '../run/run-values.ts';
import { pairOf } from '../run/sides.ts';
import { parseLink, type Scenario } from '../scenario/scenario.ts';
import {
  MOST_NUMBERS,
  stepsWritten,
  type TableFormat,
  type TableKind,
  type TableRequest,
  tableKinds,
  tableSize,
} from './kinds.ts';
import { sampleLosses } from './loss-grid.ts';
import { makeTable, tableFacts } from './make-table.ts';
import { columnNames, csvRow, csvText, type ExportTable, tablePieces } from './table.ts';

const SOURCE = { link: 'https://example.org/a#v=1&plant=1,-0.2', build: '0.1.0 (abc)' };
const REQUEST = { last: 20, every: 1, view: [-2, 2, -1.5, 2.5], size: 4 } as const;

async function opened(link: string) {
  const { scenario } = parseLink(link);
  const problem = await loadProblem(scenario.problem);
  return { scenario, instance: problem.prepare(scenario.values, null), parts: problem.parts };
}

const NEURON = '#v=1&problem=one-neuron&features=gauss&n=12&seed=15&noise=0.6&start=-1.4,-0.6&k=20';
const DEEP = '#v=1&problem=one-neuron&features=gauss&n=9&d=3&std=1';
const NETWORK = '#v=1&problem=two-layer&n=12&neurons=3&k=6';
const FREE = '#v=1&problem=two-layer&features=line&n=9&free=1&neurons=2';
const RELAXED = '#v=1&problem=two-layer&n=12&neurons=2&right=relaxed';
const ROUNDS = '#v=1&problem=federated';
const MATCHED = '#v=1&problem=shuffle';
const GAME = '#v=1&problem=gan&m=3&dz=1&width2=4';

interface Read {
  readonly header: {
    what: string;
    link: string;
    build: string;
    notes: string[];
    columns: { name: string; unit: string; about: string }[];
  };
  readonly rows: (number | string | null)[][];
  readonly ends: string[];
  readonly csv: { names: string[]; comments: string[]; rows: string[][] };
}

const textOf = (table: ExportTable, format: TableFormat) => [...tablePieces(table, SOURCE, format)].join('');

async function taken(link: string, request: Partial<TableRequest> & { kind: TableKind }): Promise<Read> {
  const { scenario, instance, parts } = await opened(link);
  const asked = { ...REQUEST, ...request };
  const json = JSON.parse(textOf(makeTable(instance, scenario, asked, parts), 'json')) as Omit<Read, 'csv'>;
  const lines = textOf(makeTable(instance, scenario, asked, parts), 'csv')
    .trimEnd()
    .split('\n');
  const csv = {
    names: lines[0]!.split(','),
    comments: lines.slice(1).filter((line) => line.startsWith('#')),
    rows: lines
      .slice(1)
      .filter((line) => !line.startsWith('#'))
      .map((line) => line.split(',')),
  };
  return { ...json, csv };
}

const cell = (text: string) =>
  text === 'nan' ? Number.NaN : text.endsWith('inf') ? Number(text.replace('inf', 'Infinity')) : Number(text);

/** Both files agree, and every row is as long as the columns. */
function expectAlike({ header, rows, csv }: Read): void {
  expect(csv.names).toEqual(header.columns.map(({ name }) => name));
  expect(csv.rows).toHaveLength(rows.length);
  for (const [i, row] of rows.entries()) {
    expect(row).toHaveLength(header.columns.length);
    expect(csv.rows[i]).toHaveLength(header.columns.length);
    for (const [j, value] of row.entries()) {
      const text = csv.rows[i]![j]!;
      if (typeof value === 'string') expect(text).toBe(value);
      else if (value === null) expect(Number.isFinite(cell(text))).toBe(false);
      else expect(cell(text)).toBe(value);
    }
  }
}

describe('every table of every problem', () => {
  const cases = (
    [
      [NEURON, ['trajectories', 'curves', 'grid', 'stationary', 'basins', 'samples']],
      [DEEP, ['trajectories', 'curves', 'grid', 'samples']],
      ['#v=1&problem=one-neuron&n=inf', ['trajectories', 'curves', 'grid']],
      ['#v=1&problem=one-neuron&d=1&n=5', ['trajectories', 'curves', 'samples']],
      ['#v=1&problem=lift', ['trajectories', 'curves', 'grid', 'samples']],
      [NETWORK, ['trajectories', 'curves', 'samples', 'neurons', 'bound', 'dual']],
      [FREE, ['trajectories', 'curves', 'samples', 'neurons', 'bound']],
      [RELAXED, ['trajectories', 'curves', 'samples', 'neurons', 'bound', 'dual']],
      ['#v=1&problem=two-layer&n=8&d=3&neurons=2', ['trajectories', 'curves', 'samples', 'neurons']],
      ['#v=1&problem=gan&level=plane', ['trajectories', 'curves']],
      [GAME, ['trajectories', 'curves', 'certificate', 'neurons', 'cloud']],
      [ROUNDS, ['trajectories', 'curves', 'localpaths', 'rests']],
      [`${ROUNDS}&level=network&n=7&m=10`, ['trajectories', 'curves', 'samples', 'circle', 'kernel']],
      [MATCHED, ['trajectories', 'curves', 'permutations', 'thresholds', 'rests']],
      [`${MATCHED}&shape=all`, ['trajectories', 'curves', 'permutations', 'thresholds']],
      [`${MATCHED}&graphs=simple&n=9&shape=all`, ['trajectories', 'curves']],
      [`${GAME}&versus=convex`, ['trajectories', 'curves', 'certificate', 'neurons', 'cloud']],
    ] as [string, TableKind[]][]
  ).flatMap(([link, kinds]) => kinds.map((kind) => [link, kind, kinds] as const));

  it.each(cases)('%s: %s', async (link, kind, kinds) => {
    const { instance } = await opened(link);
    const facts = tableFacts(instance);
    expect(tableKinds(facts)).toEqual(kinds);
    const read = await taken(link, { kind });
    expectAlike(read);
    expect(read.rows.length).toBeGreaterThan(0);
    const { header } = read;
    expect(header.link).toBe(SOURCE.link);
    expect(header.build).toBe(SOURCE.build);
    expect(header.what).not.toBe('');
    for (const { name, about } of header.columns) {
      expect(name).toMatch(/^[\p{L}\p{N}_]+$/u);
      expect(about).not.toBe('');
    }
    expect(new Set(read.csv.names).size).toBe(read.csv.names.length);
    // The comments contain all of that too.
    const comments = read.csv.comments.join('\n');
    expect(comments).toContain(`# Twin Descent: ${header.what}`);
    expect(comments).toContain('# link: https://example.org/a#v=1&plant=1%2C-0.2');
    expect(comments).toContain('# nan:');
    for (const { name } of header.columns) expect(comments).toContain(`\n# ${name}`);
    // The columns match the prediction, and the rows if they are known.
    const size = tableSize(facts, { ...REQUEST, kind });
    expect(size.columns).toBe(header.columns.length);
    if (['grid', 'basins', 'samples', 'dual', 'certificate'].includes(kind))
      expect(size.rows).toBe(read.rows.length);
  });
});

describe('iterates and curves', () => {
  it('are the run’s own digits, a row a step, to where a side ends', async () => {
    const { scenario, instance } = await opened(NEURON);
    const run = createRun(instance, runValues(scenario.values));
    const [start, later] = [run.first(), run.advance(20)];
    const { header, rows, ends } = await taken(NEURON, { kind: 'trajectories' });
    expect(header.columns.map(({ name }) => name).slice(0, 7)).toEqual([
      'k',
      'left_evaluations',
      'left_w1',
      'left_w2',
      'left_loss',
      'left_distance',
      'left_gradient_norm',
    ]);
    expect(rows).toHaveLength(21);
    const row = (k: number) => {
      const [frame, at] = k === 0 ? [start, 0] : [later, k - 1];
      return [
        k,
        ...(['left', 'right'] as const).flatMap((side) => {
          const { iterates, series } = frame[side];
          const measured = [series.loss![at], series.distance![at], series.gradientNorm![at]];
          return [k, ...iterates.subarray(2 * at, 2 * at + 2), ...measured];
        }),
      ];
    };
    for (const k of [0, 1, 7, 20]) expect(rows[k]).toEqual(row(k));
    expect(ends).toEqual([
      `left side at the last step: ${later.left.status}`,
      `right side at the last step: ${later.right.status}`,
    ]);
    const curves = await taken(NEURON, { kind: 'curves' });
    expect(curves.rows[20]).toEqual(
      [20, ...row(20).slice(1, 2), ...row(20).slice(4, 8), ...row(20).slice(10)].map(Number),
    );
  });

  it('of every seventh step hold the last one there is, where both sides end before the one that was asked for', async () => {
    const diverging = '#v=1&problem=one-neuron&n=12&c=50';
    const request = { kind: 'curves', last: 100_000 } as const;
    const all = (await taken(diverging, { ...request, every: 1 })).rows;
    const some = (await taken(diverging, { ...request, every: 7 })).rows;
    const end = all.at(-1)![0] as number;
    // Not a multiple of seven, or the test would be vacuous.
    expect(end % 7).not.toBe(0);
    expect(some.at(-1)).toEqual(all.at(-1));
    expect(some.map(([k]) => k)).toEqual([...all.map(([k]) => k as number).filter((k) => k % 7 === 0), end]);
  });

  it('of every third step hold the last too, and cost as many evaluations as mini-batches do', async () => {
    const { rows } = await taken(`${NEURON}&rule=sgd&batch=3`, { kind: 'curves', every: 3 });
    expect(rows.map(([k]) => k)).toEqual([0, 3, 6, 9, 12, 15, 18, 20]);
    expect(stepsWritten({ last: 20, every: 3 })).toBe(8);
    expect(rows.at(-1)![1]).toBe(20 * 0.25);
  });

  it('of a side that diverged go on as nan beside the other, and end with both', async () => {
    const link = '#v=1&problem=one-neuron&features=line&n=8&leak=0.5&unlock=1&rc=1000&start=1,1';
    const { rows, ends, csv } = await taken(link, { kind: 'curves', last: 300 });
    expect(rows).toHaveLength(301);
    expect(rows.at(-1)!.slice(5)).toEqual([null, null, null, null]);
    expect(csv.rows.at(-1)!.slice(5)).toEqual(['nan', 'nan', 'nan', 'nan']);
    expect(ends[1]).toMatch(/diverged; first met at step \d+$/);
    const both = await taken('#v=1&problem=one-neuron&features=line&n=8&leak=0.5&c=1000&start=1,1', {
      kind: 'curves',
      last: 100_000,
    });
    expect(both.rows.length).toBeLessThan(1000);
  });
});

describe('the plane', () => {
  it('has both losses at the centres of its cells', async () => {
    const { scenario, instance } = await opened(NEURON);
    const grid = sampleLosses(pairOf(instance), scenario.values, { x0: -2, x1: 2, y0: -1.5, y1: 2.5 }, 4);
    const { rows } = await taken(NEURON, { kind: 'grid' });
    expect(rows).toHaveLength(16);
    expect(rows[0]).toEqual([-1.5, -1, grid.left[0], grid.right[0]]);
    expect(rows[15]).toEqual([1.5, 2, grid.left[15], grid.right[15]]);
    expect(rows[6]).toEqual([
      cellCentre(-2, 2, 4, 2),
      cellCentre(-1.5, 2.5, 4, 1),
      grid.left[6],
      grid.right[6],
    ]);
  });

  it('of more weights says which plane it is', async () => {
    const { header } = await taken(DEEP, { kind: 'grid' });
    expect(header.columns.map(({ name }) => name)).toEqual(['s', 't', 'left_loss', 'right_loss']);
    expect(header.notes.filter((note) => /^(centre|p|q): /.test(note))).toHaveLength(3);
  });

  it('has every stationary point of both sides', async () => {
    const { instance } = await opened(NEURON);
    const { left, right } = describePlane(pairOf(instance))!;
    const { rows } = await taken(NEURON, { kind: 'stationary' });
    const count = (points: typeof left) =>
      points.minima.length +
      points.ridgeSaddles.length +
      points.valleys.length +
      points.crests.length +
      points.plateaus.length +
      1;
    expect(rows).toHaveLength(count(left) + count(right));
    const { at, loss } = left.minima[0]!;
    expect(left.minima.length).toBeGreaterThan(1);
    expect(rows[0]!.slice(0, 6)).toEqual([0, 'minimum', ...at, loss, 1]);
    expect(rows.at(-1)).toEqual([
      1,
      'origin',
      0,
      0,
      right.origin.loss,
      Number(right.origin.isMinimum),
      ...new Array(9).fill(null),
      right.stuckShare,
    ]);
  });

  it('has the ends of descent from its cells, and says which number is which', async () => {
    const { scenario, instance } = await opened(NEURON);
    const structure = describePlane(pairOf(instance))!;
    const left = createSideBasins(pairOf(instance), runValues(scenario.values), structure, 'left')!;
    const { header, rows } = await taken(NEURON, { kind: 'basins' });
    for (const row of rows) expect(row[2]).toBe(left.endOf(row[0] as number, row[1] as number));
    expect(new Set(rows.map((row) => row[2])).size).toBeGreaterThan(1);
    expect(header.notes.filter((note) => note.startsWith('left end'))).toHaveLength(left.ends.length);
  });
});

describe('two layers', () => {
  it('have objectives with the certified bound, and networks in all steps', async () => {
    const { scenario, instance } = await opened(NETWORK);
    const run = createRun(instance, runValues(scenario.values));
    const [start, later] = [run.first(), run.advance(6)];
    const objectives = await taken(NETWORK, { kind: 'curves', last: 6 });
    expect(objectives.rows).toHaveLength(7);
    expect(objectives.rows[0]!.slice(0, 3)).toEqual([0, 0, start.left.series.loss![0]]);
    const end = later.right.count - 1;
    expect(objectives.rows[later.right.count]!.slice(4, 8)).toEqual([
      later.right.series.loss![end],
      later.right.series.loss![end],
      null,
      later.right.series.bound![end],
    ]);
    const networks = await taken(NETWORK, { kind: 'trajectories', last: 6 });
    const first = networks.rows[0]!;
    expect(first).toEqual([0, 0, 1, ...start.left.iterates.slice(0, 2), start.left.iterates[6]]);
    expect(networks.rows.filter(([k, side]) => side === 0 && k === 6)).toHaveLength(3);
  });

  it('have the neurons of one step, of the solved side without padding, and a free constant as neuron 0', async () => {
    const { rows } = await taken(NETWORK, { kind: 'neurons', last: 100 });
    const right = rows.filter(([, side]) => side === 1);
    expect(rows.filter(([, side]) => side === 0)).toHaveLength(3);
    expect(right.length).toBeGreaterThan(0);
    expect(right.length).toBeLessThan(12);
    expect(right.every((row) => (row.at(-1) as number) !== 0)).toBe(true);
    const free = await taken(FREE, { kind: 'neurons', last: 5 });
    expect(free.rows[0]!.slice(0, 5)).toEqual([5, 0, 0, null, null]);
  });

  it('have the program to its end and a dual curve within its band there', async () => {
    const { rows, ends } = await taken(RELAXED, { kind: 'bound' });
    expect(ends).toEqual(['the program: optimal']);
    expect(rows.at(-1)![3]).toBeLessThanOrEqual(1e-9);
    const { header, rows: curve } = await taken(NETWORK, { kind: 'dual', last: 100, size: 128 });
    expect(curve).toHaveLength(512);
    const beta = 0.005;
    expect(header.notes.join()).toContain(String(beta));
    const largest = curve.reduce((most, row) => Math.max(most, Math.abs(row[4] as number)), 0);
    expect(largest).toBeLessThanOrEqual(beta * (1 + 1e-6));
    expect(largest).toBeGreaterThan(0.9 * beta);
    for (const [angle, u1, u2] of curve as number[][]) {
      expect(Math.cos(angle!)).toBeCloseTo(u1!, 14);
      expect(Math.sin(angle!)).toBeCloseTo(u2!, 14);
    }
    expect(curve.every((row, j) => j === 0 || (row[0] as number) > (curve[j - 1]![0] as number))).toBe(true);
  });
});

describe('samples', () => {
  it('keep every digit, and names of own columns are harmless', async () => {
    const names = ['=cmd|calc', '@sum,1', 'speed (mph)', 'speed (mph)', '速度', '1st', '', 'y'];
    const values = Float64Array.from({ length: 16 }, (_, i) => (i + 1) / 3);
    const table = readTable(formatTable({ names, values, rows: 2 }), 10);
    const { scenario } = parseLink('#v=1&problem=one-neuron&features=csv&bias=1');
    const instance = (await loadProblem('one-neuron')).prepare(scenario.values, { table });
    const csv = textOf(makeTable(instance, scenario, { ...REQUEST, kind: 'samples' }), 'csv').split('\n');
    expect(csv[0]).toBe('cmd_calc,sum_1,speed_mph,x4,速度,x6,x7,ones,y');
    const rows = csv.slice(1).filter((line) => line !== '' && !line.startsWith('#'));
    expect(rows.map((line) => line.split(',').map(Number))).toEqual([
      [...values.slice(0, 7), 1, values[7]],
      [...values.slice(8, 15), 1, values[15]],
    ]);
    // No piece into which a spreadsheet splits a comment begins like a formula.
    for (const line of csv)
      for (const piece of line.split(/[,;]/)) expect(piece.trim()).not.toMatch(/^["]?[=+@]/);
    const json = JSON.parse(
      textOf(makeTable(instance, scenario, { ...REQUEST, kind: 'samples' }), 'json'),
    ) as Read;
    expect(json.header.columns[0]!.about).toContain('=cmd|calc');
  });

  it('text is put in quotes and kept from being a formula', () => {
    expect(csvText('=1+1')).toBe("'=1+1");
    expect(csvText('+1')).toBe("'+1");
    expect(csvText('-x')).toBe("'-x");
    expect(csvText('@a')).toBe("'@a");
    expect(csvText('a,"b"')).toBe('"a,""b"""');
    expect(csvText('a#b')).toBe('"a#b"');
    expect(csvRow([1 / 3, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 'x'])).toBe(
      '0.3333333333333333,nan,inf,-inf,x',
    );
    expect(csvRow(['', 1])).toBe(',1');
    expect(columnNames(['a', 'a', '#'], (j) => `x${j + 1}`)).toEqual(['a', 'x2', 'x3']);
    expect(columnNames(['x2', 'x2', 'x2_'], (j) => `x${j + 1}`)).toEqual(['x2', 'x2_', 'x3']);
  });
});

describe('sizes', () => {
  it('of 500 weights over 100,000 steps are more than a file holds, of every tenth step too, of curves not', async () => {
    const facts = { dimension: 500, numbers: 1000, samples: 1000, columns: 500, isPlane: false, own: {} };
    const ask = (kind: TableKind, every: number) =>
      tableSize(facts, { ...REQUEST, kind, last: 100_000, every }).numbers;
    expect(ask('trajectories', 1)).toBe(100_001 * 1009);
    expect(ask('trajectories', 1)).toBeGreaterThan(MOST_NUMBERS);
    expect(ask('trajectories', 10)).toBeLessThan(MOST_NUMBERS);
    expect(ask('curves', 1)).toBeLessThan(MOST_NUMBERS);
  });
});

describe('readers', () => {
  const python =
    ['python3', '/root/.pyenv/shims/python3'].find(
      (name) => spawnSync(name, ['-c', 'import numpy']).status === 0,
    ) ?? null;
  const hasPandas = python !== null && spawnSync(python, ['-c', 'import pandas']).status === 0;
  if (!python) console.log('Skipped: no python3 with NumPy was found, so that no table is read by it.');
  else if (!hasPandas) console.log('Skipped: no pandas was found, so that no table is read by it.');

  /** The line as printed in the documentation. */
  const PANDAS = /pandas\.read_csv\(.*?\)/.exec(readFileSync('docs/export.md', 'utf8'))![0];

  it('the pandas line keeps the last digit of every number, on the page and in the documentation', () => {
    expect(PANDAS).toBe("pandas.read_csv('file.csv', comment='#', float_precision='round_trip')");
    expect(readFileSync('app/features/share/data/DataPage.tsx', 'utf8')).toContain(PANDAS);
  });

  it.skipIf(!python)('NumPy reads names and numbers of every table with one call', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tables-'));
    try {
      const asked = [
        [NEURON, 'trajectories'],
        [NEURON, 'stationary'],
        [NEURON, 'basins'],
        [NEURON, 'samples'],
        [NETWORK, 'trajectories'],
        [NETWORK, 'curves'],
        [FREE, 'neurons'],
      ] as const;
      const expected: (readonly [string[], number[][]])[] = [];
      for (const [i, [link, kind]] of asked.entries()) {
        const { scenario, instance, parts } = await opened(link);
        const text = textOf(makeTable(instance, scenario as Scenario, { ...REQUEST, kind }, parts), 'csv');
        writeFileSync(join(folder, `${i}.csv`), text);
        const { csv } = await taken(link, { kind });
        expected.push([csv.names, csv.rows.map((row) => row.map(cell))]);
      }
      const script = `
import json, sys
import numpy
found = []
for i in range(${asked.length}):
    name = sys.argv[1] + "/%d.csv" % i
    t = numpy.genfromtxt(name, delimiter=',', comments='#', names=True)
    rows = [[None if value != value else float(value) for value in row] for row in numpy.atleast_1d(t).tolist()]
    if ${hasPandas ? 'True' : 'False'}:
        import pandas
        p = ${PANDAS.replace("'file.csv'", 'name')}
        assert list(p.columns) == list(t.dtype.names) and len(p) == len(rows)
        numbers = p.apply(pandas.to_numeric, errors='coerce').astype(float).values.tolist()
        assert [[None if value != value else value for value in row] for row in numbers] == rows
    found.append([list(t.dtype.names), rows])
print(json.dumps(found))
`;
      const found = JSON.parse(
        execFileSync(python!, ['-c', script, folder], { encoding: 'utf8' }),
      ) as typeof expected;
      for (const [i, [names, rows]] of expected.entries()) {
        expect(found[i]![0]).toEqual(names);
        expect(found[i]![1]).toEqual(
          rows.map((row) => row.map((value) => (Number.isNaN(value) ? null : value))),
        );
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
