import { describe, expect, it } from 'vitest';
import type { SideName } from '../../../contract.ts';
import { createRun } from '../../../run/create-run.ts';
import { presetScenario } from '../../../scenario/create-scenario.ts';
import { findAll } from '../../../search.ts';
import { problem as promised } from '../problem.ts';
import type { PixelsInfo } from '../types.ts';
import { pixelReadings } from './readings.ts';

/** Numbers of the design, section 7. */

const problem = await promised;

function opened(id: string, more = {}) {
  const values = { ...presetScenario('denoiser', id).values, ...more };
  const instance = problem.prepare(values, null);
  const readings = pixelReadings(instance);
  return {
    instance,
    info: instance.info as PixelsInfo,
    values,
    basins: (side: SideName) => findAll(readings.basins({ side, cells: 41 })!),
    readings,
  };
}

const to = (digits: number, points: readonly number[]) => points.map((x) => Number(x.toFixed(digits)));

function rests({ sides }: PixelsInfo, side: SideName, kind: string, digits = 3) {
  const all = sides[side].rests!.filter((one) => one.kind === kind);
  return all.map(({ at }) => to(digits, at));
}

function share(basins: ReturnType<ReturnType<typeof opened>['basins']>, kind: string): number {
  return basins.limits.reduce((sum, one) => sum + (one.kind === kind ? one.share : 0), 0);
}

function ends({ instance, values }: ReturnType<typeof opened>, rounds = 3000) {
  const run = createRun(instance, values);
  run.first();
  const frame = run.advance(rounds);
  return (['left', 'right'] as const).map((side) => frame[side].status);
}

it('pix-three: three limits and two saddles, of the nonexpansive one a single limit', () => {
  const one = opened('pix-three');
  expect([one.info.c, one.info.sigma, one.info.cap]).toEqual([1, 0.2, 0.95]);
  expect(rests(one.info, 'left', 'stable')).toEqual([
    [0.067, 1.011],
    [0.902, 0.988],
    [1.004, 0.002],
  ]);
  expect(rests(one.info, 'left', 'saddle')).toEqual([
    [0.575, 0.998],
    [0.985, 0.657],
  ]);
  expect(rests(one.info, 'right', 'stable', 4)).toEqual([[0.7026, 0.6215]]);
  const left = one.basins('left');
  expect(left.limits).toHaveLength(3);
  expect(share(left, 'rest')).toBeCloseTo(1, 12);
  expect(share(one.basins('right'), 'rest')).toBe(1);
  expect(ends(one)).toEqual(['stationary', 'settled']);
  expect(one.info.y).toBeCloseTo(1.09, 15);
});

it('pix-cycle: 28 % of the starts settle, the others swing; beyond the rule', () => {
  const one = opened('pix-cycle');
  const left = one.basins('left');
  expect((100 * share(left, 'rest')).toFixed(1)).toBe('27.7');
  expect(share(left, 'rest') + share(left, 'cycle')).toBeCloseTo(1, 12);
  const [rest] = left.limits.filter(({ kind }) => kind === 'rest');
  expect(to(3, rest!.points)).toEqual([1.007, 0.004]);
  const [cycle, ...others] = left.limits.filter(({ kind }) => kind === 'cycle');
  expect(others).toEqual([]);
  expect(to(4, cycle!.points)).toEqual([0.0167, 0.8266, 0.9914, 1.0195]);
  expect(rests(one.info, 'left', 'flipping')).toEqual([[0.476, 1.001]]);
  expect(one.info.sides.left.guaranteedBelow.toFixed(3)).toBe('1.179');
  expect(one.info.c).toBeGreaterThan(one.info.sides.left.guaranteedBelow);
  expect(rests(one.info, 'right', 'stable', 4)).toEqual([[0.7077, 0.6246]]);
  expect(rests(one.info, 'right', 'stable')).toEqual([[0.708, 0.625]]);
  expect(ends(one)).toEqual(['cycles', 'settled']);
  const marks = one.instance.sides.left.fields!.objective!.marks!();
  expect(marks.filter(({ kind }) => kind === 'jumps').map(({ at }) => to(4, at))).toEqual([
    to(4, cycle!.points),
  ]);
});

it.each([1.15, 1.5])('pix-border at c = %d: two limits and a saddle, and all settle', (c) => {
  const one = opened('pix-border', { c });
  expect(presetScenario('denoiser', 'pix-border').values.c).toBe(1.15);
  expect(rests(one.info, 'left', 'stable')).toHaveLength(2);
  expect(rests(one.info, 'left', 'saddle')).toHaveLength(1);
  expect(one.info.sides.left.rests).toHaveLength(3);
  expect(share(one.basins('left'), 'rest')).toBe(1);
});

it('pix-hull: the right settles from every start, on a segment', () => {
  const one = opened('pix-hull');
  const { segment, rests: none, crossing, guaranteedBelow } = one.info.sides.right;
  expect(none).toBeNull();
  expect(crossing!.toFixed(7)).toBe('0.9999922');
  expect(guaranteedBelow).toBe(2);
  const right = one.basins('right');
  expect(right.limits).toEqual([{ kind: 'rest', points: segment!.flat(), share: 1 }]);
  expect(ends(one)).toEqual(['stationary', 'stationary']);
  const kinds = one.instance.sides.right.fields!.objective!.marks!().map(({ kind }) => kind);
  expect(kinds).toEqual(['line', 'box', 'segment', 'truth']);
});

it('pix-wide: the free denoiser needs no cap', () => {
  const one = opened('pix-wide');
  expect(one.info.largestSlope.toFixed(3)).toBe('0.990');
  expect(one.info.sides.left.rate).toBeCloseTo(one.info.largestSlope, 14);
  expect(rests(one.info, 'left', 'stable')).toEqual([[0.688, 0.656]]);
  expect(one.info.sides.left.rests).toHaveLength(1);
  expect(share(one.basins('left'), 'rest')).toBe(1);
  expect(ends(one)).toEqual(['settled', 'settled']);
});

describe('readings', () => {
  it('are none of an image', () => {
    const { instance } = { instance: { info: { level: 'image' }, pixels: null } as never };
    const { basins, curves, levels } = pixelReadings(instance);
    expect(basins({ side: 'left', cells: 5 })).toBeNull();
    expect(curves({ at: new Float64Array(1) })).toBeNull();
    expect(levels({ side: 'left', key: 'c', values: new Float64Array(1) })).toBeNull();
  });

  it('answer for the side that is asked', () => {
    const { readings, info } = opened('pix-cycle');
    const of = (side: SideName) => findAll(readings.basins({ side, cells: 5 })!);
    expect(of('right').limits).toHaveLength(1);
    expect(of('left').limits.length).toBeGreaterThan(1);
    const at = Float64Array.of(0.3, 0.5);
    const { left, right } = findAll(readings.curves({ at })!);
    expect([left.slope[1], right.slope[1]]).toEqual([info.largestSlope, 0.95]);
    const values = Float64Array.of(1);
    expect(findAll(readings.levels({ side: 'right', key: 'c', values })!)[0]!.rests).toHaveLength(1);
    expect(findAll(readings.levels({ side: 'left', key: 'c', values })!)[0]!.rests).toHaveLength(5);
  });
});
