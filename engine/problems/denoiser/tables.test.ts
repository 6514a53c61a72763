import { describe, expect, it } from 'vitest';
import { type TableRequest, tableKinds, tableSize } from '../../export/kinds.ts';
import { makeTable, tableFacts } from '../../export/make-table.ts';
import { createRun } from '../../run/create-run.ts';
import { runValues } from '../../run/run-values.ts';
import { createScenario } from '../../scenario/create-scenario.ts';
import { createClean } from './image/clean.ts';
import { toFrequencies } from './image/fft-image.ts';
import { problem as loading } from './problem.ts';
import type { ImageInfo, PixelsInfo } from './types.ts';

const problem = await loading;
type Given = Parameters<typeof createScenario>[1];

function taken(given: Given, kind: string, last = 10) {
  const scenario = createScenario('denoiser', given);
  const instance = problem.prepare(scenario.values, null);
  const request: TableRequest = { every: 1, last, view: [-1, 1, -1, 1], size: 32, kind };
  const table = makeTable(instance, scenario, request, problem.parts);
  const rows = [...table.body()].filter((row) => row !== null);
  const { rows: expected, columns } = tableSize(tableFacts(instance), request);
  expect([rows.length, table.columns.length], kind).toEqual([expected, columns]);
  expect(new Set(rows.map((row) => row.length))).toEqual(new Set([columns]));
  const names = table.columns.map(({ name }) => name);
  const of = (name: string, row: number) => rows[row]![names.indexOf(name)];
  const run = createRun(instance, runValues(scenario.values));
  const frames = () => [run.first(), run.advance(last)] as const;
  return { names, rows, of, notes: table.notes, instance, frames };
}

const kindsOf = (given: Given) =>
  tableKinds(tableFacts(problem.prepare(createScenario('denoiser', given).values, null)));
const PIXELS = { level: 'pixels' } as const;

describe('tables of two pixels', () => {
  it('are those of the level', () => {
    expect(kindsOf(PIXELS)).toEqual(['trajectories', 'curves', 'rests', 'denoisers']);
    expect(kindsOf({})).toEqual(['trajectories', 'curves', 'images', 'frequencies']);
  });

  it('of rounds hold what is recorded, then both pixels', () => {
    const { names, of, frames } = taken(PIXELS, 'trajectories', 60);
    const recorded = ['loss', 'snr', 'step', 'ratio', 'radius', 'residual', 'objective'];
    expect(names).toEqual([
      'k',
      ...['left', 'right'].flatMap((side) => [...recorded, 'x1', 'x2'].map((name) => `${side}_${name}`)),
    ]);
    const [first, { left, right }] = frames();
    expect([of('left_x1', 0), of('right_x2', 0), of('left_step', 0)]).toEqual([0.2, 0.9, Number.NaN]);
    expect(of('left_objective', 0)).toBe(first.left.series.objective![0]);
    for (const k of [1, 7, 20]) {
      expect([of('left_x2', k), of('right_radius', k)]).toEqual([
        left.iterates[2 * k - 1],
        right.series.radius![k - 1],
      ]);
    }
    expect(taken(PIXELS, 'curves', 5).names).toEqual(names.filter((name) => !/_x\d/.test(name)));
  });

  it('of rest points list every one of both sides', () => {
    const { rows, notes, instance } = taken({ ...PIXELS, start: [0.2, 0.9] }, 'rests');
    const { left, right } = (instance.info as PixelsInfo).sides;
    const row = (s: number) => (one: NonNullable<typeof left.rests>[number]) => [
      s,
      ...one.at,
      one.kind,
      one.largest,
      one.index,
      one.height,
    ];
    expect(rows).toEqual([...left.rests!.map(row(0)), ...right.rests!.map(row(1))]);
    expect(rows.map(([side]) => side)).toEqual([0, 0, 0, 0, 0, 1]);
    expect(notes).toEqual([
      expect.stringMatching(/^phi: 1 0\.6; y: 1\.09\d*; c: 1$/),
      expect.stringMatching(/^left: no cycle for c below 1\.178\d*$/),
      expect.stringMatching(/^right: no cycle for c below 2\.05\d*; distances shrink by 0\.95$/),
    ]);
    const hull = taken({ ...PIXELS, cap: 1 }, 'rests');
    expect(hull.rows.map(([side]) => side)).toEqual([0, 0, 0, 0, 0]);
    expect(hull.notes[2]).toMatch(
      /^right: the rest points are the segment from 0\.99\S*,0\.15\S+ to 0\.49\S+,0\.99\S+$/,
    );
  });

  it('of denoisers tell D, its slope and h', () => {
    const { rows, of, notes } = taken({ ...PIXELS, cap: 0.95 }, 'denoisers');
    expect([rows[0]![0], rows[150]![0], rows[300]![0]]).toEqual([-1, 0.5, 2]);
    expect([of('left_D', 150), of('right_D', 150), of('left_h', 150)]).toEqual([
      0.5,
      0.5,
      expect.closeTo(0, 15),
    ]);
    expect([of('left_slope', 150), of('right_slope', 150)]).toEqual([expect.closeTo(5.595, 3), 0.95]);
    const v = 0.0425;
    for (const k of [0, 90, 130, 210]) {
      const z = (k - 100) / 100;
      const r = 1 / (1 + Math.exp(-(z - 0.5) / v));
      expect(of('left_D', k)).toBeCloseTo((0.0025 * z + 0.04 * r) / v, 13);
    }
    expect(notes).toEqual([
      expect.stringMatching(/^left: largest slope 5\.595\d*$/),
      expect.stringMatching(/^right: largest slope 0\.95; the capped line ends at z = -0\.\d+ and 1\.\d+$/),
    ]);
  });
});

describe('tables of an image', () => {
  it('of rounds hold what is recorded, then every pixel', () => {
    const { names, of, frames } = taken({}, 'trajectories', 3);
    const recorded = ['loss', 'snr', 'error', 'step', 'ratio', 'radius', 'residual'];
    const series = (side: string) => names.filter((name) => name.startsWith(side) && !/_x\d/.test(name));
    expect(series('left').sort()).toEqual(['clean', ...recorded].map((name) => `left_${name}`).sort());
    expect(series('right').sort()).toEqual(recorded.map((name) => `right_${name}`).sort());
    expect(names.slice(-2)).toEqual(['right_x31_30', 'right_x31_31']);
    const [, { left, right }] = frames();
    expect([of('left_x0_5', 2), of('right_x31_31', 3), of('left_clean', 1)]).toEqual([
      left.iterates[1024 + 5],
      right.iterates[3 * 1024 - 1],
      left.series.clean![0],
    ]);
    expect(taken({}, 'curves', 3).names).toEqual(names.filter((name) => !/_x\d/.test(name)));
  });

  it('of images have both of them, the sky and CLEAN at one round', () => {
    const wild = { seed: 2, share: 0.3, c: 4, strength: 0.5 };
    const { names, rows, notes, instance, frames } = taken(wild, 'images', 60);
    expect(names).toEqual(['i', 'j', 'truth', 'dirty', 'left', 'right', 'clean']);
    const { truth, dirty, mask } = instance.info as ImageInfo;
    const [, { left, right }] = frames();
    const clean = createClean(dirty, mask);
    for (let k = 0; k < 60; k++) clean.step();
    const restored = new Float64Array(1024);
    clean.restore(restored);
    // The left has diverged: its last finite round.
    expect([left.status, right.status]).toEqual(['diverged', 'moving']);
    const [last, moving] = [left.iterates.slice(-1024), right.iterates.slice(-1024)];
    for (const at of [0, 33, 100, 1023])
      expect(rows[at]).toEqual([
        Math.floor(at / 32),
        at % 32,
        truth![at],
        dirty[at],
        last[at],
        moving[at],
        restored[at],
      ]);
    expect(notes[0]).toBe('round 60; of a side that has ended its last one');
    const start = taken({ ...wild, from: 'dirty' }, 'images', 0);
    expect(start.rows[77]!.slice(3)).toEqual(
      new Array(4).fill(dirty[77]).map((own) => expect.closeTo(own, 14)),
    );
  });

  it('of frequencies say what is measured, and certify', () => {
    const { rows, notes, instance } = taken({}, 'frequencies');
    const { dirty, mask, certificate, rate } = instance.info as ImageInfo;
    const [re, im] = [new Float64Array(1024), new Float64Array(1024)];
    toFrequencies(re, im, dirty.slice());
    for (const [at, row] of rows.entries()) {
      expect(row.slice(0, 3)).toEqual([Math.floor(at / 32), at % 32, mask[at]]);
      expect(row.slice(3, 5)).toEqual([expect.closeTo(re[at]!, 12), expect.closeTo(im[at]!, 12)]);
      expect(row[5]).toBe(certificate.gains[at]);
    }
    expect(notes.slice(1)).toEqual([
      expect.stringMatching(/^ridge: G from 0\.5032\d* to 0\.99998\d*; slopes from 0\.0203 to 0\.999$/),
      'certified: G <= 1 and slopes in [0, 1]',
      `rate of the right: ${rate}`,
    ]);
    expect(taken({ right: 'handmade' }, 'frequencies').notes.slice(2)).toEqual([
      'the right is no ridge but handmade: firmly nonexpansive',
      'the right has no rate',
    ]);
  });
});
