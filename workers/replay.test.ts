import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { DATA_SETS } from '../engine/data/data-sets.ts';
import { csvOf, linkInstance } from '../engine/fixtures/instances.ts';
import planes from '../engine/fixtures/plane.json';
import { firstBelow, runRace } from '../engine/fixtures/runs.ts';
import { addScaled, distance, dot, norm } from '../engine/kernels/vector.ts';
import type { StationaryPoints } from '../engine/landscapes/stationary-points.ts';
import { createNeuronLoss } from '../engine/problems/one-neuron/loss.ts';
import { createPopulationLoss } from '../engine/problems/one-neuron/population-loss.ts';
import { formatLink, presetScenario } from '../engine/scenario/scenario.ts';

const SCRIPT = fileURLToPath(new URL('../scripts/replay.mjs', import.meta.url));
const OPENING = '#v=1&problem=one-neuron&features=line&n=8&plant=1,0.2&start=-1.6,0.3';

/** A run takes 0.1 s, the bundle a second; a busy machine may take far longer. */
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

interface Printed {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

interface SideReport {
  readonly iterates: number[][];
  readonly losses: number[];
  readonly distances: number[] | null;
  readonly status: string;
  readonly endedAt: number | null;
}

interface GridReport {
  readonly size: number;
  readonly view: [number, number, number, number];
  readonly centre?: number[];
  readonly p?: number[];
  readonly q?: number[];
  readonly left: (number | null)[];
  readonly right: (number | null)[];
}

interface Report {
  readonly scenario: string;
  readonly n: number;
  readonly d: number;
  readonly smoothness: number;
  readonly step: number;
  readonly refused: { line: number; reason: string }[];
  readonly notices: string[];
  readonly left: SideReport;
  readonly right: SideReport;
  readonly stationary?: { readonly left: StationaryPoints; readonly right: StationaryPoints };
  readonly grid?: GridReport;
}

let folder = '';
const file = (name: string) => join(folder, name);

/** Runs the command line as a person does. */
function replay(...args: string[]): Promise<Printed> {
  return new Promise((resolve) => {
    execFile(process.execPath, [SCRIPT, ...args], { cwd: folder, maxBuffer: 1e8 }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    );
  });
}

async function report(...args: string[]): Promise<Report> {
  const { code, stdout, stderr } = await replay(...args);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout.trimEnd()).not.toContain('\n');
  return JSON.parse(stdout) as Report;
}

/** Equal up to a share of what is expected, absolute below 1. */
function expectNear(value: number, expected: number, tolerance: number): void {
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(expected)));
}

/** The direct losses, over sums rather than sectors and slices, of what a printed scenario opens; in original units. */
function directLosses(scenario: string) {
  const { instance, values } = linkInstance(scenario);
  const { features, labels, dimension, count } = instance.samples;
  return ([0, values.blend as number] as const).map((blend) =>
    Number.isFinite(count)
      ? createNeuronLoss({ features, labels, dimension, leak: values.leak as number, blend })
      : createPopulationLoss(instance.plant!, blend),
  );
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'replay-test-'));
  writeFileSync(file('points.csv'), 'size,y\n1,0.5\n2,oops\n3,2.5\n7,6\n4\n');
  writeFileSync(file('refused.csv'), 'size,y\n"a\nb",1\n');
  writeFileSync(file('cars.csv'), DATA_SETS['stopping-distance']!);
  await replay('--steps', '0'); // bundles where a source is newer
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('replay prints one JSON object', () => {
  it('of a link: shape, lengths and the digits of the engine', async () => {
    const printed = await report('--link', `https://example.org/${OPENING}`, '--steps', '160');
    expect(Object.keys(printed)).toEqual([
      'scenario',
      'n',
      'd',
      'smoothness',
      'step',
      'refused',
      'refusedCount',
      'notices',
      'left',
      'right',
    ]);
    expect(printed).toMatchObject({ scenario: OPENING, n: 8, d: 2, refused: [], notices: [] });
    expect(printed.smoothness).toBeCloseTo(1, 14);
    expect(printed.step).toBe(1 / printed.smoothness);

    const { instance, values } = linkInstance(OPENING);
    const sides = runRace(instance, values, 160);
    for (const side of ['left', 'right'] as const) {
      expect(Object.keys(printed[side])).toEqual(['iterates', 'losses', 'distances', 'status', 'endedAt']);
      expect(printed[side].iterates).toEqual(sides[side].iterates.map((w) => [...w]));
      expect(printed[side].losses).toEqual(sides[side].losses);
      expect(printed[side].distances).toEqual(sides[side].distances);
      expect(printed[side].iterates).toHaveLength(161);
    }
    expect([printed.left.status, printed.right.status]).toEqual(['dead', 'reached']);
    expect(firstBelow(printed.right.distances!, 1e-3)).toBe(76);
    expect(printed.right.endedAt).toBeLessThanOrEqual(76);
  });

  it('of flags: every spelling, and values that begin with a minus', async () => {
    const expected = await report('--link', OPENING, '--steps', '20');
    expect(
      await report(
        '--features',
        'line',
        '--n',
        '8',
        '--plant',
        '1,0.2',
        '--start',
        '-1.6,0.3',
        '--steps',
        '20',
      ),
    ).toEqual(expected);
    expect(
      await report('--features=line', '--n=8', '--plant=1,0.2', '--start=-1.6,0.3', '--steps=20'),
    ).toEqual(expected);
    const shifted = await report('--xmin', '-2', '--start', '-.5,-1e-1', '--steps', '0');
    expect(shifted.left.iterates).toEqual([[-0.5, -0.1]]);
    expect(shifted.scenario).toContain('xmin=-2');
  });

  it('flags go over the link, and --c over its absolute step', async () => {
    const printed = await report(
      '--link',
      `${OPENING}&step=0.1&leak=0.5`,
      '--c',
      '0.5',
      '--leak',
      '0.25',
      '--steps',
      '1',
    );
    expect(printed.scenario).toBe(
      '#v=1&problem=one-neuron&features=line&n=8&plant=1,0.2&start=-1.6,0.3&leak=0.25&c=0.5',
    );
    expect(printed.step).toBe(0.5 / printed.smoothness);
    expect((await report('--step', '0.125', '--steps', '1')).step).toBe(0.125);
  });

  it('of a file with ones, standardised: the printed scenario gives the same bits', async () => {
    const printed = await report(
      '--data',
      'points.csv',
      '--bias',
      '--std',
      '--start',
      '-1,2',
      '--rule',
      'heavyball',
      '--steps',
      '40',
    );
    expect(printed).toMatchObject({
      n: 3,
      d: 2,
      refused: [
        { line: 3, reason: 'not a number: "oops" in column "y"' },
        { line: 6, reason: 'wrong count: expected 2 cells, got 1' },
      ],
    });
    expect([printed.left.distances, printed.right.distances]).toEqual([null, null]);
    expect(printed.scenario).toMatch(/^#[\w.,=&-]+$/);
    const again = await report('--link', printed.scenario, '--steps', '40');
    expect(again).toEqual({ ...printed, refused: [], refusedCount: 0 });
  });

  it('of a file with a plant: distances in original units', async () => {
    const printed = await report('--data', 'points.csv', '--plant', '1', '--start', '0.25', '--steps', '3');
    expect(printed.d).toBe(1);
    expect(printed.left.distances![0]).toBe(0.75);
    expect(printed.right.distances).toHaveLength(4);
  });

  it('of the stopping distances, as the issue states them', async () => {
    const printed = await report(
      '--data',
      'cars.csv',
      '--bias',
      '--std',
      '--start',
      '1,0',
      '--steps',
      '3000',
    );
    expect([printed.n, printed.d]).toEqual([50, 2]);
    const ends = [printed.left, printed.right].map(({ iterates }) =>
      iterates[3000]!.map((value) => value.toFixed(4)),
    );
    expect(ends).toEqual([
      ['4.1020', '-20.5984'],
      ['3.9724', '-18.2905'],
    ]);
    const byName = await report(
      '--data',
      'stopping-distance',
      '--bias',
      '--std',
      '--start',
      '1,0',
      '--steps',
      '3000',
    );
    expect([byName.left, byName.right]).toEqual([printed.left, printed.right]);
    expect(byName.scenario).toContain('data=stopping-distance');
  });

  it('a side that diverges is cut after its last finite iterate, the other is not', async () => {
    writeFileSync(file('opposite.csv'), 'a,y\n1,1\n-1,1\n');
    const printed = await report('--data', 'opposite.csv', '--c', '6', '--start', '1', '--steps', '600');
    expect(printed.right).toMatchObject({ status: 'diverged', endedAt: 512 });
    expect([printed.right.iterates.length, printed.right.losses.length]).toEqual([512, 512]);
    expect(printed.right.iterates[511]).toEqual([-(2 ** 511)]);
    expect([printed.left.status, printed.left.iterates.length]).toEqual(['stationary', 601]);
  });

  it('more steps than are computed at once: the digits are those of one go', async () => {
    const printed = await report('--link', OPENING, '--rule', 'heavyball', '--steps', '10001');
    const { instance, values } = linkInstance(`${OPENING}&rule=heavyball`);
    const { left, right } = runRace(instance, values, 10_001);
    for (const [side, whole] of [
      [printed.left, left],
      [printed.right, right],
    ] as const) {
      expect(side.iterates).toEqual(whole.iterates.map((w) => [...w]));
      expect(side.losses).toEqual(whole.losses);
      expect([side.status, side.endedAt]).toEqual([whole.status, whole.endedAt]);
    }
  });

  it.each(['json', 'csv'])(
    'a million steps of twenty weights, longer than a string can be, to a reader who leaves (%s)',
    async (format) => {
      const flags = ['--features', 'gauss', '--n', '1', '--d', '20', '--steps', '1000000'];
      const child = spawn(process.execPath, [SCRIPT, ...flags, '--format', format]);
      let stderr = '';
      child.stderr.on('data', (text) => {
        stderr += text;
      });
      const start = await new Promise<string>((resolve) => {
        child.stdout.once('data', (bytes) => resolve(String(bytes)));
        child.once('close', () => resolve(''));
      });
      child.stdout.destroy();
      const code = child.exitCode ?? (await new Promise((resolve) => child.once('close', resolve)));
      expect(start.slice(0, 10)).toBe(format === 'json' ? '{"scenario' : 'k,side,w1,');
      expect([code, stderr]).toEqual([0, '']);
    },
  );

  it('names what it changed or left out', async () => {
    const printed = await report('--link', '#v=1&n=0&zoom=2&plant=1,2,3', '--noise', '99', '--steps', '0');
    expect(printed.notices).toEqual([
      'n: expected 1 to 1000000; got 0. The nearest bound is used.',
      'Unknown key "zoom": it was left out.',
      'noise: expected 0 to 10; got 99. The nearest bound is used.',
      'plant: expected 2 numbers; got 3. It is drawn from its seed or left out.',
    ]);
    expect(printed.n).toBe(1);
  });
});

describe('replay prints the stationary points', () => {
  const caseOf = (wanted: string) => planes.cases.find(({ name }) => name === wanted)!;
  type Expected = (typeof planes.cases)[number]['blends'][number];

  function expectPlaces(found: StationaryPoints, expected: Expected): void {
    const near = (value: number, reference: number) => expectNear(value, reference, 1e-9);
    const samePoint = (point: StationaryPoints['ridgeSaddles'][number], reference: typeof point) => {
      near(point.at[0], reference.at[0]);
      near(point.at[1], reference.at[1]);
      near(point.loss, reference.loss);
    };
    const byPlace = <P extends { at: readonly number[] }>(list: readonly P[]) =>
      [...list].sort((a, b) => a.at[0]! - b.at[0]!) as unknown as StationaryPoints['ridgeSaddles'];

    expect(found.minima.map(({ on }) => on)).toEqual(expected.minima.map(({ on }) => on));
    found.minima.forEach((minimum, k) => {
      samePoint(minimum, expected.minima[k] as unknown as typeof minimum);
    });
    expect(found.ridgeSaddles).toHaveLength(expected.ridgeSaddles.length);
    const saddles = byPlace(expected.ridgeSaddles);
    byPlace(found.ridgeSaddles).forEach((saddle, k) => {
      samePoint(saddle, saddles[k]!);
    });
    expect(found.valleys).toHaveLength(expected.valleys.length);
    found.valleys.forEach(({ fromAngle, toAngle, loss }, k) => {
      near(fromAngle, expected.valleys[k]!.fromAngle);
      near(toAngle, expected.valleys[k]!.toAngle);
      near(loss, expected.valleys[k]!.loss);
    });
    expect(found.plateaus).toHaveLength(expected.plateaus.length);
    found.plateaus.forEach(({ fromAngle, toAngle }, k) => {
      near(fromAngle, expected.plateaus[k]!.fromAngle);
      near(toAngle, expected.plateaus[k]!.toAngle);
    });
    near(found.stuckShare, expected.stuckShare);
  }

  /** Every place that is printed has the loss that is printed with it. */
  function expectDirectLosses({ scenario, stationary }: Report): void {
    directLosses(scenario).forEach((landscape, side) => {
      const { minima, ridgeSaddles, valleys, plateaus } = [stationary!.left, stationary!.right][side]!;
      const expectLoss = (at: readonly number[], loss: number) =>
        expectNear(landscape.loss(Float64Array.from(at)), loss, 1e-12);
      for (const { at, loss } of [...minima, ...ridgeSaddles]) expectLoss(at, loss);
      for (const { start, end, through, loss } of valleys)
        for (const at of [start, through, end]) if (at) expectLoss(at, loss);
      for (const { fromAngle, toAngle, loss } of plateaus) {
        const middle = (fromAngle + toAngle) / 2;
        expectLoss([Math.cos(middle), Math.sin(middle)], loss);
      }
    });
  }

  const cases = ['spurious-0', 'kink-0', 'kink-1', 'noisy-8', 'slope-bias', 'planted-200'].flatMap((name) =>
    caseOf(name).blends.map((expected) => ({ name, blend: expected.blend, expected })),
  );
  it.each(cases)('of a file, as NumPy finds them: $name, blend $blend', async ({ name, blend, expected }) => {
    const { features, labels, blends } = caseOf(name);
    writeFileSync(file(`${name}.csv`), csvOf(features, labels));
    const printed = await report(
      ...['--data', `${name}.csv`, '--stationary', '--steps', '0', '--blend', `${blend}`],
    );
    expect(Object.keys(printed).at(-1)).toBe('stationary');
    expectPlaces(printed.stationary!.left, blends[0]!);
    expectPlaces(printed.stationary!.right, expected);
    expectDirectLosses(printed);
  });

  it.each(['trap', 'slope-bias'])('of the link of a preset: %s', async (name) => {
    const link = formatLink(presetScenario('one-neuron', name));
    const printed = await report('--link', link, '--steps', '0', '--stationary');
    const { blends } = caseOf(name);
    expectPlaces(printed.stationary!.left, blends[0]!);
    expectPlaces(printed.stationary!.right, blends[2]!);
    expectDirectLosses(printed);
    expect(printed.stationary!.left.plateaus).toHaveLength(name === 'trap' ? 0 : 1);
  });

  it('in original units where descent moves standardised weights: where the runs end', async () => {
    const printed = await report(
      ...['--data', 'cars.csv', '--bias', '--std', '--start', '1,0', '--steps', '3000', '--stationary'],
    );
    expectDirectLosses(printed);
    for (const side of ['left', 'right'] as const) {
      const nearest = Math.min(
        ...printed.stationary![side].minima.map(({ at }) =>
          distance(Float64Array.from(at), Float64Array.from(printed[side].iterates[3000]!)),
        ),
      );
      expect(nearest).toBeLessThan(1e-9);
    }
  });

  it('not unless asked', async () => {
    const printed = await report('--steps', '0', '--stationary', '0');
    expect(Object.keys(printed).at(-1)).toBe('right');
  });
});

describe('replay prints a grid of losses', () => {
  /** Every cell, the first row at the lowest second coordinate, against the direct loss at its centre. */
  function expectDirectGrid({ scenario, d, grid }: Report): void {
    const { size, view, left, right } = grid!;
    const [x0, x1, y0, y1] = view;
    const plane = [grid!.centre ?? [0, 0], grid!.p ?? [1, 0], grid!.q ?? [0, 1]] as const;
    expect('centre' in grid!).toBe(d > 2);
    directLosses(scenario).forEach((landscape, side) => {
      const losses = [left, right][side]!;
      expect(losses).toHaveLength(size * size);
      losses.forEach((loss, cell) => {
        const s = x0 + ((x1 - x0) * ((cell % size) + 0.5)) / size;
        const t = y0 + ((y1 - y0) * (Math.floor(cell / size) + 0.5)) / size;
        const w = plane[0].map((value, j) => value + s * plane[1][j]! + t * plane[2][j]!);
        expectNear(loss!, landscape.loss(Float64Array.from(w)), 1e-10);
      });
    });
  }

  it.each<[string, string[]]>([
    ['the plane', ['--n', '30', '--noise', '0.5']],
    ['a leak and a blend', ['--n', '30', '--leak', '0.1', '--blend', '0.25']],
    ['data in other units than descent', ['--data', 'cars.csv', '--bias', '--std']],
    ['infinitely many samples', ['--n', 'inf', '--plant', '1,0.5']],
    ['a plane through ends', ['--n', '20', '--d', '4']],
    ['a plane through paths, standardised', ['--n', '20', '--d', '3', '--plane', 'paths', '--std']],
    ['two of five weights of infinitely many samples', ['--n', 'inf', '--d', '5', '--plane', 'weights']],
  ])('at the centres of its cells, to the direct loss: %s', async (_, flags) => {
    const printed = await report(...flags, '--steps', '0', '--grid', '9', '--view', '-3,1,-2,4');
    expect(Object.keys(printed).at(-1)).toBe('grid');
    expect(printed.grid).toMatchObject({ size: 9, view: [-3, 1, -2, 4] });
    expectDirectGrid(printed);
  });

  it('of the plane that the link names: its centre and two unit vectors at right angles', async () => {
    const data = '#v=1&n=20&d=3&plant=1,2,-1&view=-1,1,-2,2';
    const asked = ['--steps', '5', '--grid', '3'];
    const weights = await report('--link', `${data}&plane=weights&pair=3,1`, ...asked);
    expect(weights.grid).toMatchObject({
      view: [-1, 1, -2, 2],
      centre: [0, 2, 0],
      p: [0, 0, 1],
      q: [1, 0, 0],
    });
    const ends = await report('--link', data, ...asked);
    const [p, q] = [Float64Array.from(ends.grid!.p!), Float64Array.from(ends.grid!.q!)];
    expect(ends.grid!.centre).toEqual([1, 2, -1]);
    for (const [value, expected] of [
      [norm(p), 1],
      [norm(q), 1],
      [dot(p, q), 0],
    ] as const)
      expect(value).toBeCloseTo(expected, 14);
    // At the plant both losses are zero: the middle cell.
    expectNear(ends.grid!.left[4]!, 0, 1e-14);
    expectNear(ends.grid!.right[4]!, 0, 1e-14);
    const other = await report('--link', data, '--steps', '0', '--grid', '3');
    expect(other.grid).toEqual(ends.grid);
  });

  it('of the plane through start, plant and where the left run ends, however few steps are printed', async () => {
    const link = '#v=1&n=20&d=4&noise=0.5&view=-1,1,-1,1';
    const { left } = await report('--link', link, '--steps', '1000');
    const { grid } = await report('--link', link, '--steps', '0', '--grid', '1');
    const [centre, p, q] = [grid!.centre!, grid!.p!, grid!.q!].map((vector) => Float64Array.from(vector));
    expect(left.status).not.toBe('moving');
    expect(centre).toEqual(linkInstance(link).instance.plant);
    for (const iterate of [left.iterates[0]!, left.iterates[1000]!]) {
      const rest = Float64Array.from(iterate, (value, j) => value - centre![j]!);
      expect(norm(rest)).toBeGreaterThan(0.01);
      for (const axis of [p!, q!]) addScaled(rest, axis, -dot(rest, axis));
      expect(norm(rest)).toBeLessThan(1e-9);
    }
  });

  it('over the window of the flag rather than of the link, beside the stationary points', async () => {
    const printed = await report(
      ...['--link', `${OPENING}&view=0,1,0,1`, '--view', '0.5,1.5,-0.3,0.7', '--grid', '1', '--stationary'],
    );
    expect(printed.scenario).toBe(`${OPENING}&view=0.5,1.5,-0.3,0.7`);
    expect(Object.keys(printed).slice(-2)).toEqual(['stationary', 'grid']);
    expect([printed.grid!.left, printed.grid!.right].flat().map((loss) => loss! < 1e-30)).toEqual([
      true,
      true,
    ]);
    expectDirectGrid(printed);
  });

  it('null where a loss is not finite', async () => {
    writeFileSync(file('huge.csv'), 'a,b,y\n1e200,1,1\n1,2,3\n');
    const printed = await report(
      ...['--data', 'huge.csv', '--steps', '0', '--grid', '1', '--view', '0,2,0,2'],
    );
    expect([printed.grid!.left, printed.grid!.right]).toEqual([[null], [null]]);
  });

  it('of two million numbers', async () => {
    const printed = await report('--steps', '0', '--grid', '1024', '--view', '-3,3,-3,3');
    const { left, right } = printed.grid!;
    expect([left.length, right.length]).toEqual([1024 * 1024, 1024 * 1024]);
    const corner = Float64Array.of(3 - 3 / 1024, 3 - 3 / 1024);
    directLosses(printed.scenario).forEach((landscape, side) => {
      expectNear([left, right][side]!.at(-1)!, landscape.loss(corner), 1e-10);
    });
  });
});

describe('replay prints rows', () => {
  it('k,side,w1..wd,loss,distance for both sides', async () => {
    const { code, stdout } = await replay('--link', OPENING, '--steps', '5', '--format', 'csv');
    const json = await report('--link', OPENING, '--steps', '5');
    const lines = stdout.trimEnd().split('\n');
    expect(code).toBe(0);
    expect(lines[0]).toBe('k,side,w1,w2,loss,distance');
    const rows = (['left', 'right'] as const).flatMap((side) =>
      json[side].iterates.map((w, k) =>
        [k, side, ...w, json[side].losses[k], json[side].distances![k]].join(','),
      ),
    );
    expect(lines.slice(1)).toEqual(rows);
    expect(rows).toHaveLength(12);
  });

  it('an empty distance without a plant', async () => {
    const { stdout } = await replay('--data', 'points.csv', '--start', '1', '--steps', '0', '--format=csv');
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => line.split(',').at(-1)),
    ).toEqual(['distance', '', '']);
  });
});

describe('replay refuses', () => {
  it.each<[string, string[], RegExp]>([
    ['both --c and --step', ['--c', '1', '--step', '0.1'], /^expected --c .* or --step .*; got both$/],
    ['a flag at the end without its value', ['--plant'], /^expected a value after --plant; got nothing$/],
    [
      'a flag before another without its value',
      ['--plant', '--steps', '3'],
      /^expected a value after --plant; got "--steps"$/,
    ],
    ['a plant of wrong length', ['--plant', '1,2,3'], /^--plant: expected 2 numbers; got 3$/],
    [
      'a start of wrong length for the data',
      ['--data', 'points.csv', '--start', '1,2'],
      /^--start: expected 1 numbers; got 2$/,
    ],
    [
      'a vector that is none',
      ['--start', '1,x'],
      /^--start: expected at most 500 numbers with commas between; got "1,x"$/,
    ],
    [
      'data without a usable row',
      ['--data', 'refused.csv'],
      /expected a header and at least one row of numbers; got 1 refused row \(line 2: /,
    ],
    [
      'a file that is not there',
      ['--data', 'missing.csv'],
      /^--data: expected a CSV file; "missing.csv" cannot be read \(ENOENT\)$/,
    ],
    ['packed data that was cut', ['--data', 'z.AAAA'], /The data in the link cannot be read/],
    ['an unknown flag', ['--stepz', '3'], /^unknown flag --stepz: expected one of .*steps/],
    ['a flag of every object', ['--__proto__', '3'], /^unknown flag --__proto__: expected one of/],
    ['a stray word', ['points.csv'], /^expected a flag such as --steps 100; got "points.csv"$/],
    ['a flag given twice', ['--n', '3', '--n=4'], /^expected --n once; it came twice$/],
    [
      'a number that is none',
      ['--n', 'many'],
      /^--n: expected an integer from 1 to 1000000, or inf; got "many"$/,
    ],
    [
      'a value of two lines',
      ['--n', '1\n2'],
      /^--n: expected an integer from 1 to 1000000, or inf; got "1 2"$/,
    ],
    ['steps below zero', ['--steps', '-1'], /^--steps: expected an integer from 0 to 1000000; got "-1"$/],
    [
      'stationary points of three weights',
      ['--d', '3', '--stationary'],
      /^--stationary: expected two weights; got d = 3$/,
    ],
    [
      'stationary points of infinitely many samples',
      ['--n', 'inf', '--stationary'],
      /^--stationary: expected finitely many samples; got n = inf$/,
    ],
    ['a switch that is none', ['--stationary=maybe'], /^--stationary: expected 0 or 1; got "maybe"$/],
    [
      'stationary points among rows',
      ['--stationary', '--format', 'csv'],
      /^--stationary: expected --format json; got csv, which holds the run alone$/,
    ],
    [
      'a grid among rows',
      ['--grid', '4', '--view', '0,1,0,1', '--format', 'csv'],
      /^--grid: expected --format json; got csv, which holds the run alone$/,
    ],
    ['a grid without its window', ['--grid', '4'], /^expected --view x0,x1,y0,y1 with --grid$/],
    [
      'a grid over a window of the link that is none',
      ['--grid', '4', '--link', '#v=1&view=1,0,0,1'],
      /^expected --view x0,x1,y0,y1 with --grid$/,
    ],
    ...['0', '1025', '2.5', 'many'].map((size): [string, string[], RegExp] => [
      `a grid of ${size} cells`,
      ['--grid', size, '--view', '0,1,0,1'],
      new RegExp(`^--grid: expected an integer from 1 to 1024; got "${size}"$`),
    ]),
    [
      'a grid of one weight',
      ['--d', '1', '--grid', '4', '--view', '0,1,0,1'],
      /^--grid: expected at least two weights; got d = 1$/,
    ],
    ...['1,0,0,1', '0,1,2,2', '0,1,2', '2e9,3e9,0,1'].map((view): [string, string[], RegExp] => [
      `a window that is none (${view})`,
      ['--view', view],
      /^--view: expected x0,x1,y0,y1 with x0 < x1 and y0 < y1; got "[\d.,]+"$/,
    ]),
    ['an unknown format', ['--format', 'xml'], /^--format: expected json or csv; got "xml"$/],
    ['an unknown problem', ['--problem', 'two'], /^--problem: expected one-neuron; got "two"$/],
  ])('%s, in one line, with exit status 2', async (_, args, message) => {
    const { code, stdout, stderr } = await replay(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr.endsWith('\n')).toBe(true);
    expect(stderr.trimEnd()).not.toContain('\n');
    expect(stderr.trimEnd().replace(/^replay: /, '')).toMatch(message);
  });
});
